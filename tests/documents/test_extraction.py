import struct
import unicodedata
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import nsdecls

from dondoc.documents.extraction import (
    Extracted,
    ExtractionFailed,
    Page,
    Survey,
    extract_text,
    page_picture,
    survey,
)
from dondoc.documents.guard import Kind, inspect
from tests.documents.made_files import excel, pdf, plain_pdf, png, repacked, word, xml


def read(kind: Kind, content: bytes, folder: Path) -> Extracted:
    path = folder / "tep"
    path.write_bytes(content)
    return extract_text(kind, path)


def lines(content: bytes, folder: Path) -> list[str]:
    return read(Kind.DOCX, content, folder).text.split("\n")


def appended(document: Any, *sources: str) -> None:
    """Adds raw WordprocessingML at the end of the body."""
    for source in sources:
        document.element.body.insert(len(document.element.body) - 1, xml(source))


# --- plain text


def test_text_comes_in_nfc_with_plain_line_ends(tmp_path: Path) -> None:
    typed = unicodedata.normalize("NFD", "Ủy ban\r\nnhân dân")
    assert read(Kind.TXT, typed.encode("utf-16"), tmp_path) == Extracted(
        "Ủy ban\nnhân dân", (Page(1, 0, 15),)
    )


# --- Word


def letterhead(document: Any) -> None:
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    table.cell(1, 0).text = "Số: 2606/UBND-KSTT\nV/v đôn đốc nhiệm vụ"
    table.cell(1, 1).text = "Đà Nẵng, ngày 16 tháng 5 năm 2022"


def test_a_two_column_letterhead_reads_left_cell_then_right_cell(tmp_path: Path) -> None:
    assert lines(word(also=letterhead), tmp_path) == [
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ ĐÀ NẴNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 2606/UBND-KSTT",
        "V/v đôn đốc nhiệm vụ",
        "Đà Nẵng, ngày 16 tháng 5 năm 2022",
    ]


def test_a_signature_block_without_lines_reads_as_lines_not_as_a_table(tmp_path: Path) -> None:
    def signature(document: Any) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "Người lập"
        table.cell(0, 1).text = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"

    assert lines(word(also=signature), tmp_path) == ["Người lập", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


def test_paragraphs_and_tables_keep_their_order_and_tables_become_rows(tmp_path: Path) -> None:
    def body(document: Any) -> None:
        table = document.add_table(2, 3, style="Table Grid")
        for at, words in enumerate(["TT", "Đơn vị", "Số nhiệm vụ", "1", "Sở Y tế", "12"]):
            table.cell(*divmod(at, 3)).text = words
        table.cell(1, 1).add_paragraph("(chủ trì)")
        document.add_paragraph("Sau bảng.")

    assert lines(word("Trước bảng.", also=body), tmp_path) == [
        "Trước bảng.",
        "| TT | Đơn vị | Số nhiệm vụ |",
        "| 1 | Sở Y tế (chủ trì) | 12 |",
        "Sau bảng.",
    ]


def test_a_merged_cell_is_read_once(tmp_path: Path) -> None:
    def body(document: Any) -> None:
        table = document.add_table(3, 2, style="Table Grid")
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Tổng hợp"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "Sở Y tế"
        table.cell(1, 1).text, table.cell(2, 1).text = "a", "b"

    assert lines(word(also=body), tmp_path) == ["| Tổng hợp |", "| Sở Y tế | a |", "|  | b |"]


NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl>
<w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%5."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="91">
<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
</w:abstractNum>
<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>
<w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num>
<w:num w:numId="92"><w:abstractNumId w:val="90"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def numbered(number: int, depth: int, words: str) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        f"</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )


def with_numbering(*paragraphs: str) -> bytes:
    made = word(also=lambda document: appended(document, *paragraphs))
    return repacked(made, change={"word/numbering.xml": lambda part: NUMBERING.encode()})


def test_the_numbers_word_draws_are_restored(tmp_path: Path) -> None:
    content = with_numbering(
        numbered(91, 0, "Đánh giá"),
        numbered(90, 0, "Sở Y tế"),
        numbered(90, 1, "rà soát"),
        numbered(90, 1, "báo cáo"),
        numbered(90, 2, "hằng tuần"),
        numbered(90, 3, "hằng tháng"),
        numbered(90, 0, "Sở Xây dựng"),
        numbered(90, 1, "bắt đầu lại"),
        numbered(90, 4, "mục con"),
        numbered(91, 0, "Tổ chức"),
        numbered(92, 0, "Danh sách mới"),
        numbered(0, 0, "Không số"),
    )
    assert lines(content, tmp_path) == [
        "IV. Đánh giá",
        "1. Sở Y tế",
        "a) rà soát",
        "b) báo cáo",
        "- hằng tuần",
        "+ hằng tháng",
        "2. Sở Xây dựng",
        "a) bắt đầu lại",
        "2.1. mục con",
        "V. Tổ chức",
        "1. Danh sách mới",
        "Không số",
    ]


def test_numbers_that_come_with_a_style_are_restored_too(tmp_path: Path) -> None:
    def body(document: Any) -> None:
        document.add_paragraph("một", style="List Number")
        document.add_paragraph("hai", style="List Number")
        document.add_paragraph("ý", style="List Bullet")

    assert lines(word(also=body), tmp_path) == ["1. một", "2. hai", "- ý"]


def test_tracked_insertions_stay_deletions_go_and_the_reader_is_told(tmp_path: Path) -> None:
    def body(document: Any) -> None:
        appended(
            document,
            "<w:p><w:r><w:t>Hạn </w:t></w:r><w:del><w:r><w:delText>15/6</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>30/6</w:t></w:r></w:ins></w:p>",
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Câu bị </w:t></w:r></w:p>",
            "<w:p><w:r><w:t>nối liền.</w:t></w:r></w:p>",
        )

    got = read(Kind.DOCX, word(also=body), tmp_path)
    assert got.text == "Hạn 30/6\nCâu bị nối liền."
    assert got.notes == ("Văn bản còn dấu sửa đổi: đã lấy chữ thêm, bỏ chữ xóa.",)


def test_what_the_reader_does_not_see_is_not_read(tmp_path: Path) -> None:
    def body(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "đầu trang"
        document.sections[0].footer.paragraphs[0].text = "chân trang"
        appended(
            document,
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
        )

    got = read(Kind.DOCX, word(also=body), tmp_path)
    assert got.text == "hiện"
    assert got.notes == ("Văn bản có chữ ẩn: đã bỏ chữ ẩn.",)


def test_links_content_controls_and_text_boxes_are_read_once(tmp_path: Path) -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>Số: 12/UBND</w:t></w:r></w:p></w:txbxContent>"

    def body(document: Any) -> None:
        appended(
            document,
            "<w:p><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink><w:r><w:tab/></w:r>"
            "<w:r><w:t>số</w:t><w:noBreakHyphen/><w:t>một</w:t></w:r></w:p>",
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>ô nhập</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        )

    assert lines(word(also=body), tmp_path) == ["liên kết\tsố-một", "ô nhập", "Số: 12/UBND"]


def test_a_box_within_a_box_is_read_once_too(tmp_path: Path) -> None:
    def box(inside: str) -> str:
        return f"<w:r><w:pict><w:txbxContent><w:p>{inside}</w:p></w:txbxContent></w:pict></w:r>"

    words = box("<w:r><w:t>ngoài</w:t></w:r>" + box("<w:r><w:t>trong</w:t></w:r>"))
    got = lines(word(also=lambda document: appended(document, f"<w:p>{words}</w:p>")), tmp_path)
    assert got == ["ngoài", "trong"]


def test_moved_words_are_read_where_they_went(tmp_path: Path) -> None:
    got = word(
        also=lambda document: appended(
            document,
            "<w:p><w:moveFrom><w:r><w:t>báo cáo </w:t></w:r></w:moveFrom>"
            "<w:r><w:t>trước ngày 30/6 </w:t></w:r>"
            "<w:moveTo><w:r><w:t>báo cáo</w:t></w:r></w:moveTo></w:p>",
        )
    )
    assert lines(got, tmp_path) == ["trước ngày 30/6 báo cáo"]


def test_a_letterhead_in_the_page_header_is_read_and_running_heads_are_not(tmp_path: Path) -> None:
    def edges(document: Any) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        head = section.first_page_header.paragraphs[0]
        head.text = "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        section.first_page_footer.paragraphs[0].text = "Nơi nhận:\n- Lưu: VT."
        section.header.paragraphs[0].text = "trang sau"
        section.footer.paragraphs[0].text = "Địa chỉ: số 1 đường Bến Gỗ"

    assert lines(word("Yêu cầu các sở báo cáo.", also=edges), tmp_path) == [
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Yêu cầu các sở báo cáo.",
        "Nơi nhận:",
        "- Lưu: VT.",
    ]


def test_rows_that_word_counts_by_itself_keep_their_numbers(tmp_path: Path) -> None:
    def row(work: str) -> str:
        return (
            f"<w:tr><w:tc>{numbered(90, 0, '')}</w:tc>"
            f"<w:tc><w:p><w:r><w:t>{work}</w:t></w:r></w:p></w:tc></w:tr>"
        )

    lined = "<w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders></w:tblPr>"
    table = f"<w:tbl>{lined}{row('rà soát')}{row('báo cáo')}</w:tbl>"
    assert lines(with_numbering(table), tmp_path) == ["| 1. | rà soát |", "| 2. | báo cáo |"]


def test_soft_hyphens_go_and_line_breaks_part_lines(tmp_path: Path) -> None:
    made = word(
        also=lambda document: appended(
            document,
            "<w:p><w:r><w:t>cải\u00ad cách</w:t><w:softHyphen/><w:br/><w:t>hành chính</w:t>"
            "</w:r></w:p>",
        )
    )
    assert lines(made, tmp_path) == ["cải cách", "hành chính"]


def test_footnotes_stay_out_of_the_text_and_the_reader_is_told(tmp_path: Path) -> None:
    made = word(
        also=lambda document: appended(
            document,
            "<w:p><w:r><w:t>theo quy định</w:t></w:r>"
            "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>",
        )
    )
    got = read(Kind.DOCX, made, tmp_path)
    assert got.text == "theo quy định"
    assert got.notes == ("Văn bản có chú thích cuối trang: chưa đọc phần chú thích.",)


def test_a_centred_title_is_parted_from_the_text_below(tmp_path: Path) -> None:
    def body(document: Any) -> None:
        document.add_paragraph("KẾ HOẠCH").alignment = 1
        document.add_paragraph("Cải cách hành chính").alignment = 1
        document.add_paragraph("Căn cứ quy định.")

    assert lines(word(also=body), tmp_path) == [
        "KẾ HOẠCH",
        "Cải cách hành chính",
        "",
        "Căn cứ quy định.",
    ]


# --- PDF


def test_a_pdf_keeps_its_lines_and_pages_without_page_numbers(tmp_path: Path) -> None:
    source = (
        '#set page(numbering: "1")\nỦy ban nhân dân thành phố yêu cầu các đơn vị báo cáo.\n'
        "\n2606\n\nHết trang đầu.\n#pagebreak()\nTrang sau cũng có chữ để đọc."
    )
    content = pdf(source)
    assert inspect("a.pdf", content) is Kind.PDF
    got = read(Kind.PDF, content, tmp_path)
    first, second = (got.text[page.start : page.end].split("\n") for page in got.pages)
    assert [line for line in first if line] == [
        "Ủy ban nhân dân thành phố yêu cầu các đơn vị báo cáo.",
        "2606",
        "Hết trang đầu.",
    ]
    assert [line for line in second if line] == ["Trang sau cũng có chữ để đọc."]


def test_the_letterhead_of_a_pdf_can_be_read(tmp_path: Path) -> None:
    source = (
        "#grid(columns: (1fr, 1fr), row-gutter: 12pt, [ỦY BAN NHÂN DÂN], [CỘNG HÒA XÃ HỘI],"
        "[Số: 2606/UBND-KSTT], [Đà Nẵng, ngày 16 tháng 5 năm 2022])"
    )
    text = read(Kind.PDF, pdf(source), tmp_path).text
    for part in ("ỦY BAN NHÂN DÂN", "Số: 2606/UBND-KSTT", "Đà Nẵng, ngày 16 tháng 5 năm 2022"):
        assert part in text


def test_a_survey_counts_the_pages_that_are_pictures(tmp_path: Path) -> None:
    path = tmp_path / "tep.pdf"
    path.write_bytes(pdf("Chữ đọc được " * 20 + "\n#pagebreak()\n#rect(width: 9cm)\n"))
    assert survey(Kind.PDF, path) == Survey(pages=2, scanned=1)
    assert survey(Kind.PDF, path).is_scan


def test_the_picture_of_a_page_comes_as_wide_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "tep.pdf"
    path.write_bytes(pdf("Chữ\n#pagebreak()\nChữ"))
    drawn = page_picture(Kind.PDF, path, 2, turn=90, width=800)
    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">II", drawn[16:24]) == (800, 565)  # a sheet laid on its side


# --- files that fail, and the child that bears it


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (Kind.PDF, plain_pdf("<< /broken")[:60]),
        (Kind.DOCX, b"PK\x03\x04"),
        (Kind.DOCX, repacked(word("a"), change={"word/document.xml": lambda part: part[:200]})),
        (Kind.DOCX, repacked(word("a"), change={"word/document.xml": lambda part: b"<a/>"})),
        (Kind.XLSX, excel(("a",))),
        (Kind.PNG, png()[:50]),
    ],
)
def test_a_broken_file_fails_in_words(kind: Kind, content: bytes, tmp_path: Path) -> None:
    with pytest.raises(ExtractionFailed) as failed:
        read(kind, content, tmp_path)
    assert "Hãy" in str(failed.value)


def test_a_pdf_without_pages_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ExtractionFailed):
        read(Kind.PDF, plain_pdf(), tmp_path)


def test_a_word_file_that_would_fill_the_memory_fails_in_words(tmp_path: Path) -> None:
    def swollen(part: bytes) -> bytes:
        return part.replace(b"<w:sectPr", b"<w:p><w:r/></w:p>" * 5_500_000 + b"<w:sectPr")

    content = repacked(word("a"), change={"word/document.xml": swollen})
    with pytest.raises(ExtractionFailed, match="Hãy"):
        read(Kind.DOCX, content, tmp_path)


def test_an_empty_document_reads_as_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    assert extract_text(Kind.DOCX, path) == Extracted("", (Page(1, 0, 0),))
