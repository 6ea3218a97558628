"""Tables that give work: STT | Nội dung | Cơ quan chủ trì | Phối hợp | Thời gian.

Cells stand between “|” marks, each on its own lines or all on one; in the body or an appendix.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dondoc.rules.deadlines import Deadline, binding, read_deadlines
from dondoc.rules.directive.bodies import split_names
from dondoc.rules.directive.forms import moved
from dondoc.rules.directive.parts import Order
from dondoc.rules.directive.sentences import ask
from dondoc.rules.plain import Plain, flat, lowered

COLUMNS = {
    "number": re.compile(r"(?:s?tt|số tt|stt)\W*$"),
    "support": re.compile(r".{0,40}phối hợp"),
    "lead": re.compile(r".{0,40}(?:chủ trì|(?:cơ quan|đơn vị)(?: chịu trách nhiệm)? thực hiện)"),
    "time": re.compile(r"(?:thời (?:gian|hạn)|tiến độ|hạn|ngày hoàn thành)"),
    "source": re.compile(r".{0,20}(?:văn bản|căn cứ)"),
    "work": re.compile(r".{0,30}(?:nội dung|nhiệm vụ|công việc|hoạt động)"),
}
ROW_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,2})*)\.?\s*$")
# “Bộ Công an với các tiêu chuẩn …”: the body, not what it is to do there
IN_WHAT = re.compile(r"\s+(?:với|đối\s+với|về)\s.*$", re.DOTALL)
AS_ABOVE = re.compile(r"\W*(?:nt|như\s+trên)?\W*", re.IGNORECASE)
# “Sở Tài chính Sở Xây dựng”: lines of a cell run together
SEAM = re.compile(r"(?<!đốc)(?<![Cc]ác)(?<!thuộc)(?<!và)(?<![,;:])\s+(?=Sở\s+[A-ZĐ])")
CELL = re.compile(r"[^|]+")


@dataclass(frozen=True)
class Cell:
    """One cell with its offsets in the plain text, blanks around it left out."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Table:
    """Where a table that gives work stands in the plain text, and its orders."""

    start: int
    end: int
    orders: tuple[Order, ...]


def work_tables(page: Plain, start: int, issued_on: date | None) -> tuple[Table, ...]:
    """Each table which has a column of leads; one order for each of its numbered rows."""
    cells = _cells(page.text, start)
    at, tables = 0, []
    while (header := _header(cells, at)) is not None:
        columns, after = header
        rows, at = _rows(cells, after, len(columns))
        begin = cells[after - len(columns)].start
        end = rows[-1][-1].end if rows else begin
        tables.append(Table(begin, end, tuple(_orders(page, columns, rows, issued_on))))
    return tuple(tables)


def without_tables(page: Plain, tables: tuple[Table, ...]) -> Plain:
    """The page with its tables blanked out, of the same length."""
    pieces, at = [], 0
    for table in tables:
        pieces += [page.text[at : table.start], " " * (table.end - table.start)]
        at = table.end
    return replace(page, text="".join((*pieces, page.text[at:])))


def _cells(text: str, start: int) -> list[Cell]:
    cells = []
    for found in CELL.finditer(text, start):
        body = found[0].strip()
        begin = found.start() + (found[0].find(body) if body else 0)
        cells.append(Cell(body, begin, begin + len(body)))
    return cells


def _header(cells: list[Cell], at: int) -> tuple[list[str], int] | None:
    """Names of the columns, from the one numbered “STT” on, and the first cell after them."""
    for i in range(at, len(cells)):
        if _column(cells[i]) != "number":
            continue
        columns = []
        for cell in cells[i : i + 12]:
            if not cell.text:
                break
            columns.append(_column(cell))
        if "lead" in columns and "work" in columns:
            return columns, i + len(columns)
    return None


def _column(cell: Cell) -> str:
    name = lowered(flat(cell.text[:120]))
    return next((key for key, form in COLUMNS.items() if form.match(name)), "")


def _names(cell: Cell) -> tuple[str, ...]:
    names = split_names(SEAM.sub("; " if ";" in cell.text else ", ", cell.text))
    return tuple(IN_WHAT.sub("", name) for name in names)


def _rows(cells: list[Cell], at: int, width: int) -> tuple[list[list[Cell]], int]:
    """Rows that begin with a number; anything else between them is passed over."""
    rows = []
    while at < len(cells) and _column(cells[at]) != "number":
        if ROW_NUMBER.match(cells[at].text) and at + width <= len(cells):
            rows.append(cells[at : at + width])
            at += width
        else:
            at += 1
    return rows, at


def _orders(
    page: Plain, columns: list[str], rows: list[list[Cell]], issued_on: date | None
) -> Iterator[Order]:
    """A lead printed once for several rows leads them all."""
    above: tuple[str, ...] = ()
    for row in rows:
        cells = dict(
            zip(reversed(columns), reversed(row), strict=True)
        )  # the first of a name counts
        leads = above if AS_ABOVE.fullmatch(cells["lead"].text) else _names(cells["lead"])
        if leads and cells["work"].text:
            yield _order(page, cells, row, leads, issued_on)
        above = leads


def _term(cell: Cell, issued_on: date | None) -> tuple[Deadline, ...]:
    """The term of a row, also where it has passed: a table of late work says when it was due."""
    read = read_deadlines(cell.text, issued_on, field=True)
    return read or read_deadlines(cell.text, None, field=True)


def _order(
    page: Plain, cells: dict[str, Cell], row: list[Cell], leads: tuple[str, ...],
    issued_on: date | None,
) -> Order:  # fmt: skip
    work = cells["work"]
    time = cells.get("time", work)
    read = read_deadlines(work.text, issued_on) if time is work else _term(time, issued_on)
    last = max(cell.end for cell in row if cell.text)
    start, end = page.span(row[0].start, last)
    return Order(
        start, end, row[0].text.rstrip("."), flat(work.text), leads, _supporting(cells, leads),
        binding(tuple(moved(page, d, time.start) for d in read)),
    )  # fmt: skip


def _supporting(cells: dict[str, Cell], leads: tuple[str, ...]) -> tuple[str, ...]:
    """Where no column names them, the work may: “Chủ trì, phối hợp với …”."""
    if "support" in cells:
        return _names(cells["support"])
    return tuple(name for name in ask(cells["work"].text).supporting if name not in leads)
