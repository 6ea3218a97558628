"""Working days of a committee: weekends, public holidays, swapped working Saturdays.

Căn cứ: Bộ luật Lao động 2019, Điều 112; thông báo nghỉ lễ, hoán đổi ngày làm việc hằng năm.
`NATIONAL_DAYS` is seed data an administrator edits; a day no enacted text or announcement was seen
for is not `confirmed` and is shown for him to confirm.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

WEEKEND = frozenset({5, 6})  # Saturday and Sunday, as date.weekday() numbers them
ONE_DAY = timedelta(days=1)
LONGEST_BREAK = 3660  # days; a calendar without a working day in ten years is a mistake


class NoWorkingDay(ValueError):
    """The calendar holds no working day to go to."""


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days a committee works: Monday to Friday, less days off, plus days made up."""

    days_off: frozenset[date] = frozenset()
    work_days: frozenset[date] = frozenset()
    weekend: frozenset[int] = WEEKEND

    def is_working(self, day: date) -> bool:
        """A made-up Saturday counts as a working day even where it is also listed off."""
        if day in self.work_days:
            return True
        return day.weekday() not in self.weekend and day not in self.days_off

    def next_working(self, day: date) -> date:
        """This day when it is worked, otherwise the first working day after it."""
        return self._walk(day, ONE_DAY)

    def previous_working(self, day: date) -> date:
        """This day when it is worked, otherwise the last working day before it."""
        return self._walk(day, -ONE_DAY)

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after the day (before it when n < 0); the day itself for 0."""
        step = ONE_DAY if n > 0 else -ONE_DAY
        for _ in range(abs(n)):
            day = self._walk(day + step, step)
        return day

    def working_days_between(self, a: date, b: date) -> int:
        """Working days after a up to and including b; negative when b lies before a."""
        if b < a:
            return -self.working_days_between(b, a)
        days = (a + timedelta(days=i) for i in range(1, (b - a).days + 1))
        return sum(map(self.is_working, days))

    def _walk(self, day: date, step: timedelta) -> date:
        for _ in range(LONGEST_BREAK):
            if self.is_working(day):
                return day
            day += step
        raise NoWorkingDay("Lịch làm việc không còn ngày làm việc nào.")


def roll_over(day: date, calendar: WorkingCalendar) -> date:
    """A term in days that ends on a day off ends on the next working day (BLDS 2015, 148.5)."""
    return calendar.next_working(day)


LABOUR_CODE = "Bộ luật Lao động 2019, Điều 112"
MADE_UP = "Bộ luật Lao động 2019, Điều 111 khoản 3 (nghỉ bù ngày lễ trùng ngày nghỉ hằng tuần)"
EXPECTED = "Dự kiến, chờ thông báo chính thức"


@dataclass(frozen=True)
class DayOff:
    """One day on which the week's rule does not hold, and the text that says so."""

    day: date
    kind: Literal["off", "work"]
    name: str
    source: str
    confirmed: bool = True


def _off(
    year: int, days: str, name: str, source: str = LABOUR_CODE, sure: bool = True
) -> list[DayOff]:
    return [DayOff(_day(year, d), "off", name, source, sure) for d in days.split()]


def _swap(year: int, off: str, worked: str, source: str, sure: bool = True) -> list[DayOff]:
    return [
        DayOff(_day(year, off), "off", "Nghỉ hoán đổi", source, sure),
        DayOff(_day(year, worked), "work", "Làm việc bù", source, sure),
    ]


def _day(year: int, printed: str) -> date:
    day, month = map(int, printed.split("/"))
    return date(year, month, day)


NEW_YEAR, TET, HUNG_KINGS = "Tết Dương lịch", "Tết Âm lịch", "Giỗ Tổ Hùng Vương"
VICTORY, LABOUR_DAY, NATIONAL = "Ngày Chiến thắng", "Quốc tế Lao động", "Quốc khánh"

NATIONAL_DAYS: tuple[DayOff, ...] = (
    *_off(2022, "3/1", NEW_YEAR, MADE_UP),
    *_off(2022, "31/1 1/2 2/2 3/2 4/2", TET),
    *_off(2022, "11/4", HUNG_KINGS, MADE_UP),
    *_off(2022, "2/5", VICTORY, MADE_UP),
    *_off(2022, "3/5", LABOUR_DAY, MADE_UP),
    *_off(2022, "1/9 2/9", NATIONAL),
    *_off(2023, "2/1", NEW_YEAR, MADE_UP),
    *_off(2023, "20/1 23/1 24/1 25/1 26/1", TET),
    *_off(2023, "2/5", HUNG_KINGS, MADE_UP),
    *_off(2023, "3/5", VICTORY, MADE_UP),
    *_off(2023, "1/5", LABOUR_DAY),
    *_off(2023, "1/9", NATIONAL),
    *_off(2023, "4/9", NATIONAL, MADE_UP),
    *_off(2024, "1/1", NEW_YEAR),
    *_off(2024, "8/2 9/2 12/2 13/2 14/2", TET),
    *_off(2024, "18/4", HUNG_KINGS),
    *_off(2024, "30/4", VICTORY),
    *_off(2024, "1/5", LABOUR_DAY),
    *_off(2024, "2/9 3/9", NATIONAL),
    *_swap(2024, "29/4", "4/5", "Thông báo hoán đổi ngày làm việc dịp 30/4, 01/5/2024"),
    *_off(2025, "1/1", NEW_YEAR),
    *_off(2025, "27/1 28/1 29/1 30/1 31/1", TET),
    *_off(2025, "7/4", HUNG_KINGS),
    *_off(2025, "30/4", VICTORY),
    *_off(2025, "1/5", LABOUR_DAY),
    *_off(2025, "1/9 2/9", NATIONAL),
    *_swap(2025, "2/5", "26/4", "Thông báo hoán đổi ngày làm việc dịp 30/4, 01/5/2025"),
    *_off(2026, "1/1", NEW_YEAR),
    *_swap(2026, "2/1", "10/1", "Công văn 12729/VPCP-KGVX ngày 25/12/2025", sure=False),
    *_off(2026, "16/2 17/2 18/2 19/2 20/2", TET),
    *_off(2026, "27/4", HUNG_KINGS, MADE_UP),
    *_off(2026, "30/4", VICTORY),
    *_off(2026, "1/5", LABOUR_DAY),
    *_off(2026, "1/9 2/9", NATIONAL),
    *_swap(2026, "31/8", "22/8", "Thông báo nghỉ Tết Âm lịch và Quốc khánh năm 2026"),
    *_off(2026, "24/11", "Ngày Văn hóa Việt Nam", "Nghị quyết 80-NQ/TW ngày 7/1/2026", sure=False),
    *_off(2027, "1/1", NEW_YEAR),
    *_off(2027, "4/2 5/2 8/2 9/2 10/2", TET, EXPECTED, sure=False),
    *_off(2027, "16/4", HUNG_KINGS),
    *_off(2027, "30/4", VICTORY),
    *_off(2027, "3/5", LABOUR_DAY, MADE_UP),
    *_off(2027, "2/9", NATIONAL),
    *_off(2027, "3/9", NATIONAL, EXPECTED, sure=False),
    *_off(2027, "24/11", "Ngày Văn hóa Việt Nam", "Nghị quyết 80-NQ/TW ngày 7/1/2026", sure=False),
)


def national_calendar(days: tuple[DayOff, ...] = NATIONAL_DAYS) -> WorkingCalendar:
    """The calendar these days make."""
    return WorkingCalendar(
        frozenset(d.day for d in days if d.kind == "off"),
        frozenset(d.day for d in days if d.kind == "work"),
    )
