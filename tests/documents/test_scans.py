"""What a scanner gives is read like what a clerk typed; needs tesseract with Vietnamese data."""

import shutil
import subprocess
from pathlib import Path

import pytest

from dondoc.documents import tesseract
from dondoc.documents.confined import NeedsOcr
from dondoc.documents.extraction import Extracted, extract_text, survey
from dondoc.documents.guard import Kind, inspect
from dondoc.documents.rendering.pdf import to_pdf
from tests.documents import directives, scans


def can_recognise() -> bool:
    program = shutil.which("tesseract", path=tesseract.PATH)
    languages = [program, "--list-langs"] if program else ["true"]
    return b"vie" in subprocess.run(languages, capture_output=True, check=False).stdout


needs_tesseract = pytest.mark.skipif(
    not can_recognise(),
    reason="cần tesseract: sudo apt install tesseract-ocr tesseract-ocr-vie",
)


def read(name: str, content: bytes, folder: Path) -> Extracted:
    path = folder / name
    path.write_bytes(content)
    return extract_text(inspect(name, content), path)


def test_without_tesseract_a_scan_is_refused_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tesseract, "PATH", str(tmp_path))
    with pytest.raises(NeedsOcr, match="sudo apt install tesseract-ocr tesseract-ocr-vie"):
        tesseract.check_installed()


@needs_tesseract
def test_a_crooked_specked_scan_is_read_with_the_place_of_each_word(tmp_path: Path) -> None:
    pages = [scans.scanned(page) for page in scans.pages_of(to_pdf(directives.NOTICE))]
    content = scans.as_pdf(pages)
    (tmp_path / "a.pdf").write_bytes(content)
    assert survey(Kind.PDF, tmp_path / "a.pdf").is_scan
    got = read("a.pdf", content, tmp_path)
    assert "Giao UBND phường Bến Gỗ phối hợp với Trung tâm Phát triển quỹ đất" in got.text
    assert "Đã nhận dạng chữ từ ảnh của 1 trang" in got.notes[0]
    (page,) = got.pages
    assert page.scanned
    assert abs(page.turn + 1.4) < 0.3
    number = next(word for word in page.words if "215/TB-VP" in got.text[word.start : word.end])
    left, top, right, bottom = number.box
    assert 0.15 < left < right < 0.45
    assert 0.1 < top < bottom < 0.2
    assert number.confidence > 60
