"""A task put off has on resuming as many working days as it had left."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import national_calendar
from dondoc.rules.pausing import due_after_pause

CALENDAR = national_calendar()
DAYS = st.dates(date(2022, 1, 1), date(2024, 6, 30))
PAUSES = st.integers(0, 200).map(timedelta)


def test_three_working_days_left_over_the_april_holiday():
    due = due_after_pause(date(2022, 4, 15), date(2022, 4, 12), date(2022, 4, 29), CALENDAR)
    assert due == date(2022, 5, 6)  # 30/4, 1/5 and the days made up for them are off


def test_what_was_late_stays_as_late():
    due = due_after_pause(date(2022, 4, 11), date(2022, 4, 12), date(2022, 4, 29), CALENDAR)
    assert due == date(2022, 4, 11)


@given(suspended_on=DAYS, left=PAUSES, pause=PAUSES)
def test_no_working_day_is_won_or_lost_and_no_deadline_moves_nearer(suspended_on, left, pause):
    due_on, resumed_on = suspended_on + left, suspended_on + pause
    new = due_after_pause(due_on, suspended_on, resumed_on, CALENDAR)
    assert new >= due_on
    if new == due_on:  # not held up: a pause over days off costs nothing
        return
    assert CALENDAR.is_working(new)
    was = CALENDAR.working_days_between(suspended_on, due_on)
    now = CALENDAR.working_days_between(resumed_on, new)
    assert now == was or (was == 0 and new == CALENDAR.next_working(resumed_on))


@given(day=DAYS, left=PAUSES)
def test_put_off_and_taken_up_the_same_day_changes_nothing(day, left):
    due_on = CALENDAR.next_working(day + left)
    if CALENDAR.is_working(day):
        assert due_after_pause(due_on, day, day, CALENDAR) == due_on
