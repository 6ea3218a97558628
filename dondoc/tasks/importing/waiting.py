"""A sheet between its preview and its confirmation, kept under the installation's folder."""

import hashlib
import re
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from dondoc.agencies.models import Officer
from dondoc.workflow import Refused

KEPT_FOR = timedelta(days=1)
SHA256 = re.compile(r"[0-9a-f]{64}")


def keep(content: bytes, officer: Officer, at: datetime) -> str:
    """Keeps the sheet for its officer and gives its SHA-256; sheets left behind are swept away."""
    folder = _folder()
    for old in folder.glob("*.xlsx"):
        if old.stat().st_mtime < (at - KEPT_FOR).timestamp():
            old.unlink(missing_ok=True)
    sha256 = hashlib.sha256(content).hexdigest()
    (folder / f"{officer.pk}-{sha256}.xlsx").write_bytes(content)
    return sha256


def take(sha256: str, officer: Officer) -> bytes:
    """The sheet this officer left; raises Refused when it is not there any more."""
    file = _folder() / f"{officer.pk}-{sha256}.xlsx"
    if not SHA256.fullmatch(sha256) or not file.exists():
        raise Refused("Tệp xem trước không còn. Hãy chọn lại tệp.")
    return file.read_bytes()


def _folder() -> Path:
    folder: Path = settings.HOME / "imports"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
