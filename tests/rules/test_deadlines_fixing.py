"""Once the day of receipt is known, a term ends on a day the office works."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import WorkingCalendar, national_calendar, roll_over
from dondoc.rules.deadlines import due_moment_of_relative, read_deadlines

NATION = national_calendar()
DAYS = st.dates(date(2022, 1, 10), date(2027, 9, 30))
CALENDARS = st.builds(
    WorkingCalendar,
    st.frozensets(st.dates(date(2025, 1, 1), date(2025, 12, 31)), max_size=60),
    st.frozensets(st.dates(date(2025, 1, 1), date(2025, 12, 31)), max_size=20),
)
IN_2025 = st.dates(date(2025, 1, 1), date(2025, 12, 31))


def due(said, received, calendar=NATION):
    (one,) = read_deadlines(said, received)
    return due_moment_of_relative(one, received, calendar)


@pytest.mark.parametrize(
    ("said", "received", "day"),
    [
        # the day of receipt is not counted: Thursday + 10 days is Sunday, so Monday
        ("trong thời hạn 10 ngày kể từ ngày nhận văn bản này", "2025-11-20", "2025-12-01"),
        # a swap: Friday 2/1/2026 is off, Saturday 10/1 is worked
        ("trong vòng 03 ngày kể từ ngày nhận văn bản này", "2025-12-30", "2026-01-05"),
        ("trong vòng 12 ngày kể từ ngày nhận văn bản này", "2025-12-29", "2026-01-10"),
        ("trong 02 ngày làm việc kể từ ngày nhận văn bản này", "2026-01-08", "2026-01-10"),
        # over Tết: 16 to 20/2/2026 are off
        ("trong 05 ngày kể từ ngày nhận văn bản này", "2026-02-12", "2026-02-23"),
        ("trong 03 ngày làm việc kể từ ngày nhận văn bản này", "2026-02-12", "2026-02-24"),
        # Quốc khánh and its swap: 31/8 off for Saturday 22/8
        ("trong 01 ngày làm việc kể từ ngày nhận văn bản này", "2026-08-21", "2026-08-22"),
        ("trong 10 ngày kể từ ngày nhận văn bản này", "2026-08-20", "2026-09-03"),
        # the same day of the month that ends the term, or the last it has
        ("trong vòng 01 tháng kể từ ngày nhận văn bản này", "2026-01-30", "2026-03-02"),
        ("trong vòng 02 tháng kể từ ngày nhận văn bản này", "2025-10-15", "2025-12-15"),
        ("trong vòng 02 tuần kể từ ngày nhận văn bản này", "2025-11-20", "2025-12-04"),
        ("trong vòng 24 giờ kể từ khi nhận văn bản này", "2025-11-20", "2025-11-21"),
    ],
)
def test_a_term_ends_as_the_calendar_on_the_wall_says(said, received, day):
    assert due(said, date.fromisoformat(received))[0] == date.fromisoformat(day)


def test_a_storm_day_moves_the_end_of_a_term():
    said = "trong thời hạn 05 ngày kể từ ngày nhận văn bản này"
    storm = replace(NATION, days_off=NATION.days_off | {date(2025, 11, 25)})
    assert due(said, date(2025, 11, 20))[0] == date(2025, 11, 25)
    assert due(said, date(2025, 11, 20), storm)[0] == date(2025, 11, 26)


@given(day=DAYS, n=st.integers(1, 60))
def test_a_term_in_days_ends_on_the_first_working_day_not_before_its_last(day, n):
    end, _ = due(f"trong thời hạn {n} ngày kể từ ngày nhận văn bản này", day)
    last = day + timedelta(days=n)
    assert end >= last
    assert NATION.is_working(end)
    assert not any(NATION.is_working(last + timedelta(days=i)) for i in range((end - last).days))


@given(day=DAYS, n=st.integers(1, 40))
def test_a_term_in_working_days_holds_that_many(day, n):
    end, _ = due(f"trong thời hạn {n} ngày làm việc kể từ ngày nhận văn bản này", day)
    assert NATION.is_working(end)
    assert NATION.working_days_between(day, end) == n


@given(day=DAYS, n=st.integers(1, 30))
def test_a_term_before_an_event_ends_on_a_working_day_in_time(day, n):
    end, _ = due(f"trước {n} ngày tổ chức hội nghị", day)
    assert end <= day - timedelta(days=n)
    assert NATION.is_working(end)


@given(day=IN_2025, calendar=CALENDARS)
def test_rolling_over_goes_to_the_nearest_working_day_and_stays_there(day, calendar):
    end = roll_over(day, calendar)
    assert end >= day
    assert calendar.is_working(end)
    assert roll_over(end, calendar) == end
    assert (end == day) is calendar.is_working(day)
    assert calendar.previous_working(end) == end


@given(day=IN_2025, n=st.integers(-40, 40), calendar=CALENDARS)
def test_adding_working_days_and_counting_them_agree(day, n, calendar):
    end = calendar.add_working_days(day, n)
    if n > 0:
        assert calendar.working_days_between(day, end) == n
    if n < 0:
        assert calendar.working_days_between(end, day) == -n - 1 + calendar.is_working(day)
