"""Two months in the ward: the division of economy is late in both, and changes its head in May."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from dondoc.agencies.actions import appoint, end_seat
from dondoc.agencies.models import Agency, Officer, Role
from dondoc.journal.models import House
from dondoc.remedies.models import ObjectiveCause, Remedy
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from tests.cast import Cast

RESULT = "Đã trình UBND phường tại Tờ trình số 15/TTr-KTHT."


def hour(month: int, day: int, at: int = 9) -> datetime:
    """So many o'clock of a day of 2022 in Việt Nam."""
    return datetime(2022, month, day, at - 7, tzinfo=UTC)


def give(cast: Cast, content: str, due: date, **facts: Any) -> Task:
    """Giang gives the division of economy (or whom she is told) a task."""
    lead: Agency = facts.pop("lead", cast.ward_economy)
    said: dict[str, Any] = {"at": hour(4, 1), "content": content, "due": Due(due)} | facts
    return tasks.assign(cast.ward, by=cast.giang, lead=lead, **said)


def finish(cast: Cast, task: Task, by: Officer, submitted: datetime) -> None:
    """Submitted by the unit, confirmed by Giang an hour later."""
    late = "Chờ phối hợp" if task.due_at and submitted >= task.due_at else ""
    tasks.submit(task, by=by, at=submitted, narrative=RESULT, late_reason=late)
    tasks.confirm(task, by=cast.giang, at=submitted + timedelta(hours=1))


def new_head(cast: Cast, on: date) -> Officer:
    """Phúc leaves the day before, and Cường, an officer of the division, heads it from the day."""
    cuong = cast.seat(cast.ward_economy, Role.OFFICER, "Chuyên viên", "Nghiêm Cường")
    for seat in (cast.phuc, cuong):
        end_seat(seat, by=House(), at=hour(5, 1), last_day=on - timedelta(days=1))
    return appoint(
        cast.ward_economy, by=House(), at=hour(5, 1), user=cuong.user, role=Role.UNIT_HEAD,
        title="Trưởng phòng", from_on=on,
    )  # fmt: skip


def called(cast: Cast, task: Task, month: int, at: datetime, **facts: Any) -> Remedy:
    """A remedy the room called for; the ward's own builder tests how."""
    return Remedy.objects.create(
        committee=cast.ward, unit=task.lead, month=date(2022, month, 1), task=task,
        called_at=at, **({"ground": Remedy.Ground.LATE} | facts),
    )  # fmt: skip


def granted(cast: Cast, remedy: Remedy, at: datetime) -> ObjectiveCause:
    """Sơn grants the objective cause the division asked for."""
    return ObjectiveCause.objects.create(
        remedy=remedy, task=remedy.task, committee=remedy.committee, unit=remedy.unit,
        state=ObjectiveCause.State.GRANTED, reason="Bão số 4", asked_by=cast.phuc,
        asked_at=at, decided_by=cast.son, decided_at=at,
    )  # fmt: skip


def two_months(cast: Cast) -> dict[str, Task]:
    """Late in April and done late, still late in May, one sent back, one excused, one in time."""
    made = {
        "april": give(cast, "Rà soát trật tự xây dựng", date(2022, 4, 15)),
        "may": give(cast, "Lập kế hoạch chỉnh trang đô thị", date(2022, 5, 4), at=hour(4, 20)),
        "excused": give(cast, "Khơi thông cống rãnh", date(2022, 5, 5), at=hour(4, 20)),
        "good": give(
            cast, "Báo cáo hộ nghèo", date(2022, 5, 10), at=hour(4, 20), lead=cast.ward_division
        ),
    }
    tasks.entrust(made["may"], by=cast.phuc, at=hour(4, 21), executor=cast.viet)
    finish(cast, made["april"], cast.phuc, hour(4, 20))
    tasks.submit(made["good"], by=cast.thu, at=hour(5, 3), narrative=RESULT)
    tasks.send_back(made["good"], by=cast.giang, at=hour(5, 4), reason="Thiếu biểu số liệu")
    finish(cast, made["good"], cast.thu, hour(5, 9))
    remedy = called(
        cast,
        made["may"],
        5,
        hour(5, 5),
        cause=Remedy.Cause.LATE_START,
        cause_told="Giao việc chậm",
        solution="Họp giao ban hằng ngày",
        commit_on=date(2022, 5, 20),
        state=Remedy.State.PROMISED,
    )
    assert remedy.pk
    granted(cast, called(cast, made["excused"], 5, hour(5, 6)), hour(5, 10))
    return made
