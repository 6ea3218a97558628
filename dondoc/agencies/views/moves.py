"""The page that all moves with a form share: a title, the form, and back where one came from."""

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
    **said: Any,
) -> HttpResponse:
    """Shows the form, does the deed, and goes back with the words `done`."""
    if request.method == "POST" and form.is_valid():
        told = {**form.cleaned_data, **said}
        attempt(form, deed, subject, by=request.officer, at=request.at, **told)
        if form.is_valid():
            messages.success(request, done)
            return redirect(back)
    context = {"form": form, "title": title, "back": back, "note": note, "danger": danger}
    return render(request, "agencies/form.html", context, status=form.status)
