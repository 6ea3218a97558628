"""What may be in a PDF, judged from its bytes before any reader opens it."""

import re
import zlib
from collections.abc import Iterator

from dondoc.documents.filenames import FileRefused

MAX_UNPACKED = 60 * 1024 * 1024  # bytes of compressed objects looked into
_ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")
_NAME_END = rb"(?=[\s/<>\[\](){}%]|$)"
_ENCRYPTED = re.compile(rb"/Encrypt(?=\s*<<|\s+\d+\s+\d+\s+R)")
_SCRIPT = re.compile(rb"/(?:JavaScript|Launch)" + _NAME_END)
_SHORT_SCRIPT = re.compile(rb"/JS" + _NAME_END)  # three letters: chance finds them in pictures
_ATTACHMENT = re.compile(rb"/(?:EmbeddedFiles?|FileAttachment|RichMedia)" + _NAME_END)
_OBJECTS = re.compile(rb"/ObjStm" + _NAME_END)
_PACKED = re.compile(rb"/Fl(?:ateDecode)?" + _NAME_END)
# honest writers pack objects with Flate alone; other ways of packing only hide them
_ODD_PACKING = re.compile(
    rb"/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt|Predictor)"
    + _NAME_END
)


def check_pdf(content: bytes) -> None:
    """Refuses a PDF that is cut short, locked, runs something or carries other files."""
    if b"%%EOF" not in content[-2048:]:
        raise FileRefused(
            "Tệp PDF bị thiếu phần cuối, có thể do tải về chưa xong. Hãy lấy lại tệp gốc."
        )
    whole = _with_plain_names(content)
    if _ENCRYPTED.search(whole):
        raise FileRefused(
            "Tệp PDF có mật khẩu hoặc bị khóa. Hãy bỏ mật khẩu rồi tải lên lại, "
            "hoặc xin bản không khóa."
        )
    _check_names(whole)
    for heading, _ in _streams(content):
        _check_script_names(_with_plain_names(heading))
    for objects in _unpacked_objects(content):
        plain = _with_plain_names(objects)
        _check_names(plain)
        _check_script_names(plain)


def _with_plain_names(content: bytes) -> bytes:
    """`/J#61vaScript` is `/JavaScript` to a reader, so it is to us."""
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), content)


def _check_names(content: bytes) -> None:
    if _SCRIPT.search(content):
        raise _runs_something()
    if _ATTACHMENT.search(content):
        raise FileRefused(
            "Tệp PDF có tệp khác đính kèm bên trong. Hãy tách các tệp ra và tải lên từng tệp."
        )


def _check_script_names(content: bytes) -> None:
    if _SHORT_SCRIPT.search(content):
        raise _runs_something()


def _runs_something() -> FileRefused:
    return FileRefused(
        "Tệp PDF có mã tự chạy (JavaScript hoặc lệnh mở chương trình). "
        "Hãy in lại ra PDF thường rồi tải lên."
    )


def _streams(content: bytes) -> Iterator[tuple[bytes, int]]:
    """What stands before each stream and where the stream's bytes begin; the rest comes last."""
    at, look = 0, 0
    while (found := content.find(b"stream", look)) >= 0:
        look = found + len(b"stream")
        if content[look : look + 1] not in (b"\r", b"\n"):
            continue
        end = content.find(b"endstream", look)
        if end < 0:
            break
        yield content[at:found], look + (2 if content[look : look + 2] == b"\r\n" else 1)
        at = look = end + len(b"endstream")
    yield content[at:], len(content)


def _unpacked_objects(content: bytes) -> Iterator[bytes]:
    """Objects hidden in compressed object streams, never more than the limit in all."""
    left = MAX_UNPACKED
    for raw_heading, start in _streams(content):
        heading = _with_plain_names(raw_heading)
        if not _OBJECTS.search(heading) or start == len(content):
            continue
        if _ODD_PACKING.search(heading):
            raise _strange()
        if not _PACKED.search(heading):  # not packed: already read with the whole
            continue
        unpacked = _inflated(memoryview(content)[start:], left)
        left -= len(unpacked)
        if left <= 0:
            raise FileRefused(
                "Tệp PDF bung ra quá lớn nên không được nhận. Hãy xuất lại tệp từ bản gốc."
            )
        yield unpacked


def _inflated(packed: memoryview, limit: int) -> bytes:
    """Up to the end the packing itself knows, wherever the file says the stream ends."""
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error as broken:
        raise _strange() from broken


def _strange() -> FileRefused:
    return FileRefused(
        "Tệp PDF bị hỏng hoặc có cấu trúc bất thường. Hãy in lại ra PDF thường rồi tải lên."
    )
