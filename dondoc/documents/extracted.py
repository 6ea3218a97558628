"""What reading a file gives: its text, its pages, and where each word stands on them."""

from dataclasses import dataclass


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


def one_page(text: str, notes: tuple[str, ...] = ()) -> Extracted:
    """Text that knows no pages."""
    return Extracted(text, (Page(1, 0, len(text)),), notes)
