"""What was done to a document, as its page tells it: from the journal, newest first."""

from typing import Any

from dondoc.documents.models import Document
from dondoc.journal.models import Entry
from dondoc.journal.timeline import PLAIN, by_day, deed
from dondoc.workflow import label_of

LOOKS = {
    "register": ("inbox", "blue"),
    "correct": ("pencil", "grey"),
    "correct_text": ("pencil", "grey"),
    "propose": ("list-details", "blue"),
    "add": ("plus", "blue"),
    "confirm_all": ("checks", "green"),
    "close": ("circle-check", "green"),
    "issue": ("send", "green"),
}
NAMES = {
    "type": "Loại văn bản",
    "number": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "subject": "Trích yếu",
    "urgency": "Độ khẩn",
    "signer_authority": "Thẩm quyền ký",
    "signer_title": "Chức vụ người ký",
    "signer_name": "Người ký",
    "addressees": "Kính gửi",
    "recipients": "Nơi nhận",
}


def history_of(document: Document) -> list[dict[str, Any]]:
    """Days, each with its entries."""
    entries = list(Entry.objects.about(document).order_by("-seq"))
    return by_day(entries, _told)


def _told(entry: Entry) -> dict[str, Any]:
    look = LOOKS.get(entry.subject_verb, PLAIN)
    return deed(entry, label_of(entry.verb), look) | {"text": _changes(entry)}


def _changes(entry: Entry) -> str:
    """What was → what is, line by line; a first entry changes nothing."""
    if mended := entry.said.get("mended"):
        return str(mended).capitalize()
    if not entry.was:
        return ""
    changed = [name for name in NAMES if name in entry.was]
    return "\n".join(
        f"{NAMES[name]}: {_shown(entry.was[name])} → {_shown(entry.now.get(name))}"
        for name in changed
    )


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value)) or "(trống)"
    return str(value) if value else "(trống)"
