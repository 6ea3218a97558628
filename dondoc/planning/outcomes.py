"""What became of a programme, as of a moment: every count is the length of a list of its items.

Tasks are read as they stood at the moment (their versions), so that what is done later cannot
move a past figure; the programme itself changes by decision only, and stands as decided.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.models.programmes import APPROVED_ONCE
from dondoc.planning.queries import items_counted, units_of
from dondoc.rules.programmes import (
    COUNTS,
    ONE_DAY,
    ItemFacts,
    Outcome,
    ProgrammeTally,
    Work,
    counts_of,
    judge_item,
    total,
)
from dondoc.rules.timeliness import due_moment, last_day
from dondoc.tasks.models import State, Task, TaskVersion
from dondoc.tasks.models.tasks import UNCOUNTED

Teller = Callable[[QuerySet[Any, Any], datetime], set[int]]
_FOUND_POOR: list[Teller] = []


def found_poor_by(teller: Teller) -> None:
    """An upper room says which of these tasks, read by key, were found poor (inspections)."""
    _FOUND_POOR.append(teller)


@dataclass(frozen=True)
class Judged:
    """One item, what became of it, and the counts it stands in."""

    item: ProgrammeItem
    outcome: Outcome
    facts: ItemFacts
    counts: frozenset[str]
    reason: str = ""
    extended_to: date | None = None
    """The later deadline its task was granted, though the programme itself was not changed."""


@dataclass(frozen=True)
class Line:
    """One unit (or person) with its figures; the lists they count are cut from the same items."""

    key: int
    name: str
    tally: ProgrammeTally
    judged: list[Judged] = field(repr=False)
    unregistered: list[Task] = field(repr=False)

    def behind(self, count: str) -> list[Judged]:
        """Exactly the items a count counts."""
        return [one for one in self.judged if count in one.counts]


@dataclass(frozen=True)
class Results:
    """The whole programme, by unit and by person."""

    units: list[Line]
    total: ProgrammeTally
    judged: list[Judged] = field(repr=False)

    def line(self, unit: int) -> Line | None:
        """The figures of one unit."""
        return next((line for line in self.units if line.key == unit), None)


def results_of(programme: Programme, at: datetime) -> Results:
    """Registered, done, late, not done, poor, and done though never registered, by unit."""
    judged = judge(programme, items_counted(programme), at)
    outside = unregistered_tasks(programme, at)
    units = _units(programme, judged, outside)
    mine: dict[int, list[Judged]] = {unit.pk: [] for unit in units}
    theirs: dict[int, list[Task]] = {unit.pk: [] for unit in units}
    for one in judged:
        mine[one.item.unit_id].append(one)
    for task in outside:
        theirs[task.lead_id].append(task)
    lines = [_line(unit.pk, unit.name, mine[unit.pk], theirs[unit.pk]) for unit in units]
    return Results(lines, total(line.tally for line in lines), judged)


def _units(programme: Programme, judged: Iterable[Judged], outside: Iterable[Task]) -> list[Agency]:
    """The units of the day, and whatever unit has something to count."""
    found = {unit.pk: unit for unit in units_of(programme.committee, programme.from_on)}
    found |= {one.item.unit_id: one.item.unit for one in judged}
    found |= {task.lead_id: task.lead for task in outside}
    return sorted(found.values(), key=lambda unit: (unit.name, unit.pk))


def by_person(results: Results) -> list[Line]:
    """The same items by the person who was to do them; without one, they are the unit's head's."""
    people: dict[int, list[Judged]] = {}
    names: dict[int, str] = {0: "Chưa ghi người thực hiện"}
    for one in results.judged:
        person = one.item.person
        people.setdefault(person.pk if person else 0, []).append(one)
        if person:
            names[person.pk] = f"{person.name} ({one.item.unit.name})"
    keys = sorted(people, key=lambda key: (key == 0, names[key], key))
    return [_line(key, names[key], people[key], []) for key in keys]


def _line(key: int, name: str, judged: list[Judged], outside: list[Task]) -> Line:
    counted = dict.fromkeys(COUNTS, 0) | {"unregistered": len(outside)}
    for one in judged:
        for count in one.counts:
            counted[count] += 1
    return Line(key, name, ProgrammeTally(**counted), judged, outside)


def judge(programme: Programme, items: Iterable[ProgrammeItem], at: datetime) -> list[Judged]:
    """Each item with what became of it by the moment."""
    found = [item for item in items if item.state != ProgrammeItem.State.WITHDRAWN]
    works, poor = works_of(programme, at), poor_ones(programme, at)
    reasons = dict(
        programme.items.filter(explanation__at__lte=at).values_list("pk", "explanation__reason")
    )
    return [_judged(programme, item, works, poor, reasons, day_of(at)) for item in found]


def _judged(
    programme: Programme, item: ProgrammeItem, works: dict[int, Work], poor: set[int],
    reasons: dict[int, str], today: date,
) -> Judged:  # fmt: skip
    work = works.get(item.task_id or 0, Work())
    outcome = judge_item(item.state, item.due_on, work, programme.span, today)
    facts = ItemFacts(
        is_approved=item.state in APPROVED_ONCE,
        outcome=outcome,
        was_registered=item.added_at is None,
        registered_late=is_late(item, programme),
        carried=item.carried_from_id is not None,
        added=item.added_at is not None,
        poor=item.task_id in poor,
        explained=item.pk in reasons,
    )
    later = work.due_on if work.due_on and work.due_on > item.due_on else None
    return Judged(item, outcome, facts, counts_of(facts), reasons.get(item.pk, ""), later)


def is_late(item: ProgrammeItem, programme: Programme) -> bool:
    """Registered after the day printed; leftovers and additions are not."""
    own = item.carried_from_id is None and item.added_at is None
    return own and day_of(item.registered_at) > programme.register_by


def tasks_of(programme: Programme) -> QuerySet[Any, Any]:
    """The keys of the tasks its items became, as a statement reads them."""
    return programme.items.exclude(task=None).values("task")


def works_of(programme: Programme, at: datetime) -> dict[int, Work]:
    """What the tasks of the programme showed at the moment, in one query."""
    then = TaskVersion.objects.filter(task__in=tasks_of(programme), valid_from__lte=at)
    rows = then.filter(Q(valid_until=None) | Q(valid_until__gt=at)).values_list(
        "task", "submitted_at", "state", "due_at"
    )
    return {
        task: Work(
            day_of(submitted) if submitted else None,
            state == State.DONE,
            last_day(due) if due else None,
        )
        for task, submitted, state, due in rows
        if state not in UNCOUNTED
    }


def poor_ones(programme: Programme, at: datetime) -> set[int]:
    """Tasks whose result was sent back, or that were found poor, in the period until the moment."""
    until, tasks = min(at, due_moment(programme.to_on)), tasks_of(programme)
    sent_back = Entry.objects.filter(
        subject_kind="task", verb="task.send_back", recorded_at__lt=until,
        recorded_at__gte=first_instant(programme),
        subject_id__in=tasks,
    )  # fmt: skip
    found = set(sent_back.values_list("subject_id", flat=True))
    return found.union(*(tell(tasks, until) for tell in _FOUND_POOR))


def first_instant(programme: Programme) -> datetime:
    """The first instant of its period."""
    return due_moment(programme.from_on - ONE_DAY)


def unregistered_tasks(programme: Programme, at: datetime) -> list[Task]:
    """Tasks of the units finished in the period for which no programme ever stood."""
    first, until = first_instant(programme), due_moment(programme.to_on)
    finished = TaskVersion.objects.filter(
        issuer=programme.committee_id, state=State.DONE, submitted_at__gte=first,
        submitted_at__lt=until, valid_from__lte=at,
    ).filter(Q(valid_until=None) | Q(valid_until__gt=at))  # fmt: skip
    stood_for = ProgrammeItem.objects.filter(
        programme__committee=programme.committee_id, state__in=APPROVED_ONCE
    ).exclude(task=None)
    tasks = Task.objects.filter(pk__in=finished.values("task"))
    outside = tasks.exclude(pk__in=stood_for.values("task")).select_related(
        "lead", "executor__user"
    )
    return list(outside.defer("search").order_by("lead__name", "due_at", "pk"))
