"""Reports and dispatches as files."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents.views.downloads import download, file_name, paper_file
from dondoc.reports.exports import SHEETS
from dondoc.reports.models import Dispatch, Report
from dondoc.reports.paper import dispatch_paper, report_paper


@require_safe
@seated()
def report(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The report as Word, PDF, or its figures as Excel and JSON."""
    found = get_object_or_404(Report.objects.visible_to(request.officer), pk=pk)
    if kind in SHEETS:
        return download(SHEETS[kind](found), f"{file_name(found)}.{kind}")
    return paper_file(found, kind, lambda: report_paper(found), issued=not found.is_draft)


@require_safe
@seated()
def dispatch(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """The dispatch as Word or PDF."""
    found = get_object_or_404(Dispatch.objects.visible_to(request.officer), pk=pk)
    findings = found.findings.order_by("place")
    return paper_file(
        found, kind, lambda: dispatch_paper(found, findings), issued=not found.is_draft
    )
