"""Older Word and OpenDocument files, read by way of LibreOffice where there is one."""

import shutil
import subprocess
from pathlib import Path

import pytest

from dondoc.documents import office_conversion
from dondoc.documents.extraction import ExtractionFailed, extract_text
from dondoc.documents.guard import Kind, inspect
from tests.documents.made_files import word
from tests.documents.uploads import COMPOUND, DIRECTIVE

SOFFICE = shutil.which("soffice", path=office_conversion.PATH)
needs_office = pytest.mark.skipif(
    SOFFICE is None, reason="cần LibreOffice: sudo apt install libreoffice-writer-nogui"
)


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_an_older_or_open_document_is_read_like_word(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(DIRECTIVE))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True)  # type: ignore[list-item]
    made = tmp_path / f"a.{kind}"
    assert extract_text(inspect(made.name, made), made).text.strip() == DIRECTIVE


@needs_office
@pytest.mark.slow
def test_a_broken_older_file_fails_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(COMPOUND + b"WordDocument" * 50)
    with pytest.raises(ExtractionFailed, match="Hãy"):
        extract_text(Kind.DOC, path)


def test_without_libreoffice_the_clerk_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office_conversion, "PATH", str(tmp_path))
    with pytest.raises(ExtractionFailed, match=r"lưu lại thành \.docx") as failed:
        office_conversion.converted(Kind.DOC, tmp_path / "a", tmp_path)
    assert "sudo apt install libreoffice" in str(failed.value)
