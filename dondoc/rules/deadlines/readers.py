"""Readers: from a matched phrase and the day of issue to the deadlines it sets."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dondoc.rules.deadlines.words import (
    Anchor,
    Deadline,
    Kind,
    clamped,
    end_of_month,
    end_of_quarter,
    next_month_day,
    next_weekday,
    to_date,
    to_time,
    to_weekday,
    to_year,
)

Reader = Callable[[re.Match[str], date | None], list[Deadline]]


def found(kind: Kind, due_on: date | None = None, **facts: object) -> Deadline:
    """A deadline whose place in the text is filled in by the reader."""
    return replace(Deadline("", 0, 0, kind, due_on), **facts)  # type: ignore[arg-type]


def on_date(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    day, warning = to_date(m["date"], issued_on)
    if day is None and not warning:
        return []
    return [
        found("date", day, time=to_time(m.groupdict().get("time")), rule="date", detail=warning)
    ]


def on_period(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """Ends with the last day of the month, quarter or year named."""
    end = _end(m["period"], issued_on)
    return [found("date", end, rule="end-of-period", confidence=0.95)] if end else []


def before_period(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“trước tháng 12/2025”: the last day of November."""
    end = _end(m["period"], issued_on)
    if end is None:
        return []
    months = {"q": 3, "n": 12}.get(m["period"][0], 1)
    year, month = divmod(end.year * 12 + end.month - months, 12)
    first = date(year, month + 1, 1)
    return [found("date", first - timedelta(days=1), rule="before-period", confidence=0.8)]


def in_range(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    day, warning = to_date(m["date"], issued_on)
    return [found("range", day, rule="range", detail=warning)] if day else []


def in_period_range(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    end = _end(m["period"], issued_on)
    return [found("range", end, rule="range", confidence=0.9)]


def vague_range(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“những tháng đầu năm 2026”: ends, but the text does not say on which day."""
    return [found("range", None, rule="range", detail="chưa rõ ngày kết thúc", confidence=0.6)]


def last_months(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    year = to_year(m["year"])
    return [found("range", date(year, 12, 31), rule="range", confidence=0.8)] if year else []


def every_day(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    return [found("daily", time=to_time(m.groupdict().get("time")), rule="daily")]


def every_week(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    printed = m.groupdict().get("weekday")
    time = to_time(m.groupdict().get("time"))
    if not printed:
        return [found("weekly", rule="weekly", time=time, detail="thiếu thứ", confidence=0.8)]
    weekday = to_weekday(printed)
    due = next_weekday(weekday, issued_on) if issued_on else None
    return [found("weekly", due, time=time, rule=f"weekly:{weekday}")]


def every_month(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    printed = m.groupdict().get("day")
    if not printed:
        return [found("monthly", rule="monthly", detail="thiếu ngày", confidence=0.8)]
    day = int(printed)
    if not 1 <= day <= 31:
        return []
    due = next_month_day(day, issued_on) if issued_on else None
    time = to_time(m.groupdict().get("time"))
    return [found("monthly", due, time=time, rule=f"monthly:{day}")]


def every_quarter(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    printed = m.groupdict().get("day")
    if not printed:
        return [found("quarterly", rule="quarterly", detail="thiếu ngày", confidence=0.8)]
    day = int(printed)
    if not 1 <= day <= 31:
        return []
    first = "đầu" in m[0] or "sau" in m[0].split("quý")[-1]
    months = (1, 4, 7, 10) if first else (3, 6, 9, 12)
    due = next_month_day(day, issued_on, months) if issued_on else None
    return [found("quarterly", due, rule=f"quarterly:m{1 if first else 3}:{day}")]


def every_half_year(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    if not m.groupdict().get("date"):
        return [found("half_yearly", rule="half_yearly", detail="thiếu ngày", confidence=0.8)]
    return [replace(one, kind="half_yearly") for one in every_year(m, issued_on)]


def every_year(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """One deadline for each day and month printed."""
    printed = re.findall(r"(\d{1,2})\s*(?:[/-]|tháng)\s*(\d{1,2})", m.groupdict().get("date") or "")
    days = [(int(d), int(mm)) for d, mm in printed if 1 <= int(mm) <= 12 and 1 <= int(d) <= 31]
    if not days:
        return [found("yearly", rule="yearly", detail="thiếu ngày", confidence=0.8)]
    return [_yearly(day, month, issued_on) for day, month in days]


def _yearly(day: int, month: int, issued_on: date | None) -> Deadline:
    checked, warning = clamped(2023, month, day)
    due = next_month_day(checked.day, issued_on, (month,)) if issued_on else None
    return found("yearly", due, rule=f"yearly:{checked.day}/{month}", detail=warning)


def every_december(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“Tháng 12 hằng năm”: no day is printed, so none is given."""
    month = int(re.findall(r"\d+", m["month"])[0])
    if not 1 <= month <= 12:
        return []
    return [found("yearly", rule=f"yearly:{month}", detail=f"cuối tháng {month} hằng năm")]


def after_receipt(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """A term counted from receipt, from another event, or from issue when nothing is named."""
    since = m.groupdict().get("since") or ""
    anchor: Anchor = "issue"
    if "nhận" in since:
        anchor = "receipt"
    elif since:
        anchor = "event"
    days, working = int(m["n"]), "làm" in (m["unit"] or "")
    kind: Kind = "event" if anchor == "event" else "relative"
    return [
        found(kind, rule=f"{kind}:+{days}", anchor=anchor, days=days, working=working,
              detail=f"+{days} ngày{' làm việc' if working else ''}")
    ]  # fmt: skip


def before_event(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    days, working = int(m["n"]), "làm" in (m["unit"] or "")
    return [
        found("event", rule=f"event:-{days}", anchor="event", days=-days, working=working,
              detail=f"-{days} ngày{' làm việc' if working else ''}")
    ]  # fmt: skip


def at_event(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    return [
        found(
            "event",
            rule="event",
            anchor="event",
            detail="theo sự kiện, chưa có ngày",
            confidence=0.7,
        )
    ]


def continuous(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    return [found("continuous", rule="continuous")]


def urgent(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    return [found("urgent", rule="urgent", detail="không có thời hạn cụ thể", confidence=0.7)]


def _end(printed: str, issued_on: date | None) -> date | None:
    if printed.startswith("tháng"):
        return end_of_month(printed, issued_on)
    if printed.startswith("quý"):
        return end_of_quarter(printed, issued_on)
    year = to_year(printed)
    return date(year, 12, 31) if year else None
