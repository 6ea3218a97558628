"""A file on its way into the register: being read, to be looked over, or given up."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import pressed
from dondoc.documents import actions
from dondoc.documents.actions import Found, NumberAlone
from dondoc.documents.forms import CheckForm
from dondoc.documents.intake import Reading, reading_of
from dondoc.documents.models import HandIn
from dondoc.documents.queries import waiting_of
from dondoc.documents.views.checking import check_page, onward
from dondoc.workflow import attempt

State = HandIn.State


@seated()
def hand_in(request: SeatedRequest, pk: int) -> HttpResponse:
    """Wherever it is on its way: the progress of the reading, the check, or what became of it."""
    mine = _own(request, pk)
    if mine.state == State.READING:
        return render(request, "documents/reading.html", {"waiting": waiting_of(mine)})
    if request.headers.get("HX-Request"):  # the page that watched the progress goes on by itself
        return HttpResponse(headers={"HX-Refresh": "true"})
    return WHERE[State(mine.state)](request, mine)


def _own(request: SeatedRequest, pk: int) -> HandIn:
    own = HandIn.objects.visible_to(request.officer).select_related("committee", "original")
    return get_object_or_404(own, pk=pk)


def _check(request: SeatedRequest, mine: HandIn) -> HttpResponse:
    """What was read, or nothing where nothing could be, is put right and goes into the register."""
    reading = _reading(request, mine)
    about: dict[str, Any] = {"committee": mine.committee, "at": request.at, "hand_in": mine}
    if request.method != "POST":
        form = CheckForm(initial=reading.letterhead if reading else {}, **about)
        if reading:
            head = reading.letterhead
            form.look_for_twins(head["number"], head["issuer"], head["issued_on"])
        return check_page(request, form, reading=reading, hand_in=mine)
    form = CheckForm(request.POST, **about)
    if form.is_valid():
        document = attempt(
            form, actions.register, mine.committee, by=request.officer, at=request.at,
            text=form.cleaned_data["text"], letterhead=form.letterhead(), hand_in=mine,
        )  # fmt: skip
        if document is not None:
            return onward(request, document)
    if form.secrecy:
        return _turned_away(request, mine)
    return check_page(request, form, reading=reading, hand_in=mine)


def _reading(request: SeatedRequest, mine: HandIn) -> Reading | None:
    if mine.state != State.READ:
        return None
    return reading_of(
        mine.text, mine.committee, request.at, Found(mine.text, mine.pages, mine.notes)
    )


def _secret(request: SeatedRequest, mine: HandIn) -> HttpResponse:
    return redirect(f"{reverse('documents:number_only')}?hand_in={mine.pk}")


def _registered(request: SeatedRequest, mine: HandIn) -> HttpResponse:
    return redirect("documents:detail", mine.document_id)


def _dropped(request: SeatedRequest, mine: HandIn) -> HttpResponse:
    messages.info(request, "Văn bản này đã được bỏ, không còn lưu gì. Hãy tải lên lại nếu cần.")
    return redirect("documents:register")


WHERE: dict[State, Callable[[SeatedRequest, HandIn], HttpResponse]] = {
    State.READ: _check,
    State.FAILED: _check,
    State.SECRET: _secret,
    State.REGISTERED: _registered,
    State.DROPPED: _dropped,
}


@require_POST
@seated()
def turn_away(request: SeatedRequest, pk: int) -> HttpResponse:
    """The person sees that it is a state secret: nothing of it stays but its number."""
    return _turned_away(request, _own(request, pk))


def _turned_away(request: SeatedRequest, mine: HandIn) -> HttpResponse:
    reading = _reading(request, mine)
    number = NumberAlone(reading.number_alone() if reading else {})
    pressed(request, actions.turn_away, mine, number=number)
    return redirect("documents:hand_in", mine.pk)


@require_POST
@seated()
def read_again(request: SeatedRequest, pk: int) -> HttpResponse:
    """Tried once more."""
    mine = _own(request, pk)
    pressed(request, actions.read_again, mine)
    return redirect("documents:hand_in", mine.pk)


@require_POST
@seated()
def drop(request: SeatedRequest, pk: int) -> HttpResponse:
    """Nobody wants it in the register."""
    pressed(request, actions.drop_hand_in, _own(request, pk))
    return redirect("documents:register")
