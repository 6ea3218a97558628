"""Who or what is asked for in two places at once (trùng lịch).

Căn cứ: Quy chế làm việc mẫu của UBND cấp xã (Công văn 4168/BNV-CQĐP), Điều 11: Văn phòng sắp xếp
lịch tuần, tránh trùng với lịch của Đảng ủy, HĐND. A session without hours means the whole session;
an hour without an end is taken to last `USUAL_LENGTH`, as people allow for a meeting.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations
from typing import TypeAlias

USUAL_LENGTH = timedelta(minutes=90)
MIDNIGHT = 24 * 60

SESSIONS: dict[str, tuple[int, int]] = {
    "morning": (0, 12 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "evening": (18 * 60, MIDNIGHT),
    "all_day": (0, MIDNIGHT),
}
"""Each session in minutes of the day, from and up to."""

Thing: TypeAlias = tuple[str, int]
"""What cannot be in two places: ("person", 7), ("room", 2), ("vehicle", 1)."""

Span: TypeAlias = tuple[int, int]
"""Minutes of a day, from and up to but not including."""


@dataclass(frozen=True)
class Booking:
    """Something that takes people, rooms and vehicles for a while on a day."""

    key: str
    on: date
    span: Span
    things: frozenset[Thing]


@dataclass(frozen=True)
class Clash:
    """Two bookings that want the same things in the same minutes."""

    one: Booking
    other: Booking
    shared: frozenset[Thing]


def session_of(starts: time) -> str:
    """The session in which an hour lies: 13:30 is in the afternoon."""
    minute = _minutes(starts)
    return next(name for name, (a, b) in SESSIONS.items() if a <= minute < b)


def span_of(session: str, starts: time | None, ends: time | None) -> Span:
    """The minutes taken: by the hours where there are any, else the whole session."""
    begins, until = SESSIONS[session]
    if starts is None:
        return begins, until if ends is None else max(begins + 1, _minutes(ends))
    if ends is not None:
        return _minutes(starts), _minutes(ends)
    usual = (datetime.combine(date.min, starts) + USUAL_LENGTH).time()
    return _minutes(starts), _minutes(usual) if usual > starts else MIDNIGHT


def _minutes(hour: time) -> int:
    return hour.hour * 60 + hour.minute


def overlap(one: Booking, other: Booking) -> bool:
    """Do they take the same minutes of the same day? One may begin when the other ends."""
    return one.on == other.on and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def clash_of(one: Booking, other: Booking) -> Clash | None:
    """The clash of two bookings, if they clash; parts of one thing never clash."""
    shared = one.things & other.things
    if one.key == other.key or not shared or not overlap(one, other):
        return None
    return Clash(one, other, shared)


def clashes(bookings: Iterable[Booking]) -> list[Clash]:
    """Every pair that clashes, each once, in order of time."""
    found = {
        (one.key, other.key, one.on): clash
        for one, other in _near(bookings)
        if (clash := clash_of(one, other))
    }
    return sorted(found.values(), key=lambda c: (c.one.on, c.one.span, c.one.key, c.other.key))


def _near(bookings: Iterable[Booking]) -> Iterator[tuple[Booking, Booking]]:
    """Pairs that share a thing on a day: only these need be looked at."""
    wanted: dict[tuple[date, Thing], list[Booking]] = defaultdict(list)
    for booking in sorted(bookings, key=lambda b: (b.on, b.span, b.key)):
        for thing in booking.things:
            wanted[booking.on, thing].append(booking)
    for some in wanted.values():
        yield from combinations(some, 2)
