"""The words of a kept file and where they stand, read in confined children (`reader.py`)."""

import base64
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from dondoc.documents.confined import ExtractionFailed, NeedsOcr
from dondoc.documents.extracted import Extracted, Page, Survey, Word, one_page
from dondoc.documents.guard import Kind
from dondoc.documents.office_conversion import RESULT
from dondoc.documents.paged_reading import PICTURES, asked, read_paged, surveyed

__all__ = [  # noqa: RUF022
    "Extracted", "Page", "Survey", "Word", "ExtractionFailed", "NeedsOcr",
    "extract_text", "page_picture", "survey",
]  # fmt: skip

CONVERSION_WALL_SECONDS = 120
MAX_LETTERS = 5_000_000
_PAGED = {Kind.PDF, *PICTURES}


def survey(kind: Kind, path: str | os.PathLike[str]) -> Survey:
    """A quick look before reading: raises ExtractionFailed where there is nothing to read."""
    if kind not in _PAGED:
        return Survey(1, 0)
    return Survey(*surveyed(kind, _whole(path)))


def extract_text(
    kind: Kind,
    path: str | os.PathLike[str],
    told: Callable[[int, int], None] | None = None,
) -> Extracted:
    """The words of a file the guard let in; `told` hears (pages done, pages in all).

    Raises ExtractionFailed, or NeedsOcr for a scan where no recognition is installed.
    """
    read = _extracted(kind, _whole(path), told or (lambda done, of: None))
    if len(read.text) > MAX_LETTERS:
        raise ExtractionFailed("Văn bản quá dài. Hãy tách tệp, hoặc dán nội dung cần xử lý.")
    return read


def _extracted(kind: Kind, path: str, told: Callable[[int, int], None]) -> Extracted:
    if kind in _PAGED:
        return read_paged(kind, path, told)
    if kind == Kind.TXT:
        return one_page(asked("read_txt", path))
    if kind == Kind.DOCX:
        found = asked("read_docx", path)
        return one_page(found["text"], tuple(found["notes"]))
    if kind in (Kind.DOC, Kind.ODT):
        with tempfile.TemporaryDirectory(prefix="dondoc-") as folder:
            asked("convert", kind.value, path, folder, wall=CONVERSION_WALL_SECONDS)
            return _extracted(Kind.DOCX, str(Path(folder, RESULT)), told)
    raise ExtractionFailed("Loại tệp này không có chữ để đọc. Hãy tải lên .docx, .pdf, .txt, ảnh.")


def page_picture(
    kind: Kind, path: str | os.PathLike[str], number: int, turn: float = 0.0, width: int = 1240
) -> bytes:
    """A page as PNG, turned as it was for reading so that the words' boxes lie on it."""
    drawn = asked("picture", kind.value, _whole(path), str(number), str(turn), str(width))
    return base64.b64decode(drawn)


def _whole(path: str | os.PathLike[str]) -> str:
    return str(Path(path).resolve())
