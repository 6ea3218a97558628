"""What a person in a hurry types for a day, and what the house makes of it."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.calendar import national_calendar
from dondoc.rules.typed_day import NotADay, typed_day

TODAY = date(2025, 11, 14)  # a Friday
CALENDAR = national_calendar()


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("15/12", date(2025, 12, 15)),
        ("ngày 15/12", date(2025, 12, 15)),
        ("15.12.2026", date(2026, 12, 15)),
        ("15-12-26", date(2026, 12, 15)),
        ("15 12", date(2025, 12, 15)),
        ("2025-12-15", date(2025, 12, 15)),
        ("14/11", TODAY),
        ("13/11", date(2026, 11, 13)),
        ("29/2", date(2028, 2, 29)),
        ("+10", date(2025, 11, 24)),
        ("+ 8 ngày", date(2025, 11, 24)),  # the 22nd is a Saturday
        ("+5lv", date(2025, 11, 21)),
        ("+5 ngày làm việc", date(2025, 11, 21)),
        ("cuối tháng", date(2025, 11, 30)),
        ("Hết tháng", date(2025, 11, 30)),
        ("cuối tháng 2", date(2026, 2, 28)),
        ("cuối tháng 6/2027", date(2027, 6, 30)),
        ("cuối quý", date(2025, 12, 31)),
        ("cuối quý I", date(2026, 3, 31)),
        ("cuối năm", date(2025, 12, 31)),
        ("cuối năm 2026", date(2026, 12, 31)),
        ("k", None),
        ("Không thời hạn", None),
    ],
)
def test_a_day_is_understood_as_it_is_typed(words: str, on: date | None) -> None:
    assert typed_day(words, TODAY, CALENDAR).on == on


@pytest.mark.parametrize(
    "words", ["", "mai", "32/12", "31/4", "15/13", "+99999", "+9999", "cuối tháng 13", "1e5"]
)
def test_what_means_no_day_is_said_to_mean_none(words: str) -> None:
    with pytest.raises(NotADay):
        typed_day(words, TODAY, CALENDAR)


def test_a_term_says_what_it_is_counted_from() -> None:
    assert "10 ngày kể từ hôm nay 14/11/2025" in typed_day("+10", TODAY, CALENDAR).rule


@given(st.text(alphabet="0123456789/.-+ cuốitháquýnămkl", max_size=16))
def test_whatever_is_typed_is_a_day_or_a_word_of_advice(words: str) -> None:
    with suppress(NotADay):
        assert isinstance(typed_day(words, TODAY, CALENDAR).on, date | None)
