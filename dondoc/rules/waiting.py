"""Days a lead unit spent waiting for others: so that it is not blamed for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dondoc.rules.calendar import WorkingCalendar

Span = tuple[date, date]
"""The day something was asked, and the day it came (or today)."""


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same days without overlaps, in order."""
    found: list[Span] = []
    for begun, ended in sorted(spans):
        if found and begun <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ended))
        else:
            found.append((begun, ended))
    return found


def days_waited(spans: Iterable[Span], calendar: WorkingCalendar) -> int:
    """Working days after the asking up to the answer; waits side by side count once."""
    days = (
        begun + timedelta(days=n)
        for begun, ended in joined(spans)
        for n in range(1, (ended - begun).days + 1)
    )
    return sum(map(calendar.is_working, days))


@dataclass(frozen=True)
class Lateness:
    """Working days after the deadline, and how many of them the lead waited for others."""

    days: int
    waited: int

    @property
    def own(self) -> int:
        """Those the lead unit has to answer for alone."""
        return self.days - self.waited


def lateness(
    due_on: date, ended: date, waits: Iterable[Span], calendar: WorkingCalendar
) -> Lateness:
    """The working days after the deadline up to the day of the result (or today)."""
    after = [(max(begun, due_on), min(until, ended)) for begun, until in waits]
    waited = days_waited([span for span in after if span[0] < span[1]], calendar)
    return Lateness(max(0, calendar.working_days_between(due_on, ended)), waited)
