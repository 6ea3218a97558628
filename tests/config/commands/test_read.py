"""`dondoc read`: a directive told at the command line, without opening the house."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dondoc.__main__ import words
from dondoc.documents.rendering.pdf import to_pdf
from tests.documents import directives, scans
from tests.documents.made_files import word
from tests.documents.test_scans import needs_tesseract
from tests.tasks.dispatches import DISPATCH


@pytest.fixture
def dispatch(tmp_path: Path) -> Path:
    path = tmp_path / "cv815.txt"
    path.write_text(DISPATCH)
    return path


def told(path: Path, *options: str) -> str:
    done = CliRunner().invoke(words, ["read", str(path), *options], catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_a_text_is_told_in_words(dispatch: Path) -> None:
    said = told(dispatch)
    for part in ("815/UBND-KSTT", "4 nội dung giao việc", "“trước ngày 15/4/2022” → 15/04/2022"):
        assert part in said


def test_programs_read_json_whose_offsets_fit_its_text(dispatch: Path) -> None:
    said = json.loads(told(dispatch, "--json"))
    first = said["tasks"][0]
    assert first["lead"] == ["Sở Xây dựng"]
    assert said["text"][first["start"] : first["end"]].startswith("1. Giao Sở Xây dựng")


def test_a_word_file_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "cv815.docx"
    path.write_bytes(word(*DISPATCH.split("\n")))
    assert "4 nội dung giao việc" in told(path)


@needs_tesseract
def test_a_scan_is_read_too_and_its_json_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "quet.pdf"
    path.write_bytes(scans.as_pdf(scans.pages_of(to_pdf(directives.NOTICE))))
    done = CliRunner().invoke(words, ["read", str(path), "--json"], catch_exceptions=False)
    said = json.loads(done.stdout)
    assert said["number"] == "215/TB-VP"
    assert said["text"][said["tasks"][0]["start"] :].startswith("- Giao Ban Quản lý dự án")
    assert "Đã nhận dạng chữ từ ảnh của 1 trang" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [("trong.txt", b"", "rỗng"), ("la.exe", b"MZ", "không được nhận"), ("co.docx", b"x", "Hãy")],
)
def test_what_cannot_be_read_is_said_with_a_failing_code(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = CliRunner().invoke(words, ["read", str(path)])
    assert done.exit_code == 1
    assert why in done.output


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    done = CliRunner().invoke(words, ["read", str(tmp_path / "khong-co.txt")])
    assert done.exit_code == 1
    assert "không thấy tệp này" in done.output


def test_the_house_stays_shut(dispatch: Path) -> None:
    """Without Django the answer comes in a blink."""
    look = (
        "import sys; from dondoc.__main__ import words;"
        f"words(['read', {str(dispatch)!r}], standalone_mode=False);"
        "assert 'django' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", look], check=True, capture_output=True)
