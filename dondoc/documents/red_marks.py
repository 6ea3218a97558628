"""Marks stamped in red at the top of a scanned page: MẬT, HỎA TỐC. Runs only in the confined child.

A hand sets them askew and over print, where recognition of the whole page loses them; in the
red ink alone they stand by themselves. Nothing but a known mark is taken from there.
"""

from dataclasses import replace

from PIL import Image, ImageChops

from dondoc.documents import tesseract
from dondoc.documents.reading_order import Piece
from dondoc.documents.recognition_slips import STAMPED
from dondoc.documents.rulings import erased, rulings
from dondoc.documents.scan_picture import turned
from dondoc.rules.folding import fold

TOP = 0.45  # of the page: below are seals
RED = 40  # by how much red must outshine green and blue
LEAST, MOST = 700, 400_000  # red dots of a mark
ASKEW = (0, 4, -4, 8, -8)  # degrees tried, one after the other
MARGIN = 12


def marks_in_red(picture: Image.Image, size: tuple[int, int], turn: float) -> list[Piece]:
    """The words of a mark, placed on the straightened page of this size."""
    ink = _red_ink(picture, size, turn)
    box = ink.getbbox() if ink else None
    if ink is None or box is None or sum(ink.histogram()[128:]) > MOST:
        return []
    left, top = max(0, box[0] - MARGIN), max(0, box[1] - MARGIN)
    mark = ImageChops.invert(ink.crop((left, top, box[2] + MARGIN, box[3] + MARGIN)))
    found: list[Piece] = []
    for angle in ASKEW:  # “TỐI MẬT” is more than its “MẬT”
        found = max(found, _marks(turned(mark, angle)), key=len)
        if len(found) > 1:
            break
    return _side_by_side(found, left + MARGIN, top + MARGIN)


def _red_ink(picture: Image.Image, size: tuple[int, int], turn: float) -> Image.Image | None:
    """White where the upper part of the page is red, in the places of the straightened page."""
    red, green, blue = picture.split()
    ink = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    ink = ink.point(lambda value: 255 if value > RED else 0)
    if sum(ink.histogram()[128:]) < LEAST:
        return None
    lying = ink.rotate(turn, expand=True, fillcolor=0).resize(size)
    upper = Image.new("L", size, 0)
    upper.paste(lying.crop((0, 0, size[0], round(TOP * size[1]))), (0, 0))
    return upper.point(lambda value: 255 if value > 127 else 0)


def _marks(picture: Image.Image) -> list[Piece]:
    clean = erased(picture, *rulings(picture))
    words = [w for w in tesseract.recognised(clean, tesseract.SCATTERED) if w.text.isupper()]
    read = [fold("".join(filter(str.isalpha, word.text))) for word in words]
    for folded, right in STAMPED.items():
        wanted = folded.split()
        for at in range(len(read)):
            if read[at : at + len(wanted)] == wanted:
                printed = words[at : at + len(wanted)]
                return [replace(p, text=t) for p, t in zip(printed, right, strict=True)]
    return []


def _side_by_side(found: list[Piece], x: float, y: float) -> list[Piece]:
    """On one level line from here on, wherever the hand set them."""
    height = max((piece.height for piece in found), default=0.0)
    pieces = []
    for piece in found:
        width = piece.right - piece.left
        pieces.append(replace(piece, left=x, top=y, right=x + width, bottom=y + height))
        x += width + height / 4
    return pieces
