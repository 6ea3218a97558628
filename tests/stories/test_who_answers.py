"""The end of a month in the ward: who answered, what the Chairman decides and directs by phone."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest

from dondoc.agencies.models import Officer
from dondoc.remedies.models import Consideration
from dondoc.reports.models import Direction
from tests.browser import DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast
from tests.remedies.ward import hour, new_head, two_months
from tests.reports.test_summaries import live_a_month

Open = Callable[[Officer, tuple[int, int], str], Screen]
WORDS = "Phòng Kinh tế xử lý dứt điểm việc chậm, báo cáo tôi trước giao ban."


@pytest.fixture
def screens(
    committed: None, browser: Any, live_server: Any, settings: Any, tmp_path: Any,
    clock_at: Callable[[datetime], None],
) -> Iterator[Open]:  # fmt: skip
    settings.FILES = tmp_path
    clock_at(hour(5, 30, 17))
    opened: list[Screen] = []

    def sit(officer: Officer, size: tuple[int, int], heading: str) -> Screen:
        screen = Screen(browser, live_server.url, size)
        opened.append(screen)
        screen.sign_in(officer.user.username, PASSWORD, heading)
        return screen

    yield sit
    for screen in opened:
        screen.leave()


@pytest.mark.browser
@pytest.mark.slow
def test_from_late_work_to_the_chairman_s_decision_and_directions(screens: Open) -> None:
    cast = Cast()
    live_a_month(cast, two_months(cast))
    cuong = new_head(cast, date(2022, 5, 9))
    office = screens(cast.hanh, DESK, "UBND phường Hòa Minh")
    office.go("/accountability/?period=2022-05")
    office.see("Trách nhiệm thực hiện")
    office.press("Châu Phúc")
    office.see("Châu Phúc")
    office.press("Việc chậm")
    office.see("Châu Phúc")
    office.go("/accountability/grading/?period=2022-05")
    office.see("Số liệu đánh giá, xếp loại")
    assert office.fetch("Tải Excel có công thức").startswith(b"PK")
    office.go("/considerations/?period=2022-05")
    office.see("Đề xuất xem xét trách nhiệm")
    office.press("Lập dự thảo")
    office.see("Tập thể", told="Đã lập dự thảo")
    office.press("Trình Chủ tịch")
    office.agree()
    office.see("Tập thể", told="Đã trình Chủ tịch")
    office.go("/summaries/draw-up/")
    office.see("Lập báo cáo tháng gửi Chủ tịch")
    office.press("Tổng hợp và soạn dự thảo")
    office.see("Dự thảo báo cáo tháng 5/2022", told="Đã tổng hợp số liệu")
    office.press("Ban hành, gửi Chủ tịch")
    office.agree()
    office.see("Báo cáo số 01/BC-VP", told="Đã ban hành")
    office.press("Xem bản A4")
    office.see("Báo cáo số 01/BC-VP")

    chairman = screens(cast.son, PHONE, "UBND phường Hòa Minh")
    chairman.go("/considerations/")
    chairman.see("Đề xuất xem xét trách nhiệm")
    chairman.press("Tập thể")
    chairman.see("Tập thể")
    chairman.page.get_by_label("Nhắc nhở, rút kinh nghiệm").check()
    chairman.write("Ý kiến quyết định", "Nhắc nhở, theo dõi tháng sau.")
    chairman.press("Ghi quyết định")
    chairman.see("Tập thể", told="Đã ghi quyết định.")
    assert Consideration.objects.get().outcome == Consideration.Outcome.REMIND
    chairman.go("/reports/")
    chairman.see("Báo cáo, công văn")
    chairman.press("Báo cáo số 01/BC-VP")
    chairman.see("Báo cáo số 01/BC-VP")
    chairman.write("Ý kiến chỉ đạo", WORDS)
    chairman.page.get_by_label("Đơn vị chủ trì").select_option(label=cast.ward_economy.name)
    chairman.press("Giao thực hiện")
    chairman.see("Báo cáo số 01/BC-VP", told="Đã giao Phòng Kinh tế")
    direction = Direction.objects.get()
    assert direction.task.content == WORDS
    chairman.press(direction.task.code)
    chairman.see("Phòng Kinh tế xử lý")
    chairman.go(f"/summaries/{direction.summary_id}/behind/remedies/0/late/")
    chairman.see("Việc chậm trong tháng")

    head = screens(cuong, PHONE, "Bàn làm việc")
    head.go("/accountability/")
    head.see("Trách nhiệm của tôi")
    head.go(f"/accountability/units/{cast.ward_economy.pk}/")
    head.see("Trách nhiệm: Phòng Kinh tế")
    head.go("/considerations/")
    head.see("Đề xuất xem xét trách nhiệm")
    head.press("Tập thể")
    head.see("Tập thể")
