"""Which papers bear the mark of a state secret, and which only speak of it."""

import pytest

from dondoc.documents.secrecy import secrecy_of
from tests.tasks.dispatches import DISPATCH, SECRET

BLURRED = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG\n{}\nSố: 815/UBND-KSTT\n" + DISPATCH[40:]


def page(text: str, of: str, *, scanned: bool = True) -> dict[str, object]:
    start = text.index(of)
    return {"start": start, "end": start + len(of), "scanned": scanned}


def test_the_mark_at_the_top_is_found() -> None:
    assert secrecy_of(SECRET) == "MẬT"
    assert secrecy_of(DISPATCH) == ""


def test_the_mark_on_a_paper_further_on_in_a_bundle_is_found() -> None:
    bundle = f"{DISPATCH}\n{'Nội dung của phụ lục. ' * 400}\n{SECRET}"
    pages = [page(bundle, DISPATCH, scanned=False), page(bundle, SECRET, scanned=False)]
    assert secrecy_of(bundle, pages) == "MẬT"


@pytest.mark.parametrize(
    ("stamp", "mark"),
    [("| MẬT |", "MẬT"), ("[MAT]", "MẬT"), ("_ TỐI MẬT .", "TỐI MẬT"), ("TUYET MAT", "TUYỆT MẬT"),
     ("MẮT", "MẬT"), ("về mắt", ""), ("BÍ MẬT NHÀ NƯỚC", ""), ("HỎA TỐC", "")],
)  # fmt: skip
def test_a_stamp_is_known_as_a_scanner_blurs_it(stamp: str, mark: str) -> None:
    text = BLURRED.format(stamp)
    assert secrecy_of(text, [page(text, text)]) == mark


def test_a_table_that_tells_grades_of_secrecy_is_no_secret() -> None:
    table = "Danh mục\nSTT\nĐộ mật\n1\nMẬT\n2\nTỐI MẬT\n"
    text = f"{DISPATCH}\n{'Lời dẫn của danh mục. ' * 300}\n{table}"
    pages = [page(text, DISPATCH, scanned=False), page(text, table, scanned=False)]
    assert secrecy_of(text, pages) == ""
