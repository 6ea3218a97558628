"""Objective causes: what waits to be decided, what was; one of them; asking for one of a task."""

from django.core.paginator import Paginator
from django.db.models import Case, Q, Value, When
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.remedies.flow import asks_causes, objective_flow
from dondoc.remedies.models import ObjectiveCause
from dondoc.remedies.story import story_of
from dondoc.remedies.views import moving
from dondoc.tasks.models import Task

RELATED = ("unit", "task", "remedy", "asked_by__user", "asked_by__agency", "decided_by__user")
PER_PAGE = 50
WAITING_FIRST = Case(When(state=ObjectiveCause.State.ASKED, then=Value(0)), default=Value(1))


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """Those that wait first, of starred tasks before others; then the last asked."""
    seen = ObjectiveCause.objects.visible_to(request.officer)
    asked = request.GET.get("state", "")
    if asked in ObjectiveCause.State.values:
        seen = seen.filter(state=asked)
    starred = Case(When(Q(task__starred=True), then=Value(0)), default=Value(1))
    rows = seen.select_related(*RELATED).defer("task__search")
    ordered = rows.order_by(WAITING_FIRST, starred, "-asked_at", "-pk")
    context = {
        "page": Paginator(ordered, PER_PAGE).get_page(request.GET.get("page")),
        "state": asked, "states": [("", "Tất cả"), *ObjectiveCause.State.choices],
    }  # fmt: skip
    return render(request, "remedies/causes.html", context)


def _cause(request: SeatedRequest, pk: int) -> ObjectiveCause:
    return get_object_or_404(
        ObjectiveCause.objects.visible_to(request.officer).select_related(*RELATED), pk=pk
    )


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """Why it was asked for, how it was answered, and what the reader may do."""
    cause = _cause(request, pk)
    moves = [one.verb for one in objective_flow.open_to(request.officer, cause)]
    context = {"cause": cause, "may_decide": bool(moves), "story": story_of(cause)}
    return render(request, "remedies/cause.html", context)


@seated()
def ask(request: SeatedRequest, code: str) -> HttpResponse:
    """The unit asks that an objective cause of a late task be granted."""
    task = get_object_or_404(
        Task.objects.visible_to(request.officer).select_related("issuer", "lead"), code=code
    )
    if not asks_causes(request.officer, task):
        raise Http404
    return moving.move(
        request, "ask_objective", task, flows=(objective_flow,),
        page=reverse("tasks:detail", args=[task.code]),
        about=lambda: {"task": task, "objective": None},
    )  # fmt: skip


@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """It is granted or refused."""
    cause = _cause(request, pk)
    if verb not in ("grant_objective", "refuse_objective"):
        raise Http404
    return moving.move(
        request, verb, cause, flows=(objective_flow,),
        page=reverse("remedies:cause", args=[cause.pk]),
        about=lambda: {"objective": cause},
    )  # fmt: skip
