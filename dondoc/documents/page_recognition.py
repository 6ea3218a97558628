"""One scanned page: made straight, recognised, put in order. Runs only in the confined child."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

from dondoc.documents import line_json, tesseract
from dondoc.documents.guard import Kind
from dondoc.documents.page_pictures import picture_for_recognition
from dondoc.documents.reading_order import Line, Piece
from dondoc.documents.recognition_slips import put_right
from dondoc.documents.red_marks import marks_in_red
from dondoc.documents.ruled_tables import Cell, Table, frames_of, lines_and_rows, tables_of
from dondoc.documents.rulings import erased, rulings
from dondoc.documents.scan_picture import prepared

DOUBTFUL = 55  # of a hundred: a page that is sure of so little may stand on its head
SHARPER = ImageFilter.UnsharpMask(3, 120, 3)  # halves the words misread at 200 dpi
INK = 140  # of 255: darker is print
BETWEEN = 36  # dots of white between cells laid under each other
EDGE = 5  # dots at the edge of a cell where remains of its lines lie
TALLEST = 20_000  # dots of one sheet of cells


def recognised_page(kind: Kind, path: Path, number: int) -> dict[str, Any]:
    """Its lines with places, and how the picture was turned."""
    tesseract.check_installed()
    picture = picture_for_recognition(kind, path, number)
    page, turn = prepared(picture)
    words, tables = _read(page)
    if sureness(words) < DOUBTFUL:
        others, other_tables = _read(page.transpose(Image.Transpose.ROTATE_180))
        if sureness(others) > sureness(words):
            words, tables, turn = others, other_tables, turn + 180
    lines = put_right(lines_and_rows(words, tables))
    lines = _with_marks(lines, marks_in_red(picture, page.size, turn))
    return {"lines": line_json.told(lines, *page.size), "turn": round(turn, 2)}


def _with_marks(lines: list[Line], marks: list[Piece]) -> list[Line]:
    """A red mark that the page did not give stands above all else."""
    said = " ".join(piece.text for piece in marks)
    known = {" ".join(piece.text for piece in cell) for line in lines for cell in line.cells}
    return lines if not marks or said in known else [Line([marks]), *lines]


def sureness(words: list[Piece]) -> float:
    """The middle confidence of words of three letters and more."""
    sure = [word.confidence for word in words if sum(map(str.isalpha, word.text)) >= 3]
    return median(sure) if sure else 0.0


def _read(page: Image.Image) -> tuple[list[Piece], list[Table]]:
    level, upright = rulings(page)
    clean, tables = erased(page, level, upright).filter(SHARPER), tables_of(level, upright)
    frames = frames_of(level, tables)
    outside = clean.copy()
    for box in [*(table.box for table in tables), *(frame.box for frame in frames)]:
        ImageDraw.Draw(outside).rectangle(_wider(box), fill=255)
    words = _whole(tesseract.recognised(outside, tesseract.SCATTERED), outside)
    for sheet in _sheets(clean, [*frames, *(cell for table in tables for cell in table.cells)]):
        words += sheet.words()
    return words, tables


def _wider(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """With the remains of its lines."""
    left, top, right, bottom = box
    return left - 3 * EDGE, top - 3 * EDGE, right + 3 * EDGE, bottom + 3 * EDGE


def _whole(words: list[Piece], page: Image.Image) -> list[Piece]:
    """Words to their last letter: recognition often ends a box too early and leaves a gap."""
    return [_to_last_ink(*pair, page) for pair in pairwise(words)] + words[-1:]


def _to_last_ink(word: Piece, following: Piece, page: Image.Image) -> Piece:
    gap = following.left - word.right
    beside = following.top < word.bottom and word.top < following.bottom
    if not beside or gap < 0.6 * word.height:
        return word
    edge = round(word.right), round(word.top + 0.25 * word.height)
    end = round(min(following.left, word.right + 3 * word.height)), round(word.bottom)
    ink = page.crop((*edge, *end)).point(lambda value: 255 if value < INK else 0).getbbox()
    if ink is None or ink[0] > 0.25 * word.height:
        return word
    return replace(word, right=word.right + ink[2])


@dataclass
class _Sheet:
    """Cells cut out and laid under each other: one column that cannot be misread."""

    cuts: list[tuple[Image.Image, int, int]]  # the cell's ink and where it lay on the page

    @property
    def height(self) -> int:
        return sum(cut.height + BETWEEN for cut, _, _ in self.cuts) + BETWEEN

    def words(self) -> list[Piece]:
        """The words of all cells, placed on the page."""
        width = max(cut.width for cut, _, _ in self.cuts) + 2 * BETWEEN
        sheet = Image.new("L", (width, self.height), 255)
        y, shifts = BETWEEN, []
        for cut, left, top in self.cuts:
            sheet.paste(cut, (BETWEEN, y))
            shifts.append((y + cut.height + BETWEEN // 2, left - BETWEEN, top - y))
            y += cut.height + BETWEEN
        words = tesseract.recognised(sheet, tesseract.ONE_COLUMN)
        return [_shifted(word, shifts) for word in words]


def _shifted(word: Piece, shifts: list[tuple[int, int, int]]) -> Piece:
    middle = (word.top + word.bottom) / 2
    across, down = next(((x, y) for end, x, y in shifts if middle < end), shifts[-1][1:])
    return replace(
        word,
        left=word.left + across, right=word.right + across,
        top=word.top + down, bottom=word.bottom + down,
    )  # fmt: skip


def _sheets(page: Image.Image, cells: list[Cell]) -> Iterator[_Sheet]:
    sheet = _Sheet([])
    for cell in cells:
        cut = _cut(page, cell)
        if cut is None:
            continue
        sheet.cuts.append(cut)
        if sheet.height > TALLEST:
            yield sheet
            sheet = _Sheet([])
    if sheet.cuts:
        yield sheet


def _cut(page: Image.Image, cell: Cell) -> tuple[Image.Image, int, int] | None:
    """The ink of a cell without the white around it; None for an empty cell."""
    left, top = round(cell.left) + EDGE, round(cell.top) + EDGE
    right, bottom = round(cell.right) - EDGE, round(cell.bottom) - EDGE
    if right - left < EDGE or bottom - top < EDGE:
        return None
    whole = page.crop((left, top, right, bottom))
    ink = whole.point(lambda value: 255 if value < INK else 0).getbbox()
    if ink is None or ink[3] - ink[1] < 3 * EDGE:
        return None
    x, y = max(0, ink[0] - EDGE), max(0, ink[1] - EDGE)
    return whole.crop((x, y, ink[2] + EDGE, ink[3] + EDGE)), left + x, top + y
