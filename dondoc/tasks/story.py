"""The life of a task as its page tells it: from the journal, in the words and titles of then."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.journal.timeline import PLAIN, by_day, deed
from dondoc.tasks.models import State, Task
from dondoc.workflow import label_of

LOOKS = {
    "assign": ("clipboard-check", "blue"),
    "accept": ("checks", "blue"),
    "return_to_assigner": ("arrow-back-up", "orange"),
    "post_update": ("message-2", "blue"),
    "submit": ("send", "violet"),
    "confirm": ("circle-check", "green"),
    "send_back": ("rotate-clockwise", "orange"),
    "reopen": ("refresh", "blue"),
    "recall": ("ban", "grey"),
    "suspend": ("player-pause", "grey"),
    "suspend_longer": ("calendar-pause", "grey"),
    "resume": ("player-play", "blue"),
    "pass_down": ("subtask", "blue"),
    "entrust": ("user", "blue"),
    "reassign": ("arrow-forward-up", "blue"),
    "revise": ("pencil", "grey"),
    "star": ("star-filled", "amber"),
    "unstar": ("star", "grey"),
    "ask_extension": ("calendar-time", "amber"),
    "grant_extension": ("calendar-event", "green"),
    "refuse_extension": ("calendar-due", "red"),
    "change_deadline": ("calendar", "amber"),
    "warn_of_slip": ("route", "red"),
}
UNTOLD = ("watch", "unwatch")
"""Deeds that concern one reader and not the work."""
SAID = {
    "narrative": "",
    "content": "",
    "reason": "Lý do",
    "answer": "Ý kiến",
    "remark": "Nhận xét",
    "late_reason": "Lý do chậm",
    "milestone": "Mốc đạt được",
    "obstacle": "Khó khăn, vướng mắc",
    "proposal": "Đề xuất, kiến nghị",
}
"""What was typed, in the order it is read, with the word before it."""


@dataclass(frozen=True)
class Change:
    """One fact that was so and is now otherwise."""

    label: str
    was: str
    now: str


@dataclass(frozen=True)
class Told:
    """One entry as the timeline shows it."""

    label: str
    icon: str
    tone: str
    who: str
    at: str
    clock: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    files: list[dict[str, str]] = field(default_factory=list)
    late: str | None = None


def story_of(task: Task) -> list[dict[str, Any]]:
    """Days, newest first, each with its entries: who, in which capacity, what was and what is."""
    entries = Entry.objects.about(task).order_by("-seq")
    told = [entry for entry in entries if entry.subject_verb not in UNTOLD]
    names = _names_in(told)
    return by_day(told, lambda entry: _told(entry, names))


def _told(entry: Entry, names: dict[str, str]) -> Told:
    look = LOOKS.get(entry.subject_verb, PLAIN)
    return Told(
        **deed(entry, label_of(entry.verb), look),
        lines=_lines(entry), changes=list(_changes(entry, names)),
        files=_files(entry), late=_late(entry),
    )  # fmt: skip


def _lines(entry: Entry) -> list[tuple[str, str]]:
    """The words of the deed; revised words stand among the changes instead."""
    skip = "content" if entry.subject_verb == "revise" else ""
    lines = [
        (word, str(entry.said[name]))
        for name, word in SAID.items()
        if entry.said.get(name) and name != skip
    ]
    lead = entry.said.get("lead")
    if lead and entry.subject_verb in ("assign", "pass_down"):
        lines.insert(0, ("Chủ trì", lead["name"]))
    if day := entry.said.get("due_on"):
        lines.append(("Thời hạn đề nghị" if "ask" in entry.verb else "Thời hạn duyệt", _day(day)))
    if day := entry.said.get("claimed_on"):
        lines.append(("Ngày thực hiện theo lời khai", _day(day)))
    return lines


def _files(entry: Entry) -> list[dict[str, str]]:
    """The files that came with the deed, as links to download."""
    return [
        {"name": one["name"], "href": reverse("documents:file", args=[one["id"]])}
        for one in entry.said.get("files") or []
    ]


def _changes(entry: Entry, names: dict[str, str]) -> Iterable[Change]:
    """What was → what is, of the facts people know by name; a first entry changes nothing."""
    for name, (label, read) in FACTS.items():
        if name in entry.was and entry.was[name] != entry.now.get(name):
            was, now = entry.was[name], entry.now.get(name)
            yield Change(label, read(was, names), read(now, names))


def _late(entry: Entry) -> str | None:
    """Says when the deed was entered on a later day than it is claimed to have been done."""
    if entry.claimed_on is None:
        return None
    days = (day_of(entry.recorded_at) - entry.claimed_on).days
    return f"nhập muộn {days} ngày" if days > 0 else None


def _day(value: Any) -> str:
    return f"{date.fromisoformat(value[:10]):%d/%m/%Y}" if value else "không thời hạn"


def _state(value: Any, names: dict[str, str]) -> str:
    return State(value).label


def _words(value: Any, names: dict[str, str]) -> str:
    return str(value) if value else "(trống)"


def _named(kind: str) -> Any:
    return lambda value, names: names.get(f"{kind}:{value}", "chưa có") if value else "chưa có"


FACTS: dict[str, tuple[str, Any]] = {
    "state": ("Trạng thái", _state),
    "content": ("Nội dung", _words),
    "product": ("Sản phẩm", _words),
    "lead_id": ("Chủ trì", _named("agency")),
    "executor_id": ("Người thực hiện", _named("officer")),
    "due_on": ("Thời hạn", lambda value, names: _day(value)),
    "percent": ("Tiến độ", lambda value, names: f"{value}%"),
}


def _names_in(entries: list[Entry]) -> dict[str, str]:
    """The names of the bodies and people that changes speak of, in at most two queries."""
    names = {}
    if bodies := _keys(entries, "lead_id"):
        rows = Agency.objects.filter(pk__in=bodies).values_list("pk", "name")
        names.update({f"agency:{pk}": name for pk, name in rows})
    if people := _keys(entries, "executor_id"):
        seats = Officer.objects.filter(pk__in=people).values_list("pk", "user__name")
        names.update({f"officer:{pk}": name for pk, name in seats})
    return names


def _keys(entries: list[Entry], name: str) -> set[int]:
    changed = (entry for entry in entries if name in entry.was)
    return {key for entry in changed for key in (entry.was[name], entry.now.get(name)) if key}


def told_until(task: Task) -> int:
    """The number of the last entry: what somebody has seen who opens the page now."""
    return Entry.objects.about(task).order_by("-seq").values_list("seq", flat=True).first() or 0


def last_after(task: Task, seen: int) -> Entry | None:
    """The last entry since somebody saw the task, if there is one that changed it."""
    since = Entry.objects.about(task).filter(seq__gt=seen).order_by("-seq")
    return next((one for one in since if one.subject_verb not in UNTOLD), None)
