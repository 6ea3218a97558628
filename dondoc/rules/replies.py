"""What a person wrote in a reply, without the letter it answers and without his signature.

Known are the ways of Gmail, Outlook, Apple Mail, Thunderbird, Zimbra and Roundcube, in Vietnamese
and English. Where nothing is recognised, everything stays: too much is better than a lost word.
"""

import re
from unicodedata import normalize

ABOVE = "=== Xin viết câu trả lời phía trên dòng này ==="
"""Stands first in a letter that may be answered: below it nothing is the person's own."""

_WRAPPED = 3
"""Lines over which a mail program may break "Vào … đã viết:"."""
_HEAD = 6
"""Lines within which the head of an answered letter names its parts."""
_SIGNED = 10
"""Lines a signature may have after "Trân trọng"."""

_BEGINS = re.compile(r"^(Vào|Ngày|Lúc|On)\b", re.IGNORECASE)
_WROTE = re.compile(r"(đã viết|viết|wrote)\s*:$", re.IGNORECASE)
_DATED = re.compile(r"\d[:hg]\s?\d\d|@")  # an hour or an address: a sentence seldom has either
_SEPARATOR = re.compile(
    r"^(_{20,}|-{3,}\s*(Original Message|Forwarded message|Thư gốc|Tin nhắn gốc|"
    r"Thư đã chuyển tiếp|Thư được chuyển tiếp|Tin nhắn đã chuyển tiếp)\s*-{3,})$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\*?(Từ|Người gửi|From)\s*:", re.IGNORECASE)
_PART = re.compile(
    r"^\*?(Đã gửi|Gửi lúc|Ngày gửi|Ngày|Đến|Tới|Người nhận|Đồng gửi|Chủ đề|Tiêu đề|"
    r"Sent|Date|To|Cc|Subject)\s*:",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^--\s?$")
_SENT_FROM = re.compile(
    r"^(Đã gửi từ|Được gửi từ|Gửi từ|Sent from|Tải Outlook|Lấy Outlook|Get Outlook)\b.{0,80}$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(xin\s+)?(chân thành\s+|trân trọng|kính thư|thân ái|best regards|kind regards|regards)"
    r"\s*(cảm ơn|cám ơn|kính báo|kính chào)?[\s.,/!]*$",
    re.IGNORECASE,
)


def said_in(text: str) -> str:
    """The person's own words; nothing where he wrote none."""
    lines = [line.replace("\xa0", " ").rstrip() for line in _plain(text).splitlines()]
    own = _without_closing(_before_the_end(_without_quotes(lines)))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(own)).strip()


def _plain(text: str) -> str:
    return normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "")


def _without_quotes(lines: list[str]) -> list[str]:
    """Drops what is quoted with ">" and its heading; a heading over a letter not so marked ends it.

    Words below or between the quoted ones stay.
    """
    own: list[str] = []
    place = 0
    while place < len(lines):
        height = _height_of_heading(lines, place)
        if height and not _is_quoted(_next_words(lines, place + height)):
            break
        if height:
            place += height
            continue
        if not _is_quoted(lines[place]):
            own.append(lines[place])
        place += 1
    return own


def _height_of_heading(lines: list[str], place: int) -> int:
    """Over how many lines "Vào … đã viết:" goes that begins here; 0 where none does."""
    if not _BEGINS.match(lines[place].strip()):
        return 0
    for height in range(1, _WRAPPED + 1):
        joined = " ".join(line.strip() for line in lines[place : place + height])
        if _WROTE.search(joined) and _DATED.search(joined):
            return height
    return 0


def _next_words(lines: list[str], place: int) -> str:
    return next((line for line in lines[place:] if line.strip()), "")


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _before_the_end(lines: list[str]) -> list[str]:
    for place, line in enumerate(lines):
        if _ends(line.strip()) or _is_head(lines, place):
            return lines[:place]
    return lines


def _ends(line: str) -> bool:
    marks = (_SEPARATOR, _SIGNATURE, _SENT_FROM)
    return ABOVE in line or any(mark.match(line) for mark in marks)


def _is_head(lines: list[str], place: int) -> bool:
    """The block "Từ: … Đã gửi: … Chủ đề: …" with which some programs begin the old letter."""
    if not _FROM.match(lines[place].strip()):
        return False
    following = lines[place + 1 : place + _HEAD]
    return sum(bool(_PART.match(line.strip())) for line in following) > 1


def _without_closing(lines: list[str]) -> list[str]:
    """Without "Trân trọng" and the few lines of name, seat and telephone under it."""
    for place, line in enumerate(lines):
        below = [rest for rest in lines[place + 1 :] if rest.strip()]
        if _CLOSING.match(line.strip()) and len(below) <= _SIGNED and any(lines[:place]):
            return lines[:place]
    return lines
