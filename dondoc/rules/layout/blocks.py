"""What stands in the body of a paper, from the top: paragraphs, headings, tables, breaks."""

from dataclasses import dataclass, replace
from typing import ClassVar, TypeAlias

from dondoc.rules.layout.printed import Printed, Runs, plain
from dondoc.rules.layout.tables import Table


@dataclass(frozen=True)
class Paragraph(Printed):
    """Justified text with an indented first line."""

    shape: ClassVar = "paragraph"
    runs: Runs
    mark: ClassVar = ""


@dataclass(frozen=True)
class Numbered(Printed):
    """Khoản "1.", điểm "a)": the mark is printed as given."""

    shape: ClassVar = "paragraph"
    mark: str
    runs: Runs


@dataclass(frozen=True)
class Dash(Printed):
    """A line that begins with "- "."""

    shape: ClassVar = "paragraph"
    runs: Runs
    mark: ClassVar = "-"


@dataclass(frozen=True)
class Heading(Printed):
    """Level 1 "I. TÌNH HÌNH", 2 "1. Kết quả", 3 "a) …": bold, the number is part of the text."""

    shape: ClassVar = "heading"
    level: int
    text: str


@dataclass(frozen=True)
class LegalBasis(Printed):
    """Căn cứ ban hành, each on its own line in italics."""

    shape: ClassVar = "legal_basis"
    texts: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """ "…;" and for the last "…."."""
        return ended(self.texts)


@dataclass(frozen=True)
class PageBreak(Printed):
    """What follows begins on a new page."""

    shape: ClassVar = "page_break"


Block: TypeAlias = Paragraph | Numbered | Dash | Heading | LegalBasis | Table | PageBreak


def ended(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each text ended by ";" and the last by "."."""
    bare = [stripped for text in texts if (stripped := text.strip().rstrip(";.,").strip())]
    return tuple(f"{text};" for text in bare[:-1]) + tuple(f"{text}." for text in bare[-1:])


def prose(text: str) -> tuple[Block, ...]:
    """Each line a paragraph; a line that begins with a dash is a dash."""
    return tuple(_line(line) for line in map(str.strip, text.splitlines()) if line)


def _line(line: str) -> Block:
    if line.startswith(("- ", "– ", "+ ")):
        return Dash(plain(line[2:].strip()))
    return Paragraph(plain(line))


def closed(runs: Runs) -> Runs:
    """The last words of a document, ended by "./." as offices do."""
    if not runs or runs[-1].text.rstrip().endswith("./."):
        return runs
    last = runs[-1]
    return (*runs[:-1], replace(last, text=f"{last.text.rstrip().rstrip('.;')}./."))
