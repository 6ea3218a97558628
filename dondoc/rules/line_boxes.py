"""Where a passage lies on the picture of a page: the words of one line make one rectangle.

All lengths are fractions of the picture, so that they hold at any size it is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDE_GAP = 4
"""Heights of a line: a wider gap lies between two columns or cells."""
MARGIN = 0.15
"""Heights of a line by which a rectangle stands off its words."""


@dataclass(frozen=True)
class Word:
    """A printed word: its place in the text, on the page, and how surely it was read (0..1)."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0

    @property
    def height(self) -> float:
        return self.y1 - self.y0


@dataclass(frozen=True)
class Box:
    """A rectangle on the picture."""

    x0: float
    y0: float
    x1: float
    y1: float


def line_boxes(words: Iterable[Word], start: int, end: int) -> list[Box]:
    """One rectangle for each line of the words between two places of the text."""
    inside = [word for word in words if word.start < end and word.end > start]
    return [_around(line) for line in _lines(inside)]


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in words:
        if line and not _goes_on(line[-1], word):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _goes_on(last: Word, word: Word) -> bool:
    """The word stands to the right of the last one, at its height and near it."""
    shared = min(last.y1, word.y1) - max(last.y0, word.y0)
    beside = shared >= min(last.height, word.height) / 2
    gap = word.x0 - last.x1
    return beside and -last.height <= gap <= WIDE_GAP * max(last.height, word.height)


def _around(line: Sequence[Word]) -> Box:
    top, foot = min(w.y0 for w in line), max(w.y1 for w in line)
    off = MARGIN * (foot - top)
    left, right = min(w.x0 for w in line), max(w.x1 for w in line)
    return Box(_held(left - off), _held(top - off), _held(right + off), _held(foot + off))


def _held(length: float) -> float:
    return round(min(1.0, max(0.0, length)), 4)
