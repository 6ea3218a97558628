"""The ladder as it is walked: a unit is late, is urged, answers, and is forgiven or not.

Tâm is entrusted with the task, Khoa heads Sở Xây dựng, Bình and Lan work in the Office, Vice
Chairman Nam gave it; each on a desk and on a phone.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from time import monotonic
from typing import Any

import pytest

from dondoc.agencies.models import Officer
from dondoc.database import clock
from dondoc.notifications.reminding import remind
from dondoc.notifications.telling import tell
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.urging.models import LeaderWord, Slip
from tests.browser import DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WORK = "Rà soát quy hoạch phân khu dọc sông Cu Đê"
DUE = date(2022, 3, 2)
HOW = "Giám đốc Sở trực tiếp làm việc với tư vấn, họp rà soát hằng ngày."
SAID = "Trình dự thảo trước giao ban thứ Hai, không để chậm thêm."


class Town:
    """The people, their screens of one size, and the clock the story moves."""

    def __init__(self, browser: Any, home: str, size: tuple[int, int]) -> None:
        self.cast, self.browser, self.home, self.size = Cast(), browser, home, size
        self.now, self.since = datetime(2022, 2, 1, 1, tzinfo=UTC), monotonic()
        self.screens: dict[str, Screen] = {}

    def clock(self) -> datetime:
        return self.now + timedelta(seconds=monotonic() - self.since)

    def morning(self, day: date) -> None:
        """The next working day at 07:00: the house reminds, and the bell is rung."""
        self.now, self.since = datetime(day.year, day.month, day.day, 0, tzinfo=UTC), monotonic()
        remind(self.now)
        tell(self.now)

    def sit(self, officer: Officer, path: str) -> Screen:
        name = officer.user.username
        if name not in self.screens:
            self.screens[name] = Screen(self.browser, self.home, self.size)
            self.screens[name].sign_in(name, PASSWORD, "")
        screen = self.screens[name]
        screen.go(path)
        if "/login/" in screen.page.url:  # away for days: the house has signed him out
            screen.pass_door(name, PASSWORD)
        return screen

    def leave(self) -> None:
        while self.screens:
            self.screens.popitem()[1].leave()


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def town(
    request: Any, committed: None, browser: Any, live_server: Any, settings: Any, tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Town]:  # fmt: skip
    settings.FILES = tmp_path
    here = Town(browser, live_server.url, request.param)
    monkeypatch.setattr(clock, "now", here.clock)
    cast = here.cast
    assert all(one.pk for one in (cast.nam, cast.lan, cast.binh, cast.khoa, cast.hoa, cast.tam))
    tasks.assign(
        cast.city, by=cast.binh, at=here.now, lead=cast.construction, content=WORK, due=Due(DUE),
        leader=cast.nam, executor=cast.tam,
    )  # fmt: skip
    yield here
    here.leave()


def test_a_unit_is_late_is_urged_answers_and_is_forgiven(town: Town) -> None:
    cast = town.cast
    town.morning(date(2022, 2, 25))
    officer = town.sit(cast.tam, "/inbox/")
    officer.see("Thông báo")
    assert officer.page.get_by_text("sắp đến hạn").count(), "three working days before"
    town.morning(DUE)
    head = town.sit(cast.khoa, "/inbox/")
    head.see("Thông báo")
    assert head.page.get_by_text("sắp đến hạn").count(), "the head hears on the day itself"
    town.morning(date(2022, 3, 14))
    head = town.sit(cast.khoa, "/inbox/")
    head.see("Thông báo")
    assert head.page.get_by_text("đã quá hạn").count()

    office = town.sit(cast.lan, "/urging/")
    office.see("Bàn đôn đốc")
    office.page.locator("input[name=task]").first.check()
    office.page.locator("#kind").select_option("letter")
    office.press("Xem trước")
    office.see("Xem trước khi gửi")
    assert office.page.get_by_text("Vũ Khoa").count(), "whoever will be told is named"
    office.press("Ban hành và gửi")
    office.see("Phiếu, công văn đôn đốc", told="Đã ban hành và gửi 1 văn bản")
    tell(clock.now())

    leader = town.sit(cast.nam, f"/tasks/{Slip.objects.get().matters.get().task.code}/")
    leader.see(WORK)
    leader.press("Chỉ đạo")
    leader.see("Chỉ đạo")
    leader.write("Hoặc ghi nguyên văn", SAID)
    leader.press("Gửi ", within="main form")
    leader.see(WORK, told="Đã gửi Sở Xây dựng")

    head.go("/desk/")
    head.see("Bàn làm việc")
    head.press("Công văn đôn đốc số")
    head.see("Công văn đôn đốc số")
    head.write("Nguyên nhân", "Tư vấn bàn giao hồ sơ chậm.")
    head.write("Giải pháp", HOW)
    head.write("Cam kết xong ngày", "2022-03-25")
    head.press("Gửi trả lời")
    head.see("Công văn đôn đốc số", told="Đã trả lời")
    head.go(f"/urging/words/{LeaderWord.objects.get().pk}/")
    head.see("Chỉ đạo")
    assert head.page.get_by_text(SAID).count(), "his words as he said them"
    head.write("Trả lời lãnh đạo", HOW)
    head.press("Trả lời", within="main form")
    head.see("Chỉ đạo", told="Đã trả lời lãnh đạo.")

    office.go(f"/urging/slips/{Slip.objects.get().pk}/")
    office.see("Công văn đôn đốc số")
    office.page.locator("summary", has_text="Khép lại").click()
    office.press("Khép lại", within="main details[open]")
    office.see("Công văn đôn đốc số", told="Đã khép lại.")
    leader.go("/leader/")
    leader.see("UBND thành phố")
    leader.press(WORK)
    leader.see("Chỉ đạo")
    leader.press("Đã xem xong", within="main form")
    leader.see("Chỉ đạo", told="Đã xem xong.")
    office.go("/urging/effects/?month=2022-03")
    office.see("Kết quả đôn đốc tháng 3/2022")


def test_a_unit_that_does_not_answer_goes_up_a_step(town: Town) -> None:
    cast = town.cast
    town.morning(date(2022, 3, 14))
    office = town.sit(cast.binh, "/urging/")
    office.see("Bàn đôn đốc")
    office.page.locator("input[name=task]").first.check()
    office.page.locator("#kind").select_option("reminder")
    office.press("Xem trước")
    office.see("Xem trước khi gửi")
    office.press("Ban hành và gửi")
    office.see("Phiếu, công văn đôn đốc", told="Đã ban hành và gửi 1 văn bản")
    town.morning(date(2022, 3, 18))
    office = town.sit(cast.binh, f"/urging/slips/{Slip.objects.get().pk}/")
    office.see("Phiếu nhắc việc số")
    assert office.page.get_by_text("Quá hạn trả lời").count()
    office.page.locator("summary", has_text="Chuyển bước cao hơn").click()
    office.write("Lý do chuyển bước cao hơn", "Quá hạn trả lời, không có cập nhật nào.")
    office.press("Chuyển bước", within="main details[open]")
    office.see("Phiếu nhắc việc số", told="Đã chuyển bước cao hơn.")
    above = Slip.objects.get(raised_from__isnull=False)
    head = town.sit(cast.lan, f"/urging/slips/{above.pk}/")
    head.see("Công văn đôn đốc (dự thảo)")
    head.press("Ban hành và gửi")
    head.agree()
    head.see("Công văn đôn đốc số", told="Đã ban hành và gửi đơn vị.")
