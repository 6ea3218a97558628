"""Slips: their list, each with its paper, its answer and what may be done, and a month's effect."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.views.downloads import paper_file
from dondoc.rules.named_periods import month_of
from dondoc.rules.remedies import month_before
from dondoc.tasks.models import Task
from dondoc.ui.forms import HouseForm
from dondoc.urging import actions, effect, forms
from dondoc.urging.actions.slips import slip_flow
from dondoc.urging.heard import would_hear
from dondoc.urging.models import Slip
from dondoc.urging.paper import slip_paper
from dondoc.urging.views.desk import committee_of
from dondoc.workflow import attempt

WORKING = (
    Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.LEADER, Role.UNIT_HEAD, Role.FOCAL_POINT,
    Role.OFFICER, Role.AUDITOR,
)  # fmt: skip
RELATED = (
    "committee", "unit", "document", "issued_by__user", "answered_by__user", "closed_by__user",
    "drawn_up_by__user", "raised_from",
)  # fmt: skip
PER_PAGE = 40
STEP_PER_PAGE = 50
SHOWN: dict[str, str] = {
    "": "Tất cả", "draft": "Dự thảo", "sent": "Chờ trả lời", "late": "Quá hạn trả lời",
    "answered": "Chờ xem", "closed": "Đã khép lại", "raised": "Chuyển bước cao hơn",
}  # fmt: skip


@require_safe
@seated(*WORKING)
def index(request: SeatedRequest) -> HttpResponse:
    """The papers one may see, the newest first."""
    shown = request.GET.get("show", "")
    shown = shown if shown in SHOWN else ""
    today = day_of(request.at)
    seen = Slip.objects.visible_to(request.officer)
    if shown == "late":
        seen = seen.filter(state=Slip.State.SENT, answer_on__lt=today)
    elif shown:
        seen = seen.filter(state=shown)
    rows = seen.select_related("unit", "committee", "issued_by__user").order_by("-pk")
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")), "today": today,
        "tabs": [
            {"label": label, "href": f"?show={key}" if key else "?", "current": key == shown}
            for key, label in SHOWN.items()
        ],
    }  # fmt: skip
    return render(request, "urging/slips.html", context)


def _slip(request: SeatedRequest, pk: int) -> Slip:
    visible = Slip.objects.visible_to(request.officer).select_related(*RELATED)
    return get_object_or_404(visible, pk=pk)


@require_safe
@seated(*WORKING)
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """The paper, what the unit answered, and what may be done."""
    return _page(request, _slip(request, pk))


MOVES: dict[str, tuple[Callable[..., Any], type[HouseForm] | None, str]] = {
    "edit_slip": (actions.edit_slip, forms.EditSlipForm, "Đã lưu dự thảo."),
    "send_slip": (actions.send_slip, None, "Đã ban hành và gửi đơn vị."),
    "drop_slip": (actions.drop_slip, forms.DropSlipForm, "Đã ghi: không gửi."),
    "return_slip": (actions.return_slip, forms.ReturnSlipForm, "Đã yêu cầu đơn vị trả lời lại."),
    "close_slip": (actions.close_slip, forms.CloseSlipForm, "Đã khép lại."),
    "raise_slip": (actions.raise_slip, forms.RaiseSlipForm, "Đã chuyển bước cao hơn."),
    "answer_slip": (actions.answer_slip, None, "Đã trả lời; Văn phòng được báo."),
}
"""The moves of a slip: the deed, what it asks, what is said when it is done."""


def _page(
    request: SeatedRequest, slip: Slip, refused: dict[str, HouseForm] | None = None
) -> HttpResponse:
    refused = refused or {}
    matters = list(slip.matters.select_related("task").defer("task__search").order_by("pk"))
    may = {move.verb for move in slip_flow.open_to(request.officer, slip)}
    first = {"words": slip.words, "answer_on": slip.answer_on}
    asked = {
        verb: refused.get(verb) or form(initial=first, auto_id=f"{verb}_%s")
        for verb, (_, form, _) in MOVES.items()
        if form and verb in may
    }
    if "answer_slip" in may:
        asked["answer_slip"] = refused.get("answer_slip") or forms.AnswerSlipForm(matters=matters)
    context = {
        "slip": slip, "matters": matters, "may": may, "forms": asked, "refused": refused,
        "paper": slip_paper(slip, [one.stood for one in matters]), "today": day_of(request.at),
        "raised_to": Slip.objects.visible_to(request.officer).filter(raised_from=slip).first(),
        "told": would_hear(slip, request.at) if slip.is_draft else None,
    }  # fmt: skip
    status = next((form.status for form in refused.values()), 200)
    return render(request, "urging/slip.html", context, status=status)


@require_POST
@seated(*WORKING)
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """One move of a slip."""
    slip = _slip(request, pk)
    if verb not in MOVES:
        raise Http404
    deed, asks, said = MOVES[verb]
    form = _form(request, slip, verb, asks)
    if form.is_valid():
        words = (
            {"answers": form.answers()}
            if isinstance(form, forms.AnswerSlipForm)
            else form.cleaned_data
        )
        attempt(form, deed, slip, by=request.officer, at=request.at, **words)
        if form.is_valid():
            messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
            return redirect("urging:slip", slip.pk)
        slip.refresh_from_db()
    return _page(request, slip, {verb: form})


def _form(request: SeatedRequest, slip: Slip, verb: str, asks: type[HouseForm] | None) -> HouseForm:
    if verb == "answer_slip":
        matters = list(slip.matters.select_related("task").order_by("pk"))
        return forms.AnswerSlipForm(request.POST, matters=matters)
    return (asks or HouseForm)(request.POST, auto_id=f"{verb}_%s")


@require_safe
@seated(*WORKING)
def file(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The Word or PDF file: as it went out, or the draft."""
    slip = _slip(request, pk)
    rows = [one.stood for one in slip.matters.order_by("pk")]
    return paper_file(
        slip, kind, lambda: slip_paper(slip, rows), issued=slip.document_id is not None
    )


@require_safe
@seated(Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.LEADER)
def effects(request: SeatedRequest) -> HttpResponse:
    """A month: what was urged, what moved within the days; each figure opens onto its list."""
    committee, month = committee_of(request), _month(request)
    urged = effect.urged_in(committee, month, request.at)
    steps = effect.by_step(committee, month, request.at)
    step = next((one for one in steps if one.key == request.GET.get("step")), None)
    if step is not None:
        return _behind_step(request, step, month)
    lines = [*effect.by_kind(urged), *effect.by_unit(urged)]
    key = request.GET.get("of", "")
    line = next((one for one in lines if one.key == key), None)
    listed = line.urged if line else urged
    only = request.GET.get("only", "")
    if only in ("moved", "answered"):
        listed = [one for one in listed if getattr(one, only)]
    context = {
        "month": month, "before": month_before(month), "whole": effect.Line("", "Tất cả", urged),
        "kinds": effect.by_kind(urged), "units": effect.by_unit(urged), "listed": listed,
        "line": line, "only": only, "within": effect.WITHIN, "is_list": "of" in request.GET,
        "steps": steps,
    }  # fmt: skip
    return render(request, "urging/effects.html", context)


def _behind_step(request: SeatedRequest, step: effect.StepLine, month: date) -> HttpResponse:
    """The tasks behind a figure of a step, the last reminded first."""
    only = request.GET.get("only", "")
    listed = step.only("moved" if only == "moved" else "")
    page = Paginator(listed[::-1], STEP_PER_PAGE).get_page(request.GET.get("page"))
    seen = Task.objects.visible_to(request.officer).select_related("lead").defer("search")
    context = {
        "step": step, "month": month, "only": only, "page": page, "within": effect.WITHIN,
        "tasks": seen.in_bulk([one.task_id for one in page.object_list]),
    }  # fmt: skip
    return render(request, "urging/effect_of_step.html", context)


def _month(request: SeatedRequest) -> date:
    """The month of the address ("2022-05"), else that of today."""
    said = request.GET.get("month", "")
    try:
        asked = date.fromisoformat(f"{said}-01")
    except ValueError:
        asked = day_of(request.at)
    return month_of(asked).from_on
