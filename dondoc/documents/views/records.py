"""The register of documents, one document, and putting right what was read wrongly."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents import actions
from dondoc.documents.actions import flow, keeps_document, reads_document
from dondoc.documents.forms import LetterheadForm
from dondoc.documents.given import delay_words, given_of, tasks_given
from dondoc.documents.history import history_of
from dondoc.documents.models import Document, Type
from dondoc.documents.pages import parts_of
from dondoc.documents.queries import Wanted, found, hand_ins_of, pages_of, years_of
from dondoc.ui.address import address
from dondoc.workflow import attempt

ON_A_PAGE = 25
CONTENT = (
    "subject", "addressees", "recipients", "signer_authority", "signer_title", "signer_name",
)  # fmt: skip
"""Items of the letterhead that are not kept of a state secret."""
RELATED = ("committee", "issuer_agency", "original", "relies_on", "registered_by__user")


@require_safe
@seated()
def list_documents(request: SeatedRequest) -> HttpResponse:
    """The register, newest first, with what came of each document."""
    wanted = Wanted.said_by(request.GET)
    pages = Paginator(found(request.officer, wanted), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    given = given_of([document.pk for document in page])
    rows = [
        {
            "document": document,
            "given": given[document.pk],
            "delay": delay_words(document.arrived_at, given[document.pk].first_at),
        }
        for document in page
    ]
    return render(
        request,
        "documents/list.html",
        {
            "rows": rows, "page": page, "wanted": wanted, "chips": _chips(request, wanted),
            "types": [("", "Tất cả"), *((v, n.capitalize()) for v, n in Type.choices)],
            "states": [("", "Tất cả"), *Document.State.choices],
            "years": [("", "Tất cả"), *((y, y) for y in years_of(request.officer))],
            "may_register": _may_register(request),
            "waiting": hand_ins_of(request.officer),
        },
    )  # fmt: skip


def _may_register(request: SeatedRequest) -> bool:
    bodies = (request.officer.agency.committee, request.officer.agency)
    return any(body and actions.keeps_register(request.officer, body) for body in bodies)


def _chips(request: SeatedRequest, wanted: Wanted) -> list[dict[str, str]]:
    words = {
        "q": f"“{wanted.words}”" if wanted.words else "",
        "type": Type(wanted.type).label.capitalize() if wanted.type else "",
        "state": str(Document.State(wanted.state).label) if wanted.state else "",
        "year": f"năm {wanted.year}" if wanted.year else "",
    }
    return [
        {"label": label, "href": address(request, **{name: None, "page": None})}
        for name, label in words.items()
        if label
    ]


def _visible(request: SeatedRequest, pk: int) -> Document:
    return get_object_or_404(
        Document.objects.visible_to(request.officer).select_related(*RELATED), pk=pk
    )


@require_safe
@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """All that is known of one document, and what came of it."""
    document = _visible(request, pk)
    given = given_of([document.pk])[document.pk]
    visible = Document.objects.visible_to(request.officer)
    context: dict[str, Any] = {
        **_leaf(request, document),
        "document": document,
        "given": given,
        "delay": delay_words(document.arrived_at, given.first_at),
        "tasks": tasks_given(document.pk, request.officer),
        "history": history_of(document),
        "relied_on_by": visible.filter(relies_on=document).order_by("issued_on", "pk")[:10],
        "may_correct": flow.moves["correct"].is_open_to(request.officer, document),
        "may_read": reads_document(request.officer, document),
    }
    return render(request, "documents/detail.html", context)


def _leaf(request: SeatedRequest, document: Document) -> dict[str, Any]:
    """The page that is open, its words cut where the reader was not sure."""
    leaf = Paginator(pages_of(document), 1).get_page(request.GET.get("page"))
    page = next(iter(leaf), None)
    parts = parts_of(document.text, page.start, page.end, page.words) if page else []
    return {"leaf": leaf, "page": page, "parts": parts}


@seated()
def correct(request: SeatedRequest, pk: int) -> HttpResponse:
    """What was read wrongly is put right."""
    document = _visible(request, pk)
    if not keeps_document(request.officer, document):
        raise Http404
    first = {name: getattr(document, name) for name in LetterheadForm.base_fields}
    form = LetterheadForm(
        request.POST if request.method == "POST" else None,
        initial=first, committee=document.committee, at=request.at,
    )  # fmt: skip
    if document.number_only:
        for name in CONTENT:
            del form.fields[name]
    if request.method == "POST" and form.is_valid():
        attempt(
            form, actions.correct, document, by=request.officer, at=request.at,
            letterhead=form.letterhead(),
        )  # fmt: skip
        if form.is_valid():
            key = request.POST.get("idempotency_key", "")
            messages.success(request, "Đã sửa thông tin văn bản.", extra_tags=key)
            return redirect("documents:detail", document.pk)
    context = {"document": document, "form": form}
    return render(request, "documents/correct.html", context, status=form.status)
