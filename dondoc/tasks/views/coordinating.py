"""Working together: what is asked of one's unit, what one waits for, and each with its answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.tasks import actions
from dondoc.tasks.actions.coordinating import coordination_flow
from dondoc.tasks.flow import lead_unit
from dondoc.tasks.forms.coordinating import (
    AnswerCoordinationForm,
    AskCoordinationForm,
    ReturnCoordinationForm,
    WithdrawCoordinationForm,
)
from dondoc.tasks.models import Coordination, Task
from dondoc.ui.forms import HouseForm
from dondoc.workflow import NotPermitted, attempt

PER_PAGE = 50
RELATED = (
    "task__lead", "task__issuer", "unit", "asked_by__user", "asked_by__agency", "answered_by__user"
)  # fmt: skip
SHOWN = {
    "": "Đơn vị tôi phải trả lời", "asked": "Đơn vị tôi đang chờ", "late": "Quá hạn trả lời",
    "ended": "Đã trả lời, đã rút",
}  # fmt: skip
MOVES: dict[str, tuple[Callable[..., Any], type[HouseForm], str]] = {
    "answer_coordination": (
        actions.answer_coordination, AnswerCoordinationForm, "Đã trả lời đơn vị chủ trì."
    ),
    "return_coordination": (
        actions.return_coordination, ReturnCoordinationForm, "Đã đề nghị làm rõ."
    ),
    "withdraw_coordination": (
        actions.withdraw_coordination, WithdrawCoordinationForm, "Đã rút đề nghị."
    ),
}  # fmt: skip


@require_safe
@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """What waits, the earliest day first; what has ended, the newest first."""
    show = request.GET.get("show", "")
    show = show if show in SHOWN else ""
    seen, own = Coordination.objects.visible_to(request.officer), request.officer.agency_id
    today = day_of(request.at)
    wanted = {
        "": seen.waiting().filter(unit=own),
        "asked": seen.waiting().filter(task__lead=own),
        "late": seen.waiting().filter(answer_on__lt=today),
        "ended": seen.exclude(state=Coordination.State.WAITING),
    }[show]
    rows = wanted.order_by("-pk") if show == "ended" else wanted.order_by("answer_on", "pk")
    context = {
        "page": Paginator(
            rows.select_related(*RELATED).defer("task__search"), PER_PAGE
        ).get_page(request.GET.get("page")),
        "today": today,
        "tabs": [
            {"label": label, "href": f"?show={key}" if key else "?", "current": key == show}
            for key, label in SHOWN.items()
        ],
    }  # fmt: skip
    return render(request, "tasks/coordinations.html", context)


@seated()
def ask(request: SeatedRequest, code: str) -> HttpResponse:
    """Which supporting unit, what, by when."""
    visible = Task.objects.visible_to(request.officer).select_related("lead", "issuer")
    task = get_object_or_404(visible, code=code)
    if not lead_unit(request.officer, task):
        raise NotPermitted("Chỉ đơn vị chủ trì đề nghị đơn vị khác phối hợp.")
    form = AskCoordinationForm(request.POST if request.method == "POST" else None, task=task)
    if request.method == "POST" and form.is_valid():
        by, at = request.officer, request.at
        asked = attempt(form, actions.ask_coordination, task, by=by, at=at, **form.cleaned_data)
        if asked is not None:
            return _said(request, asked, f"Đã gửi đề nghị đến {asked.unit.name}.")
    context = {"form": form, "task": task}
    return render(request, "tasks/ask_coordination.html", context, status=form.status)


def _said(request: SeatedRequest, one: Coordination, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    return redirect("tasks:coordination", one.pk)


def _coordination(request: SeatedRequest, pk: int) -> Coordination:
    visible = Coordination.objects.visible_to(request.officer).select_related(*RELATED)
    return get_object_or_404(visible, pk=pk)


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """What was asked, what was answered, and what may be done."""
    return _page(request, _coordination(request, pk), {})


def _page(request: SeatedRequest, one: Coordination, refused: dict[str, HouseForm]) -> HttpResponse:
    may = {move.verb for move in coordination_flow.open_to(request.officer, one)}
    asked = {
        verb: refused.get(verb) or form(auto_id=f"{verb}_%s")
        for verb, (_, form, _) in MOVES.items()
        if verb in may
    }
    context = {
        "one": one, "task": one.task, "today": day_of(request.at), "forms": asked,
        "refused": refused,
        "labels": {verb: coordination_flow.moves[verb].label for verb in MOVES},
    }  # fmt: skip
    status = next((form.status for form in refused.values()), 200)
    return render(request, "tasks/coordination.html", context, status=status)


@require_POST
@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """One move on a request."""
    one = _coordination(request, pk)
    if verb not in MOVES:
        raise Http404
    deed, asks, said = MOVES[verb]
    form = asks(request.POST, auto_id=f"{verb}_%s")
    if form.is_valid():
        attempt(form, deed, one, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            return _said(request, one, said)
        one.refresh_from_db()
    return _page(request, one, {verb: form})
