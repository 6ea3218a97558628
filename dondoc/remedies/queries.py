"""What others ask of the room: figures of a month, who owes the report, what comes again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.urls import NoReverseMatch, reverse

from dondoc.agencies.models import Agency, Officer
from dondoc.planning.models import Programme, ProgrammeItem, Registration
from dondoc.remedies.models import ObjectiveCause, Remedy, RemedyReport
from dondoc.remedies.models.remedies import LATENESS, RemedyQuerySet, RemedyReportQuerySet
from dondoc.rules.periods import Period
from dondoc.rules.remedies import MONTHS_LOOKED_AT, Told, month_before, next_month
from dondoc.rules.remedies import Repeats as Again
from dondoc.rules.remedies import repeats as judge_repeats
from dondoc.tasks.models import Task

State = Remedy.State
OWED = (RemedyReport.State.DUE, RemedyReport.State.RETURNED)
RELATED = (
    "unit", "committee", "task__lead", "item", "finding", "person__user", "person__agency",
    "objective", "closed_by__user",
)  # fmt: skip


def shown(remedies: RemedyQuerySet) -> RemedyQuerySet:
    """With all that a card or a row shows, in one query."""
    return remedies.select_related(*RELATED).defer("task__search")


COUNTED: dict[str, str] = {
    State.CALLED: "waiting", State.PROMISED: "promised", State.REPORTED: "reported",
    State.CLOSED: "closed",
}  # fmt: skip


@dataclass(frozen=True)
class UnitMonth:
    """The remedies of one unit that stand in a month; every count is the length of its list.

    Called for in the month itself, or carried: called for earlier and not closed before it began.
    Objective causes granted stand beside the other numbers, never taken off them.
    """

    unit: Agency
    lists: dict[str, list[Remedy]] = field(default_factory=dict, repr=False)

    def behind(self, *counts: str) -> list[Remedy]:
        """The remedies counted, count after count."""
        return [one for count in counts for one in self.lists.get(count, ())]

    def count(self, *counts: str) -> int:
        return len(self.behind(*counts))

    @property
    def all(self) -> int:
        return self.count(*STANDING)

    @property
    def open(self) -> int:
        return self.count("waiting", "promised", "reported")


STANDING = ("called", "carried")


def month_figures(committee: Agency, month: date, at: datetime) -> dict[int, UnitMonth]:
    """By unit, as of a moment: every unit of the committee, those without a remedy too."""
    units = {unit.pk: unit for unit in Agency.objects.units_of(committee).order_by("pk")}
    figures = {unit.pk: UnitMonth(unit) for unit in units.values()}
    standing = Remedy.objects.filter(committee=committee, called_at__lte=at).in_month(month)
    excuse_of = _excuses(committee, at)
    for one in shown(standing).order_by("unit__name", "pk"):
        told = figures.setdefault(one.unit_id, UnitMonth(one.unit))
        for count in _counts_of(one, month, at):
            told.lists.setdefault(count, []).append(one)
        one.excuse = excuse_of(one)
        if one.excuse:
            told.lists.setdefault("granted", []).append(one)
    return figures


def _counts_of(one: Remedy, month: date, at: datetime) -> Iterator[str]:
    yield "called" if one.month == month else "carried"
    yield COUNTED[stood(one, at)]


def _excuses(committee: Agency, at: datetime) -> Callable[[Remedy], ObjectiveCause | None]:
    """The cause granted by then, with the remedy or for the lateness of its task."""
    granted = ObjectiveCause.objects.granted(at).filter(committee=committee)
    rows = list(granted.select_related("decided_by__user").order_by("pk"))
    own = {one.remedy_id: one for one in rows if one.remedy_id}
    of_tasks = {one.task_id: one for one in rows if not one.remedy_id}

    def excuse_of(one: Remedy) -> ObjectiveCause | None:
        late = one.ground in LATENESS
        return own.get(one.pk) or (of_tasks.get(one.task_id) if late else None)

    return excuse_of


def stood(one: Remedy, at: datetime) -> str:
    """How a remedy stood at a moment, as far as its instants tell."""
    if one.closed_at and one.closed_at <= at:
        return State.CLOSED
    if one.reported_at and one.reported_at <= at:
        return State.REPORTED
    return State.PROMISED if one.state in (State.REPORTED, State.CLOSED) else one.state


def who_has_not_reported(committee: Agency, month: date, at: datetime) -> RemedyReportQuerySet:
    """The month's reports with their units at the moment: never sent, or returned as thin."""
    owed = Q(state__in=OWED) | Q(signed_at__gt=at)
    reports = RemedyReport.objects.filter(owed, committee=committee, month=month)
    return reports.select_related("unit", "committee").order_by("unit__name", "pk")


def reported_late(committee: Agency, month: date, at: datetime) -> list[RemedyReport]:
    """The month's reports that stood signed at the moment, but after their day."""
    signed = RemedyReport.objects.filter(committee=committee, month=month, signed_at__lte=at)
    rows = signed.exclude(state__in=OWED).select_related("unit", "committee")
    return [one for one in rows.order_by("unit__name", "pk") if one.was_late]


@dataclass(frozen=True)
class Repeated:
    """What came again in the last three months, with its bodies, tasks and people."""

    causes: list[tuple[Agency, str, tuple[date, ...]]]
    tasks: list[tuple[Task, int]]
    persons: list[tuple[Officer, int]]
    unit_causes: frozenset[tuple[int, str]]
    """Units with a cause that came again: the mark on their cards."""
    task_ids: frozenset[int]


def repeats(committee: Agency, month: date) -> Repeated:
    """A unit with the same cause in two of the last three months; a task, a person, again."""
    return _named(again_in(Remedy.objects.filter(committee=committee), month))


def repeats_seen(seen: RemedyQuerySet, month: date) -> Repeated:
    """The same among the remedies a reader sees."""
    return _named(again_in(seen, month))


def again_in(remedies: RemedyQuerySet, month: date) -> Again:
    """What the rule finds among these."""
    first = month
    for _ in range(MONTHS_LOOKED_AT - 1):
        first = month_before(first)
    rows = remedies.filter(month__gte=first, month__lte=month).order_by("pk")
    told = rows.values_list("unit_id", "month", "task_id", "person_id", "cause")
    return judge_repeats((Told(*row) for row in told), month)


def _named(again: Again) -> Repeated:
    units = Agency.objects.in_bulk({unit for unit, _ in again.causes})
    tasks = Task.objects.select_related("lead").defer("search").in_bulk(again.tasks)
    people = Officer.objects.select_related("user", "agency").in_bulk(again.persons)
    causes = sorted(again.causes.items(), key=lambda one: (-len(one[1]), units[one[0][0]].name))
    return Repeated(
        [(units[unit], Remedy.Cause(cause).label, months) for (unit, cause), months in causes],
        [(tasks[pk], n) for pk, n in _most_first(again.tasks)],
        [(people[pk], n) for pk, n in _most_first(again.persons)],
        frozenset(again.causes),
        frozenset(tasks),
    )


def _most_first(counts: dict[int, int]) -> list[tuple[int, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def remedies_of_report(report: RemedyReport) -> list[Remedy]:
    """What the report speaks of: all that stands in its month, and what was closed since the last.

    A remedy called for after the report of the month before was due, and closed within that month,
    was never reported otherwise.
    """
    since = Period(month_before(report.month), report.month).starts_at + timedelta(days=25)
    told = Q(month=report.month) | Q(closed_at__isnull=True) | Q(closed_at__gte=since)
    own = Remedy.objects.filter(told, unit=report.unit_id, committee=report.committee_id)
    return list(shown(own.filter(month__lte=report.month)).order_by("month", "pk"))


def programme_after(committee: Agency, month: date) -> Programme | None:
    """The programme of the next month, for which units register by the same day."""
    months = Programme.objects.filter(committee=committee, period=Programme.Period.MONTH)
    return months.filter(from_on=next_month(month)).first()


@dataclass(frozen=True)
class Registered:
    """How a unit's registration for a programme stands, beside its report of remedies."""

    programme: Programme
    items: int
    word: Registration | None

    @property
    def is_sent(self) -> bool:
        return self.word is not None

    @property
    def page(self) -> str:
        """Where the unit registers."""
        return _page_of("planning:registration", self.programme.pk)


def _page_of(name: str, *args: int) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:  # the pages of programmes are not there yet
        return ""


def registration_of(report: RemedyReport) -> Registered | None:
    """The unit's registration for next month; none where no programme is open yet."""
    programme = report.programme or programme_after(report.committee, report.month)
    if programme is None:
        return None
    found = registrations(programme, [report.unit_id])
    return found[report.unit_id]


def registrations(programme: Programme, units: list[int]) -> dict[int, Registered]:
    """The same of many units, in two queries."""
    items = ProgrammeItem.objects.filter(programme=programme, unit__in=units).order_by()
    items = items.exclude(state=ProgrammeItem.State.MERGED)
    counts = dict(items.values_list("unit").annotate(Count("pk")))
    words = {
        one.unit_id: one for one in Registration.objects.filter(programme=programme, unit__in=units)
    }
    return {unit: Registered(programme, counts.get(unit, 0), words.get(unit)) for unit in units}
