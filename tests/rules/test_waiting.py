"""Days of waiting for others are counted once, and only working days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import national_calendar
from dondoc.rules.waiting import days_waited, joined, lateness

CALENDAR = national_calendar()
BEGIN = date(2022, 1, 3)
SPANS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 60)).map(
        lambda said: (BEGIN + timedelta(said[0]), BEGIN + timedelta(said[0] + said[1]))
    ),
    max_size=8,
)


def test_asked_on_friday_and_answered_on_tuesday_is_two_days():
    assert days_waited([(date(2022, 3, 18), date(2022, 3, 22))], CALENDAR) == 2


def test_two_units_asked_at_once_are_waited_for_once():
    both = [(date(2022, 3, 14), date(2022, 3, 16)), (date(2022, 3, 14), date(2022, 3, 18))]
    assert days_waited(both, CALENDAR) == 4


@given(spans=SPANS)
def test_each_working_day_counts_once_in_whatever_order_they_are_told(spans):
    days = {
        begun + timedelta(n) for begun, ended in spans for n in range(1, (ended - begun).days + 1)
    }
    waited = days_waited(spans, CALENDAR)
    assert waited == sum(map(CALENDAR.is_working, days))
    assert waited == days_waited(reversed(spans), CALENDAR)
    rows = joined(spans)
    assert all(one[1] < other[0] for one, other in pairwise(rows))


def test_days_waited_before_the_deadline_excuse_nothing_after_it():
    waits = [(date(2022, 3, 1), date(2022, 3, 16))]
    late = lateness(date(2022, 3, 14), date(2022, 3, 21), waits, CALENDAR)
    assert (late.days, late.waited, late.own) == (5, 2, 3)


@given(spans=SPANS, due=st.integers(0, 300), length=st.integers(0, 60))
def test_waited_and_own_days_make_up_the_lateness(spans, due, length):
    due_on = BEGIN + timedelta(due)
    late = lateness(due_on, due_on + timedelta(length), spans, CALENDAR)
    assert 0 <= late.waited <= late.days
    assert late.waited + late.own == late.days
