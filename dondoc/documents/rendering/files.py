"""The files a paper is taken away in."""

from collections.abc import Callable

from dondoc.documents.rendering.docx import to_docx
from dondoc.documents.rendering.pdf import FontsMissing, to_pdf
from dondoc.rules.layout import Paper
from dondoc.workflow import Refused


def as_pdf(paper: Paper) -> bytes:
    """The paper as PDF; a machine without its letters says so in words."""
    try:
        return to_pdf(paper)
    except FontsMissing as error:
        raise Refused(str(error)) from error


RENDERERS: dict[str, Callable[[Paper], bytes]] = {"docx": to_docx, "pdf": as_pdf}
