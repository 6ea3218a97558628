"""Which tasks hold the finish: earliest and latest dates, slack, the critical chain, a slip.

The critical path method (Kelley and Walker, 1959) with the dependencies of the precedence diagram
(Fondahl, 1961), counted on the edges between working days (`working_days`). An activity takes the
days between two edges; a milestone takes none and stands at the end of a day. Every dependency is
one inequality, `start of the later >= start of the earlier + apart`:

    FS  apart = length of the earlier + lag                           its first day after their last
    SS  apart = lag                                                   its first day with their first
    FF  apart = length of the earlier + lag - length of the later     its last day with their last

Earliest dates keep all of them and no activity starts before the network does. Latest dates keep
all of them, the finish and every deadline. What is finished is moved by nothing and holds nothing
up: dependencies into it no longer bind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.working_days import WorkingDays

Id = str | int
Waits = list[list[tuple[int, int]]]  # for each activity: whom it waits for, and how far apart


class CannotPlan(ValueError):
    """The network cannot be laid out in time; the words say what to do."""


class Loop(CannotPlan):
    """Activities wait for one another in a ring, told in the order of the work."""

    def __init__(self, ids: Sequence[Id]) -> None:
        self.ids = tuple(ids)
        ring = " → ".join(map(str, (*ids, ids[0])))
        super().__init__(f"Các việc chờ nhau thành vòng: {ring}. Hãy bỏ một liên kết.")


class Type(StrEnum):
    """Which end of an activity waits for which end of another."""

    FS = "FS"
    SS = "SS"
    FF = "FF"


@dataclass(frozen=True, slots=True)
class Dependency:
    """What an activity waits for; a negative lag lets it run ahead."""

    on: Id
    type: Type = Type.FS
    lag: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """A piece of work so many working days long; 0 is a milestone.

    `not_before` is the earliest first day (of a milestone: the earliest day at whose end it
    stands); `finished_on` the last day of work that is done; `due_on` the last day allowed.
    """

    id: Id
    duration: int
    after: tuple[Dependency, ...] = ()
    not_before: date | None = None
    finished_on: date | None = None
    due_on: date | None = None


class Network:
    """Activities that wait for one another, in the working days of one committee."""

    def __init__(
        self, activities: Iterable[Activity], start: date, calendar: WorkingCalendar
    ) -> None:
        self.activities = tuple(activities)
        self.days = WorkingDays(start, calendar)
        self.place = _places(self.activities)
        every_wait = [self._waits_of(one) for one in self.activities]
        self.order = _order(every_wait, self.activities)
        self.waits: Waits = [
            [] if one.finished_on else waits
            for one, waits in zip(self.activities, every_wait, strict=True)
        ]
        self.floors = [self._floor(one) for one in self.activities]

    def find(self, of: Id) -> int:
        """Where an activity stands among the others."""
        if of not in self.place:
            raise CannotPlan(f"Không có việc “{of}”. Hãy kiểm tra lại mã việc.")
        return self.place[of]

    def _waits_of(self, later: Activity) -> list[tuple[int, int]]:
        waits = []
        for dependency in later.after:
            earlier = self.place.get(dependency.on)
            if earlier is None:
                raise CannotPlan(
                    f"Việc “{later.id}” chờ việc “{dependency.on}” không có ở đây. "
                    "Hãy thêm việc ấy hoặc bỏ liên kết."
                )
            waits.append((earlier, _apart(self.activities[earlier], dependency, later)))
        return waits

    def _floor(self, one: Activity) -> int:
        """The edge it cannot start before, whatever it waits for."""
        if one.finished_on:
            return self.days.end_of(one.finished_on) - one.duration
        if one.not_before:
            first = self.days.start_of(one.not_before)
            return max(0, first if one.duration else first + 1)
        return 0


def _places(activities: Sequence[Activity]) -> dict[Id, int]:
    places: dict[Id, int] = {}
    for one in activities:
        if one.id in places:
            raise CannotPlan(f"Có hai việc cùng mã “{one.id}”. Hãy đổi mã một việc.")
        if one.duration < 0:
            raise CannotPlan(f"Việc “{one.id}” dài âm. Hãy ghi số ngày làm việc từ 0 trở lên.")
        places[one.id] = len(places)
    return places


def _apart(earlier: Activity, dependency: Dependency, later: Activity) -> int:
    if dependency.type is Type.SS:
        return dependency.lag
    if dependency.type is Type.FS:
        return earlier.duration + dependency.lag
    return earlier.duration + dependency.lag - later.duration


def _order(waits: Waits, activities: Sequence[Activity]) -> list[int]:
    """Each activity after all it waits for."""
    followers: list[list[int]] = [[] for _ in waits]
    for later, found in enumerate(waits):
        for earlier, _ in found:
            followers[earlier].append(later)
    missing = [len(found) for found in waits]
    order = [n for n, count in enumerate(missing) if not count]
    for earlier in order:  # grows while it is read
        for later in followers[earlier]:
            missing[later] -= 1
            if not missing[later]:
                order.append(later)
    if len(order) < len(waits):
        raise Loop([activities[n].id for n in _ring(waits, missing)])
    return order


def _ring(waits: Waits, missing: list[int]) -> list[int]:
    """A loop among the activities never reached: each of them waits for another of them."""
    trail: dict[int, None] = {}
    n = next(n for n, count in enumerate(missing) if count)
    while n not in trail:
        trail[n] = None
        n = next(earlier for earlier, _ in waits[n] if missing[earlier])
    backwards = list(trail)
    ring = backwards[backwards.index(n) :][::-1]
    first = ring.index(min(ring))
    return ring[first:] + ring[:first]


class Placed(NamedTuple):
    """First and last day worked, as early and as late as may be; slack in working days.

    Of a milestone both are the day at whose end it stands.
    """

    id: Id
    early_start: date
    early_finish: date
    late_start: date
    late_finish: date
    total_slack: int
    free_slack: int
    critical: bool


class LaidOut:
    """A network laid out in time; each part is worked out when it is first asked for."""

    def __init__(self, network: Network, floors: Sequence[int]) -> None:
        self.network = network
        self.starts = list(floors)
        for n in network.order:
            for earlier, apart in network.waits[n]:
                if self.starts[earlier] + apart > self.starts[n]:
                    self.starts[n] = self.starts[earlier] + apart

    @cached_property
    def ends(self) -> list[int]:
        lengths = (one.duration for one in self.network.activities)
        return [start + length for start, length in zip(self.starts, lengths, strict=True)]

    @cached_property
    def last_edge(self) -> int:
        return max(self.ends, default=0)

    @property
    def finish(self) -> date | None:
        """The last day worked on any of it; none where there is nothing to do."""
        return self.network.days.before(self.last_edge) if self.ends else None

    @cached_property
    def latest(self) -> list[int]:
        """The edge each must start at, at the latest."""
        network = self.network
        latest = [self._limit(one) - one.duration for one in network.activities]
        for n in reversed(network.order):
            for earlier, apart in network.waits[n]:
                if latest[n] - apart < latest[earlier]:
                    latest[earlier] = latest[n] - apart
        for n, one in enumerate(network.activities):
            if one.finished_on:
                latest[n] = self.starts[n]
        return latest

    def _limit(self, one: Activity) -> int:
        if one.due_on is None:
            return self.last_edge
        return min(self.last_edge, self.network.days.end_of(one.due_on))

    @cached_property
    def free(self) -> list[int]:
        """How far each may slip alone: no other moves, nor the finish."""
        free = [self.last_edge - end for end in self.ends]
        for n, waits in enumerate(self.network.waits):
            for earlier, apart in waits:
                free[earlier] = min(free[earlier], self.starts[n] - self.starts[earlier] - apart)
        for n, one in enumerate(self.network.activities):
            if one.finished_on:
                free[n] = 0
        return free

    @cached_property
    def placed(self) -> dict[Id, Placed]:
        """Every activity with its dates, in the order they were given."""
        return {one.id: self._placed(n, one) for n, one in enumerate(self.network.activities)}

    def _placed(self, n: int, one: Activity) -> Placed:
        slack = self.latest[n] - self.starts[n]
        critical = slack <= 0 and not one.finished_on
        early, late = (
            days_worked(self.network.days, start, one.duration)
            for start in (self.starts[n], self.latest[n])
        )
        return Placed(one.id, *early, *late, slack, self.free[n], critical)

    @cached_property
    def chain(self) -> tuple[Id, ...]:
        """A critical chain in the order of the work, from what nothing unfinished holds up to the
        finish; each holds the next."""
        activities, chain = self.network.activities, []
        n = next((n for n in reversed(self.network.order) if self._is_last(n)), None)
        while n is not None:
            chain.append(activities[n].id)
            n = next((earlier for earlier, apart in self.network.waits[n]
                      if self._holds(earlier, self.starts[n] - apart)), None)  # fmt: skip
        return tuple(reversed(chain))

    def _is_last(self, n: int) -> bool:
        return self._holds(n, self.starts[n]) and self.ends[n] == self.last_edge

    def _holds(self, n: int, start: int) -> bool:
        return self.starts[n] == start and not self.network.activities[n].finished_on


def days_worked(days: WorkingDays, start: int, length: int) -> tuple[date, date]:
    """The first and the last day between two edges."""
    last = days.before(start + length)
    return (days.after(start), last) if length else (last, last)


def schedule(network: Network) -> LaidOut:
    """Lays a network out in time."""
    return LaidOut(network, network.floors)


class Shift(NamedTuple):
    """An activity that moves, from which days to which, by so many working days."""

    id: Id
    start_was: date
    finish_was: date
    start: date
    finish: date
    days: int


class Broken(NamedTuple):
    """A deadline that would have been kept and no longer is."""

    id: Id
    due_on: date
    finish_was: date
    finish: date


@dataclass(frozen=True)
class Slip:
    """What becomes of the others when one activity starts so many working days later."""

    before: LaidOut
    after: LaidOut

    @property
    def finish_days(self) -> int:
        """Working days by which the finish moves."""
        return self.after.last_edge - self.before.last_edge

    @cached_property
    def shifts(self) -> tuple[Shift, ...]:
        """All that move, in the order of their new first days."""
        was, will = self.before.starts, self.after.starts
        moved = [n for n in self.after.network.order if was[n] != will[n]]
        return tuple(map(self._shift, sorted(moved, key=will.__getitem__)))

    def _shift(self, n: int) -> Shift:
        days, one = self.after.network.days, self.after.network.activities[n]
        was, will = self.before.starts[n], self.after.starts[n]
        return Shift(
            one.id,
            *days_worked(days, was, one.duration),
            *days_worked(days, will, one.duration),
            will - was,
        )

    @cached_property
    def broken(self) -> tuple[Broken, ...]:
        """Deadlines kept before and missed after."""
        network = self.after.network
        shifted = ((shift, network.activities[network.place[shift.id]]) for shift in self.shifts)
        return tuple(
            Broken(one.id, one.due_on, shift.finish_was, shift.finish)
            for shift, one in shifted
            if one.due_on and shift.finish_was <= one.due_on < shift.finish
        )


def slip(network: Network, of: Id, days: int, before: LaidOut | None = None) -> Slip:
    """“If this slips 7 days”: laid out again with one activity held back; nothing is kept."""
    n = network.find(of)
    if days < 1:
        raise CannotPlan("Số ngày chậm phải từ 1 trở lên. Hãy ghi lại.")
    if network.activities[n].finished_on:
        raise CannotPlan(f"Việc “{of}” đã xong nên không chậm thêm. Hãy chọn việc khác.")
    before = before or schedule(network)
    floors = list(network.floors)
    floors[n] = before.starts[n] + days
    return Slip(before, LaidOut(network, floors))
