"""Terms counted from issue, from receipt or from an event, and what merely lasts or presses."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dondoc.rules.deadlines.readers import found, said
from dondoc.rules.deadlines.words import Anchor, Deadline, Kind, pattern, to_date, to_number

HOURS_A_DAY, DAYS_A_WEEK, MONTHS_A_YEAR = 24, 7, 12
PAPER = r"(?:kế hoạch|công văn|văn bản|chỉ thị|thông báo|công điện|quyết định|tài liệu)"
# “kể từ ngày nhận được văn bản này” is the receipt of this paper; that of a dossier is an event
OWN_RECEIPT = pattern(rf"nhận(?: được)?(?: {PAPER}(?: chỉ đạo)?)?(?: này|~$)")
ONE_DATE = pattern("{DATE}")
OWN_ISSUE = pattern(
    rf"(?:từ|sau)(?: khi| ngày)?(?: {PAPER} này)?(?: được)? (?:ký|ban hành)(?: ban hành)?"
    rf"(?: {PAPER})?(?: này|~$)"
)


@dataclass(frozen=True)
class Term:
    """So many days or months (Bộ luật Dân sự 2015, Điều 146 - 148), as printed."""

    days: int | None
    months: int | None
    working: bool
    printed: str


def counted(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """A term; counted from receipt or another event where it is named, else from issue."""
    since = said(m, "since").rstrip(" ,)")
    kind, anchor = _anchored(since)
    one = _told(kind, anchor, _term(m), 0.95 if since else 0.8)
    if printed := ONE_DATE.search(since):
        day, anchor = to_date(printed[0], issued_on)[0], "calendar"
    else:
        day = issued_on if anchor == "issue" and since else None
    due = day + timedelta(days=one.days) if day and one.days and not one.working else None
    return [replace(one, kind="relative" if day else kind, anchor=anchor, due_on=due)]


def at_most(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“không quá 15 ngày” that does not say since when."""
    return [_told("relative", "event", _term(m), 0.6)]


def before_event(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“trước 02 ngày tổ chức hội nghị”: counted back from a day the text does not give."""
    term = _term(m)
    back = replace(term, days=term.days and -term.days, months=term.months and -term.months)
    return [_told("event", "event", back, 0.9)]


def _anchored(since: str) -> tuple[Kind, Anchor]:
    if not since:
        return "relative", "issue"
    if OWN_RECEIPT.search(since):
        return "relative", "receipt"
    if OWN_ISSUE.search(since):
        return "relative", "issue"
    return ("relative" if "nhận" in since else "event"), "event"


def _term(m: re.Match[str]) -> Term:
    n, unit = to_number(m["n"]), " ".join(m["unit"].split())
    working, printed = "làm việc" in unit, f"{n} {unit}"
    if unit in ("tháng", "năm"):
        return Term(None, n * (MONTHS_A_YEAR if unit == "năm" else 1), working, printed)
    if unit.startswith("giờ"):
        n = -(-n // HOURS_A_DAY)  # the day on which the hours run out
    return Term(n * DAYS_A_WEEK if unit == "tuần" else n, None, working, printed)


def _told(kind: Kind, anchor: Anchor, term: Term, confidence: float) -> Deadline:
    length = f"{term.months:+}m" if term.days is None else f"{term.days:+}"
    return found(
        kind, rule=f"{kind}:{length}", anchor=anchor, days=term.days, months=term.months,
        working=term.working, detail=f"{length[0]}{term.printed}", confidence=confidence,
    )  # fmt: skip


def at_event(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """Waits for something the text gives no day for."""
    detail = "theo sự kiện, chưa có ngày"
    return [found("event", rule="event", anchor="event", detail=detail, confidence=0.7)]


def until_event(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“từ tháng 11/2025 đến khi kết thúc”: its end waits for something."""
    detail = "đến khi có sự kiện, chưa có ngày"
    return [found("range", rule="range", anchor="event", detail=detail, confidence=0.7)]


def continuous(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    return [found("continuous", rule="continuous")]


def from_day(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    """“Từ ngày 01/12/2025, …” without an end; what began before the issue is told of."""
    day = to_date(m["date"], issued_on)[0]
    begun = day is None or (issued_on is not None and day < issued_on)
    return [] if begun else continuous(m, issued_on)


def urgent(m: re.Match[str], issued_on: date | None) -> list[Deadline]:
    return [found("urgent", rule="urgent", detail="không có thời hạn cụ thể", confidence=0.7)]
