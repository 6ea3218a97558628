"""The clock that runs back from a meeting, around weekends, Tết and swapped days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import WorkingCalendar, national_calendar
from dondoc.rules.preparation import Lead, Light, conclude_by, light_of, ready_by

NATIONAL = national_calendar()
WARD, PROVINCE = Lead(2), Lead(3, working=True)
DAYS = st.dates(date(2022, 1, 10), date(2027, 12, 31))
LEADS = st.builds(Lead, st.integers(0, 10), st.booleans())


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    """The nation's days with storms and made-up days of one's own around any of them."""
    off = draw(st.sets(DAYS, max_size=12))
    work = draw(st.sets(DAYS, max_size=6))
    return WorkingCalendar(NATIONAL.days_off | off, NATIONAL.work_days | (frozenset(work) - off))


@pytest.mark.parametrize(
    ("meeting", "lead", "ready"),
    [
        (date(2022, 5, 12), WARD, date(2022, 5, 10)),  # Thursday → Tuesday
        (date(2022, 5, 16), WARD, date(2022, 5, 13)),  # Monday: Saturday, so Friday
        (date(2022, 5, 17), WARD, date(2022, 5, 13)),  # Tuesday: Sunday, so Friday
        (date(2022, 5, 17), PROVINCE, date(2022, 5, 12)),
        (date(2022, 5, 14), PROVINCE, date(2022, 5, 11)),  # a Saturday meeting
        (date(2022, 2, 7), WARD, date(2022, 1, 28)),  # the Monday after Tết: before Tết
        (date(2022, 2, 7), PROVINCE, date(2022, 1, 26)),
        (date(2025, 4, 28), WARD, date(2025, 4, 26)),  # the Saturday worked for 2 May
        (date(2025, 5, 5), WARD, date(2025, 4, 29)),  # 2 May is off in exchange
        (date(2026, 9, 3), WARD, date(2026, 8, 28)),  # 31 August to 2 September are off
        (date(2026, 8, 24), Lead(1), date(2026, 8, 22)),  # Sunday, so the Saturday worked
        (date(2026, 8, 24), Lead(2), date(2026, 8, 22)),  # it is worked for 31 August
    ],
)
def test_all_is_ready_so_long_before(meeting: date, lead: Lead, ready: date) -> None:
    assert ready_by(meeting, lead, NATIONAL) == ready


@given(DAYS, LEADS, calendars())
def test_the_last_day_is_worked_and_never_later_than_so_many_days_before(
    meeting: date, lead: Lead, calendar: WorkingCalendar
) -> None:
    last = ready_by(meeting, lead, calendar)
    assert calendar.is_working(last)
    assert last <= meeting - timedelta(days=lead.days)
    if lead.working and lead.days:
        assert calendar.working_days_between(last, meeting - timedelta(days=1)) == lead.days - 1


@given(DAYS, st.integers(0, 10), calendars())
def test_calendar_days_are_moved_earlier_only_over_days_off(
    meeting: date, days: int, calendar: WorkingCalendar
) -> None:
    last, literal = ready_by(meeting, Lead(days), calendar), meeting - timedelta(days=days)
    assert calendar.working_days_between(last, literal) == 0


@given(DAYS, st.integers(0, 30), LEADS, calendars())
def test_a_later_meeting_never_has_an_earlier_clock(
    meeting: date, later: int, lead: Lead, calendar: WorkingCalendar
) -> None:
    moved = ready_by(meeting + timedelta(days=later), lead, calendar)
    assert moved >= ready_by(meeting, lead, calendar)


@given(DAYS, LEADS, st.integers(1, 5), calendars())
def test_what_others_wait_for_is_ready_so_many_working_days_earlier(
    meeting: date, lead: Lead, ahead: int, calendar: WorkingCalendar
) -> None:
    early, last = ready_by(meeting, lead, calendar, ahead), ready_by(meeting, lead, calendar)
    assert calendar.working_days_between(early, last) == ahead
    assert calendar.is_working(early)


@pytest.mark.parametrize(
    ("today", "light"),
    [
        (date(2022, 5, 13), Light.LACKING),  # the last day itself
        (date(2022, 5, 14), Light.TOO_LATE),  # a Saturday: no working day is left
        (date(2022, 5, 16), Light.TOO_LATE),
    ],
)
def test_a_monday_meeting_is_not_saved_at_the_weekend(today: date, light: Light) -> None:
    assert light_of([date(2022, 5, 13)], date(2022, 5, 16), today, NATIONAL) is light


def test_late_is_between_the_last_day_and_the_last_working_day() -> None:
    due, meeting = date(2022, 5, 10), date(2022, 5, 12)
    assert light_of([due], meeting, date(2022, 5, 11), NATIONAL) is Light.LATE
    assert light_of([], meeting, date(2022, 5, 12), NATIONAL) is Light.READY


@given(st.lists(DAYS, max_size=5), DAYS, DAYS, calendars())
def test_ready_is_said_exactly_when_nothing_waits_and_a_light_never_turns_back(
    waiting: list[date], meeting: date, today: date, calendar: WorkingCalendar
) -> None:
    order = [Light.LACKING, Light.LATE, Light.TOO_LATE]
    now = light_of(waiting, meeting, today, calendar)
    assert (now is Light.READY) == (not waiting)
    if waiting:
        tomorrow = light_of(waiting, meeting, today + timedelta(days=1), calendar)
        assert order.index(tomorrow) >= order.index(now)


def test_conclusions_are_made_known_within_five_working_days() -> None:
    assert conclude_by(date(2022, 5, 12), 5, NATIONAL) == date(2022, 5, 19)
    assert conclude_by(date(2022, 1, 27), 5, NATIONAL) == date(2022, 2, 10)  # over Tết


@given(DAYS, st.integers(0, 10), calendars())
def test_conclusions_are_due_on_a_worked_day_not_before_the_meeting(
    held: date, days: int, calendar: WorkingCalendar
) -> None:
    due = conclude_by(held, days, calendar)
    assert calendar.is_working(due)
    assert due >= held
