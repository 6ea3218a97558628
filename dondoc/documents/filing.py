"""Files kept byte for byte under their SHA-256, and who may take them out again."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from dondoc.agencies.models import Officer
from dondoc.documents.filenames import safe_name
from dondoc.documents.guard import MAX_BYTES, inspect
from dondoc.documents.models import Document, StoredFile
from dondoc.workflow import Refused

Holder = Callable[[int, Officer], bool]
_HOLDERS: list[Holder] = []


class NotKept(Refused):
    """The disk did not take the file; nothing was recorded."""

    status = 503


def keep(upload: "UploadedFile[bytes]", *, by: Officer, at: datetime) -> StoredFile:
    """Judges the file, puts it on the disk and registers it; raises FileRefused or NotKept."""
    content = content_of(upload)
    kind = inspect(upload.name or "", content)
    return keep_content(upload.name or "", kind, content, by=by, at=at)


def keep_content(name: str, kind: str, content: bytes, *, by: Officer, at: datetime) -> StoredFile:
    """Puts judged content on the disk and registers it under its name; raises NotKept."""
    sha256 = hashlib.sha256(content).hexdigest()
    put_whole(path_of(sha256), content)
    stored = StoredFile.objects.create(
        sha256=sha256, name=safe_name(name), kind=kind, size=len(content),
        uploaded_by=by, uploaded_at=at,
    )  # fmt: skip
    put_whole(path_of(sha256), content)  # its twin may have been let go of meanwhile
    return stored


def let_go(stored: StoredFile) -> None:
    """Removes a file nothing holds any more, its bytes too unless they are another's as well."""
    path = path_of(stored.sha256)
    stored.delete()
    if not StoredFile.objects.filter(sha256=stored.sha256).exists():
        path.unlink(missing_ok=True)


def content_of(upload: "UploadedFile[bytes]") -> bytes:
    """The bytes of an upload, at most one more than may be kept."""
    upload.seek(0)
    content: bytes = upload.read(MAX_BYTES + 1)
    return content


def path_of(sha256: str) -> Path:
    """Where the content of this hash lies."""
    return Path(settings.FILES, sha256[:2], sha256)


def put_whole(path: Path, content: bytes) -> None:
    """Writes beside, syncs, renames: under its name a file is whole or is not there."""
    if path.exists() and path.stat().st_size == len(content):
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, content)
        _sync_folder(path.parent)
    except OSError as error:
        raise NotKept(
            "Máy chủ chưa lưu được tệp nên chưa ghi nhận gì. Hãy thử lại sau ít phút "
            "hoặc báo quản trị hệ thống."
        ) from error


def _write_whole(path: Path, content: bytes) -> None:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def held_by(holds: Holder) -> Holder:
    """An upper room says who sees the files it holds: (file's key, officer) -> bool."""
    _HOLDERS.append(holds)
    return holds


@held_by
def original_of_a_visible_document(pk: int, officer: Officer) -> bool:
    """The file is the original of a document the officer may see."""
    return Document.objects.visible_to(officer).filter(original=pk).exists()


def visible_to(officer: Officer, pk: int) -> QuerySet[StoredFile]:
    """The file, for whoever sees something that holds it; nothing for others."""
    files = StoredFile.objects.filter(pk=pk)
    return files if any(holds(pk, officer) for holds in _HOLDERS) else files.none()
