"""The clock's word on tasks: walks each committee's ladder on the days that committee works.

Each (person, task, step, deadline) is told once; when a deadline moves, its steps start afresh.
What fell into days off or an outage is said on the next working day, only the highest step
reached. Nothing is remembered of the walk but the notices themselves, so it may be run as often
as one likes, by as many nodes.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models.functions import Coalesce

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.database.clock import day_of
from dondoc.notifications.audience import Deed, officers_who_hear, urged_by
from dondoc.notifications.models import Notice
from dondoc.notifications.noticing import Telling, notice_all
from dondoc.notifications.seats import Seats
from dondoc.notifications.walking import Found, Walk, tasks_to_tell
from dondoc.rules.ladder import Step
from dondoc.rules.timeliness import due_moment
from dondoc.tasks.models import Task
from dondoc.tasks.models.tasks import IN_HAND
from dondoc.urging.models import Ladder
from dondoc.urging.throttle import last_urged

CHUNK = 50
"""Tasks reminded of in one transaction: few, since on SQLite writers wait meanwhile."""
ONE_DAY = timedelta(days=1)
MOVES = (
    "state", "lead_id", "starred", "assigned_at", "last_updated_at", "due_at", "due_on",
)  # fmt: skip
"""What may have changed between finding a task and locking it."""


def remind(at: datetime) -> int:
    """Walks the ladder of every body that works today; the number of notices made."""
    waiting = Task.objects.filter(state__in=IN_HAND).order_by()
    answerable = waiting.values_list(Coalesce("issuer__committee", "issuer")).distinct()
    bodies = Agency.objects.filter(pk__in=answerable).order_by("pk")
    return sum(_remind_for(body, at) for body in bodies)


def _remind_for(body: Agency, at: datetime) -> int:
    """Reminds of what the committee (or a body that has none) gave, by its calendar and rules."""
    calendar = calendar_of(body)
    if not calendar.is_working(day_of(at)):
        return 0
    again = timedelta(hours=CommitteeRules.of(body).urge_again_hours)
    silent_since = min(at - again, due_moment(day_of(at) - ONE_DAY))
    walk, seats = Walk(body, Ladder.of(body), calendar, at), Seats(day_of(at))
    return sum(
        _tell_chunk(chunk, walk, seats, silent_since) for chunk in _chunks(tasks_to_tell(walk))
    )


def _chunks(found: Iterable[Found]) -> Iterator[list[Found]]:
    chunk: list[Found] = []
    for one in found:
        chunk.append(one)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _tell_chunk(chunk: Sequence[Found], walk: Walk, seats: Seats, silent_since: datetime) -> int:
    """Looks again under the lock: another node may have said it, the task may have moved."""
    ready = _ready(chunk, walk, seats)
    with transaction.atomic():
        locked = Task.objects.select_for_update().filter(pk__in=list(ready), state__in=IN_HAND)
        now = locked.only(*MOVES).in_bulk()
        hushed = _told(list(ready), silent_since)
        tellings = [
            telling
            for pk, (one, telling) in ready.items()
            if pk in now and pk not in hushed and _as_it_was(telling, now[pk])
            and walk.still(one, now[pk])
        ]  # fmt: skip
        return len(notice_all(tellings))


def _ready(chunk: Sequence[Found], walk: Walk, seats: Seats) -> dict[int, tuple[Found, Telling]]:
    """What would be said of each task, made before anybody has to wait for it; one word each."""
    first = {one.pk: one for one in reversed(chunk)}
    rows = Task.objects.select_related("lead", "issuer").defer("content", "search")
    tasks = rows.in_bulk(list(first))
    seats.read_watchers(list(first))
    return {
        pk: (first[pk], _telling(first[pk].step, Deed(task, seats), walk))
        for pk, task in tasks.items()
    }


def _telling(step: Step, deed: Deed, walk: Walk) -> Telling:
    hearers = officers_who_hear(urged_by(step), deed)
    day = walk.day_said(step, deed.subject)
    telling = Telling(hearers, step.key, deed, walk.at, day, step.urgent)
    _ = telling.notices  # the words are found now, not under the lock
    return telling


def _as_it_was(telling: Telling, task: Task) -> bool:
    """Were its words written of the task as it is?"""
    was: Task = telling.deed.subject
    return (was.due_at, was.lead_id) == (task.due_at, task.lead_id)


def _told(ids: Sequence[int], since: datetime) -> frozenset[int]:
    """Of which the clock or a paper of the Office spoke since: nobody is urged again so soon."""
    said = Notice.objects.filter(
        subject_kind="task", subject_id__in=ids, entry=None, created_at__gte=since
    )
    by_paper = (pk for pk, at in last_urged(ids).items() if at >= since)
    return frozenset(said.values_list("subject_id", flat=True)).union(by_paper)
