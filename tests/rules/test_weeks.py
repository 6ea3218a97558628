"""When a week is decided, and which of its days are worked."""

from datetime import date, datetime

import pytest

from dondoc.rules.calendar import WorkingCalendar, national_calendar
from dondoc.rules.weeks import closing, monday_of, working_days


@pytest.mark.parametrize(
    ("monday", "weekday", "hour", "wanted"),
    [
        (date(2022, 5, 16), 4, 17, datetime(2022, 5, 13, 17)),
        (date(2022, 5, 16), 3, 11, datetime(2022, 5, 12, 11)),
        (date(2022, 2, 7), 4, 17, datetime(2022, 1, 28, 17)),  # all the week before was Tết
        (date(2022, 5, 9), 6, 8, datetime(2022, 5, 6, 8)),  # a Sunday is not worked
    ],
)
def test_the_hour_by_which_a_week_is_decided(
    monday: date, weekday: int, hour: int, wanted: datetime
) -> None:
    assert closing(monday, weekday, hour, national_calendar()) == wanted


def test_the_days_worked_are_those_of_the_calendar() -> None:
    calendar = WorkingCalendar(frozenset({date(2022, 5, 18)}), frozenset({date(2022, 5, 21)}))
    assert [d.day for d in working_days(date(2022, 5, 16), calendar)] == [16, 17, 19, 20, 21]
    since = working_days(date(2022, 5, 16), calendar, date(2022, 5, 19))
    assert [d.day for d in since] == [19, 20, 21]
    assert monday_of(date(2022, 5, 22)) == date(2022, 5, 16)
