"""Dates, numbers and rates as official documents write them (Decree 30/2020, Appendix I)."""

import re
import unicodedata
from datetime import date, datetime

from dondoc.rules.rates import rate_in_hundredths

NO_RATE = "–"  # a rate over nothing is not 0%

_AUTHORITIES = ("TM.", "KT.", "TL.", "TUQ.", "Q.")
_TITLES_OF_LEARNING = re.compile(
    r"^(?:(?:GS|PGS|TSKH|TS|ThS|BS|DS|KS|CN|CKI|CKII)\.?(?=[\s.])[\s.]*)+", re.IGNORECASE
)
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def vn_date(day: date) -> str:
    """ "ngày 05 tháng 02 năm 2026": days under 10 and months 1, 2 take a leading zero."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def place_and_date(place: str, day: date) -> str:
    """ "Đà Nẵng, ngày 16 tháng 5 năm 2022"."""
    return f"{place}, {vn_date(day)}"


def day_short(day: date) -> str:
    """ "16/05/2022"."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def weekday(day: date) -> str:
    """ "thứ Hai", "Chủ nhật"."""
    return ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")[
        day.weekday()
    ]


def day_in_week(day: date) -> str:
    """ "thứ Hai 16/05/2022"."""
    return f"{weekday(day)} {day_short(day)}"


def moment(instant_local: datetime) -> str:
    """ "17:00 ngày 11/05/2022"; the instant is already in the committee's time."""
    return f"{instant_local:%H:%M} ngày {day_short(instant_local.date())}"


def percent(x: int, n: int) -> str:
    """ "29,24%" for 50 of 171, half up; a dash when n is 0."""
    return percent_of(rate_in_hundredths(x, n))


def percent_of(hundredths: int | None) -> str:
    """ "29,24%" for 2924 hundredths of a percent; a dash for no rate."""
    return NO_RATE if hundredths is None else f"{_with_comma(hundredths)}%"


def points(hundredths_difference: int) -> str:
    """ "+1,25 điểm" for a rate that rose by 125 hundredths of a percent."""
    sign = "+" if hundredths_difference > 0 else ""
    return f"{sign}{_with_comma(hundredths_difference)} điểm"


def _with_comma(hundredths: int) -> str:
    whole, part = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{thousands(whole)},{part:02}"


def thousands(n: int) -> str:
    """ "8.282"."""
    return f"{n:,}".replace(",", ".")


def document_number(n: int, symbol: str) -> str:
    """ "05/BC-UBND": numbers under 10 take a leading zero."""
    return f"{n:02}/{symbol}"


def roman(n: int) -> str:
    """ "IV" for 4; Phần, Chương and Phụ lục are numbered so."""
    if n < 1:
        raise ValueError("Số La Mã bắt đầu từ I.")
    numeral = ""
    for value, letters in _ROMAN:
        count, n = divmod(n, value)
        numeral += letters * count
    return numeral


def signed_with(authority: str, office: str) -> str:
    """ "KT. CHỦ TỊCH": signing for an office, by its order or delegation (Article 13)."""
    if authority not in _AUTHORITIES:
        raise ValueError(f"Không có quyền hạn ký «{authority}».")
    return f"{authority} {office.upper()}"


def without_title_of_learning(name: str) -> str:
    """ "Lê Quang Nam" for "PGS.TS. Lê Quang Nam": none stands before a signer's name."""
    return _TITLES_OF_LEARNING.sub("", name).strip()


def printable(text: str) -> str:
    """Text in composed Unicode (TCVN 6909) without control, direction or unassigned characters.

    Breaks of every kind become line breaks; tabs become spaces.
    """
    composed = unicodedata.normalize("NFC", _BREAKS.sub("\n", text).replace("\t", " "))
    return "".join(c for c in composed if c == "\n" or _is_printed(c))


def _is_printed(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
