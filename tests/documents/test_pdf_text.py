"""When the text layer of a PDF is believed, and what is made of its lines."""

from pathlib import Path

import pytest

from dondoc.documents.extraction import Extracted, extract_text, survey
from dondoc.documents.guard import Kind
from dondoc.documents.pdf_text import is_garbled
from dondoc.documents.rendering.pdf import to_pdf
from tests.documents import directives, scans
from tests.documents.made_files import drawn_pdf, pdf

TYPED = "Chủ tịch Ủy ban nhân dân thành phố yêu cầu các sở, ban, ngành báo cáo kết quả. " * 8


def read(content: bytes, folder: Path) -> Extracted:
    path = folder / "tep"
    path.write_bytes(content)
    return extract_text(Kind.PDF, path)


def scanned_pages(content: bytes, folder: Path) -> int:
    path = folder / "tep"
    path.write_bytes(content)
    return survey(Kind.PDF, path).scanned


def test_a_digital_signature_printed_over_a_scan_is_no_text_layer(tmp_path: Path) -> None:
    scan = scans.as_pdf(scans.pages_of(to_pdf(directives.NOTICE), dpi=60))
    signed = scans.over(scan, pdf("Ký bởi: Ủy ban nhân dân thành phố. Ngày ký: 22/09/2025 16:05"))
    assert scanned_pages(signed, tmp_path) == 1


def test_a_letter_with_a_logo_keeps_its_text_layer(tmp_path: Path) -> None:
    assert scanned_pages(pdf(f"#rect(width: 3cm, height: 3cm, fill: red)\n{TYPED}"), tmp_path) == 0


def test_an_empty_last_page_is_no_scan(tmp_path: Path) -> None:
    assert scanned_pages(pdf(f"{TYPED}\n#pagebreak()\n"), tmp_path) == 0


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        (TYPED, False),
        ("Số: 12/UBND-NC; 29,24% – “đúng hạn” … m², 5 °C ± 2 → ngay", False),
        ("Ñy ban nh©n d©n thµnh phè yªu cÇu c¸c së, ban, ngµnh b¸o c¸o", True),
        ("\ue012\ue045\ue0a1 \ue012\ue045 \ue0a1\ue012", True),
    ],
)
def test_fonts_with_an_alphabet_of_their_own_are_found_out(text: str, garbled: bool) -> None:
    assert is_garbled(text) is garbled


def test_each_word_of_a_pdf_has_its_place_on_the_page(tmp_path: Path) -> None:
    got = read(pdf(f"#set page(margin: 0pt)\n#align(right)[cuối]\n\n#v(1fr)\n{TYPED}"), tmp_path)
    (page,) = got.pages
    first = page.words[0]
    assert got.text[first.start : first.end] == "cuối"
    left, top, right, bottom = first.box
    assert 0.9 < left < right <= 1.0
    assert 0.0 <= top < bottom < 0.05
    assert page.words[-1].box[3] > 0.95


def test_a_turned_page_has_its_boxes_where_it_is_seen(tmp_path: Path) -> None:
    turned = scans.turned_in_the_viewer(pdf(f"#set page(margin: 0pt)\nđầu\n\n#v(1fr)\n{TYPED}"))
    (page,) = read(turned, tmp_path).pages
    left, top, _, bottom = page.words[-1].box  # turned clockwise: the foot lies on the left
    assert left < 0.1
    assert top < bottom


def test_letters_that_another_font_lends_are_no_words_of_their_own(tmp_path: Path) -> None:
    lent = "BT /F2 12 Tf 1 0 0 1 80 700 Tm [(i) -2502 (i)] TJ ET "
    own = "BT /F1 12 Tf 1 0 0 1 72 700 Tm [(K) -222 (nh gu)] TJ ET"
    assert read(drawn_pdf(lent + own), tmp_path).text.split() == ["Kinh", "gui"]
