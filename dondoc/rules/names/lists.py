"""Names printed as one list: “UBND các phường A, B và xã C”, “các Sở: Xây dựng, Tài chính”.

Commas and “và” also stand inside names (“Sở Văn hóa, Thể thao và Du lịch”), so a list is cut where
the pieces are known, the longest first.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.rules.names.abbreviations import canonical
from dondoc.rules.names.groups import is_group
from dondoc.rules.names.matching import Names
from dondoc.rules.names.readings import COMMITTEE

LONGEST = 10_000
LONGEST_HEAD = 120
MOST_NAMES = 400
MOST_PIECES = 4
"""Pieces of the longest name: “Nông nghiệp, Tài nguyên, Môi trường và Đất đai”."""
KINDS = ("sở", "phòng", "ban", "trung tâm", "chi cục", "đặc khu", "thị xã", "thị trấn", "quận",
         "huyện", "phường", "xã")  # fmt: skip
PLACES = KINDS[5:]
HEAD = re.compile(rf"^(?P<head>(?:.{{0,80}} )?các (?:{'|'.join(KINDS)})) (?P<items>.+)$", re.I)
KIND_WORD = re.compile(rf"\b(?:{'|'.join(map(canonical, KINDS))})\b")
KIND_PRINTED = re.compile(rf"(?:{'|'.join((*KINDS, 'UBND', 'Ủy ban'))})\b", re.I)
GROUP_BEGINS = re.compile(rf"\b(?:các|tất cả|toàn thể)\b|\b(?:{'|'.join(KINDS)})$", re.I)
BETWEEN = re.compile(r" ?[,;] ?(?:và )?| và ")


@dataclass(frozen=True)
class _Piece:
    """Where a piece of the list stands in the text."""

    start: int
    end: int


def spelled_out(printed: str, names: Names) -> tuple[str, ...]:
    """The names of a list, each in full; nothing where the print is no list of known bodies."""
    if len(printed) > LONGEST:
        return ()
    head, items = _head(" ".join(unicodedata.normalize("NFC", printed).split()).strip(" .;,"))
    pieces = _pieces(items)
    if (not head and len(pieces) < 2) or len(pieces) > MOST_NAMES:
        return ()
    first = items[pieces[0].start : pieces[0].end]
    openings = _openings(head) if head else _openings(_kind_of(first))
    found = list(_found(openings, items, pieces, names))
    known = [bool(is_group(name)) or names.knows(name) for name in found]
    enough = any(known) if head else all(known) and len(found) > 1
    return tuple(found) if enough else ()


def _head(text: str) -> tuple[str, str]:
    """What stands before the names, and the names."""
    before, colon, after = text.partition(":")
    if colon and after.strip() and len(before) <= LONGEST_HEAD:
        return before.strip(), after.strip()
    found = HEAD.match(text)
    return (found["head"], found["items"]) if found else ("", text)


def _kind_of(first: str) -> str:
    """The kind that the first name of a list lends the others: “Sở Xây dựng, Tài chính”."""
    found = KIND_WORD.match(canonical(first).removeprefix(f"{COMMITTEE} "))
    return found[0] if found else ""


def _openings(head: str) -> tuple[str, ...]:
    """How each name may begin: “UBND các xã, phường” → “UBND xã ”, “UBND phường ”."""
    plain = set(KIND_WORD.findall(canonical(head).replace(COMMITTEE, "")))
    kinds = [kind for kind in KINDS if canonical(kind) in plain]
    return tuple(f"UBND {kind} " if kind in PLACES else f"{kind.capitalize()} " for kind in kinds)


def _pieces(items: str) -> list[_Piece]:
    edges = [0, *(edge for cut in BETWEEN.finditer(items) for edge in cut.span()), len(items)]
    spans = zip(edges[::2], edges[1::2], strict=True)
    return [_Piece(start, end) for start, end in spans if end > start]


def _found(
    openings: tuple[str, ...], items: str, pieces: list[_Piece], names: Names
) -> Iterator[str]:
    at = 0
    while at < len(pieces):
        name, taken = _longest(openings, items, pieces[at : at + MOST_PIECES], names)
        yield name
        at += taken


def _longest(
    openings: tuple[str, ...], items: str, pieces: list[_Piece], names: Names
) -> tuple[str, int]:
    """The longest known name that begins here, and its pieces; else the first piece alone."""
    first = items[pieces[0].start : pieces[0].end]
    begins = [opening + first for opening in (*openings, "")]
    goes_on = GROUP_BEGINS.search(first) or any(names.go_on_from(begin) for begin in begins)
    for taken in range(len(pieces) if goes_on else 1, 0, -1):
        phrase = items[pieces[0].start : pieces[taken - 1].end]
        for opening in (*openings, ""):
            if names.knows(opening + phrase):
                return opening + phrase, taken
        if is_group(phrase):
            return phrase, taken
    return (first if KIND_PRINTED.match(first) or not openings else begins[0]), 1
