"""Marks of a state secret: on the paper, on any paper of a bundle, and as a scanner blurs them.

Refusing one paper too many costs a few words typed by hand; keeping one secret breaks the law
(Luật Bảo vệ bí mật nhà nước 117/2025, Điều 5).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dondoc.rules.directive.letterhead import read_letterhead
from dondoc.rules.folding import fold
from dondoc.rules.plain import plain

MARKS = {"tuyet mat": "TUYỆT MẬT", "toi mat": "TỐI MẬT", "mat": "MẬT"}
MOTTO = ("doc lap", "hanh phuc")
"""Stands on the first page of every paper, and on none that only speaks of secrecy."""
TOP = 25
"""Lines of a first page among which a stamp may stand."""
NO_LETTER = re.compile(r"[^A-ZÀ-Ỹ ]+")


def secrecy_of(text: str, pages: Iterable[Mapping[str, Any]] = ()) -> str:
    """The mark the text bears at its top, or at the top of a paper further on; else nothing."""
    if mark := read_letterhead(plain(text).text).secrecy:
        return mark
    marks = (_mark_of_page(text[page["start"] : page["end"]], page["scanned"]) for page in pages)
    return next(filter(None, marks), "")


def _mark_of_page(text: str, scanned: bool) -> str:
    folded = fold(text)
    if not all(word in folded for word in MOTTO):
        return ""
    mark = read_letterhead(plain(text).text).secrecy or ""
    return mark or (_stamp(text) if scanned else "")


def _stamp(text: str) -> str:
    """A line of its own in capitals, framed by whatever the reader made of the stamp's border."""
    for line in text.splitlines()[:TOP]:
        words = " ".join(fold(NO_LETTER.sub(" ", line)).split())
        if words in MARKS and line.upper() == line:
            return MARKS[words]
    return ""
