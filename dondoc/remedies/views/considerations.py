"""Pages of proposals to consider who answers: what the rule finds, each draft, the decision."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Agency, Role
from dondoc.agencies.roles import office_of
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.rendering.files import RENDERERS
from dondoc.documents.views.downloads import download
from dondoc.remedies import actions, considering
from dondoc.remedies.actions.considerations import consideration_flow
from dondoc.remedies.asking import asked_period
from dondoc.remedies.consideration_forms import (
    ConsiderationWordsForm,
    DecideConsiderationForm,
    DraftConsiderationForm,
    DropForm,
    ReturnForm,
)
from dondoc.remedies.consideration_paper import consideration_paper
from dondoc.remedies.models import Consideration
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt

OFFICE = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER)
RELATED = (
    "committee", "unit", "person__user", "person__agency", "drawn_up_by__user",
    "submitted_by__user", "decided_by__user",
)  # fmt: skip


@seated()
def index(request: SeatedRequest) -> HttpResponse:
    """What the rule proposes, for the Office; what stands, for whom it concerns."""
    return _index(request)


def _index(request: SeatedRequest, form: DraftConsiderationForm | None = None) -> HttpResponse:
    officer, committee = request.officer, request.officer.agency.committee
    asked = asked_period(request.GET.get("period", ""), request.at, quarters=False)
    seen = Consideration.objects.visible_to(officer).select_related(*RELATED)
    context: dict[str, Any] = {
        "asked": asked,
        "page": Paginator(seen.order_by("-month", "-pk"), 30).get_page(request.GET.get("page")),
        "drafts": False,
    }
    if committee and office_of(officer, committee.pk):
        context |= {
            "drafts": True,
            "candidates": considering.candidates(committee, asked.period.from_on, request.at),
            "form": form or _draft_form(request, committee),
        }
    status = form.status if form else 200
    return render(request, "remedies/accountability_considerations.html", context, status=status)


def _draft_form(request: SeatedRequest, committee: Agency) -> DraftConsiderationForm:
    said = request.POST or None
    return DraftConsiderationForm(said, committee=committee, day=day_of(request.at))


@require_POST
@seated(*OFFICE)
def draft(request: SeatedRequest) -> HttpResponse:
    """A draft on a unit or a person, proposed by the rule or chosen by the Office."""
    committee = request.officer.agency.committee
    if committee is None:
        raise Http404
    form = _draft_form(request, committee)
    if form.is_valid():
        unit, person = form.cleaned_data["about"]
        period = asked_period(request.GET.get("period", ""), request.at, quarters=False).period
        one = attempt(
            form, actions.draft_consideration, committee, by=request.officer, at=request.at,
            month=period.from_on, unit=unit, person=person,
        )  # fmt: skip
        if one is not None:
            messages.success(
                request, "Đã lập dự thảo với đủ căn cứ. Hãy xem lại lời trước khi trình."
            )
            return redirect("remedies:consideration", one.pk)
    return _index(request, form)


def _consideration(request: SeatedRequest, pk: int) -> Consideration:
    return get_object_or_404(
        Consideration.objects.visible_to(request.officer).select_related(*RELATED), pk=pk
    )


@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """The facts, the words, and what may be done."""
    return _page(request, _consideration(request, pk))


FORMS: dict[str, tuple[type[HouseForm] | None, Callable[..., Any], str]] = {
    "edit_consideration": (
        ConsiderationWordsForm, actions.edit_consideration, "Đã lưu nội dung đề xuất.",
    ),
    "submit_consideration": (
        None, actions.submit_consideration, "Đã trình Chủ tịch. Căn cứ được giữ nguyên từ lúc này.",
    ),
    "drop_consideration": (DropForm, actions.drop_consideration, "Đã ghi: không trình."),
    "return_consideration": (
        ReturnForm, actions.return_consideration, "Đã chuyển lại Văn phòng làm rõ.",
    ),
    "decide_consideration": (
        DecideConsiderationForm, actions.decide_consideration, "Đã ghi quyết định.",
    ),
}  # fmt: skip
"""The moves of a proposal: what each asks, does and says."""


def _page(
    request: SeatedRequest, one: Consideration, asked: dict[str, HouseForm] | None = None
) -> HttpResponse:
    asked = asked or {}
    may = {move.verb for move in consideration_flow.open_to(request.officer, one)}
    forms = {
        verb: (asked.get(verb) or form(initial={"words": one.words}, auto_id=f"{verb}_%s"))
        if verb in may
        else None
        for verb, (form, _, _) in FORMS.items()
        if form
    }
    context = {"one": one, "may": may, "forms": forms, "refused": asked}
    status = next((form.status for form in asked.values()), 200)
    return render(request, "remedies/accountability_consideration.html", context, status=status)


@require_POST
@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """One move of a proposal."""
    one = _consideration(request, pk)
    if verb not in FORMS:
        raise Http404
    asks, deed, said = FORMS[verb]
    form = asks(request.POST, auto_id=f"{verb}_%s") if asks else HouseForm(request.POST)
    if form.is_valid():
        attempt(form, deed, one, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
            return redirect("remedies:consideration", one.pk)
        one.refresh_from_db()
    return _page(request, one, {verb: form})


@require_safe
@seated()
def paper(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The proposal as a paper for the Chairman's file."""
    one = _consideration(request, pk)
    if kind not in RENDERERS:
        raise Http404
    name = f"De xuat xem xet trach nhiem {one.month:%m-%Y} {one.pk}.{kind}"
    return download(RENDERERS[kind](consideration_paper(one)), name)
