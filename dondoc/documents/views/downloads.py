"""Papers as files: stored bytes where issued, drawn afresh while a draft."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from dondoc.documents.filenames import safe_name
from dondoc.documents.models import Printed
from dondoc.documents.rendering.files import RENDERERS
from dondoc.rules.layout import Paper


def paper_file(
    found: Printed, kind: str, draw: Callable[[], Paper], *, issued: bool
) -> HttpResponse:
    """The Word or PDF file of a paper somebody may see."""
    if kind not in RENDERERS:
        raise Http404
    if issued:
        return redirect("documents:file", found.docx_id if kind == "docx" else found.pdf_id)
    return download(RENDERERS[kind](draw()), f"{file_name(found)}.{kind}")


def file_name(found: Printed) -> str:
    """What people call it, without the stroke of its number."""
    return str(found).replace("/", "-")


def download(content: bytes, name: str) -> HttpResponse:
    """Bytes to be kept by the browser, never opened in it."""
    answer = HttpResponse(content, content_type="application/octet-stream")
    named = content_disposition_header(as_attachment=True, filename=safe_name(name))
    answer["Content-Disposition"] = named or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
