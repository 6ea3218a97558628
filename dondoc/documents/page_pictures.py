"""The picture of one page of a PDF or of an image file. Runs only in the confined child."""

import base64
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from dondoc.documents.confined import ExtractionFailed
from dondoc.documents.guard import Kind
from dondoc.documents.image_guard import MAX_PIXELS
from dondoc.documents.pdf_text import native_dpi, opened
from dondoc.documents.scan_picture import turned

COARSEST_DPI, FINEST_DPI = 150.0, 300.0  # a page of a PDF is drawn for recognition
ENOUGH = 3500  # pixels on either side of a photograph
FINE = 25_000_000  # pixels; half as fine is enough of a larger picture
CLEAR = ("RGBA", "LA", "PA", "P")
WIDEST = 5000  # pixels of a page that is asked for
Image.MAX_IMAGE_PIXELS = MAX_PIXELS


def as_png(kind: Kind, path: Path, number: int, turn: float, width: int) -> str:
    """The page, turned and scaled, as PNG in base64."""
    page = turned(picture_of(kind, path, number, width=min(width, WIDEST)), turn)
    page = page.resize((width, max(1, round(page.height * width / page.width))))
    stream = BytesIO()
    page.save(stream, "PNG", compress_level=4)
    return base64.b64encode(stream.getvalue()).decode()


def picture_for_recognition(kind: Kind, path: Path, number: int) -> Image.Image:
    """The page as fine as it lies in the file."""
    if kind != Kind.PDF:
        return picture_of(kind, path, number, width=0)
    with opened(path) as document:
        page = document[number - 1]
        dpi = min(FINEST_DPI, max(COARSEST_DPI, native_dpi(page)))
        width = round(page.get_size()[0] / 72 * dpi)
    return picture_of(kind, path, number, width)


def picture_of(kind: Kind, path: Path, number: int, width: int) -> Image.Image:
    """The page as it lies in the file; a PDF page is drawn this many pixels wide."""
    try:
        return _of_pdf(path, number, width) if kind == Kind.PDF else _of_image(path, number)
    except (pypdfium2.PdfiumError, OSError, ValueError, SyntaxError, EOFError, IndexError) as bad:
        raise ExtractionFailed(
            "Không dựng được ảnh của trang này, có thể tệp bị hỏng. Hãy xuất lại tệp."
        ) from bad


def _of_pdf(path: Path, number: int, width: int) -> Image.Image:
    with opened(path) as document:
        page = document[number - 1]
        across, down = page.get_size()
        scale = min(width / across, (MAX_PIXELS / (across * down)) ** 0.5)
        drawn: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
        return drawn.convert("RGB")


def _of_image(path: Path, number: int) -> Image.Image:
    with Image.open(path) as image:
        image.seek(number - 1)
        image.draft(None, (ENOUGH, ENOUGH))  # a photograph is decoded no finer than needed
        image.load()
        whole = image.reduce(2) if image.width * image.height > FINE else image
        ImageOps.exif_transpose(whole, in_place=True)
        return _on_paper(whole) if whole.mode in CLEAR else whole.convert("RGB")


def _on_paper(image: Image.Image) -> Image.Image:
    """What is clear is paper."""
    clear = image.convert("RGBA")
    paper = Image.new("RGB", clear.size, "white")
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper


def count_pictures(path: Path) -> int:
    """The pages of an image file: more than one only in .tif."""
    try:
        with Image.open(path) as image:
            return int(getattr(image, "n_frames", 1))
    except (OSError, ValueError, SyntaxError) as bad:
        raise ExtractionFailed("Tệp ảnh bị hỏng. Hãy chụp hoặc xuất lại ảnh.") from bad
