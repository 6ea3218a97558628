"""An official document as data: what stands where under Decree 30/2020, for any renderer.

Renderers only draw; words, punctuation and letter case are settled here.
"""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from dondoc.rules.decree30 import SIGNED_ON, Kind, Urgency
from dondoc.rules.wording import (
    document_number,
    place_and_date,
    printable,
    roman,
    vn_date,
    without_title_of_learning,
)

Align: TypeAlias = Literal["left", "center", "right"]
BLANK = "\u00a0" * 6  # what the clerk fills in by hand: a number, a day
_COMMITTEE = re.compile(r"^(Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\s+(?=\S)", re.I)


@dataclass(frozen=True)
class Printed:
    """Whatever is printed holds clean text from the start, so no renderer can choke on it."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, printable(value))
            elif isinstance(value, tuple) and any(isinstance(v, str) for v in value):
                clean = tuple(printable(v) if isinstance(v, str) else v for v in value)
                object.__setattr__(self, field.name, clean)


@dataclass(frozen=True)
class Run(Printed):
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Runs: TypeAlias = tuple[Run, ...]


def plain(text: str) -> Runs:
    """One upright run."""
    return (Run(text),)


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
class Row(Printed):
    """One cell for each column; a single cell runs across the whole table (a group's name)."""

    cells: tuple[str, ...]
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
        wrong = [row.cells for row in self.rows if len(row.cells) not in (1, len(self.columns))]
        if wrong:
            raise ValueError(f"Dòng không đủ {len(self.columns)} ô: {wrong[0]}")


@dataclass(frozen=True)
class PageBreak(Printed):
    """What follows begins on a new page."""

    shape: ClassVar = "page_break"


Block: TypeAlias = Paragraph | Numbered | Dash | Heading | LegalBasis | Table | PageBreak


@dataclass(frozen=True)
class Appendix(Printed):
    """Phụ lục on new pages with page numbers of its own; number None when it is the only one."""

    number: int | None
    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False

    @property
    def heading(self) -> str:
        """ "Phụ lục II"; Roman numerals when several (Appendix I, III.1)."""
        return "Phụ lục" if self.number is None else f"Phụ lục {roman(self.number)}"


@dataclass(frozen=True)
class Signature(Printed):
    """Boxes 7a–c: "KT. CHỦ TỊCH", the signer's own title, his name."""

    authority_lines: tuple[str, ...]
    title: str
    name: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Authority and title in capitals, from the top."""
        return tuple(line.upper() for line in (*self.authority_lines, self.title) if line)

    @property
    def printed_name(self) -> str:
        """The name without academic titles."""
        return without_title_of_learning(self.name)


@dataclass(frozen=True)
class Paper(Printed):
    """A document. Names of bodies are written "Ủy ban nhân dân …"; capitals come in print."""

    kind: Kind
    issuer: str
    symbol: str
    place: str
    subject: str
    signature: Signature
    body: tuple[Block | Appendix, ...]
    number: int | None = None
    day: date | None = None
    parent_agency: str = ""
    urgency: Urgency = Urgency.NONE
    circulation: str = ""  # box 11: LƯU HÀNH NỘI BỘ
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    drafter_mark: str = ""  # box 12: PL.(300)
    footer_note: str = ""  # box 13: address, telephone, web site
    draft: bool = False

    @property
    def parent_lines(self) -> tuple[str, ...]:
        """The parent body in capitals, broken where officials break it."""
        return letterhead_lines(self.parent_agency)

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The issuing body in capitals, broken where officials break it."""
        return letterhead_lines(self.issuer)

    @property
    def number_line(self) -> str:
        """ "Số: 05/BC-UBND"; a draft or an unnumbered paper leaves room for the number."""
        if self.draft or self.number is None:
            return f"Số: {BLANK}/{self.symbol}"
        return f"Số: {document_number(self.number, self.symbol)}"

    @property
    def place_line(self) -> str:
        """ "Đà Nẵng, ngày 16 tháng 5 năm 2022"; a paper without a day leaves room for it."""
        if self.day is None:
            return f"{self.place}, {_BLANK_DATE}"
        return place_and_date(self.place, self.day)

    @property
    def title(self) -> str:
        """ "BÁO CÁO"; empty for a công văn."""
        return self.kind.type_name.upper()

    @property
    def letter_subject(self) -> str:
        """ "V/v …" under the number of a công văn; empty for documents with a type name."""
        return f"V/v {self.subject}" if self.subject and not self.title else ""

    @property
    def salutation(self) -> str:
        """ "Kính gửi", on an invitation "Kính mời"."""
        return "Kính mời" if self.kind is Kind.INVITATION else "Kính gửi"

    @property
    def addressee_lines(self) -> tuple[str, ...]:
        """One addressee as he is; several "- …;" and for the last "- ….", box 9a."""
        if len(self.addressees) < 2:
            return tuple(name.strip() for name in self.addressees)
        return tuple(f"- {line}" for line in ended(self.addressees))

    @property
    def recipient_lines(self) -> tuple[str, ...]:
        """ "- Như trên;" … "- Lưu: VT, KSTT.", box 9b."""
        return tuple(f"- {line}" for line in ended(self.recipients))

    @property
    def stamps(self) -> tuple[str, ...]:
        """What stands in frames on the left: urgency, circulation."""
        return tuple(s for s in (self.urgency.stamp, self.circulation.upper()) if s)

    @property
    def main_blocks(self) -> tuple[Block, ...]:
        """What stands above the signature, ended by "./."."""
        main = tuple(block for block in self.body if not isinstance(block, Appendix))
        if main and isinstance(main[-1], Paragraph | Numbered | Dash):
            return (*main[:-1], replace(main[-1], runs=closed(main[-1].runs)))
        return main

    @property
    def appendices(self) -> tuple[Appendix, ...]:
        """What follows the signature."""
        return tuple(block for block in self.body if isinstance(block, Appendix))

    @property
    def attached_to(self) -> str:
        """The line under the title of every appendix that says what it belongs to."""
        day = vn_date(self.day) if self.day else _BLANK_DATE
        issuer = " ".join(self.issuer.split())
        number = self.number_line.removeprefix("Số: ")
        return f"(Kèm theo {self.kind.spoken} số {number} {day} của {issuer})"

    @property
    def file_day(self) -> date:
        """The day a file says it was made on: never the clock's, so it can be made again."""
        return self.day or SIGNED_ON

    @property
    def full_title(self) -> str:
        """For file properties: "Báo cáo số 05/BC-UBND: Tình hình …"."""
        number = self.number_line.removeprefix("Số: ").replace(BLANK, "…")
        return f"{self.kind.spoken} số {number}: {self.subject}"


_BLANK_DATE = f"ngày {BLANK} tháng {BLANK} năm {BLANK}"


def letterhead_lines(name: str) -> tuple[str, ...]:
    """ "ỦY BAN NHÂN DÂN" over "THÀNH PHỐ ĐÀ NẴNG"; breaks given in the name are kept."""
    broken = name if "\n" in name else _COMMITTEE.sub(r"\1\n", name)
    return tuple(line.strip().upper() for line in broken.split("\n") if line.strip())


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
