"""A committee's working calendar: the nation's days, overruled by its own."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from dondoc.agencies.calendars import calendar_of, soon_until, thresholds_of
from dondoc.agencies.models import CalendarDay, CommitteeRules
from dondoc.rules.calendar import NATIONAL_DAYS, national_calendar
from tests.cast import Cast


def test_a_fresh_installation_knows_the_nations_days(cast: Cast) -> None:
    assert CalendarDay.objects.filter(scope=None).count() == len(NATIONAL_DAYS)
    assert calendar_of(cast.city) == national_calendar()


def test_a_committees_own_day_overrules_the_nations_and_is_its_own(cast: Cast) -> None:
    liberation = date(2022, 3, 29)
    CalendarDay.objects.create(
        day=liberation, kind="off", name="Giải phóng Đà Nẵng", source="QĐ", scope=cast.city
    )
    CalendarDay.objects.create(
        day=date(2022, 5, 2), kind="work", name="Trực", source="CV", scope=cast.city
    )
    assert not calendar_of(cast.city).is_working(liberation)
    assert calendar_of(cast.city).is_working(date(2022, 5, 2))
    assert calendar_of(cast.district).is_working(liberation)
    assert not calendar_of(cast.district).is_working(date(2022, 5, 2))


def test_a_storm_day_of_the_province_reaches_the_committees_below(cast: Cast) -> None:
    storm, work = date(2022, 9, 28), date(2022, 9, 27)
    for day in (storm, work):
        CalendarDay.objects.create(
            day=day, kind="off", name="Nghỉ tránh bão", source="CĐ", scope=cast.city,
            reaches_below=True,
        )  # fmt: skip
    CalendarDay.objects.create(day=work, kind="work", name="Trực", source="CV", scope=cast.district)
    assert not calendar_of(cast.city).is_working(storm)
    assert not calendar_of(cast.district).is_working(storm)
    assert calendar_of(cast.district).is_working(work)  # the nearest committee decides


def test_a_storm_day_of_a_district_is_not_the_citys(cast: Cast) -> None:
    storm = date(2022, 9, 28)
    CalendarDay.objects.create(
        day=storm, kind="off", name="Nghỉ tránh bão", source="CĐ", scope=cast.district
    )
    assert calendar_of(cast.city).is_working(storm)
    assert not calendar_of(cast.district).is_working(storm)


def test_the_calendar_takes_one_query(cast: Cast, django_assert_num_queries: Any) -> None:
    committee = cast.city
    with django_assert_num_queries(1):
        calendar_of(committee)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        # Friday 8 April 2022: the 9th and 10th are the weekend, Monday 11th the Hùng Kings' day
        (datetime(2022, 4, 8, 2, 0, tzinfo=UTC), datetime(2022, 4, 18, 17, 0, tzinfo=UTC)),
        # 23:30 in Việt Nam on 16 March is still the 16th
        (datetime(2022, 3, 16, 16, 30, tzinfo=UTC), datetime(2022, 3, 23, 17, 0, tzinfo=UTC)),
    ],
)
def test_soon_is_counted_in_working_days(cast: Cast, moment: datetime, until: datetime) -> None:
    assert soon_until(cast.city, moment) == until


def test_a_committee_may_set_its_own_thresholds(cast: Cast, at: datetime) -> None:
    CommitteeRules.objects.create(committee=cast.city, due_soon_days=1, stale_days=7)
    told = thresholds_of(cast.city, at)
    assert told.soon_until == datetime(2022, 3, 17, 17, 0, tzinfo=UTC)
    assert told.stale_days == 7
