"""Duties that come again: on the 25th, on Fridays, on the first working day; never twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import national_calendar
from dondoc.rules.recurring import (
    LAST,
    Every,
    OffDay,
    Recurrence,
    coming,
    occurrences,
    problems,
)

CALENDAR = national_calendar()
days = st.dates(date(2021, 1, 1), date(2027, 6, 30))
kinds = st.builds(
    Recurrence,
    every=st.sampled_from(Every), day=st.integers(1, 6), month=st.just(1),
    off_day=st.sampled_from(OffDay),
)  # fmt: skip


def due(recurrence: Recurrence, after: date, count: int = 3) -> list[date]:
    return [one.due_on for one in coming(recurrence, after, CALENDAR, count)]


def test_the_25th_comes_earlier_where_it_is_a_day_off() -> None:
    assert due(Recurrence(Every.MONTH, 25), date(2022, 4, 1)) == [
        date(2022, 4, 25), date(2022, 5, 25), date(2022, 6, 24),  # the 25th of June is a Saturday
    ]  # fmt: skip


def test_it_comes_later_or_not_at_all_where_that_is_the_rule() -> None:
    june = date(2022, 6, 1)
    assert due(Recurrence(Every.MONTH, 25, off_day=OffDay.LATER), june, 1) == [date(2022, 6, 27)]
    assert due(Recurrence(Every.MONTH, 25, off_day=OffDay.SKIP), june, 1) == [date(2022, 7, 25)]


def test_a_month_without_a_31st_has_a_last_day() -> None:
    assert due(Recurrence(Every.MONTH, LAST), date(2024, 2, 1), 2) == [
        date(2024, 2, 29), date(2024, 3, 29),  # the 31st of March 2024 is a Sunday
    ]  # fmt: skip


def test_the_first_working_day_goes_over_tet() -> None:
    assert due(Recurrence(Every.FIRST_WORKING), date(2022, 1, 31), 1) == [date(2022, 2, 7)]
    assert due(Recurrence(Every.LAST_WORKING), date(2022, 1, 1), 1) == [date(2022, 1, 28)]


def test_each_day_is_each_working_day() -> None:
    daily = Recurrence(Every.DAY, off_day=OffDay.SKIP)
    assert due(daily, date(2022, 3, 17)) == [
        date(2022, 3, 18), date(2022, 3, 21), date(2022, 3, 22),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("recurrence", "words"),
    [
        (Recurrence(Every.WEEK, 4), "thứ Sáu hằng tuần"),
        (Recurrence(Every.MONTH, 25), "ngày 25 hằng tháng"),
        (Recurrence(Every.QUARTER, 15, 3), "ngày 15 tháng thứ 3 của kỳ, hằng quý"),
        (Recurrence(Every.YEAR, 5, 12), "ngày 5 tháng 12 hằng năm"),
    ],
)
def test_it_is_named_as_offices_say_it(recurrence: Recurrence, words: str) -> None:
    assert recurrence.words == words


def test_what_makes_no_sense_is_told() -> None:
    assert problems(Recurrence(Every.MONTH, 32))
    assert problems(Recurrence(Every.QUARTER, 5, 4))
    assert problems(Recurrence(Every.WEEK, 7))
    assert not problems(Recurrence(Every.YEAR, 5, 12))


@given(recurrence=kinds, after=days, first=st.integers(0, 60), second=st.integers(0, 60))
def test_two_stretches_give_what_the_whole_gives_and_no_period_twice(
    recurrence: Recurrence, after: date, first: int, second: int
) -> None:
    middle, end = after + timedelta(days=first), after + timedelta(days=first + second)
    whole = occurrences(recurrence, after, end, CALENDAR)
    parts = [
        *occurrences(recurrence, after, middle, CALENDAR),
        *occurrences(recurrence, middle, end, CALENDAR),
    ]
    assert whole == parts
    periods = [one.period for one in whole]
    assert len(set(periods)) == len(periods)
    assert all(CALENDAR.is_working(one.due_on) for one in whole)
