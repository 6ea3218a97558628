"""What comes again every day, week, month, quarter, half-year or year."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dondoc.rules.deadlines.readers import found, said
from dondoc.rules.deadlines.words import (
    Deadline,
    Kind,
    clamped,
    month_after,
    next_month_day,
    next_weekday,
    numbers_of,
    to_number,
    to_time,
    to_weekday,
)

QUARTER_ENDS, QUARTER_STARTS = (3, 6, 9, 12), (1, 4, 7, 10)
LONG_MONTH, DAYS_A_WEEK = 31, 7
NTH = {"đầu": 1, "nhất": 1, "hai": 2, "2": 2, "ba": 3, "3": 3, "tư": 4, "4": 4, "cuối": 0}
KINDS: dict[str, Kind] = {
    "giờ": "daily", "ngày": "daily", "tuần": "weekly", "tháng": "monthly", "quý": "quarterly",
    "năm": "yearly",
}  # fmt: skip
UNITS = re.compile(r"(?:(\d{1,2}|sáu|ba|chín|một)\s+)?(ngày|tuần|tháng|quý|năm)")
MISSING: dict[Kind, str] = {
    "daily": "", "weekly": "thiếu thứ", "monthly": "thiếu ngày", "quarterly": "thiếu ngày",
    "half_yearly": "thiếu ngày", "yearly": "thiếu ngày",
}  # fmt: skip


def every_day(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """One deadline for each hour printed: “trước 7h và 16h hằng ngày”."""
    hours = [to_time(said(m, name)) for name in ("time", "at") if said(m, name)]
    return [found("daily", time=hour, rule="daily") for hour in hours or [None]]


def every_week(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    weekday = to_weekday(m["weekday"])
    due = next_weekday(weekday, issued_on) if issued_on else None
    time = to_time(said(m, "time") or said(m, "at"))
    return [found("weekly", due, time=time, rule=f"weekly:{weekday}")]


def every_month(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """One deadline for each day printed: “ngày 15 và ngày 30 hằng tháng”."""
    time = to_time(said(m, "time"))
    days = [day for day in numbers_of(m["days"]) if 1 <= day <= LONG_MONTH]
    days += [LONG_MONTH] * bool(said(m, "last"))
    return [
        found("monthly", issued_on and next_month_day(day, issued_on), time=time,
              rule=f"monthly:{day}")
        for day in days
    ]  # fmt: skip


def last_day(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“ngày làm việc cuối cùng của tháng”: its last day, for the calendar to move."""
    months = {"tháng": (), "quý": QUARTER_ENDS, "năm": (12,)}[m["unit"]]
    due = next_month_day(LONG_MONTH, issued_on, months) if issued_on else None
    detail = "ngày làm việc cuối cùng" if "làm" in m[0] else "ngày cuối cùng"
    return [found(KINDS[m["unit"]], due, rule=f"{KINDS[m['unit']]}:last", detail=detail,
                  confidence=0.9)]  # fmt: skip


def weekday_of_month(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“thứ Hai đầu tháng”, “thứ Năm tuần thứ hai của tháng”, “thứ Sáu cuối tháng”."""
    weekday, nth = to_weekday(m["weekday"]), NTH[m["which"]]
    due = None
    for later in range(2):
        if issued_on and (due is None or due <= issued_on):
            due = _weekday_in(*month_after(issued_on, later), weekday, nth)
    return [found("monthly", due, time=to_time(said(m, "time")), confidence=0.9,
                  rule=f"monthly:weekday:{weekday}:{nth}")]  # fmt: skip


def _weekday_in(year: int, month: int, weekday: int, nth: int) -> date:
    """The n-th such weekday of the month; the last for 0."""
    if nth:
        before = date(year, month, 1) + timedelta(days=DAYS_A_WEEK * (nth - 1) - 1)
    else:
        before = clamped(year, month, LONG_MONTH)[0] - timedelta(days=DAYS_A_WEEK)
    return next_weekday(weekday, before)


def every_quarter(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """A day of the last month of the quarter, or of the first month after it."""
    day = numbers_of(m["day"])[0]
    if not 1 <= day <= LONG_MONTH:
        return []
    after = m[0].split("tháng")[-1]
    first = "đầu" in after or re.search(r"sau|kế|tiếp", after)
    months = QUARTER_STARTS if first else QUARTER_ENDS
    due = next_month_day(day, issued_on, months) if issued_on else None
    return [found("quarterly", due, rule=f"quarterly:m{1 if first else 3}:{day}")]


def every_half_year(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    return [
        replace(one, kind="half_yearly", rule=one.rule.replace("yearly", "half_yearly"))
        for one in every_year(m, issued_on)
    ]


def every_year(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """One deadline for each day and month printed."""
    printed = re.findall(r"(\d{1,2})\s*(?:[/-]|tháng)\s*(\d{1,2})", m["dates"])
    days = [(int(d), int(mm)) for d, mm in printed if 1 <= int(mm) <= 12 and 1 <= int(d) <= 31]
    return [_yearly(day, month, issued_on) for day, month in days]


def in_months(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“ngày 15 các tháng 3, 6, 9, 12”: each quarter; fewer months: each a day of the year."""
    day = numbers_of(m["day"])[0]
    months = [month for month in numbers_of(m["months"]) if 1 <= month <= 12]
    if not months or not 1 <= day <= LONG_MONTH:
        return []
    if tuple(months) != QUARTER_ENDS:
        return [_yearly(day, month, issued_on) for month in months]
    due = next_month_day(day, issued_on, QUARTER_ENDS) if issued_on else None
    return [found("quarterly", due, rule=f"quarterly:m3:{day}")]


def _yearly(day: int, month: int, issued_on: date | None) -> Deadline:
    checked, warning = clamped(2023, month, day)
    due = next_month_day(checked.day, issued_on, (month,)) if issued_on else None
    return found("yearly", due, rule=f"yearly:{checked.day}/{month}", detail=warning)


def month_of_year(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“Tháng 12 hằng năm”: no day is printed, so none is given."""
    months = [month for month in numbers_of(said(m, "months")) if 1 <= month <= 12]
    if not months and said(m, "months").startswith("tháng"):
        return []
    return [
        found("yearly", rule=f"yearly:{month}", detail=f"cuối tháng {month} hằng năm")
        for month in months
    ] or [found("yearly", rule="yearly", detail="thiếu ngày", confidence=0.8)]


def every_so_often(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“15 ngày/lần”, “02 tuần một lần”: the nearest recurrence, told in detail."""
    often, unit = to_number(said(m, "n") or "1"), m["unit"]
    kind = _kind_of(often, unit)
    detail = f"{often} {unit} một lần" if often > 1 else MISSING[kind]
    return [found(kind, rule=f"every:{often}:{unit}", detail=detail, confidence=0.7)]


def times_per(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“02 lần/năm”, “1 lần/tháng”."""
    times, unit = to_number(m["n"]), m["unit"]
    kind = {(2, "năm"): "half_yearly", (4, "năm"): "quarterly", (12, "năm"): "monthly"}.get(
        (times, unit), KINDS[unit]
    )
    detail = f"{times} lần/{unit}"
    return [found(kind, rule=f"times:{times}:{unit}", detail=detail, confidence=0.7)]  # type: ignore[arg-type]


def _kind_of(often: int, unit: str) -> Kind:
    if unit == "tháng" and often in (3, 6):
        return "quarterly" if often == 3 else "half_yearly"
    if unit == "ngày" and often > 1:
        return "daily" if often < 7 else "weekly" if often < 28 else "monthly"
    return KINDS[unit]


def each(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“hằng quý, 6 tháng và hằng năm”: a recurrence for each unit named; no day is printed."""
    kinds = [
        _kind_of(NUMERALS.get(number, 0) or int(number or 1), unit)
        for number, unit in UNITS.findall(m["units"])
        if number not in ("9", "09", "chín")
    ]
    return [
        found(kind, rule=kind, detail=MISSING[kind], confidence=1.0 if kind == "daily" else 0.8)
        for kind in kinds
    ]


NUMERALS = {"một": 1, "ba": 3, "sáu": 6}
