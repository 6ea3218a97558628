"""The text layer of a PDF, word by word, page by page. Runs only in the confined child."""

import ctypes
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from dondoc.documents import line_json
from dondoc.documents.confined import ExtractionFailed
from dondoc.documents.reading_order import Piece
from dondoc.documents.ruled_tables import REACH, Table, lines_and_rows, tables_of
from dondoc.documents.rulings import rulings

MOST_PAGES = 1000
MOST_WORDS = 8_000  # on one page
FEW_LETTERS = 20  # beside nothing but a picture: no text layer
STAMP_LETTERS = 400  # a digital signature prints so many over a scanned page
WHOLE_PAGE = 0.6  # of the page covered by one picture
FEW_PATHS = 6  # a table has more lines
DRAWN_DPI, DRAWN_PIXELS = 150, 6_000_000
ODD = 0.03  # share of signs that no Vietnamese text holds: the font tells lies
FINENESS = 20  # units of place in a point
STEADY = 10  # units within which letters stand on one line
APART, OVER = 0.09, 0.3  # of the letters' size: nearer is one word; further over, printed twice
_BREAK = {0xFFFE: "-", 0x02: "-"}  # pdfium's marks of a broken word
_COMMON = re.compile(r"[\s\w.,;:!?()\[\]{}<>/\\|'\"“”‘’«»–—‐‑…•·*+=%&@#$€₫°²³½¼×÷±§^~`_-]")
_VIETNAMESE = frozenset("ăâđêôơưĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")


class Run(NamedTuple):
    """Letters that pdfium gives together, the line they stand on, and their size."""

    piece: Piece
    base: int
    size: float


def opened(path: Path) -> Any:
    """The document; a broken or far too long one fails in words."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as broken:
        raise ExtractionFailed(
            "Không mở được tệp PDF, có thể tệp bị hỏng. Hãy xuất lại tệp hoặc dán nội dung."
        ) from broken
    if not len(document):
        raise ExtractionFailed("Tệp PDF không có trang nào. Hãy xuất lại tệp từ bản gốc.")
    if len(document) > MOST_PAGES:
        raise ExtractionFailed(
            f"Tệp PDF có {len(document)} trang, quá mức {MOST_PAGES} trang. "
            "Hãy tách lấy phần cần xử lý rồi tải lên."
        )
    return document


def is_scan(page: Any) -> bool:
    """Whether what there is to read on the page must be recognised."""
    return _is_picture(page, page.get_textpage().get_text_range())


def page_lines(page: Any) -> dict[str, Any] | None:
    """The lines of a page from its text layer; None when it must be recognised."""
    words = _words(page, page.get_textpage())
    if _is_picture(page, "".join(word.text for word in words)):
        return None
    lines = lines_and_rows(words, _tables(page))
    return {"lines": line_json.told(lines, *_size(page)), "turn": 0.0}


def _tables(page: Any) -> list[Table]:
    """Ruled tables, seen on the drawn page: there are too many ways to draw a line in a PDF."""
    paths = page.get_objects(max_depth=4, filter=[pdfium.FPDF_PAGEOBJ_PATH])
    if len(list(islice(paths, FEW_PATHS))) < FEW_PATHS:
        return []
    across, down = page.get_size()
    scale = min(DRAWN_DPI / 72, (DRAWN_PIXELS / (across * down)) ** 0.5)
    drawn = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    lines = rulings(drawn.convert("L"), scale * 72)
    tables = tables_of(*lines, reach=REACH * scale * 72 / 300)
    return [table.scaled(FINENESS / scale) for table in tables]


def _size(page: Any) -> tuple[int, int]:
    across, down = page.get_size()
    return round(across * FINENESS), round(down * FINENESS)


def _words(page: Any, text_page: Any) -> list[Piece]:
    """Words, also those whose letters come from several fonts, which pdfium tells apart."""
    return _joined(_runs(page, text_page))


def _runs(page: Any, text_page: Any) -> Iterator[Run]:
    """Letters that follow each other without a blank."""
    count = min(pdfium.FPDFText_CountChars(text_page), MOST_WORDS * 10)
    letters: list[str] = []
    first = 0
    for at in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(text_page, at) if at < count else 0x20
        sign = _BREAK.get(code) or chr(code)
        if sign.isspace() or not sign.isprintable():
            if letters:
                yield _run(page, text_page, "".join(letters), first, at - 1)
            letters = []
        else:
            if not letters:
                first = at
            letters.append(sign)


def _run(page: Any, text_page: Any, text: str, first: int, last: int) -> Run:
    boxes = [_box(page, text_page, at) for at in {first, last}]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
    piece = Piece(
        unicodedata.normalize("NFC", text), left, top, max(right, left + 1), max(bottom, top + 1)
    )
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, first, x, y)
    _, base = _shown(page, x.value, y.value)
    return Run(
        piece, round(base / STEADY), pdfium.FPDFText_GetFontSize(text_page, first) * FINENESS
    )


def _joined(runs: Iterable[Run]) -> list[Piece]:
    """Runs that touch on one line are one word: “S” and “ở” of another font."""
    words: list[Piece] = []
    last: Run | None = None
    for run in sorted(runs, key=lambda r: (r.base, r.piece.left)):
        if last and run.base == last.base and _touch(words[-1], run):
            one, other = words[-1], run.piece
            words[-1] = Piece(
                unicodedata.normalize("NFC", one.text + other.text), one.left,
                min(one.top, other.top), max(one.right, other.right), max(one.bottom, other.bottom),
            )  # fmt: skip
        else:
            words.append(run.piece)
        last = run
    return words


def _touch(word: Piece, run: Run) -> bool:
    return -OVER * run.size < run.piece.left - word.right < APART * run.size


def _box(page: Any, text_page: Any, at: int) -> tuple[float, float, float, float]:
    """The loose box of one letter, as high as its font, on the page as it is shown."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, at, box)
    corners = ((box.left, box.top), (box.right, box.bottom))
    (a, b), (c, d) = (_shown(page, across, up) for across, up in corners)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _shown(page: Any, across: float, up: float) -> tuple[int, int]:
    """A place on the page as it is shown."""
    x, y = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, *_size(page), 0, across, up, x, y)
    return x.value, y.value


def _is_picture(page: Any, text: str) -> bool:
    """Whether what there is to read on the page is not in its text layer."""
    letters = sum(sign.isalpha() for sign in text)
    if letters >= STAMP_LETTERS:
        return is_garbled(text)
    pictures = list(page.get_objects(max_depth=2, filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
    if any(_covers(page, picture) for picture in pictures):
        return True
    if letters < FEW_LETTERS:
        return any(True for _ in page.get_objects(max_depth=2)) and not letters
    return is_garbled(text)


def _covers(page: Any, picture: Any) -> bool:
    left, bottom, right, top = picture.get_bounds()
    across, down = page.get_size()
    return bool((right - left) * (top - bottom) > WHOLE_PAGE * across * down)


def is_garbled(text: str) -> bool:
    """Fonts with an alphabet of their own (TCVN3, VNI, private use) give signs, not letters."""
    signs = sum(not _COMMON.match(sign) or _is_foreign(sign) for sign in text)
    return signs > ODD * len(text)


def _is_foreign(sign: str) -> bool:
    """A letter beyond ASCII that is not Vietnamese: “Nghiªn cøu”."""
    if sign < "\x80" or not sign.isalpha():
        return unicodedata.category(sign) in ("Co", "Cn")
    return not _VIETNAMESE.intersection(unicodedata.normalize("NFD", sign)[1:] or sign)


def native_dpi(page: Any) -> float:
    """How fine the picture that covers the page is; 300 where none does."""
    for picture in page.get_objects(max_depth=2, filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        if _covers(page, picture):
            left, _, right, _ = picture.get_bounds()
            pixels: int = picture.get_px_size()[0]
            return pixels / max(1.0, float(right - left)) * 72
    return 300.0
