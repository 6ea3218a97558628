"""The ladder walked over weekends, Tết, swapped days: right to the day, never three at once."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import WorkingCalendar, national_calendar
from dondoc.rules.ladder import (
    DEFAULT,
    LOOK_BACK,
    Form,
    Hearer,
    Step,
    When,
    day_of_step,
    last_due,
    problems,
    speaking,
    to_say,
)

NATION = national_calendar()
DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))
SOME = st.frozensets(DAYS, max_size=40)
CALENDARS = st.one_of(st.just(NATION), st.builds(WorkingCalendar, SOME, SOME))
TAKEN = {one.key: one for one in DEFAULT}


def day(key: str, due: date, *, starred: bool = False) -> date:
    return day_of_step(TAKEN[key].offset(starred=starred), due, NATION)


def test_three_working_days_before_a_deadline_after_tet_lie_before_tet() -> None:
    due = date(2026, 2, 24)  # Tuesday; Tết is 16-20 February
    assert day("before_due.remind", due) == date(2026, 2, 12)
    assert day("before_due.head", due) == date(2026, 2, 23)
    assert day("before_due.remind", due, starred=True) == date(2026, 2, 10)


def test_a_deadline_on_a_sunday_is_on_the_list_of_the_office_on_monday() -> None:
    assert day("after_due.office", date(2022, 5, 15)) == date(2022, 5, 16)
    assert day("before_due.head", date(2022, 5, 15)) == date(2022, 5, 13)


def test_a_saturday_made_up_counts_as_a_day_and_the_day_swapped_for_it_does_not() -> None:
    assert day("before_due.head", date(2026, 9, 3)) == date(2026, 8, 28)  # 31 Aug swapped off
    assert day("after_due.office", date(2026, 8, 21)) == date(2026, 8, 22)  # the Saturday worked


@given(offset=st.integers(-30, 30), today=DAYS, calendar=CALENDARS)
def test_the_bound_of_a_query_is_the_last_deadline_whose_step_is_reached(
    offset: int, today: date, calendar: WorkingCalendar
) -> None:
    bound = last_due(offset, today, calendar)
    assert day_of_step(offset, bound, calendar) <= today
    for ahead in range(1, 8):
        assert day_of_step(offset, bound + timedelta(days=ahead), calendar) > today


@given(today=DAYS, ahead=st.integers(-60, 60), starred=st.booleans(), calendar=CALENDARS)
def test_of_every_deadline_at_most_the_highest_step_reached_is_said(
    today: date, ahead: int, starred: bool, calendar: WorkingCalendar
) -> None:
    due = today + timedelta(days=ahead)
    said = [
        span.step
        for span in to_say(DEFAULT, today, calendar)
        if span.starred == starred and span.after < due <= span.until
    ]
    oldest = calendar.add_working_days(today, -LOOK_BACK)
    reached = [
        step
        for step in speaking(DEFAULT, starred=starred)
        if day_of_step(step.offset(starred=starred), due, calendar) <= today
    ]
    highest = reached[:1]
    fresh = [
        step
        for step in highest
        if day_of_step(step.offset(starred=starred), due, calendar) > oldest
    ]
    assert said == fresh


@given(due=DAYS, starred=st.booleans(), calendar=CALENDARS)
def test_who_looks_every_working_day_misses_no_step(
    due: date, starred: bool, calendar: WorkingCalendar
) -> None:
    heard: list[str] = []
    today = due - timedelta(days=40)
    while today < due + timedelta(days=40):
        if calendar.is_working(today):
            for span in to_say(DEFAULT, today, calendar):
                told = span.starred == starred and span.after < due <= span.until
                if told and span.step.key not in heard:
                    heard.append(span.step.key)
        today += timedelta(days=1)
    everything = [step.key for step in reversed(speaking(DEFAULT, starred=starred))]
    asleep = [] if calendar.is_working(due) else ["on_due.head"]  # the day itself was a day off
    assert heard == [key for key in everything if key not in asleep]


def test_the_default_ladder_stands_in_order_and_has_no_problem() -> None:
    assert problems(DEFAULT) == []
    assert [one.key for one in speaking(DEFAULT, starred=False)] == [
        "after_due.office", "on_due.head", "before_due.head", "before_due.remind",
    ]  # fmt: skip


def test_what_makes_no_ladder_is_said_in_words() -> None:
    slip = TAKEN["after_due.slip"]
    assert "tối đa 6 ngày" in problems([replace(slip, starred_earlier=7)])[0]
    assert "từ 1 đến 60" in problems([replace(slip, n=0)])[0]
    assert "cùng một ngày" in problems([*DEFAULT, replace(slip, key="after_due.x")])[0]
    mute = Step("before_due.x", When.BEFORE_DUE, n=9)
    assert "ít nhất một người" in problems([mute])[0]
    assert problems([replace(mute, active=False)]) == []
    assert "1 đến 99" in problems([replace(TAKEN["share.half"], n=100)])[0]
    assert (
        "20 bước"
        in problems([replace(mute, key=str(n), n=n + 1, active=False) for n in range(21)])[0]
    )


def test_steps_are_told_in_the_words_of_the_office() -> None:
    assert TAKEN["before_due.remind"].name == "3 ngày làm việc trước hạn"
    assert TAKEN["before_due.remind"].starred_name == "5 ngày làm việc trước hạn"
    assert TAKEN["after_due.slip"].starred_name == "5 ngày làm việc sau hạn"
    assert TAKEN["on_due.head"].name == "ngày đến hạn"
    assert TAKEN["share.half"].name == "qua một nửa thời gian, việc từ 30 ngày làm việc"


def test_a_step_comes_back_as_it_was_kept() -> None:
    kept = {
        "key": "after_due.x1", "when": "after_due", "form": "notice", "n": 3,
        "hearers": ["leader"], "starred_earlier": 1, "at_least": 0, "urgent": True, "active": True,
    }  # fmt: skip
    step = Step.of(kept)
    assert (step.when, step.form, step.hearers) == (When.AFTER_DUE, Form.NOTICE, (Hearer.LEADER,))
    assert step.offset() == 3
    assert step.offset(starred=True) == 2
