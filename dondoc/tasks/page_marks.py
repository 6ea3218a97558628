"""The pictures of a document's pages, with the passages of its proposals marked on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dondoc.documents.models import DocumentPage
from dondoc.documents.pages import Row, doubtful
from dondoc.rules.line_boxes import Box, Word, line_boxes
from dondoc.tasks.source import Passage, Span, marks_of


@dataclass(frozen=True)
class PageMark:
    """What of one passage lies on one page: the lines, and in them who and when."""

    mark: str
    href: str
    number: int
    tone: str
    lines: list[Box]
    leads: list[Box]
    dues: list[Box]


@dataclass(frozen=True)
class MarkedPage:
    """One page: its number, the passages that lie on it, the words read without certainty."""

    number: int
    marks: list[PageMark]
    faint: list[Box]


def marked_pages(pages: Iterable[DocumentPage], passages: Sequence[Passage]) -> list[MarkedPage]:
    """Each page with its marks; proposals of one passage share its mark."""
    marks = marks_of(passages)
    own = [passage for passage in passages if marks[passage.key] == f"src-{passage.key}"]
    return [_marked(page, own) for page in pages]


def _marked(page: DocumentPage, passages: Sequence[Passage]) -> MarkedPage:
    words = [_word(row) for row in page.words]
    here = (p for p in passages if p.start < page.end and p.end > page.start)
    marks = (_mark(passage, words) for passage in here)
    faint = [box for row in doubtful(page.words) for box in line_boxes([_word(row)], *row[:2])]
    return MarkedPage(page.number, [mark for mark in marks if mark.lines], faint)


def _word(row: Row) -> Word:
    start, end, left, top, right, foot, confidence = row
    return Word(start, end, left, top, right, foot, confidence / 100)


def _mark(passage: Passage, words: Sequence[Word]) -> PageMark:
    def boxes(*spans: Span) -> list[Box]:
        return [box for span in spans for box in line_boxes(words, *span)]

    return PageMark(
        f"src-{passage.key}", f"#p{passage.key}", passage.number, passage.tone,
        boxes((passage.start, passage.end)), boxes(*passage.leads), boxes(*passage.dues),
    )  # fmt: skip


def faint_spans(pages: Iterable[DocumentPage]) -> list[Span]:
    """Where in the text the words stand that a scan was read without certainty."""
    return [(row[0], row[1]) for page in pages for row in doubtful(page.words)]
