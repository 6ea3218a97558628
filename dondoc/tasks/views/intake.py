"""From a document to tasks (S5): the page, and what is done to all of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import pressed, say_wrong
from dondoc.documents.actions import reads_document
from dondoc.documents.models import Document
from dondoc.documents.queries import pages_of
from dondoc.rules.directive import read
from dondoc.tasks.actions import intake as actions
from dondoc.tasks.forms.intake import GiveForm
from dondoc.tasks.page_marks import faint_spans
from dondoc.tasks.proposals import Sheet, sheet_of
from dondoc.tasks.reading import drafts_of
from dondoc.ui.forms import HouseForm
from dondoc.workflow import attempt

UNREAD = (Document.State.REGISTERED, Document.State.ISSUED)
NOTHING = "Không tìm thấy nội dung giao việc; hãy thêm bằng tay."


@require_safe
@seated()
def intake(request: SeatedRequest, pk: int) -> HttpResponse:
    """The proposals on one side, the paper they come from on the other."""
    document = document_of(request, pk)
    sheet = sheet_of(document, request.officer, request.at, list(pages_of(document)))
    context = {
        **page_of(document, sheet),
        "first": sheet.next_after(),
        "unread": document.state in UNREAD and not sheet.cards,
        "read_at_once": request.GET.get("read") == "1",
        "nothing": NOTHING,
    }
    return render(request, "tasks/intake.html", context)


def document_of(request: SeatedRequest, pk: int) -> Document:
    """A document the officer may turn into tasks."""
    document = get_object_or_404(
        Document.objects.visible_to(request.officer).select_related("committee"), pk=pk
    )
    if not reads_document(request.officer, document):
        raise Http404
    return document


def page_of(document: Document, sheet: Sheet) -> dict[str, Any]:
    """What the page and each of its parts are made from."""
    closed = document.state == Document.State.CLOSED
    return {"document": document, "sheet": sheet, "closed": closed}


@require_POST
@seated()
def propose(request: SeatedRequest, pk: int) -> HttpResponse:
    """Reads the document; what was decided or edited since an earlier reading is kept."""
    document = document_of(request, pk)
    faint = faint_spans(pages_of(document))
    drafts = drafts_of(read(document.text), document.committee, document.arrived_at, faint)
    issued = document.state == Document.State.ISSUED
    is_first = document.state == Document.State.REGISTERED
    deed = actions.take_up if issued else actions.propose
    reread = pressed(request, deed, document, drafts=drafts)
    if not drafts:
        messages.warning(request, NOTHING)
    elif reread and not is_first:
        messages.success(request, f"Đã đọc lại: {reread} đề xuất.")
    return redirect("tasks:intake", document.pk)


@require_POST
@seated()
def confirm_all(request: SeatedRequest, pk: int) -> HttpResponse:
    """Every proposal that was seen to be sure becomes tasks, or none does."""
    document = document_of(request, pk)
    said = given_by(request, sheet_of(document, request.officer, request.at))
    seen = [int(key) for key in request.POST.getlist("only") if key.isdecimal()]
    only = seen if "only" in request.POST else None
    if tasks := pressed(request, actions.confirm_all, document, only=only, **said):
        messages.success(request, f"Đã giao {len(tasks)} nhiệm vụ.")
    return redirect("tasks:intake", document.pk)


@require_POST
@seated()
def close(request: SeatedRequest, pk: int) -> HttpResponse:
    """All that the document orders has been given."""
    document = document_of(request, pk)
    form = HouseForm(request.POST)
    attempt(form, actions.close, document, by=request.officer, at=request.at)
    if form.is_valid():
        messages.success(request, "Đã kết thúc giao việc từ văn bản này.")
        return redirect("documents:detail", document.pk)
    say_wrong(request, form)
    return redirect("tasks:intake", document.pk)


def given_by(request: SeatedRequest, sheet: Sheet) -> dict[str, Any]:
    """The leader and the field that were chosen; a choice from elsewhere is left out."""
    form = GiveForm(request.POST, leaders=sheet.leaders, fields=sheet.fields)
    form.is_valid()
    return {name: form.cleaned_data.get(name) for name in ("leader", "field")}
