"""The words of a kept file, read in a confined child: `python -m dondoc.documents.extraction`."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dondoc.documents.confined import (
    ExtractionFailed,
    NoTextLayer,
    run_confined,
    serve_confined,
)
from dondoc.documents.filenames import FileRefused
from dondoc.documents.guard import Kind

__all__ = ["Extracted", "ExtractionFailed", "NoTextLayer", "extract_text"]

MAX_LETTERS = 5_000_000


@dataclass(frozen=True)
class Extracted:
    """Text in NFC, where each page starts and ends in it, and what the reader should know."""

    text: str
    pages: tuple[tuple[int, int], ...]
    notes: tuple[str, ...] = ()


def extract_text(kind: Kind, path: str | os.PathLike[str]) -> Extracted:
    """The words of a file the guard let in; raises ExtractionFailed, NoTextLayer for a scan."""
    read = run_confined("dondoc.documents.extraction", kind.value, str(Path(path).resolve()))
    pages = tuple((start, end) for start, end in read["pages"])
    return Extracted(read["text"], pages, tuple(read["notes"]))


def _read(kind: str, path: Path) -> dict[str, Any]:
    reader = {Kind.TXT: _read_txt, Kind.DOCX: _read_docx, Kind.PDF: _read_pdf}.get(Kind(kind))
    if reader is None:
        raise ExtractionFailed("Loại tệp này không có chữ để đọc. Hãy tải lên .docx, .pdf, .txt.")
    text, pages, notes = reader(path)
    if len(text) > MAX_LETTERS:
        raise ExtractionFailed("Văn bản quá dài. Hãy tách tệp, hoặc dán nội dung cần xử lý.")
    return {"text": text, "pages": pages, "notes": notes}


_Read = tuple[str, list[tuple[int, int]], list[str]]


def _read_txt(path: Path) -> _Read:
    from dondoc.documents.plain_text import decoded

    try:
        text = decoded(path.read_bytes())
    except FileRefused as refusal:
        raise ExtractionFailed(str(refusal)) from refusal
    return text, [(0, len(text))], []


def _read_docx(path: Path) -> _Read:
    from dondoc.documents.docx_text import read_docx  # the web process never loads the parser

    text, notes = read_docx(path)
    return text, [(0, len(text))], notes


def _read_pdf(path: Path) -> _Read:
    from dondoc.documents.pdf_text import read_pdf

    return read_pdf(path)


if __name__ == "__main__":
    serve_confined(lambda: _read(sys.argv[1], Path(sys.argv[2])))
