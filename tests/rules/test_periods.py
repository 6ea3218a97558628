"""Periods are whole days in Việt Nam, and each has one of equal length before it."""

from datetime import UTC, date, datetime

import pytest

from dondoc.rules.periods import NoPeriod, Period, last_months, period_of


def test_a_period_runs_from_midnight_to_midnight_in_viet_nam() -> None:
    period = period_of("2022-01-01..2022-05-11")
    assert period.starts_at == datetime(2021, 12, 31, 17, tzinfo=UTC)
    assert period.ends_at == datetime(2022, 5, 11, 17, tzinfo=UTC)
    assert period.written == "2022-01-01..2022-05-11"
    assert str(period) == "từ ngày 01/01/2022 đến ngày 11/05/2022"


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2022-03-01..2022-03-31", "2022-02-01..2022-02-28"),
        ("2022-01-01..2022-03-31", "2021-10-01..2021-12-31"),
        ("2022-01-01..2022-12-31", "2021-01-01..2021-12-31"),
        ("2022-03-07..2022-03-13", "2022-02-28..2022-03-06"),
        ("2022-01-01..2022-05-11", "2021-08-23..2021-12-31"),
    ],
)
def test_months_stand_before_months_and_days_before_days(period: str, before: str) -> None:
    assert period_of(period).previous().written == before


def test_the_basis_is_kept_in_the_period_before() -> None:
    assert Period(date(2022, 3, 1), date(2022, 3, 31), carry_over=True).previous().carry_over


def test_twelve_months_end_with_this_one() -> None:
    months = last_months(date(2022, 5, 11), 12)
    assert (months[0].written, months[-1].written, len(months)) == (
        "2021-06-01..2021-06-30", "2022-05-01..2022-05-31", 12,
    )  # fmt: skip


@pytest.mark.parametrize(
    "words", ["", "2022", "2022-05-11..2022-01-01", "2022-13-01..2022-14-01", "a..b", "1..2..3",
              "0001-01-01..2022-01-01", "2022-01-01..9999-12-31"],
)  # fmt: skip
def test_words_that_name_no_period_are_refused(words: str) -> None:
    with pytest.raises(NoPeriod):
        period_of(words)
