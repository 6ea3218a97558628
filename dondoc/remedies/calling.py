"""The house calls for remedies, and opens the reports of the month: daily, and twice is once.

What it judges is the committee's last day that ended, so it matters not at which hour it runs.
Each call is a transaction of its own: on SQLite writers wait no longer than for one row.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db import IntegrityError
from django.db.models import Q

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry, House
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.outcomes import judge
from dondoc.remedies.actions import call_for, open_report
from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.rules.periods import Period
from dondoc.rules.programmes import Outcome
from dondoc.rules.remedies import (
    LOOK_BACK,
    Called,
    Matter,
    calls_for,
    month_of,
    report_due,
)
from dondoc.rules.timeliness import due_moment
from dondoc.tasks.models import Task, TaskQuerySet
from dondoc.tasks.models.tasks import UNCOUNTED

ENDED_WITHIN = timedelta(days=31)
"""How long after its end a programme is looked at for what was not done."""


def call_remedies(at: datetime) -> int:
    """Calls for what the last day that ended calls for, and opens reports; how many were made."""
    committees = Agency.objects.committees().existing_on(day_of(at)).order_by("pk")
    return sum(call_remedies_of(one, at) for one in committees)


def call_remedies_of(committee: Agency, at: datetime) -> int:
    """The same for one committee."""
    return _call_for(committee, at) + _open_reports(committee, at)


def _call_for(committee: Agency, at: datetime) -> int:
    day = day_of(at) - timedelta(days=1)
    units = {unit.pk: unit for unit in Agency.objects.units_of(committee)}
    made = 0
    for thing, matter, before in _matters(committee, units, day):
        for call in calls_for(matter, before, day):
            made += _make(
                committee, at, unit=units[thing.unit_id], task=thing.task, item=thing.item,
                ground=str(call.ground), month=call.month,
            )  # fmt: skip
    return made


def _make(committee: Agency, at: datetime, **said: object) -> int:
    try:
        call_for(committee, by=House(), at=at, **said)  # type: ignore[arg-type]
    except IntegrityError:  # another node was quicker: it stands
        return 0
    return 1


@dataclass(frozen=True)
class Thing:
    """A task of a unit, or an item that has become no task."""

    unit_id: int
    task: Task | None
    item: ProgrammeItem | None = None

    @property
    def key(self) -> tuple[str, int]:
        if self.task is not None:
            return "task", self.task.pk
        return "item", self.item.pk if self.item is not None else 0


def _matters(
    committee: Agency, units: Iterable[int], day: date
) -> Iterator[tuple[Thing, Matter, list[Called]]]:
    """Each thing that may call for something, what is known of it, and what was called for."""
    things: dict[tuple[str, int], Thing] = {}
    matters: dict[tuple[str, int], Matter] = defaultdict(Matter)
    given = Task.objects.filter(issuer=committee, lead__in=list(units)).defer("search")
    for task in given.overdue(due_moment(day)):
        thing = Thing(task.lead_id, task)
        things[thing.key] = thing
        matters[thing.key] = replace(matters[thing.key], late=True)
    for task, days in _sent_back(given, day):
        thing = Thing(task.lead_id, task)
        things.setdefault(thing.key, thing)
        matters[thing.key] = replace(matters[thing.key], sent_back_on=days)
    for item in _not_done(committee, units, day):
        thing = Thing(item.task.lead_id if item.task else item.unit_id, item.task, item)
        if thing.unit_id not in units:
            continue
        things[thing.key] = thing
        month = month_of(item.programme.to_on)
        matters[thing.key] = replace(matters[thing.key], not_done_of=month)
    before = _called_before(things.values())
    for key in sorted(things):
        yield things[key], matters[key], before[key]


def _sent_back(given: TaskQuerySet, day: date) -> list[tuple[Task, tuple[date, ...]]]:
    """Tasks whose result was sent back of late: the journal knows on which days."""
    since = Period(day - LOOK_BACK, day)
    entries = Entry.objects.filter(
        subject_kind="task", verb="task.send_back",
        recorded_at__gte=since.starts_at, recorded_at__lt=since.ends_at,
    )  # fmt: skip
    days: dict[int, list[date]] = defaultdict(list)
    for pk, instant in entries.values_list("subject_id", "recorded_at"):
        days[pk].append(day_of(instant))
    found = given.filter(pk__in=days)
    return [(task, tuple(sorted(days[task.pk]))) for task in found]


def _not_done(committee: Agency, units: Iterable[int], day: date) -> list[ProgrammeItem]:
    """What programmes that have ended did not see done, and is still not handed in."""
    ended = Programme.objects.filter(
        committee=committee, to_on__lte=day, to_on__gt=day - ENDED_WITHIN,
        state__in=(Programme.State.APPROVED, Programme.State.PUBLISHED),
    )  # fmt: skip
    programmes = ended.order_by("to_on", "pk")
    return [item for one in programmes for item in _not_done_of(one, list(units), day)]


def _not_done_of(programme: Programme, units: list[int], day: date) -> list[ProgrammeItem]:
    """By the rule of programmes; what a longer one passed on to a shorter one is judged there."""
    waits = Q(task__submitted_at=None) & ~Q(task__state__in=UNCOUNTED)
    wanted = Q(task__isnull=False) & waits
    if programme.period == Programme.Period.MONTH:
        wanted |= Q(task=None, parts=None)
    found = programme.items.filter(wanted, unit__in=units)
    rows = found.select_related("programme", "task").order_by("pk").distinct()
    judged = judge(programme, rows, due_moment(day))
    return [one.item for one in judged if one.outcome is Outcome.NOT_DONE and one.item.was_approved]


def _called_before(things: Iterable[Thing]) -> dict[tuple[str, int], list[Called]]:
    keys = [thing.key for thing in things]
    tasks = [pk for kind, pk in keys if kind == "task"]
    items = [pk for kind, pk in keys if kind == "item"]
    of_item = Q(item__in=items, task=None)
    rows = Remedy.objects.filter(Q(task__in=tasks) | of_item).values_list(
        "task_id", "item_id", "ground", "month", "state", "closed_at"
    )
    found: dict[tuple[str, int], list[Called]] = defaultdict(list)
    for task, item, ground, month, state, closed_at in rows:
        key = ("task", task) if task else ("item", item)
        closed_in = month_of(day_of(closed_at)) if closed_at else None
        found[key].append(Called(ground, month, state != Remedy.State.CLOSED, closed_in))
    return found


def _open_reports(committee: Agency, at: datetime) -> int:
    """A report for each unit, until its day has passed: what was never asked for is not late."""
    today = day_of(at)
    month = month_of(today)
    day = CommitteeRules.of(committee).remedy_report_day
    if today > report_due(month, day, calendar_of(committee)):
        return 0
    there = RemedyReport.objects.filter(committee=committee, month=month).values("unit")
    units = Agency.objects.units_of(committee).existing_on(today).exclude(pk__in=there)
    return sum(_open_one(committee, at, unit, month) for unit in units.order_by("pk"))


def _open_one(committee: Agency, at: datetime, unit: Agency, month: date) -> int:
    try:
        open_report(committee, by=House(), at=at, unit=unit, month=month)
    except IntegrityError:  # another node was quicker
        return 0
    return 1
