"""Where passages stand after the text around them was corrected."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.documents.offsets import Shift

WAS = "1. Giao Sở Xây dụng chủ trì.\n2. Giao Sở Tài chính nyel.\nNơi nhận:"


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (WAS.replace("dụng", "dựng"), "Tài chính"),
        (WAS.replace("dụng chủ trì", "dựng"), "2. Giao"),
        ("CÔNG VĂN\n" + WAS, "Nơi nhận:"),
        (WAS.replace("1. Giao Sở Xây dụng chủ trì.\n", ""), "Sở Tài chính"),
    ],
)
def test_what_was_not_corrected_keeps_its_words(now: str, words: str) -> None:
    start, end = Shift.between(WAS, now).unchanged(*place(WAS, words)) or (0, 0)
    assert now[start:end] == words


def test_what_was_corrected_has_no_place_any_more() -> None:
    shift = Shift.between(WAS, WAS.replace("nyel", "ngay"))
    assert shift.unchanged(*place(WAS, "nyel")) is None
    assert shift.unchanged(*place(WAS, "chính nyel.")) is None


@pytest.mark.parametrize(
    ("was", "now"),
    [("nyel.", "ngay."), ("2. Giao", "2. Nay giao"), ("Tài chính", "Tài chính, Thuế"),
     ("2. Giao Sở Tài chính nyel.", "2. Giao Sở Tài chính thực hiện ngay. Hạn 5/4.")],
)  # fmt: skip
def test_an_order_stays_whole_with_what_was_put_into_it(was: str, now: str) -> None:
    mended = WAS.replace(was, now)
    order = "2. Giao Sở Tài chính nyel."
    start, end = Shift.between(WAS, mended).around(*place(WAS, order))
    assert mended[start:end] == order.replace(was, now)


def test_how_many_letters_were_changed_is_told() -> None:
    assert Shift.between("Sở Xây dụng", "Sở Xây dựng").changed == 2
    assert Shift.between("như nhau", "như nhau").changed == 0


@given(st.text("aA b\n", max_size=60), st.text("aA b\n", max_size=60), st.data())
def test_any_passage_of_any_text_finds_the_same_letters_or_none(
    was: str, now: str, data: st.DataObject
) -> None:
    shift = Shift.between(was, now)
    start = data.draw(st.integers(0, len(was)))
    end = data.draw(st.integers(start, len(was)))
    found = shift.unchanged(start, end)
    if found is not None:
        assert now[slice(*found)] == was[start:end]
    begins, ends = shift.around(start, end)
    assert 0 <= begins <= ends <= len(now)


def test_a_hundred_pages_are_compared_in_a_moment() -> None:
    was = "\n".join(f"Dòng {n} của một văn bản rất dài, chữ chữ chữ." for n in range(8000))
    begun = time.perf_counter()
    shift = Shift.between(was, was.replace("Dòng 4000 ", "Đòng 4000 "))
    assert shift.changed == 2
    assert time.perf_counter() - begun < 2


def test_thousands_of_empty_lines_do_not_slow_it_down() -> None:
    was = "đầu\n" + "\n\nnhư nhau\n" * 20_000 + "cuối\n"
    begun = time.perf_counter()
    assert Shift.between(was, was.replace("cuối", "cuỗi")).changed == 2
    assert time.perf_counter() - begun < 2
