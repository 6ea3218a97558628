"""Tables in .xlsx: strangers' read in a confined child, ours written row by row."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any
from zoneinfo import ZoneInfo

from dondoc.documents.confined import ExtractionFailed, run_confined, serve_confined
from dondoc.documents.guard import inspect

__all__ = ["Cell", "Column", "ExtractionFailed", "Sheet", "read_sheet", "write_sheet"]

Cell = str | int | float | Decimal | bool | date | datetime | None
FONT = "Times New Roman"  # Decree 30/2020; on every office machine
MAX_ROWS = 1_048_576  # of one sheet, by the file format
MAX_CELL = 32_767  # letters of one cell, by the file format
_HERE = ZoneInfo("Asia/Ho_Chi_Minh")
_HEADER_CELLS = 3
_HEADER_DEPTH = 50  # rows looked through for the heading
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Sheet:
    """Headings, the rows under them, and the number Excel shows for the first of those rows."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    first_row: int


@dataclass(frozen=True)
class Column:
    """A column to write: its heading and its width in letters."""

    heading: str
    width: float = 18


def read_sheet(content: bytes, *, limit_rows: int = 20_000) -> Sheet:
    """The first visible table of an .xlsx; raises FileRefused or ExtractionFailed in words."""
    inspect("bang.xlsx", content)
    read = run_confined("dondoc.documents.sheets", str(limit_rows), sent=content)
    rows = tuple(tuple(_from_json(cell) for cell in row) for row in read["rows"])
    return Sheet(tuple(read["headers"]), rows, read["first_row"])


def _from_json(cell: Any) -> Cell:
    if isinstance(cell, dict):
        moment = datetime.fromisoformat(cell["moment"])
        return moment if any(moment.timetuple()[3:6]) else moment.date()
    return cell  # type: ignore[no-any-return]  # str, int, float, bool or None


def _read_rows(content: IO[bytes], limit_rows: int) -> dict[str, Any]:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum  # only in the child

    book = CalamineWorkbook.from_filelike(content)
    for told in book.sheets_metadata:
        if told.visible != SheetVisibleEnum.Visible:
            continue
        rows = book.get_sheet_by_name(told.name).to_python(
            skip_empty_area=False, nrows=limit_rows + _HEADER_DEPTH + 1
        )
        at = next((at for at, row in enumerate(rows[:_HEADER_DEPTH]) if _is_header(row)), None)
        if at is not None:
            return _table(rows, at, limit_rows)
    raise ExtractionFailed(
        "Không tìm thấy dòng tiêu đề (ít nhất 3 ô chữ liền một dòng). "
        "Hãy dùng mẫu nhập của hệ thống hoặc thêm dòng tiêu đề cột."
    )


def _is_header(row: list[Any]) -> bool:
    return sum(isinstance(cell, str) and bool(cell.strip()) for cell in row) >= _HEADER_CELLS


def _table(rows: list[list[Any]], at: int, limit_rows: int) -> dict[str, Any]:
    headers = [" ".join(str(_to_json(cell) or "").split()) for cell in rows[at]]
    while not headers[-1]:
        headers.pop()
    below = [[_to_json(cell) for cell in row[: len(headers)]] for row in rows[at + 1 :]]
    while below and not any(cell is not None for cell in below[-1]):
        below.pop()
    if len(below) > limit_rows:
        raise ExtractionFailed(
            f"Bảng có hơn {limit_rows} dòng. Hãy tách thành nhiều tệp rồi nhập lần lượt."
        )
    return {"headers": headers, "rows": below, "first_row": at + 2}


def _to_json(cell: Any) -> Any:
    if isinstance(cell, str):
        text = unicodedata.normalize("NFC", cell).strip()
        return (text[1:] if text.startswith("'") and text[1:].startswith(_LIVE) else text) or None
    if isinstance(cell, date):  # and datetime
        return {"moment": cell.isoformat()}
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if isinstance(cell, bool | int | float) else str(cell)


def write_sheet(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    note_lines: Sequence[str] = (),
    stream: IO[bytes],
) -> None:
    """Title, notes, frozen headings with filter, then the rows, held in memory one at a time."""
    import xlsxwriter

    options = {"constant_memory": True, "default_format_properties": {"font_name": FONT}}
    with xlsxwriter.Workbook(stream, options) as book:
        sheet = book.add_worksheet(_sheet_name(title))
        forms = _formats(book)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
        sheet.write_string(0, 0, _inert(title), forms["title"])
        for at, line in enumerate(note_lines, 1):
            sheet.write_string(at, 0, _inert(line), forms["note"])
        head = len(note_lines) + 1
        for at, column in enumerate(columns):
            sheet.write_string(head, at, _inert(column.heading), forms["heading"])
        sheet.freeze_panes(head + 1, 0)
        last = head
        for last, row in enumerate(rows, head + 1):
            _write_row(sheet, last, row, forms)
        sheet.autofilter(head, 0, last, len(columns) - 1)


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", _UNWRITABLE.sub("", title))[:31].strip("' ") or "Danh sách"


def _formats(book: Any) -> dict[str, Any]:
    cell = {"font_name": FONT, "font_size": 11, "valign": "top", "border": 1}
    return {
        "title": book.add_format({"font_name": FONT, "font_size": 14, "bold": True}),
        "note": book.add_format({"font_name": FONT, "font_size": 11, "italic": True}),
        "heading": book.add_format(
            cell | {"bold": True, "text_wrap": True, "align": "center", "bg_color": "#DCE6F1"}
        ),
        "text": book.add_format(cell | {"text_wrap": True}),
        "number": book.add_format(cell),
        "date": book.add_format(cell | {"num_format": "dd/mm/yyyy"}),
        "moment": book.add_format(cell | {"num_format": "dd/mm/yyyy hh:mm"}),
    }


def _write_row(sheet: Any, at: int, row: Sequence[Cell], forms: dict[str, Any]) -> None:
    if at >= MAX_ROWS:
        raise ValueError(f"a sheet holds {MAX_ROWS} rows at most")
    for column, cell in enumerate(row):
        match cell:
            case None | "":
                sheet.write_blank(at, column, None, forms["text"])
            case bool():
                sheet.write_string(at, column, "Có" if cell else "Không", forms["text"])
            case datetime():
                local = cell.astimezone(_HERE).replace(tzinfo=None) if cell.tzinfo else cell
                sheet.write_datetime(at, column, local, forms["moment"])
            case date():
                sheet.write_datetime(at, column, cell, forms["date"])
            case int() | float() | Decimal():
                sheet.write_number(at, column, cell, forms["number"])
            case _:
                sheet.write_string(at, column, _inert(str(cell)), forms["text"])


def _inert(text: str) -> str:
    """The text as a spreadsheet will never run it, even saved again as CSV."""
    guarded = f"'{text}" if text.startswith(_LIVE) else text
    plain = _UNWRITABLE.sub("", guarded)
    return plain if len(plain) <= MAX_CELL else f"{plain[: MAX_CELL - 1]}…"


if __name__ == "__main__":
    serve_confined(lambda: _read_rows(sys.stdin.buffer, int(sys.argv[1])))
