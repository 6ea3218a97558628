"""Dates, numbers and rates read as a clerk would write them."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.rates import rate_in_hundredths
from dondoc.rules.wording import (
    day_short,
    document_number,
    moment,
    percent,
    percent_of,
    place_and_date,
    points,
    printable,
    roman,
    signed_with,
    thousands,
    vn_date,
    without_title_of_learning,
)


def test_the_rates_of_the_real_dispatch_come_out_as_printed() -> None:
    assert percent(50, 171) == "29,24%"
    assert percent(51, 171) == "29,82%"
    assert percent(6_932, 8_282) == "83,70%"


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_every_rate_is_rounded_half_up(x: int, n: int) -> None:
    exact = Decimal(x) * 100 / Decimal(n)
    assert rate_in_hundredths(x, n) == int(
        (exact * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    )


def test_a_half_hundredth_goes_up_where_python_would_go_to_even() -> None:
    assert percent(1, 800) == "0,13%"  # 0,125
    assert percent(5, 800) == "0,63%"  # 0,625
    assert round(0.125, 2) == 0.12


def test_a_rate_over_nothing_is_a_dash_and_not_zero() -> None:
    assert rate_in_hundredths(0, 0) is None
    assert percent(0, 0) == percent_of(None) == "–"


@given(st.integers(0, 10**9))
def test_a_percentage_always_has_two_decimals_after_a_comma(hundredths: int) -> None:
    text = percent_of(hundredths)
    assert text[-4] == ","
    assert int(text.rstrip("%").replace(",", "").replace(".", "")) == hundredths


@pytest.mark.parametrize(
    ("difference", "words"),
    [(125, "+1,25 điểm"), (-5, "-0,05 điểm"), (0, "0,00 điểm"), (-1_000, "-10,00 điểm")],
)
def test_a_change_of_rate_is_told_in_points_with_its_sign(difference: int, words: str) -> None:
    assert points(difference) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2022, 5, 16), "ngày 16 tháng 5 năm 2022"),
        (date(2025, 3, 9), "ngày 09 tháng 3 năm 2025"),
        (date(2025, 12, 10), "ngày 10 tháng 12 năm 2025"),
    ],
)
def test_only_days_under_ten_and_the_first_two_months_take_a_zero(day: date, words: str) -> None:
    assert vn_date(day) == words
    assert place_and_date("Đà Nẵng", day) == f"Đà Nẵng, {words}"


def test_short_days_and_moments() -> None:
    assert day_short(date(2022, 5, 16)) == "16/05/2022"
    assert moment(datetime(2022, 5, 11, 17, 0)) == "17:00 ngày 11/05/2022"


def test_numbers_under_ten_take_a_zero_in_a_document_number() -> None:
    assert document_number(5, "BC-UBND") == "05/BC-UBND"
    assert document_number(2606, "UBND-KSTT") == "2606/UBND-KSTT"


def test_thousands_are_parted_by_dots() -> None:
    assert [thousands(n) for n in (0, 999, 8_282, -1_234_567)] == [
        "0",
        "999",
        "8.282",
        "-1.234.567",
    ]


def test_roman_numerals() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 1994)] == ["I", "IV", "IX", "XIV", "XL", "MCMXCIV"]
    with pytest.raises(ValueError, match="La Mã"):
        roman(0)


def test_the_authority_stands_before_the_office() -> None:
    assert signed_with("KT.", "Chủ tịch") == "KT. CHỦ TỊCH"
    assert signed_with("TM.", "Ủy ban nhân dân") == "TM. ỦY BAN NHÂN DÂN"
    with pytest.raises(ValueError, match="XX"):
        signed_with("XX.", "Chủ tịch")


@pytest.mark.parametrize(
    ("given_name", "printed"),
    [
        ("PGS.TS. Lê Quang Nam", "Lê Quang Nam"),
        ("ThS. Trần Văn Bình", "Trần Văn Bình"),
        ("TS Nguyễn An", "Nguyễn An"),
        ("Tsăn Minh", "Tsăn Minh"),
        ("Bs Ly", "Ly"),
        ("Bùi Sơn", "Bùi Sơn"),
    ],
)
def test_no_academic_title_stands_before_a_name(given_name: str, printed: str) -> None:
    assert without_title_of_learning(given_name) == printed


def test_text_is_composed_and_free_of_what_cannot_be_printed() -> None:
    assert printable("Đa\u0300 Nă\u0303ng\x00\x1b\u202e\ud800") == "Đà Nẵng"
    assert printable("một\r\nhai\vba\tbốn") == "một\nhai\nba bốn"


@given(st.text())
def test_printable_text_is_stable(text: str) -> None:
    assert printable(printable(text)) == printable(text)
