"""The task's own page (phiếu nhiệm vụ)."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from dondoc.agencies.calendars import calendar_of, thresholds_of
from dondoc.agencies.models import Officer
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.rules.timeliness import is_late, last_day
from dondoc.rules.waiting import days_waited, lateness
from dondoc.tasks import sheet, story
from dondoc.tasks.flow import lead_unit
from dondoc.tasks.models import Task
from dondoc.tasks.schedules.panel import place_of


@require_safe
@seated()
def detail(request: SeatedRequest, code: str) -> HttpResponse:
    """All that is known of one task, and what the reader may do next."""
    task = get_object_or_404(
        Task.objects.visible_to(request.officer).select_related(*sheet.RELATED), code=code
    )
    officer, at = request.officer, request.at
    soon_until = thresholds_of(officer.agency.committee or task.issuer, at).soon_until
    above, below = sheet.relatives(task, officer, at, soon_until)
    context = {
        "task": task,
        "judged": task.judged(at, soon_until),
        "source": sheet.source_of(task, officer),
        "above": above,
        "below": below,
        "supporting": list(task.supporting.order_by("name")),
        "updates": list(
            task.updates.select_related("author__user", "author__agency")
            .prefetch_related("attachments__file")
            .order_by("-posted_at", "-pk")
        ),
        "extensions": list(
            task.extensions.select_related("asked_by__user", "decided_by__user").order_by("-pk")
        ),
        **_waits(task, officer, at),
        "today": day_of(at),
        "steps": sheet.steps_of(task),
        "days_to_accept": sheet.days_between(task.assigned_at, task.accepted_at),
        "days_taken": sheet.days_between(task.assigned_at, task.submitted_at or at),
        "moves": sheet.next_moves(task, officer, at),
        "place": place_of(task, officer, day_of(at)),
        "story": story.story_of(task),
    }
    return render(request, "tasks/detail.html", context)


def _waits(task: Task, officer: Officer, at: datetime) -> dict[str, Any]:
    """What the lead unit asked of others and met, and the working days it waited for them."""
    rows = list(task.coordinations.select_related("unit").order_by("-pk"))
    obstacles = list(task.obstacles.select_related("leader__user").order_by("-pk"))
    asked, met = ([one.span(day_of(at)) for one in some] for some in (rows, obstacles))
    overdue = is_late(task.due_at, task.submitted_at, at)
    waited, late = 0, None
    if asked or overdue:
        calendar = calendar_of(task.issuer.committee or task.issuer)
        waited = days_waited(asked, calendar)
        if overdue and task.due_at is not None:
            ended = day_of(task.submitted_at or at)
            late = lateness(last_day(task.due_at), ended, [*asked, *met], calendar)
    return {
        "coordinations": rows, "obstacles": obstacles, "waited": waited, "late": late,
        "may_ask_partner": task.is_open and lead_unit(officer, task),
    }  # fmt: skip
