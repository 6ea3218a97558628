"""Tables by their ruled lines: which words stand in which cell, whatever found the words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, permutations

from dondoc.documents.reading_order import Line, Piece, in_order
from dondoc.documents.rulings import MOST, Ruling

REACH = 9  # dots, at 300 to the inch, by which lines of a corner may miss each other
FRAME_LEAST, FRAME_MOST = 55, 220  # dots at 300 to the inch: how high a frame is
INSIDE = 10  # dots from a frame's line to where its words may begin
ALIKE = 20  # dots by which its sides may differ
MOST_FRAMED = 60  # lines looked at in pairs


@dataclass
class Cell:
    """A cell of a table; one that goes on from the row above has nothing of its own."""

    left: float
    top: float
    right: float
    bottom: float
    goes_on: bool = False

    def scaled(self, factor: float) -> "Cell":
        """The same cell on a larger or smaller picture of the page."""
        return Cell(
            self.left * factor, self.top * factor, self.right * factor, self.bottom * factor,
            self.goes_on,
        )  # fmt: skip

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Its sides: left, top, right, bottom."""
        return self.left, self.top, self.right, self.bottom

    def touches(self, other: "Cell") -> bool:
        """Whether the two share a spot."""
        beside = self.right < other.left or other.right < self.left
        return not beside and self.top < other.bottom and other.top < self.bottom

    def holds(self, piece: Piece) -> bool:
        """Whether the middle of the word lies in the cell."""
        x, y = (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
        return self.left <= x < self.right and self.top <= y < self.bottom


@dataclass
class Table:
    """Rows of cells, from the top."""

    rows: list[list[Cell]] = field(default_factory=list)

    @property
    def cells(self) -> list[Cell]:
        """Cells that may hold words."""
        return [cell for row in self.rows for cell in row if not cell.goes_on]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The whole table: left, top, right, bottom."""
        first, last = self.rows[0][0], self.rows[-1][-1]
        return first.left, first.top, last.right, last.bottom

    def scaled(self, factor: float) -> "Table":
        """The same table on a larger or smaller picture of the page."""
        return Table([[cell.scaled(factor) for cell in row] for row in self.rows])


def tables_of(level: list[Ruling], upright: list[Ruling], reach: float = REACH) -> list[Table]:
    """The tables that ruled lines draw, from the top of the page."""
    if len(level) + len(upright) > MOST:
        return []
    found = []
    for rows, columns in _joined(level, upright, reach):
        ys, xs = _places(rows, reach), _places(columns, reach)
        if len(xs) > 2 and len(ys) > 1:
            found.append(_table(xs, ys, rows, columns, reach))
    return sorted(found, key=lambda table: table.box[1])


def _joined(
    level: list[Ruling], upright: list[Ruling], reach: float
) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Lines that cross or meet, group by group."""
    groups = []
    waiting = list(upright)
    while waiting:
        rows: list[Ruling] = []
        columns = [waiting.pop()]
        for column in columns:  # grows while it is walked
            for row in level:
                if row not in rows and _meet(row, column, reach):
                    rows.append(row)
                    more = [other for other in waiting if _meet(row, other, reach)]
                    columns += more
                    waiting = [other for other in waiting if other not in more]
        groups.append((rows, columns))
    return groups


def _meet(row: Ruling, column: Ruling, reach: float) -> bool:
    return (
        row.start - reach <= column.at <= row.end + reach
        and column.start - reach <= row.at <= column.end + reach
    )


def _places(lines: Iterable[Ruling], reach: float) -> list[float]:
    places: list[float] = []
    for at in sorted(line.at for line in lines):
        if not places or at - places[-1] > reach:
            places.append(at)
    return places


def _table(
    xs: list[float], ys: list[float], rows: list[Ruling], columns: list[Ruling], reach: float
) -> Table:
    table = Table()
    for top, bottom in pairwise(ys):
        cells: list[Cell] = []
        for left, right in pairwise(xs):
            if cells and not _covers(columns, left, (top + bottom) / 2, reach):
                cells[-1].right = right
                continue
            open_above = bool(table.rows) and not _covers(rows, top, (left + right) / 2, reach)
            cells.append(Cell(left, top, right, bottom, goes_on=open_above))
        _lengthen(table, cells)
        table.rows.append(cells)
    return table


def _covers(lines: list[Ruling], at: float, middle: float, reach: float) -> bool:
    return any(abs(line.at - at) <= reach and line.start <= middle <= line.end for line in lines)


def _lengthen(table: Table, cells: list[Cell]) -> None:
    """A cell that goes on belongs to the one it began as."""
    for cell in cells:
        if cell.goes_on:
            begun = [c for c in table.cells if c.left == cell.left and c.bottom == cell.top]
            for above in begun:
                above.bottom = cell.bottom
            cell.goes_on = bool(begun)


def frames_of(level: list[Ruling], tables: Sequence[Table]) -> list[Cell]:
    """Frames around a stamped mark (KHẨN, MẬT): two level lines of one length, near each other."""
    frames: list[Cell] = []
    for upper, lower in permutations(level[:MOST_FRAMED], 2):
        alike = abs(upper.start - lower.start) < ALIKE and abs(upper.end - lower.end) < ALIKE
        if alike and FRAME_LEAST < lower.at - upper.at < FRAME_MOST:
            sides = upper.start + INSIDE, upper.at + INSIDE, upper.end - INSIDE, lower.at - INSIDE
            frame = Cell(*sides)
            if not any(frame.touches(other) for other in [*frames, *_wholes(tables)]):
                frames.append(frame)
    return frames


def _wholes(tables: Sequence[Table]) -> list[Cell]:
    return [Cell(*table.box) for table in tables]


def lines_and_rows(pieces: Sequence[Piece], tables: Sequence[Table]) -> list[Line]:
    """All words of the page in reading order, tables as rows of cells."""
    rest = list(pieces)
    lines: list[Line] = []
    for table in tables:
        whole = Cell(*table.box)
        above = [p for p in rest if p.top + p.bottom < 2 * whole.top]
        inside = [p for p in rest if whole.holds(p)]
        rest = [p for p in rest if p not in above and p not in inside]
        lines += in_order(above)
        lines += [_row(row, inside) for row in table.rows]
    return lines + in_order(rest)


def _row(row: list[Cell], inside: list[Piece]) -> Line:
    cells = []
    for cell in row:
        own = [] if cell.goes_on else [piece for piece in inside if cell.holds(piece)]
        cells.append([piece for line in in_order(own) for piece in line.pieces])
    return Line(cells, is_row=True)
