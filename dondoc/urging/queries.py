"""At which step of the ladder each task stands."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, CharField, Count, Q, QuerySet, Value
from django.db.models import When as Then

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.rules.ladder import Step, When, last_due, standing
from dondoc.tasks.models import Task, TaskQuerySet
from dondoc.tasks.models.tasks import IN_HAND
from dondoc.urging.models import Ladder, SlipMatter

Reached = list[tuple[Q, str]]


def given_by(committee: Agency) -> TaskQuerySet:
    """What the committee gave, and with whom the ball lies: only this is urged."""
    return Task.objects.filter(issuer=committee, state__in=IN_HAND)


def standing_of(committee: Agency, at: datetime) -> TaskQuerySet:
    """The committee's tasks in hand that stand on a step, annotated `step` (its key).

    The highest step by the deadline counts; silence where the deadline presses nobody.
    """
    return on_steps(given_by(committee), committee, at)


def on_steps(tasks: TaskQuerySet, committee: Agency, at: datetime) -> TaskQuerySet:
    """These tasks, as far as they stand on a step of the committee's ladder."""
    steps = Ladder.of(committee)
    reached = [*_by_deadline(steps, committee, at), *_by_silence(steps, at)]
    if not reached:
        return tasks.none()
    somewhere = reduce(or_, (condition for condition, _ in reached))
    case = Case(
        *(Then(condition, then=Value(key)) for condition, key in reached), output_field=CharField()
    )
    return tasks.filter(somewhere).annotate(step=case)


def counts_by_step(committee: Agency, at: datetime) -> dict[str, int]:
    """How many of the committee's tasks stand on each step; each is the length of its list."""
    tasks: QuerySet[Any] = standing_of(committee, at).order_by()
    return dict(tasks.values_list("step").annotate(Count("pk")))


def quiet_since(at: datetime, days: int) -> Q:
    """Nothing was said for so many days, since the last update or, with none, the assignment."""
    before = at - timedelta(days=days)
    never = Q(last_updated_at__isnull=True, assigned_at__lt=before)
    return Q(last_updated_at__lt=before) | never


def _by_deadline(steps: tuple[Step, ...], committee: Agency, at: datetime) -> Reached:
    calendar, today = calendar_of(committee), day_of(at)
    return [
        (Q(starred=starred, due_on__lte=last_due(step.offset(starred=starred), today, calendar)),
         step.key)
        for starred in (False, True)
        for step in standing(steps, starred=starred)
    ]  # fmt: skip


def _by_silence(steps: tuple[Step, ...], at: datetime) -> Reached:
    silent = [one for one in steps if one.when == When.SILENCE and one.active]
    return [(quiet_since(at, one.n), one.key) for one in silent]


def times_urged(tasks: Collection[int]) -> dict[int, int]:
    """How often each task was urged by a paper."""
    sent = SlipMatter.objects.filter(task__in=tasks, slip__issued_at__isnull=False)
    return dict(sent.order_by().values_list("task").annotate(Count("pk")))
