"""Deadlines of tasks in a person's own calendar, with alarms on the days of the ladder.

Each is an event of a whole day: programs of phones show those with their alarms, while a VTODO is
passed over by most. It keeps its UID for life; each change of the task raises its SEQUENCE.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Count, Max, Q
from django.urls import reverse
from icalendar import Alarm, Event

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Officer, Role
from dondoc.meetings import calendar as calendars
from dondoc.planning.feeds import AHEAD, BEHIND, ONE_DAY
from dondoc.planning.models import CalendarFeed
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.ladder import BY_DEADLINE, Hearer, Step, When
from dondoc.rules.timeliness import due_moment
from dondoc.tasks.models import State, Task, TaskVersion
from dondoc.urging.models import Ladder

MOST = 500
"""Deadlines in one calendar; a unit has fewer in hand at a time."""
MORNING = timedelta(hours=8)
OF_UNIT = {Role.UNIT_HEAD: Hearer.HEAD, Role.FOCAL_POINT: Hearer.FOCAL}


def task_events(feed: CalendarFeed, today: date) -> list[Event]:
    """The deadlines of the owner: entrusted to him, or his unit's where he answers for it."""
    owner = feed.owner
    committee = owner.agency.committee
    if feed.agency is not None or committee is None:
        return []
    tasks = list(_tasks(owner, today))
    changes = _changes(tasks)
    working, ladder = calendar_of(committee), Ladder.of(committee)
    return [
        _event(task, *changes[task.pk], _alarms(task, owner, ladder, working)) for task in tasks
    ]


def _tasks(owner: Officer, today: date) -> Iterable[Task]:
    mine = Q(executor=owner)
    if owner.role in OF_UNIT:
        mine |= Q(lead=owner.agency)
    span = (today - BEHIND, today + AHEAD)
    seen = Task.objects.visible_to(owner).filter(mine, due_on__range=span)
    related = seen.select_related("document", "issuer").defer("search", "document__text")
    return related.order_by("due_on", "pk")[:MOST]


def _changes(tasks: Iterable[Task]) -> dict[int, tuple[int, datetime]]:
    """How often each has changed, and when it last did."""
    versions = TaskVersion.objects.filter(task__in=[task.pk for task in tasks]).values("task")
    counted = versions.annotate(n=Count("pk"), last=Max("valid_from")).order_by("task")
    return {row["task"]: (row["n"], row["last"]) for row in counted}


def _event(task: Task, number: int, last: datetime, alarms: list[timedelta]) -> Event:
    assert task.due_on is not None  # only what has a deadline is asked for
    moment, off = due_moment(task.due_on - ONE_DAY), task.state in (State.RECALLED, State.SUSPENDED)
    ended = off or task.submitted_at is not None
    made = calendars.event(
        uid=f"task-{task.pk}@dondoc", sequence=number, start=moment, end=moment + ONE_DAY,
        stamp=last, alarm=None, status="CANCELLED" if off else "CONFIRMED",
        summary=_summary(task), description=f"{task.code}, {task.issuer.name} giao",
        link=settings.BASE_URL.rstrip("/") + reverse("tasks:detail", args=[task.code]),
    )  # fmt: skip
    for name, day in (("dtstart", task.due_on), ("dtend", task.due_on + ONE_DAY)):
        del made[name]
        made.add(name, day)
    made.add("transp", "TRANSPARENT")  # a deadline does not keep its day busy
    for before in [] if ended else alarms:
        made.add_component(_alarm(before, _summary(task)))
    return made


def _summary(task: Task) -> str:
    """The content; of a confidential document nothing but the code."""
    hushed = task.document is not None and task.document.number_only
    words = task.code if hushed else " ".join(task.content.split())
    hour = f" {task.due_time:%H:%M}" if task.due_time else ""
    return f"{'Đã trình' if task.submitted_at else f'Hạn{hour}'}: {words}"


def _alarms(
    task: Task, owner: Officer, ladder: Iterable[Step], working: WorkingCalendar
) -> list[timedelta]:
    """At which distances from the first instant of the day the owner is reminded."""
    answers = task.lead_id == owner.agency_id and owner.role in OF_UNIT
    hears = {OF_UNIT[Role(owner.role)]} if answers else set()
    if task.executor_id == owner.pk:
        hears.add(Hearer.EXECUTOR)
    assert task.due_on is not None  # as above
    days = {
        working.add_working_days(task.due_on, step.offset(starred=task.starred))
        for step in ladder
        if step.active and step.when in BY_DEADLINE and step.when != When.AFTER_DUE
        and hears & set(step.hearers)
    }  # fmt: skip
    return [day - task.due_on + MORNING for day in sorted(days)]


def _alarm(before: timedelta, words: str) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", words)
    made.add("trigger", before)
    return made
