"""Months and quarters by their names: '2022-05' is tháng 5/2022, '2022-Q2' quý II/2022."""

import re
from calendar import monthrange
from datetime import date

from dondoc.rules.periods import NoPeriod, Period
from dondoc.rules.wording import day_short, roman

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def month_of(day: date) -> Period:
    """The calendar month of the day."""
    return _months(day.year, day.month, 1)


def quarter_of(day: date) -> Period:
    """The quarter of the day."""
    return _months(day.year, 3 * ((day.month - 1) // 3) + 1, 3)


def _months(year: int, first: int, n: int) -> Period:
    last = first + n - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def named(written: str) -> Period:
    """The month or quarter an address writes; raises NoPeriod in words."""
    if found := _MONTH.fullmatch(written):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _QUARTER.fullmatch(written):
        return _months(int(found[1]), 3 * int(found[2]) - 2, 3)
    raise NoPeriod(f"Không hiểu kỳ “{written}”. Hãy viết như 2022-05 hoặc 2022-Q2.")


def written(period: Period) -> str:
    """As an address writes it."""
    if period == quarter_of(period.from_on):
        return f"{period.from_on.year}-Q{(period.from_on.month - 1) // 3 + 1}"
    return f"{period.from_on:%Y-%m}"


def spoken(period: Period) -> str:
    """ "tháng 5/2022", "quý II/2022"."""
    day = period.from_on
    if period == month_of(day):
        return f"tháng {day.month}/{day.year}"
    if period == quarter_of(day):
        return f"quý {roman((day.month - 1) // 3 + 1)}/{day.year}"
    return f"{day_short(day)} - {day_short(period.to_on)}"
