"""The desk of a unit, the page of decisions, and the quick update on a phone."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dondoc.agencies.models import Role
from dondoc.agencies.models.officers import COMMITTEE_ROLES
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.tasks import desk as reading
from dondoc.tasks.flow import flow

QUICK = 60
"""Rows of the quick update; who has more finds them by the list's filters."""


@require_safe
@seated()
def desk(request: SeatedRequest) -> HttpResponse:
    """What the unit has to do now; for those who give tasks, first what waits for them."""
    officer = request.officer
    bodies = reading.gives_for(officer)
    here = reading.Desk(officer, request.at)
    context: dict[str, Any] = {
        "judge": _judge(request, here.thresholds.soon_until),
        "soon_words": here.thresholds.soon_words,
        "unit": here.own(),
        "asked_of_unit": here.asked_of_unit(),
        "today": day_of(request.at),
        "waiting": here.to_decide(bodies) if bodies else [],
        "decides_first": bool(bodies) and officer.role in COMMITTEE_ROLES,
        "may_assign": bool(bodies),
        "whole_unit": officer.role != Role.OFFICER,
    }
    return render(request, "tasks/desk.html", context)


@require_safe
@seated()
def approvals(request: SeatedRequest) -> HttpResponse:
    """All that waits for a decision, each answered at one press."""
    bodies = reading.gives_for(request.officer)
    if not bodies:
        raise Http404
    context = {
        "judge": _judge(request),
        "confirm": reading.to_confirm(bodies),
        "returned": reading.sent_home(bodies),
        "asked": reading.asked_for(bodies),
        "may": _may(request),
    }
    return render(request, "tasks/approvals.html", context)


@require_safe
@seated()
def quick(request: SeatedRequest) -> HttpResponse:
    """The open tasks of the person and the unit, to be updated with one sentence."""
    rows = reading.to_update(request.officer, QUICK)
    return render(request, "tasks/quick.html", {"rows": rows, "judge": _judge(request)})


def _judge(request: SeatedRequest, soon_until: datetime | None = None) -> Any:
    """Tells a page how a task stands at its moment."""
    until = soon_until or reading.thresholds_for(request.officer, request.at).soon_until
    return lambda task: task.judged(request.at, until)


def _may(request: SeatedRequest) -> Any:
    """Tells a page whether the reader may do a deed to a task."""
    return lambda verb, task: flow.moves[verb].is_open_to(request.officer, task)
