"""Files kept byte for byte, once, under their hash, and given out only as downloads."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.documents import filing
from dondoc.documents.filing import NotKept, keep
from dondoc.documents.guard import FileRefused
from dondoc.documents.models import Document, StoredFile
from tests.cast import Cast
from tests.documents.made_files import png, word

SignIn = Callable[[Officer], Client]


@pytest.fixture(autouse=True)
def files_apart(settings: Any, tmp_path: Path) -> None:
    settings.FILES = tmp_path / "files"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def on_disk(settings: Any) -> list[Path]:
    return [path for path in Path(settings.FILES).rglob("*") if path.is_file()]


def test_a_file_is_kept_byte_for_byte_under_its_hash(
    cast: Cast, at: datetime, settings: Any
) -> None:
    content = word("Giao Sở Xây dựng chủ trì.")
    stored = keep(upload("../Công văn\u202e 2606.docx", content), by=cast.binh, at=at)
    assert stored.sha256 == hashlib.sha256(content).hexdigest()
    assert filing.path_of(stored.sha256).read_bytes() == content
    assert (stored.name, stored.kind, stored.size) == ("Công văn 2606.docx", "docx", len(content))


def test_the_same_content_is_stored_once_under_each_of_its_names(
    cast: Cast, at: datetime, settings: Any
) -> None:
    keep(upload("một.png", png()), by=cast.hoa, at=at)
    keep(upload("hai.png", png()), by=cast.hoa, at=at)
    assert set(StoredFile.objects.values_list("name", flat=True)) == {"một.png", "hai.png"}
    assert len(on_disk(settings)) == 1


def test_a_torn_file_is_mended_by_the_next_upload(cast: Cast, at: datetime) -> None:
    stored = keep(upload("một.png", png()), by=cast.hoa, at=at)
    filing.path_of(stored.sha256).write_bytes(b"half")
    keep(upload("một.png", png()), by=cast.hoa, at=at)
    assert filing.path_of(stored.sha256).read_bytes() == png()


def test_a_refused_file_leaves_nothing(cast: Cast, at: datetime, settings: Any) -> None:
    with pytest.raises(FileRefused):
        keep(upload("a.pdf", b"MZ"), by=cast.hoa, at=at)
    assert not on_disk(settings)
    assert not StoredFile.objects.exists()


def test_a_full_disk_is_told_and_leaves_no_half(
    cast: Cast, at: datetime, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(filing.os, "fsync", full)
    with pytest.raises(NotKept, match="chưa lưu được tệp"):
        keep(upload("một.png", png()), by=cast.hoa, at=at)
    assert not on_disk(settings)
    assert not StoredFile.objects.exists()


def test_an_original_goes_out_only_as_a_download_and_only_to_those_who_see_it(
    cast: Cast, at: datetime, as_officer: SignIn
) -> None:
    content = word("Giao Sở.")
    stored = keep(upload("Công văn.docx", content), by=cast.binh, at=at)
    document = Document.objects.create(committee=cast.city, arrived_at=at, original=stored)
    answer = as_officer(cast.binh).get(f"/files/{stored.pk}/")
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''C%C3%B4ng%20v%C4%83n.docx"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Content-Type"] == "application/octet-stream"
    assert b"".join(answer.streaming_content) == content  # type: ignore[attr-defined]
    assert as_officer(cast.thu).get(f"/files/{stored.pk}/").status_code == 404
    assert document.original == stored


def test_a_file_that_nothing_holds_is_given_to_nobody(
    cast: Cast, at: datetime, as_officer: SignIn
) -> None:
    stored = keep(upload("một.png", png()), by=cast.hoa, at=at)
    assert as_officer(cast.hoa).get(f"/files/{stored.pk}/").status_code == 404


def test_content_lost_from_the_disk_is_not_found(
    cast: Cast, at: datetime, as_officer: SignIn
) -> None:
    stored = keep(upload("một.png", png()), by=cast.hoa, at=at)
    Document.objects.create(committee=cast.city, arrived_at=at, original=stored)
    filing.path_of(stored.sha256).unlink()
    assert as_officer(cast.binh).get(f"/files/{stored.pk}/").status_code == 404
