"""Tasks brought to where a test needs them, by the moves people make."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from dondoc.agencies.models import Agency
from dondoc.rules.periods import Period
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from tests.cast import Cast

RESULT = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."
QUARTER = Period(date(2022, 1, 1), date(2022, 3, 31))
MARCH = datetime(2022, 3, 1, 2, tzinfo=UTC)


def day(n: int) -> datetime:
    """09:00 on the n-th day after 1 March 2022 in Việt Nam."""
    return MARCH + timedelta(days=n)


def give(cast: Cast, due: date | None = date(2022, 3, 10), **facts: Any) -> Task:
    """Bình gives Sở Xây dựng (or whom it is told) a task on 1 March."""
    lead: Agency = facts.pop("lead", cast.construction)
    said = {"at": MARCH, "content": "Rà soát quy hoạch", "due": Due(due)} | facts
    return actions.assign(cast.city, by=cast.binh, lead=lead, **said)


def finish(cast: Cast, task: Task, submitted: datetime, confirmed: datetime | None = None) -> None:
    """Khoa submits the result and Bình confirms it."""
    actions.submit(task, by=cast.khoa, at=submitted, narrative=RESULT, late_reason="Chờ ý kiến")
    actions.confirm(task, by=cast.binh, at=confirmed or submitted + timedelta(hours=1))
