"""Obstacles: what waits for a leader's word, starred tasks first, and each with its answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.tasks import actions
from dondoc.tasks.actions.obstacles import obstacle_flow
from dondoc.tasks.forms.obstacles import (
    AnswerObstacleForm,
    CloseObstacleForm,
    HandOnObstacleForm,
    ObstacleForm,
)
from dondoc.tasks.models import Obstacle
from dondoc.workflow import attempt

PER_PAGE = 50
RELATED = (
    "task__lead", "task__issuer__committee", "leader__user", "raised_by__user",
    "raised_by__agency", "answered_by__user", "closed_by__user",
)  # fmt: skip
SHOWN = {"": "Chờ ý kiến", "late": "Quá hạn trả lời", "answered": "Đã có ý kiến",
         "closed": "Đã khép lại"}  # fmt: skip
MOVES: dict[str, tuple[Callable[..., Any], type[ObstacleForm], str]] = {
    "answer_obstacle": (actions.answer_obstacle, AnswerObstacleForm, "Đã gửi ý kiến chỉ đạo."),
    "hand_on_obstacle": (actions.hand_on_obstacle, HandOnObstacleForm, "Đã chuyển."),
    "close_obstacle": (actions.close_obstacle, CloseObstacleForm, "Đã khép lại."),
}


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """Those of the tasks one sees: open ones first those of starred tasks, then by their day."""
    show = request.GET.get("show", "")
    show = show if show in SHOWN else ""
    today, seen = day_of(request.at), Obstacle.objects.visible_to(request.officer)
    if show in ("", "late"):
        waiting = seen.waiting()
        wanted = waiting.filter(answer_on__lt=today) if show else waiting
        wanted = wanted.order_by("-task__starred", "answer_on", "pk")
    else:
        wanted = seen.filter(state=show).order_by("-pk")
    rows = wanted.select_related(*RELATED).defer("task__search")
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")), "today": today,
        "tabs": [
            {"label": label, "href": f"?show={key}" if key else "?", "current": key == show}
            for key, label in SHOWN.items()
        ],
    }  # fmt: skip
    return render(request, "tasks/obstacles.html", context)


def _obstacle(request: SeatedRequest, pk: int) -> Obstacle:
    visible = Obstacle.objects.visible_to(request.officer).select_related(*RELATED)
    return get_object_or_404(visible, pk=pk)


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """What the unit said, what it proposes, the leader's word, and what may be done."""
    return _page(request, _obstacle(request, pk), {})


def _page(
    request: SeatedRequest, obstacle: Obstacle, refused: dict[str, ObstacleForm]
) -> HttpResponse:
    task, today = obstacle.task, day_of(request.at)
    may = {move.verb for move in obstacle_flow.open_to(request.officer, obstacle)}
    asked = {
        verb: refused.get(verb) or form(obstacle=obstacle, today=today, auto_id=f"{verb}_%s")
        for verb, (_, form, _) in MOVES.items()
        if verb in may
    }
    committee = request.officer.agency.committee or task.issuer
    context = {
        "obstacle": obstacle, "task": task, "today": today, "forms": asked, "refused": refused,
        "judged": task.judged(request.at, thresholds_of(committee, request.at).soon_until),
        "labels": {verb: obstacle_flow.moves[verb].label for verb in MOVES},
    }  # fmt: skip
    status = next((form.status for form in refused.values()), 200)
    return render(request, "tasks/obstacle.html", context, status=status)


@require_POST
@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """One move on an obstacle."""
    obstacle = _obstacle(request, pk)
    if verb not in MOVES:
        raise Http404
    deed, asks, said = MOVES[verb]
    form = asks(request.POST, obstacle=obstacle, today=day_of(request.at), auto_id=f"{verb}_%s")
    if form.is_valid():
        attempt(form, deed, obstacle, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
            return redirect("tasks:obstacle", obstacle.pk)
        obstacle.refresh_from_db()
    return _page(request, obstacle, {verb: form})
