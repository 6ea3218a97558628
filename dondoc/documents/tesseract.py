"""Recognising the letters of a page by tesseract, under the limits of the child that calls it."""

import csv
import os
import shutil
import subprocess
import unicodedata
from io import BytesIO, StringIO

from PIL import Image

from dondoc.documents.confined import PATH, ExtractionFailed, NeedsOcr
from dondoc.documents.reading_order import Piece

DPI = 300
SCATTERED, ONE_COLUMN = 11, 4  # modes of page segmentation
_ENVIRONMENT = {"PATH": PATH, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
_WORD = "5"  # level of a word among page, block, paragraph, line


def check_installed() -> None:
    """Raises NeedsOcr, with the cure, where tesseract or its Vietnamese data is missing."""
    program = shutil.which("tesseract", path=PATH)
    told = _run([program, "--list-langs"]).stdout.split() if program else []
    if b"vie" not in told:
        raise NeedsOcr(
            "Văn bản là bản quét (ảnh), mà máy chủ chưa cài phần nhận dạng chữ. Quản trị cài một "
            "lần: sudo apt install tesseract-ocr tesseract-ocr-vie. Trong khi chờ, hãy dán nội "
            "dung hoặc tải lên bản .docx/.pdf gốc."
        )


def recognised(page: Image.Image, mode: int) -> list[Piece]:
    """The words of an upright grey page of about 300 dots to the inch, places in its dots."""
    picture = BytesIO()
    page.save(picture, "PPM")
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", str(mode), "--dpi", str(DPI)]
    done = _run([*command, "tsv"], picture.getvalue())
    if done.returncode:
        raise ExtractionFailed(
            "Không nhận dạng được chữ trên trang này. Hãy quét lại rõ hơn (200–300 dpi)."
        )
    rows = csv.reader(StringIO(done.stdout.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_piece(row) for row in rows if row and row[0] == _WORD and row[11].strip()]


def _piece(row: list[str]) -> Piece:
    left, top, width, height = map(float, row[6:10])
    text = unicodedata.normalize("NFC", row[11].strip())
    return Piece(text, left, top, left + width, top + height, round(float(row[10])))


def _run(command: list[str], sent: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # noqa: S603  a program of the system, a picture of ours
        command, input=sent, capture_output=True, env=_ENVIRONMENT, cwd=os.sep, check=False
    )
