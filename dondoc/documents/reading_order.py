"""From words scattered on a page to lines in the order people read them, columns kept apart.

The same for the text layer of a PDF and for recognised pictures. Units are free, as long as
right is greater than left and bottom than top.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

GUTTER = 0.9  # of the letters' height: a wider gap may part columns
LOOSE = 1.35  # of the letters' height: no step within a paragraph set in single lines
TURNED = 1.06  # of the usual distance, where centred lines give way to others
BROAD = 3.0  # of the letters' height: parts columns even where only one line has both
NARROW = 0.25  # of the letters' height: no gutter is narrower anywhere
SIDE = 0.13  # of the width of the text: a narrower column is only a number before an item
APART = 1.22  # of the usual distance of lines: a longer one parts paragraphs
CLOSE = 0.45  # of the letters' height between lines of one paragraph
FAR = 3  # lines on one side only that may stand between two lines on both
LONGEST = 100  # lines one beside the other; no page has more
TALL = 2.5  # of the letters' height: no word but a stroke of a pen


@dataclass(frozen=True)
class Piece:
    """A word as it was found on the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: int = 100

    @property
    def height(self) -> float:
        """From the top of the tallest letter to the foot of the lowest."""
        return self.bottom - self.top


@dataclass
class Line:
    """Words on one line, in cells where columns or a table part them."""

    cells: list[list[Piece]]
    apart: bool = False  # a blank line stands before it
    is_row: bool = False  # a row of a ruled table

    @property
    def pieces(self) -> list[Piece]:
        """All words of the line."""
        return [piece for cell in self.cells for piece in cell]

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return max(piece.right for piece in self.pieces)


@dataclass
class Strip(Line):
    """What stands at the same height across the whole page, not parted by white: one cell."""

    gaps: list[tuple[float, float]] = field(default_factory=list)

    @property
    def top(self) -> float:
        """The height of its top."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """The height of its foot."""
        return max(piece.bottom for piece in self.pieces)


def in_order(pieces: Sequence[Piece]) -> list[Line]:
    """Lines from the top; where two columns stand side by side, all of the left one first."""
    if not pieces:
        return []
    height = median(piece.height for piece in pieces)
    strips = _strips([p for p in pieces if _is_word(p, height)], height)
    width = max(strip.right for strip in strips) - min(strip.left for strip in strips)
    lines: list[Line] = []
    at = 0
    while at < len(strips):
        zone = _zone(strips, at, width, height)
        if zone:
            end, gutter = zone
            lines += _columns(strips[at:end], gutter, height)
            at = end
        else:
            lines += _lines_of(strips[at].pieces, height)
            at += 1
    return _parted(lines)


def _is_word(piece: Piece, height: float) -> bool:
    """What recognition took for a word but is as tall as a stroke of the pen is none."""
    return piece.confidence == 100 or piece.height < TALL * height


def _strips(pieces: Iterable[Piece], height: float) -> list[Strip]:
    """Words whose middles share a height; marks above and tails below letters do not join."""
    strips: list[Strip] = []
    foot = 0.0
    for piece in sorted(pieces, key=_core_top):
        top, bottom = _core(piece)
        if strips and top < foot:
            strips[-1].cells[0].append(piece)
            foot = max(foot, bottom)
        else:
            strips.append(Strip([[piece]]))
            foot = bottom
    for strip in strips:
        strip.gaps = _gaps(strip.pieces, height)
    return strips


def _core(piece: Piece) -> tuple[float, float]:
    margin = 0.3 * piece.height
    return piece.top + margin, piece.bottom - margin


def _core_top(piece: Piece) -> float:
    return _core(piece)[0]


def _gaps(pieces: Iterable[Piece], height: float) -> list[tuple[float, float]]:
    """White across the strip that is wider than the space between words."""
    ordered = sorted(pieces, key=lambda piece: piece.left)
    gaps, right = [], ordered[0].right
    for piece in ordered[1:]:
        if piece.left - right > 0.1 * height:
            gaps.append((right, piece.left))
        right = max(right, piece.right)
    usual = median(end - start for start, end in gaps) if len(gaps) > 3 else 0.0
    least = max(GUTTER * height, 1.8 * usual)
    return [(start, end) for start, end in gaps if end - start > least]


def _zone(
    strips: list[Strip], at: int, width: float, height: float
) -> tuple[int, tuple[float, float]] | None:
    """The run of strips from here on that one gutter parts into two real columns."""
    for gap in sorted(strips[at].gaps, key=lambda gap: gap[0] - gap[1]):
        end, gutter = _run(strips, at, gap, height)
        if _is_two_columns(strips[at:end], gutter, width, height):
            return end, gutter
    return None


def _run(
    strips: list[Strip], at: int, gutter: tuple[float, float], height: float
) -> tuple[int, tuple[float, float]]:
    """How far the gutter goes on; lines on one side only belong while they follow closely."""
    end, kept, waiting = at, gutter, gutter
    for i, strip in enumerate(strips[at : at + LONGEST], at):
        sides = _sides(strip, waiting)
        narrowed = _narrowed(strip, waiting)
        if narrowed is None or narrowed[1] - narrowed[0] < NARROW * height or i - end > FAR:
            break
        waiting = narrowed
        close = i > at and strip.top - strips[i - 1].bottom < CLOSE * height
        if sides == 2 or (close and end == i):
            end, kept = i + 1, waiting
    return end, kept


def _sides(strip: Strip, gutter: tuple[float, float]) -> int:
    """2 where the strip has words on both sides and a wide gap over the gutter between them."""
    return 2 if any(a < gutter[1] and b > gutter[0] for a, b in strip.gaps) else 1


def _narrowed(strip: Strip, gutter: tuple[float, float]) -> tuple[float, float] | None:
    """What is left of the gutter beside this strip; None where words lie across it."""
    over = [gap for gap in strip.gaps if gap[0] < gutter[1] and gap[1] > gutter[0]]
    if over:
        return max(gutter[0], over[0][0]), min(gutter[1], over[0][1])
    left = max(gutter[0], strip.right), gutter[1]
    right = gutter[0], min(gutter[1], strip.left)
    wider = max(left, right, key=lambda rest: rest[1] - rest[0])
    return wider if wider[1] > wider[0] else None


def _is_two_columns(
    strips: list[Strip], gutter: tuple[float, float], width: float, height: float
) -> bool:
    """Both sides are wide, and the gutter is seen twice or cannot be mistaken."""
    twice = sum(_sides(strip, gutter) == 2 for strip in strips) > 1
    if not twice and gutter[1] - gutter[0] < BROAD * height:
        return False
    pieces = [piece for strip in strips for piece in strip.pieces]
    left = [p for p in pieces if p.right <= gutter[0]]
    right = [p for p in pieces if p.left >= gutter[1]]
    if not left or not right:
        return False
    return all(
        max(p.right for p in side) - min(p.left for p in side) > SIDE * width
        for side in (left, right)
    )


def _columns(strips: list[Strip], gutter: tuple[float, float], height: float) -> list[Line]:
    pieces = [piece for strip in strips for piece in strip.pieces]
    left = [piece for piece in pieces if piece.right <= gutter[0]]
    right = [piece for piece in pieces if piece.right > gutter[0]]
    lines = []
    for side in (left, right):
        column = [line for s in _strips(side, height) for line in _lines_of(s.pieces, height)]
        column[0].apart = True
        lines += column
    return lines


def _lines_of(pieces: list[Piece], height: float) -> list[Line]:
    """One strip as one line, its cells parted by the wide gaps."""
    gaps = _gaps(pieces, height)
    cells: list[list[Piece]] = [[]]
    for piece in sorted(pieces, key=lambda piece: piece.left):
        while gaps and piece.left >= gaps[0][1]:
            gaps.pop(0)
            cells.append([])
        cells[-1].append(piece)
    return [Line([cell for cell in cells if cell])]


def _parted(lines: list[Line]) -> list[Line]:
    """A blank line where more white than usual stands above, or a title gives way to text."""
    steps = [_step(above, line) for above, line in pairwise(lines)]
    down = sorted(step for step in steps if step > 0)
    usual = down[len(down) // 4] if down else 0.0
    left, right = _margins(lines)
    for above, line, step in zip(lines, lines[1:], steps, strict=False):
        turns = _is_centred(above, left, right) != _is_centred(line, left, right)
        far = step > max(APART * usual, LOOSE)
        line.apart = line.apart or step < 0 or far or (turns and step > TURNED * usual)
    return lines


def _step(above: Line, line: Line) -> float:
    """From foot to foot, in heights of the letters."""
    height = max(piece.height for piece in above.pieces + line.pieces)
    feet = [median(piece.bottom for piece in one.pieces) for one in (above, line)]
    return (feet[1] - feet[0]) / height


def _margins(lines: list[Line]) -> tuple[float, float]:
    """Where most lines begin and end."""
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    return lefts[len(lefts) // 8], rights[-1 - len(rights) // 8]


def _is_centred(line: Line, left: float, right: float) -> bool:
    """As much white before the line as after it, and not just an indent."""
    before, after = line.left - left, right - line.right
    width = right - left
    return min(before, after) > 0.06 * width and abs(before - after) < 0.06 * width
