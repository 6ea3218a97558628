"""What urging changed: of what was urged in a month, how much moved within so many days."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q

from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.rules.named_periods import month_of
from dondoc.rules.periods import Period
from dondoc.rules.wording import percent
from dondoc.urging.heard import reminders_between
from dondoc.urging.models import Ladder, Slip, SlipMatter

WITHIN = 5
"""Days after a paper in which an update, a result or an answer counts as its effect."""
MOVES = ("task.post_update", "task.submit")


@dataclass(frozen=True)
class Standing:
    """How many papers wait for what."""

    drafts: int
    waiting: int
    late: int
    to_read: int


def standing_of_slips(slips: Any, at: datetime) -> Standing:
    """Drafts, sent and not answered, of these late, and answers to read."""
    today = day_of(at)
    rows = slips.order_by().values_list("state", "answer_on")
    counts = Counter(state for state, _ in rows)
    late = sum(1 for state, until in rows if state == Slip.State.SENT and until < today)
    return Standing(
        counts[Slip.State.DRAFT], counts[Slip.State.SENT], late, counts[Slip.State.ANSWERED]
    )


@dataclass(frozen=True)
class Urged:
    """One matter urged by one paper, and what came of it within the days."""

    matter: SlipMatter
    moved: bool
    answered: bool


@dataclass
class Line:
    """One kind of paper or one unit: of n matters urged, x moved."""

    key: str
    name: str
    urged: list[Urged] = field(default_factory=list)

    @property
    def n(self) -> int:
        return len(self.urged)

    @property
    def moved(self) -> int:
        return sum(one.moved for one in self.urged)

    @property
    def answered(self) -> int:
        return sum(one.answered for one in self.urged)

    @property
    def rate(self) -> str:
        return percent(self.moved, self.n)

    @property
    def answer_rate(self) -> str:
        return percent(self.answered, self.n)


def urged_in(committee: Agency, month: date, at: datetime) -> list[Urged]:
    """Every matter of the month's papers, with whether its task moved within the days."""
    first = month_of(month)
    period = Period(first.from_on, first.to_on)
    matters = SlipMatter.objects.filter(
        slip__committee=committee, slip__issued_at__gte=period.starts_at,
        slip__issued_at__lt=min(period.ends_at, at),
    ).select_related("slip__unit", "task__lead").defer("task__search")  # fmt: skip
    found = list(matters.order_by("-slip__issued_at", "pk"))
    moves = _moves({one.task_id for one in found}, period, at)
    return [_judged(one, moves.get(one.task_id, [])) for one in found]


def _moves(tasks: set[int], period: Period, at: datetime) -> dict[int, list[datetime]]:
    until = min(period.ends_at + timedelta(days=WITHIN + 1), at)
    entries = Entry.objects.filter(
        Q(verb__in=MOVES), subject_kind="task", subject_id__in=tasks,
        recorded_at__gte=period.starts_at, recorded_at__lte=until,
    )  # fmt: skip
    found: dict[int, list[datetime]] = {}
    for task, when in entries.values_list("subject_id", "recorded_at"):
        found.setdefault(task, []).append(when)
    return found


def _judged(matter: SlipMatter, moves: list[datetime]) -> Urged:
    sent = matter.slip.issued_at
    assert sent is not None
    until = sent + timedelta(days=WITHIN)
    answered = matter.slip.answered_at
    return Urged(
        matter, any(sent < when <= until for when in moves),
        answered is not None and matter.is_answered and answered <= until,
    )  # fmt: skip


def by_kind(urged: list[Urged]) -> list[Line]:
    """The effect of each kind of paper."""
    lines = {kind: Line(kind, str(label)) for kind, label in Slip.Kind.choices}
    for one in urged:
        lines[one.matter.slip.kind].urged.append(one)
    return [line for line in lines.values() if line.n]


def by_unit(urged: list[Urged]) -> list[Line]:
    """The effect at each unit, the one urged most first."""
    lines: dict[int, Line] = {}
    for one in urged:
        unit = one.matter.slip.unit
        lines.setdefault(unit.pk, Line(str(unit.pk), unit.name)).urged.append(one)
    return sorted(lines.values(), key=lambda line: (-line.n, line.name))


@dataclass(frozen=True)
class Reminded:
    """One word of the clock about one task, and whether it moved within the days."""

    task_id: int
    said_at: datetime
    moved: bool


@dataclass
class StepLine:
    """One step of the ladder: of n reminders, x after which the task moved."""

    key: str
    name: str
    reminded: list[Reminded] = field(default_factory=list)

    @property
    def n(self) -> int:
        return len(self.reminded)

    @property
    def moved(self) -> int:
        return sum(one.moved for one in self.reminded)

    @property
    def rate(self) -> str:
        return percent(self.moved, self.n)

    def only(self, moved: str) -> list[Reminded]:
        """The list behind a figure."""
        return [one for one in self.reminded if one.moved or not moved]


def by_step(committee: Agency, month: date, at: datetime) -> list[StepLine]:
    """The effect of each step the clock says, in the order of the ladder."""
    first = month_of(month)
    period = Period(first.from_on, first.to_on)
    said = reminders_between(committee, period.starts_at, min(period.ends_at, at))
    moves = _moves({task for task, _, _ in said}, period, at)
    lines = {step.key: StepLine(step.key, step.name) for step in Ladder.of(committee)}
    for task, key, when in said:
        until = when + timedelta(days=WITHIN)
        moved = any(when < one <= until for one in moves.get(task, []))
        lines.setdefault(key, StepLine(key, key)).reminded.append(Reminded(task, when, moved))
    return [line for line in lines.values() if line.n]
