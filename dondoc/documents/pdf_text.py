"""The text layer of a PDF. Runs only in the confined child."""

import re
import unicodedata
from pathlib import Path

import pypdfium2

from dondoc.documents.confined import ExtractionFailed, NeedsOcr

LETTERS_PER_PAGE = 20  # fewer on average: pictures of pages
_PAGE_NUMBER = re.compile(r"\s*(?:trang\s+)?[-–]?\s*\d{1,4}\s*(?:/\s*\d{1,4})?\s*[-–]?\s*", re.I)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\u200b\ufeff]")


def read_pdf(path: Path) -> tuple[str, list[tuple[int, int]], list[str]]:
    """Text of all pages, where each page stands in it, and notes on pages without letters."""
    pages = _page_texts(path)
    if not pages or sum(map(_letters, pages)) < LETTERS_PER_PAGE * len(pages):
        raise NeedsOcr(
            "Tệp PDF này là bản quét, chưa có lớp chữ. Phiên bản này chưa đọc được bản quét: "
            "hãy dán nội dung hoặc tải lên bản .docx/.pdf gốc."
        )
    places, at = [], 0
    for page in pages:
        places.append((at, at + len(page)))
        at += len(page) + 1
    blank = [str(number) for number, page in enumerate(pages, 1) if not _letters(page)]
    notes = [f"Trang không có lớp chữ, chưa đọc được: {', '.join(blank)}."] if blank else []
    return "\n".join(pages), places, notes


def survey_pdf(path: Path) -> dict[str, int]:
    """How many pages there are and how many of them have no letters."""
    pages = _page_texts(path)
    return {"pages": len(pages), "scanned": sum(not _letters(page) for page in pages)}


def _page_texts(path: Path) -> list[str]:
    try:
        with pypdfium2.PdfDocument(path) as document:
            return [_plain(page.get_textpage().get_text_bounded()) for page in document]
    except pypdfium2.PdfiumError as broken:
        raise ExtractionFailed(
            "Không mở được tệp PDF, có thể tệp bị hỏng. Hãy xuất lại tệp hoặc dán nội dung."
        ) from broken


def _plain(raw: str) -> str:
    joined = raw.replace("\r\n", "\n").replace("\r", "\n")
    joined = joined.replace("\ufffe", "-").replace("\x02", "-")  # pdfium's mark of a broken word
    lines = [line.rstrip() for line in _UNSEEN.sub("", joined).split("\n")]
    return unicodedata.normalize("NFC", "\n".join(_without_page_number(lines)))


def _without_page_number(lines: list[str]) -> list[str]:
    """Only at the edges of the page: a number alone in the middle may belong to a table."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    edges = {filled[0], filled[-1]} if filled else set()
    return [
        line for at, line in enumerate(lines) if not (at in edges and _PAGE_NUMBER.fullmatch(line))
    ]


def _letters(page: str) -> int:
    return sum(letter.isalpha() for letter in page)
