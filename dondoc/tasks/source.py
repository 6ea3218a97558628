"""The text a proposal came from, cut where something in it is to be seen: unit, deadline, doubt."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A stretch of text that looks one way."""

    text: str
    kind: str = ""
    """lead: the printed name of the unit; due: the words of the deadline; empty: neither."""
    faint: bool = False
    """Read from a scan without certainty."""


@dataclass(frozen=True)
class Segment:
    """A passage of the document: marked as the source of a proposal, or plain."""

    pieces: list[Piece]
    id: str = ""
    href: str = ""
    number: int = 0
    tone: str = ""


@dataclass(frozen=True)
class Passage:
    """Where one proposal stands in the text, and what in it says who and when."""

    key: int
    number: int
    tone: str
    start: int
    end: int
    leads: tuple[Span, ...] = ()
    dues: tuple[Span, ...] = ()


def spans_of(names: Iterable[str], text: str, start: int, end: int) -> tuple[Span, ...]:
    """Where the names stand between two places, whatever blanks the paper has in them."""
    found = (
        re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE).search(
            text, start, end
        )
        for name in names
        if name.strip()
    )
    return tuple(place.span() for place in found if place)


def pieces_of(
    text: str, place: Span, passage: Passage | None, faint: Sequence[Span]
) -> list[Piece]:
    """A stretch of the text cut wherever its look changes."""
    start, end = place
    kinds = [(*span, "lead") for span in passage.leads] if passage else []
    kinds += [(*span, "due") for span in passage.dues] if passage else []
    near = sorted(span for span in faint if span[0] < end and span[1] > start)
    looks = [*kinds, *((s, e, "faint") for s, e in near)]
    stops = sorted({start, end, *(at for s, e, _ in looks for at in (s, e) if start < at < end)})
    return [
        Piece(text[a:b], next((k for s, e, k in kinds if s <= a < e), ""), _holds(near, a))
        for a, b in pairwise(stops)
    ]


def _holds(spans: Sequence[Span], at: int) -> bool:
    """One of the spans, which are sorted and apart, holds the place."""
    last = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return last >= 0 and at < spans[last][1]


def segments_of(text: str, passages: Iterable[Passage], faint: Sequence[Span]) -> list[Segment]:
    """The whole text as marked and plain passages; proposals of one passage share its mark."""
    return [segment for segment in _segments(text, passages, faint) if segment.pieces]


def _segments(text: str, passages: Iterable[Passage], faint: Sequence[Span]) -> Iterator[Segment]:
    at = 0
    for passage in sorted(passages, key=lambda p: (p.start, p.number)):
        start, end = max(at, passage.start), min(passage.end, len(text))
        if start >= end:
            continue
        yield Segment(pieces_of(text, (at, start), None, faint))
        yield Segment(
            pieces_of(text, (start, end), passage, faint),
            f"src-{passage.key}", f"#p{passage.key}", passage.number, passage.tone,
        )  # fmt: skip
        at = end
    yield Segment(pieces_of(text, (at, len(text)), None, faint))


def marks_of(passages: Iterable[Passage]) -> dict[int, str]:
    """By key, the mark that shows each passage: its own, or that of the first that covers its
    beginning."""
    marks: dict[int, str] = {}
    covering: deque[Passage] = deque()
    for passage in sorted(passages, key=lambda p: (p.start, p.number)):
        covering.append(passage)
        while covering[0].end <= passage.start and len(covering) > 1:
            covering.popleft()
        marks[passage.key] = f"src-{covering[0].key}"
    return marks
