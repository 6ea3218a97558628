"""The archive inside a .docx or .xlsx: no bomb, no lie, no path out, looked at piece by piece."""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

from dondoc.documents.filenames import FileRefused

MAX_ENTRIES = 3000
MAX_DIRECTORY = 600_000  # bytes of the archive's table of contents
MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 100  # asked only above FREE_RATIO: small files of repeated text pack very well
FREE_RATIO = 15 * 1024 * 1024
_CHUNK = 64 * 1024


def checked_entries(content: bytes) -> list[zipfile.ZipInfo]:
    """The parts of a sound archive; refuses bombs, locked and broken ones by what they declare."""
    _check_directory_size(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as broken:
        raise damaged() from broken
    _check_names(entries)
    _check_sizes(entries, len(content))
    _check_overlap(entries, content)
    return entries


def _check_directory_size(content: bytes) -> None:
    """The end record must end the file, so that every reader sees the same archive."""
    record = content[-22:]
    if len(record) < 22 or record[:4] != b"PK\x05\x06" or content[-42:-38] == b"PK\x06\x07":
        raise damaged()
    count, size, offset, comment = struct.unpack("<HIIH", record[10:22])
    if count > MAX_ENTRIES or size > MAX_DIRECTORY:
        raise bomb()
    if comment or offset + size != len(content) - 22:
        raise damaged()


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.orig_filename.casefold() for entry in entries]
    if len(set(names)) != len(names):
        raise damaged()
    for entry in entries:
        name = entry.orig_filename
        climbs = ".." in name.split("/") or name.startswith("/")
        if climbs or re.search(r"[\x00-\x1f\\:]", name) or stat.S_ISLNK(entry.external_attr >> 16):
            raise FileRefused(
                "Tệp có đường dẫn bất thường bên trong nên không được nhận. "
                "Hãy mở tệp bằng Word/Excel và lưu lại."
            )


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise FileRefused("Đây là tệp có mật khẩu. Hãy bỏ mật khẩu rồi lưu và tải lên lại.")
    if any(e.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for e in entries):
        raise damaged()
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or (unpacked > FREE_RATIO and unpacked > MAX_RATIO * packed):
        raise bomb()


def _check_overlap(entries: list[zipfile.ZipInfo], content: bytes) -> None:
    """Parts that share bytes are how a small archive holds a giant."""
    in_order = sorted(entries, key=lambda entry: entry.header_offset)
    for entry, following in pairwise(in_order):
        if _data_start(entry, content) + entry.compress_size > following.header_offset:
            raise bomb()


def unpacked(entry: zipfile.ZipInfo, content: bytes) -> Iterator[bytes]:
    """The part in small pieces; a part that is not as long as it says is refused."""
    start = _data_start(entry, content)
    packed = memoryview(content)[start : start + entry.compress_size]
    if len(packed) != entry.compress_size:
        raise damaged()
    length, checksum = 0, 0
    for chunk in _pieces(packed) if entry.compress_type == zipfile.ZIP_STORED else _inflate(packed):
        length += len(chunk)
        if length > entry.file_size:
            raise bomb()
        checksum = zlib.crc32(chunk, checksum)
        yield chunk
    if length != entry.file_size or checksum != entry.CRC:
        raise damaged()


def _data_start(entry: zipfile.ZipInfo, content: bytes) -> int:
    header = content[entry.header_offset : entry.header_offset + 30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise damaged()
    flags, method = struct.unpack("<HH", header[6:10])
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    name = content[entry.header_offset + 30 : entry.header_offset + 30 + name_length]
    told = entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437", "replace")
    if flags & 0x1 or method != entry.compress_type or name != told:
        raise damaged()
    return int(entry.header_offset + 30 + name_length + extra_length)


def _pieces(packed: memoryview) -> Iterator[bytes]:
    for at in range(0, len(packed), _CHUNK):
        yield bytes(packed[at : at + _CHUNK])


def _inflate(packed: memoryview) -> Iterator[bytes]:
    stream = zlib.decompressobj(-15)
    try:
        for piece in _pieces(packed):
            waiting = piece
            while waiting and not stream.eof:
                yield stream.decompress(waiting, _CHUNK)
                waiting = stream.unconsumed_tail
        yield stream.flush(_CHUNK)
    except zlib.error as broken:
        raise damaged() from broken
    if not stream.eof or stream.unused_data:
        raise damaged()


def damaged() -> FileRefused:
    """The refusal of a file that is not what Office writes."""
    return FileRefused(
        "Tệp bị hỏng hoặc không đúng cấu trúc Office. Hãy mở bằng Word/Excel, lưu lại rồi tải lên."
    )


def bomb() -> FileRefused:
    """The refusal of a file that would fill the machine."""
    return FileRefused(
        "Tệp bung ra quá lớn so với dung lượng nên không được nhận. "
        "Hãy sao chép nội dung sang tệp mới rồi lưu và tải lên."
    )
