"""The size of a picture read from its header, without decoding it."""

import struct

from dondoc.documents.filenames import FileRefused

MAX_PIXELS = 50_000_000
MAX_TIFF_PAGES = 300
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def check_png(content: bytes) -> None:
    """Refuses a PNG that is cut short or has more than 50 million pixels."""
    if content[12:16] != b"IHDR" or len(content) < 24 or b"IEND" not in content[-64:]:
        raise _damaged()
    _check_pixels(*struct.unpack(">II", content[16:24]))


def check_jpeg(content: bytes) -> None:
    """Refuses a JPEG that is cut short or has more than 50 million pixels."""
    if b"\xff\xd9" not in content[2:]:
        raise _damaged()
    try:
        _check_pixels(*_jpeg_size(content))
    except (IndexError, struct.error) as cut:
        raise _damaged() from cut


def check_webp(content: bytes) -> None:
    """Refuses a WebP that is cut short or has more than 50 million pixels."""
    (size,) = struct.unpack("<I", content[4:8])
    if len(content) < size + 8 or len(content) < 30:
        raise _damaged()
    _check_pixels(*_webp_size(content))


def check_tiff(content: bytes) -> None:
    """Refuses a TIFF whose pages are broken, endless or larger than 50 million pixels."""
    order = "<" if content[:2] == b"II" else ">"
    try:
        (at,) = struct.unpack_from(f"{order}I", content, 4)
        seen: set[int] = set()
        while at:
            if at in seen or len(seen) >= MAX_TIFF_PAGES:
                raise _damaged()
            seen.add(at)
            width, height, at = _tiff_page(content, at, order)
            _check_pixels(width, height)
    except struct.error as cut:
        raise _damaged() from cut
    if not seen:
        raise _damaged()


def _tiff_page(content: bytes, at: int, order: str) -> tuple[int, int, int]:
    """Width and height of a page and where the next one is told."""
    (count,) = struct.unpack_from(f"{order}H", content, at)
    sizes = {256: 0, 257: 0}
    for entry in range(count):
        tag, form = struct.unpack_from(f"{order}HH", content, at + 2 + 12 * entry)
        if tag in sizes:
            letter = "H" if form == 3 else "I"
            (sizes[tag],) = struct.unpack_from(f"{order}{letter}", content, at + 10 + 12 * entry)
    (following,) = struct.unpack_from(f"{order}I", content, at + 2 + 12 * count)
    return sizes[256], sizes[257], following


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while True:
        if content[at] != 0xFF:
            raise _damaged()
        marker = content[at + 1]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        if marker == 0xFF:  # fill byte before a marker
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))


def _webp_size(content: bytes) -> tuple[int, int]:
    form = content[12:16]
    if form == b"VP8X":
        return (
            1 + int.from_bytes(content[24:27], "little"),
            1 + int.from_bytes(content[27:30], "little"),
        )
    if form == b"VP8L" and content[20] == 0x2F:
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF)
    if form == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise _damaged()


def _check_pixels(width: int, height: int) -> None:
    if not width or not height:
        raise _damaged()
    if width * height > MAX_PIXELS:
        raise FileRefused(
            f"Ảnh quá lớn ({width} × {height} điểm ảnh). Hãy thu nhỏ ảnh xuống dưới "
            f"{MAX_PIXELS // 1_000_000} triệu điểm ảnh rồi tải lên lại."
        )


def _damaged() -> FileRefused:
    return FileRefused("Tệp ảnh bị hỏng hoặc thiếu dữ liệu. Hãy chụp hoặc xuất lại ảnh.")
