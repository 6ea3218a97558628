"""The working days of a calendar, numbered from a first one, so that time is counted in integers.

Time is told by *edges*: edge k lies where k working days, from the first one on, are over. The day
after edge k is worked next; the day before it was worked last. Edges before the first day are
negative.
"""

from bisect import bisect_left, bisect_right
from datetime import date

from dondoc.rules.calendar import LONGEST_BREAK, NoWorkingDay, WorkingCalendar

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
OUTSIDE = "Thời gian ra ngoài các năm 1 đến 9999."


class BeyondTheCalendar(NoWorkingDay):
    """Counting ran past the years that have a date."""


class WorkingDays:
    """A table of working days that grows, ten years at a time, as far as it is asked."""

    def __init__(self, start: date, calendar: WorkingCalendar) -> None:
        self._calendar = calendar
        self._days: list[int] = []
        self._zero = 0  # where edge 0 lies in the table
        self._from = self._to = start.toordinal()
        self._grow_ahead()

    def after(self, edge: int) -> date:
        """The working day that begins at an edge."""
        while self._zero + edge >= len(self._days):
            self._grow_ahead()
        while self._zero + edge < 0:
            self._grow_back()
        return date.fromordinal(self._days[self._zero + edge])

    def before(self, edge: int) -> date:
        """The working day that ends at an edge."""
        return self.after(edge - 1)

    def start_of(self, day: date) -> int:
        """The edge before this day, or before the first working day after it."""
        return bisect_left(self._days, self._reach(day)) - self._zero

    def end_of(self, day: date) -> int:
        """The edge after this day, or after the last working day before it."""
        return bisect_right(self._days, self._reach(day)) - self._zero

    def _reach(self, day: date) -> int:
        ordinal = day.toordinal()
        while ordinal >= self._to:
            self._grow_ahead()
        while ordinal < self._from:
            self._grow_back()
        return ordinal

    def _grow_ahead(self) -> None:
        until = min(self._to + LONGEST_BREAK, LAST + 1)
        self._days += self._worked(self._to, until)
        self._to = until

    def _grow_back(self) -> None:
        since = max(self._from - LONGEST_BREAK, FIRST)
        earlier = self._worked(since, self._from)
        self._days[:0] = earlier
        self._zero += len(earlier)
        self._from = since

    def _worked(self, since: int, until: int) -> list[int]:
        if since == until:
            raise BeyondTheCalendar(OUTSIDE)
        is_working = self._calendar.is_working
        found = [day for day in range(since, until) if is_working(date.fromordinal(day))]
        if not found:
            raise NoWorkingDay("Lịch làm việc không còn ngày làm việc nào.")
        return found
