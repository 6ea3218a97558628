"""Late work in the city, and the way of a remedy from its call to its confirmed result."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from dondoc.journal.models import House
from dondoc.remedies import actions
from dondoc.remedies.calling import call_remedies
from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task
from tests.cast import Cast
from tests.scorecards.lives import give

MARCH, FEBRUARY = date(2022, 3, 1), date(2022, 2, 1)
WHY = "Cán bộ phụ trách nghỉ thai sản, chưa có người thay."
HOW = "Phó Giám đốc trực tiếp xử lý, họp giao ban hằng tuần."
DONE = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."


def noon(month: int, day: int, hour: int = 5) -> datetime:
    """12:00 that day of 2022 in Việt Nam."""
    return datetime(2022, month, day, hour, tzinfo=UTC)


def late(cast: Cast, at: datetime, **facts: Any) -> Remedy:
    """A task of Sở Xây dựng due on 10 March, and the remedy the house calls for it."""
    task = give(cast, **facts)
    call_remedies(at)
    return Remedy.objects.get(task=task, ground="late")


def promise(cast: Cast, remedy: Remedy, at: datetime, **other: Any) -> None:
    """Khoa says why, what, by when and who."""
    said: dict[str, Any] = {
        "cause": "staff", "cause_told": WHY, "solution": HOW, "person": cast.tam,
        "commit_on": at.date() + timedelta(days=7),
    }  # fmt: skip
    actions.promise(remedy, by=cast.khoa, at=at, **(said | other))


def submit(cast: Cast, task: Task, at: datetime) -> None:
    tasks.submit(task, by=cast.khoa, at=at, narrative=DONE, late_reason=WHY)


def close(cast: Cast, remedy: Remedy, at: datetime) -> None:
    """The whole way: promised, handed in, reported, confirmed by Bình."""
    promise(cast, remedy, at)
    assert remedy.task
    submit(cast, remedy.task, at)
    actions.report_result(remedy, by=cast.khoa, at=at, result=DONE)
    actions.confirm_result(remedy, by=cast.binh, at=at)


def opened(cast: Cast, month: date = MARCH) -> RemedyReport:
    """The report Sở Xây dựng owes for the month."""
    at = datetime(month.year, month.month, 1, 2, tzinfo=UTC)
    there = RemedyReport.objects.filter(unit=cast.construction, month=month).first()
    return there or actions.open_report(
        cast.city, by=House(), at=at, unit=cast.construction, month=month
    )
