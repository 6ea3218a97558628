"""The days of a programme, what became of an item: tables, and laws that hold for any."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import programmes as rules
from dondoc.rules.calendar import national_calendar
from dondoc.rules.programmes import ItemFacts, Outcome, PeriodKind, Span, Work

DAYS = st.dates(date(1995, 1, 1), date(2150, 12, 31))
KINDS = st.sampled_from(PeriodKind)
APRIL = Span(date(2026, 4, 1), date(2026, 4, 30))


@pytest.mark.parametrize(
    ("kind", "first", "registered", "approved"),
    [
        ("month", date(2026, 6, 1), date(2026, 5, 25), date(2026, 5, 28)),
        ("month", date(2026, 1, 1), date(2025, 12, 25), date(2025, 12, 28)),
        ("month", date(2026, 3, 1), date(2026, 2, 25), date(2026, 2, 28)),
        ("quarter", date(2026, 7, 1), date(2026, 6, 25), date(2026, 6, 28)),
        ("year", date(2027, 1, 1), date(2026, 11, 30), date(2026, 12, 28)),
    ],
)
def test_the_days_of_the_model_regulation(
    kind: str, first: date, registered: date, approved: date
) -> None:
    assert rules.register_by(kind, first, 25) == registered
    assert rules.approve_by(first, 28) == approved


def test_a_printed_day_stands_on_a_day_off_and_reminders_move_before_it() -> None:
    sunday = date(2026, 10, 25)
    assert rules.register_by("month", date(2026, 11, 1), 25) == sunday
    days = rules.reminded_on(sunday, national_calendar())
    assert days == (date(2026, 10, 20), date(2026, 10, 23))


@given(KINDS, DAYS)
def test_periods_follow_one_another_without_a_gap(kind: PeriodKind, day: date) -> None:
    span = rules.span_of(kind, day)
    assert span.holds(day)
    assert rules.next_span(kind, day).from_on == span.to_on + timedelta(days=1)
    assert rules.previous_span(kind, rules.next_span(kind, day).from_on) == span
    assert rules.span_of(kind, span.from_on) == rules.span_of(kind, span.to_on) == span


@given(KINDS, DAYS, st.integers(1, 28), st.integers(1, 28))
def test_both_days_lie_before_the_period(
    kind: PeriodKind, day: date, register: int, approve: int
) -> None:
    span = rules.span_of(kind, day)
    month_before = rules.previous_span("month", span.from_on)
    assert month_before.holds(rules.approve_by(span.from_on, approve))
    assert rules.register_by(kind, span.from_on, register) < span.from_on


@given(KINDS, DAYS)
def test_columns_part_the_period_without_gap_or_overlap(kind: PeriodKind, day: date) -> None:
    span = rules.span_of(kind, day)
    columns = rules.columns_of(kind, span)
    assert columns[0].from_on == span.from_on
    assert columns[-1].to_on == span.to_on
    for one, other in pairwise(columns):
        assert other.from_on == one.to_on + timedelta(days=1)
    assert len(columns) <= {"month": 6, "quarter": 3, "year": 12}[kind]


@given(DAYS)
def test_the_reminders_are_on_working_days_not_after_the_last(day: date) -> None:
    calendar = national_calendar()
    before, last = rules.reminded_on(day, calendar)
    assert before < last <= day
    assert calendar.is_working(before)
    assert calendar.is_working(last)
    assert calendar.working_days_between(before, last) == rules.REMINDED_BEFORE


DUE = date(2026, 4, 15)


@pytest.mark.parametrize(
    ("state", "handed_in", "confirmed", "today", "outcome"),
    [
        ("approved", None, False, date(2026, 4, 15), Outcome.UNDER_WAY),
        ("approved", None, False, date(2026, 4, 16), Outcome.OVERDUE),
        ("approved", None, False, date(2026, 5, 1), Outcome.NOT_DONE),
        ("approved", date(2026, 4, 15), True, date(2026, 4, 20), Outcome.DONE_ON_TIME),
        ("approved", date(2026, 4, 16), True, date(2026, 4, 20), Outcome.DONE_LATE),
        ("approved", date(2026, 4, 15), False, date(2026, 5, 20), Outcome.WAITING),
        ("approved", date(2026, 5, 2), True, date(2026, 5, 20), Outcome.NOT_DONE),
        ("approved", date(2026, 3, 30), True, date(2026, 5, 20), Outcome.EARLIER),
        ("moved", date(2026, 4, 10), True, date(2026, 5, 20), Outcome.MOVED),
        ("dropped", None, False, date(2026, 5, 20), Outcome.DROPPED),
    ],
)
def test_what_became_of_an_item(
    state: str, handed_in: date | None, confirmed: bool, today: date, outcome: Outcome
) -> None:
    assert rules.judge_item(state, DUE, Work(handed_in, confirmed), APRIL, today) == outcome


ITEMS = st.builds(
    ItemFacts,
    is_approved=st.booleans(),
    outcome=st.sampled_from(Outcome),
    was_registered=st.booleans(),
    registered_late=st.booleans(),
    carried=st.booleans(),
    added=st.booleans(),
    poor=st.booleans(),
    explained=st.booleans(),
)


@given(st.lists(ITEMS, max_size=40))
def test_counts_of_any_items_add_up_and_the_rate_lies_between(items: list[ItemFacts]) -> None:
    counted = dict.fromkeys(rules.COUNTS, 0)
    for item in items:
        for name in rules.counts_of(item):
            counted[name] += 1
    tally = rules.ProgrammeTally(**counted)
    assert 0 <= tally.rate.x <= tally.rate.n <= tally.approved <= len(items)
    assert tally.rate.hundredths is None or 0 <= tally.rate.hundredths <= 10000
    assert rules.total([tally, tally]).done == 2 * tally.done


def test_counts_that_cannot_be_true_are_refused() -> None:
    with pytest.raises(rules.DoesNotAdd):
        rules.ProgrammeTally(approved=1)


def test_labels() -> None:
    assert rules.label_of("month", date(2026, 6, 1)) == "tháng 6/2026"
    assert rules.label_of("quarter", date(2026, 10, 1)) == "quý IV/2026"
    assert rules.label_of("year", date(2026, 1, 1)) == "năm 2026"
