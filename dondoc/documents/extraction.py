"""The words of a kept file and where they stand, read in confined children (`reader.py`)."""

import base64
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dondoc.documents.confined import ExtractionFailed, NeedsOcr, run_confined
from dondoc.documents.guard import Kind

__all__ = [
    "Extracted",
    "ExtractionFailed",
    "NeedsOcr",
    "Page",
    "Survey",
    "Word",
    "extract_text",
    "page_picture",
    "survey",
]

READER = "dondoc.documents.reader"


@dataclass(frozen=True)
class Word:
    """A printed word: offsets into the text, and its place as fractions of the page picture."""

    start: int
    end: int
    box: tuple[float, float, float, float]  # left, top, right, bottom
    confidence: int  # 0..100; 100 for a text layer


@dataclass(frozen=True)
class Page:
    """One page: where its text stands, its words, and how its picture was turned upright."""

    number: int  # from 1
    start: int
    end: int
    words: tuple[Word, ...] = ()  # none in .txt and .docx
    scanned: bool = False
    turn: float = 0.0  # degrees, counter-clockwise


@dataclass(frozen=True)
class Extracted:
    """Text in NFC, its pages, and what the reader should know."""

    text: str
    pages: tuple[Page, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Survey:
    """How long a file is, and how many of its pages are pictures that take seconds each."""

    pages: int
    scanned: int

    @property
    def is_scan(self) -> bool:
        """Whether reading it takes recognition, better done in the background."""
        return self.scanned > 0


def survey(kind: Kind, path: str | os.PathLike[str]) -> Survey:
    """A quick look before reading: raises ExtractionFailed where there is nothing to read."""
    found = run_confined(READER, "survey", kind.value, _whole(path))
    return Survey(found["pages"], found["scanned"])


def extract_text(
    kind: Kind,
    path: str | os.PathLike[str],
    told: Callable[[int, int], None] | None = None,
) -> Extracted:
    """The words of a file the guard let in; `told` hears (pages done, pages in all).

    Raises ExtractionFailed, or NeedsOcr for a scan where no recognition is installed.
    """
    read = run_confined(READER, "read", kind.value, _whole(path))
    if told:
        told(1, 1)
    return Extracted(read["text"], tuple(_page(p) for p in read["pages"]), tuple(read["notes"]))


def _page(read: dict[str, Any]) -> Page:
    words = tuple(Word(start, end, tuple(box), sure) for start, end, box, sure in read["words"])
    return Page(read["number"], read["start"], read["end"], words, read["scanned"], read["turn"])


def page_picture(
    kind: Kind, path: str | os.PathLike[str], number: int, turn: float = 0.0, width: int = 1240
) -> bytes:
    """A page as PNG, turned as it was for reading so that the words' boxes lie on it."""
    drawn = run_confined(
        READER, "picture", kind.value, _whole(path), str(number), str(turn), str(width)
    )
    return base64.b64decode(drawn)


def _whole(path: str | os.PathLike[str]) -> str:
    return str(Path(path).resolve())
