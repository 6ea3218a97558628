"""Printed lists: “Kính gửi:” and “Nơi nhận:”, one name per entry."""

import re

from dondoc.rules.plain import flat

DASH = re.compile(r"[ \t|]*[-–•+~]\s*(?=\S)")
# to a full stop, a blank line, a cell, a dash, or the opening of the body
ONE = re.compile(
    r"[^|]*?(?=\.[ \t]*\n|\n[ \t]*\n|\||\n[ \t]*[-–]\s|\n[ \t]*(?:Thực\s+hiện|Căn\s+cứ|Triển\s+khai"
    r"|Xét|Theo|Ngày|Qua|Để|Trong|Hiện)\s|\Z)"
)
NOTHING = re.compile(r"[\s|:*]*")
LONGEST = 60  # lines
MORE = re.compile(r"[Cc]ác\s+(?:[Vv]ụ|[Cc]ục|PCN|phòng|chuyên\s+viên|đơn\s+vị)|Cổng\s|TGĐ\s")


def listed(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Entries of the list that begins here, and where it ends.

    “- Các sở;” one by one, or a single name on the line of the heading itself.
    """
    start = NOTHING.match(text, start).end()  # type: ignore[union-attr]
    if start < len(text) and not DASH.match(text, start):
        return _one(text, start)
    entries: list[str] = []
    at = start
    under_dash = False
    for count, line in enumerate(text[start:].splitlines(keepends=True)):
        words = line.strip(" \t\r\n|")
        if count > LONGEST or (entries and not _goes_on(words, line, entries[-1])):
            break
        at += len(line)
        if DASH.match(words) and not (entries and words[0] == "+" and under_dash):
            under_dash = words[0] != "+"
            entries.append(DASH.sub("", words, count=1))
        elif words and entries:
            entries[-1] += " " + words
    return tuple(filter(None, map(_entry, entries))), at


def _goes_on(words: str, line: str, last: str) -> bool:
    """A dash is a new entry; other words belong to an entry that has not ended."""
    if DASH.match(words):
        return True
    if not words:
        return "|" not in line or last[-1:] == ":"
    if last[-1:] == ";" and MORE.match(words):  # “VPCP: BTCN, các PCN; / Các Vụ: TH, KTTH;”
        return True
    return last[-1:] not in ".;" and not words.isupper()


def _one(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """A single addressee may run over lines up to a blank one; “;” parts several."""
    found = ONE.match(text, start)
    block = found[0] if found else ""
    return tuple(filter(None, map(_entry, re.split(r";\s", block)))), start + len(block)


def _entry(words: str) -> str:
    words = flat(words)
    if words.startswith("Lưu"):
        words = words.split(". ", 1)[0]
    return words.strip(" :").rstrip(" .;,/")
