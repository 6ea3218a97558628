"""Days and periods that end on a day of the calendar."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dondoc.rules.deadlines.readers import found, said
from dondoc.rules.deadlines.words import (
    Deadline,
    Kind,
    clamped,
    end_of,
    numbers_of,
    pattern,
    to_date,
    to_time,
    to_weekday,
    to_year,
)

ONE_DATE = pattern("{DATE}")
WEEK = 7


def on_date(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """One day, with its hour or the part of the day that is named."""
    day, warning = to_date(m["date"], issued_on)
    if day is None and not warning:
        return []
    detail = warning or " ".join(said(m, "part").split())
    time = to_time(said(m, "time") or said(m, "at"))
    return [found("date", day, time=time, rule="date", detail=detail)]


def on_dates(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“trước ngày 15/12 và ngày 25/12/2025”: the year printed last holds for all."""
    printed = [one[0] for one in ONE_DATE.finditer(m["dates"])]
    year = re.search(r"\d{4}$", printed[-1])
    read = [to_date(_with_year(one, year[0] if year else ""), issued_on) for one in printed]
    return [found("date", day, rule="date", detail=warning) for day, warning in read if day]


def _with_year(printed: str, year: str) -> str:
    if not year or re.search(r"\d{4}$", printed):
        return printed
    return f"{printed} năm {year}" if "tháng" in printed else f"{printed}/{year}"


def on_issue(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“trong ngày hôm nay”, “ngay trong ngày”, “ngày mai”."""
    if issued_on is None:
        return []
    later = timedelta(days=int("mai" in m[0]))
    time = to_time(said(m, "time"))
    return [
        found("date", issued_on + later, time=time, rule="date", anchor="issue", confidence=0.8)
    ]


def on_weekday(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“trước 16 giờ thứ Sáu tuần này”."""
    if issued_on is None:
        return []
    weeks = 0 if said(m, "week").endswith("này") else 1
    monday = issued_on - timedelta(days=issued_on.weekday())
    day = monday + timedelta(days=to_weekday(m["weekday"]) + WEEK * weeks)
    time = to_time(said(m, "time"))
    return [found("date", day, time=time, rule="date", anchor="issue", confidence=0.8)]


def on_period(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """Ends with the last day of the week, month, quarter or year named."""
    end = end_of(m["period"], issued_on)
    return [found("date", end, rule="end-of-period", confidence=0.95)] if end else []


def on_bare_period(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“đến hết năm”, “cuối tháng”: the period in which the document was issued."""
    if issued_on is None:
        return []
    unit = re.findall(r"tuần|tháng|quý|năm", m[0])[-1]
    end = end_of(f"{unit} này" if unit != "năm" else "năm nay", issued_on)
    kind: Kind = "range" if m[0].startswith("từ") else "date"
    return [found(kind, end, rule="end-of-period", anchor="issue", confidence=0.8)]


def before_period(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“trước tháng 12/2025”: the last day of November."""
    end = end_of(m["period"], issued_on)
    if end is None:
        return []
    months = {"q": 3, "n": 12}.get(m["period"][0], 1)
    year, month = divmod(end.year * 12 + end.month - months, 12)
    first = date(year, month + 1, 1)
    return [found("date", first - timedelta(days=1), rule="before-period", confidence=0.8)]


def in_month_of_year(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """A cell “11/2025”."""
    month, year = numbers_of(m["month"])
    end = end_of(f"tháng {month}/{year}", issued_on)
    return [found("date", end, rule="end-of-period", confidence=0.9)] if end else []


def in_range(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """Ends on the second day named; a range that began long ago tells of data."""
    day, warning = to_date(m["date"], issued_on)
    if day is None or _began_long_ago(said(m, "from"), day, issued_on):
        return []
    return [found("range", day, rule="range", detail=warning, time=to_time(said(m, "time")))]


def _began_long_ago(printed: str, end: date, issued_on: date | None) -> bool:
    numbers = numbers_of(printed)
    if issued_on is None or len(numbers) < 2 or not 1 <= numbers[1] <= 12:
        return False
    year = numbers[2] if len(numbers) > 2 else end.year - (numbers[1] > end.month)
    if year not in range(1, 9999) or not 1 <= numbers[0] <= 31:
        return False
    return (issued_on - clamped(year, numbers[1], numbers[0])[0]).days > LONG_AGO


LONG_AGO = 92  # days


def in_period_range(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“từ tháng 11/2025 đến tháng 3/2026”, “Quý IV/2025 - Quý II/2026”."""
    start = end_of(said(m, "from"), issued_on) if said(m, "from") else None
    if issued_on and start and (issued_on - start).days > LONG_AGO:
        return []
    end = end_of(m["period"], issued_on)
    return [found("range", end, rule="range", confidence=0.9)]


def in_periods(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“trong tháng 11 và tháng 12 năm 2025”, “Quý I, II/2026”: ends with the last one."""
    unit = re.match(r"(?:trong\s+)?(?:các\s+|0?\d\s+)?(tháng|quý|năm)", m[0])
    if not unit:
        return []
    last = m["last"]
    end = end_of(last if last.startswith(unit[1]) else f"{unit[1]} {last}", issued_on)
    return [found("range", end, rule="range", confidence=0.9)] if end else []


def vague_range(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“những tháng đầu năm 2026”: ends, but the text does not say on which day."""
    end = end_of(m["period"], issued_on) if said(m, "period") else None
    if issued_on and end and end < issued_on:
        return []
    return [found("range", None, rule="range", detail="chưa rõ ngày kết thúc", confidence=0.6)]


def months_of_year(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“trong 02 tháng cuối năm 2025”, “trong 6 tháng đầu năm”."""
    this_year = issued_on.year if issued_on else None
    year, months = to_year(m["year"]) if said(m, "year") else this_year, int(m["n"])
    if year is None or not 1 <= months <= 12 or (m["part"] == "đầu" and months % 3):
        return []  # “10 tháng đầu năm” looks back
    end = clamped(year, months if m["part"] == "đầu" else 12, 31)[0]
    return [found("range", end, rule="range", confidence=0.85)]


def half_period(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“nửa đầu tháng 12/2025” ends on the 15th, “nửa đầu năm 2026” on 30 June."""
    end = end_of(m["period"], issued_on)
    if end is None or m["period"].startswith(("quý", "tuần")):
        return vague_range(m, issued_on)
    if m["part"] == "đầu":
        end = (
            end.replace(day=15) if m["period"].startswith("tháng") else end.replace(month=6, day=30)
        )
    return [found("range", end, rule="range", confidence=0.85)]


def in_years(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“giai đoạn 2026 - 2030”."""
    year = to_year(m["period"])
    return [found("range", date(year, 12, 31), rule="range", confidence=0.9)] if year else []


def on_year(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """A cell “2026”."""
    return [replace(one, kind="date", rule="end-of-period") for one in in_years(m, issued_on)]


def from_today(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“từ nay đến ngày 19/12/2025”."""
    return [replace(one, kind="range", rule="range") for one in on_date(m, issued_on)]
