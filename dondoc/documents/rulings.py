"""Ruled lines on the picture of a page, found without a graphics library: by shrinking it.

Shrunk forty to one along the line, a ruled line stays dark and letters turn to grey.
"""

import re
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter

BLOCK = 36  # dots shrunk to one, at 300 dots an inch
SHORT = 3  # blocks: letters have no stroke so long
INKS = ((0.68, 0.82), (0.82, 0.7))  # clear, faint: below this share of white, of a whole block
THICKEST = 14  # dots; thicker is no line but a bar or a picture
MOST = 400  # lines looked at; more is a drawing
WANDER = 3  # dots a line may wander from block to block


@dataclass
class Ruling:
    """A straight line: where it lies across itself, and from where to where it runs."""

    at: float
    start: float
    end: float
    thick: float = 1.0
    seen: int = 1  # whole blocks of ink


def rulings(grey: Image.Image, dpi: float = 300) -> tuple[list[Ruling], list[Ruling]]:
    """Level and upright ruled lines of a straight page in grey, in its dots."""
    turned = grey.transpose(Image.Transpose.TRANSPOSE)
    return _level(turned, dpi), _level(grey, dpi)


def _level(grey: Image.Image, dpi: float) -> list[Ruling]:
    """Lines seen clearly, drawn on where the same line goes on faintly."""
    block = max(8, round(BLOCK * dpi / 300))
    paper = sorted(grey.resize((50, 50)).tobytes())[1800]
    clear, faint = (
        _runs(_shrunk(grey, paper * share, block), full, block, dpi) for share, full in INKS
    )
    lines = _drawn_on([line for line in clear if line.seen >= SHORT], faint, 2 * block)
    for line in lines[:MOST]:
        _follow_to_the_end(grey, line, paper * INKS[1][0], block)
    return lines


def _shrunk(grey: Image.Image, darkest: float, block: int) -> Image.Image:
    ink = grey.point(lambda value: 255 if value < darkest else 0)
    return ink.reduce((1, block))


def erased(grey: Image.Image, level: list[Ruling], upright: list[Ruling]) -> Image.Image:
    """The page without its ruled lines, which recognition takes for letters."""
    clean = grey.copy()
    draw = ImageDraw.Draw(clean)
    for line in level:
        half = line.thick / 2 + 1.5
        draw.rectangle((line.start, line.at - half, line.end, line.at + half), fill=255)
    for line in upright:
        half = line.thick / 2 + 1.5
        draw.rectangle((line.at - half, line.start, line.at + half, line.end), fill=255)
    return clean


def _runs(shrunk: Image.Image, full: float, block: int, dpi: float) -> list[Ruling]:
    """Dark spots of one row after the other, joined into lines."""
    thickest = THICKEST * dpi / 300
    rows = shrunk.point(lambda value: 1 if value > 255 * full else 0).tobytes()
    width = shrunk.width
    growing: list[Ruling] = []
    done: list[Ruling] = []
    for y in range(shrunk.height):
        spots = [
            Ruling((m.start() + m.end() - 1) / 2, y * block, (y + 1) * block, m.end() - m.start())
            for m in re.finditer(rb"\x01+", rows[y * width : (y + 1) * width])
            if m.end() - m.start() <= thickest
        ]
        growing, ended = _grown(growing, spots)
        done += ended
    return [line for line in done + growing if line.seen > 1]


def _drawn_on(clear: list[Ruling], faint: list[Ruling], gap: int) -> list[Ruling]:
    """One line of all pieces that follow each other at the height of a clear one."""
    lines: list[Ruling] = []
    for line in sorted(clear, key=lambda line: line.start):
        if any(_follows(other, line, gap) for other in lines):
            continue
        grown = True
        while grown:
            pieces = [other for other in faint + clear if _follows(line, other, gap)]
            start, end = min(p.start for p in pieces), max(p.end for p in pieces)
            grown = (start, end) != (line.start, line.end)
            line.start, line.end = start, end
        lines.append(line)
    return lines


def _follow_to_the_end(grey: Image.Image, line: Ruling, darkest: float, block: int) -> None:
    """The last dots of a line, which fill no whole block."""
    x = round(line.at)
    narrow = grey.crop((max(0, x - 1), 0, x + 2, grey.height))
    dark = [
        value < darkest
        for value in narrow.filter(ImageFilter.MinFilter(3)).resize((1, grey.height)).tobytes()
    ]
    start, end = round(line.start) + block // 2, round(line.end) - block // 2
    while start > 0 and start > line.start - block and dark[start - 1]:
        start -= 1
    while end < grey.height and end < line.end + block and dark[end]:
        end += 1
    line.start, line.end = start, end


def _follows(line: Ruling, piece: Ruling, gap: int) -> bool:
    return (
        abs(line.at - piece.at) <= WANDER
        and piece.start - line.end <= gap
        and line.start - piece.end <= gap
    )


def _grown(growing: list[Ruling], spots: list[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    on: list[Ruling] = []
    left = list(spots)
    ended = []
    for line in growing:
        near = [spot for spot in left if abs(spot.at - line.at) <= WANDER]
        if near:
            left.remove(near[0])
            thick = max(line.thick, near[0].thick)
            on.append(Ruling(near[0].at, line.start, near[0].end, thick, line.seen + 1))
        else:
            ended.append(line)
    return on + left, ended
