"""The discipline of the week in figures: what was late, what was changed after publication."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from dondoc.agencies.models import Agency
from dondoc.planning.models import Week, WeekEntry

Change = WeekEntry.Change
CHANGED = (Change.RESCHEDULED, Change.POSTPONED, Change.CANCELLED, Change.ADJUSTED)
"""What people had to be told of again; an addition may have been changed as well."""
LEFT_OUT = (WeekEntry.State.DECLINED, WeekEntry.State.WITHDRAWN)


Behind = list[tuple[WeekEntry, frozenset[str]]]


def judged(committee: Agency, from_on: date, to_on: date, at: datetime) -> Behind:
    """The entries of a stretch of days as known at the moment, each with the counts it is in."""
    entries = WeekEntry.objects.filter(
        week__committee=committee, on__range=(from_on, to_on), proposed_at__lte=at
    ).exclude(state__in=LEFT_OUT)
    rows = entries.select_related("week", "unit").order_by("on", "starts_at", "pk")
    return [(entry, frozenset(_counts_of(entry, at))) for entry in rows]


def _counts_of(entry: WeekEntry, at: datetime) -> Iterator[str]:
    yield "entries"
    if entry.is_late:
        yield "late"
    if entry.added_at and entry.added_at <= at:
        yield "added"
    if entry.change in CHANGED and entry.changed_at and entry.changed_at <= at:
        yield str(entry.change)


@dataclass(frozen=True)
class UnitWeek:
    """What one unit's entries did to the weeks of a stretch of days; each count has its list."""

    pk: int
    name: str
    judged: Behind = field(repr=False)

    def behind(self, *counts: str) -> list[WeekEntry]:
        """Exactly the entries that are counted."""
        return [entry for entry, found in self.judged if found.intersection(counts)]

    def count(self, *counts: str) -> int:
        return len(self.behind(*counts))


def week_discipline(committee: Agency, from_on: date, to_on: date, at: datetime) -> list[UnitWeek]:
    """By the unit that proposed each entry; in one query."""
    units: dict[int, UnitWeek] = {}
    for one in judged(committee, from_on, to_on, at):
        unit = one[0].unit
        units.setdefault(unit.pk, UnitWeek(unit.pk, unit.name, [])).judged.append(one)
    return sorted(units.values(), key=lambda unit: (unit.name, unit.pk))


@dataclass(frozen=True)
class WeeksPublished:
    """The weeks of a stretch of days: published in time, late, or not yet."""

    in_time: list[Week]
    late: list[Week]
    unpublished: list[Week]

    @property
    def all(self) -> list[Week]:
        return sorted([*self.in_time, *self.late, *self.unpublished], key=lambda one: one.monday)


def weeks_published(committee: Agency, from_on: date, to_on: date, at: datetime) -> WeeksPublished:
    """By the hour each week was to be decided, as known at the moment."""
    found = WeeksPublished([], [], [])
    weeks = Week.objects.filter(committee=committee, monday__range=(from_on, to_on))
    for week in weeks.order_by("monday"):
        if week.decided_at is None or week.decided_at > at:
            found.unpublished.append(week)
        else:
            (found.late if week.is_late else found.in_time).append(week)
    return found
