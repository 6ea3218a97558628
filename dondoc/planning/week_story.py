"""The life of an entry as its page tells it, from the journal."""

from datetime import date
from itertools import groupby
from typing import Any

from dondoc.database.clock import day_of, local
from dondoc.journal.models import Entry
from dondoc.planning.models import WeekEntry
from dondoc.rules.wording import day_in_week, day_short
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
    deeds = Entry.objects.about(entry).order_by("-seq")
    by_day = groupby(deeds, key=lambda deed: day_of(deed.recorded_at))
    return [
        {"label": day_in_week(day), "entries": [_told(d) for d in some]} for day, some in by_day
    ]


def _told(deed: Entry) -> dict[str, Any]:
    at = local(deed.recorded_at)
    icon, tone = LOOKS.get(deed.subject_verb, ("pencil", "blue"))
    return {
        "label": label_of(deed.verb), "icon": icon, "tone": tone,
        "who": f"{deed.actor_name}, {deed.actor_title}", "at": at.isoformat(),
        "clock": f"{at:%H:%M}", "text": deed.said.get("reason") or None,
        "changes": _changes(deed) if deed.was else [],
    }  # fmt: skip


def _changes(deed: Entry) -> list[dict[str, str]]:
    return [
        {"label": label, "was": _spoken(name, deed.was), "now": _spoken(name, deed.now)}
        for name, label in FACTS.items()
        if name in deed.now and name in deed.was
    ]


def _spoken(name: str, facts: dict[str, Any]) -> str:
    """As people write it: 16/05/2022, 08:00."""
    value = str(facts[name] or "–")
    if name == "on":
        return day_short(date.fromisoformat(value))
    return value[:5] if name.endswith("_at") else value
