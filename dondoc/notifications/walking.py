"""Which tasks the clock has something to say of today: found by spans of deadlines, as bare keys.

Only what has something to be said is ever loaded: a year's backlog costs one index range.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.notifications.models import Notice
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.ladder import LOOK_BACK, Span, Step, When, day_of_step, last_due, standing, to_say
from dondoc.rules.timeliness import due_moment, last_day, share_moment
from dondoc.tasks.models import Task, TaskQuerySet
from dondoc.tasks.models.tasks import IN_HAND


@dataclass(frozen=True)
class Found:
    """A task, by its key, of which a step is to be said."""

    pk: int
    step: Step


@dataclass(frozen=True)
class Walk:
    """One committee's ladder, walked at one moment."""

    body: Agency
    steps: Sequence[Step]
    calendar: WorkingCalendar
    at: datetime

    @property
    def today(self) -> date:
        return day_of(self.at)

    @cached_property
    def oldest(self) -> datetime:
        """What was reached before is no longer said."""
        return due_moment(self.calendar.add_working_days(self.today, -LOOK_BACK))

    @cached_property
    def issuers(self) -> list[int]:
        """The bodies whose tasks go by this ladder."""
        own = Q(committee=self.body) | Q(pk=self.body.pk)
        return list(Agency.objects.filter(own).values_list("pk", flat=True))

    def tasks(self) -> TaskQuerySet:
        """What is in hand, in no order."""
        return Task.objects.filter(issuer__in=self.issuers, state__in=IN_HAND).order_by()

    def unpressed(self) -> Q:
        """Where no step by the deadline is reached: those speak for themselves."""
        free = Q(due_at__isnull=True)
        for starred in (False, True):
            lowest = standing(self.steps, starred=starred)[-1:]
            offsets = [one.offset(starred=starred) for one in lowest]
            last = [due_moment(last_due(each, self.today, self.calendar)) for each in offsets]
            free |= Q(starred=starred, **({"due_at__gt": last[0]} if last else {}))
        return free

    def day_said(self, step: Step, task: Task) -> date | None:
        """What a reminder is about: the deadline, or since when nothing was heard."""
        if step.when == When.SILENCE:
            return day_of(task.last_updated_at or task.assigned_at)
        return task.due_on

    def still(self, found: Found, task: Task) -> bool:
        """Is it still to be said, now that the task is locked?"""
        step = found.step
        if step.when == When.SILENCE:
            heard = task.last_updated_at or task.assigned_at
            return heard < self.at - timedelta(days=step.n)
        if task.due_at is None or (task.due_at <= self.at) != (step.when == When.AFTER_DUE):
            return False
        if step.when == When.SHARE:
            return share_moment(task.assigned_at, task.due_at, step.n) <= self.at
        return self._is_new_to_them(step, task)

    def _is_new_to_them(self, step: Step, task: Task) -> bool:
        """A reminder whose day came before the task itself was heard with the task."""
        due_on = last_day(task.due_at) if task.due_at else self.today
        day = day_of_step(step.offset(starred=task.starred), due_on, self.calendar)
        return day <= self.today and (step.when == When.AFTER_DUE or day > day_of(task.assigned_at))


def tasks_to_tell(walk: Walk) -> Iterator[Found]:
    """Each task and step to be said; of what is said twice the walker takes the first."""
    for span in to_say(walk.steps, walk.today, walk.calendar):
        yield from (Found(pk, span.step) for pk in _in_span(walk, span))
    for step in walk.steps:
        if step.speaks and step.when == When.SILENCE:
            yield from (Found(pk, step) for pk in _silent(walk, step))
        if step.speaks and step.when == When.SHARE:
            yield from (Found(pk, step) for pk in _past_share(walk, step))


def _in_span(walk: Walk, span: Span) -> list[int]:
    """By `due_at`, as the index has it; the end of a day is the first instant of the next."""
    late = Q(due_at__lte=walk.at) if span.step.when == When.AFTER_DUE else Q(due_at__gt=walk.at)
    tasks = walk.tasks().filter(
        late, starred=span.starred,
        due_at__gt=due_moment(span.after), due_at__lte=due_moment(span.until),
    )  # fmt: skip
    return list(_unsaid(tasks, span.step).values_list("pk", flat=True))


def _unsaid(tasks: TaskQuerySet, step: Step) -> TaskQuerySet:
    """Those of whose deadline this step was not said."""
    said = Notice.objects.filter(
        subject_kind="task", subject_id=OuterRef("pk"), entry=None, step=step.key,
        day=OuterRef("due_on"),
    )  # fmt: skip
    return tasks.exclude(Exists(said))


def _silent(walk: Walk, step: Step) -> list[int]:
    """Nothing was heard for so many days, and neither silence nor deadline was spoken of."""
    days = timedelta(days=step.n)
    tasks = (
        walk.tasks()
        .filter(walk.unpressed())
        .annotate(heard_at=Coalesce("last_updated_at", "assigned_at"))
    )
    quiet = tasks.filter(heard_at__lt=walk.at - days, heard_at__gte=walk.oldest - days)
    said = Notice.objects.filter(
        subject_kind="task", subject_id=OuterRef("pk"), entry=None, step=step.key,
        created_at__gt=OuterRef("heard_at"),
    )  # fmt: skip
    return list(quiet.exclude(Exists(said)).values_list("pk", flat=True))


def _past_share(walk: Walk, step: Step) -> list[int]:
    """Long tasks of which that share of the time went by lately; only their keys are kept."""
    # so many working days are at least so many days, and that share of them is over
    least = timedelta(days=step.at_least)
    since = walk.at - least * step.n / 100
    long_ones = walk.tasks().filter(due_at__gt=walk.at, assigned_at__lte=since)
    rows = _unsaid(long_ones, step).values_list("pk", "assigned_at", F("due_at"))
    return [
        pk
        for pk, assigned_at, due_at in rows.iterator(chunk_size=2000)
        if walk.oldest < share_moment(assigned_at, due_at, step.n) <= walk.at
        and _working_days(walk, assigned_at, due_at) >= step.at_least
    ]


def _working_days(walk: Walk, assigned_at: datetime, due_at: datetime) -> int:
    return walk.calendar.working_days_between(day_of(assigned_at), last_day(due_at))
