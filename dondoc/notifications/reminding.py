"""The clock's word on deadlines: each task is called due soon once, and overdue once.

"Once" is per deadline: when a deadline moves, the new one is reminded of afresh. Days on which
a committee does not work are silent; what fell into them is said on its next working day.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from dondoc.agencies.calendars import calendar_of, soon_until
from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.notifications.audience import REMINDED, Deed, officers_who_hear
from dondoc.notifications.models import Notice
from dondoc.notifications.noticing import notice_each
from dondoc.notifications.seats import Seats
from dondoc.tasks.models import Task
from dondoc.tasks.models.tasks import IN_HAND

CHUNK = 25
"""Tasks reminded of in one transaction: few, since on SQLite writers wait meanwhile."""


def remind(at: datetime) -> int:
    """Reminds of every deadline of bodies that work today; the number of notices made."""
    waiting = Task.objects.filter(state__in=IN_HAND, due_at__isnull=False).order_by()
    answerable = waiting.values_list(Coalesce("issuer__committee", "issuer"))
    bodies = Agency.objects.filter(pk__in=answerable).order_by("pk")
    return sum(_remind_for(body, at) for body in bodies)


def _remind_for(body: Agency, at: datetime) -> int:
    """Reminds of what the committee (or a body that has none) gave, by its calendar and rules."""
    if not calendar_of(body).is_working(day_of(at)):
        return 0
    given = Q(issuer__committee=body) | Q(issuer__committee=None, issuer=body)
    tasks = Task.objects.filter(given, state__in=IN_HAND)
    soon = tasks.due_soon(at, soon_until(body, at))
    return _remind_of("due_soon", soon, at) + _remind_of("overdue", tasks.overdue(at), at)


def _remind_of(step: str, tasks: QuerySet[Task], at: datetime) -> int:
    said = Notice.objects.filter(
        subject_kind="task", subject_id=OuterRef("pk"), entry=None, step=step,
        day=OuterRef("due_on"),
    )  # fmt: skip
    due = list(tasks.exclude(Exists(said)).order_by("pk").values_list("pk", flat=True))
    return sum(
        _remind_chunk(step, due[start : start + CHUNK], at) for start in range(0, len(due), CHUNK)
    )


def _remind_chunk(step: str, ids: list[int], at: datetime) -> int:
    made, seats = 0, Seats(day_of(at))
    with transaction.atomic():
        locked = Task.objects.select_for_update(of=("self",)).filter(pk__in=ids, state__in=IN_HAND)
        for task in locked.select_related("lead", "issuer").order_by("pk"):
            made += _remind_one(step, Deed(task, seats), at)
    return made


def _remind_one(step: str, deed: Deed, at: datetime) -> int:
    """Looks again under the lock: a second node may have said it, the deadline may have moved."""
    task: Task = deed.subject
    day = task.due_on
    late = task.due_at is not None and task.due_at <= at
    if day is None or late != (step == "overdue"):
        return 0
    if Notice.objects.about(task).filter(step=step, day=day, entry=None).exists():
        return 0
    return len(notice_each(officers_who_hear(REMINDED[step], deed), step, deed, at=at, day=day))
