"""The numbers Word draws before paragraphs but does not store in them: 1., a), -."""

import re
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l",
    40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip
_OWN_BULLETS = frozenset("-+*–")


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    pattern: str


class Numbering:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, document: Document) -> None:
        self._lists = _lists(document)
        self._styles = _numbered_styles(document)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: Any) -> str:
        """The number or bullet Word draws before this paragraph; empty when there is none."""
        number, depth = self._place(paragraph)
        if number not in self._lists:
            return ""
        root, levels, restarts = self._lists[number]
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(root, {})
        if depth in restarts and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            counts.pop(depth, None)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _drawn(levels, counts, depth)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        styled = self._styles.get(style.get(qn("w:val")), ("", 0)) if style is not None else ("", 0)
        if own is None:
            return styled
        number, depth = _value(own, "w:numId"), _value(own, "w:ilvl")
        return number if number is not None else styled[0], _whole(depth, styled[1])


def _drawn(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.form == "bullet":
        return level.pattern if level.pattern in _OWN_BULLETS else "-"
    if level.form == "none":
        return ""

    def number(found: re.Match[str]) -> str:
        wanted = int(found[1]) - 1
        if wanted not in levels:
            return ""
        return _written(counts.get(wanted, levels[wanted].start), levels[wanted].form)

    return re.sub(r"%([1-9])", number, level.pattern).strip()


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN.items():
        written += sign * (count // value)
        count %= value
    return written


_List = tuple[str, dict[int, _Level], frozenset[int]]


def _lists(document: Document) -> dict[str, _List]:
    """numId → (the list it counts with, its levels, the levels it starts anew)."""
    try:
        part: Any = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        return {}
    root = part.element
    abstracts = {a.get(qn("w:abstractNumId")): a for a in root.findall(qn("w:abstractNum"))}
    linked = {_value(a, "w:styleLink"): a for a in abstracts.values()}
    lists: dict[str, _List] = {}
    for num in root.findall(qn("w:num")):
        name = _value(num, "w:abstractNumId") or ""
        if name not in abstracts:
            continue
        abstract = linked.get(_value(abstracts[name], "w:numStyleLink") or "", abstracts[name])
        levels = _levels(abstract)
        restarts = _apply_overrides(num, levels)
        lists[num.get(qn("w:numId"))] = (name, levels, frozenset(restarts))
    return lists


def _levels(parent: Any) -> dict[int, _Level]:
    return {
        _whole(level.get(qn("w:ilvl")), 0): _Level(
            _whole(_value(level, "w:start"), 1),
            _value(level, "w:numFmt") or "decimal",
            _value(level, "w:lvlText") or "",
        )
        for level in parent.findall(qn("w:lvl"))
    }


def _apply_overrides(num: Any, levels: dict[int, _Level]) -> set[int]:
    restarts = set()
    for override in num.findall(qn("w:lvlOverride")):
        levels.update(_levels(override))
        depth = _whole(override.get(qn("w:ilvl")), 0)
        start = _value(override, "w:startOverride")
        if start is not None and depth in levels:
            told = levels[depth]
            levels[depth] = _Level(_whole(start, 1), told.form, told.pattern)
            restarts.add(depth)
    return restarts


def _numbered_styles(document: Document) -> dict[str, tuple[str, int]]:
    styles = {s.get(qn("w:styleId")): s for s in document.styles.element.findall(qn("w:style"))}
    found: dict[str, tuple[str, int]] = {}
    for name in styles:
        current: str | None = name
        for _ in range(12):  # a chain of styles may be made to bite its tail
            style = styles.get(current)
            if style is None:
                break
            own = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if own is not None and _value(own, "w:numId"):
                found[name] = (_value(own, "w:numId") or "", _whole(_value(own, "w:ilvl"), 0))
                break
            current = _value(style, "w:basedOn")
    return found


def _value(parent: Any, tag: str) -> str | None:
    child = parent.find(qn(tag))
    told = child.get(qn("w:val")) if child is not None else None
    return str(told) if told is not None else None


def _whole(told: str | None, otherwise: int) -> int:
    return int(told) if told is not None and told.lstrip("-").isdigit() else otherwise
