"""Bàn đôn đốc: the committee's tasks by the step they stand on, and what was sent about them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import QueryDict
from django.urls import reverse

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.rules.ladder import BY_DEADLINE, Form, Step, When
from dondoc.rules.timeliness import Judgement
from dondoc.tasks.models import Task
from dondoc.urging import queries, throttle
from dondoc.urging.models import Ladder, Slip, SlipMatter

MOST_KEY = 18


@dataclass(frozen=True)
class Bucket:
    """One step of the ladder with its number and the address of exactly its list."""

    key: str
    label: str
    happens: str
    count: int
    href: str
    current: bool
    tone: str


@dataclass(frozen=True)
class Asked:
    """The conditions of the desk's address."""

    step: str = ""
    unit: int | None = None
    starred: bool = False

    @classmethod
    def read(cls, query: QueryDict) -> "Asked":
        """Whatever the address does not say rightly is left out."""
        unit = query.get("unit", "")
        known = unit.isdecimal() and len(unit) <= MOST_KEY
        return cls(query.get("step", ""), int(unit) if known else None, query.get("star") == "1")

    def to_query(self, **changes: Any) -> str:
        """The address with some of it changed."""
        said = {"step": self.step, "unit": self.unit, "star": "1" if self.starred else ""} | changes
        query = QueryDict(mutable=True)
        query.update({name: str(value) for name, value in said.items() if value})
        return query.urlencode()


@dataclass(frozen=True)
class Row:
    """A task on the desk, and what was sent about it."""

    pk: int
    task: Task
    judged: Judgement
    last: Slip | None
    times: int
    why_not: str
    is_late_answer: bool

    @property
    def tone(self) -> str:
        return str(self.judged.timeliness)


def steps_of(committee: Agency) -> list[Step]:
    """The steps a desk works through, the highest first, silence last."""
    active = [one for one in Ladder.of(committee) if one.active]
    by_deadline = [one for one in active if one.when in BY_DEADLINE]
    by_deadline.sort(key=lambda one: one.offset(), reverse=True)
    return [*by_deadline, *(one for one in active if one.when == When.SILENCE)]


def buckets(committee: Agency, asked: Asked, at: datetime) -> list[Bucket]:
    """Every step with how many tasks stand on it."""
    counts = queries.counts_by_step(committee, at)
    page = reverse("urging:desk")
    return [
        Bucket(
            one.key, one.name, one.happens, counts.get(one.key, 0),
            f"{page}?{Asked(one.key).to_query()}", one.key == asked.step, _tone(one),
        )
        for one in steps_of(committee)
    ]  # fmt: skip


def _tone(step: Step) -> str:
    if step.form == Form.SLIP:
        return "red"
    late = step.when == When.AFTER_DUE
    return "orange" if late else "amber" if step.when in BY_DEADLINE else "violet"


def _standing_on(committee: Agency, asked: Asked, at: datetime) -> QuerySet[Any]:
    tasks: QuerySet[Any] = queries.standing_of(committee, at)
    return tasks.filter(step=asked.step)


def tasks_on(committee: Agency, asked: Asked, at: datetime) -> Any:
    """The tasks of a step: starred first, then those late the longest."""
    tasks = _standing_on(committee, asked, at)
    if asked.unit:
        tasks = tasks.filter(lead=asked.unit)
    if asked.starred:
        tasks = tasks.filter(starred=True)
    last = SlipMatter.objects.filter(task=OuterRef("pk"), slip__issued_at__isnull=False)
    tasks = tasks.annotate(last_slip=Subquery(last.order_by("-slip__issued_at").values("slip")[:1]))
    return tasks.select_related("lead").defer("search").order_by("-starred", "due_at", "pk")


def rows_of(committee: Agency, tasks: list[Any], at: datetime) -> list[Row]:
    """The rows of a page, in a bounded number of queries."""
    thresholds, today = thresholds_of(committee, at), day_of(at)
    slips = Slip.objects.in_bulk([task.last_slip for task in tasks if task.last_slip])
    ids = [task.pk for task in tasks]
    reasons, times = throttle.why_not_yet(committee, ids, at), queries.times_urged(ids)
    return [
        _row(task, slips.get(task.last_slip), times, reasons, thresholds.soon_until, today, at)
        for task in tasks
    ]


def _row(
    task: Any, last: Slip | None, times: dict[int, int], reasons: dict[int, str],
    soon_until: datetime, today: date, at: datetime,
) -> Row:  # fmt: skip
    late = last is not None and last.is_late(today)
    return Row(
        task.pk, task, task.judged(at, soon_until), last, times.get(task.pk, 0),
        reasons.get(task.pk, ""), late,
    )  # fmt: skip


def units_on(committee: Agency, asked: Asked, at: datetime) -> list[tuple[int, str]]:
    """The units that have something on the step, for the filter."""
    rows = (
        _standing_on(committee, asked, at).order_by().values_list("lead", "lead__name").distinct()
    )
    return sorted(((pk, name) for pk, name in rows), key=lambda one: one[1])


def first_step(committee: Agency, at: datetime) -> str:
    """The highest step somebody stands on: where the desk opens."""
    counts = queries.counts_by_step(committee, at)
    steps = steps_of(committee)
    return next((one.key for one in steps if counts.get(one.key)), steps[0].key if steps else "")


def chosen(officer: Officer, committee: Agency, ids: list[str]) -> list[Task]:
    """The tasks ticked that this officer may urge, in the order of units."""
    known = [int(pk) for pk in ids if pk.isdecimal() and len(pk) <= MOST_KEY]
    seen = Task.objects.visible_to(officer).filter(pk__in=known, issuer=committee)
    related = seen.select_related("lead", "issuer").defer("search")
    return list(related.order_by("lead__name", "-starred", "due_at", "pk"))
