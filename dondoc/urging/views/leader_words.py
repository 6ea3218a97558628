"""What a leader says of a task, on a phone between two meetings, and what the unit answers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.models import Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.tasks.models import Task
from dondoc.ui.forms import HouseForm
from dondoc.urging import actions, forms
from dondoc.urging.actions.leader_words import word_flow
from dondoc.urging.models import LeaderWord
from dondoc.workflow import attempt

KINDS = tuple(LeaderWord.Kind)


@seated(Role.LEADER)
def say(request: SeatedRequest, code: str) -> HttpResponse:
    """One form: which, his words or a phrase that stands ready, and it is sent."""
    visible = Task.objects.visible_to(request.officer).select_related("lead", "issuer")
    task = get_object_or_404(visible, code=code)
    kind = LeaderWord.Kind(asked) if (asked := request.GET.get("kind")) in KINDS else KINDS[0]
    form = forms.SayWordForm(request.POST if request.method == "POST" else None, kind=kind)
    if request.method == "POST" and form.is_valid():
        by, at = request.officer, request.at
        word = attempt(form, actions.say_word, task, by=by, at=at, kind=kind, **form.said())
        if word is not None:
            until = f", trả lời trước hết ngày {word.answer_on:%d/%m/%Y}" if word.answer_on else ""
            messages.success(
                request, f"Đã gửi {task.lead.name}{until}.",
                extra_tags=request.POST.get("idempotency_key", ""),
            )  # fmt: skip
            return redirect("tasks:detail", task.code)
    context = {"form": form, "task": task, "kind": kind, "kinds": LeaderWord.Kind}
    return render(request, "urging/say_word.html", context, status=form.status)


def _word(request: SeatedRequest, pk: int) -> LeaderWord:
    visible = LeaderWord.objects.visible_to(request.officer)
    related = ("task", "unit", "said_by__user", "answered_by__user", "closed_by__user")
    return get_object_or_404(visible.select_related(*related), pk=pk)


MOVES: dict[str, tuple[Callable[..., Any], type[HouseForm], str]] = {
    "answer_word": (actions.answer_word, forms.AnswerWordForm, "Đã trả lời lãnh đạo."),
    "return_word": (actions.return_word, forms.ReturnWordForm, "Đã yêu cầu làm rõ."),
    "close_word": (actions.close_word, forms.CloseSlipForm, "Đã xem xong."),
}


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """His words as he said them, the answer, and what may be done."""
    return _page(request, _word(request, pk))


def _page(
    request: SeatedRequest, word: LeaderWord, refused: dict[str, HouseForm] | None = None
) -> HttpResponse:
    refused = refused or {}
    may = {move.verb for move in word_flow.open_to(request.officer, word)}
    asked = {
        verb: refused.get(verb) or form(auto_id=f"{verb}_%s")
        for verb, (_, form, _) in MOVES.items()
        if verb in may
    }
    status = next((form.status for form in refused.values()), 200)
    context = {"word": word, "forms": asked, "refused": refused, "today": day_of(request.at)}
    return render(request, "urging/leader_word.html", context, status=status)


@require_POST
@seated()
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """One move of what a leader said."""
    word = _word(request, pk)
    if verb not in MOVES:
        raise Http404
    deed, asks, said = MOVES[verb]
    form = asks(request.POST, auto_id=f"{verb}_%s")
    if form.is_valid():
        attempt(form, deed, word, by=request.officer, at=request.at, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
            return redirect("urging:leader_word", word.pk)
        word.refresh_from_db()
    return _page(request, word, {verb: form})
