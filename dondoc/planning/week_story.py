"""The life of an entry as its page tells it, from the journal."""

from datetime import date
from typing import Any

from dondoc.journal.models import Entry
from dondoc.journal.timeline import by_day, deed
from dondoc.planning.models import WeekEntry
from dondoc.rules.wording import day_short
from dondoc.workflow import label_of

LOOKS = {
    "accept_entry": ("calendar-event", "green"),
    "add_entry": ("calendar-event", "green"),
    "arrange_entry": ("calendar-time", "amber"),
    "follow_meeting": ("calendar-time", "amber"),
    "decline_entry": ("circle-x", "grey"),
    "postpone_entry": ("hourglass", "orange"),
    "cancel_entry": ("ban", "red"),
}
FACTS = {
    "on": "ngày", "starts_at": "từ giờ", "ends_at": "đến giờ", "content": "nội dung",
    "place": "địa điểm",
}  # fmt: skip


def story_of(entry: WeekEntry) -> list[dict[str, Any]]:
    """By day, newest first, as `ui/timeline.html` draws it."""
    return by_day(Entry.objects.about(entry).order_by("-seq"), _told)


def _told(entry: Entry) -> dict[str, Any]:
    look = LOOKS.get(entry.subject_verb, ("pencil", "blue"))
    return deed(entry, label_of(entry.verb), look) | {
        "text": entry.said.get("reason") or None,
        "changes": _changes(entry) if entry.was else [],
    }


def _changes(entry: Entry) -> list[dict[str, str]]:
    return [
        {"label": label, "was": _spoken(name, entry.was), "now": _spoken(name, entry.now)}
        for name, label in FACTS.items()
        if name in entry.now and name in entry.was
    ]


def _spoken(name: str, facts: dict[str, Any]) -> str:
    """As people write it: 16/05/2022, 08:00."""
    value = str(facts[name] or "–")
    if name == "on":
        return day_short(date.fromisoformat(value))
    return value[:5] if name.endswith("_at") else value
