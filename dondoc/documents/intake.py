"""What somebody hands in, judged and read before anything of it is kept."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from dondoc.agencies.models import Agency
from dondoc.documents.actions.hand_ins import Found, Upload
from dondoc.documents.extraction import Extracted, ExtractionFailed, extract_text, survey
from dondoc.documents.filenames import FileRefused, safe_name
from dondoc.documents.filing import content_of
from dondoc.documents.guard import Kind, inspect
from dondoc.documents.letterhead import letterhead_of
from dondoc.documents.pages import kept_pages
from dondoc.documents.plain_text import decoded
from dondoc.documents.secrecy import secrecy_of
from dondoc.rules.directive import read

MOST_PASTED = 1_000_000
"""Letters that may be pasted; a thousand pages."""
PAGES_AT_ONCE = 30
"""Pages of a text layer that are read while the person waits."""
SLOW = (Kind.DOC, Kind.ODT)
"""Kinds that another program turns into text first."""


@dataclass(frozen=True)
class Reading:
    """The words of what was handed in, its letterhead, and whether it is a state secret."""

    text: str
    letterhead: dict[str, Any]
    secrecy: str = ""
    orders: int = 0
    notes: tuple[str, ...] = ()

    def number_alone(self) -> dict[str, Any]:
        """What may be told of a state secret, as JSON can hold it."""
        head, day = self.letterhead, self.letterhead["issued_on"]
        told = {name: str(head[name]) for name in ("type", "number", "issuer", "urgency")}
        return {**told, "issued_on": day.isoformat() if day else None}


def upload_of(file: Any) -> Upload:
    """The file as the guard lets it in; refuses what has no words to read."""
    content = content_of(file)
    kind = inspect(file.name or "", content)
    if kind == Kind.XLSX:
        raise FileRefused("Bảng tính không phải văn bản để vào sổ. Hãy chọn tệp khác.")
    return Upload(safe_name(file.name or ""), kind.value, content)


def read_at_once(upload: Upload) -> Found | None:
    """What a short file with letters says; None for one whose reading takes its time."""
    kind = Kind(upload.kind)
    if kind in SLOW:
        return None
    with _laid_down(upload) as path:
        try:
            if _takes_time(kind, path):
                return None
            return found_in(kind, extract_text(kind, path))
        except ExtractionFailed as failure:
            raise FileRefused(str(failure)) from failure


@contextmanager
def _laid_down(upload: Upload) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"upload.{upload.kind}")
        path.write_bytes(upload.content)
        yield path


def _takes_time(kind: Kind, path: Path) -> bool:
    if kind in (Kind.TXT, Kind.DOCX):
        return False
    seen = survey(kind, path)
    return seen.is_scan or seen.pages > PAGES_AT_ONCE


def found_in(kind: Kind, extracted: Extracted) -> Found:
    """What was read, as it is kept."""
    return Found(extracted.text, kept_pages(kind, extracted.pages), list(extracted.notes))


def words_of_paste(pasted: str) -> str:
    """Pasted words with plain line ends; refuses what is too long or no text."""
    if len(pasted) > MOST_PASTED:
        raise FileRefused(
            f"Nội dung dán vào dài {len(pasted) // 1000:,} nghìn ký tự, quá mức 1 triệu. "
            "Hãy chỉ dán phần cần xử lý, hoặc tải lên tệp gốc."
        )
    try:
        return decoded(pasted.encode()).strip("\n")
    except (FileRefused, UnicodeEncodeError) as refusal:
        raise FileRefused(
            "Nội dung dán vào không phải văn bản (có ký tự điều khiển hoặc mã trang web). "
            "Hãy sao chép lại phần chữ của văn bản rồi dán."
        ) from refusal


def reading_of(text: str, committee: Agency, at: datetime, found: Found | None = None) -> Reading:
    """Reads the letterhead and counts the orders; of a secret nothing but its mark is told."""
    directive = read(text)
    letterhead = letterhead_of(directive, committee, at)
    secrecy = directive.secrecy or (secrecy_of(text, found.pages) if found else "")
    notes = tuple(found.notes) if found else ()
    return Reading(text, letterhead, secrecy, len(directive.orders), notes)
