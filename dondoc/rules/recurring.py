"""Duties that come again: on which days, and what becomes of days on which nobody works.

Căn cứ: thông lệ báo cáo định kỳ của UBND (hằng ngày, thứ Sáu hằng tuần, ngày 25 hằng tháng, ngày
làm việc đầu tiên của tháng, hằng quý, sáu tháng, hằng năm). Each occurrence is named by its nominal
day, so that a calendar which changes later never makes the same period twice.
"""

import calendar as gregorian
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dondoc.rules.calendar import WorkingCalendar

ONE_DAY = timedelta(days=1)
LAST = 31
"""The day that means the last of its month."""


class Every(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    FIRST_WORKING = "first_working"
    LAST_WORKING = "last_working"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


EVERY = {
    Every.DAY: "hằng ngày",
    Every.WEEK: "hằng tuần",
    Every.MONTH: "hằng tháng",
    Every.FIRST_WORKING: "ngày làm việc đầu tiên của tháng",
    Every.LAST_WORKING: "ngày làm việc cuối cùng của tháng",
    Every.QUARTER: "hằng quý",
    Every.HALF: "sáu tháng một lần",
    Every.YEAR: "hằng năm",
}
MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF: 6, Every.YEAR: 12}


class OffDay(StrEnum):
    EARLIER = "earlier"
    LATER = "later"
    SKIP = "skip"


OFF_DAYS = {
    OffDay.EARLIER: "làm sớm hơn, vào ngày làm việc liền trước",
    OffDay.LATER: "lùi sang ngày làm việc kế tiếp",
    OffDay.SKIP: "bỏ qua kỳ đó",
}
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Recurrence:
    """How often, on which day of it, and what a day off makes of it.

    `day` is a weekday (0 is Monday) of a week, else a day of the month (31: its last); `month` is
    the month within a quarter, a half or a year.
    """

    every: Every
    day: int = 1
    month: int = 1
    off_day: OffDay = OffDay.EARLIER

    @property
    def words(self) -> str:
        """ "ngày 25 hằng tháng", "thứ Sáu hằng tuần"."""
        often = EVERY[self.every]
        if self.every in (Every.DAY, Every.FIRST_WORKING, Every.LAST_WORKING):
            return often
        if self.every == Every.WEEK:
            return f"{WEEKDAYS[self.day]} {often}"
        day = "ngày cuối tháng" if self.day == LAST else f"ngày {self.day}"
        if self.every == Every.MONTH:
            return f"{day} {often}"
        if self.every == Every.YEAR:
            return f"{day} tháng {self.month} {often}"
        return f"{day} tháng thứ {self.month} của kỳ, {often}"


@dataclass(frozen=True)
class Occurrence:
    """One time it comes: the day that names it, and the day it is due."""

    period: date
    due_on: date


def occurrences(
    recurrence: Recurrence, after: date, until: date, calendar: WorkingCalendar
) -> list[Occurrence]:
    """Those named by days after the one and up to the other, in order."""
    found = []
    for day in _nominal(recurrence, after, until, calendar):
        due_on = _worked(day, recurrence, calendar)
        if due_on is not None:
            found.append(Occurrence(day, due_on))
    return found


def coming(
    recurrence: Recurrence, after: date, calendar: WorkingCalendar, count: int
) -> list[Occurrence]:
    """The next so many, for whoever sets the duty up to look at."""
    return occurrences(recurrence, after, after + timedelta(days=366 * count), calendar)[:count]


def _worked(day: date, recurrence: Recurrence, calendar: WorkingCalendar) -> date | None:
    if calendar.is_working(day):
        return day
    if recurrence.off_day == OffDay.SKIP:
        return None
    earlier = recurrence.off_day == OffDay.EARLIER
    return calendar.previous_working(day) if earlier else calendar.next_working(day)


def _nominal(
    recurrence: Recurrence, after: date, until: date, calendar: WorkingCalendar
) -> Iterator[date]:
    every = recurrence.every
    if every in (Every.DAY, Every.WEEK):
        day = after + ONE_DAY
        while day <= until:
            if every == Every.DAY or day.weekday() == recurrence.day:
                yield day
            day += ONE_DAY
        return
    month = after.replace(day=1)
    while month <= until:
        day_of_month = _in_month(recurrence, month, calendar)
        if day_of_month is not None and after < day_of_month <= until:
            yield day_of_month
        month = _next(month)


def _in_month(recurrence: Recurrence, month: date, calendar: WorkingCalendar) -> date | None:
    last = month.replace(day=gregorian.monthrange(month.year, month.month)[1])
    if recurrence.every == Every.FIRST_WORKING:
        return calendar.next_working(month)
    if recurrence.every == Every.LAST_WORKING:
        return calendar.previous_working(last)
    length = MONTHS[recurrence.every]
    if (month.month - 1) % length != (recurrence.month - 1) % length:
        return None
    return month.replace(day=min(recurrence.day, last.day))


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def problems(recurrence: Recurrence) -> list[str]:
    """What does not make sense, in words that say what to change."""
    if recurrence.every == Every.WEEK and not 0 <= recurrence.day < len(WEEKDAYS):
        return ["Hãy chọn thứ trong tuần."]
    if recurrence.every in MONTHS and not 1 <= recurrence.day <= LAST:
        return [f"Ngày trong tháng phải từ 1 đến {LAST} ({LAST} là ngày cuối tháng)."]
    length = MONTHS.get(recurrence.every, 1)
    if not 1 <= recurrence.month <= max(length, 1):
        return [f"Tháng trong kỳ phải từ 1 đến {length}."]
    return []
