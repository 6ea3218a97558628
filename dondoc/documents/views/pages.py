"""Pages of a paper: their pictures, drawn from the original when looked at, and their words."""

from pathlib import Path

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents import actions, filing, spool
from dondoc.documents.actions import Mended, keeps_document
from dondoc.documents.extraction import ExtractionFailed, page_picture
from dondoc.documents.forms import MendForm
from dondoc.documents.guard import Kind
from dondoc.documents.models import Document, DocumentPage, HandIn
from dondoc.documents.pages import PICTURED
from dondoc.documents.queries import pages_of
from dondoc.workflow import attempt


@require_safe
@seated()
def picture(request: SeatedRequest, pk: int, number: int) -> HttpResponseBase:
    """The picture of a document's page, turned upright."""
    visible = Document.objects.visible_to(request.officer).select_related("original")
    document = get_object_or_404(visible.defer("text", "search"), pk=pk)
    page = pages_of(document).filter(number=number).defer("words").first()
    if page is None or document.original is None:
        raise Http404
    stored = document.original
    return _drawn(request, stored.kind, filing.path_of(stored.sha256), number, page.turn)


@require_safe
@seated()
def hand_in_picture(request: SeatedRequest, pk: int, number: int) -> HttpResponseBase:
    """The same of a paper that is not in the register yet."""
    own = HandIn.objects.visible_to(request.officer).select_related("original")
    mine = get_object_or_404(own, pk=pk)
    turn = next((page["turn"] for page in mine.pages if page["number"] == number), 0.0)
    if mine.original:
        return _drawn(request, mine.kind, filing.path_of(mine.original.sha256), number, turn)
    if mine.spool:
        return _drawn(request, mine.kind, spool.path_of(mine.spool), number, turn)
    raise Http404


def _drawn(
    request: SeatedRequest, kind: str, path: Path, number: int, turn: float
) -> HttpResponseBase:
    """Drawn anew only when the browser has not kept it; it asks each time whether it may see it."""
    if Kind(kind) not in PICTURED or not path.exists():
        raise Http404
    etag = f'"{path.name}-{number}-{turn:g}"'
    answer = get_conditional_response(request, etag=etag) or _picture(kind, path, number, turn)
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, no-cache"
    return answer


def _picture(kind: str, path: Path, number: int, turn: float) -> HttpResponse:
    try:
        drawn = page_picture(Kind(kind), path, number, turn)
    except ExtractionFailed as failure:
        raise Http404(str(failure)) from failure
    answer = HttpResponse(drawn, content_type="image/png")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@seated()
def correct_text(request: SeatedRequest, pk: int) -> HttpResponse:
    """The words of a page are put right beside its picture."""
    document = get_object_or_404(Document.objects.visible_to(request.officer), pk=pk)
    if not keeps_document(request.officer, document) or not document.text:
        raise Http404
    leaf = Paginator(pages_of(document), 1).get_page(request.GET.get("page"))
    page: DocumentPage | None = next(iter(leaf), None)
    start, end = (page.start, page.end) if page else (0, len(document.text))
    form = MendForm(
        request.POST if request.method == "POST" else None,
        initial={"text": document.text[start:end]},
    )
    if request.method == "POST" and form.is_valid():
        text = document.text
        mended = Mended(text, text[:start] + form.cleaned_data["text"] + text[end:])
        attempt(
            form, actions.correct_text, document, by=request.officer, at=request.at, mended=mended
        )
        if form.is_valid():
            key = request.POST.get("idempotency_key", "")
            messages.success(request, "Đã sửa chữ của văn bản.", extra_tags=key)
            there = reverse("documents:detail", args=[document.pk])
            return redirect(f"{there}?page={leaf.number}#pages")
    context = {"document": document, "form": form, "page": page, "leaf": leaf}
    return render(request, "documents/correct_text.html", context, status=form.status)
