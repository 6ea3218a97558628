"""What runs in the confined child: `python -m dondoc.documents.reader QUESTION …`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dondoc.documents.confined import MB, ExtractionFailed, Limits, serve_confined
from dondoc.documents.filenames import FileRefused
from dondoc.documents.guard import Kind

_Told = dict[str, Any]


def count_pages(path: str) -> int:
    """The pages of a PDF."""
    from dondoc.documents import pdf_text

    with pdf_text.opened(Path(path)) as document:
        return len(document)


def survey_pdf(path: str) -> _Told:
    """How many pages there are, and how many of them are pictures."""
    from dondoc.documents import pdf_text

    with pdf_text.opened(Path(path)) as document:
        scanned = sum(pdf_text.is_scan(document[at]) for at in range(len(document)))
        return {"pages": len(document), "scanned": scanned}


def count_pictures(path: str) -> int:
    """The pages of an image file."""
    from dondoc.documents.page_pictures import count_pictures as count

    return count(Path(path))


def read_txt(path: str) -> str:
    """Plain text, whatever its letters were written in."""
    from dondoc.documents.plain_text import decoded

    try:
        return decoded(Path(path).read_bytes())
    except FileRefused as refusal:
        raise ExtractionFailed(str(refusal)) from refusal


def read_docx(path: str) -> _Told:
    """Text and notes of a Word file."""
    from dondoc.documents.docx_text import read_docx as read

    text, notes = read(Path(path))
    return {"text": text, "notes": notes}


def read_pages(path: str, first: str, last: str) -> list[Any]:
    """The lines of PDF pages from their text layer; None for pages that must be recognised."""
    from dondoc.documents import pdf_text

    with pdf_text.opened(Path(path)) as document:
        return [pdf_text.page_lines(document[at]) for at in range(int(first) - 1, int(last))]


def recognise(kind: str, path: str, number: str) -> _Told:
    """The lines of one page by recognition."""
    from dondoc.documents.page_recognition import recognised_page

    return recognised_page(Kind(kind), Path(path), int(number))


def picture(kind: str, path: str, number: str, turn: str, width: str) -> str:
    """One page as PNG in base64."""
    from dondoc.documents.page_pictures import as_png

    return as_png(Kind(kind), Path(path), int(number), float(turn), int(width))


def convert(kind: str, path: str, folder: str) -> None:
    """An older Word or an OpenDocument file as result.docx in the folder, by LibreOffice."""
    from dondoc.documents.office_conversion import converted

    converted(Kind(kind), Path(path), Path(folder))


_USUAL = Limits()
_PATIENT = Limits(cpu=40)  # recognising one page, looking over a thousand
_CONVERSION = Limits(memory=4096 * MB, cpu=60, written=100 * MB)
_QUESTIONS: dict[str, tuple[Callable[..., Any], Limits]] = {
    "count_pages": (count_pages, _USUAL),
    "count_pictures": (count_pictures, _USUAL),
    "survey_pdf": (survey_pdf, _PATIENT),
    "read_txt": (read_txt, _USUAL),
    "read_docx": (read_docx, _USUAL),
    "read_pages": (read_pages, _USUAL),
    "recognise": (recognise, _PATIENT),
    "picture": (picture, _USUAL),
    "convert": (convert, _CONVERSION),
}

if __name__ == "__main__":
    _answer, _limits = _QUESTIONS[sys.argv[1]]
    serve_confined(lambda: _answer(*sys.argv[2:]), _limits)
