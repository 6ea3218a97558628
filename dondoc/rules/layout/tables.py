"""Ruled tables: columns by their widths, headings over several of them, cells over several rows."""

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from dondoc.rules.layout.printed import Printed, Run, Runs

Align: TypeAlias = Literal["left", "center", "right"]
Placed: TypeAlias = "tuple[str | Cell | None, ...]"


@dataclass(frozen=True)
class Column(Printed):
    """A column by its width in millimetres; widths are stretched to the room there is."""

    width: float
    align: Align = "left"


@dataclass(frozen=True)
class HeaderCell(Printed):
    """A title over one or more columns and header rows."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Cell(Printed):
    """A cell of several lines, some words bold; it may reach down over the rows below its own."""

    lines: tuple[Runs, ...]
    down: int = 1


def cell(text: str, *, bold: bool = False, down: int = 1) -> Cell:
    """A cell of plain lines: "Thứ Hai" over "11/5"."""
    return Cell(tuple((Run(line, bold=bold),) for line in text.splitlines()), down)


@dataclass(frozen=True)
class Row(Printed):
    """One cell for each column that no cell from above reaches down to.

    A single cell runs across the whole table (a group's name).
    """

    cells: tuple[str | Cell, ...]
    bold: bool = False


@dataclass(frozen=True)
class Table(Printed):
    """A ruled table whose header rows come again on each page; landscape takes pages of its own."""

    shape: ClassVar = "table"
    columns: tuple[Column, ...]
    header: tuple[tuple[HeaderCell, ...], ...]
    rows: tuple[Row, ...]
    caption: str = ""
    landscape: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        assert self.grid is not None  # a row that does not fit is refused at once

    @property
    def grid(self) -> tuple[Placed, ...]:
        """For each row what stands in each column, None where a cell from above reaches down.

        A group's name stands alone in its row.
        """
        placed: list[Placed] = []
        below = [0] * len(self.columns)  # rows that a cell still reaches down
        for row in self.rows:
            if len(row.cells) == 1 and not any(below):
                placed.append(row.cells)
                continue
            free = [column for column, left in enumerate(below) if not left]
            if len(free) != len(row.cells):
                raise ValueError(f"Dòng không đủ {len(self.columns)} ô: {row.cells}")
            found = dict(zip(free, row.cells, strict=True))
            placed.append(tuple(found.get(column) for column in range(len(below))))
            down = {column: one.down for column, one in found.items() if isinstance(one, Cell)}
            below = [down.get(column, max(left, 1)) - 1 for column, left in enumerate(below)]
        if any(below):
            raise ValueError("Một ô kéo xuống quá dòng cuối của bảng.")
        return tuple(placed)
