"""One door for the deeds of the room: those that ask, and those done at one press."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render

from dondoc.agencies.seating import SeatedRequest
from dondoc.remedies import actions
from dondoc.remedies.forms import FORMS, DeedForm
from dondoc.workflow import Flow, attempt

PRESSED = {
    "redraft_report": "Đã soạn lại từ các việc khắc phục hiện có.",
    "sign_report": "Đã ký gửi báo cáo khắc phục.",
    "urge_report": "Đã đôn đốc đơn vị.",
}
"""Deeds that ask for nothing, and what is said when they are done."""


def move(
    request: SeatedRequest, verb: str, subject: Any, *, flows: tuple[Flow, ...], page: str,
    target: Any = None, about: Callable[[], dict[str, Any]] = dict,
) -> HttpResponse:  # fmt: skip
    """A deed by its word; `target` is what it is done to where that is not the page's subject."""
    header = next((flow.moves[verb] for flow in flows if verb in flow.moves), None)
    if header is None or (verb not in FORMS and verb not in PRESSED):
        raise Http404
    done_to = subject if target is None else target
    if verb in PRESSED:
        return _press(request, verb, done_to, page)
    form = _form(request, verb, subject)
    if request.method == "POST" and form.is_valid() and _did(request, form, verb, done_to):
        messages.success(request, form.saved, extra_tags=request.POST.get("idempotency_key", ""))
        return redirect(page)
    if request.method != "POST" and not _is_open(header, request, done_to):
        messages.warning(request, f"Hiện không thể “{header.label}”.")
        return redirect(page)
    context = {
        "form": form, "verb": verb, "label": header.label, "back": page, "where": request.path,
        "subject": subject, **about(),
    }  # fmt: skip
    return render(request, "remedies/move.html", context, status=form.status)


def _is_open(header: Any, request: SeatedRequest, subject: Any) -> bool:
    who = header.who(request.officer, subject)
    return bool(who if header.starts else header.is_open_to(request.officer, subject))


def _press(request: SeatedRequest, verb: str, subject: Any, page: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    getattr(actions, verb)(subject, by=request.officer, at=request.at)
    messages.success(request, PRESSED[verb])
    return redirect(page)


def _form(request: SeatedRequest, verb: str, subject: Any) -> DeedForm:
    posted = (request.POST,) if request.method == "POST" else ()
    return FORMS[verb](*posted, subject=subject, officer=request.officer, at=request.at)


def _did(request: SeatedRequest, form: DeedForm, verb: str, subject: Any) -> bool:
    with transaction.atomic():
        deed = getattr(actions, verb)
        attempt(form, deed, subject, by=request.officer, at=request.at, **form.said())
        transaction.set_rollback(not form.is_valid())
    return form.is_valid()
