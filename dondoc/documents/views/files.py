"""Files leave the house only as downloads: no browser ever runs what was uploaded."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.documents import filing


@require_safe
@seated()
def file(request: SeatedRequest, pk: int) -> FileResponse:
    """The stored bytes under the name they came with."""
    stored = get_object_or_404(filing.visible_to(request.officer, pk), pk=pk)
    path = filing.path_of(stored.sha256)
    if not path.exists():
        raise Http404("Tệp không còn trên máy chủ.")
    answer = FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=stored.name,
        content_type="application/octet-stream",
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer
