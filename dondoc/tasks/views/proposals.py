"""What is done to one proposal: each deed answers with the cards it changed, or leads back."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.actions import forget_alias
from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.directory import Found
from dondoc.agencies.models import Agency
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import pressed, say_wrong
from dondoc.database.clock import day_of
from dondoc.documents.models import DocumentPage
from dondoc.documents.queries import pages_of
from dondoc.tasks.actions import intake as actions
from dondoc.tasks.forms.intake import DueForm, LeadsForm
from dondoc.tasks.models import Proposal
from dondoc.tasks.proposals import sheet_of
from dondoc.tasks.views.intake import document_of, given_by, page_of
from dondoc.ui.forms import HouseForm
from dondoc.workflow import NotNow, attempt


def proposal_of(request: SeatedRequest, pk: int, number: int) -> Proposal:
    """A proposal of a document that the officer may turn into tasks."""
    document = document_of(request, pk)
    proposal = get_object_or_404(
        Proposal.objects.visible_to(request.officer).filter(document=document), pk=number
    )
    proposal.document = document
    return proposal


def answer_with(
    request: SeatedRequest, proposal: Proposal, *also: Proposal, onward: bool = False,
    undo: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """The changed cards for the page that stands, or the way back; on to the next when done."""
    document = proposal.document
    pages = pages_under([proposal, *also])
    sheet = sheet_of(document, request.officer, request.at, pages)
    card = sheet.card_of(proposal)
    go = sheet.next_after(card.number) if onward else card
    if not request.headers.get("HX-Request"):
        return redirect(
            f"{reverse('tasks:intake', args=[document.pk])}#p{(go or card).proposal.pk}"
        )
    changed = [sheet.card_of(one) for one in dict.fromkeys((proposal, *also))]
    context = {**page_of(document, sheet), "changed": changed, "go": go, "undo": undo}
    answer = render(request, "tasks/intake_after.html", context)
    answer["HX-Reswap"] = "none"
    return answer


def pages_under(proposals: Sequence[Proposal]) -> list[DocumentPage]:
    """The pages on which proposals of one document stand."""
    starts = [p.start for p in proposals if p.start is not None]
    ends = [p.end for p in proposals if p.end is not None]
    if not starts or not ends:
        return []
    pages = pages_of(proposals[0].document)
    return list(pages.filter(start__lt=max(ends), end__gt=min(starts)))


def _refused(request: SeatedRequest, proposal: Proposal, form: HouseForm) -> HttpResponse:
    """The words of a refusal; the card stays as it is, unless somebody was quicker."""
    say_wrong(request, form)
    if not request.headers.get("HX-Request") or form.status == NotNow.status:
        return answer_with(request, proposal)
    context: dict[str, Any] = {"changed": [], "go": None, "undo": None}
    return render(request, "tasks/intake_after.html", context)


@require_safe
@seated()
def proposal(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """The card of one proposal as it stands: what was typed into it is let go."""
    return answer_with(request, proposal_of(request, pk, number))


@require_POST
@seated()
def confirm_proposal(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """This proposal becomes a task, or one for each unit of a group."""
    proposal = proposal_of(request, pk, number)
    said = given_by(request, sheet_of(proposal.document, request.officer, request.at))
    form = HouseForm(request.POST)
    tasks = attempt(
        form, actions.confirm_proposal, proposal, by=request.officer, at=request.at, **said
    )
    if not tasks:
        return _refused(request, proposal, form)
    one = f"Đã giao {tasks[0].code} cho {tasks[0].lead.name}."
    messages.success(request, one if len(tasks) == 1 else f"Đã giao {len(tasks)} nhiệm vụ.")
    return answer_with(request, proposal, onward=True)


@require_POST
@seated()
def drop(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """It is no order."""
    proposal = proposal_of(request, pk, number)
    form = HouseForm(request.POST)
    attempt(form, actions.drop, proposal, by=request.officer, at=request.at)
    if form.errors:
        return _refused(request, proposal, form)
    messages.success(request, "Đã bỏ đề xuất.")
    url = reverse("tasks:restore", args=[pk, number])
    undo: dict[str, Any] = {"label": "Lấy lại", "url": url, "fields": {}}
    return answer_with(request, proposal, onward=True, undo=undo)


@require_POST
@seated()
def restore(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """A dropped proposal is looked at again."""
    proposal = proposal_of(request, pk, number)
    pressed(request, actions.restore, proposal)
    return answer_with(request, proposal)


@require_POST
@seated()
def merge(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """This proposal and the next that waits become one."""
    proposal = proposal_of(request, pk, number)
    waiting = proposal.document.proposals.filter(state=Proposal.State.PROPOSED)
    other = waiting.filter(position__gt=proposal.position).order_by("position").first()
    if other is None:
        messages.error(request, "Không còn đề xuất nào phía sau để gộp.")
        return answer_with(request, proposal)
    pressed(request, actions.merge, proposal, other=other)
    return answer_with(request, proposal, other)


@require_POST
@seated()
def name_leads(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """The units that lead; a name nobody recognised is remembered for the next paper if wished."""
    proposal = proposal_of(request, pk, number)
    sheet = sheet_of(proposal.document, request.officer, request.at)
    card = sheet.card_of(proposal)
    asked = card.unknown or [Found(card.teachable)]
    form = LeadsForm(request.POST, asked=asked, directory=sheet.directory)
    if not form.is_valid():
        return _refused(request, proposal, form)
    learned = form.cleaned_data["learned"] if sheet.teaches else {}
    alike = attempt(
        form, actions.name_leads, proposal, by=request.officer, at=request.at,
        leads=[*card.known * bool(card.unknown), *form.cleaned_data["leads"]], learned=learned,
    )  # fmt: skip
    if alike is None:
        return _refused(request, proposal, form)
    undo = _learned(request, proposal, learned, alike)
    return answer_with(request, proposal, *alike, undo=undo)


def _learned(
    request: SeatedRequest,
    proposal: Proposal,
    learned: dict[str, Agency],
    alike: Sequence[Proposal],
) -> dict[str, Any] | None:
    """Says what is remembered from now on, and offers to let it go."""
    for name, agency in learned.items():
        more = f" {len(alike)} mục khác cùng tên gọi cũng đã có đơn vị." if alike else ""
        messages.success(request, f"Đã ghi nhớ “{name}” là {agency.name}.{more}")
        fields = {"name": name, "unit": agency.pk}
        url = reverse("tasks:forget_name", args=[proposal.document_id, proposal.pk])
        return {"label": "Bỏ ghi nhớ", "url": url, "fields": fields}
    messages.success(request, "Đã chọn đơn vị chủ trì.")
    return None


@require_POST
@seated()
def set_due(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """The deadline, from the card itself."""
    proposal = proposal_of(request, pk, number)
    calendar = calendar_of(proposal.document.committee)
    form = DueForm(request.POST, proposal=proposal, today=day_of(request.at), calendar=calendar)
    if form.is_valid():
        attempt(
            form, actions.set_due, proposal, by=request.officer, at=request.at,
            due=form.cleaned_data["due"], no_deadline=form.cleaned_data["no_deadline"],
        )  # fmt: skip
    if form.errors:
        return _refused(request, proposal, form)
    messages.success(request, "Đã đặt thời hạn.")
    return answer_with(request, proposal)


@require_POST
@seated()
def forget_name(request: SeatedRequest, pk: int, number: int) -> HttpResponse:
    """A name that was remembered is let go; the proposals named by it keep their units."""
    proposal = proposal_of(request, pk, number)
    visible, unit = Agency.objects.visible_to(request.officer), request.POST.get("unit", "")
    agency = get_object_or_404(visible, pk=unit if unit.isdecimal() else 0)
    name = request.POST.get("name", "")
    form = HouseForm(request.POST)
    attempt(form, forget_alias, agency, by=request.officer, at=request.at, name=name)
    if form.errors:
        return _refused(request, proposal, form)
    messages.success(request, f"Đã bỏ ghi nhớ “{name}”.")
    named = proposal.document.proposals.filter(lead_text__contains=name)
    return answer_with(request, proposal, *named)
