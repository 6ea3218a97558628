"""The life of a thing as `ui/timeline.html` draws it: days, newest first, each with its entries."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from dondoc.database.clock import day_of, local
from dondoc.journal.models import Entry

Look = tuple[str, str]
"""Icon and tone."""
PLAIN: Look = ("circle", "grey")


def by_day(entries: Iterable[Entry], told: Callable[[Entry], Any]) -> list[dict[str, Any]]:
    """Entries in their order, under the day on which each was recorded."""
    days = groupby(entries, key=lambda entry: day_of(entry.recorded_at))
    return [
        {"label": f"{day:%d/%m/%Y}", "entries": [told(entry) for entry in of_day]}
        for day, of_day in days
    ]


def deed(entry: Entry, label: str, look: Look = PLAIN) -> dict[str, Any]:
    """What every entry says: the deed, who did it in which capacity, at what o'clock."""
    icon, tone = look
    clock = local(entry.recorded_at)
    return {
        "label": label, "icon": icon, "tone": tone,
        "who": f"{entry.actor_name}, {entry.actor_title}",
        "at": clock.isoformat(), "clock": f"{clock:%H:%M}",
    }  # fmt: skip
