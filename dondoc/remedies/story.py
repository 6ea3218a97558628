"""The life of a remedy, a report or an inspection as its page tells it, from the journal."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Model

from dondoc.journal.models import Entry
from dondoc.journal.timeline import PLAIN, by_day, deed
from dondoc.remedies.models import Remedy
from dondoc.workflow import label_of

LOOKS = {
    "call_for": ("alert-triangle", "red"),
    "promise": ("player-play", "blue"),
    "report_result": ("send", "violet"),
    "return_promise": ("arrow-back-up", "orange"),
    "return_result": ("rotate-clockwise", "orange"),
    "confirm_result": ("circle-check", "green"),
    "ask_objective": ("scale", "amber"),
    "grant_objective": ("check", "green"),
    "refuse_objective": ("circle-x", "red"),
    "open_report": ("file-text", "grey"),
    "sign_report": ("send", "violet"),
    "return_report": ("arrow-back-up", "orange"),
    "accept_report": ("circle-check", "green"),
    "urge_report": ("speakerphone", "amber"),
    "plan_inspection": ("calendar-event", "blue"),
    "note_finding": ("eye", "amber"),
    "conclude": ("gavel", "green"),
    "cancel_inspection": ("ban", "grey"),
}
SAID = {
    "cause": "Nguyên nhân",
    "cause_told": "Nói rõ",
    "solution": "Giải pháp",
    "commit_on": "Cam kết xong",
    "person": "Người chịu trách nhiệm",
    "result": "Kết quả",
    "reason": "Lý do",
    "despite": "Lý do xác nhận khi nhiệm vụ chưa xong",
    "answer": "Ý kiến",
    "unit": "Đơn vị",
    "content": "Phát hiện",
    "conclusion": "Kết luận",
    "planned_on": "Ngày",
}
"""What was said, in the order it is read, with the word before it."""


def story_of(*subjects: Model | None) -> list[dict[str, Any]]:
    """Days, newest first, each with its entries; of several subjects that belong together."""
    entries: list[Entry] = []
    for subject in subjects:
        entries += Entry.objects.about(subject) if subject is not None else []
    entries.sort(key=lambda one: (one.recorded_at, one.pk), reverse=True)
    return by_day(entries, _told)


def _told(entry: Entry) -> dict[str, Any]:
    look = LOOKS.get(entry.subject_verb, PLAIN)
    return deed(entry, label_of(entry.verb), look) | {"lines": list(_lines(entry))}


def _lines(entry: Entry) -> Iterable[tuple[str, str]]:
    bare = entry.subject_verb in ("call_for", "open_report")  # the page itself names the unit
    for name, word in SAID.items():
        value = entry.said.get(name)
        if value and not (bare and name == "unit"):
            yield word, _written(name, value)


def _written(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("name", ""))
    if name == "cause":
        return str(Remedy.Cause(value).label)
    if name.endswith("_on"):
        return f"{date.fromisoformat(value[:10]):%d/%m/%Y}"
    return str(value)
