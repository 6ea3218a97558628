"""Two bookings clash if and only if their minutes overlap and they want the same thing."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.clashes import (
    SESSIONS,
    Booking,
    clash_of,
    clashes,
    overlap,
    session_of,
    span_of,
)

DAY = date(2022, 5, 16)


@pytest.mark.parametrize(
    ("session", "starts", "ends", "span"),
    [
        ("morning", None, None, (0, 720)),
        ("afternoon", None, None, (720, 1080)),
        ("evening", None, None, (1080, 1440)),
        ("all_day", None, None, (0, 1440)),
        ("morning", time(8), time(9, 30), (480, 570)),
        ("morning", time(8), None, (480, 570)),
        ("evening", time(23), None, (1380, 1440)),
        ("all_day", time(8), time(17), (480, 1020)),
    ],
)
def test_the_minutes_taken(
    session: str, starts: time | None, ends: time | None, span: tuple[int, int]
) -> None:
    assert span_of(session, starts, ends) == span


@pytest.mark.parametrize(
    ("hour", "session"),
    [(time(7, 30), "morning"), (time(12), "afternoon"), (time(18), "evening")],
)
def test_an_hour_lies_in_one_session(hour: time, session: str) -> None:
    assert session_of(hour) == session


def test_one_may_begin_when_the_other_ends() -> None:
    first = Booking("a", DAY, (480, 540), frozenset({("room", 1)}))
    second = Booking("b", DAY, (540, 600), frozenset({("room", 1)}))
    assert clash_of(first, second) is None
    assert clash_of(first, Booking("c", DAY, (539, 600), second.things)) is not None


hours = st.one_of(st.none(), st.times().map(lambda t: t.replace(second=0, microsecond=0)))
things = st.frozensets(
    st.tuples(st.sampled_from(["person", "room", "vehicle"]), st.integers(1, 3)), max_size=3
)


@st.composite
def bookings(draw: st.DrawFn) -> list[Booking]:
    count = draw(st.integers(0, 8))
    made = []
    for number in range(count):
        starts, ends = draw(hours), draw(hours)
        if starts is None or (ends is not None and ends <= starts):
            ends = None
        session = draw(st.sampled_from(sorted(SESSIONS)))
        day = date(2022, 5, draw(st.integers(16, 18)))
        made.append(Booking(f"k{number % 6}", day, span_of(session, starts, ends), draw(things)))
    return made


def minutes(booking: Booking) -> set[tuple[date, int]]:
    return {(booking.on, minute) for minute in range(*booking.span)}


@given(bookings())
def test_clashes_are_exactly_the_pairs_that_share_a_minute_and_a_thing(
    some: list[Booking],
) -> None:
    wanted = {
        (frozenset((one.key, other.key)), one.on)
        for one in some
        for other in some
        if one.key != other.key and minutes(one) & minutes(other) and one.things & other.things
    }
    found = clashes(some)
    assert {(frozenset((c.one.key, c.other.key)), c.one.on) for c in found} == wanted


@given(bookings())
def test_overlap_knows_no_order(some: list[Booking]) -> None:
    for one in some:
        for other in some:
            assert overlap(one, other) == overlap(other, one)
            assert (clash_of(one, other) is None) == (clash_of(other, one) is None)
