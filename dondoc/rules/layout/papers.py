"""A whole paper: its head, what stands above the signature, what follows it."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dondoc.rules.decree30 import SIGNED_ON, Kind, Urgency
from dondoc.rules.layout.blocks import Block, Dash, Numbered, Paragraph, closed, ended
from dondoc.rules.layout.printed import Printed, plain
from dondoc.rules.wording import (
    document_number,
    place_and_date,
    roman,
    vn_date,
    without_title_of_learning,
)

BLANK = "\u00a0" * 6  # what the clerk fills in by hand: a number, a day
_COMMITTEE = re.compile(r"^(Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\s+(?=\S)", re.I)


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
    """A document. Names of bodies are written "Ủy ban nhân dân …"; capitals come in print.

    Without a symbol it bears no number at all (a weekly schedule), without a place no place and
    date (minutes).
    """

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
    type_name: str = ""  # where practice says more than Appendix III: "Phiếu đôn đốc"
    landscape: bool = False
    second_signature: Signature | None = None  # on the left: the secretary under minutes, mẫu 1.8

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
        """ "Số: 05/BC-UBND"; room for the number until it is taken; empty without a symbol."""
        if not self.symbol:
            return ""
        if self.draft or self.number is None:
            return f"Số: {BLANK}/{self.symbol}"
        return f"Số: {document_number(self.number, self.symbol)}"

    @property
    def place_line(self) -> str:
        """ "Đà Nẵng, ngày 16 tháng 5 năm 2022"; a paper without a day leaves room for it."""
        if not self.place:
            return ""
        if self.day is None:
            return f"{self.place}, {_BLANK_DATE}"
        return place_and_date(self.place, self.day)

    @property
    def title(self) -> str:
        """ "BÁO CÁO"; empty for a công văn."""
        return (self.type_name or self.kind.type_name).upper()

    @property
    def spoken(self) -> str:
        """What running text calls it: "Báo cáo số 05/BC-UBND", "Lịch công tác tuần"."""
        name, number = self.type_name or self.kind.spoken, self.number_line.removeprefix("Số: ")
        return f"{name} số {number}" if number else name

    @property
    def letter_subject(self) -> str:
        """ "V/v …" under the number of a công văn; empty for documents with a type name."""
        return f"V/v {self.subject}" if self.subject and not self.title else ""

    @property
    def addressee_lines(self) -> tuple[str, ...]:
        """One addressee as he is; several "- …;" and for the last "- ….", box 9a.

        An invitation names them in its text.
        """
        if self.kind is Kind.INVITATION:
            return ()
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
        said = tuple(block for block in self.body if not isinstance(block, Appendix))
        main = (*self._invited, *said)
        if main and isinstance(main[-1], Paragraph | Numbered | Dash):
            return (*main[:-1], replace(main[-1], runs=closed(main[-1].runs)))
        return main

    @property
    def _invited(self) -> tuple[Block, ...]:
        """ "Ủy ban nhân dân … trân trọng kính mời: …", mẫu 1.7."""
        if self.kind is not Kind.INVITATION or not self.addressees:
            return ()
        inviter = " ".join(self.issuer.split())
        if inviter.casefold() == "văn phòng":  # the body it belongs to stands on the line above
            inviter = f"{inviter} {self.parent_agency}".strip()
        words = f"{inviter} trân trọng kính mời:"
        if len(self.addressees) == 1:
            return (Paragraph(plain(f"{words} {self.addressees[0].strip()}")),)
        return (Paragraph(plain(words)), *(Dash(plain(name)) for name in ended(self.addressees)))

    @property
    def appendices(self) -> tuple[Appendix, ...]:
        """What follows the signature."""
        return tuple(block for block in self.body if isinstance(block, Appendix))

    @property
    def attached_to(self) -> str:
        """The line under the title of every appendix that says what it belongs to."""
        day = vn_date(self.day) if self.day else _BLANK_DATE
        issuer = " ".join(self.issuer.split())
        return f"(Kèm theo {self.spoken} {day} của {issuer})"

    @property
    def file_day(self) -> date:
        """The day a file says it was made on: never the clock's, so it can be made again."""
        return self.day or SIGNED_ON

    @property
    def full_title(self) -> str:
        """For file properties: "Báo cáo số 05/BC-UBND: Tình hình …"."""
        return f"{self.spoken.replace(BLANK, '…')}: {self.subject}"


_BLANK_DATE = f"ngày {BLANK} tháng {BLANK} năm {BLANK}"


def letterhead_lines(name: str) -> tuple[str, ...]:
    """ "ỦY BAN NHÂN DÂN" over "THÀNH PHỐ ĐÀ NẴNG"; breaks given in the name are kept."""
    broken = name if "\n" in name else _COMMITTEE.sub(r"\1\n", name)
    return tuple(line.strip().upper() for line in broken.split("\n") if line.strip())
