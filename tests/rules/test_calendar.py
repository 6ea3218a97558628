"""A clerk counts days with the calendar on the wall."""

from datetime import date, timedelta

import pytest

from dondoc.rules.calendar import (
    NATIONAL_DAYS,
    NoWorkingDay,
    WorkingCalendar,
    national_calendar,
    roll_over,
)

CALENDAR = national_calendar()


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2025, 11, 20), True),
        (date(2025, 11, 22), False),  # Saturday
        (date(2024, 4, 29), False),  # swapped for
        (date(2024, 5, 4), True),  # this Saturday
        (date(2026, 2, 17), False),  # Tết
        (date(2022, 5, 3), False),  # made up for Sunday 1/5
    ],
)
def test_days_worked_and_days_off(day, worked):
    assert CALENDAR.is_working(day) is worked


def test_going_forward_and_back_over_a_long_holiday():
    assert CALENDAR.next_working(date(2025, 8, 30)) == date(2025, 9, 3)
    assert CALENDAR.previous_working(date(2025, 9, 2)) == date(2025, 8, 29)
    assert CALENDAR.add_working_days(date(2025, 8, 29), 2) == date(2025, 9, 4)
    assert CALENDAR.add_working_days(date(2025, 9, 4), -2) == date(2025, 8, 29)
    assert CALENDAR.add_working_days(date(2025, 8, 30), 0) == date(2025, 8, 30)


def test_working_days_between_two_days_do_not_count_the_first():
    assert CALENDAR.working_days_between(date(2025, 8, 29), date(2025, 9, 4)) == 2
    assert CALENDAR.working_days_between(date(2025, 9, 4), date(2025, 8, 29)) == -2
    assert CALENDAR.working_days_between(date(2025, 9, 4), date(2025, 9, 4)) == 0


def test_a_term_ending_on_a_day_off_ends_on_the_next_working_day():
    assert roll_over(date(2025, 11, 22), CALENDAR) == date(2025, 11, 24)
    assert roll_over(date(2025, 11, 24), CALENDAR) == date(2025, 11, 24)


def test_every_national_day_names_its_source_once():
    assert all(d.name and d.source for d in NATIONAL_DAYS)
    assert len({d.day for d in NATIONAL_DAYS}) == len(NATIONAL_DAYS)
    assert {d.day.year for d in NATIONAL_DAYS} == set(range(2022, 2028))


def test_every_day_off_falls_on_a_weekday_and_every_made_up_day_on_a_saturday():
    assert all(d.day.weekday() < 5 for d in NATIONAL_DAYS if d.kind == "off")
    assert all(d.day.weekday() == 5 for d in NATIONAL_DAYS if d.kind == "work")


def test_a_calendar_without_working_days_says_so():
    start = date(2025, 1, 1)
    closed = WorkingCalendar(frozenset(start + timedelta(days=i) for i in range(4000)))
    with pytest.raises(NoWorkingDay):
        closed.next_working(start)
