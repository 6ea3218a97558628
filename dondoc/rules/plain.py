"""Printed text without its marks of type, and the way back to the offsets of the original."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

MARKS = re.compile(r"\*+|[\r\u200b\ufeff\u00ad]+|(?:[^\W\d_][\u0300-\u036f]+)")
# “uỷ”, “hoà” as “ủy”, “hòa”: the tone on the first vowel of an open syllable, as rules are written
TONES = {
    printed: first + second
    for vowels, marked in {"oa": "òaóaỏaõaọa", "oe": "òeóeỏeõeọe", "uy": "ùyúyủyũyụy"}.items()
    for tone, first, second in zip(range(5), marked[::2], marked[1::2], strict=True)
    for printed in (unicodedata.normalize("NFC", vowels + "\u0300\u0301\u0309\u0303\u0323"[tone]),)
}
TONES |= {printed.title(): as_ruled.title() for printed, as_ruled in TONES.items()} | {
    printed.upper(): as_ruled.upper() for printed, as_ruled in TONES.items()
}
TONE = re.compile(rf"(?<![qQ])(?:{'|'.join(TONES)})(?![^\W\d_])")
BULLET = re.compile(r"(?:^|\n)[ \t]*\Z")


@dataclass(frozen=True)
class Plain:
    """Text as a reader sees it: no `**`, letters composed, one spelling of tones; `source` gives
    original offsets.
    """

    text: str
    lower: str
    starts: tuple[int, ...]  # where each piece begins in `text`
    shifts: tuple[int, ...]  # how much further it begins in the original
    widths: dict[int, int]  # letters that were composed: offset → characters in the original

    def source(self, at: int) -> int:
        """Offset in the original of the character at this offset of the plain text."""
        return at + self.shifts[bisect_right(self.starts, at) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a span, which ends right after its last character."""
        last = max(start, end - 1)
        width = self.widths.get(last, 1) if end > start else 0
        return self.source(start), self.source(last) + width


def plain(original: str) -> Plain:
    """Takes away bold marks and invisible letters and composes Vietnamese letters (NFC)."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    widths: dict[int, int] = {}
    done = size = 0
    for mark in MARKS.finditer(original):
        seen = _seen(original, mark)
        if seen == mark[0]:
            continue
        pieces += [original[done : mark.start()], seen]
        if seen:
            widths[size + mark.start() - done] = len(mark[0])
        size += mark.start() - done + len(seen)
        done = mark.end()
        starts.append(size)
        shifts.append(done - size)
    pieces.append(original[done:])
    text = TONE.sub(lambda m: TONES[m[0]], "".join(pieces))
    return Plain(text, lowered(text), tuple(starts), tuple(shifts), widths)


def lowered(text: str) -> str:
    """Lower case of the same length, whatever the letters."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(_lower(c) for c in text)


def flat(text: str) -> str:
    """One line, single blanks."""
    return " ".join(text.split())


def _seen(original: str, mark: re.Match[str]) -> str:
    if mark[0] == "*" and _is_bullet(original, mark):
        return "*"
    return unicodedata.normalize("NFC", mark[0]) if mark[0][0].isalpha() else ""


def _is_bullet(original: str, mark: re.Match[str]) -> bool:
    """“* Sáng: …” is an item; “*Sáng*” is a mark."""
    before = original[max(0, mark.start() - 9) : mark.start()]
    if original[mark.end() : mark.end() + 1] != " " or (mark.start() and not BULLET.search(before)):
        return False
    line = original[mark.end() : mark.end() + 400].split("\n", 1)[0]
    return bool(line.strip()) and "*" not in line


def _lower(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter
