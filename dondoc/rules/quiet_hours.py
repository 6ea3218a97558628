"""When a letter goes out: at once, at the hour of the day's one letter, or when rest is over.

Only letters wait; the inbox of the house has everything at once. What is urgent never waits.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.timeliness import VIET_NAM

MORNING = time(7)
"""When letters of days off go out, unless quiet hours say when the day begins."""


@dataclass(frozen=True)
class Habit:
    """How one person wants letters: together at an hour, not at night, not on days off."""

    digest_at: time | None = None
    quiet_from: time | None = None
    quiet_until: time | None = None
    rests: bool = False

    @property
    def morning(self) -> time:
        """When a working day begins after days off: at the end of a quiet night or dawn."""
        if self.quiet_until is not None and (self.is_quiet(time(0)) or self.is_quiet(MORNING)):
            return self.quiet_until
        return MORNING

    def is_quiet(self, hour: time) -> bool:
        """Does the hour lie in the quiet ones? They may run over midnight."""
        if self.quiet_from is None or self.quiet_until is None:
            return False
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= hour < self.quiet_until
        return hour >= self.quiet_from or hour < self.quiet_until


def letter_moment(moment: datetime, habit: Habit, calendar: WorkingCalendar) -> datetime:
    """The first moment, not before this one, at which the letter may go out."""
    local = moment.astimezone(VIET_NAM)
    if habit.digest_at is not None:
        day = local.date() + timedelta(days=local.time() > habit.digest_at)
        day = calendar.next_working(day) if habit.rests else day
        return datetime.combine(day, habit.digest_at, VIET_NAM)
    if habit.is_quiet(local.time()) and habit.quiet_until is not None:
        over_midnight = local.time() >= habit.quiet_until
        day = local.date() + timedelta(days=over_midnight)
        local = datetime.combine(day, habit.quiet_until, VIET_NAM)
    if habit.rests and not calendar.is_working(local.date()):
        day = calendar.next_working(local.date())
        local = datetime.combine(day, habit.morning, VIET_NAM)
    return local
