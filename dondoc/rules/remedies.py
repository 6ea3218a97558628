"""What must be put right in a month, by when it is reported, and what comes again.

Căn cứ: công văn của UBND phường về việc thực hiện chương trình công tác (nhiệm vụ còn chậm tiến độ
hoặc chưa đạt yêu cầu trong tháng phải rà soát, bổ sung giải pháp, báo cáo kết quả khắc phục trước
ngày 25 hằng tháng); Nghị định 335/2025/NĐ-CP (chậm, bị trả lại, không thực hiện).

The house judges each day that has ended: what it calls for bears the month of that day. Something
is called for once: while a remedy of the same ground is open it carries on, with its first month,
and none is called for twice in one month. "Không thực hiện" is what "chậm tiến độ" becomes when its
programme ends, so where one of the two is open the other calls for nothing new.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dondoc.rules.calendar import WorkingCalendar

ONE_DAY = timedelta(days=1)
LOOK_BACK = timedelta(days=7)
"""How far back a day that was missed (nobody ran the house) is still caught up with."""


class Ground(StrEnum):
    LATE = "late"
    SENT_BACK = "sent_back"
    NOT_DONE = "not_done"
    POOR = "poor"


SAME_MATTER = (Ground.LATE, Ground.NOT_DONE)


@dataclass(frozen=True)
class Matter:
    """What is known of one task or item when a day has ended."""

    late: bool = False
    sent_back_on: tuple[date, ...] = ()
    not_done_of: date | None = None
    """The month whose programme ended without it."""


@dataclass(frozen=True)
class Called:
    """A remedy that was called for the same task or item before."""

    ground: str
    month: date
    is_open: bool
    closed_in: date | None = None
    """The month in which it was closed."""


@dataclass(frozen=True)
class Call:
    """A remedy to call for."""

    ground: Ground
    month: date


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return month_of(month_of(month) + timedelta(days=31))


def month_before(month: date) -> date:
    """The first day of the month before."""
    return month_of(month_of(month) - ONE_DAY)


def calls_for(matter: Matter, before: Collection[Called], day: date) -> list[Call]:
    """What the day that ended calls for; nothing that was called for already."""
    running: list[Call] = []
    if matter.not_done_of is not None:
        running.append(Call(Ground.NOT_DONE, matter.not_done_of))
    if matter.late:
        running.append(Call(Ground.LATE, month_of(day)))
    calls = [call for call in running if not is_called(call, before)][:1]
    last = max((sent for sent in matter.sent_back_on if sent <= day), default=None)
    if last is not None and last > day - LOOK_BACK:
        again = Call(Ground.SENT_BACK, month_of(last))
        calls += [] if is_called(again, before) else [again]
    return calls


def is_called(call: Call, before: Iterable[Called]) -> bool:
    """Does a remedy stand for it: one still open, one of the same month, or one just settled?

    What runs on (late, not done) and was closed in a month is not called for again in that month:
    the Office has just said why it may stand. What happens anew (sent back) is.
    """
    runs_on = call.ground in SAME_MATTER
    same = SAME_MATTER if runs_on else (call.ground,)
    return any(
        one.is_open or one.month == call.month or (runs_on and one.closed_in == call.month)
        for one in before
        if one.ground in same
    )


def report_due(month: date, day_of_month: int, calendar: WorkingCalendar) -> date:
    """ "Trước ngày 25": due on the 25th itself; where that is a day off, on the working day before.

    "Trước ngày D" counts as D, by the practice of the Government Office (the house's reading
    everywhere); a report that a day off delays would come after the 25th, so it comes earlier.
    """
    return calendar.previous_working(month.replace(day=day_of_month))


@dataclass(frozen=True)
class Told:
    """One remedy as repeats are judged: whose, of which month, task, person and cause."""

    unit: int
    month: date
    task: int | None = None
    person: int | None = None
    cause: str = ""


@dataclass(frozen=True)
class Repeats:
    """What came again within three months."""

    causes: dict[tuple[int, str], tuple[date, ...]]
    """Unit and cause: the months, two or three, in which it was the cause."""
    tasks: dict[int, int]
    """Task: how many remedies it needed."""
    persons: dict[int, int]
    """Person: how many remedies he answered for."""


MONTHS_LOOKED_AT = 3
TWICE = 2


def repeats(told: Iterable[Told], month: date) -> Repeats:
    """A cause in at least two of the last three months; a task, a person, more than once."""
    first = month
    for _ in range(MONTHS_LOOKED_AT - 1):
        first = month_before(first)
    causes: dict[tuple[int, str], set[date]] = defaultdict(set)
    tasks: dict[int, int] = defaultdict(int)
    persons: dict[int, int] = defaultdict(int)
    for one in told:
        if not first <= one.month <= month:
            continue
        if one.cause:
            causes[one.unit, one.cause].add(one.month)
        if one.task is not None:
            tasks[one.task] += 1
        if one.person is not None:
            persons[one.person] += 1
    return Repeats(
        {key: tuple(sorted(found)) for key, found in causes.items() if len(found) >= TWICE},
        {key: n for key, n in tasks.items() if n >= TWICE},
        {key: n for key, n in persons.items() if n >= TWICE},
    )
