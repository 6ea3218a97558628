"""Words of deadlines as scanners misread them or as some people spell them, put right.

Each misprint is as long as the word meant, so that offsets stay; numbers beside it make it sure.
"""

import re

# what must not stand before a word is looked up after it: that keeps the search fast
MISPRINTS = (
    (r"tr(?:ưó|uớ|ươ|uó|uo|ưở|ườ)c(?<!\w.{5})(?=\s+(?:ng|\d))", "trước"),
    (r"ng(?:áy|ay|ảy|ầy|àv)(?<!\w.{4})(?=\s+\d{1,2}\s{0,3}(?:[/.-]|th))", "ngày"),
    (r"th[ảaàâấã]ng(?<=\d\s.{5})(?=\s+\d)", "tháng"),
    (r"n[áaãâầà]m(?<=\d\s.{3})(?=\s+\d{4})", "năm"),
    (r"qu[ỷíỹy](?<!\w.{3})(?=\s+(?:iv|i{1,3}|[1-4])(?!\w))", "quý"),
    (r"qúy(?<!\w.{3})(?!\w)", "quý"),
    (r"h[ảãaầ]ng(?<!\w.{4})(?=\s+(?:ngày|tuần|tháng|quý|năm)(?!\w))", "hàng"),
    (r"khân(?<!\w.{4})(?=\s+trương)", "khẩn"),
)
_MEANT = [(re.compile(form), word) for form, word in MISPRINTS]


def mended(low: str) -> str:
    """The lower-case text of the same length with these words as they were meant."""
    for form, word in _MEANT:
        low = form.sub(word, low)
    return low
