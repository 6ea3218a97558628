"""What of each kind of work is still open, with what its line and its header ask of."""

from typing import Any

from django.db.models import Q, QuerySet

from dondoc.meetings.actions.handing_on import OPEN as OPEN_MEETINGS
from dondoc.meetings.models import Meeting, Preparation
from dondoc.planning.actions.programmes.handing_on import REGISTERED
from dondoc.planning.models import Programme, ProgrammeItem, RecurringDuty
from dondoc.remedies.models import Remedy
from dondoc.tasks.models import Coordination, Obstacle, Task, Watch
from dondoc.tasks.models.tasks import UNFINISHED, Support
from dondoc.urging.models import LeaderWord, Review, ReviewLine, Slip


def tasks() -> "QuerySet[Task]":
    """Those in hand, with what their headers ask of."""
    related = ("lead__committee", "lead__parent", "issuer__committee", "issuer__parent")
    return Task.objects.filter(state__in=UNFINISHED).select_related(*related).defer("search")


def watches() -> "QuerySet[Watch]":
    """What people follow of their own accord."""
    related = ("task__lead__committee", "task__issuer__committee")
    return Watch.objects.filter(task__state__in=UNFINISHED).select_related(*related)


def obstacles() -> "QuerySet[Obstacle]":
    """What waits for one leader's word."""
    related = ("task__lead__committee", "task__lead__parent", "task__issuer__committee")
    return Obstacle.objects.waiting().select_related(*related).defer("task__search")


def coordinations() -> "QuerySet[Coordination]":
    """What a body was asked for, and owes."""
    related = ("unit__committee", "unit__parent", "task__lead__committee", "task__lead__parent",
               "task__issuer__committee")  # fmt: skip
    return Coordination.objects.waiting().select_related(*related).defer("task__search")


def words() -> "QuerySet[LeaderWord]":
    """What leaders asked of a body: to be answered, or read and perhaps asked again."""
    related = ("unit__committee", "unit__parent", "committee__parent", "task")
    found = LeaderWord.objects.exclude(state=LeaderWord.State.CLOSED)
    return found.select_related(*related).defer("task__search")


def slips() -> "QuerySet[Slip]":
    """Papers sent to a body that it has not answered."""
    return Slip.objects.waiting().select_related(
        "unit__committee", "unit__parent", "committee__parent"
    )


def meetings() -> "QuerySet[Meeting]":
    """Those to be held, or not yet concluded."""
    related = ("committee__parent", "lead__committee", "lead__parent")
    return Meeting.objects.filter(state__in=OPEN_MEETINGS).select_related(*related)


def preparations() -> "QuerySet[Preparation]":
    """What is to be ready before a meeting, and is not."""
    related = ("meeting__committee__parent", "meeting__lead__committee", "meeting__lead__parent")
    return Preparation.objects.filter(
        done_at=None, meeting__state__in=OPEN_MEETINGS
    ).select_related(*related)


def items() -> "QuerySet[ProgrammeItem]":
    """Registered, and not yet locked: what is locked is carried on by its tasks."""
    locked = Q(programme__state__in=(Programme.State.APPROVED, Programme.State.PUBLISHED))
    related = ("programme__committee__parent", "unit__committee", "unit__parent")
    return ProgrammeItem.objects.filter(~locked, state=REGISTERED).select_related(*related)


def remedies() -> "QuerySet[Remedy]":
    """What is still to be put right."""
    related = ("committee__parent", "unit__committee", "unit__parent", "task", "item", "finding")
    return Remedy.objects.exclude(state=Remedy.State.CLOSED).select_related(*related)


def supports() -> "QuerySet[Support]":
    """Tasks in hand that a body supports."""
    related = ("task__lead__committee", "task__lead__parent", "task__issuer__committee")
    return Support.objects.filter(task__state__in=UNFINISHED).select_related(*related)


def duties() -> "QuerySet[RecurringDuty]":
    """Recurring duties that go on, or will when they are resumed."""
    running = (RecurringDuty.State.RUNNING, RecurringDuty.State.PAUSED)
    return RecurringDuty.objects.filter(state__in=running).select_related("committee__parent")


def duty_units() -> "QuerySet[Any]":
    """Which unit carries out which recurring duty that goes on."""
    between: Any = RecurringDuty.leads.through
    units: QuerySet[Any] = between.objects.filter(recurringduty__in=duties())
    return units.select_related(
        "recurringduty__committee__parent", "agency__committee", "agency__parent"
    )


def review_lines() -> "QuerySet[ReviewLine]":
    """Tasks a unit still has to confirm in a review that runs."""
    related = ("unit__committee", "unit__parent", "review__committee__parent", "task")
    found = ReviewLine.objects.waiting().filter(review__state=Review.State.OPEN)
    return found.select_related(*related).defer("task__search")
