"""The critical path on a real screen: chart, slip, table, phone; no barrier, nothing broken."""

from collections.abc import Iterator
from typing import Any

import pytest

from dondoc.database import clock
from dondoc.rules.schedule_lines import Line, Wait
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Schedule, ScheduledTask, Task
from tests.browser import DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast

NAME = "Giải phóng mặt bằng trường học"
WORK = ("Khảo sát tuyến đường", "Bố trí vốn bồi thường", "Bàn giao mặt bằng", "Báo cho nhân dân")


def set_out(cast: Cast) -> tuple[Schedule, list[Task]]:
    """Four tasks of two units; the second has its deadline on its planned end."""
    at = clock.now()
    start = clock.day_of(at)
    leads = (cast.construction, cast.finance, cast.construction, cast.construction)
    tasks = [
        actions.assign(cast.city, by=cast.binh, at=at, lead=lead, content=work, due=Due())
        for work, lead in zip(WORK, leads, strict=True)
    ]
    schedule = actions.set_up(cast.city, by=cast.binh, at=at, name=NAME, start_on=start)
    codes = [task.code for task in tasks]
    waits: tuple[tuple[Wait, ...], ...] = (
        (), (Wait(codes[0]),), (Wait(codes[1], "FF"), Wait(codes[3])), (),
    )  # fmt: skip
    lines = [
        Line(n, code, length, after)
        for n, (code, length, after) in enumerate(zip(codes, (3, 5, 0, 2), waits, strict=True))
    ]
    actions.lay_in(schedule, by=cast.binh, at=at, lines=lines)
    actions.set_baseline(schedule, by=cast.binh, at=at)
    return schedule, tasks


@pytest.fixture
def screens(
    committed: None, browser: Any, live_server: Any, settings: Any, tmp_path: Any
) -> Iterator[Any]:
    settings.FILES = tmp_path
    opened: list[Screen] = []

    def sit_down(size: tuple[int, int]) -> Screen:
        opened.append(Screen(browser, live_server.url, size))
        return opened[-1]

    yield sit_down
    for one in opened:
        one.leave()


@pytest.mark.browser
@pytest.mark.slow
def test_the_office_sees_what_a_slip_would_do_and_records_it(screens: Any) -> None:
    cast = Cast()
    schedule, tasks = set_out(cast)
    desk = screens(DESK)
    desk.sign_in(cast.binh.user.username, PASSWORD, "Văn bản")
    desk.go(f"/schedules/{schedule.pk}/")
    desk.see(NAME)
    desk.page.locator(".bar-wrapper.is-critical").first.wait_for()
    assert desk.page.locator(".dd-gantt .dd-arrow").count() == 3
    assert desk.page.locator(".dd-gantt .dd-diamond").count() == 1
    for scale in ("Ngày", "Tháng", "Tuần"):
        desk.press(scale, within="#gantt")
        desk.examine()
    lane = desk.page.get_by_role("button", name="Sở Xây dựng")
    lane.focus()
    desk.page.keyboard.press("Enter")  # a lane is shut by keys
    desk.page.locator('[data-lane][aria-expanded="false"]').wait_for()
    desk.page.locator(".bar-wrapper.is-critical .bar").first.click()  # a bar asks what if
    desk.page.locator("#slip h2", has_text=f"Nếu {tasks[0].code} chậm 7 ngày").wait_for()
    assert not ScheduledTask.objects.exclude(not_before=None).exists()
    desk.examine()
    desk.write("Lý do", "Chờ bản vẽ", within="#slip")
    desk.press("Ghi nhận", within="#slip")
    desk.see("Khảo sát tuyến đường", told="Đã ghi kế hoạch mới")
    assert ScheduledTask.objects.get(task=tasks[0]).not_before is not None
    for page in ("holders/", "lay-in/", "add/", "set-baseline/", "baselines/", "close/",
                 f"slip/?task={tasks[0].code}&days=3"):  # fmt: skip
        desk.go(f"/schedules/{schedule.pk}/{page}")
        desk.examine()
    desk.go("/schedules/")
    desk.see("Đường găng")


@pytest.mark.browser
@pytest.mark.slow
def test_a_unit_reads_it_on_a_phone(screens: Any) -> None:
    cast = Cast()
    schedule, tasks = set_out(cast)
    phone = screens(PHONE)
    phone.sign_in(cast.xuan.user.username, PASSWORD, "Bàn làm việc")
    phone.go(f"/schedules/{schedule.pk}/")
    phone.see(NAME)
    assert not phone.page.locator("#gantt").is_visible()
    assert phone.page.locator(".dd-chain", has_text="Việc của đơn vị khác").is_visible()
    phone.press(WORK[1], within=".dd-chain")
    phone.see(WORK[1])
    phone.press("Xem ảnh hưởng")
    phone.see("Nếu một việc chậm")
    phone.go(f"/tasks/{tasks[1].code}/")
    phone.see(WORK[1])
