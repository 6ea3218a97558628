"""What all moves share: a page with a form, and the button that asks for nothing more."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dondoc.agencies.seating import SeatedRequest
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt


def form_page(
    request: SeatedRequest,
    form: HouseForm,
    deed: Callable[..., Any],
    subject: Any,
    *,
    title: str,
    back: str,
    done: str,
    note: str = "",
    danger: bool = False,
    ends: bool = False,
    **said: Any,
) -> HttpResponse:
    """Shows the form, does the deed, and goes back with the words `done`."""
    if request.method == "POST" and form.is_valid():
        told = {**form.cleaned_data, **said}
        attempt(form, deed, subject, by=request.officer, at=request.at, **told)
        if form.is_valid():
            messages.success(request, done)
            return redirect(back)
    context = {
        "form": form, "title": title, "back": back, "note": note, "danger": danger,
        "ending": subject if ends else None,
    }  # fmt: skip
    return render(request, "agencies/form.html", context, status=form.status)


def pressed(
    request: SeatedRequest, deed: Callable[..., Any], subject: Any, *, done: str = "", **said: Any
) -> Any:
    """Does a deed that asks for nothing more; a refusal is said on the page one comes back to."""
    form = HouseForm(request.POST)
    made = attempt(form, deed, subject, by=request.officer, at=request.at, **said)
    say_wrong(request, form)
    if done and form.is_valid():
        messages.success(request, done)
    return made


def say_wrong(request: SeatedRequest, form: HouseForm) -> None:
    """Each refusal of a form, on the page one comes back to."""
    for words in form.errors.values():
        messages.error(request, " ".join(map(str, words)))
