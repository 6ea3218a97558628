"""What the room lends to pages below: how a task was urged, and what waits at a desk."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import Count
from markupsafe import Markup

from dondoc.agencies.models import Officer, Role
from dondoc.agencies.roles import leader_of
from dondoc.database.clock import day_of
from dondoc.tasks.models import Task
from dondoc.ui.panels import drawn
from dondoc.urging.models import LeaderWord, Review, ReviewLine, Slip, SlipMatter

SHOWN = 8
OFFICE = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER)


def urging_of_task(task: Task, officer: Officer, at: datetime) -> Markup:
    """The papers about a task and the words of leaders on it; for leaders, the buttons."""
    seen = Slip.objects.visible_to(officer).sent()
    matters = SlipMatter.objects.filter(task=task, slip__in=seen).select_related("slip")
    rows = list(matters.order_by("-slip__issued_at")[:SHOWN])
    words = LeaderWord.objects.visible_to(officer).filter(task=task)
    said = list(words.select_related("said_by__user").order_by("-pk")[:SHOWN])
    may_say = leader_of(officer, task.issuer_id)
    if not (rows or said or may_say):
        return Markup("")
    context = {
        "matters": rows, "words": said, "today": day_of(at), "task": task, "may_say": may_say,
    }  # fmt: skip
    return drawn("urging/on_task.html", context)


def urging_on_desk(officer: Officer, at: datetime) -> Markup:
    """Of a unit what it owes an answer to; of the Office and a leader what waits to be read."""
    slips, words, reviews = _slips(officer), _words(officer), _reviews(officer)
    if not (slips or words or reviews):
        return Markup("")
    context = {"slips": slips, "words": words, "reviews": reviews, "today": day_of(at)}
    return drawn("urging/on_desk.html", context)


def _reviews(officer: Officer) -> list[dict[str, Any]]:
    """Of a unit: the reviews in which it still owes lines, with the first that waits."""
    if officer.role not in (Role.UNIT_HEAD, Role.FOCAL_POINT):
        return []
    owed = ReviewLine.objects.waiting().filter(
        unit=officer.agency_id, review__state=Review.State.OPEN
    )
    rows = owed.order_by().values("review", "review__name", "review__until")
    return [dict(row) for row in rows.annotate(n=Count("pk")).order_by("review__until", "review")]


def _slips(officer: Officer) -> list[Slip]:
    seen = Slip.objects.visible_to(officer)
    if officer.role in (Role.UNIT_HEAD, Role.FOCAL_POINT):
        seen = seen.filter(unit=officer.agency_id, state=Slip.State.SENT)
    elif officer.role in OFFICE:
        seen = seen.filter(committee=officer.committee_id, state=Slip.State.ANSWERED)
    else:
        return []
    return list(seen.order_by("answer_on", "pk")[:SHOWN])


def _words(officer: Officer) -> list[LeaderWord]:
    seen = LeaderWord.objects.visible_to(officer)
    if officer.role in (Role.UNIT_HEAD, Role.FOCAL_POINT):
        seen = seen.waiting().filter(unit=officer.agency_id)
    elif officer.role == Role.OFFICER:
        seen = seen.waiting().filter(task__executor=officer)
    elif officer.role == Role.LEADER:
        seen = seen.to_read().filter(said_by=officer)
    elif officer.role in OFFICE:
        seen = seen.to_read().filter(committee=officer.committee_id)
    else:
        return []
    return list(seen.select_related("said_by__user", "task").order_by("answer_on", "pk")[:SHOWN])


LENT: dict[str, Callable[..., Markup]] = {
    "urging_of_task": urging_of_task,
    "urging_on_desk": urging_on_desk,
}
