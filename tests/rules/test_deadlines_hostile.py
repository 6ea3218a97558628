"""Whatever text arrives, the reader answers, in step with its length, and invents nothing."""

import re
import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.deadlines import read_deadlines
from dondoc.rules.deadlines.misprints import mended
from dondoc.rules.deadlines.phrases import PHRASES

ISSUED = date(2025, 11, 20)
WORDS = [
    *(rule.example for rule in PHRASES),
    *re.split(" ", "trước ngày tháng năm quý hằng mỗi tuần định kỳ từ đến nay trong chậm nhất"),
    *re.split(" ", "không quá 0 00 1 05 12 31 99 2025 9999 / - . , ; : ( ) ** \n * giờ h lần I IV"),
]
PIECES = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=30)
TEXTS = st.one_of(st.text(max_size=300), PIECES.map(" ".join), PIECES.map("".join))
DAYS = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2100, 12, 31)))


@given(text=TEXTS, issued_on=DAYS, field=st.booleans())
def test_any_text_is_read_and_every_phrase_stands_in_it(text, issued_on, field):
    end = 0
    for one in read_deadlines(text, issued_on, field=field):
        assert 0 <= one.start < one.end <= len(text)
        assert one.start >= end or one.end == end  # in order; several days may share one phrase
        end = one.end
        assert one.phrase
        assert one.phrase == " ".join(text[one.start : one.end].split())
        assert 0.5 <= one.confidence <= 1


@given(text=TEXTS)
def test_mending_misprints_keeps_every_offset(text):
    assert len(mended(text.lower())) == len(text.lower())


@given(pieces=PIECES, issued_on=DAYS)
def test_decomposed_text_is_read_alike(pieces, issued_on):
    text = unicodedata.normalize("NFC", " ".join(pieces))
    composed = read_deadlines(text, issued_on)
    decomposed = read_deadlines(unicodedata.normalize("NFD", text), issued_on)
    assert [(d.kind, d.due_on, d.rule) for d in composed] == [
        (d.kind, d.due_on, d.rule) for d in decomposed
    ]


HOSTILE = {
    "openings": "trước ngày ",
    "digits": "1234567890",
    "numbers": "12 ",
    "slashes": "12/",
    "ranges": "từ ngày 1/1 đến ",
    "recurrences": "hằng tháng, quý, ",
    "lists": "trước ngày 1, 2, 3, 4, ",
    "blanks": "trước \t\n ",
    "terms": "trong vòng 05 ngày kể từ ",
    "words before an event": "trước khi a b ",
    "labels": "thời gian ",
    "brackets": "((((",
    "brackets after a label": "thời hạn: (",
    "marks": "**",
    "months": "trong tháng 11, ",
    "letters a scanner took for digits": "trước lo/io/",
    "reproaches": "chưa đã không ",
    "nothing but one letter": "a",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_reading_takes_time_in_step_with_the_length(piece):
    small, large = (seconds(piece * (size // len(piece))) for size in (40_000, 320_000))
    assert large < 40 * small + 0.1  # eight times as long


def seconds(text):
    """The better of two runs."""
    return min(run(text), run(text))


def run(text):
    began = time.perf_counter()
    read_deadlines(text, ISSUED)
    return time.perf_counter() - began
