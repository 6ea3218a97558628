"""Fixes a term in days or months once the day it is counted from is known."""

from datetime import date, timedelta

from dondoc.rules.calendar import WorkingCalendar, roll_over
from dondoc.rules.deadlines.words import Deadline, clamped, month_after


def due_moment_of_relative(
    deadline: Deadline, anchor_day: date, calendar: WorkingCalendar
) -> tuple[date | None, str | None]:
    """Due day and hour of a term counted from the anchor day, the day after being its first.

    A term that ends on a day off ends with the next working day (BLDS 2015, Điều 147, 148.5); a
    term before an event ends on the working day before. No day where no term is printed.
    """
    if not deadline.is_term:
        return deadline.due_on, deadline.time
    if deadline.working:
        return calendar.add_working_days(anchor_day, deadline.days or 0), deadline.time
    last = last_day(deadline, anchor_day)
    if last < anchor_day:
        return calendar.previous_working(last), deadline.time
    return roll_over(last, calendar), deadline.time


def last_day(deadline: Deadline, anchor_day: date) -> date:
    """The same day of the month so many months on, or its last day (BLDS 2015, Điều 148.3)."""
    if deadline.months is not None:
        return clamped(*month_after(anchor_day, deadline.months), anchor_day.day)[0]
    return anchor_day + timedelta(days=deadline.days or 0)
