"""The papers are drawn, opened again as another program would, and read."""

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import jinja2
import pypdfium2
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT

from dondoc.documents.rendering import pdf
from dondoc.documents.rendering.docx import to_docx, width_of
from dondoc.documents.rendering.pdf import FontsMissing, to_pdf
from dondoc.rules import decree30
from dondoc.rules.layout import Column, Paper, Paragraph, Row, Table, plain
from tests.documents.papers import (
    DISPATCH,
    HOSTILE,
    HOSTILE_WORDS,
    INVITATION,
    MINUTES,
    SCHEDULE,
    days,
    long_dispatch,
    report,
    units_table,
)

DONDOC = Path(pdf.__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(to_docx(paper)))


def words_of_docx(paper: Paper) -> str:
    texts = (t.text or "" for t in opened(paper).element.body.iter(f"{W}t"))
    return squeezed("".join(texts))


def pages_of_pdf(paper: Paper) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(to_pdf(paper))]


def words_of_pdf(paper: Paper) -> str:
    return squeezed("".join(pages_of_pdf(paper)))


def words_on_screen(paper: Paper) -> str:
    return squeezed(jinja2.utils.markupsafe.Markup(on_screen(paper)).striptags())


def on_screen(paper: Paper) -> str:
    folder = DONDOC / "documents/templates"
    page = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined
    )
    source = '{% from "documents/paper.html" import paper %}{{ paper(p) }}'
    return page.from_string(source).render(p=paper)


def squeezed(text: str) -> str:
    """Without white space: where lines break is each renderer's own affair."""
    return re.sub(r"[\s\u200b\ufffe\x02]+", "", text)


READERS = [words_of_docx, words_of_pdf, words_on_screen]


@pytest.mark.parametrize("read", READERS)
def test_the_dispatch_says_the_same_in_word_pdf_and_on_screen(read) -> None:  # type: ignore[no-untyped-def]
    words = read(DISPATCH)
    for text in (
        decree30.NATION,
        decree30.MOTTO,
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ SÔNG HÀN",
        "Số: 2606/UBND-KSTT",
        "V/v thực hiện nhiệm vụ do lãnh đạo UBND thành phố giao",
        "Sông Hàn, ngày 16 tháng 5 năm 2022",
        "Kính gửi:",
        "- Các sở, ban, ngành;",
        "1. Phê bình UBND quận Bãi Bồi chưa có chuyển biến",
        "(tỉ lệ hoàn thành 29,24% và tỉ lệ cập nhật 29,82%)",
        "nghiêm túc triển khai, thực hiện./.",
        "Nơi nhận:",
        "- Lưu: VT, KSTT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Thị Hồng Hạnh",
    ):
        assert squeezed(text) in words


@pytest.mark.parametrize("read", READERS)
def test_the_report_says_every_row_of_its_tables(read) -> None:  # type: ignore[no-untyped-def]
    words = read(report())
    assert all(squeezed(f"UBND phường Số {n}171") in words for n in range(1, 61))
    for text in ("BÁO CÁO", "HỎA TỐC", "I. Khối địa phương", "Phụ lục II", "NHIỆM VỤ QUÁ HẠN"):
        assert squeezed(text) in words
    assert squeezed("(Kèm theo Báo cáo số 05/BC-VP ngày 05 tháng 02 năm 2026") in words
    assert "ThS" not in words


@pytest.mark.parametrize("read", READERS)
def test_a_draft_is_marked_and_has_no_number(read) -> None:  # type: ignore[no-untyped-def]
    assert "Số:/UBND-KSTT" in read(replace(DISPATCH, draft=True))
    assert "DỰTHẢO" in read(replace(DISPATCH, draft=True))
    assert "DỰTHẢO" not in read(DISPATCH)
    assert squeezed("Điện thoại: 0236 000 000") in words_of_pdf(INVITATION)


@pytest.mark.parametrize("read", READERS)
def test_an_invitation_invites_in_its_text(read) -> None:  # type: ignore[no-untyped-def]
    words = read(replace(INVITATION, addressees=("Sở Xây dựng", "Sở Tài chính"), number=7))
    for text in (
        "GM-UBND", "GIẤY MỜI", "Dự họp giao ban tháng 3", "phường Bến Gỗ trân trọng kính mời:",
        "- Sở Xây dựng;", "- Sở Tài chính.",
    ):  # fmt: skip
        assert squeezed(text) in words
    assert "Kínhgửi" not in words


@pytest.mark.parametrize("read", READERS)
def test_minutes_are_signed_by_secretary_and_chair(read) -> None:  # type: ignore[no-untyped-def]
    words = read(MINUTES)
    for text in ("Số: 04/BB-UBND", "BIÊN BẢN", "THƯ KÝ", "CHỦ TỌA", "Lê Thị Ánh", "Hồng Hạnh"):
        assert squeezed(text) in words
    assert "BếnGỗ,ngày" not in words  # they say themselves when they begin and end
    assert words.index("THƯKÝ") < words.index("Nơinhận")


@pytest.mark.parametrize("read", READERS)
def test_a_schedule_bears_no_number_and_says_every_line_of_each_day(read) -> None:  # type: ignore[no-untyped-def]
    words = read(SCHEDULE)
    assert "Số:" not in words
    for text in ("LỊCH CÔNG TÁC TUẦN", "Bến Gỗ, ngày 08 tháng 5 năm 2026", "Thứ 3", "12/5"):
        assert squeezed(text) in words
    for text in ("Việc 2.0", "Việc 3.8", "Việc 4.1", "Chủ trì: Chủ tịch", "Thứ Bảy, Chủ nhật"):
        assert squeezed(text) in words


def test_a_schedule_lies_across_from_its_head_to_its_signature() -> None:
    (table,) = SCHEDULE.body
    long = replace(SCHEDULE, body=(replace(table, rows=days(40, 3), landscape=True),))
    pdf_pages = pypdfium2.PdfDocument(to_pdf(long))
    assert all(width > height for width, height in (page.get_size() for page in pdf_pages))
    pages = pages_of_pdf(long)
    assert len(pages) >= 3
    assert all("Nội dung" in text for text in pages if "Việc" in text)
    assert "Việc 3.2" in "".join(pages)
    assert "CHÁNH VĂN PHÒNG" in pages[-1]
    (section,) = opened(long).sections
    assert section.orientation == WD_ORIENT.LANDSCAPE


def test_a_day_is_one_cell_merged_over_its_lines_in_word_and_on_screen() -> None:
    _, table, _ = opened(SCHEDULE).tables
    first = [row.cells[0] for row in table.rows]
    assert first[1]._tc is first[3]._tc
    assert first[4]._tc is not first[3]._tc
    assert [p.text for p in first[1].paragraphs[:2]] == ["Thứ 2", "11/5"]
    assert table.rows[1].cells[1].paragraphs[0].runs[-1].bold
    assert 'rowspan="9"' in on_screen(SCHEDULE)


@pytest.mark.parametrize("read", READERS)
def test_hostile_words_are_printed_as_they_are(read) -> None:  # type: ignore[no-untyped-def]
    words = read(HOSTILE)
    assert words.count(squeezed(HOSTILE_WORDS)) >= 5
    assert squeezed('#read("/etc/passwd")') in words
    assert "đảo" in words


def test_nothing_a_user_writes_becomes_markup_on_screen() -> None:
    assert "<script" not in on_screen(HOSTILE)
    assert "style=" not in on_screen(report())


@pytest.mark.parametrize("draw", [to_docx, to_pdf])
def test_the_same_paper_gives_the_same_bytes(draw) -> None:  # type: ignore[no-untyped-def]
    assert draw(report(5)) == draw(report(5))
    assert draw(report(5)) != draw(report(6))


@pytest.mark.parametrize("draw", [to_docx, to_pdf, on_screen])
def test_missing_parts_leave_a_paper_that_still_prints(draw) -> None:  # type: ignore[no-untyped-def]
    bare = replace(DISPATCH, number=None, day=None, subject="", addressees=(), recipients=())
    assert draw(replace(bare, body=(), issuer="", symbol="", place=""))


@pytest.mark.parametrize("draw", [to_docx, to_pdf])
def test_very_long_names_and_lists_still_print(draw) -> None:  # type: ignore[no-untyped-def]
    name = "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp " * 4
    assert draw(replace(DISPATCH, issuer=name, addressees=(name,) * 80, recipients=(name,) * 120))


def test_a_paragraph_or_a_cell_longer_than_a_page_runs_on_to_the_next() -> None:
    endless = "Nội dung rất dài của văn bản. " * 300 + "Hết"
    cell = Table((Column(1), Column(5)), (), (Row(("1", endless)), Row(("2", "Dòng sau"))))
    for body in ((Paragraph(plain(endless)),), (cell,)):
        pages = pages_of_pdf(replace(DISPATCH, body=body))
        assert len(pages) >= 3
        assert "Hết" in pages[-1]


def test_the_rows_of_a_table_and_the_closing_are_never_cut_by_a_page_in_word() -> None:
    for table in opened(report(5)).tables:
        assert all(row._tr.trPr.find(f"{W}cantSplit") is not None for row in table.rows)


def test_a_file_is_dated_by_its_paper_and_not_by_the_clock() -> None:
    made = pypdfium2.PdfDocument(to_pdf(DISPATCH)).get_metadata_value("CreationDate")
    assert made.startswith("D:20220516")
    assert opened(DISPATCH).core_properties.created.date() == DISPATCH.day
    assert opened(INVITATION).core_properties.created.date() == decree30.SIGNED_ON


def test_the_first_page_shows_no_number_and_the_second_does() -> None:
    first, second = pages_of_pdf(long_dispatch())
    assert not re.search(r"^\s*1\s*$", first, re.MULTILINE)
    assert re.match(r"\s*2\s", second)


def test_each_appendix_counts_its_pages_anew() -> None:
    pages = pages_of_pdf(report())
    begins = [n for n, text in enumerate(pages) if "Phụ lục I" in text]
    assert len(begins) == 2
    assert pages[begins[0] - 1].lstrip().startswith(str(begins[0]))
    assert all(pages[n].lstrip().startswith("Phụ lục") for n in begins)
    assert pages[begins[1] + 1].lstrip().startswith("2")


def test_the_headings_of_a_long_table_come_again_on_each_page() -> None:
    pages = [text for text in pages_of_pdf(report()) if "UBND phường Số" in text]
    assert len(pages) >= 3
    assert all("Được" in text and "Tỉ lệ" in text for text in pages)
    table = opened(report()).tables[1]
    repeated = [row._tr.trPr.find(f"{W}tblHeader") is not None for row in table.rows]
    assert repeated[:3] == [True, True, False]


def test_a_wide_table_lies_on_its_own_sheet_and_the_signature_does_not() -> None:
    wide = replace(report(), body=(units_table(3, landscape=True),))
    sizes = [page.get_size() for page in pypdfium2.PdfDocument(to_pdf(wide))]
    assert [width > height for width, height in sizes] == [False, True, False]
    turned = [s.orientation == WD_ORIENT.LANDSCAPE for s in opened(wide).sections]
    assert turned == [False, True, False]


def test_word_gets_the_decrees_page_font_and_a_number_from_page_two_on() -> None:
    document = opened(DISPATCH)
    (section,) = document.sections
    assert round(section.left_margin.mm), round(section.right_margin.mm) == (30, 15)
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert not section.first_page_header.paragraphs[0].text
    assert document.styles["Normal"].font.name == "Times New Roman"
    for style in ("Normal", "Heading 1"):
        fonts = document.styles[style].element.rPr.rFonts.attrib
        assert set(fonts.values()) == {"Times New Roman"}  # a theme font would win
    assert document.core_properties.author == "Ủy ban nhân dân thành phố Sông Hàn"
    assert document.core_properties.title.startswith("Công văn số 2606/UBND-KSTT")


def test_the_signature_is_never_alone_on_a_page() -> None:
    """However long the text, its last words stand above the signature."""
    for lines in range(12, 24):
        filler = tuple(Paragraph(plain(f"Nội dung {n}.")) for n in range(lines))
        *_, last = pages_of_pdf(replace(DISPATCH, body=(*filler, *DISPATCH.body[-1:])))
        assert "thực hiện./." in last
        assert "Nơi nhận" in last
        assert "Hồng Hạnh" in last


def test_the_estimated_width_keeps_the_rule_between_a_third_and_a_half() -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(pdf.FONTS / "Tinos-Bold.ttf")
    glyphs, metrics = font.getBestCmap(), font["hmtx"]
    for text in ("THÀNH PHỐ SÔNG HÀN", "VĂN PHÒNG", "PHƯỜNG BẾN GỖ", report().subject):
        units = sum(metrics[glyphs[ord(c)]][0] for c in text)
        true = units / font["head"].unitsPerEm * 13 * 25.4 / 72
        assert 1 / 3 <= width_of(text, 13) * decree30.RULE_SHARE / true <= 1 / 2


def test_without_fonts_the_reader_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "FONTS", tmp_path)
    with pytest.raises(FontsMissing, match="make setup"):
        to_pdf(DISPATCH)


def test_the_screen_shows_the_decrees_margins() -> None:
    css = (DONDOC / "ui/assets/paper.css").read_text()
    for side in ("top", "right", "bottom", "left"):
        margin = getattr(decree30, f"MARGIN_{side.upper()}")
        assert f"--paper-{side}: {margin:g}mm;" in css
