"""What stands in the way of a unit, as it is said on a phone, decided on a phone, and shown."""

from datetime import timedelta
from typing import Any

import pytest

from dondoc.agencies.calendars import calendar_of
from dondoc.database import clock
from dondoc.remedies.models import ObjectiveCause
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Obstacle, State, Task
from dondoc.urging.models import Review
from tests.browser import DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def given(cast: Cast, content: str, away: int) -> Task:
    """A task of 30 days ago in Nam's name, so many working days from its deadline."""
    now, calendar = clock.now(), calendar_of(cast.city)
    return actions.assign(
        cast.city, by=cast.binh, at=now - timedelta(days=30), lead=cast.construction,
        content=content, tracker=cast.binh, leader=cast.nam, executor=cast.tam,
        due=Due(calendar.add_working_days(clock.day_of(now), away)),
    )  # fmt: skip


def fill(screen: Screen, **said: str) -> None:
    for name, words in said.items():
        screen.page.locator(f"main [name={name}]").first.fill(words)


def test_a_unit_that_cannot_go_on_is_helped_excused_or_let_rest(sit_down: Any) -> None:
    cast = Cast()
    assert all((cast.nam, cast.lan, cast.hoa, cast.khoa, cast.tam, cast.binh))
    late, near = given(cast, "Giải phóng mặt bằng", -3), given(cast, "Điều chỉnh quy hoạch", 4)

    officer = sit_down(PHONE)
    officer.sign_in(cast.tam.user.username, PASSWORD, "")
    officer.go(f"/tasks/{late.code}/post_update/")
    officer.see("Cập nhật tình hình")
    officer.page.locator("main details > summary", has_text="Khó khăn, vướng mắc").click()
    fill(
        officer, narrative="Còn 3 hộ chưa nhận tiền.", obstacle="Thiếu vốn chi trả đợt hai.",
        proposal="Bố trí thêm 2 tỉ đồng.",
    )  # fmt: skip
    officer.press("Gửi cập nhật")
    officer.see("Giải phóng mặt bằng", told="Đã lưu cập nhật")

    head = sit_down(DESK)
    head.sign_in(cast.khoa.user.username, PASSWORD, "")
    head.go(f"/causes/ask/{late.code}/")
    head.examine()
    fill(head, reason="Bộ chưa phân bổ vốn; sở đã hai lần đề nghị.")
    head.page.locator("main .dd-foot button").first.click()
    head.see("Giải phóng mặt bằng", told="Đã")

    leader = sit_down(PHONE)
    leader.sign_in(cast.nam.user.username, PASSWORD, "")
    leader.go("/leader/")
    leader.page.get_by_text("Vướng mắc chờ ý kiến").first.wait_for()
    leader.page.get_by_text("Đề nghị công nhận nguyên nhân").first.wait_for()
    leader.go(f"/obstacles/{Obstacle.objects.get().pk}/")
    leader.see("Khó khăn, vướng mắc")
    fill(leader, direction="Sở Tài chính bố trí 2 tỉ đồng trước ngày 30.")
    leader.page.locator("form[action$='/answer_obstacle/'] button").first.click()
    leader.see("Khó khăn, vướng mắc", told="Đã")
    leader.page.locator("blockquote", has_text="bố trí 2 tỉ đồng").wait_for()
    leader.go(f"/causes/{ObjectiveCause.objects.get().pk}/")
    leader.see("Nguyên nhân khách quan")
    leader.press("Công nhận nguyên nhân khách quan")
    leader.see("Công nhận nguyên nhân khách quan")
    fill(leader, answer="Có văn bản của bộ.")
    leader.page.locator("main .dd-foot button").first.click()
    leader.see("Nguyên nhân khách quan", told="Đã")
    leader.go(f"/tasks/{near.code}/suspend/")
    leader.see("Tạm hoãn")
    next_month = clock.day_of(clock.now()) + timedelta(days=30)
    fill(leader, reason="Chờ quy hoạch chung.", review_on=next_month.isoformat())
    leader.press("Tạm hoãn nhiệm vụ")
    leader.see("Điều chỉnh quy hoạch", told="Đã tạm hoãn")
    near.refresh_from_db()
    assert near.state == State.SUSPENDED

    head.go(f"/tasks/{late.code}/")
    head.see("Giải phóng mặt bằng")
    head.page.get_by_text("bố trí 2 tỉ đồng").first.wait_for()
    head.page.get_by_text("công nhận khách quan").first.wait_for()


def test_the_office_has_every_task_confirmed_one_by_one(sit_down: Any) -> None:
    cast = Cast()
    assert all((cast.lan, cast.hoa, cast.khoa, cast.tam, cast.binh, cast.nam))
    for number in range(2):
        given(cast, f"Việc rà soát {number}", 5)
    office = sit_down(DESK)
    office.sign_in(cast.lan.user.username, PASSWORD, "")
    office.go("/urging/reviews/open/")
    office.see("Mở đợt rà soát")
    until = clock.day_of(clock.now()) + timedelta(days=7)
    fill(office, words="Theo công văn 2606.", until=until.isoformat())
    office.page.get_by_label("Sở Xây dựng").check()
    office.press("Mở và báo các đơn vị")
    office.see("Rà soát nhiệm vụ được giao", told="Đã")

    head = sit_down(PHONE)
    head.sign_in(cast.khoa.user.username, PASSWORD, "")
    head.go(f"/urging/reviews/{Review.objects.get().pk}/")
    head.see("Rà soát nhiệm vụ được giao")
    head.press("Việc rà soát")
    head.see("Rà soát DN-")
    head.page.locator("[name=standing][value=on_track]").check()
    fill(head, commit_on=until.isoformat())
    head.press("Lưu, sang việc tiếp theo")
    head.see("Rà soát DN-", told="Đã")
    head.page.locator("[name=standing][value=behind]").check()
    fill(head, commit_on=until.isoformat(), solution="Giám đốc sở trực tiếp làm việc với tư vấn.")
    head.press("Lưu, sang việc tiếp theo")
    head.page.wait_for_load_state("load")
    head.examine()

    office.go(f"/urging/reviews/{Review.objects.get().pk}/")
    office.see("Rà soát nhiệm vụ được giao")
    office.page.locator("td", has_text="2/2").first.wait_for()
    fill(office, remark="Các đơn vị đã rà soát đủ.")
    office.press("Kết thúc rà soát")
    office.page.wait_for_load_state("load")
    office.examine()
    assert Review.objects.get().state == Review.State.CLOSED
