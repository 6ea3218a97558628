"""What the task's own page shows beside its fields: source, relatives, steps, clock, next moves."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.models import Agency, CommitteeRules, Officer
from dondoc.agencies.roles import assigns_for
from dondoc.database.clock import day_of
from dondoc.documents.models import Document
from dondoc.rules.timeliness import Judgement
from dondoc.tasks.flow import flow
from dondoc.tasks.models import Extension, State, Task, Watch
from dondoc.workflow import Move

RELATED = (
    "issuer", "lead", "leader__user", "leader__agency", "document", "field",
    "executor__user", "tracker__user",
)  # fmt: skip
ICONS = {
    "accept": "checks",
    "post_update": "pencil",
    "submit": "send",
    "confirm": "circle-check",
    "send_back": "rotate-clockwise",
    "reopen": "refresh",
    "return_to_assigner": "arrow-back-up",
    "pass_down": "subtask",
    "entrust": "user",
    "reassign": "arrow-forward-up",
    "revise": "pencil-plus",
    "resume": "player-play",
    "suspend": "player-pause",
    "suspend_longer": "calendar-pause",
    "recall": "ban",
    "star": "star",
    "unstar": "star-filled",
    "watch": "eye",
    "unwatch": "eye",
    "ask_extension": "calendar-time",
    "grant_extension": "calendar-event",
    "refuse_extension": "calendar-due",
    "change_deadline": "calendar",
}
ORDER = tuple(ICONS)
LEADING = ("accept", "confirm", "reassign", "resume", "grant_extension", "post_update")
"""Moves that answer what the task waits for; the first one open is the page's main button."""
DANGEROUS = ("recall", "return_to_assigner", "send_back", "refuse_extension")
STEPS = (
    ("Đã giao", "assigned_at", (State.ASSIGNED, State.RETURNED)),
    ("Tiếp nhận", "accepted_at", (State.ACCEPTED,)),
    ("Đang thực hiện", "first_updated_at", (State.UNDER_WAY, State.REWORK, State.SUSPENDED)),
    ("Chờ xác nhận", "submitted_at", (State.SUBMITTED,)),
    ("Hoàn thành", "confirmed_at", (State.DONE,)),
)


@dataclass(frozen=True)
class Source:
    """The order as the document words it; the link only for those who may open the document."""

    label: str
    clause: str
    quote: str
    document: Document | None


def source_of(task: Task, officer: Officer) -> Source | None:
    """The clause and the very sentence the task stands on, shown to all who hold the task."""
    document = task.document
    if document is None:
        return None
    start, end = task.source_start, task.source_end
    quote = document.text[start:end].strip() if start is not None and end is not None else ""
    seen = Document.objects.visible_to(officer).filter(pk=document.pk).exists()
    return Source(document.label, task.clause, quote, document if seen else None)


@dataclass(frozen=True)
class Relative:
    """A task above or below this one; `opens` says whether the reader may open its page."""

    task: Task
    judged: Judgement
    opens: bool


def judged(task: Task, committee: Agency | None, at: datetime) -> Judgement:
    """How the task stands against its deadline, by the committee's own thresholds."""
    return task.judged(at, thresholds_of(committee or task.issuer, at).soon_until)


def relatives(
    task: Task, officer: Officer, at: datetime, soon_until: datetime
) -> tuple[list[Relative], list[Relative]]:
    """Those above, nearest first and up to the first order, and those directly below."""
    above = list(_ancestors(task))
    below = list(
        Task.objects.filter(parent=task).select_related("lead", "issuer").order_by("due_at", "pk")
    )
    keys = [one.pk for one in (*above, *below)]
    seen = set(
        Task.objects.visible_to(officer).filter(pk__in=keys).values_list("pk", flat=True)
        if keys
        else ()
    )

    def as_relative(one: Task) -> Relative:
        return Relative(one, one.judged(at, soon_until), one.pk in seen)

    up = [as_relative(one) for one in above]
    down = [as_relative(one) for one in below if one.pk in seen]
    return up, down


def _ancestors(task: Task) -> Any:
    """A sub-unit always sees the words and deadline of the order above its own."""
    while task.parent_id is not None:
        task = Task.objects.select_related("issuer", "lead").get(pk=task.parent_id)
        yield task


def steps_of(task: Task) -> list[dict[str, Any]]:
    """Where the task stands on its way, each step with the day it was reached."""
    reached = next((i for i, step in enumerate(STEPS) if task.state in step[2]), -1)
    steps = []
    for i, (label, when, _) in enumerate(STEPS):
        instant = getattr(task, when)
        done = i < reached or (i == reached and task.state == State.DONE)
        step = {"label": label, "done": done, "now": i == reached and not done}
        day = day_of(instant) if instant else None
        steps.append({**step, "on": f"{day:%d/%m/%Y}" if day else None})
    return steps


def days_between(start: datetime | None, end: datetime | None) -> int | None:
    """Whole calendar days in Việt Nam between two instants."""
    return (day_of(end) - day_of(start)).days if start and end else None


def next_moves(task: Task, officer: Officer, at: datetime) -> list[dict[str, Any]]:
    """What the officer may do now, in the order of work, the awaited deed first."""
    open_now = [move for move in flow.open_to(officer, task) if move.verb in ORDER]
    asked = task.extensions.filter(state=Extension.State.ASKED).exists()
    watched = Watch.objects.filter(task=task, officer=officer).exists()
    moot = {
        "pass_down": not assigns_for(officer, task.lead),
        "star": task.starred,
        "unstar": not task.starred,
        "watch": watched,
        "unwatch": not watched,
        "grant_extension": not asked,
        "refuse_extension": not asked,
        "ask_extension": asked or not _may_still_ask(task, at),
    }
    rows = [_row(move) for move in open_now if not moot.get(move.verb, False)]
    rows.sort(key=lambda row: (not row["leads"], ORDER.index(row["verb"])))
    if rows and rows[0]["leads"]:
        rows[0]["kind"] = "primary"
    return rows


def _may_still_ask(task: Task, at: datetime) -> bool:
    """An extension is asked before the deadline passes and no more often than the rules allow."""
    if task.due_at is None or at >= task.due_at:
        return False
    return task.extensions_granted < CommitteeRules.of(task.issuer).max_extensions


def _row(move: Move) -> dict[str, Any]:
    kind = "danger" if move.verb in DANGEROUS else "secondary"
    return {
        "verb": move.verb, "label": move.label, "icon": ICONS[move.verb], "kind": kind,
        "asks": bool(move.asks), "leads": move.verb in LEADING,
    }  # fmt: skip
