"""A programme brought to where a test needs it, by the deeds of the ward's people."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.planning.actions import programmes as actions
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.tasks import actions as tasks
from tests.cast import Cast

RESULT = "Đã trình UBND phường tại Tờ trình số 15/TTr-KTHT."


def day(month: int, number: int, hour: int = 9) -> datetime:
    """That hour of a day of 2022 in Việt Nam."""
    return datetime(2022, month, number, hour, tzinfo=UTC) - timedelta(hours=7)


MARCH_16 = day(3, 16)


def ward_people(cast: Cast) -> None:
    """Everybody of the ward is there."""
    for one in (cast.son, cast.yen, cast.hanh, cast.giang, cast.thu, cast.phuc, cast.viet):
        assert one.pk


def opened(cast: Cast, at: datetime = MARCH_16, month: int = 4) -> Programme:
    """Giang opens the registration for a month."""
    ward_people(cast)
    return actions.open_programme(
        cast.ward, by=cast.giang, at=at, period="month", from_on=date(2022, month, 1)
    )


def item(
    cast: Cast, programme: Programme, content: str = "Rà soát hộ nghèo", *, at: datetime = MARCH_16,
    unit: Agency | None = None, by: Officer | None = None, **facts: Any,
) -> ProgrammeItem:  # fmt: skip
    """A unit registers something; the division of economy unless told."""
    unit = unit or cast.ward_economy
    by = by or (cast.phuc if unit == cast.ward_economy else cast.thu)
    facts.setdefault("due_on", programme.from_on + timedelta(days=14))
    return actions.register(programme, by=by, at=at, unit=unit, content=content, **facts)


def approved(cast: Cast, programme: Programme, at: datetime = MARCH_16) -> Programme:
    """Giang submits, Sơn approves."""
    actions.submit_programme(programme, by=cast.giang, at=at)
    actions.approve(programme, by=cast.son, at=at)
    return programme


def finish(cast: Cast, done: ProgrammeItem, at: datetime, confirmed: bool = True) -> None:
    """The unit hands in its result, and the Office confirms it."""
    done.refresh_from_db()
    by = cast.phuc if done.unit_id == cast.ward_economy.pk else cast.thu
    assert done.task is not None
    tasks.submit(done.task, by=by, at=at, narrative=RESULT, late_reason="Chờ ý kiến")
    if confirmed:
        tasks.confirm(done.task, by=cast.giang, at=at + timedelta(minutes=5))
