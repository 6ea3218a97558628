"""The bottom of a directive: recipients and signature, whichever column came first."""

import re
from dataclasses import dataclass

from dondoc.rules.directive.lists import listed
from dondoc.rules.directive.parts import Signer
from dondoc.rules.plain import flat

TO_WHOM = re.compile(r"(?:^|\n)[ \t|_]*N[ơo]i\s+nh[ậâa]n[ _]*:?", re.IGNORECASE)
END_MARK = re.compile(r"\.\s?/\.")
FOOTNOTE = re.compile(r"\n[ \t]*\[1\]\s")
# “KẾ HOẠCH … (Ban hành kèm theo Quyết định số …)”, after the signature of the decision
ATTACHED = re.compile(r"\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo[^()]{0,300}\)")
APPENDIX = re.compile(r"PHỤ\s+LỤC|Phụ\s+lục")
COLUMN_GAP = re.compile(r"\t+| {3,}")
AUTHORITY = re.compile(r"(?:TM|T/M|K/T|T/L|KT|TL|TUQ|Q)\s?\.\s?")
TITLE = re.compile(
    r"(?:PHÓ |QUYỀN |Q\. ?)?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC"
    r"|CHÁNH|CHỦ NHIỆM|TRƯỞNG|CỤC TRƯỞNG"
    r"|VỤ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|BÍ THƯ|CHỈ HUY)"
)
DEPUTY = re.compile(r"PHÓ|THỨ|QUYỀN")
NAME_WORD = r"[A-ZĐÀ-ỸƠƯĂÂÊÔ][a-zđà-ỹơưăâêô]*"
NAME = re.compile(rf"{NAME_WORD}(?: {NAME_WORD}){{1,5}}$")
ONE_WORD = re.compile(rf"{NAME_WORD}$")
LISTED = re.compile(r"[\s|_-]*$|\s*(?:[-–•+]\s*\S|Nơi\s+nhận)|.*;\s*$", re.IGNORECASE)
INDENT = 12  # blanks before what stands in the right column
ZONE = 6000  # characters after the mark in which the signature stands


@dataclass(frozen=True)
class Ending:
    """Recipients and signer, where the body ends and where the signed part ends."""

    recipients: tuple[str, ...]
    signer: Signer | None
    body_end: int
    end: int


def read_ending(text: str, start: int) -> Ending:
    """Reads the bottom of the plain text, looking from `start` on."""
    mark = TO_WHOM.search(text, start)
    closing = END_MARK.search(text, start)
    note = FOOTNOTE.search(text, start)
    zone = mark.start() if mark else closing.end() if closing else len(text)
    recipients, listed_to = (
        listed(_left(text[mark.end() : mark.end() + ZONE]), 0) if mark else ((), 0)
    )
    signer, size = _signature(text[zone : zone + ZONE])
    if signer is None and mark and closing and closing.end() < zone:  # signature above the list
        signer, _ = _signature(text[closing.end() : zone])
        zone = closing.end() if signer else zone
    body_end = min(zone, note.start() if note else zone)
    return Ending(
        recipients, signer, body_end, max(zone + size, (mark.end() + listed_to) if mark else zone)
    )


def attached(text: str, start: int) -> list[tuple[int, int]]:
    """The body of a plan issued with a decision; appendices hold tables and are read as such."""
    found = ATTACHED.search(text, start)
    if not found or APPENDIX.search(text, max(start, found.start() - 400), found.start()):
        return []
    closing = END_MARK.search(text, found.end())
    return [(found.end(), closing.end() if closing else len(text))]


def _left(block: str) -> str:
    """The left column where a signature was printed beside the list."""
    return "\n".join(_cut(line) for line in block.split("\n"))


def _cut(line: str) -> str:
    body = line.lstrip()
    if len(line) - len(body) > INDENT and _is_signature(body):
        return ""
    parts = COLUMN_GAP.split(body, maxsplit=1)
    right = parts[1].strip() if len(parts) > 1 else ""
    return parts[0] if right and _is_signature(right) else line


def _is_signature(words: str) -> bool:
    return words.isupper() or bool(NAME.match(flat(words)))


def _cells(zone: str) -> list[tuple[str, int]]:
    cells = []
    at = 0
    for line in zone.split("\n"):
        at += len(line) + 1
        cells += [
            (flat(cell), at)
            for cell in COLUMN_GAP.split(line.strip(" |"))
            if not LISTED.match(cell)
        ]
    return cells


def _signature(zone: str) -> tuple[Signer | None, int]:
    """Lines in capitals that hold an authority or a title, then a name within a few lines."""
    cells = _cells(zone)
    for i, (cell, _) in enumerate(cells):
        if not _is_title(cell):
            continue
        block = _block(cells, i)
        name, at = _name(cells[i + len(block) :])
        if name:
            return _signer(block, name), at
    return None, 0


def _is_title(cell: str) -> bool:
    return bool(AUTHORITY.match(cell) or TITLE.match(cell)) and cell.upper() == cell


def _block(cells: list[tuple[str, int]], first: int) -> list[str]:
    lines = []
    for cell, _ in cells[first : first + 8]:
        if cell.upper() != cell or not any(c.isalpha() for c in cell):
            break
        lines.append(cell)
    return lines


def _name(cells: list[tuple[str, int]]) -> tuple[str | None, int]:
    for i, (cell, at) in enumerate(cells[:8]):
        if ONE_WORD.match(cell) and i + 1 < len(cells):  # “Bùi / Xuân Cường”
            cell, at = f"{cell} {cells[i + 1][0]}", cells[i + 1][1]
        if NAME.match(cell):
            return cell, at
    return None, 0


def _signer(block: list[str], name: str) -> Signer:
    """His own titles begin after the last “KT. …”; without one, the last line is his title."""
    by = max((i for i, line in enumerate(block) if AUTHORITY.match(line)), default=None)
    titles = [i for i, line in enumerate(block) if TITLE.match(line)] or [len(block) - 1]
    after = [i for i in titles if by is not None and i > by]
    deputy = (i for i in after if DEPUTY.match(block[i]))
    last = next(deputy, after[0] if after else titles[-1])
    return Signer(" ".join(block[:last]) or None, " ".join(block[last:]), name)
