"""The working calendar of a committee, and what its regulation makes of a moment."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from dondoc.agencies.models import Agency, CalendarDay, CommitteeRules
from dondoc.database.clock import day_of
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.timeliness import due_moment, soon_in_words


@dataclass(frozen=True)
class Thresholds:
    """Until when a deadline counts as soon, and after how many days silence counts as long."""

    soon_until: datetime
    stale_days: int
    soon_words: str
    """What counts as soon, for legends."""


def calendar_of(committee: Agency) -> WorkingCalendar:
    """The nation's days off and made-up days, overruled from above down to the committee's own."""
    scoped = _days_of(committee).values_list("scope__path", "day", "kind")
    from_above = sorted(scoped, key=lambda row: len(row[0] or ""))
    kinds = {day: kind for _, day, kind in from_above}
    off = frozenset(day for day, kind in kinds.items() if kind == CalendarDay.Kind.OFF)
    return WorkingCalendar(off, frozenset(kinds) - off)


def _days_of(committee: Agency) -> QuerySet[CalendarDay]:
    """The nation's days, those of committees above that reach down, and its own."""
    above = [int(pk) for pk in committee.path.split("/") if pk]
    reaching = Q(scope_id__in=above, reaches_below=True)
    return CalendarDay.objects.filter(Q(scope=None) | reaching | Q(scope_id=committee.pk))


def thresholds_of(committee: Agency, moment: datetime) -> Thresholds:
    """The committee's thresholds at a moment, in two queries."""
    rules = CommitteeRules.of(committee)
    last = calendar_of(committee).add_working_days(day_of(moment), rules.due_soon_days)
    words = soon_in_words(rules.due_soon_days, rules.due_soon_percent)
    return Thresholds(due_moment(last), rules.stale_days, words)


def soon_percent(body: Agency) -> int:
    """Of a task's time the share after which it is due soon, by the rules of the body's committee.

    It is put on a task with its deadline: another share holds for deadlines given from then on.
    """
    return CommitteeRules.of(body.committee or body).due_soon_percent


def soon_until(committee: Agency, moment: datetime) -> datetime:
    """The due moment of the last day that counts as soon, in working days of the committee."""
    return thresholds_of(committee, moment).soon_until
