"""A proposal in its own words: edited, added from a passage, cut in two."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from dondoc.agencies.directory import Directory
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.models import Document
from dondoc.tasks.actions import intake as actions
from dondoc.tasks.forms.intake import ProposalForm, SplitForm
from dondoc.tasks.models import Proposal
from dondoc.tasks.secrecy import words_by_number
from dondoc.tasks.views.intake import document_of
from dondoc.tasks.views.proposals import answer_with, proposal_of
from dondoc.workflow import attempt


@seated()
def edit(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """All of one proposal, on its own page or inside its card."""
    proposal = proposal_of(request, pk, number)
    if request.method != "POST" and proposal.state != Proposal.State.PROPOSED:
        messages.warning(request, "Đề xuất này không còn chờ xác nhận nên không sửa được.")
        return answer_with(request, proposal)
    form = ProposalForm(
        request.POST if request.method == "POST" else None,
        initial=ProposalForm.first_of(proposal), directory=_directory(request, proposal.document),
        auto_id=f"id_{number}_%s",
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        attempt(form, actions.edit, proposal, by=request.officer, at=request.at, **form.said())
        if form.is_valid():
            messages.success(request, "Đã sửa đề xuất.", extra_tags=_key(request))
            return answer_with(request, proposal)
    context = {"document": proposal.document, "proposal": proposal, "form": form}
    status = 200 if request.headers.get("HX-Request") else form.status  # htmx takes in only 2xx
    return render(request, "tasks/proposal_edit.html", context, status=status)


@seated()
def add(request: SeatedRequest, pk: int) -> HttpResponse:
    """An order that was not found: from a selected passage, or in own words."""
    document = document_of(request, pk)
    start, end = (_offset(request, name, document) for name in ("start", "end"))
    passage = document.text[start:end].strip() if start is not None and end else ""
    if document.number_only:
        passage = words_by_number(document)
    form = ProposalForm(
        request.POST if request.method == "POST" else None,
        initial={"content": passage, "start": start, "end": end if passage else None},
        directory=_directory(request, document),
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, actions.add, document, by=request.officer, at=request.at, draft=form.draft()
        )
        if made is not None:
            messages.success(request, "Đã thêm đề xuất.", extra_tags=_key(request))
            return answer_with(request, made)
    context = {"document": document, "proposal": None, "form": form}
    return render(request, "tasks/proposal_edit.html", context, status=form.status)


def _offset(request: SeatedRequest, name: str, document: Document) -> int | None:
    said = request.GET.get(name, "")
    return min(int(said), len(document.text)) if said[:9].isdecimal() and len(said) < 9 else None


def _directory(request: SeatedRequest, document: Document) -> Directory:
    return Directory.of(document.committee, day_of(request.at))


def _key(request: SeatedRequest) -> str:
    return request.POST.get("idempotency_key", "")


SENTENCE = re.compile(r"(?<=[.;])\s+|\n+")


@seated()
def split(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """One proposal becomes two at the place that is chosen."""
    proposal = proposal_of(request, pk, number)
    places = [found.end() for found in SENTENCE.finditer(proposal.content)]
    at = request.GET.get("at", "")
    chosen = int(at) if at.isdecimal() and int(at) in places else None
    place = chosen or next(iter(places), None)
    first = {
        "first": proposal.content[:place].strip(),
        "second": proposal.content[place:].strip() if place else "",
    }
    form = SplitForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, actions.split, proposal, by=request.officer, at=request.at, **form.cleaned_data
        )
        if made is not None:
            messages.success(request, "Đã tách thành hai đề xuất.", extra_tags=_key(request))
            return answer_with(request, proposal)
    pieces = _pieces(proposal.content, places)
    context = {
        "document": proposal.document, "proposal": proposal, "form": form,
        "pieces": pieces, "place": place,
    }  # fmt: skip
    return render(request, "tasks/proposal_split.html", context, status=form.status)


def _pieces(content: str, places: list[int]) -> list[tuple[str, int | None]]:
    """The sentences, each with the place after it where the content may be cut."""
    starts = [0, *places]
    ends: list[int | None] = [*places, None]
    return [(content[s:e].strip(), e) for s, e in zip(starts, ends, strict=True)]
