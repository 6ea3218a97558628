"""A task put off by its assigner: the clock stands still, and starts again with what was left."""

from datetime import date

from dondoc.rules.calendar import WorkingCalendar


def due_after_pause(
    due_on: date, suspended_on: date, resumed_on: date, calendar: WorkingCalendar
) -> date:
    """The deadline with as many working days left on resuming as were left on suspending.

    What was late before stays as late; nothing ends on a day off, and no deadline moves nearer.
    """
    if due_on < suspended_on:
        return due_on
    left = calendar.working_days_between(suspended_on, due_on)
    return max(due_on, calendar.next_working(calendar.add_working_days(resumed_on, left)))
