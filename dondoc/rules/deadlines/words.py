"""The words deadlines are made of: dates, months, quarters, hours, weekdays, and what they mean."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal[
    "date", "range", "daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly",
    "relative", "event", "continuous", "urgent",
]  # fmt: skip
Anchor = Literal["calendar", "issue", "receipt", "event"]

YEARS = range(1990, 2101)
WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4,
    "bảy": 5, "bẩy": 5, "7": 5, "chủ nhật": 6,
}  # fmt: skip
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

# In patterns a blank stands for blanks and line breaks, “~” for those or nothing.
PIECES = {
    "DATE": r"(?:\d{1,2}~[/.-]~\d{1,2}~[/.-]~\d{4}(?!\d)"
    r"|\d{1,2} tháng \d{1,2}(?:(?:,? năm |~[/.-]~)\d{4})?(?!\d)"
    r"|\d{1,2}~[/-]~\d{1,2}(?![\d/.-]))",
    "DAY": r"(?:\d{1,2})",
    "MONTH": r"(?:tháng \d{1,2}(?:(?: năm |~[/.-]~)\d{4})?(?![\d/]))",
    "QUARTER": r"(?:quý (?:iv|i{1,3}|[1-4])(?:(?:~[/.-]~| năm | )\d{4})?(?!\w))",
    "YEAR": r"(?:năm \d{4}(?!\d))",
    "TIME": r"(?:\d{1,2}~(?:giờ|h|:)(?:~\d{2}(?!\d))?(?:~phút|~['’′])?(?: (?:sáng|chiều|tối))?)",
    "WEEKDAY": r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)",
    "EVERY": r"(?:hằng|hàng|mỗi)",
    "BY": r"(?:(?:(?:chậm|muộn) nhất)(?: (?:là|vào|đến))?(?: trước)?|(?:xong |đến )?trước"
    r"|đến hết|hạn (?:cuối|chót)(?: là)?)",
}


@dataclass(frozen=True)
class Deadline:
    """A deadline as printed and as read; `due_on` only where the text itself determines it."""

    phrase: str
    start: int
    end: int
    kind: Kind
    due_on: date | None = None
    time: str | None = None
    strict: bool = False  # “trước ngày D”: due on D, reminded for the day before
    rule: str = ""  # e.g. monthly:25, quarterly:m3:20, weekly:4, relative:+10, event:-2
    anchor: Anchor = "calendar"
    detail: str = ""
    confidence: float = 1.0
    days: int | None = None  # the term of a relative or event deadline, negative before the event
    working: bool = False  # the term is in working days


def pattern(template: str) -> re.Pattern[str]:
    """Compiles a phrase template: {PIECES}, “ ” for blanks, “~” for optional blanks."""
    for name, piece in PIECES.items():
        template = template.replace("{" + name + "}", piece)
    return re.compile(template.replace(" ", r"\s{1,12}").replace("~", r"\s{0,12}"))


def to_date(printed: str, issued_on: date | None) -> tuple[date | None, str]:
    """A printed date and a warning; without a year: that of issue, or the next when past."""
    numbers = [int(n) for n in re.findall(r"\d+", printed)]
    day, month = numbers[0], numbers[1]
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None, ""
    if len(numbers) > 2:
        return (clamped(numbers[2], month, day)) if numbers[2] in YEARS else (None, "")
    if issued_on is None:
        return None, "thiếu năm"
    found, warning = clamped(issued_on.year, month, day)
    return (found, warning) if found >= issued_on else clamped(issued_on.year + 1, month, day)


def clamped(year: int, month: int, day: int) -> tuple[date, str]:
    """The day, or the last day of a month too short for it, with a warning."""
    last = monthrange(year, month)[1]
    warning = f"ngày {day}/{month} không có, lấy {last}/{month}" if day > last else ""
    return date(year, month, min(day, last)), warning


def end_of_month(printed: str, issued_on: date | None) -> date | None:
    """Last day of “tháng 12/2025”."""
    numbers = [int(n) for n in re.findall(r"\d+", printed)]
    if not 1 <= numbers[0] <= 12:
        return None
    return _end_of(numbers[0], numbers[1] if len(numbers) > 1 else None, issued_on)


def end_of_quarter(printed: str, issued_on: date | None) -> date | None:
    """Last day of “quý III/2025”."""
    found = re.search(r"quý\s+(iv|i{1,3}|[1-4])\D*(\d{4})?", printed)
    if not found:
        return None
    return _end_of(QUARTERS[found[1]] * 3, int(found[2]) if found[2] else None, issued_on)


def _end_of(month: int, year: int | None, issued_on: date | None) -> date | None:
    if year is not None:
        return clamped(year, month, 31)[0] if year in YEARS else None
    if issued_on is None:
        return None
    end = clamped(issued_on.year, month, 31)[0]
    return end if end >= issued_on else clamped(issued_on.year + 1, month, 31)[0]


def to_year(printed: str) -> int | None:
    """The year of “năm 2025”."""
    found = re.search(r"\d{4}", printed)
    return int(found[0]) if found and int(found[0]) in YEARS else None


def to_time(printed: str | None) -> str | None:
    """“17 giờ 30 phút” → 17:30; “3 giờ chiều” → 15:00."""
    numbers = [int(n) for n in re.findall(r"\d+", printed or "")]
    if not numbers or numbers[0] > 24:
        return None
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if hour < 12 and re.search("chiều|tối", printed or ""):
        hour += 12
    return f"{hour:02}:{minute:02}" if minute < 60 else None


def to_weekday(printed: str) -> int:
    """Monday is 0."""
    word = printed.split()[-1]
    return 6 if word == "nhật" else WEEKDAYS[word]


def next_month_day(day: int, after: date, months: tuple[int, ...] = ()) -> date:
    """First day-of-month after the date, in any month or only in these."""
    year, month = after.year, after.month
    while True:
        found = clamped(year, month, day)[0]
        if found > after and (not months or month in months):
            return found
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def next_weekday(weekday: int, after: date) -> date:
    """First such weekday after the date."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)
