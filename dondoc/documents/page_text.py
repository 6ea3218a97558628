"""From the lines of all pages to one text, with the place of each word in it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.documents.reading_order import Line, Piece
from dondoc.documents.recognition_slips import STAMPED

COLUMN_GAP = "    "
UNSURE = 35  # of a hundred: below, a scrap of one or two letters is dirt
_PAGE_NUMBER = re.compile(r"\s*(?:trang\s+)?[-–]?\s*\d{1,4}\s*(?:/\s*\d{1,4})?\s*[-–]?\s*", re.I)
_RULE = re.compile(r"[\W_]*")
# stamped marks are never dirt, however faint: urgency, and above all secrecy
_MARKS = {"HOẢ", *(word for mark in STAMPED.values() for word in mark)}
_EDGE = 2  # lines at the top and at the foot of a page which may run through all pages
_OFTEN = 3  # pages on which the same line stands at the edge


@dataclass(frozen=True)
class Placed:
    """A word at its offsets in the text."""

    start: int
    end: int
    piece: Piece


@dataclass(frozen=True)
class Written:
    """The text of one page within the whole."""

    start: int
    end: int
    words: tuple[Placed, ...]


def written(pages: Sequence[list[Line]]) -> tuple[str, list[Written]]:
    """The text without page numbers, running heads and dirt, and where each page stands in it."""
    running = _running(pages)
    text, at, places = "", 0, []
    parts: list[str] = []
    for number, page in enumerate(pages):
        words: list[Placed] = []
        start = at
        for line in _kept(page, running):
            lead = "" if at == start else "\n\n" if line.apart else "\n"
            printed, found = _printed(line, at + len(lead))
            parts.append(lead + printed)
            words += found
            at += len(lead) + len(printed)
        places.append(Written(start, at, tuple(words)))
        if number + 1 < len(pages):
            parts.append("\n")
            at += 1
    text = "".join(parts)
    return text, places


def _kept(page: list[Line], running: set[str]) -> list[Line]:
    clean = [line for line in map(_without_dirt, page) if line.cells]
    while clean and _runs(clean[0], running):
        clean = clean[1:]
    while clean and _runs(clean[-1], running):
        clean = clean[:-1]
    return clean


def _runs(line: Line, running: set[str]) -> bool:
    """A page number, or a line that stands at the edge of page after page."""
    words = _said(line)
    return bool(_PAGE_NUMBER.fullmatch(words)) or _pattern(words) in running


def _running(pages: Sequence[list[Line]]) -> set[str]:
    counted: Counter[str] = Counter()
    for page in pages:
        edges = [*page[:_EDGE], *page[-_EDGE:]]
        counted.update({_pattern(_said(line)) for line in edges if not line.is_row})
    return {pattern for pattern, count in counted.items() if count >= _OFTEN and pattern.strip("#")}


def _said(line: Line) -> str:
    return " ".join(piece.text for piece in line.pieces)


def _pattern(words: str) -> str:
    return re.sub(r"\d+", "#", words.casefold())


def _without_dirt(line: Line) -> Line:
    """Scraps that recognition is not sure of go; so does a line of nothing else or a rule."""
    cells = [[piece for piece in cell if not _is_dirt(piece)] for cell in line.cells]
    if line.is_row:
        return Line(cells, line.apart, is_row=True)
    said = any(_is_sure(piece) for cell in cells for piece in cell)
    return Line([cell for cell in cells if cell] if said else [], line.apart)


def _is_sure(piece: Piece) -> bool:
    if piece.text.strip(".,:") in _MARKS:
        return True
    return piece.confidence >= UNSURE and not _RULE.fullmatch(piece.text)


def _is_dirt(piece: Piece) -> bool:
    letters = sum(sign.isalnum() for sign in piece.text)
    return piece.confidence < UNSURE and letters <= 2


def _printed(line: Line, at: int) -> tuple[str, list[Placed]]:
    """The line as text, and its words with their offsets; rows of tables between bars."""
    opening, parting, closing = ("| ", " | ", " |") if line.is_row else ("", COLUMN_GAP, "")
    words: list[Placed] = []
    text = opening
    for number, cell in enumerate(line.cells):
        text += parting if number else ""
        for i, piece in enumerate(cell):
            text += " " if i else ""
            start = at + len(text)
            text += piece.text
            words.append(Placed(start, start + len(piece.text), piece))
    return text + closing, words
