"""Words scattered on a page come out in the order people read them."""

from time import process_time

from dondoc.documents.page_text import written
from dondoc.documents.reading_order import Line, Piece, in_order
from dondoc.documents.ruled_tables import lines_and_rows, tables_of
from dondoc.documents.rulings import Ruling

LETTER = 10  # wide; lines are twenty high


def words(line: str, left: float, top: float, sure: int = 100) -> list[Piece]:
    """A line of type, each letter ten wide."""
    pieces = []
    for word in line.split(" "):
        right = left + LETTER * len(word)
        if word:
            pieces.append(Piece(word, left, top, right, top + 20, sure))
        left = right + LETTER
    return pieces


def told(lines: list[Line]) -> str:
    return written([lines])[0]


def test_the_left_column_of_a_letterhead_is_read_before_the_right_one() -> None:
    page = [
        *words("ỦY BAN NHÂN DÂN", 60, 0), *words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 400, 2),
        *words("TỈNH HẢI SƠN", 75, 24), *words("Độc lập - Tự do", 450, 26),
        *words("Số: 12/UBND-NC", 65, 60), *words("Hải Sơn, ngày 05 tháng 5", 400, 60),
        *words("V/v phòng cháy rừng", 45, 84),
        *words("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở thực hiện ngay", 0, 140),
    ]  # fmt: skip
    assert told(in_order(page)) == (
        "ỦY BAN NHÂN DÂN\nTỈNH HẢI SƠN\n\nSố: 12/UBND-NC\nV/v phòng cháy rừng\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nĐộc lập - Tự do\n\nHải Sơn, ngày 05 tháng 5\n\n"
        "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở thực hiện ngay"
    )


def test_a_number_before_an_item_is_no_column() -> None:
    page = [
        *words("1.", 0, 0), *words("Sở Xây dựng rà soát các công trình trên địa bàn", 60, 0),
        *words("2.", 0, 24), *words("Sở Tài chính bố trí kinh phí cho các đơn vị", 60, 24),
    ]  # fmt: skip
    assert told(in_order(page)) == (
        "1.    Sở Xây dựng rà soát các công trình trên địa bàn\n"
        "2.    Sở Tài chính bố trí kinh phí cho các đơn vị"
    )


def test_lines_of_one_paragraph_stay_together_and_paragraphs_part() -> None:
    text = "Giao Sở Xây dựng chủ trì rà soát"
    page = [piece for top in (0, 24, 48, 90, 114) for piece in words(text, 0, top)]
    assert told(in_order(page)) == "\n".join([text, text, text, "", text, text])


def test_ruled_lines_part_cells_and_a_merged_cell_is_read_once() -> None:
    level = [Ruling(y, 0, 600) for y in (0, 60, 180)] + [Ruling(120, 200, 600)]
    upright = [Ruling(x, 0, 180) for x in (0, 200, 600)]
    page = [
        *words("Nội dung", 20, 20), *words("Chủ trì", 220, 20),
        *words("Rà soát", 20, 80), *words("Sở Xây dựng", 220, 80),
        *words("danh mục", 20, 104), *words("Sở Y tế", 220, 140),
        *words("Hết.", 0, 220),
    ]  # fmt: skip
    tables = tables_of(level, upright)
    assert told(lines_and_rows(page, tables)) == (
        "| Nội dung | Chủ trì |\n| Rà soát danh mục | Sở Xây dựng |\n|  | Sở Y tế |\nHết."
    )


def test_running_heads_and_page_numbers_go_and_words_keep_their_places() -> None:
    pages = [
        in_order(
            [
                *words(f"Trang {n}", 200, 0),
                *words("Công báo số 7", 0, 30),
                *words(f"Nội dung của trang thứ {name}", 0, 90),
            ]
        )
        for n, name in enumerate(("nhất", "hai", "ba"), 1)
    ]
    text, places = written(pages)
    assert text.split("\n") == [f"Nội dung của trang thứ {n}" for n in ("nhất", "hai", "ba")]
    last = places[2].words[-1]
    assert text[last.start : last.end] == last.piece.text == "ba"
    assert text[places[1].start : places[1].end] == "Nội dung của trang thứ hai"


def test_dirt_goes_but_a_faint_mark_of_secrecy_never_does() -> None:
    page = [
        *words("MẬT", 0, 0, sure=9),
        *words("ỉ", 500, 60, sure=12),
        *words("Giao Sở Y tế", 0, 120, sure=90),
    ]
    assert told(in_order(page)) == "MẬT\nGiao Sở Y tế"


def test_a_page_made_to_look_like_columns_without_end_is_read_in_time() -> None:
    page = [
        Piece("x", left, 24 * line, left + 10, 24 * line + 20)
        for line in range(4000)
        for left in (0, 400)
    ]
    begun = process_time()
    assert len(in_order(page)) == 4000
    assert process_time() - begun < 5
