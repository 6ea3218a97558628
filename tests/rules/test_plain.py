"""Bold marks and loose accents vanish for the reader, and every offset leads back."""

import unicodedata

import pytest

from dondoc.rules.directive import read
from dondoc.rules.plain import lowered, plain


@pytest.mark.parametrize(
    ("original", "seen"),
    [
        ("**Kính** gửi", "Kính gửi"),
        ("t **rước** ngày", "t rước ngày"),
        ("* Sáng: họp\n*nghiêng*", "* Sáng: họp\nnghiêng"),
        (unicodedata.normalize("NFD", "Ủy ban"), "Ủy ban"),
        ("", ""),
    ],
)
def test_what_a_reader_sees(original, seen):
    assert plain(original).text == seen


def test_offsets_lead_back_to_the_original():
    original = "**Sở** " + unicodedata.normalize("NFD", "Y tế") + " báo **cáo**"
    page = plain(original)
    start = page.text.index("Y tế")
    begin, end = page.span(start, start + 4)
    assert unicodedata.normalize("NFC", original[begin:end]) == "Y tế"
    begin, end = page.span(page.text.index("báo"), len(page.text))
    assert original[begin:end] == "báo **cáo"


def test_lower_case_keeps_the_length():
    assert len(lowered("İSTANBUL Đ")) == len("İSTANBUL Đ")


def test_lines_of_another_system_read_the_same_and_keep_their_offsets():
    text = "CHỈ THỊ\r\nVề đất đai\r\n1. Sở Y tế báo cáo trước ngày 05/12/2025.\r\n"
    order = read(text).orders[0]
    assert text[order.start : order.end] == "1. Sở Y tế báo cáo trước ngày 05/12/2025."
    assert read(text).type == "chỉ thị"
