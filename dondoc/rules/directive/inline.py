"""Items that stand in one paragraph: “Bộ Công an: (1) xây dựng …; (2) trình …”."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dondoc.rules.directive.vocabulary import EVERYDAY, NAME_START, VERB
from dondoc.rules.plain import lowered

MARK = re.compile(r"(?<=[:;.,])\s+\((\d{1,2}|[ivx]{1,4})\)\s+(?=\S)")
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
SHORTEST = 40  # characters; shorter items are names or figures
MOSTLY = 0.75  # of the items begin as work does; verbs are not all known
LONGEST = 20_000  # characters of a paragraph that are looked at


def inline_items(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
    """Each item of work: its start, its end, where its words begin and its number; or none."""
    marks = _in_order(text, start, min(end, start + LONGEST))
    if len(marks) < 2 or text[marks[0].start() - 1] != ":":
        return
    places = [m.end() - len(m[0].lstrip()) for m in marks]
    items = [
        (a, len(text[a:b].rstrip()) + a, m.end(), m[1])
        for (a, b), m in zip(pairwise([*places, end]), marks, strict=True)
    ]
    work = sum(_is_work(text, words, stop) for _, stop, words, _ in items)
    if work >= MOSTLY * len(items):
        yield from items


def _in_order(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The marks that count from one on, in figures or in Roman ones, whichever begins."""
    found: list[re.Match[str]] = []
    for mark in MARK.finditer(text, start, end):
        wanted = (str(len(found) + 1), ROMANS[min(len(found), 9)])
        if mark[1] in wanted and (not found or mark[1].isdigit() == found[0][1].isdigit()):
            found.append(mark)
    return found


def _is_work(text: str, start: int, end: int) -> bool:
    """It begins with a verb or with the body that is to act."""
    low = lowered(text[start : min(end, start + 60)])
    acts = VERB.match(low) or EVERYDAY.match(low) or NAME_START.match(text, start)
    return end - start >= SHORTEST and bool(acts)
