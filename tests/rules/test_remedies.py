"""What a day that ended calls for; by when it is reported; what comes again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import WorkingCalendar, national_calendar
from dondoc.rules.remedies import (
    LOOK_BACK,
    Call,
    Called,
    Ground,
    Matter,
    Told,
    calls_for,
    month_before,
    month_of,
    next_month,
    repeats,
    report_due,
)

DAY = date(2022, 3, 15)
MARCH, FEBRUARY, APRIL = date(2022, 3, 1), date(2022, 2, 1), date(2022, 4, 1)
LATE, SENT_BACK, NOT_DONE = Ground.LATE, Ground.SENT_BACK, Ground.NOT_DONE


@pytest.mark.parametrize(
    ("matter", "before", "called"),
    [
        (Matter(), [], []),
        (Matter(late=True), [], [Call(LATE, MARCH)]),
        (Matter(late=True), [Called("late", MARCH, is_open=True)], []),
        (Matter(late=True), [Called("late", FEBRUARY, is_open=True)], []),  # it carries on
        (
            Matter(late=True),
            [Called("late", FEBRUARY, is_open=False, closed_in=FEBRUARY)],
            [Call(LATE, MARCH)],
        ),
        (Matter(late=True), [Called("late", FEBRUARY, is_open=False, closed_in=MARCH)], []),
        (Matter(late=True), [Called("poor", MARCH, is_open=True)], [Call(LATE, MARCH)]),
        (Matter(sent_back_on=(DAY,)), [], [Call(SENT_BACK, MARCH)]),
        (Matter(sent_back_on=(DAY - LOOK_BACK,)), [], []),
        (Matter(sent_back_on=(DAY + timedelta(days=1),)), [], []),  # its day has not ended
        (
            Matter(sent_back_on=(DAY,)),
            [Called("sent_back", FEBRUARY, is_open=False, closed_in=MARCH)],
            [Call(SENT_BACK, MARCH)],
        ),
        (Matter(late=True, sent_back_on=(DAY,)), [], [Call(LATE, MARCH), Call(SENT_BACK, MARCH)]),
        (Matter(late=True, not_done_of=FEBRUARY), [], [Call(NOT_DONE, FEBRUARY)]),
        (Matter(not_done_of=FEBRUARY), [Called("late", FEBRUARY, is_open=True)], []),
        (
            Matter(late=True, not_done_of=FEBRUARY),
            [Called("not_done", FEBRUARY, is_open=False, closed_in=FEBRUARY)],
            [Call(LATE, MARCH)],
        ),
    ],
)
def test_what_a_day_calls_for(matter: Matter, before: list[Called], called: list[Call]) -> None:
    assert calls_for(matter, before, DAY) == called


@given(
    st.booleans(),
    st.lists(st.dates(date(2022, 1, 1), date(2022, 4, 30)), max_size=4),
    st.none() | st.sampled_from([FEBRUARY, MARCH]),
    st.lists(
        st.builds(
            Called,
            st.sampled_from([str(one) for one in Ground]),
            st.sampled_from([FEBRUARY, MARCH]),
            st.booleans(),
            st.none() | st.sampled_from([FEBRUARY, MARCH]),
        ),
        max_size=4,
    ),
)
def test_what_was_called_for_is_not_called_for_again(
    late: bool, sent: list[date], not_done: date | None, before: list[Called]
) -> None:
    matter = Matter(late, tuple(sent), not_done)
    calls = calls_for(matter, before, DAY)
    standing = [*before, *(Called(str(one.ground), one.month, is_open=True) for one in calls)]
    assert calls_for(matter, standing, DAY) == []
    assert len({one.ground for one in calls}) == len(calls)
    for one in calls:
        assert not any(b.ground == one.ground and (b.is_open or b.month == one.month)
                       for b in before)  # fmt: skip


@pytest.mark.parametrize(
    ("month", "due"),
    [
        (date(2022, 3, 1), date(2022, 3, 25)),  # a Friday
        (date(2022, 6, 1), date(2022, 6, 24)),  # the 25th is a Saturday
        (date(2022, 9, 1), date(2022, 9, 23)),  # a Sunday
        (date(2025, 1, 1), date(2025, 1, 24)),  # Tết begins on the 25th, a Saturday
        (date(2026, 2, 1), date(2026, 2, 25)),  # the week after Tết
    ],
)
def test_the_report_is_due_on_the_25th_or_on_the_working_day_before(month: date, due: date) -> None:
    assert report_due(month, 25, national_calendar()) == due


def test_a_committee_may_set_another_day() -> None:
    assert report_due(MARCH, 20, WorkingCalendar()) == date(2022, 3, 18)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_months_follow_one_another(day: date) -> None:
    month = month_of(day)
    assert month_before(next_month(month)) == month
    assert next_month(month_before(month)) == month
    assert month.day == 1


def test_a_cause_in_two_of_three_months_comes_again() -> None:
    told = [
        Told(1, date(2022, 1, 1), cause="staff"), Told(1, MARCH, cause="staff"),
        Told(2, MARCH, cause="staff"), Told(2, MARCH, cause="staff"),  # one month
        Told(3, date(2021, 12, 1), cause="law"), Told(3, MARCH, cause="law"),  # too long ago
    ]  # fmt: skip
    assert repeats(told, MARCH).causes == {(1, "staff"): (date(2022, 1, 1), MARCH)}


def test_a_task_and_a_person_come_again_with_the_second_remedy() -> None:
    told = [
        Told(1, FEBRUARY, task=7, person=5), Told(1, MARCH, task=7, person=6),
        Told(1, MARCH, task=8, person=5), Told(1, APRIL, task=8),  # not yet
    ]  # fmt: skip
    found = repeats(told, MARCH)
    assert (found.tasks, found.persons) == ({7: 2}, {5: 2})
