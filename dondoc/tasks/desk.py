"""What lies on a desk: the buckets of a unit's open work, and what waits for those who give it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from dondoc.agencies.calendars import Thresholds, thresholds_of
from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.models.officers import COMMITTEE_ROLES
from dondoc.agencies.roles import READERS, assigns_for
from dondoc.journal.models import Entry
from dondoc.rules.timeliness import Timeliness
from dondoc.tasks.models import Extension, State, Task, TaskQuerySet
from dondoc.tasks.models.tasks import IN_HAND

SHOWN = 5
"""Rows of a bucket that stand on the desk; the rest are in its list."""
RELATED = ("lead", "issuer", "executor__user")


@dataclass(frozen=True)
class Bucket:
    """One number of the desk, the address of exactly its list, and its first rows."""

    key: str
    word: str
    icon: str
    tone: str | None
    href: str
    count: int
    rows: list[Task]


def thresholds_for(officer: Officer, at: datetime) -> Thresholds:
    """The thresholds of the committee the seat belongs to."""
    return thresholds_of(officer.agency.committee or officer.agency, at)


def works_for(officer: Officer) -> TaskQuerySet:
    """The tasks whose ball may lie with this seat: an officer's own, else all its body leads."""
    if officer.role in READERS:
        return Task.objects.none()
    if officer.role == Role.OFFICER:
        return Task.objects.filter(executor=officer)
    return Task.objects.filter(lead__in=_speaks_for(officer))


def _speaks_for(officer: Officer) -> list[int]:
    whole = officer.role in COMMITTEE_ROLES and officer.committee_id
    return [officer.agency_id, *([officer.committee_id] if whole and officer.committee_id else [])]


def gives_for(officer: Officer) -> list[Agency]:
    """The bodies in whose name the officer gives tasks: his committee first, then his own."""
    bodies = {body.pk: body for body in (officer.agency.committee, officer.agency) if body}
    return [body for body in bodies.values() if assigns_for(officer, body)]


def unit_buckets(officer: Officer, at: datetime) -> list[Bucket]:
    """What the unit has to do, the most pressing first."""
    limits = thresholds_for(officer, at)
    tasks = works_for(officer)
    scope = "mine" if officer.role == Role.OFFICER else "unit"

    def timely(kind: Timeliness) -> TaskQuerySet:
        return tasks.judged_to_be(kind, at, limits.soon_until)

    quiet = tasks.filter(state__in=IN_HAND).stale(at, limits.stale_days)
    rows: Iterable[tuple[str, str, str, str | None, TaskQuerySet, dict[str, Any]]] = (
        ("accept", "Cần tiếp nhận", "inbox", None,
         tasks.filter(state=State.ASSIGNED), {"state": State.ASSIGNED}),
        ("rework", "Thực hiện lại", "rotate-clockwise", None,
         tasks.filter(state=State.REWORK), {"state": State.REWORK}),
        ("overdue", "Quá hạn", "alert-triangle-filled", "overdue",
         timely(Timeliness.OVERDUE), {"timeliness": Timeliness.OVERDUE}),
        ("due_today", "Đến hạn hôm nay", "bell", "due_today",
         timely(Timeliness.DUE_TODAY), {"timeliness": Timeliness.DUE_TODAY}),
        ("due_soon", "Sắp đến hạn", "hourglass", "due_soon",
         timely(Timeliness.DUE_SOON), {"timeliness": Timeliness.DUE_SOON}),
        ("update", "Cần cập nhật kỳ này", "history", None,
         quiet, {"stale": 1, "state": list(IN_HAND)}),
        ("submitted", "Chờ xác nhận", "send", None,
         tasks.filter(state=State.SUBMITTED), {"state": State.SUBMITTED}),
    )  # fmt: skip
    buckets = [_bucket(*row[:4], row[4], {"scope": scope, **row[5]}) for row in rows]
    asked = tasks.filter(extensions__state=Extension.State.ASKED)
    return [*buckets, _here("extension", "Đề nghị gia hạn", "calendar-time", asked)]


def waiting_buckets(officer: Officer, bodies: list[Agency]) -> list[Bucket]:
    """What waits for the decision of those who gave the tasks."""
    given = Task.objects.filter(issuer__in=[body.pk for body in bodies])
    confirm = given.filter(state=State.SUBMITTED)
    returned = given.filter(state=State.RETURNED)
    asked = given.filter(extensions__state=Extension.State.ASKED)
    there = reverse("tasks:approvals")
    return [
        _bucket("confirm", "Kết quả chờ xác nhận", "send", None, confirm,
                {"scope": "issued", "state": State.SUBMITTED}),
        _bucket("returned", "Đơn vị trả lại", "arrow-back-up", None, returned,
                {"scope": "issued", "state": State.RETURNED}),
        _here("asked", "Đề nghị gia hạn", "calendar-time", asked, there),
    ]  # fmt: skip


def in_order(tasks: TaskQuerySet) -> TaskQuerySet:
    """Star first, then the nearest deadline; those without a deadline last."""
    return tasks.select_related(*RELATED).order_by("-starred", "due_at", "pk")


def _bucket(
    key: str, word: str, icon: str, tone: str | None, tasks: TaskQuerySet, query: dict[str, Any]
) -> Bucket:
    href = f"/tasks/?{urlencode(query, doseq=True)}"
    rows = list(in_order(tasks)[: SHOWN + 1])
    count = len(rows) if len(rows) <= SHOWN else tasks.count()
    return Bucket(key, word, icon, tone, href, count, rows[:SHOWN])


def _here(key: str, word: str, icon: str, tasks: TaskQuerySet, page: str = "") -> Bucket:
    """A bucket whose whole list stands on a page of its own making, not among the filters."""
    rows = list(in_order(tasks))
    return Bucket(key, word, icon, None, f"{page}#{key}", len(rows), rows)


@dataclass(frozen=True)
class Waiting:
    """A task that waits for a decision, with the words that came with it."""

    task: Task
    words: str
    who: str
    extension: Extension | None = None


def to_confirm(bodies: list[Agency]) -> list[Waiting]:
    """Results that wait, each with its last words."""
    tasks = _given(bodies, State.SUBMITTED)
    said = _last_words(tasks, "task.submit", "narrative")
    return [Waiting(task, *said.get(task.pk, ("", ""))) for task in tasks]


def sent_home(bodies: list[Agency]) -> list[Waiting]:
    """Tasks that units returned, each with its reason."""
    tasks = _given(bodies, State.RETURNED)
    said = _last_words(tasks, "task.return_to_assigner", "reason")
    return [Waiting(task, *said.get(task.pk, ("", ""))) for task in tasks]


def asked_for(bodies: list[Agency]) -> list[Waiting]:
    """Requests for more time that wait, the oldest first."""
    asked = Extension.objects.filter(
        state=Extension.State.ASKED, task__issuer__in=[body.pk for body in bodies]
    ).select_related("task__lead", "task__issuer", "asked_by__user", "asked_by__agency")
    return [
        Waiting(one.task, one.reason, f"{one.asked_by.name}, {one.asked_by.title}", one)
        for one in asked.order_by("asked_at", "pk")[:MOST]
    ]


MOST = 100
"""Rows of one kind on the page of decisions; the oldest go first, the rest follow as these go."""


def _given(bodies: list[Agency], state: str) -> list[Task]:
    tasks = Task.objects.filter(issuer__in=[body.pk for body in bodies], state=state)
    return list(in_order(tasks)[:MOST])


def _last_words(tasks: list[Task], verb: str, name: str) -> dict[int, tuple[str, str]]:
    """What was said, and by whom, the last time the deed was done to each task."""
    entries = Entry.objects.filter(
        subject_kind="task", subject_id__in=[task.pk for task in tasks], verb=verb
    )
    return {
        one.subject_id: (one.said.get(name, ""), f"{one.actor_name}, {one.actor_title}")
        for one in entries.order_by("seq")
    }
