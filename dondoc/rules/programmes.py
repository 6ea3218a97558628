"""The work programme of a year, a quarter, a month: its days, and what became of each item.

Căn cứ: quy chế làm việc mẫu của UBND cấp xã kèm Công văn 4168/BNV-CQĐP, Điều 11 (đơn vị đăng ký
chậm nhất ngày 25, Chủ tịch duyệt chậm nhất ngày 28 của tháng cuối kỳ trước; chương trình năm đăng
ký chậm nhất hết tháng 11); Nghị định 314, 315/2025/NĐ-CP. Both days are settings of the committee.

A day printed in a regulation stands as printed, also where it is a day off: only reminders move
to a working day before it.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.scoring import Share
from dondoc.rules.wording import roman

ONE_DAY = timedelta(days=1)
SATURDAY = 5
YEAR_REGISTERED_BY = (11, 30)  # "31 tháng 11" (nguyên văn); November has 30 days
REMINDED_BEFORE = 3  # working days before the last day of registration, and on the day
OPENED_BEFORE = 10  # days before the last day of registration


class PeriodKind(StrEnum):
    """How long a programme runs."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


MONTHS = {PeriodKind.YEAR: 12, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}


@dataclass(frozen=True)
class Span:
    """Whole days, both ends included."""

    from_on: date
    to_on: date

    def holds(self, day: date) -> bool:
        """Does the day lie in it?"""
        return self.from_on <= day <= self.to_on


def span_of(kind: str, day: date) -> Span:
    """The year, quarter or month the day lies in."""
    months = MONTHS[PeriodKind(kind)]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return Span(
        date(day.year, first, 1), date(day.year, last, monthrange(day.year, last)[1])
    )  # fmt: skip


def next_span(kind: str, day: date) -> Span:
    """The one after that in which the day lies."""
    return span_of(kind, span_of(kind, day).to_on + ONE_DAY)


def previous_span(kind: str, day: date) -> Span:
    """The one before that in which the day lies."""
    return span_of(kind, span_of(kind, day).from_on - ONE_DAY)


def label_of(kind: str, from_on: date) -> str:
    """ "tháng 6/2026", "quý II/2026", "năm 2026"."""
    if kind == PeriodKind.MONTH:
        return f"tháng {from_on.month}/{from_on.year}"
    if kind == PeriodKind.QUARTER:
        return f"quý {roman((from_on.month + 2) // 3)}/{from_on.year}"
    return f"năm {from_on.year}"


def register_by(kind: str, from_on: date, register_day: int) -> date:
    """The last day on which units register: in the month before; for a year, in November."""
    before = from_on - ONE_DAY
    if kind == PeriodKind.YEAR:
        return date(before.year, *YEAR_REGISTERED_BY)
    return before.replace(day=register_day)


def approve_by(from_on: date, approve_day: int) -> date:
    """The last day on which the Chairman approves: in the month before."""
    return (from_on - ONE_DAY).replace(day=approve_day)


def reminded_on(last_day: date, calendar: WorkingCalendar) -> tuple[date, date]:
    """The working days on which units that have not registered are reminded."""
    on_the_day = calendar.previous_working(last_day)
    return calendar.add_working_days(on_the_day, -REMINDED_BEFORE), on_the_day


def columns_of(kind: str, span: Span) -> list[Span]:
    """What a page divides the period into: weeks of a month, months of a quarter or year."""
    if kind != PeriodKind.MONTH:
        return _months(span)
    weeks: list[Span] = []
    first = span.from_on
    while first <= span.to_on:
        sunday = first + timedelta(days=6 - first.weekday())
        if not weeks and first.weekday() >= SATURDAY:  # a month that begins on a day off
            sunday += timedelta(days=7)
        weeks.append(Span(first, min(sunday, span.to_on)))
        first = sunday + ONE_DAY
    return weeks


def _months(span: Span) -> list[Span]:
    months, first = [], span.from_on
    while first <= span.to_on:
        months.append(span_of(PeriodKind.MONTH, first))
        first = months[-1].to_on + ONE_DAY
    return months


class Outcome(StrEnum):
    """What became of an item of a programme."""

    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    WAITING = "waiting"
    UNDER_WAY = "under_way"
    OVERDUE = "overdue"
    NOT_DONE = "not_done"
    MOVED = "moved"
    DROPPED = "dropped"
    EARLIER = "earlier"


OUTCOME_LABELS = {
    Outcome.DONE_ON_TIME: "Hoàn thành đúng hạn",
    Outcome.DONE_LATE: "Hoàn thành chậm",
    Outcome.WAITING: "Chờ xác nhận",
    Outcome.UNDER_WAY: "Đang thực hiện",
    Outcome.OVERDUE: "Quá hạn",
    Outcome.NOT_DONE: "Không hoàn thành",
    Outcome.MOVED: "Chuyển kỳ khác",
    Outcome.DROPPED: "Đưa ra khỏi chương trình",
    Outcome.EARLIER: "Xong từ kỳ trước",
}
DECIDED = {"moved": Outcome.MOVED, "dropped": Outcome.DROPPED}
"""States of an item in which the Chairman's decision is the outcome."""
UNFINISHED = (Outcome.OVERDUE, Outcome.NOT_DONE)
ASKS_A_REASON = (*UNFINISHED, Outcome.DONE_LATE)


@dataclass(frozen=True)
class Work:
    """What the task of an item shows: the day of its result, whether it was accepted, its deadline.

    The deadline may have been put off for the task alone; the programme's own day then stands.
    """

    submitted_on: date | None = None
    is_confirmed: bool = False
    due_on: date | None = None


def judge_item(state: str, due_on: date, work: Work, span: Span, today: date) -> Outcome:
    """What became of an item by the end of the period, or has become of it until today.

    A result handed in counts on the day it was handed in, once it is confirmed. What is finished
    after the period is not done in it, however soon after; it comes into the next programme.
    """
    if state in DECIDED:
        return DECIDED[state]
    handed_in = work.submitted_on
    if handed_in and handed_in <= min(span.to_on, today):
        return _of_result(handed_in, work.is_confirmed, due_on, span)
    if today > span.to_on:
        return Outcome.NOT_DONE
    return Outcome.OVERDUE if today > due_on else Outcome.UNDER_WAY


def _of_result(handed_in: date, is_confirmed: bool, due_on: date, span: Span) -> Outcome:
    if not is_confirmed:
        return Outcome.WAITING
    if handed_in < span.from_on:
        return Outcome.EARLIER
    return Outcome.DONE_LATE if handed_in > due_on else Outcome.DONE_ON_TIME


class DoesNotAdd(ValueError):
    """Counts that cannot be true of one programme."""


@dataclass(frozen=True)
class ProgrammeTally:
    """How many items of each kind; every count is the length of a list."""

    registered: int = 0
    registered_late: int = 0
    carried: int = 0
    approved: int = 0
    added: int = 0
    moved: int = 0
    dropped: int = 0
    earlier: int = 0
    counted: int = 0
    done: int = 0
    done_on_time: int = 0
    done_late: int = 0
    waiting: int = 0
    under_way: int = 0
    overdue: int = 0
    not_done: int = 0
    poor: int = 0
    unexplained: int = 0
    unregistered: int = 0

    def __post_init__(self) -> None:
        for whole, parts in SUMS.items():
            if getattr(self, whole) != sum(getattr(self, part) for part in parts):
                raise DoesNotAdd(f"{whole} is not the sum of {', '.join(parts)}: {self}")

    def __add__(self, other: "ProgrammeTally") -> "ProgrammeTally":
        sums = {name: getattr(self, name) + getattr(other, name) for name in COUNTS}
        return ProgrammeTally(**sums)

    @property
    def rate(self) -> Share:
        """R12: done of all approved, net of what was moved or dropped with approval."""
        return Share(self.done, self.counted)


COUNTS = tuple(field.name for field in fields(ProgrammeTally))
SUMS = {
    "approved": ("counted", "moved", "dropped", "earlier"),
    "counted": ("done", "waiting", "under_way", "overdue", "not_done"),
    "done": ("done_on_time", "done_late"),
}
COUNT_LABELS = {
    "registered": "Đã đăng ký",
    "registered_late": "Đăng ký muộn",
    "carried": "Chuyển tiếp từ kỳ trước",
    "approved": "Được duyệt",
    "added": "Bổ sung sau khi duyệt",
    "moved": "Chuyển kỳ khác",
    "dropped": "Đưa ra khỏi chương trình",
    "earlier": "Xong từ kỳ trước",
    "counted": "Tính tỉ lệ",
    "done": "Hoàn thành",
    "done_on_time": "Hoàn thành đúng hạn",
    "done_late": "Hoàn thành chậm",
    "waiting": "Chờ xác nhận",
    "under_way": "Đang thực hiện",
    "overdue": "Quá hạn",
    "not_done": "Không hoàn thành",
    "poor": "Không đạt chất lượng",
    "unexplained": "Chưa nêu lý do",
    "unregistered": "Làm ngoài đăng ký",
}
RATE_WORDS = (
    "Tỉ lệ thực hiện chương trình (R12): hoàn thành / được duyệt, trừ mục chuyển kỳ khác, "
    "đưa ra theo quyết định và xong từ kỳ trước."
)


@dataclass(frozen=True)
class ItemFacts:
    """By what one item is counted."""

    is_approved: bool
    outcome: Outcome
    was_registered: bool = True
    registered_late: bool = False
    carried: bool = False
    added: bool = False
    poor: bool = False
    explained: bool = False


@cache
def counts_of(item: ItemFacts) -> frozenset[str]:
    """The counts an item stands in; worked out once for all items of the same facts."""
    found = [name for name, holds in _registering(item) if holds]
    if not item.is_approved:
        return frozenset(found)
    found += ["approved", str(item.outcome)]
    decided = item.outcome in (Outcome.MOVED, Outcome.DROPPED, Outcome.EARLIER)
    found += [] if decided else ["counted"]
    found += ["done"] if item.outcome in (Outcome.DONE_ON_TIME, Outcome.DONE_LATE) else []
    found += ["added"] if item.added else []
    found += ["poor"] if item.poor else []
    asks = item.outcome in ASKS_A_REASON and not item.explained
    return frozenset([*found, "unexplained"] if asks else found)


def _registering(item: ItemFacts) -> Iterable[tuple[str, bool]]:
    yield "registered", item.was_registered
    yield "registered_late", item.was_registered and item.registered_late
    yield "carried", item.carried


def total(tallies: Iterable[ProgrammeTally]) -> ProgrammeTally:
    """All of them together."""
    return sum(tallies, start=ProgrammeTally())
