"""The quantities of Decree 335/2025 from the work itself: per unit, per head, per executor."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.remedies.accountability import cut_off
from dondoc.remedies.answering import (
    Seats,
    executor_tenures,
    held,
    lead_tenures,
    people_of,
    seats_of,
)
from dondoc.remedies.models import ObjectiveCause, Remedy
from dondoc.rules.accountability import Seat, Tenure
from dondoc.rules.grading import Grade, Product, grade
from dondoc.rules.periods import Period
from dondoc.tasks.models import State, Task, TaskVersion
from dondoc.tasks.models.tasks import UNCOUNTED

UNIT, HEAD, EXECUTOR = "unit", "head", "executor"
KINDS = {UNIT: "Đơn vị", HEAD: "Người đứng đầu", EXECUTOR: "Người thực hiện"}
QUALITY = (Remedy.Ground.SENT_BACK, Remedy.Ground.POOR)


@dataclass(frozen=True)
class Counted:
    """One task as somebody's product, and who confirmed the objective cause, if anybody."""

    task: Task
    product: Product
    authority: str


@dataclass
class Subject:
    """A unit or a person with the products of the period."""

    kind: str
    name: str
    title: str
    unit_id: int
    products: list[Counted] = field(default_factory=list)

    @property
    def grade(self) -> Grade:
        return grade(one.product for one in self.products)

    @property
    def done(self) -> int:
        return sum(one.product.done for one in self.products)

    @property
    def late(self) -> int:
        return sum(one.product.delays > 0 for one in self.products)

    @property
    def failed(self) -> int:
        return sum(one.product.failures > 0 for one in self.products)

    @property
    def excused(self) -> int:
        return sum(bool(one.authority) for one in self.products)


@dataclass(frozen=True)
class _Facts:
    """What is known of one task at the cut-off."""

    task: Task
    done: bool
    judged_on: date
    missed_on: list[date]
    failed_on: list[date]
    excuses: list[ObjectiveCause]

    def product(self, whose: "_Whose | None" = None) -> Counted:
        """The product, with what fell on the days of one who answers for it (or all of it)."""
        delays = sum(whose is None or whose.on(day) for day in self.missed_on)
        failures = sum(whose is None or whose.on(day) for day in self.failed_on)
        grounds = [cause.ground in QUALITY for cause in self.excuses]
        excused = (min(failures, grounds.count(True)), min(delays, grounds.count(False)))
        named = [str(c.decided_by) for c in self.excuses if c.decided_by] if any(excused) else []
        return Counted(self.task, Product(self.done, failures, delays, *excused), "; ".join(named))


@dataclass(frozen=True)
class _Whose:
    """A person's days with a task."""

    person: int
    tenures: list[Tenure[int]]
    seats: Seats
    people: dict[int, Officer]

    def on(self, day: date) -> bool:
        found = held(self.tenures, self.seats, day)
        return found is not None and self.people[found].user_id == self.person


def subjects(
    committee: Agency, period: Period, at: datetime, *, unit: Agency | None = None
) -> list[Subject]:
    """Units, then heads, then executors, each with their products; `unit` for one unit alone."""
    as_of = cut_off(period, at)
    facts = _facts(committee, period, as_of)
    ids = [one.task.pk for one in facts]
    leads, doers = lead_tenures(ids), executor_tenures(ids)
    units, seats, heads = seats_of({t.key for some in leads.values() for t in some})
    people = people_of({t.key for some in doers.values() for t in some} - {0})
    own = {pk: [Seat(pk, one.from_on, one.until_on)] for pk, one in people.items()}
    found: dict[tuple[str, int, int], Subject] = {}
    for one in facts:
        led, done = leads.get(one.task.pk, []), doers.get(one.task.pk, [])
        body = units[_last(led, one.judged_on)]
        mine = found.setdefault((UNIT, body.pk, 0), Subject(UNIT, body.name, "", body.pk))
        mine.products.append(one.product())
        for kind, tenures, sitting, known in (
            (HEAD, led, seats, heads), (EXECUTOR, done, own, people),
        ):  # fmt: skip
            who = held(tenures, sitting, one.judged_on)
            if who is None:
                continue
            officer = known[who]
            key = (kind, body.pk, officer.user_id)
            row = found.setdefault(key, Subject(kind, officer.name, officer.title, body.pk))
            row.products.append(one.product(_Whose(officer.user_id, tenures, sitting, known)))
    rows = [row for row in found.values() if unit is None or row.unit_id == unit.pk]
    names = {pk: body.name for pk, body in units.items()}
    order = list(KINDS)
    return sorted(rows, key=lambda s: (order.index(s.kind), names[s.unit_id], s.name))


def _last(tenures: list[Tenure[int]], day: date) -> int:
    begun = [t.key for t in tenures if t.from_on <= day] or [tenures[0].key]
    return begun[-1]


def _facts(committee: Agency, period: Period, as_of: datetime) -> list[_Facts]:
    counted = Q(state=State.DONE, confirmed_at__gte=period.starts_at) | Q(
        due_at__lte=as_of, submitted_at__isnull=True
    )
    versions = list(
        TaskVersion.objects.as_of(as_of)
        .filter(counted, issuer=committee)
        .exclude(state__in=UNCOUNTED)
        .select_related("task")
        .defer("task__search")
        .order_by("task__code")
    )
    ids = [version.task_id for version in versions]
    missed, failed, excuses = _missed(ids, as_of), _failed(ids, as_of), _excuses(ids)
    return [
        _Facts(
            version.task, version.state == State.DONE,
            day_of(version.submitted_at or as_of),
            missed.get(version.task_id, []), failed.get(version.task_id, []),
            excuses.get(version.task_id, []),
        )
        for version in versions
    ]  # fmt: skip


def _missed(ids: list[int], as_of: datetime) -> dict[int, list[date]]:
    """The first late day of each deadline that passed while nothing was submitted."""
    found: dict[int, dict[datetime, None]] = {}
    rows = TaskVersion.objects.filter(task_id__in=ids, valid_from__lte=as_of, due_at__isnull=False)
    told = rows.order_by("task_id", "valid_from", "pk").values_list(
        "task_id", "due_at", "submitted_at", "valid_until"
    )
    for task, due_at, submitted_at, until in told:
        stood = submitted_at or min(until or as_of, as_of)
        if due_at and stood >= due_at:
            found.setdefault(task, {})[due_at] = None
    return {task: [day_of(due) for due in deadlines] for task, deadlines in found.items()}


def _failed(ids: list[int], as_of: datetime) -> dict[int, list[date]]:
    found: dict[int, list[date]] = {}
    sent = Entry.objects.filter(
        subject_kind="task", subject_id__in=ids, verb="task.send_back", recorded_at__lte=as_of
    )
    for task, moment in sent.order_by("pk").values_list("subject_id", "recorded_at"):
        found.setdefault(task, []).append(day_of(moment))
    return found


def _excuses(ids: Iterable[int]) -> dict[int, list[ObjectiveCause]]:
    found: dict[int, list[ObjectiveCause]] = {}
    granted = ObjectiveCause.objects.filter(
        task_id__in=list(ids), state=ObjectiveCause.State.GRANTED
    ).select_related("remedy", "decided_by__user", "decided_by__agency", "decided_by__delegated_by")
    for cause in granted.order_by("pk"):
        found.setdefault(cause.task_id or 0, []).append(cause)
    return found
