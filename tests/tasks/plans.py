"""Schedules of the city, for tests that begin with one."""

from collections.abc import Sequence
from datetime import date, datetime

from dondoc.rules.schedule_lines import Line, Wait
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Schedule, Task
from tests.cast import Cast

START = date(2022, 3, 16)


def task_of(cast: Cast, at: datetime, name: str, unit: str, due: date | None = None) -> Task:
    """Bình gives one of the units a task in the name of the city."""
    return actions.assign(
        cast.city, by=cast.binh, at=at, lead=getattr(cast, unit), content=name, due=Due(due)
    )


def laid_out(
    cast: Cast, at: datetime, tasks: Sequence[Task], lengths: Sequence[int],
    waits: dict[int, Sequence[tuple[int, str, int]]],
) -> Schedule:  # fmt: skip
    """Bình lays tasks out: of each its length, and which others it waits for."""
    schedule = actions.set_up(
        cast.city, by=cast.binh, at=at, name="Đường găng quý II", start_on=START
    )
    lines = [
        Line(n, task.code, lengths[n], tuple(
            Wait(tasks[earlier].code, kind, lag) for earlier, kind, lag in waits.get(n, ())
        ))
        for n, task in enumerate(tasks)
    ]  # fmt: skip
    actions.lay_in(schedule, by=cast.binh, at=at, lines=lines)
    return schedule


def road(cast: Cast, at: datetime) -> tuple[Schedule, list[Task]]:
    """Xây dựng surveys (3 days), Tài chính pays (5 days, after it), a milestone closes it;
    beside them Xây dựng tells the people (2 days)."""
    tasks = [
        task_of(cast, at, "Khảo sát tuyến đường", "construction", date(2022, 3, 25)),
        task_of(cast, at, "Bố trí vốn bồi thường", "finance", date(2022, 3, 28)),
        task_of(cast, at, "Bàn giao mặt bằng", "construction"),
        task_of(cast, at, "Thông báo cho nhân dân", "construction"),
    ]
    waits = {1: [(0, "FS", 0)], 2: [(1, "FS", 0), (3, "FS", 0)]}
    return laid_out(cast, at, tasks, (3, 5, 0, 2), waits), tasks
