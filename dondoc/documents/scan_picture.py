"""A scanned page made fit for recognition: upright, straight, without specks, 300 dots an inch."""

from statistics import pvariance

from PIL import Image, ImageChops, ImageFilter

LETTER = 8.27  # inches across a page of A4
DPI = 300
FINEST = 20_000_000  # pixels looked at
SMALL = 420  # pixels across the picture whose slant is measured
STEEPEST = 6.0  # degrees a page may lie askew
LEVEL = 0.08  # degrees nobody sees
SURE = 1.3  # times as sharp must a page be that lies on its side
SEAL_FROM = 0.35  # of the height: above stand red words, below only red seals
TILE, EVEN = 100, 0.8  # dots of a patch of paper; how much darker than the lightest one may be
SPECKS = 0.0003  # share of lone dots from which on they are taken away


def prepared(page: Image.Image) -> tuple[Image.Image, float]:
    """The page in grey as recognition likes it, and by how many degrees it was turned."""
    grey = _evenly_lit(_despecked(_without_seals(page)))
    scale = _scale(grey)
    if scale != 1:
        size = (round(grey.width * scale), round(grey.height * scale))
        grey = grey.resize(size, Image.Resampling.BICUBIC)
    turn = slant(grey)
    return turned(grey, turn), turn


def turned(page: Image.Image, degrees: float) -> Image.Image:
    """The page turned counter-clockwise on white, grown so that no corner is lost."""
    if not degrees:
        return page
    white = 255 if page.mode == "L" else (255, 255, 255)
    return page.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=white)


def _without_seals(page: Image.Image) -> Image.Image:
    """In red light the red seal over a signature is white."""
    grey = page.convert("L")
    if page.mode == "RGB":
        top = round(page.height * SEAL_FROM)
        below = (0, top, page.width, page.height)
        grey.paste(page.crop(below).getchannel("R"), below)
    return grey


def _despecked(grey: Image.Image) -> Image.Image:
    """Lone black and white dots go, where there are any."""
    middle = _middle(grey)
    changed = ImageChops.difference(middle, middle.filter(ImageFilter.MedianFilter(3)))
    lone = sum(changed.histogram()[90:])
    if lone < SPECKS * middle.width * middle.height:
        return grey
    return grey.filter(ImageFilter.MedianFilter(3))


def _evenly_lit(grey: Image.Image) -> Image.Image:
    """A photograph lies partly in shadow: what is paper becomes white everywhere."""
    tiles = (max(1, grey.width // TILE), max(1, grey.height // TILE))
    paper = grey.reduce(4).filter(ImageFilter.MaxFilter(9)).resize(tiles, Image.Resampling.BOX)
    darkest, lightest = sorted(paper.tobytes())[len(paper.tobytes()) // 20], max(paper.tobytes())
    if darkest > EVEN * lightest:
        return grey
    light = paper.resize(grey.size, Image.Resampling.BICUBIC)
    shadow = ImageChops.invert(light)
    return ImageChops.add(grey, shadow)


def _middle(grey: Image.Image) -> Image.Image:
    x, y = grey.width // 2, grey.height // 2
    return grey.crop((max(0, x - 300), max(0, y - 300), x + 300, y + 300))


def _scale(grey: Image.Image) -> float:
    """To 300 dots an inch, judged as if the page were A4; never beyond what memory bears."""
    short = min(grey.size)
    wanted = LETTER * DPI / short
    most = (FINEST / (grey.width * grey.height)) ** 0.5
    return 1 if 0.9 < wanted < 1.1 and most >= 1 else min(wanted, most, 4.0)


def slant(grey: Image.Image) -> float:
    """By how many degrees the page must be turned so that its lines lie level."""
    upright = _ink(grey)
    lying = upright.transpose(Image.Transpose.ROTATE_90)
    sharp, angle = _best(upright, 0.0, STEEPEST, 1.0)
    sharp_lying, angle_lying = _best(lying, 0.0, STEEPEST, 1.0)
    base = 0.0
    if sharp_lying > SURE * sharp:
        base, upright, angle = 90.0, lying, angle_lying
    for step in (0.2, 0.05):
        angle = _best(upright, angle, 4 * step, step)[1]
    return base + (angle if abs(angle) >= LEVEL else 0.0)


def _ink(grey: Image.Image) -> Image.Image:
    """Small, ink white on black, edges of the paper left out."""
    factor = max(1, min(grey.size) // SMALL)
    small = grey.reduce(factor)
    paper = sorted(small.resize((50, 50)).tobytes())[1800]
    ink = small.point(lambda value: 255 if value < paper * 0.75 else 0)
    edge = round(0.04 * min(ink.size))
    return ink.crop((edge, edge, ink.width - edge, ink.height - edge))


def _best(ink: Image.Image, middle: float, reach: float, step: float) -> tuple[float, float]:
    """How much lines of letters and the white between them differ at best, and the angle."""
    count = round(reach / step)
    angles = [round(middle + step * i, 2) for i in range(-count, count + 1)]
    return max((_sharpness(ink, angle), angle) for angle in angles)


def _sharpness(ink: Image.Image, angle: float) -> float:
    level = ink.rotate(angle, Image.Resampling.BILINEAR) if angle else ink
    rows = level.resize((1, level.height), Image.Resampling.BOX).tobytes()
    return pvariance(rows)
