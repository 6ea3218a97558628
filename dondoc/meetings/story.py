"""The life of a meeting as its page tells it: from the journal, in the words of then."""

from datetime import datetime
from typing import Any

from dondoc.database.clock import local
from dondoc.journal.models import Entry
from dondoc.journal.timeline import PLAIN, by_day, deed
from dondoc.meetings.models import Meeting
from dondoc.workflow import label_of

LOOKS = {
    "plan_meeting": ("calendar-event", "blue"),
    "reschedule": ("calendar-time", "amber"),
    "cancel": ("ban", "grey"),
    "tick": ("circle-check", "green"),
    "untick": ("circle-x", "orange"),
    "ask_opinion": ("send", "violet"),
    "approve_content": ("circle-check", "green"),
    "return_content": ("arrow-back-up", "orange"),
    "issue_invitation": ("send", "blue"),
    "answer": ("message-2", "blue"),
    "decide_deputy": ("gavel", "violet"),
    "add_papers": ("paperclip", "grey"),
    "hold": ("gavel", "blue"),
    "issue_notice": ("speakerphone", "green"),
}
UNTOLD = ("open_papers",)
SAID = {"reason": "Lý do", "note": "Lời trình", "text": "", "opinion": "Ý kiến"}
ANSWERS = {"attends": "Dự họp", "deputy": "Cử người dự thay", "declines": "Vắng mặt"}
NAMED = ("preparation", "participant", "paper", "deputy", "signer")


def story_of(meeting: Meeting, limit: int = 60) -> list[dict[str, Any]]:
    """Days, newest first, each with its entries."""
    entries = Entry.objects.about(meeting).order_by("-seq")[:limit]
    told = [entry for entry in entries if entry.subject_verb not in UNTOLD]
    return by_day(told, _told)


def _told(entry: Entry) -> dict[str, Any]:
    look = LOOKS.get(entry.subject_verb, PLAIN)
    return deed(entry, label_of(entry.verb), look) | {"lines": _lines(entry)}


def _lines(entry: Entry) -> list[tuple[str, str]]:
    said = entry.said
    lines = [("", said[name]["name"]) for name in NAMED if isinstance(said.get(name), dict)]
    if isinstance(answer := said.get("answer"), str) and answer:
        lines.append(("", ANSWERS.get(answer, answer)))
    if entry.subject_verb == "decide_deputy":
        lines.append(("", "Đồng ý" if said.get("agreed") else "Không đồng ý"))
    if entry.subject_verb == "reschedule":
        lines.append(("Bắt đầu", _moment(said["starts_at"])))
    return lines + [(word, str(said[name])) for name, word in SAID.items() if said.get(name)]


def _moment(text: str) -> str:
    return f"{local(datetime.fromisoformat(text)):%H:%M %d/%m/%Y}"
