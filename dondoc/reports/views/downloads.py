"""Papers as files: stored bytes where issued, drawn afresh while a draft."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents.filenames import safe_name
from dondoc.reports.exports import RENDERERS, SHEETS
from dondoc.reports.models import Dispatch, Report
from dondoc.reports.models.papers import Issuable
from dondoc.reports.paper import dispatch_paper, report_paper
from dondoc.rules.layout import Paper


@require_safe
@seated()
def report(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The report as Word, PDF, or its figures as Excel and JSON."""
    found = get_object_or_404(Report.objects.visible_to(request.officer), pk=pk)
    if kind in SHEETS:
        return _download(SHEETS[kind](found), f"{_name_of(found)}.{kind}")
    return _paper(found, kind, lambda: report_paper(found))


@require_safe
@seated()
def dispatch(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The dispatch as Word or PDF."""
    found = get_object_or_404(Dispatch.objects.visible_to(request.officer), pk=pk)
    return _paper(found, kind, lambda: dispatch_paper(found, found.findings.order_by("place")))


def _paper(found: Report | Dispatch, kind: str, paper: Callable[[], Paper]) -> HttpResponse:
    if kind not in RENDERERS:
        raise Http404
    if not found.is_draft:
        return redirect("documents:file", found.docx_id if kind == "docx" else found.pdf_id)
    return _download(RENDERERS[kind](paper()), f"{_name_of(found)}.{kind}")


def _name_of(found: Issuable) -> str:
    return str(found).replace("/", "-")


def _download(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/octet-stream")
    named = content_disposition_header(as_attachment=True, filename=safe_name(name))
    answer["Content-Disposition"] = named or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
