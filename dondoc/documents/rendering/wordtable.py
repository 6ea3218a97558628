"""Tables in Word: the borderless grids of the form and the ruled tables of a report."""

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.table import CT_Row
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from dondoc.documents.rendering.word import ALIGNMENTS, element
from dondoc.rules import decree30 as d30
from dondoc.rules.layout import Cell, HeaderCell, Runs, Table, plain

CELL_PADDING = 1.2  # mm left and right


def borderless(document: Document, rows: int, widths: tuple[float, ...]) -> WordTable:
    """A grid that only places things; its rows stay whole."""
    grid: WordTable = document.add_table(rows, len(widths))
    grid.autofit, grid.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    set_padding(grid, 0)
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    set_grid(grid, widths)
    return grid


def ruled(document: Document, table: Table, room: float) -> WordTable:
    """The table with all its lines, as wide as the room; header rows come on every page."""
    total = sum(column.width for column in table.columns)
    widths = tuple(column.width * room / total for column in table.columns)
    made: WordTable = document.add_table(0, len(widths), style="Table Grid")
    made.autofit, made.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    set_padding(made, CELL_PADDING)
    set_grid(made, widths)
    add_header(made, table, widths)
    add_rows(made, table, widths)
    return made


def set_padding(table: WordTable, side: float) -> None:
    margins = element("tblCellMar")
    for edge in ("left", "right"):
        margins.append(element(edge, w=round(Mm(side).twips), type="dxa"))
    look = table._tbl.tblPr.find("w:tblLook", table._tbl.nsmap)
    look.addprevious(margins)


def set_grid(table: WordTable, widths: tuple[float, ...]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def add_header(made: WordTable, table: Table, widths: tuple[float, ...]) -> None:
    for cells in header_grid(table):
        tr = new_row(made)
        tr.get_or_add_trPr().append(element("tblHeader"))
        column = 0
        for cell, begins in cells:
            tc = add_cell(tr, widths[column : column + cell.across])
            if cell.down > 1:
                tc.vMerge = "restart" if begins else "continue"
            fill(tc, plain(cell.text if begins else ""), "center", bold=True, keep=True)
            column += cell.across


def header_grid(table: Table) -> list[list[tuple[HeaderCell, bool]]]:
    """For each header row its cells from the left: (cell, whether it begins in this row)."""
    rows: list[list[tuple[HeaderCell, bool]]] = []
    hanging: dict[int, tuple[HeaderCell, int]] = {}  # column → cell from above, rows left
    for cells in table.header:
        waiting, row, column = list(cells), [], 0
        while column < len(table.columns):
            cell, left = hanging.pop(column, (None, 0))
            begins = cell is None
            if cell is None:
                cell = waiting.pop(0) if waiting else HeaderCell("")
                left = cell.down
            row.append((cell, begins))
            if left > 1:
                hanging[column] = (cell, left - 1)
            column += cell.across
        rows.append(row)
    return rows


def add_rows(made: WordTable, table: Table, widths: tuple[float, ...]) -> None:
    """Rows are copied from a pattern: python-docx takes seconds to build a long table."""
    patterns = {bold: pattern_row(table, widths, bold) for bold in (False, True)}
    for row, cells in zip(table.rows, table.grid, strict=True):
        if len(cells) == 1 and len(widths) > 1:
            write_cell(add_cell(new_row(made), widths), cells[0], "left", bold=True, keep=True)
            continue
        tr = deepcopy(patterns[row.bold])
        for tc, cell, column in zip(tr.tc_lst, cells, table.columns, strict=True):
            if isinstance(cell, str):
                tc.p_lst[0].r_lst[0].text = cell
            else:
                write_cell(tc, cell, column.align, bold=row.bold)
        made._tbl.append(tr)


def write_cell(
    tc: Any, cell: str | Cell | None, align: str, *, bold: bool, keep: bool = False
) -> None:
    """Its lines one below the other; what reaches down is merged with the cells below it."""
    if cell is None or (isinstance(cell, Cell) and cell.down > 1):
        tc.vMerge = "restart" if cell else "continue"
    lines = cell.lines if isinstance(cell, Cell) else (plain(cell or ""),)
    for place, runs in enumerate(lines):
        paragraph = tc.p_lst[0] if place == 0 else tc.add_p()
        fill(tc, runs, align, bold=bold, keep=keep, into=paragraph)


def pattern_row(table: Table, widths: tuple[float, ...], bold: bool) -> CT_Row:
    tr: CT_Row = element("tr")
    tr.get_or_add_trPr().append(element("cantSplit"))
    for column, width in zip(table.columns, widths, strict=True):
        fill(add_cell(tr, (width,)), plain(""), column.align, bold=bold)
    return tr


def new_row(made: WordTable) -> CT_Row:
    tr = made._tbl.add_tr()
    tr.get_or_add_trPr().append(element("cantSplit"))
    return tr


def add_cell(tr: CT_Row, widths: tuple[float, ...]) -> Any:
    tc = tr.add_tc()
    tc.width = Mm(sum(widths))
    if len(widths) > 1:
        tc.grid_span = len(widths)
    tc.get_or_add_tcPr().append(element("vAlign", val="center"))
    return tc


def fill(
    tc: Any, runs: Runs, align: str, *, bold: bool = False, keep: bool = False, into: Any = None
) -> None:
    paragraph = Paragraph(tc.p_lst[0] if into is None else into, tc)
    paragraph.alignment = ALIGNMENTS[align]
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(2)
    if keep:
        form.keep_with_next = True
    for run in runs:
        written = paragraph.add_run(run.text)
        written.font.size = Pt(d30.SIZE_TABLE)
        written.bold, written.italic = (run.bold or bold) or None, run.italic or None
