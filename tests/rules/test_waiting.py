"""Days of waiting for others are counted once, and only working days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import national_calendar
from dondoc.rules.waiting import days_waited, joined

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
