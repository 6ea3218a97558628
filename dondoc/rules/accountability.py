"""Who answered for an item on each day, and whose answering a person should consider.

Căn cứ: Nghị định 314/2025, 315/2025, Điều 2 của hai quy chế mẫu: mỗi việc giao một đơn vị và một
người chủ trì, chịu trách nhiệm về tiến độ và kết quả; người ủy quyền vẫn chịu trách nhiệm (Luật Tổ
chức chính quyền địa phương), nên chức vụ cho mượn không đổi người trả lời. Khi khuyết cấp trưởng,
cấp phó đang giữ chức trả lời; không có ai thì khoảng ngày đó khuyết và được nói ra.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
P = TypeVar("P", bound=Hashable)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Days from the first to the last, both within."""

    from_on: date
    to_on: date

    @property
    def days(self) -> int:
        return max(0, (self.to_on - self.from_on).days + 1)

    def within(self, other: "Span") -> "Span | None":
        """What of it lies in the other."""
        cut = Span(max(self.from_on, other.from_on), min(self.to_on, other.to_on))
        return cut if cut.days else None


@dataclass(frozen=True)
class Seat(Generic[P]):
    """Somebody's seat over some days; among several that overlap the lowest rank answers."""

    person: P
    from_on: date
    until_on: date | None = None
    rank: int = 0

    def is_held_on(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True)
class Tenure(Generic[K]):
    """The body (or the person) that had the item from a day on, until the next tenure."""

    key: K
    from_on: date


@dataclass(frozen=True)
class Stretch(Generic[K, P]):
    """Days on which one person of one body answered; `person` None is a vacancy, named."""

    key: K | None
    person: P | None
    span: Span

    @property
    def days(self) -> int:
        return self.span.days


def lateness(due_on: date, submitted_on: date | None, today: date) -> Span | None:
    """The days an item was late: after its last day up to the result, or to today."""
    late = Span(due_on + ONE_DAY, submitted_on or today)
    return late if late.days else None


def holder(seats: Iterable[Seat[P]], day: date) -> P | None:
    """Who answers on the day: the chief before a deputy, of two alike the later comer."""
    held = [seat for seat in seats if seat.is_held_on(day)]
    return min(held, key=lambda s: (s.rank, -s.from_on.toordinal())).person if held else None


def who_answered(
    days: Span, tenures: Sequence[Tenure[K]], seats: Mapping[K, Sequence[Seat[P]]]
) -> list[Stretch[K, P]]:
    """The days cut where the item changed bodies or the body its head: no gap, no overlap."""
    answered = [
        (day, *_on(day, tenures, seats)) for day in _cuts(days, tenures, seats) if _in(day, days)
    ]
    ends = [day - ONE_DAY for day, *_ in answered[1:]] + [days.to_on]
    pieces = [
        Stretch(key, person, Span(day, end))
        for (day, key, person), end in zip(answered, ends, strict=True)
    ]
    return [_joined(list(same)) for _, same in groupby(pieces, key=lambda s: (s.key, s.person))]


def _in(day: date, days: Span) -> bool:
    return days.from_on <= day <= days.to_on


def _cuts(
    days: Span, tenures: Sequence[Tenure[K]], seats: Mapping[K, Sequence[Seat[P]]]
) -> list[date]:
    """The days on which another may begin to answer."""
    cuts = {days.from_on, *(tenure.from_on for tenure in tenures)}
    for seat in (seat for held in seats.values() for seat in held):
        cuts.add(seat.from_on)
        if seat.until_on and seat.until_on < date.max:
            cuts.add(seat.until_on + ONE_DAY)
    return sorted(cuts)


def _on(
    day: date, tenures: Sequence[Tenure[K]], seats: Mapping[K, Sequence[Seat[P]]]
) -> tuple[K | None, P | None]:
    """Of several tenures that begin on one day the last one told has the item."""
    begun = [tenure for tenure in tenures if tenure.from_on <= day]
    if not begun:
        return None, None
    last = max(enumerate(begun), key=lambda pair: (pair[1].from_on, pair[0]))[1]
    return last.key, holder(seats.get(last.key, ()), day)


def _joined(same: list[Stretch[K, P]]) -> Stretch[K, P]:
    return Stretch(same[0].key, same[0].person, Span(same[0].span.from_on, same[-1].span.to_on))


@dataclass(frozen=True)
class Account:
    """What counts against somebody in a period: objective causes granted are not in it."""

    late: int = 0
    still_open: int = 0
    sent_back: int = 0


def reasons_to_consider(now: Account, before: Account) -> tuple[str, ...]:
    """Why a person should look at it: repeated in two periods, or dragged on from the last one.

    Nothing else proposes; and nothing at all decides but a person.
    """
    found = []
    if now.still_open and before.still_open:
        found.append(f"còn {now.still_open} việc quá hạn chưa xong, kéo dài qua hai kỳ")
    if now.late and before.late:
        found.append(f"chậm trong hai kỳ liền: kỳ trước {before.late} việc, kỳ này {now.late} việc")
    if now.sent_back and before.sent_back:
        found.append(
            f"kết quả bị trả lại trong hai kỳ liền: kỳ trước {before.sent_back} lượt, "
            f"kỳ này {now.sent_back} lượt"
        )
    return tuple(found)
