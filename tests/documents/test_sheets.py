import unicodedata
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.documents.confined import ExtractionFailed
from dondoc.documents.guard import FileRefused
from dondoc.documents.sheets import Cell, Column, Sheet, read_sheet, write_sheet
from tests.documents.made_files import excel, repacked, word

COLUMNS = (Column("Mã", 10), Column("Nội dung", 60), Column("Thời hạn", 12), Column("Tiến độ"))


def written(*rows: tuple[Cell, ...], notes: tuple[str, ...] = ()) -> bytes:
    stream = BytesIO()
    write_sheet("Nhiệm vụ quá hạn", COLUMNS, iter(rows), note_lines=notes, stream=stream)
    return stream.getvalue()


def sheet_xml(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def test_what_the_office_exports_it_can_import_again() -> None:
    row = ("NV-1", "Hoàn thiện đề án\nlần hai", date(2022, 6, 30), 40)
    notes = ("Tính đến 17 giờ 00 ngày 11/5/2022",)
    assert read_sheet(written(row, notes=notes)) == Sheet(
        ("Mã", "Nội dung", "Thời hạn", "Tiến độ"), (row,), first_row=4
    )


def test_headings_stay_in_view_and_can_be_filtered() -> None:
    made = sheet_xml(written(("NV-1", "a", None, 1), ("NV-2", "b", None, 2), notes=("Một", "Hai")))
    assert 'topLeftCell="A5"' in made
    assert 'state="frozen"' in made
    assert '<autoFilter ref="A4:D6"/>' in made
    assert '<autoFilter ref="A2:D2"/>' in sheet_xml(written())


def test_dates_are_real_dates_and_instants_are_shown_in_vietnamese_time() -> None:
    late = datetime(2022, 5, 11, 17, 30, tzinfo=UTC)
    content = written((date(2022, 5, 12), late, datetime(2022, 5, 1, 8, 5), True))
    assert read_sheet(content).rows == (
        (date(2022, 5, 12), datetime(2022, 5, 12, 0, 30), datetime(2022, 5, 1, 8, 5), "Có"),
    )
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert b'formatCode="dd/mm/yyyy"' in archive.read("xl/styles.xml")


@pytest.mark.parametrize(
    "payload",
    [
        '=HYPERLINK("http://a","b")',
        "+1+1",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\x00=1+1",
        "＝1+1",
    ],
)
def test_a_formula_typed_by_a_person_stays_text(payload: str) -> None:
    made = sheet_xml(written((payload, "a", "b", "c")))
    assert "<f>" not in made
    assert "<t>'" in made.replace(' xml:space="preserve"', "")


def test_web_addresses_and_digits_stay_text_too() -> None:
    content = written(("http://a.vn", "0123", "1e5", "{=1+1}"))
    assert "hyperlink" not in sheet_xml(content)
    assert read_sheet(content).rows == (("http://a.vn", "0123", "1e5", "{=1+1}"),)


def test_a_report_longer_than_a_cell_is_cut_with_a_mark_not_lost() -> None:
    (row,) = read_sheet(written(("NV-1", "a" * 40_000, None, None))).rows
    assert row[1] == "a" * 32_766 + "…"


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40),
            st.integers(-(10**9), 10**9),
            st.dates(date(1900, 3, 1), date(2999, 12, 31)),
            st.sampled_from(["=a", "- gạch đầu dòng", "@a", "'a"]),
        ),
        max_size=8,
    )
)
def test_every_list_comes_back_as_it_went(rows: list[tuple[Cell, ...]]) -> None:
    def plain(cell: Cell) -> Cell:
        if not isinstance(cell, str):
            return cell
        kept = "".join(letter for letter in cell if letter not in "\ufffe\uffff")
        return unicodedata.normalize("NFC", kept).strip() or None

    assert read_sheet(written(*rows)).rows == tuple(tuple(map(plain, row)) for row in rows)


def test_headings_are_found_under_titles_and_blank_rows_keep_their_number() -> None:
    content = excel(
        ("BÁO CÁO",),
        (),
        ("Số", "  Nội\ndung ", "Hạn xử lý"),
        (1.0, "a", "16/5/2022"),
        (),
        (2.5, "b", "01/01/1970"),
        (" ", " ", " "),
    )
    assert read_sheet(content) == Sheet(
        ("Số", "Nội dung", "Hạn xử lý"),
        ((1, "a", "16/5/2022"), (None, None, None), (2.5, "b", "01/01/1970")),
        first_row=4,
    )


def test_a_table_without_headings_or_too_long_is_refused_in_words() -> None:
    with pytest.raises(ExtractionFailed, match="dòng tiêu đề"):
        read_sheet(excel(("Một", "Hai"), (1, 2, 3)))
    table = excel(("Một", "Hai", "Ba"), *[(n, n, n) for n in range(1, 12)])
    assert len(read_sheet(table, limit_rows=11).rows) == 11
    with pytest.raises(ExtractionFailed, match="hơn 10 dòng"):
        read_sheet(table, limit_rows=10)


def test_a_word_file_is_no_table() -> None:
    with pytest.raises(FileRefused, match=r"không phải \.xlsx"):
        read_sheet(word("a"))


def test_one_cell_in_the_farthest_corner_does_not_fill_the_machine() -> None:
    table = excel(("Một", "Hai", "Ba"), (1, 2, 3))
    corner = repacked(
        table,
        change={"xl/worksheets/sheet1.xml": lambda part: part.replace(b'"A2"', b'"XFD1048576"')},
    )
    with pytest.raises(ExtractionFailed):
        read_sheet(corner)
