"""What somebody hands in, judged and read before anything of it is kept."""

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from dondoc.agencies.models import Agency
from dondoc.documents.extraction import ExtractionFailed, NeedsOcr, extract_text
from dondoc.documents.filenames import FileRefused
from dondoc.documents.filing import content_of, path_of
from dondoc.documents.guard import Kind, inspect
from dondoc.documents.letterhead import letterhead_of
from dondoc.documents.models import StoredFile
from dondoc.documents.plain_text import decoded
from dondoc.rules.directive import read

READABLE = (Kind.TXT, Kind.DOCX, Kind.PDF)
MOST_PASTED = 1_000_000
"""Letters that may be pasted; a thousand pages."""


@dataclass(frozen=True)
class Reading:
    """The words of what was handed in, its letterhead, and whether it is a state secret."""

    text: str
    letterhead: dict[str, Any]
    secrecy: str = ""
    orders: int = 0
    notes: tuple[str, ...] = ()


def words_of_upload(upload: Any) -> tuple[str, tuple[str, ...]]:
    """The words of an uploaded file and what to know of them; a scan has none and says so."""
    content = content_of(upload)
    kind = inspect(upload.name or "", content)
    if kind not in READABLE:
        raise FileRefused("Chỉ đọc được văn bản .docx, .pdf, .txt. Hãy chọn tệp khác.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"upload.{kind}")
        path.write_bytes(content)
        return _words_at(kind, path)


def words_of_kept(stored: StoredFile) -> str:
    """The words of a file that was kept a moment ago, read again from its bytes."""
    try:
        return _words_at(Kind(stored.kind), path_of(stored.sha256))[0]
    except (FileRefused, OSError):
        return ""


def _words_at(kind: Kind, path: Path) -> tuple[str, tuple[str, ...]]:
    try:
        extracted = extract_text(kind, path)
    except NeedsOcr as scan:
        return "", (f"{scan} Vẫn vào sổ được: hãy nhập tay các mục dưới đây.",)
    except ExtractionFailed as failure:
        raise FileRefused(str(failure)) from failure
    return extracted.text, extracted.notes


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


def reading_of(text: str, committee: Agency, at: datetime, notes: tuple[str, ...] = ()) -> Reading:
    """Reads the letterhead and counts the orders; of a secret nothing but its mark is told."""
    directive = read(text)
    letterhead = letterhead_of(directive, committee, at)
    return Reading(text, letterhead, directive.secrecy or "", len(directive.orders), notes)
