"""Pages as they are kept: rows of words, moved when the text is corrected, shown in parts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dondoc.documents.extraction import Page
from dondoc.documents.guard import Kind
from dondoc.documents.offsets import Shift

UNSURE = 70
"""Below this confidence (of 100) a recognised word is shown as doubtful."""
PICTURED = (Kind.PDF, Kind.PNG, Kind.JPEG, Kind.WEBP, Kind.TIFF)
SIGNS = 4  # digits of a fraction: a fifth of a dot on a 1240-dot picture

Row = Sequence[Any]
"""`[start, end, left, top, right, bottom, confidence]`, as a page keeps a word."""


def kept_pages(kind: Kind, pages: Iterable[Page]) -> list[dict[str, Any]]:
    """The pages as a document keeps them; plain text and Word have no pictures, so no pages."""
    if kind not in PICTURED:
        return []
    return [
        {
            "number": page.number, "start": page.start, "end": page.end,
            "scanned": page.scanned, "turn": page.turn, "words": [_row(w) for w in page.words],
        }
        for page in pages
    ]  # fmt: skip


def _row(word: Any) -> list[Any]:
    box = [round(part, SIGNS) for part in word.box]
    return [word.start, word.end, *box, round(word.confidence)]


def moved(words: Iterable[Row], shift: Shift) -> list[list[Any]]:
    """The words that were not corrected, at their new places; a corrected one has no box."""
    return [
        [*now, *row[2:]] for row in words if (now := shift.unchanged(row[0], row[1])) is not None
    ]


@dataclass(frozen=True)
class Part:
    """A stretch of a page's text: sure, or one doubtful word and how sure the reader was of it."""

    text: str
    confidence: int | None = None


def parts_of(text: str, start: int, end: int, words: Iterable[Row]) -> list[Part]:
    """The page's text cut at its doubtful words."""
    parts, at = [], start
    for row in doubtful(words):
        if row[0] < at or row[1] > end:
            continue
        parts += [Part(text[at : row[0]]), Part(text[row[0] : row[1]], row[6])]
        at = row[1]
    return [part for part in (*parts, Part(text[at:end])) if part.text]


def doubtful(words: Iterable[Row]) -> list[Row]:
    """The words the reader was not sure of, in the order of the text."""
    return sorted((row for row in words if row[6] < UNSURE), key=lambda row: row[0])


def is_doubtful(text: str, printed: str, words: Iterable[Row]) -> bool:
    """Whether any word of this passage, as printed in the text, is doubtful."""
    tokens = [re.escape(token) for token in printed.split()]
    if not tokens:
        return False
    places = [found.span() for found in re.finditer(r"\s+".join(tokens), text, re.IGNORECASE)]
    return any(
        row[0] < end and start < row[1] for row in doubtful(words) for start, end in places[:5]
    )
