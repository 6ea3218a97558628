"""A day as people type it in a hurry: 15/12, 15/12/2025, +10, +10lv, cuối tháng, k."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dondoc.rules.calendar import WorkingCalendar, roll_over
from dondoc.rules.folding import fold

FARTHEST = 3650
"""Days ahead that somebody may mean; more is a slip of the finger."""
NONE = {"k", "ko", "khong", "khong thoi han", "khong co", "0"}
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NUMBERS = re.compile(r"(?:ngay )?(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{4}|\d{2}))?")
TERM = re.compile(r"\+\s*(\d{1,4})\s*(lv|ngay lam viec|lam viec|ngay)?")
END = re.compile(r"(?:het |cuoi )(thang|quy|nam)(?: (\d{1,4}|i{1,3}|iv))?(?:[/ ](?:nam )?(\d{4}))?")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class NotADay(ValueError):
    """What was typed means no day; the words say what may be typed."""


@dataclass(frozen=True)
class TypedDay:
    """The day meant, or none where there is to be no deadline; and how it was counted."""

    on: date | None
    rule: str = ""


def typed_day(words: str, today: date, calendar: WorkingCalendar) -> TypedDay:
    """The day the words mean; without a year the next such day from today on."""
    said = " ".join(fold(words).split())
    if said in NONE:
        return TypedDay(None)
    for form, reader in ((ISO, _iso), (NUMBERS, _numbers), (END, _end)):
        if found := form.fullmatch(said):
            return TypedDay(reader(found, today))
    if found := TERM.fullmatch(said):
        return _term(found, today, calendar)
    raise NotADay(
        f"Không hiểu “{words.strip()[:30]}”. Hãy gõ 15/12, 15/12/2025, +10 (ngày), +10lv (ngày làm "
        "việc), cuối tháng, hoặc k (không thời hạn)."
    )


def _iso(found: re.Match[str], today: date) -> date:
    return _day(*(int(n) for n in found.groups()))


def _numbers(found: re.Match[str], today: date) -> date:
    day, month = int(found[1]), int(found[2])
    if found[3]:
        return _day(int(found[3]) + (2000 if len(found[3]) == 2 else 0), month, day)
    if (month, day) == (2, 29):
        return _day(_leap_year_from(today), 2, 29)
    this_year = _day(today.year, month, day)
    return this_year if this_year >= today else _day(today.year + 1, month, day)


def _leap_year_from(today: date) -> int:
    years = range(today.year, today.year + 9)
    return next(y for y in years if monthrange(y, 2)[1] == 29 and date(y, 2, 29) >= today)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADay(f"Không có ngày {day}/{month}/{year}. Hãy kiểm tra lại.") from None


def _term(found: re.Match[str], today: date, calendar: WorkingCalendar) -> TypedDay:
    days = int(found[1])
    if days > FARTHEST:
        raise NotADay(f"{days} ngày là quá xa. Hãy gõ ngày cụ thể.")
    if found[2] and found[2] != "ngay":
        return TypedDay(
            calendar.add_working_days(today, days),
            f"{days} ngày làm việc kể từ hôm nay {today:%d/%m/%Y}, người giao ấn định",
        )
    return TypedDay(
        roll_over(today + timedelta(days=days), calendar),
        f"{days} ngày kể từ hôm nay {today:%d/%m/%Y}, người giao ấn định",
    )


def _end(found: re.Match[str], today: date) -> date:
    """The last day of this month, quarter or year, or of the one that is named."""
    unit, number, year = found.groups()
    if unit == "nam":
        return _day(int(number or today.year), 12, 31)
    parts = {"thang": 1, "quy": 3}[unit]
    last = (ROMAN.get(number) or int(number)) * parts if number else _month_end(today, parts)
    if not 1 <= last <= 12:
        raise NotADay(f"Không có {'tháng' if parts == 1 else 'quý'} {number}.")
    end = _last_of(int(year) if year else today.year, last)
    return end if year or end >= today else _last_of(today.year + 1, last)


def _month_end(today: date, parts: int) -> int:
    return -(-today.month // parts) * parts


def _last_of(year: int, month: int) -> date:
    if not 1 <= year <= 9999:
        raise NotADay(f"Không có năm {year}.")
    return date(year, month, monthrange(year, month)[1])
