"""Pages as an office scanner gives them: 200 dpi, crooked, specked, blurred, stamped."""

import random
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from tests.documents.made_files import FONTS

DPI = 200


def pages_of(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """The printed pages of a PDF as clean grey pictures."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def scanned(page: Image.Image, seed: int = 1, *, turn: float = 1.4, noise: int = 9) -> Image.Image:
    """The page after a cheap scanner: greyish, blurred, specked with salt and pepper, crooked."""
    dice = random.Random(seed)
    page = page.rotate(turn, Image.Resampling.BICUBIC, expand=False, fillcolor="white")
    page = page.filter(ImageFilter.GaussianBlur(0.7))
    _stain(page, dice)
    return _specked(_grained(page, noise), dice)


def stamped(page: Image.Image, at: tuple[float, float] = (0.68, 0.72)) -> Image.Image:
    """A round red seal over the signature, and the pen stroke of the signer."""
    wide, high = page.size
    x, y, r = wide * at[0], high * at[1], wide * 0.085
    ink = page.copy()
    draw = ImageDraw.Draw(ink)
    for inner in (0, r * 0.12, r * 0.45):
        edge = (x - r + inner, y - r + inner, x + r - inner, y + r - inner)
        draw.ellipse(edge, outline=(205, 50, 60), width=4)
    points = [(x + r * (t / 9 - 0.4), y + r * (0.4 if t % 2 else -0.3)) for t in range(14)]
    draw.line(points, fill=(40, 50, 140), width=5, joint="curve")
    return Image.blend(page, ink, 0.8)


def marked(page: Image.Image, mark: str, askew: float, at: tuple[int, int]) -> Image.Image:
    """A mark in a red frame, set by hand over what is printed."""
    font = ImageFont.truetype(str(FONTS / "Tinos-Bold.ttf"), 52)
    stamp = Image.new("RGBA", (round(font.getlength(mark)) + 60, 90))
    draw, red = ImageDraw.Draw(stamp), (200, 30, 40, 220)
    draw.rectangle((3, 3, stamp.width - 4, 86), outline=red, width=4)
    draw.text((30, 12), mark, font=font, fill=red)
    set_askew = stamp.rotate(askew, Image.Resampling.BICUBIC, expand=True)
    inked = page.copy()
    inked.paste(set_askew, at, set_askew)
    return inked


def photographed(page: Image.Image) -> Image.Image:
    """A telephone held askew over a dark table, its own shadow on half of the paper."""
    light = Image.linear_gradient("L").rotate(180).point(lambda value: 60 + round(value * 0.7))
    shadow = Image.merge("RGB", [light.resize(page.size)] * 3)
    photo = ImageChops.multiply(page.convert("RGB"), shadow)
    return photo.rotate(4, Image.Resampling.BICUBIC, expand=True, fillcolor=(40, 30, 20))


def pdf_of_pages(count: int, box: str = "0 0 595 842", drawn: str = "") -> bytes:
    """A PDF that shows one page over and over."""
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{'3 0 R ' * count}] >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
    )
    body = "".join(f"{at} 0 obj\n{told}\nendobj\n" for at, told in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n".encode()


def as_png(page: Image.Image, dpi: int = DPI) -> bytes:
    return _saved(page, "PNG", dpi=(dpi, dpi))


def as_jpeg(page: Image.Image) -> bytes:
    return _saved(page, "JPEG", quality=80, dpi=(DPI, DPI))


def as_pdf(pages: list[Image.Image], dpi: int = DPI) -> bytes:
    """What a scanner saves: pictures of pages, no letters."""
    stream = BytesIO()
    pages[0].save(stream, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=80)
    return stream.getvalue()


def joined(*pdfs: bytes) -> bytes:
    """One PDF of several."""
    whole, stream = pypdfium2.PdfDocument.new(), BytesIO()
    for one in pdfs:
        whole.import_pages(pypdfium2.PdfDocument(one))
    whole.save(stream)
    return stream.getvalue()


def over(below: bytes, above: bytes) -> bytes:
    """The first page of one PDF printed over the first page of another."""
    document, stream = pypdfium2.PdfDocument(below), BytesIO()
    stamp = pypdfium2.PdfDocument(above).page_as_xobject(0, document)
    page = document[0]
    page.insert_obj(stamp.as_pageobject())
    page.gen_content()
    document.save(stream)
    return stream.getvalue()


def turned_in_the_viewer(pdf: bytes) -> bytes:
    """The same page, which a viewer shows turned clockwise."""
    document, stream = pypdfium2.PdfDocument(pdf), BytesIO()
    document[0].set_rotation(90)
    document.save(stream)
    return stream.getvalue()


def as_tiff(pages: list[Image.Image]) -> bytes:
    grey = [page.convert("L") for page in pages]
    return _saved(
        grey[0], "TIFF", save_all=True, append_images=grey[1:], compression="tiff_deflate"
    )


def _saved(page: Image.Image, form: str, **options: object) -> bytes:
    stream = BytesIO()
    page.save(stream, form, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def _stain(page: Image.Image, dice: random.Random) -> None:
    draw = ImageDraw.Draw(page, "RGBA")
    for _ in range(3):
        x, y, r = dice.random() * page.width, dice.random() * page.height, 30 + dice.random() * 60
        draw.ellipse((x, y, x + r, y + r * 0.7), fill=(190, 180, 150, 70))
    draw.line((page.width - 8, 0, page.width - 6, page.height), fill=(60, 60, 60, 160), width=3)


def _grained(page: Image.Image, noise: int) -> Image.Image:
    grain = Image.effect_noise(page.size, noise * 4).convert("RGB")
    return Image.blend(page, grain, 0.12)


def _specked(page: Image.Image, dice: random.Random) -> Image.Image:
    """One dot in four hundred is black or white."""
    dots = page.load()
    assert dots is not None
    for _ in range(page.width * page.height // 400):
        x, y = dice.randrange(page.width), dice.randrange(page.height)
        dots[x, y] = (0, 0, 0) if dice.random() < 0.5 else (255, 255, 255)
    return page
