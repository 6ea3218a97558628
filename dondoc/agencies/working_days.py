"""A committee's working calendar and the horizon of what is due soon, from its own data."""

from datetime import datetime

from django.db.models import Q

from dondoc.agencies.models import Agency, CalendarDay, CommitteeRules
from dondoc.database.clock import day_of
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.timeliness import due_moment


def calendar_of(committee: Agency) -> WorkingCalendar:
    """The national days off and made up, and the committee's own."""
    days = CalendarDay.objects.filter(Q(scope=None) | Q(scope=committee))
    kinds = list(days.values_list("day", "kind"))
    return WorkingCalendar(
        frozenset(day for day, kind in kinds if kind == CalendarDay.Kind.OFF),
        frozenset(day for day, kind in kinds if kind == CalendarDay.Kind.WORK),
    )


def soon_until(committee: Agency, moment: datetime) -> datetime:
    """The due moment of the last day that counts as soon, seen from the moment."""
    days = CommitteeRules.of(committee).due_soon_days
    return due_moment(calendar_of(committee).add_working_days(day_of(moment), days))
