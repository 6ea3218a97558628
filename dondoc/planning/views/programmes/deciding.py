"""What is decided: approval, publication, and changes after the lock."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.planning import queries
from dondoc.planning.actions import programmes as actions
from dondoc.planning.forms.programmes import (
    AdditionForm,
    AnswerForm,
    MoveItemForm,
    ReasonForm,
)
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.outcomes import is_late
from dondoc.planning.programme_flow import approves, asks_change_of
from dondoc.planning.views.programmes.fetching import (
    change_of,
    done,
    item_of,
    programme_of,
    unit_or_404,
)
from dondoc.planning.views.programmes.pages import head_of
from dondoc.workflow import attempt

DONE = {
    "submit_programme": "Đã trình Chủ tịch duyệt chương trình.",
    "take_back": "Đã rút chương trình về để hoàn chỉnh.",
    "approve": "Đã duyệt. Chương trình được khóa, mỗi nội dung đã thành nhiệm vụ.",
    "publish": "Đã ban hành chương trình.",
    "carry_over": "Đã rà việc chuyển tiếp của kỳ trước.",
}


@require_POST
@seated()
def press(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """A deed on a programme that asks for nothing."""
    if verb not in DONE:
        raise Http404
    programme = programme_of(request, pk)
    getattr(actions, verb)(programme, by=request.officer, at=request.at)
    return done(request, DONE[verb], "planning:programme", pk)


@require_safe
@seated()
def approval(request: SeatedRequest, pk: int) -> HttpResponse:
    """The Chairman's page: by field, what is late or carried over, approve or return."""
    programme = programme_of(request, pk)
    return _approval(request, programme, ReasonForm(None, label="Điều cần sửa"))


def _approval(request: SeatedRequest, programme: Programme, form: ReasonForm) -> HttpResponse:
    if not (approves(request.officer, programme) or head_of(request, programme)["may_arrange"]):
        raise Http404
    leaders = queries.leaders_on(programme.committee, day_of(request.at))
    state = ProgrammeItem.State.REGISTERED
    items = queries.items_of(programme).filter(state=state).prefetch_related("coordinating")
    standing = list(items)
    context = head_of(request, programme) | {
        "groups": queries.by_leader(standing, leaders),
        "is_late": lambda item: is_late(item, programme),
        "number_of": len(standing),
        "focal": sum(1 for item in standing if item.focal),
        "carried": sum(1 for item in standing if item.carried_from_id),
        "late": sum(1 for item in standing if is_late(item, programme)),
        "silent": queries.silent_units(programme, request.at),
        "form": form,
    }
    return render(request, "planning/programme_approval.html", context, status=form.status)


@require_POST
@seated()
def return_programme(request: SeatedRequest, pk: int) -> HttpResponse:
    """Back to the Office, with what is to be put right."""
    programme = programme_of(request, pk)
    form = ReasonForm(request.POST, label="Điều cần sửa")
    if form.is_valid():
        attempt(
            form, actions.return_programme, programme, by=request.officer, at=request.at,
            **form.cleaned_data,
        )  # fmt: skip
        if form.is_valid():
            return done(request, "Đã trả lại Văn phòng.", "planning:programme", pk)
    return _approval(request, programme, form)


@require_safe
@seated()
def changes(request: SeatedRequest, pk: int) -> HttpResponse:
    """What was asked and decided after the lock."""
    programme = programme_of(request, pk)
    return _changes(request, programme)


def _changes(
    request: SeatedRequest, programme: Programme, refused: tuple[int, AnswerForm] | None = None
) -> HttpResponse:
    found = queries.changes_of(programme)
    forms = {one.pk: AnswerForm(None, auto_id=f"c{one.pk}_%s") for one in found}
    if refused:
        forms[refused[0]] = refused[1]
    context = head_of(request, programme) | {
        "changes": found,
        "forms": forms,
        "may_decide": approves(request.officer, programme),
        "versions": list(programme.versions.order_by("-number").defer("items")),
    }
    status = refused[1].status if refused else 200
    return render(request, "planning/programme_changes.html", context, status=status)


@require_POST
@seated()
def decide_change(request: SeatedRequest, pk: int) -> HttpResponse:
    """Granted or refused, by the button pressed."""
    change = change_of(request, pk)
    form = AnswerForm(request.POST, auto_id=f"c{pk}_%s")
    granted = request.POST.get("decision") == "grant"
    deed = actions.grant_change if granted else actions.refuse_change
    if form.is_valid():
        answer = form.cleaned_data["answer"]
        attempt(form, deed, change, by=request.officer, at=request.at, answer=answer)
        if form.is_valid():
            words = "Đã đồng ý điều chỉnh." if granted else "Đã trả lời không đồng ý."
            return done(request, words, "planning:changes", change.programme_id)
    return _changes(request, change.programme, (pk, form))


@seated()
def ask_move(request: SeatedRequest, pk: int) -> HttpResponse:
    """Another day or period is asked for."""
    form = MoveItemForm(request.POST or None)
    return _ask(request, pk, form, "ask_move", "Đề nghị chuyển kỳ, đổi thời hạn")


@seated()
def ask_drop(request: SeatedRequest, pk: int) -> HttpResponse:
    """To be given up is asked for."""
    form = ReasonForm(request.POST or None)
    return _ask(request, pk, form, "ask_drop", "Đề nghị đưa ra khỏi chương trình")


def _ask(
    request: SeatedRequest, pk: int, form: MoveItemForm | ReasonForm, verb: str, title: str
) -> HttpResponse:
    item = item_of(request, pk)
    if not asks_change_of(request.officer, item):
        raise Http404
    if request.method == "POST" and form.is_valid():
        deed, who = getattr(actions, verb), {"by": request.officer, "at": request.at}
        attempt(form, deed, item, **who, **form.cleaned_data)
        if form.is_valid():
            return done(request, "Đã gửi đề nghị tới Chủ tịch.", "planning:item", item.pk)
    context: dict[str, Any] = {
        "item": item, "programme": item.programme, "form": form, "title": title,
        "send": "Gửi đề nghị",
    }  # fmt: skip
    return render(request, "planning/programme_item_form.html", context, status=form.status)


@seated()
def ask_addition(request: SeatedRequest, pk: int) -> HttpResponse:
    """Something new is asked for after the lock."""
    programme = programme_of(request, pk)
    unit = unit_or_404(request, programme)
    form = AdditionForm(request.POST or None, programme=programme, unit=unit, at=request.at)
    if request.method == "POST" and form.is_valid():
        asked = attempt(
            form, actions.ask_addition, programme, by=request.officer, at=request.at, unit=unit,
            **form.said(),
        )  # fmt: skip
        if asked is not None:
            return done(request, "Đã gửi đề nghị tới Chủ tịch.", "planning:changes", pk)
    context = {
        "item": None, "programme": programme, "unit": unit, "form": form,
        "title": "Đề nghị bổ sung", "send": "Gửi đề nghị",
    }  # fmt: skip
    return render(request, "planning/programme_item_form.html", context, status=form.status)
