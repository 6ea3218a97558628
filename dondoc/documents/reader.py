"""What runs in the confined child: `python -m dondoc.documents.reader survey|read|picture …`."""

import sys
from pathlib import Path
from typing import Any

from dondoc.documents.confined import ExtractionFailed, serve_confined
from dondoc.documents.filenames import FileRefused
from dondoc.documents.guard import Kind

MAX_LETTERS = 5_000_000
_PICTURES = (Kind.PNG, Kind.JPEG, Kind.WEBP, Kind.TIFF)


def main(command: str, kind: str, path: str, *more: str) -> Any:
    """One question about one file."""
    if command == "survey":
        return _survey(Kind(kind), Path(path))
    if command == "picture":
        from dondoc.documents.page_pictures import as_png

        number, turn, width = more
        return as_png(Kind(kind), Path(path), int(number), float(turn), int(width))
    return _read(Kind(kind), Path(path))


def _survey(kind: Kind, path: Path) -> dict[str, int]:
    if kind == Kind.PDF:
        from dondoc.documents.pdf_text import survey_pdf

        return survey_pdf(path)
    if kind in _PICTURES:
        from dondoc.documents.page_pictures import count_pictures

        count = count_pictures(path)
        return {"pages": count, "scanned": count}
    return {"pages": 1, "scanned": 0}


def _read(kind: Kind, path: Path) -> dict[str, Any]:
    reader = {Kind.TXT: _read_txt, Kind.DOCX: _read_docx, Kind.PDF: _read_pdf}.get(kind)
    if reader is None:
        raise ExtractionFailed("Loại tệp này không có chữ để đọc. Hãy tải lên .docx, .pdf, .txt.")
    text, pages, notes = reader(path)
    if len(text) > MAX_LETTERS:
        raise ExtractionFailed("Văn bản quá dài. Hãy tách tệp, hoặc dán nội dung cần xử lý.")
    told = [
        {"number": n, "start": start, "end": end, "words": [], "scanned": False, "turn": 0.0}
        for n, (start, end) in enumerate(pages, 1)
    ]
    return {"text": text, "pages": told, "notes": notes}


_Read = tuple[str, list[tuple[int, int]], list[str]]


def _read_txt(path: Path) -> _Read:
    from dondoc.documents.plain_text import decoded

    try:
        text = decoded(path.read_bytes())
    except FileRefused as refusal:
        raise ExtractionFailed(str(refusal)) from refusal
    return text, [(0, len(text))], []


def _read_docx(path: Path) -> _Read:
    from dondoc.documents.docx_text import read_docx

    text, notes = read_docx(path)
    return text, [(0, len(text))], notes


def _read_pdf(path: Path) -> _Read:
    from dondoc.documents.pdf_text import read_pdf

    return read_pdf(path)


if __name__ == "__main__":
    serve_confined(lambda: main(*sys.argv[1:]))
