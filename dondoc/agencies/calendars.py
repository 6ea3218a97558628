"""The days a committee works, from the rows an administrator keeps."""

from datetime import date

from django.db.models import F, Q

from dondoc.agencies.models import Agency, CalendarDay
from dondoc.rules.calendar import NATIONAL_DAYS, WorkingCalendar


def calendar_of(committee: Agency | None) -> WorkingCalendar:
    """The nation's days off and made up, with the committee's own over them.

    Until an administrator keeps any national day, those the house was delivered with hold.
    """
    kept = CalendarDay.objects.filter(Q(scope=None) | Q(scope=committee))
    rows = list(kept.order_by(F("scope").asc(nulls_first=True), "pk"))
    kinds: dict[date, str] = {}
    if all(row.scope_id for row in rows):
        kinds.update({seed.day: seed.kind for seed in NATIONAL_DAYS})
    kinds.update({row.day: row.kind for row in rows})  # the committee's own come last and win
    return WorkingCalendar(
        frozenset(day for day, kind in kinds.items() if kind == CalendarDay.Kind.OFF),
        frozenset(day for day, kind in kinds.items() if kind == CalendarDay.Kind.WORK),
    )
