"""From a document to tasks (S5): what is read, one card each, until a person says it is right."""

import re
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.directory import Directory
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.documents.actions import reads_document
from dondoc.documents.models import Document
from dondoc.rules.directive import read
from dondoc.tasks.actions import intake as actions
from dondoc.tasks.forms.intake import DueForm, GiveForm, ProposalForm, SplitForm
from dondoc.tasks.models import Proposal
from dondoc.tasks.proposals import sheet_of
from dondoc.tasks.reading import drafts_of
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt

NOTHING = "Không tìm thấy nội dung giao việc; hãy thêm bằng tay."


@require_safe
@seated()
def intake(request: SeatedRequest, pk: int) -> HttpResponse:
    """The text on one side, the proposals on the other."""
    return _page(request, _document(request, pk))


def _document(request: SeatedRequest, pk: int) -> Document:
    document = get_object_or_404(
        Document.objects.visible_to(request.officer).select_related("committee"), pk=pk
    )
    if not reads_document(request.officer, document):
        raise Http404
    return document


def _page(request: SeatedRequest, document: Document, status: int = 200) -> HttpResponse:
    sheet = sheet_of(document, request.officer, request.at)
    context = {
        "document": document,
        "sheet": sheet,
        "closed": document.state == Document.State.CLOSED,
        "unread": document.state == Document.State.REGISTERED and not sheet.cards,
        "read_at_once": request.GET.get("read") == "1",
        "nothing": NOTHING,
    }
    return render(request, "tasks/intake.html", context, status=status)


@require_POST
@seated()
def propose(request: SeatedRequest, pk: int) -> HttpResponse:
    """Reads the document; what waits from an earlier reading is proposed anew."""
    document = _document(request, pk)
    drafts = drafts_of(read(document.text), document.committee, document.arrived_at)
    _pressed(request, actions.propose, document, drafts=drafts)
    if not drafts:
        messages.warning(request, NOTHING)
    return redirect("tasks:intake", document.pk)


@require_POST
@seated()
def confirm_all(request: SeatedRequest, pk: int) -> HttpResponse:
    """Every proposal becomes tasks, or none does."""
    document = _document(request, pk)
    said = _given_by(request, document)
    if tasks := _pressed(request, actions.confirm_all, document, **said):
        messages.success(request, f"Đã giao {len(tasks)} nhiệm vụ.")
    return redirect("tasks:intake", document.pk)


@require_POST
@seated()
def close(request: SeatedRequest, pk: int) -> HttpResponse:
    """All that the document orders has been given."""
    document = _document(request, pk)
    form = HouseForm(request.POST)
    attempt(form, actions.close, document, by=request.officer, at=request.at)
    if form.is_valid():
        messages.success(request, "Đã kết thúc giao việc từ văn bản này.")
        return redirect("documents:detail", document.pk)
    _say(request, form)
    return redirect("tasks:intake", document.pk)


def _given_by(request: SeatedRequest, document: Document) -> dict[str, Any]:
    """The leader and the field that were chosen; a choice from elsewhere is left out."""
    sheet = sheet_of(document, request.officer, request.at)
    form = GiveForm(request.POST, leaders=sheet.leaders, fields=sheet.fields)
    form.is_valid()
    return {name: form.cleaned_data.get(name) for name in ("leader", "field")}


def _pressed(request: SeatedRequest, deed: Any, subject: Any, **said: Any) -> Any:
    """Does a deed that asks for nothing more; a refusal is said on the page one comes back to."""
    form = HouseForm(request.POST)
    made = attempt(form, deed, subject, by=request.officer, at=request.at, **said)
    _say(request, form)
    return made


def _say(request: SeatedRequest, form: HouseForm) -> None:
    for words in form.errors.values():
        messages.error(request, " ".join(map(str, words)))


def _proposal(request: SeatedRequest, pk: int, number: int) -> Proposal:
    document = _document(request, pk)
    proposal = get_object_or_404(
        Proposal.objects.visible_to(request.officer).filter(document=document), pk=number
    )
    proposal.document = document
    return proposal


def _back(proposal: Proposal) -> HttpResponse:
    return redirect(f"{reverse('tasks:intake', args=[proposal.document_id])}#p{proposal.pk}")


def _onward(proposal: Proposal) -> HttpResponse:
    """To the next proposal that waits, so that the work goes on without searching."""
    waiting = proposal.document.proposals.filter(state=Proposal.State.PROPOSED)
    after = waiting.filter(position__gt=proposal.position).order_by("position").first()
    return _back(after or waiting.order_by("position").first() or proposal)


@require_POST
@seated()
def confirm_proposal(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """This proposal becomes a task, or one for each unit of a group."""
    proposal = _proposal(request, pk, number)
    said = _given_by(request, proposal.document)
    tasks = _pressed(request, actions.confirm_proposal, proposal, **said)
    if not tasks:
        return _back(proposal)
    one = f"Đã giao {tasks[0].code} cho {tasks[0].lead.name}."
    messages.success(request, one if len(tasks) == 1 else f"Đã giao {len(tasks)} nhiệm vụ.")
    return _onward(proposal)


@require_POST
@seated()
def drop(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """It is no order."""
    proposal = _proposal(request, pk, number)
    _pressed(request, actions.drop, proposal)
    return _onward(proposal)


@require_POST
@seated()
def restore(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """A dropped proposal is looked at again."""
    proposal = _proposal(request, pk, number)
    _pressed(request, actions.restore, proposal)
    return _back(proposal)


@require_POST
@seated()
def merge(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """This proposal and the next that waits become one."""
    proposal = _proposal(request, pk, number)
    waiting = proposal.document.proposals.filter(state=Proposal.State.PROPOSED)
    other = waiting.filter(position__gt=proposal.position).order_by("position").first()
    if other is None:
        messages.error(request, "Không còn đề xuất nào phía sau để gộp.")
    else:
        _pressed(request, actions.merge, proposal, other=other)
    return _back(proposal)


@require_POST
@seated()
def name_leads(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """The units that names nobody recognised stand for; remembered for the next paper if wished."""
    proposal = _proposal(request, pk, number)
    sheet = sheet_of(proposal.document, request.officer, request.at)
    card = next(card for card in sheet.cards if card.proposal.pk == proposal.pk)
    bodies = {str(pk): body for pk, body in sheet.directory.bodies.items()}
    chosen = [bodies.get(request.POST.get(f"unit_{i}", "")) for i in range(len(card.unknown))]
    if card.unknown and not all(chosen):
        messages.error(request, "Hãy chọn đơn vị cho mọi tên gọi chưa nhận ra.")
        return _back(proposal)
    named = list(zip(card.unknown, filter(None, chosen), strict=False))
    learned = {
        found.printed[:200]: unit
        for i, (found, unit) in enumerate(named)
        if request.POST.get(f"learn_{i}") and found.printed and sheet.teaches
    }
    leads = [*card.known, *(unit for _, unit in named)]
    _pressed(request, actions.name_leads, proposal, leads=leads, learned=learned)
    return _back(proposal)


@require_POST
@seated()
def set_due(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """The deadline the paper does not say, from the card itself."""
    proposal = _proposal(request, pk, number)
    form = DueForm(request.POST)
    if form.is_valid():
        said = ProposalForm.first_of(proposal) | form.cleaned_data
        leads, supporting = list(proposal.leads.all()), list(proposal.supporting.all())
        attempt(
            form, actions.edit, proposal, by=request.officer, at=request.at,
            content=said["content"], product=said["product"], leads=leads, supporting=supporting,
            due_on=said["due_on"], no_deadline=said["no_deadline"],
        )  # fmt: skip
    _say(request, form)
    return _back(proposal)


@seated()
def edit(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """All of one proposal, on its own page or inside its card."""
    proposal = _proposal(request, pk, number)
    if request.method != "POST" and proposal.state != Proposal.State.PROPOSED:
        messages.warning(request, "Đề xuất này không còn chờ xác nhận nên không sửa được.")
        return _back(proposal)
    form = ProposalForm(
        request.POST if request.method == "POST" else None,
        initial=ProposalForm.first_of(proposal), directory=_directory(request, proposal.document),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        attempt(form, actions.edit, proposal, by=request.officer, at=request.at, **form.said())
        if form.is_valid():
            messages.success(request, "Đã sửa đề xuất.", extra_tags=_key(request))
            return _back(proposal)
    context = {"document": proposal.document, "proposal": proposal, "form": form}
    return render(request, "tasks/proposal_edit.html", context, status=form.status)


@seated()
def add(request: SeatedRequest, pk: int) -> HttpResponse:
    """An order that was not found: from a selected passage, or in own words."""
    document = _document(request, pk)
    start, end = (_offset(request, name, document) for name in ("start", "end"))
    passage = document.text[start:end].strip() if start is not None and end else ""
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
            return _back(made)
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
    proposal = _proposal(request, pk, number)
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
            return _back(proposal)
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
