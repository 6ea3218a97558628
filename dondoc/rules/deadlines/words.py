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
    "bảy": 5, "bẩy": 5, "7": 5, "nhật": 6,
}  # fmt: skip
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
}  # fmt: skip
MISREAD = str.maketrans("lio", "110")  # what a scanner makes of 1 and 0

# In patterns a blank stands for blanks and line breaks, “~” for those or nothing.
PIECES = {
    "DATE": r"(?:[\dlio]{1,2}~[/.-]~[\dlio]{1,2}~[/.-]~[\dlo]{4}(?!\w)"
    r"|\d{1,2}/\d{1,2}/\d{2}(?![\w/])"
    r"|(?:(?:mồng|mùng) )?\d{1,2}~tháng~\d{1,2}"
    r"(?:(?:,?~năm~|~[/.-]~|,? (?=20))\d{4}| tới| này|(?: của)? năm (?:nay|sau|tới|kế tiếp))?(?!\d)"
    r"|\d{1,2} tháng (?:tới|này)(?!\w)"
    r"|\d{1,2}~[/-]~\d{1,2}(?: tới|(?: của)? năm (?:nay|sau|tới|kế tiếp))?(?![/.-]?\w))",
    "DM": r"(?:\d{1,2}(?:~[/-]~| tháng )\d{1,2}(?![\d/]))",
    "DAY": r"(?:(?:(?:mồng|mùng) )?\d{1,2}(?![\d/]))",
    "MONTH": r"(?:tháng \d{1,2}(?:(?:,? năm |~[/.-]~)\d{4}(?!\d)| năm (?:nay|sau|tới)"
    r"| tới| này)?(?![\d/]))",
    "QUARTER": r"(?:quý (?:iv|i{1,3}|[1-4])(?:(?:~[/.-]~|,? năm | )\d{4}(?!\d)"
    r"| năm (?:nay|sau|tới))?(?![\w/]))",
    "YEAR": r"(?:năm (?:\d{4}(?!\d)|(?:nay|tới)(?!\w)))",
    "NEAR": r"(?:(?:tuần|tháng|quý) (?:này|tới|sau)(?!\w)|năm sau(?!\w))",
    "TIME": r"(?:\d{1,2}(?::\d{2}|~(?:giờ|h|g)(?:~\d{2}(?!\d))?(?:~phút|~['’′])?)(?!\w)"
    r"(?: (?:sáng|trưa|chiều|tối))?)",
    "WEEKDAY": r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?!\w)|chủ nhật)",
    "EVERY": r"(?:hằng|hàng|mỗi)",
    "BY": r"(?:(?:chậm|muộn) nhất(?:~:)?(?: (?:là|vào|trong|đến|hết|đến hết)){0,2}(?: trước)?"
    r"|(?:đến )?trước(?:~:)?|(?:cho )?đến hết"
    r"|hạn (?:cuối|chót)(?: cùng)?(?: là)?~:?(?: trước)?"
    r"|không (?:được |để ){0,2}(?:quá|(?:muộn|chậm|trễ) (?:hơn|quá))(?! \d{1,2}/\d))",
    # a day and no share of a whole, as in “hoàn thành 2/3 khối lượng”
    "SURE": r"(?=ngày|\d{1,2}~[/.-]~\d{1,2}~[/.-]~\d|\d{1,2} tháng|(?:mồng|mùng) )",
    "AND": r"(?:,| và|, và|;|~/)",
    "NUM": r"(?:(?P<n>\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"(?: \([^\W\d_]{2,6}(?: [^\W\d_]{2,6})?\))?)",
    "WORD": r"(?:[^\s.,;:()|+*-][^\s.,;:()|]{0,30})",
    "LETTERS": r"(?:[^\W\d_]{1,20})",
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
    months: int | None = None  # the term where it is in months

    @property
    def is_term(self) -> bool:
        """Whether it is counted in days or months from a day yet to be known."""
        return self.days is not None or self.months is not None


def pattern(template: str) -> re.Pattern[str]:
    """Compiles a phrase template: {PIECES}, “ ” for blanks, “~” for optional blanks."""
    for name, piece in PIECES.items():
        template = template.replace("{" + name + "}", piece)
    template = template.replace("(?:ngày )?", "(?:ngày~)?")  # “trước ngày30/11”
    return re.compile(template.replace(" ", r"\s{1,12}").replace("~", r"\s{0,12}"))


def to_date(printed: str, issued_on: date | None) -> tuple[date | None, str]:
    """A printed date and a warning; without a year: that of issue, or the next when past."""
    numbers = numbers_of(_mended(printed))
    if "tháng" in printed and len(numbers) == 1:
        return _day_near(numbers[0], printed, issued_on)
    if len(numbers) < 2 or not 1 <= numbers[1] <= 12 or not 1 <= numbers[0] <= 31:
        return None, ""
    day, month = numbers[:2]
    if len(numbers) > 2:
        year = numbers[2] + 2000 if numbers[2] < 100 else numbers[2]
        return clamped(year, month, day) if year in YEARS else (None, "")
    if issued_on is None:
        return None, "thiếu năm"
    year = issued_on.year + bool(re.search(r"năm\s+(?:sau|tới|kế)", printed))
    found, warning = clamped(year, month, day)
    return (found, warning) if found >= issued_on else clamped(year + 1, month, day)


def _mended(printed: str) -> str:
    """“l5/12/2O25” as the scanner saw it → “15/12/2025”; a day in words stays as it is."""
    if "tháng" in printed or "năm" in printed or sum(map(str.isdigit, printed)) < 4:
        return printed
    return printed.removesuffix("tới").translate(MISREAD)


def _day_near(day: int, printed: str, issued_on: date | None) -> tuple[date | None, str]:
    """“ngày 25 tháng này”, “ngày 05 tháng tới”."""
    if issued_on is None or not 1 <= day <= 31:
        return None, "thiếu tháng" if 1 <= day <= 31 else ""
    year, month = month_after(issued_on, 0 if "này" in printed else 1)
    return clamped(year, month, day)


def numbers_of(printed: str) -> list[int]:
    """The numbers printed in a phrase."""
    return [int(n) for n in re.findall(r"[0-9]+", printed)]


def to_number(printed: str) -> int:
    """“05”, “năm” → 5."""
    return int(printed) if printed.isdecimal() else NUMBERS[printed]


def clamped(year: int, month: int, day: int) -> tuple[date, str]:
    """The day, or the last day of a month too short for it, with a warning."""
    last = monthrange(year, month)[1]
    warning = f"ngày {day}/{month} không có, lấy {last}/{month}" if day > last else ""
    return date(year, month, min(day, last)), warning


def month_after(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def end_of(printed: str, issued_on: date | None) -> date | None:
    """Last day of the week, month, quarter or year named."""
    if re.search(r"(?:tuần|tháng|quý)\s+(?:này|tới|sau)|năm\s+(?:nay|tới|sau)$", printed) and not (
        re.search(r"\d", printed)
    ):
        return _end_near(printed, issued_on)
    if printed.startswith("tháng"):
        return _end_of_month(printed, issued_on)
    if printed.startswith("quý"):
        return _end_of_quarter(printed, issued_on)
    year = to_year(printed)
    return date(year, 12, 31) if year else None


def _end_near(printed: str, issued_on: date | None) -> date | None:
    """“tháng này”, “quý tới”, “năm nay”; a week ends for offices on Friday."""
    if issued_on is None:
        return None
    later = int(not printed.endswith(("này", "nay")))
    if printed.startswith("tuần"):
        monday = issued_on - timedelta(days=issued_on.weekday()) + timedelta(days=7 * later)
        return max(monday + timedelta(days=4), issued_on)
    if printed.startswith("năm"):
        return date(issued_on.year + later, 12, 31)
    first = (issued_on.month + 2) // 3 * 3 - issued_on.month if printed.startswith("quý") else 0
    step = 3 if printed.startswith("quý") else 1
    return clamped(*month_after(issued_on, first + step * later), 31)[0]


def _end_of_month(printed: str, issued_on: date | None) -> date | None:
    numbers = numbers_of(printed)
    if not 1 <= numbers[0] <= 12:
        return None
    return _end_of(numbers[0], numbers[1] if len(numbers) > 1 else None, printed, issued_on)


def _end_of_quarter(printed: str, issued_on: date | None) -> date | None:
    found = re.search(r"quý\s+(iv|i{1,3}|[1-4])\D*(\d{4})?", printed)
    if not found:
        return None
    year = int(found[2]) if found[2] else None
    return _end_of(QUARTERS[found[1]] * 3, year, printed, issued_on)


def _end_of(month: int, year: int | None, printed: str, issued_on: date | None) -> date | None:
    if year is not None:
        return clamped(year, month, 31)[0] if year in YEARS else None
    if issued_on is None:
        return None
    if re.search(r"năm\s+(?:sau|tới)", printed):
        return clamped(issued_on.year + 1, month, 31)[0]
    end = clamped(issued_on.year, month, 31)[0]
    return end if end >= issued_on else clamped(issued_on.year + 1, month, 31)[0]


def to_year(printed: str) -> int | None:
    """The last year of “năm 2025”, “2026 - 2030”."""
    found = [int(n) for n in re.findall(r"\d{4}", printed)]
    return found[-1] if found and found[-1] in YEARS else None


def to_time(printed: str | None) -> str | None:
    """“17 giờ 30 phút” → 17:30; “3 giờ chiều” → 15:00."""
    numbers = numbers_of(printed or "")
    if not numbers or numbers[0] > 24:
        return None
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if hour < 12 and re.search("chiều|tối", printed or ""):
        hour += 12
    return f"{hour:02}:{minute:02}" if minute < 60 else None


def to_weekday(printed: str) -> int:
    """Monday is 0."""
    return WEEKDAYS[printed.split()[-1]]


def next_month_day(day: int, after: date, months: tuple[int, ...] = ()) -> date:
    """First day-of-month after the date, in any month or only in these."""
    for later in range(14):
        year, month = month_after(after, later)
        found = clamped(year, month, day)[0]
        if found > after and (not months or month in months):
            return found
    raise ValueError(f"no such month: {months}")


def next_weekday(weekday: int, after: date) -> date:
    """First such weekday after the date."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)
