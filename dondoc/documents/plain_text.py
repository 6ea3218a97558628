"""Which letters the bytes of a .txt file stand for."""

import re
import unicodedata
from collections import Counter

from dondoc.documents.filenames import FileRefused

MAX_BYTES = 10 * 1024 * 1024  # a five-thousand-page document

_BOMS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|script|svg|\?xml|head|body|iframe)\b", re.IGNORECASE)
_VIETNAMESE = frozenset(
    unicodedata.normalize("NFC", base + mark + tone)
    for base, marks in {"aA": ("", "\u0306", "\u0302"), "eEoO": ("", "\u0302")}.items()
    for base in base
    for mark in marks
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
) | frozenset(
    unicodedata.normalize("NFC", base + tone)
    for base in "iIuUyYơƠưƯ"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)
_SIGNS = frozenset("đĐ–—‘’“”…•°²³§«»\u00a0€₫×±")


def decoded(content: bytes) -> str:
    """The text in NFC with plain line ends; refuses what is not UTF-8, UTF-16 or Windows-1258."""
    if len(content) > MAX_BYTES:
        raise FileRefused("Tệp .txt lớn hơn 10 MB. Hãy tách thành nhiều tệp rồi tải lên.")
    text = unicodedata.normalize("NFC", _read(content)).replace("\r\n", "\n").replace("\r", "\n")
    if _CONTROL.search(text):
        raise FileRefused(
            "Tệp .txt này không phải văn bản thuần. Hãy kiểm tra lại tệp, "
            "hoặc dán nội dung vào ô soạn thảo."
        )
    if _WEB_PAGE.match(text):
        raise FileRefused(
            "Tệp .txt này thật ra là trang web. Hãy sao chép phần chữ rồi dán vào ô soạn thảo."
        )
    return text


def _read(content: bytes) -> str:
    encoding = next((e for bom, e in _BOMS.items() if content.startswith(bom)), None)
    for candidate in (encoding,) if encoding else ("utf-8", _wide(content)):
        try:
            if candidate:
                return content.decode(candidate)
        except UnicodeError:
            continue
    return _read_windows_1258(content)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its spaces and line ends is zero."""
    if len(content) % 2 or content[:2000].count(0) < len(content[:2000]) // 5:
        return None
    return "utf-16-le" if content[1:2000:2].count(0) > content[0:2000:2].count(0) else "utf-16-be"


def _read_windows_1258(content: bytes) -> str:
    text = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    beyond_ascii = Counter(letter for letter in text if letter > "\x7f")
    known = sum(beyond_ascii[letter] for letter in _VIETNAMESE | _SIGNS)
    if known < 0.95 * beyond_ascii.total():
        raise FileRefused(
            "Không đọc được bảng mã của tệp .txt (có thể là TCVN3, VNI hoặc tệp nhị phân). "
            "Hãy mở tệp, lưu lại với bảng mã UTF-8 (Unicode) rồi tải lên."
        )
    return text
