"""Draws a Paper as PDF with typst: the template beside this file, the words only as data."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from dondoc.rules import decree30
from dondoc.rules.layout import (
    Appendix,
    Block,
    Cell,
    LegalBasis,
    Paper,
    Run,
    Signature,
    Table,
    plain,
)

FONTS = Path(__file__).resolve().parent.parent / "fonts"
TEMPLATE = Path(__file__).with_name("paper.typ")
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
SETTLED = (
    *("parent_lines", "issuer_lines", "number_line", "letter_subject", "place_line", "title"),
    *("subject", "draft", "landscape", "addressee_lines", "recipient_lines", "drafter_mark"),
    *("footer_note", "full_title", "attached_to"),
)


LONG_CELL = 1500
"""Letters of a cell that may not fit on a page."""


class FontsMissing(Exception):
    """The Tinos faces have not been built."""

    def __init__(self) -> None:
        super().__init__(
            "Chưa có phông chữ Tinos nên không tạo được bản PDF. "
            "Chạy «make setup» một lần để dựng phông chữ rồi thử lại."
        )


def to_pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-2b; raises FontsMissing before the fonts are built."""
    made = typst.compile(
        str(TEMPLATE),
        format="pdf",
        font_paths=typeface(str(FONTS)),
        sys_inputs={"paper": as_json(as_data(paper)), "decree": measures()},
        pdf_standards="a-2b",
        timestamp=datetime.combine(paper.file_day, time(), UTC),
    )
    assert isinstance(made, bytes)
    return made


@cache
def typeface(folder: str) -> Any:
    """Tinos and nothing of the machine's own, so that every machine prints alike."""
    if not all((Path(folder) / f"Tinos-{face}.ttf").exists() for face in FACES):
        raise FontsMissing
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])


@cache
def measures() -> str:
    """The constants of the decree, as the template reads them."""
    named = {name: value for name, value in vars(decree30).items() if name.isupper()}
    constants = {k: v for k, v in named.items() if isinstance(v, int | float | str)}
    return as_json(constants)


def as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def as_data(paper: Paper) -> dict[str, Any]:
    """What the template draws, every line settled."""
    return {
        **{name: getattr(paper, name) for name in SETTLED},
        "author": " ".join(paper.issuer.split()),
        "urgency": {"stamp": paper.urgency.stamp, "width": paper.urgency.width},
        "circulation": paper.circulation.upper(),
        "signature": signature_as_data(paper.signature),
        "second_signature": signature_as_data(paper.second_signature),
        "main_blocks": blocks_as_data(paper.main_blocks),
        "appendices": [appendix_as_data(appendix) for appendix in paper.appendices],
    }


def signature_as_data(by: Signature | None) -> dict[str, Any] | None:
    return {"lines": by.lines, "printed_name": by.printed_name} if by else None


def blocks_as_data(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    """The last paragraph sticks to what follows it: the signature is never alone on a page."""
    return [block_as_data(block, block is blocks[-1]) for block in blocks]


def block_as_data(block: Block, is_last: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"shape": block.shape, "sticky": is_last, **asdict(block)}
    if isinstance(block, LegalBasis):
        data["lines"] = block.lines
    elif isinstance(block, Table):
        data["rows"] = rows_as_data(block)
    elif mark := getattr(block, "mark", ""):
        data["runs"] = (asdict(Run(f"{mark} ")), *data["runs"])
    return data


def rows_as_data(table: Table) -> list[dict[str, Any]]:
    """Each row's own cells as lines of runs; one that would fill a page may break over it."""
    rows = []
    for row, placed in zip(table.rows, table.grid, strict=True):
        cells = [cell_as_data(cell) for cell in placed if cell is not None]
        long = any(length_of(cell) >= LONG_CELL for cell in cells)
        group = len(placed) == 1 and len(table.columns) > 1
        rows.append({"cells": cells, "bold": row.bold or group, "group": group, "long": long})
    return rows


def cell_as_data(cell: str | Cell) -> dict[str, Any]:
    lines, down = (cell.lines, cell.down) if isinstance(cell, Cell) else ((plain(cell),), 1)
    return {"lines": [[asdict(run) for run in runs] for runs in lines], "down": down}


def length_of(cell: dict[str, Any]) -> int:
    return sum(len(run["text"]) for runs in cell["lines"] for run in runs)


def appendix_as_data(appendix: Appendix) -> dict[str, Any]:
    return {
        "heading": appendix.heading,
        "title": appendix.title.upper(),
        "landscape": appendix.landscape,
        "blocks": blocks_as_data(appendix.blocks),
    }
