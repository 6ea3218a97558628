"""May an uploaded file be kept, and which kind is it? Judged before any parser touches it."""

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from dondoc.documents.filenames import FileRefused, extension, safe_name
from dondoc.documents.image_guard import check_jpeg, check_png, check_tiff, check_webp
from dondoc.documents.office_guard import check_doc, check_docx, check_odt, check_xlsx
from dondoc.documents.pdf_guard import check_pdf
from dondoc.documents.plain_text import decoded

__all__ = ["MAX_BYTES", "FileRefused", "Kind", "inspect", "safe_name"]

MAX_BYTES = 25 * 1024 * 1024


class Kind(StrEnum):
    """The kinds of file that are kept."""

    TXT = "txt"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    TIFF = "tiff"
    DOC = "doc"
    ODT = "odt"


EXTENSIONS = {
    ".txt": Kind.TXT,
    ".docx": Kind.DOCX,
    ".pdf": Kind.PDF,
    ".xlsx": Kind.XLSX,
    ".png": Kind.PNG,
    ".jpg": Kind.JPEG,
    ".jpeg": Kind.JPEG,
    ".webp": Kind.WEBP,
    ".tif": Kind.TIFF,
    ".tiff": Kind.TIFF,
    ".doc": Kind.DOC,
    ".odt": Kind.ODT,
}
_CURES = {
    ".rtf": "Tệp .rtf không được nhận: hãy lưu lại thành .docx rồi tải lên.",
    ".xls": "Tệp .xls là định dạng cũ: hãy lưu lại thành .xlsx rồi tải lên.",
    ".csv": "Tệp .csv không được nhận: hãy mở bằng Excel và lưu lại thành .xlsx.",
    ".docm": "Tệp Word có macro không được nhận: hãy lưu lại thành .docx rồi tải lên.",
    ".dotm": "Tệp mẫu Word có macro không được nhận: hãy lưu lại thành .docx rồi tải lên.",
    ".xlsm": "Tệp Excel có macro không được nhận: hãy lưu lại thành .xlsx rồi tải lên.",
    ".heic": "Ảnh .heic không được nhận: hãy lưu lại thành .jpg rồi tải lên.",
    ".zip": "Tệp nén không được nhận: hãy giải nén và tải lên từng tệp.",
    ".rar": "Tệp nén không được nhận: hãy giải nén và tải lên từng tệp.",
}
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office 97-2003, and any Office file with password
_CHECKS: dict[Kind, Callable[[bytes], object]] = {
    Kind.TXT: decoded,
    Kind.DOCX: check_docx,
    Kind.PDF: check_pdf,
    Kind.XLSX: check_xlsx,
    Kind.PNG: check_png,
    Kind.JPEG: check_jpeg,
    Kind.WEBP: check_webp,
    Kind.TIFF: check_tiff,
    Kind.DOC: check_doc,
    Kind.ODT: check_odt,
}


def inspect(name: str, content: bytes | os.PathLike[str]) -> Kind:
    """The kind of a file that may be kept; raises FileRefused with a sentence for the person."""
    kind = _kind_by_name(name)
    data = content if isinstance(content, bytes) else _read(Path(content))
    if not data:
        raise FileRefused("Tệp rỗng (0 byte). Hãy chọn lại tệp có nội dung.")
    if len(data) > MAX_BYTES:
        raise FileRefused(
            f"Tệp lớn hơn {MAX_BYTES // 1024**2} MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp."
        )
    _check_beginning(kind, data)
    _CHECKS[kind](data)
    return kind


def _kind_by_name(name: str) -> Kind:
    suffix = extension(name)
    if suffix in EXTENSIONS:
        return EXTENSIONS[suffix]
    raise FileRefused(
        _CURES.get(
            suffix,
            "Loại tệp này không được nhận. Chỉ nhận: .docx, .doc, .odt, .pdf, .xlsx, .txt, "
            ".png, .jpg, .tif, .webp.",
        )
    )


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _check_beginning(kind: Kind, data: bytes) -> None:
    if kind in (Kind.DOCX, Kind.XLSX) and data.startswith(_COMPOUND):
        raise _compound_refused(kind, data)
    if not _BEGINNINGS[kind](data):
        raise FileRefused(
            f"Nội dung tệp không đúng với đuôi .{kind}. Hãy kiểm tra lại: có thể tệp đã bị "
            "đổi tên hoặc hỏng; hãy mở bằng chương trình gốc và lưu lại."
        )


_BEGINNINGS: dict[Kind, Callable[[bytes], bool]] = {
    Kind.TXT: lambda data: not data.startswith((b"%PDF-", b"PK\x03\x04", b"MZ", _COMPOUND)),
    Kind.DOCX: lambda data: data.startswith(b"PK\x03\x04"),
    Kind.PDF: lambda data: data[:64].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"),
    Kind.XLSX: lambda data: data.startswith(b"PK\x03\x04"),
    Kind.PNG: lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
    Kind.JPEG: lambda data: data.startswith(b"\xff\xd8\xff"),
    Kind.WEBP: lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP",
    Kind.TIFF: lambda data: data[:4] in (b"II*\x00", b"MM\x00*"),
    Kind.DOC: lambda data: data.startswith(_COMPOUND),
    Kind.ODT: lambda data: data.startswith(b"PK\x03\x04"),
}


def _compound_refused(kind: Kind, data: bytes) -> FileRefused:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileRefused("Đây là tệp có mật khẩu. Hãy bỏ mật khẩu rồi lưu và tải lên lại.")
    return FileRefused(
        f"Đây là tệp định dạng Office cũ được đổi tên. Hãy mở tệp và lưu lại thành .{kind}."
    )
