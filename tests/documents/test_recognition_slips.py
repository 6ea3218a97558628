"""Slips of recognition that can be nothing else are put right, all others are left alone."""

import pytest

from dondoc.documents.reading_order import Line, Piece
from dondoc.documents.recognition_slips import put_right


def cell(words: str) -> list[Piece]:
    return [Piece(word, 0, 0, 1, 1, 80) for word in words.split()]


def put(words: str) -> str:
    (line,) = put_right([Line([cell(words)])])
    return " ".join(piece.text for piece in line.pieces)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("trong 10 ngày kế từ ngày nhận", "trong 10 ngày kể từ ngày nhận"),
        ("TỐ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN"),
        ("Tống hợp, báo cáo", "Tổng hợp, báo cáo"),
        ("Lưu: VI, KSTT.", "Lưu: VT, KSTT."),
        ("Quý II1/2025", "Quý III/2025"),
        ("Quý III⁄2025", "Quý III/2025"),
        ("~ Sở Y tế;", "- Sở Y tế;"),
        ("hằng tháng./", "hằng tháng./."),
        ("kế hoạch năm 2011, mục 1", "kế hoạch năm 2011, mục 1"),
        ("số 11/KH-UBND ngày 11/11/2025", "số 11/KH-UBND ngày 11/11/2025"),
        ("Nguyễn Tố Uyên", "Nguyễn Tố Uyên"),
        ("MẠT", "MẬT"),
        ("TUYỆT MAT", "TUYỆT MẬT"),
        ("KHÂN", "KHẨN"),
        ("bí mạt", "bí mạt"),
        ("CÔNG TÁC MẠT", "CÔNG TÁC MẠT"),
    ],
)
def test_only_what_can_be_nothing_else_is_put_right(read: str, printed: str) -> None:
    assert put(read) == printed


@pytest.mark.parametrize("read", ["TY", "T1", "TT"])
def test_the_head_of_a_table_counts_its_rows(read: str) -> None:
    row = Line([cell(read), cell("Nội dung"), cell("Chủ trì")], is_row=True)
    (line,) = put_right([row])
    assert line.cells[0][0].text == "TT"
