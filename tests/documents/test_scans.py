"""What a scanner gives is read like what a clerk typed; needs tesseract with Vietnamese data."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from dondoc.documents import tesseract
from dondoc.documents.extraction import (
    Extracted,
    ExtractionFailed,
    NeedsOcr,
    extract_text,
    page_picture,
    survey,
)
from dondoc.documents.guard import Kind, inspect
from dondoc.documents.rendering.pdf import to_pdf
from dondoc.rules.directive import read as read_directive
from tests.documents import directives, scans
from tests.documents.made_files import pdf


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


@needs_tesseract
@pytest.mark.slow
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_the_stamp_of_a_state_secret_is_seen_on_a_scan(mark: str, tmp_path: Path) -> None:
    paper = replace(directives.NOTICE, circulation=mark)
    page = scans.scanned(scans.pages_of(to_pdf(paper))[0], seed=3, turn=0.4)
    assert read_directive(read("a.png", scans.as_png(page), tmp_path).text).secrecy == mark


@needs_tesseract
@pytest.mark.slow
def test_a_mark_of_secrecy_stamped_askew_over_print_is_seen(tmp_path: Path) -> None:
    page = scans.pages_of(to_pdf(directives.NOTICE))[0]
    page = scans.marked(page, "MẬT", askew=7, at=(260, 440))
    got = read("a.png", scans.as_png(scans.scanned(page, seed=5, turn=0.8)), tmp_path)
    assert read_directive(got.text).secrecy == "MẬT"
    (left, top, right, bottom) = got.pages[0].words[0].box
    assert 0.1 < left < right < 0.35
    assert 0.15 < top < bottom < 0.3


# --- photographs and papers laid in the wrong way


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_paper_laid_in_the_wrong_way_is_turned_and_the_boxes_lie_on_its_picture(
    turn: int, tmp_path: Path
) -> None:
    page = scans.pages_of(to_pdf(directives.NOTICE))[0].rotate(turn, expand=True)
    got = read("a.jpg", scans.as_jpeg(page), tmp_path)
    assert "hoàn thành trước ngày 15/11/2025" in got.text
    (only,) = got.pages
    assert round(only.turn + turn) % 360 == 0
    drawn = Image.open(BytesIO(page_picture(Kind.JPEG, tmp_path / "a.jpg", 1, only.turn)))
    word = next(w for w in only.words if "215/TB-VP" in got.text[w.start : w.end])
    left, top, right, bottom = (
        side * size for side, size in zip(word.box, drawn.size * 2, strict=True)
    )
    assert drawn.convert("L").crop((left, top, right, bottom)).getextrema()[0] < 100
    beside = (left - 5 * (bottom - top), top, left - 4 * (bottom - top), bottom)
    assert drawn.convert("L").crop(beside).getextrema()[0] > 150  # the margin is white


@needs_tesseract
def test_a_photograph_in_half_shadow_is_read(tmp_path: Path) -> None:
    page = scans.photographed(scans.pages_of(to_pdf(directives.NOTICE))[0])
    text = read("a.jpg", scans.as_jpeg(page), tmp_path).text
    for words in ("Số: 215/TB-VP", "trước ngày 05 tháng 10 năm 2025", "ĐỖ VĂN TƯỜNG".title()):
        assert words in text


@needs_tesseract
def test_a_tiff_of_two_pages_has_two_pages(tmp_path: Path) -> None:
    pages = scans.pages_of(to_pdf(directives.LETTER), dpi=150)
    heard: list[tuple[int, int]] = []
    (tmp_path / "a.tif").write_bytes(scans.as_tiff(pages))
    got = extract_text(Kind.TIFF, tmp_path / "a.tif", lambda done, of: heard.append((done, of)))
    assert [page.number for page in got.pages] == [1, 2]
    assert "Lê Minh Khôi" in got.text[got.pages[1].start :]
    assert heard == [(0, 2), (1, 2), (2, 2)]


@needs_tesseract
def test_a_scanned_page_among_typed_ones_is_recognised_alone(tmp_path: Path) -> None:
    typed = pdf("Chữ đọc được " * 20)
    scan = scans.as_pdf(scans.pages_of(to_pdf(directives.LETTER))[1:])
    got = read("a.pdf", scans.joined(typed, scan), tmp_path)
    assert [page.scanned for page in got.pages] == [False, True]
    assert "Nơi nhận:" in got.text
    assert {word.confidence for word in got.pages[0].words} == {100}


# --- files made to harm


def test_a_pdf_of_ten_thousand_pages_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ExtractionFailed, match="10000 trang, quá mức 1000"):
        read("a.pdf", scans.pdf_of_pages(10_000), tmp_path)


@needs_tesseract
@pytest.mark.slow
def test_giant_pictures_are_read_or_refused_within_their_limits(tmp_path: Path) -> None:
    white = scans.as_png(Image.new("RGB", (7000, 7000), "white"))
    got = read("a.png", white, tmp_path)
    assert got.notes == ("Không thấy chữ nào trên các trang của tệp này.",)
    endless = scans.pdf_of_pages(1, box="0 0 500000 500000", drawn="0 0 m 400000 400000 l S")
    assert read("b.pdf", endless, tmp_path).text == ""


@needs_tesseract
def test_a_picture_cut_short_after_its_header_fails_in_words(tmp_path: Path) -> None:
    whole = scans.as_jpeg(Image.effect_noise((900, 900), 60).convert("RGB"))
    (tmp_path / "a").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ExtractionFailed, match="Hãy"):
        extract_text(Kind.JPEG, tmp_path / "a")
