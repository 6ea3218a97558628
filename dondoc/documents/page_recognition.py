"""One scanned page: made straight, recognised, put in order. Runs only in the confined child."""

from pathlib import Path
from statistics import median
from typing import Any

from PIL import Image

from dondoc.documents import line_json, tesseract
from dondoc.documents.guard import Kind
from dondoc.documents.page_pictures import picture_for_recognition
from dondoc.documents.reading_order import Piece, in_order
from dondoc.documents.scan_picture import prepared

DOUBTFUL = 55  # of a hundred: a page that is sure of so little may stand on its head


def recognised_page(kind: Kind, path: Path, number: int) -> dict[str, Any]:
    """Its lines with places, and how the picture was turned."""
    tesseract.check_installed()
    page, turn = prepared(picture_for_recognition(kind, path, number))
    words = tesseract.recognised(page)
    if sureness(words) < DOUBTFUL:
        over = page.transpose(Image.Transpose.ROTATE_180)
        others = tesseract.recognised(over)
        if sureness(others) > sureness(words):
            words, turn = others, turn + 180
    lines = in_order(words)
    return {"lines": line_json.told(lines, *page.size), "turn": turn}


def sureness(words: list[Piece]) -> float:
    """The middle confidence of words of three letters and more."""
    sure = [word.confidence for word in words if sum(map(str.isalpha, word.text)) >= 3]
    return median(sure) if sure else 0.0
