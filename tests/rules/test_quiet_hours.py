"""Nobody's night or day off is broken, and nothing waits longer than it must."""

from datetime import datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import national_calendar
from dondoc.rules.quiet_hours import Habit, letter_moment
from dondoc.rules.timeliness import VIET_NAM

CALENDAR = national_calendar()
MOMENTS = st.datetimes(datetime(2022, 1, 1), datetime(2023, 12, 1), timezones=st.just(VIET_NAM))
HOURS = st.times()
SPANS = st.tuples(HOURS, HOURS) | st.just((None, None))


def at(day: int, hour: int) -> datetime:
    return datetime(2022, 3, day, hour, tzinfo=VIET_NAM)


def test_at_night_it_waits_for_the_morning_and_over_tet_for_the_first_working_day():
    night = Habit(quiet_from=time(21), quiet_until=time(6), rests=True)
    assert letter_moment(at(16, 22), night, CALENDAR) == at(17, 6)
    assert letter_moment(at(16, 3), night, CALENDAR) == at(16, 6)
    assert letter_moment(at(16, 9), night, CALENDAR) == at(16, 9)
    assert letter_moment(at(18, 23), night, CALENDAR) == at(21, 6)  # Friday night to Monday
    eve = datetime(2022, 1, 30, 9, tzinfo=VIET_NAM)
    assert letter_moment(eve, night, CALENDAR) == datetime(2022, 2, 7, 6, tzinfo=VIET_NAM)


def test_a_rest_at_noon_does_not_put_off_the_first_morning_after_days_off():
    noon = Habit(quiet_from=time(11, 30), quiet_until=time(13, 30), rests=True)
    assert letter_moment(at(20, 9), noon, CALENDAR) == at(21, 7)
    dawn = Habit(quiet_from=time(6), quiet_until=time(8), rests=True)
    assert letter_moment(at(20, 9), dawn, CALENDAR) == at(21, 8)


def test_the_days_one_letter_goes_at_its_hour():
    seven = Habit(digest_at=time(7))
    assert letter_moment(at(16, 6), seven, CALENDAR) == at(16, 7)
    assert letter_moment(at(16, 8), seven, CALENDAR) == at(17, 7)


@given(moment=MOMENTS, digest_at=st.none() | HOURS, quiet=SPANS, rests=st.booleans())
def test_it_never_goes_early_nor_into_the_quiet_nor_on_a_day_off(moment, digest_at, quiet, rests):
    habit = Habit(digest_at, *quiet, rests)
    then = letter_moment(moment, habit, CALENDAR)
    assert then >= moment
    assert letter_moment(then, habit, CALENDAR) == then, "asked again, it waits no longer"
    if rests:
        assert CALENDAR.is_working(then.date())
    if digest_at is None:
        assert not habit.is_quiet(then.time())
        if not rests:
            assert then - moment <= timedelta(days=1)
    else:
        assert then.time() == digest_at


@given(moment=MOMENTS)
def test_who_asked_for_nothing_hears_at_once(moment):
    assert letter_moment(moment, Habit(), CALENDAR) == moment
