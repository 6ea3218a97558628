"""Whatever is pasted in, reading ends soon and never breaks."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.rules.directive import Directive, read
from tests.rules.directive.texts import DISPATCH, PLAN, TELEGRAM

UNITS = [
    "(", "()", "[", "*", "|", " ", "\n", "“", "1. ", "a) Chủ trì: Sở\n", "- Sở Y tế báo cáo\n",
    "1. Sở Y tế:\n", "chủ trì ", "phối hợp với Sở Y tế ", "trước ngày ", "từ ngày 1 ", "Số: ",
    "Nơi nhận:\n", "ỦY BAN NHÂN DÂN\n", "các sở, ", "Đề nghị các sở ", "KT. CHỦ TỊCH\n", "TT\n|\n",
    "e\u0301", "Về : ", "Sở Y tế báo cáo. ", "I. \n", "* ", "; các ", "trước khi a ",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_time_grows_no_faster_than_the_text(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(80_000) < 10 * seconds(20_000) + 0.5


@pytest.mark.slow
@pytest.mark.parametrize("text", ["(" * 10_000_000, "chủ trì " * 1_000_000], ids=["(", "chủ trì"])
def test_ten_megabytes_of_one_thing_are_read_in_seconds(text):
    start = time.process_time()
    assert read(text).orders == ()
    assert time.process_time() - start < 60


WORDS = st.sampled_from(
    [*UNITS, "trước ngày 31/02/2025", "Quý V/2025", "99/99/9999", "Kính gửi:", "điện:"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS | st.text(max_size=20), max_size=60).map("".join))
def test_reading_never_raises(text):
    directive = read(text)
    assert isinstance(directive, Directive)
    for order in directive.orders:
        assert 0 <= order.start <= order.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([DISPATCH, PLAN, TELEGRAM]), st.integers(0, 3000), st.integers(0, 200))
def test_a_torn_page_is_read_as_far_as_it_goes(text, at, size):
    read(text[:at] + text[at + size :])


def test_nothing_gives_nothing():
    assert read("") == Directive()


def test_the_reader_is_imported_without_django():
    code = "import sys, dondoc.rules.directive; sys.exit('django' in sys.modules)"
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
