"""The programme as files."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents.views.downloads import download, file_name, paper_file
from dondoc.planning.models import Programme
from dondoc.planning.programme_paper import programme_paper
from dondoc.planning.programme_sheet import as_xlsx
from dondoc.planning.views.programmes.fetching import programme_of


@require_safe
@seated()
def programme_file(request: SeatedRequest, pk: int, kind: str) -> HttpResponse:
    """Word and PDF: as issued, or as it stands now; Excel always as it stands now."""
    found = programme_of(request, pk)
    if kind == "xlsx":
        return download(as_xlsx(found, request.at), f"{file_name(found)}.xlsx")
    issued = found.state == Programme.State.PUBLISHED and request.GET.get("now") != "1"
    return paper_file(found, kind, lambda: programme_paper(found), issued=issued)
