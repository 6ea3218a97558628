"""The discipline of the week in figures: what was late, what was changed after publication."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q

from dondoc.agencies.models import Agency
from dondoc.planning.models import Week, WeekEntry

Change = WeekEntry.Change
COUNTS = ("entries", "late", "added", "rescheduled", "postponed", "cancelled", "adjusted")
LEFT_OUT = (WeekEntry.State.DECLINED, WeekEntry.State.WITHDRAWN)


@dataclass(frozen=True)
class Month:
    """A month by its first day."""

    first: date

    @property
    def last(self) -> date:
        return self.next - timedelta(days=1)

    @property
    def next(self) -> date:
        return (self.first + timedelta(days=32)).replace(day=1)

    @property
    def previous(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    def __str__(self) -> str:
        return f"tháng {self.first.month}/{self.first.year}"


@dataclass(frozen=True)
class UnitWeek:
    """What one unit's entries did to the weeks of a stretch of days."""

    pk: int
    name: str
    entries: int
    late: int
    added: int
    rescheduled: int
    postponed: int
    cancelled: int
    adjusted: int

    @property
    def changed(self) -> int:
        """All that people had to be told of again."""
        return self.rescheduled + self.postponed + self.cancelled + self.adjusted


def week_discipline(committee: Agency, from_on: date, to_on: date) -> list[UnitWeek]:
    """By the unit that proposed each entry; in one query."""

    def marked(mark: str) -> Count:
        return Count("pk", filter=Q(change=mark))

    entries = WeekEntry.objects.filter(week__committee=committee, on__range=(from_on, to_on))
    rows = (
        entries.exclude(state__in=LEFT_OUT)
        .values("unit_id", "unit__name")
        .annotate(
            entries=Count("pk"),
            late=Count("pk", filter=Q(proposed_at__gt=F("week__closes_at"))),
            added=Count("pk", filter=Q(added_at__isnull=False)),
            rescheduled=marked(Change.RESCHEDULED),
            postponed=marked(Change.POSTPONED),
            cancelled=marked(Change.CANCELLED),
            adjusted=marked(Change.ADJUSTED),
        )
        .order_by("unit__name", "unit_id")
        .values_list("unit_id", "unit__name", *COUNTS)
    )
    return [UnitWeek(*row) for row in rows]


@dataclass(frozen=True)
class WeeksPublished:
    """Of the weeks of a stretch of days: published in time, late, or not yet."""

    in_time: int
    late: int
    unpublished: int


def weeks_published(committee: Agency, from_on: date, to_on: date) -> WeeksPublished:
    """By the hour each week was to be decided."""
    weeks = Week.objects.filter(committee=committee, monday__range=(from_on, to_on))
    found = weeks.aggregate(
        in_time=Count("pk", filter=Q(decided_at__lte=F("closes_at"))),
        late=Count("pk", filter=Q(decided_at__gt=F("closes_at"))),
        unpublished=Count("pk", filter=Q(decided_at=None)),
    )
    return WeeksPublished(**found)
