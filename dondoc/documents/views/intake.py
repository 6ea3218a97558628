"""The way in: hand in a document, look over what was read, take it into the register."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents import actions
from dondoc.documents.actions import keeps_register, reads_document
from dondoc.documents.filing import keep
from dondoc.documents.forms import TURNED_AWAY, CheckForm, HandInForm, NumberOnlyForm
from dondoc.documents.intake import Reading, reading_of
from dondoc.documents.models import Document, StoredFile
from dondoc.workflow import attempt

ASKED = ("number", "issued_on", "issuer", "subject", "signer_name", "addressees")
"""Items every paper has: where one was not read, it stands out."""


@seated()
def register(request: SeatedRequest) -> HttpResponse:
    """A file or pasted words are read, then shown for checking; nothing is in the register yet."""
    committee = _register_of(request.officer)
    form = HandInForm(*_posted(request))
    if request.method == "POST" and form.is_valid():
        reading = reading_of(form.cleaned_data["words"], committee, request.at, form.notes)
        if reading.secrecy:
            return _number_only(request, reading.secrecy, reading.letterhead)
        stored = _kept(request, form)
        if form.is_valid():
            return _check(request, committee, reading, stored)
    context = {"form": form, "committee": committee}
    return render(request, "documents/register.html", context, status=form.status)


@seated()
def check(request: SeatedRequest) -> HttpResponse:
    """What was read, or typed by hand, goes into the register as the person puts it."""
    committee = _register_of(request.officer)
    about: dict[str, Any] = {"committee": committee, "at": request.at, "officer": request.officer}
    if request.method != "POST":
        form = CheckForm(initial={"text": ""}, **about)
        return render(request, "documents/check.html", _context(form, committee, by_hand=True))
    form = CheckForm(request.POST, **about)
    if form.is_valid():
        document = attempt(
            form, actions.register, committee, by=request.officer, at=request.at,
            text=form.cleaned_data["text"], original=form.cleaned_data["original"],
            letterhead=form.letterhead(),
        )  # fmt: skip
        if document is not None:
            return _onward(request, document)
    if form.secrecy:
        return _number_only(request, form.secrecy, form.cleaned_data)
    return render(request, "documents/check.html", _context(form, committee), status=form.status)


@seated()
def number_only(request: SeatedRequest) -> HttpResponse:
    """A state secret: only its number is followed."""
    committee = _register_of(request.officer)
    form = NumberOnlyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        document = attempt(
            form, actions.register, committee, by=request.officer, at=request.at,
            number_only=True, letterhead=dict(form.cleaned_data),
        )  # fmt: skip
        if document is not None:
            return _onward(request, document)
    context = {"form": form, "warning": None}
    return render(request, "documents/number_only.html", context, status=form.status)


def _register_of(officer: Officer) -> Agency:
    """The body whose register the officer keeps: his committee's, else his own."""
    bodies = (officer.agency.committee, officer.agency)
    kept = next((body for body in bodies if body and keeps_register(officer, body)), None)
    if kept is None:
        raise Http404
    return kept


def _posted(request: SeatedRequest) -> tuple[Any, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _kept(request: SeatedRequest, form: HandInForm) -> StoredFile | None:
    upload = form.cleaned_data["file"]
    return attempt(form, keep, upload, by=request.officer, at=request.at) if upload else None


def _check(
    request: SeatedRequest, committee: Agency, reading: Reading, stored: StoredFile | None
) -> HttpResponse:
    letterhead = reading.letterhead
    first = {**letterhead, "text": "" if stored else reading.text, "original": stored}
    form = CheckForm(initial=first, committee=committee, at=request.at, officer=request.officer)
    form.look_for_twins(letterhead["number"], letterhead["issuer"], letterhead["issued_on"])
    context = _context(form, committee, stored=stored, reading=reading)
    return render(request, "documents/check.html", context)


def _context(
    form: CheckForm, committee: Agency, *, by_hand: bool = False,
    stored: StoredFile | None = None, reading: Reading | None = None,
) -> dict[str, Any]:  # fmt: skip
    if stored is None and form.is_bound:
        stored = form.cleaned_data.get("original")
    return {
        "form": form,
        "committee": committee,
        "stored": stored,
        "reading": reading,
        "by_hand": by_hand,
        "doubts": {} if by_hand else _doubts(form, reading),
        "twins": form.twins,
    }


def _doubts(form: CheckForm, reading: Reading | None) -> dict[str, str]:
    """Items to look at before going on, and why."""
    empty = {name: "Không đọc thấy trong văn bản." for name in ASKED if not form[name].value()}
    issued_on = form["issued_on"].value()
    if isinstance(issued_on, date) and issued_on > day_of(form.at):
        empty["issued_on"] = "Sau ngày hôm nay: hãy kiểm tra lại."
    if reading is None:
        return empty
    if reading.letterhead["issuer"] and reading.letterhead["issuer_agency"] is None:
        empty["issuer"] = "Không có trong danh bạ đơn vị: hãy kiểm tra chính tả."
    if reading.letterhead["type"] == "other":
        empty["type"] = "Chưa nhận ra loại văn bản."
    return empty


def _number_only(request: SeatedRequest, mark: str, letterhead: dict[str, Any]) -> HttpResponse:
    first = {name: letterhead.get(name) for name in NumberOnlyForm.base_fields}
    context = {"form": NumberOnlyForm(initial=first), "warning": TURNED_AWAY.format(mark=mark)}
    return render(request, "documents/number_only.html", context, status=422)


def _onward(request: SeatedRequest, document: Document) -> HttpResponse:
    key = request.POST.get("idempotency_key", "")
    messages.success(request, f"Đã vào sổ {document.label}.", extra_tags=key)
    if document.text and reads_document(request.officer, document):
        return redirect(f"{reverse('tasks:intake', args=[document.pk])}?read=1")
    return redirect("documents:detail", document.pk)
