"""Who was told of a task's deeds and deadlines, by which way; and why somebody was not.

Why not is found by elimination from what is on record: the bell tells every hearer of a deed in one
transaction, so whoever sat there, could sign in and did not do it himself was no hearer of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Q

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.roles import OFFICE
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry, Untold
from dondoc.notifications.audience import AUDIENCE, nobody
from dondoc.notifications.models import Notice, NoticeQuerySet
from dondoc.notifications.words import saying_of
from dondoc.tasks.models import Task
from dondoc.workflow import label_of

REMINDERS = 200
"""Notices of deadlines shown; a task rarely has more in its life."""


@dataclass(frozen=True)
class Heard:
    """One deed, or one reminder of a deadline, and who was told of it.

    `why` says of the person asked about, if one is, why he was told or not.
    """

    label: str
    who: str
    at: datetime
    told: list[Notice]
    why: str = ""


def deeds_of(task: Task, entries: Iterable[Entry], person: Officer | None) -> list[Heard]:
    """The deeds with their hearers, in the order of the entries."""
    rows = list(entries)
    told: dict[int, list[Notice]] = {}
    for notice in _notices(task).filter(entry__in=[row.pk for row in rows]):
        told.setdefault(notice.entry_id or 0, []).append(notice)
    waiting = set(Untold.objects.filter(entry__in=rows).values_list("entry_id", flat=True))
    return [
        Heard(
            label_of(row.verb), f"{row.actor_name}, {row.actor_title}", row.recorded_at,
            told.get(row.pk, []),
            _why(row, told.get(row.pk, []), person, row.pk in waiting) if person else "",
        )
        for row in rows
    ]  # fmt: skip


def reminders_of(task: Task, person: Officer | None) -> list[Heard]:
    """What the clock said of the deadline, the newest first; of one person only his."""
    notices = _notices(task).filter(entry=None).order_by("-created_at", "step", "pk")
    if person:
        notices = notices.filter(officer__user=person.user_id)
    parts = groupby(notices[:REMINDERS], key=lambda one: (one.created_at, one.step, one.day))
    return [
        Heard(
            saying_of(step).title, f"thời hạn {day:%d/%m/%Y}" if day else "", at, list(part)
        )
        for (at, step, day), part in parts
    ]  # fmt: skip


def reminders_of_committee(
    committee: Agency, since: datetime, until: datetime
) -> list[tuple[int, str, datetime]]:
    """What the clock said of the tasks the committee gave: task, step and moment, each once."""
    given = Task.objects.filter(issuer=committee).values("pk")
    said = Notice.objects.filter(
        entry=None, subject_kind="task", created_at__gte=since, created_at__lt=until,
        subject_id__in=given,
    )  # fmt: skip
    rows = said.values_list("subject_id", "step", "created_at").order_by("created_at").distinct()
    return list(rows)


def people_of(task: Task, today: date) -> list[Officer]:
    """Who may be asked about: the units that do it, the side that gave it, all who were told."""
    bodies = [task.lead_id, task.issuer_id, *task.supporting.values_list("pk", flat=True)]
    office = Q(agency__committee=task.issuer_id, role__in=OFFICE)
    seated = Officer.objects.seated_on(today).filter(Q(agency__in=bodies) | office)
    told = Notice.objects.about(task).values("officer")
    found = Officer.objects.filter(Q(pk__in=seated.values("pk")) | Q(pk__in=told))
    return list(found.select_related("user", "agency").order_by("user__name", "pk"))


def _notices(task: Task) -> NoticeQuerySet:
    related = ("officer__user", "officer__agency", "officer__delegated_by__user")
    return Notice.objects.about(task).select_related(*related).prefetch_related("deliveries")


def _why(entry: Entry, told: list[Notice], person: Officer, waits: bool) -> str:
    if any(notice.officer.user_id == person.user_id for notice in told):
        return "Được báo."
    if waits:
        return "Chưa báo ai: việc còn trong hàng chờ."
    if AUDIENCE.get(entry.verb, nobody) is nobody:
        return "Việc này chỉ ghi vào diễn biến, không báo cho ai."
    if entry.user_id == person.user_id:
        return "Không báo: chính người này đã làm."
    return _unseated(person, day_of(entry.recorded_at)) or (
        "Không báo: người này không thuộc diện nghe việc này."
    )


def _unseated(person: Officer, day: date) -> str:
    if person.from_on > day:
        return f"Không báo: đến ngày {person.from_on:%d/%m/%Y} mới giữ chức vụ này."
    if person.until_on is not None and person.until_on < day:
        return f"Không báo: đã thôi giữ chức vụ này từ ngày {person.until_on:%d/%m/%Y}."
    if not person.user.is_active:
        return "Không báo: tài khoản đã ngừng sử dụng."
    return ""
