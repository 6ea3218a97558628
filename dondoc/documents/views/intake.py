"""The way in: hand in a document, look over what was read, take it into the register."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dondoc.agencies.models import Agency
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents import actions
from dondoc.documents.forms import TURNED_AWAY, CheckForm, HandInForm, NumberOnlyForm
from dondoc.documents.intake import reading_of
from dondoc.documents.models import HandIn
from dondoc.documents.queries import hand_ins_of
from dondoc.documents.views.checking import check_page, onward, register_of
from dondoc.workflow import attempt


@seated()
def register(request: SeatedRequest) -> HttpResponse:
    """A file or pasted words are read, then shown for checking; nothing is in the register yet."""
    committee = register_of(request.officer)
    form = HandInForm(*_posted(request))
    if request.method == "POST" and form.is_valid():
        answer = _handed_in if "upload" in form.cleaned_data else _pasted
        if (onto := answer(request, committee, form)) is not None:
            return onto
    waiting = hand_ins_of(request.officer)
    context = {"form": form, "committee": committee, "waiting": waiting}
    return render(request, "documents/register.html", context, status=form.status)


def _posted(request: SeatedRequest) -> tuple[Any, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _handed_in(request: SeatedRequest, committee: Agency, form: HandInForm) -> HttpResponse | None:
    """A file is kept once it is known to be no state secret; what takes long is read meanwhile."""
    found = form.cleaned_data["found"]
    if found is not None:
        reading = reading_of(found.text, committee, request.at, found)
        if reading.secrecy:
            return _number_only(request, reading.secrecy, reading.letterhead)
    made = attempt(
        form, actions.hand_in, committee, by=request.officer, at=request.at,
        upload=form.cleaned_data["upload"], found=found,
    )  # fmt: skip
    return redirect("documents:hand_in", made.pk) if made else None


def _pasted(request: SeatedRequest, committee: Agency, form: HandInForm) -> HttpResponse:
    """Pasted words are kept nowhere before they are checked."""
    reading = reading_of(form.cleaned_data["words"], committee, request.at)
    if reading.secrecy:
        return _number_only(request, reading.secrecy, reading.letterhead)
    letterhead = reading.letterhead
    first = {**letterhead, "text": reading.text}
    checked = CheckForm(initial=first, committee=committee, at=request.at)
    checked.look_for_twins(letterhead["number"], letterhead["issuer"], letterhead["issued_on"])
    return check_page(request, checked, reading=reading)


@seated()
def check(request: SeatedRequest) -> HttpResponse:
    """What was pasted, or typed by hand, goes into the register as the person puts it."""
    about: dict[str, Any] = {"committee": register_of(request.officer), "at": request.at}
    if request.method != "POST":
        return check_page(request, CheckForm(initial={"text": ""}, **about), by_hand=True)
    form = CheckForm(request.POST, **about)
    if form.is_valid():
        document = attempt(
            form, actions.register, form.committee, by=request.officer, at=request.at,
            text=form.cleaned_data["text"], letterhead=form.letterhead(),
        )  # fmt: skip
        if document is not None:
            return onward(request, document)
    if form.secrecy:
        return _number_only(request, form.secrecy, form.cleaned_data)
    return check_page(request, form)


@seated()
def number_only(request: SeatedRequest) -> HttpResponse:
    """A state secret: only its number is followed."""
    committee, hand_in = register_of(request.officer), _turned_away(request)
    first = hand_in.head if hand_in else None
    form = NumberOnlyForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        document = attempt(
            form, actions.register, committee, by=request.officer, at=request.at,
            number_only=True, letterhead=dict(form.cleaned_data), hand_in=hand_in,
        )  # fmt: skip
        if document is not None:
            return onward(request, document)
    context = {"form": form, "warning": None, "hand_in": hand_in}
    return render(request, "documents/number_only.html", context, status=form.status)


def _turned_away(request: SeatedRequest) -> HandIn | None:
    """One's own hand-in that proved to be a state secret, whose number is to be entered."""
    key = request.POST.get("hand_in") or request.GET.get("hand_in") or ""
    if not key.isdecimal():
        return None
    own = HandIn.objects.visible_to(request.officer).filter(state=HandIn.State.SECRET)
    return get_object_or_404(own, pk=int(key[:18]))


def _number_only(request: SeatedRequest, mark: str, letterhead: dict[str, Any]) -> HttpResponse:
    first = {name: letterhead.get(name) for name in NumberOnlyForm.base_fields}
    warning = TURNED_AWAY.format(mark=mark)
    context = {"form": NumberOnlyForm(initial=first), "warning": warning, "hand_in": None}
    return render(request, "documents/number_only.html", context, status=422)
