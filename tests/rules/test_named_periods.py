"""Months and quarters by name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.named_periods import month_of, named, quarter_of, spoken, written
from dondoc.rules.periods import NoPeriod


def test_names() -> None:
    may, second = named("2022-05"), named("2022-Q2")
    assert (may.from_on, may.to_on) == (date(2022, 5, 1), date(2022, 5, 31))
    assert (second.from_on, second.to_on) == (date(2022, 4, 1), date(2022, 6, 30))
    assert spoken(may) == "tháng 5/2022"
    assert spoken(second) == "quý II/2022"
    assert may.previous() == named("2022-04")
    assert second.previous() == named("2022-Q1")


@pytest.mark.parametrize("wrong", ["", "2022", "2022-13", "2022-Q5", "0001-05", "mai"])
def test_what_is_no_period_says_so(wrong: str) -> None:
    with pytest.raises(NoPeriod):
        named(wrong)


@given(st.dates(date(1990, 1, 1), date(2199, 12, 31)))
def test_what_is_written_is_read_again(day: date) -> None:
    for period in (month_of(day), quarter_of(day)):
        assert named(written(period)) == period
        assert period.from_on <= day <= period.to_on
