"""Deadlines are called out by the clock: once soon, once late, on working days."""

from datetime import UTC, date, datetime
from threading import Thread

import pytest
from django.db import connection

from dondoc.agencies.models import CalendarDay, CommitteeRules, Officer
from dondoc.notifications.models import Notice
from dondoc.notifications.reminding import remind
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from tests.cast import Cast

RESULT = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."


def seven(day: date) -> datetime:
    """07:00 of the day in Việt Nam."""
    return datetime(day.year, day.month, day.day, 0, 0, tzinfo=UTC)


SOON = date(2022, 4, 8)  # five working days before Friday 15 April (Monday 11 is Hùng Kings)
LATE = date(2022, 4, 18)


def reminded(officer: Officer) -> list[tuple[str, date | None]]:
    notices = Notice.objects.filter(officer=officer, entry=None).order_by("pk")
    return [(notice.step, notice.day) for notice in notices]


def test_a_deadline_is_called_soon_once_and_late_once_in_fifty_runs(cast: Cast, task: Task) -> None:
    remind(seven(date(2022, 4, 6)))
    assert reminded(cast.hoa) == []
    for day in (8, 12, 13, 14, 15, 18, 19, 20):
        for _ in range(7):
            remind(seven(date(2022, 4, day)))
    due = date(2022, 4, 15)
    assert reminded(cast.hoa) == reminded(cast.khoa) == [("due_soon", due), ("overdue", due)]
    assert reminded(cast.binh) == [("overdue", due)]


def test_nothing_is_said_at_the_weekend_nor_on_a_holiday_but_on_a_day_made_up(
    cast: Cast, task: Task
) -> None:
    assert remind(seven(date(2022, 4, 9))) == 0  # Saturday
    assert remind(seven(date(2022, 4, 11))) == 0  # Giỗ Tổ Hùng Vương
    CalendarDay.objects.create(
        day=date(2022, 4, 9), kind="work", name="Làm bù", source="Thông báo", scope=cast.city
    )
    assert remind(seven(date(2022, 4, 9))) == 2


def test_the_office_sets_how_soon_is_soon(cast: Cast, task: Task) -> None:
    CommitteeRules.objects.create(committee=cast.city, due_soon_days=1)
    assert remind(seven(SOON)) == 0
    assert remind(seven(date(2022, 4, 14))) == 2


def test_a_result_that_waits_for_the_office_is_not_chased(cast: Cast, task: Task) -> None:
    actions.submit(task, by=cast.hoa, at=seven(date(2022, 4, 7)), narrative=RESULT)
    assert remind(seven(SOON)) == remind(seven(LATE)) == 0


def test_a_new_deadline_is_called_out_afresh(cast: Cast, task: Task) -> None:
    remind(seven(SOON))
    actions.change_deadline(
        task, by=cast.lan, at=seven(SOON), due=Due(date(2022, 5, 20)), reason="Theo công văn"
    )
    remind(seven(LATE))
    remind(seven(date(2022, 5, 16)))
    assert [day for _, day in reminded(cast.hoa)] == [date(2022, 4, 15), date(2022, 5, 20)]


@pytest.mark.usefixtures("committed")
def test_two_clocks_at_once_remind_once(cast: Cast, task: Task) -> None:
    for number in range(20):
        actions.assign(
            cast.city, by=cast.binh, at=seven(date(2022, 4, 1)), lead=cast.construction,
            content=f"Việc {number}", due=Due(date(2022, 4, 15)),
        )  # fmt: skip

    def strike() -> None:
        remind(seven(SOON))
        connection.close()

    clocks = [Thread(target=strike) for _ in range(2)]
    for clock in clocks:
        clock.start()
    for clock in clocks:
        clock.join()
    assert len(reminded(cast.hoa)) == 21
