"""The published week is kept byte for byte in its two files."""

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.agencies.models import Officer
from dondoc.documents.filing import keep
from dondoc.documents.rendering.docx import to_docx
from dondoc.documents.rendering.files import as_pdf
from dondoc.planning.models import Week
from dondoc.planning.week_paper import letterhead_of, week_paper


def print_week(week: Week, *, by: Officer, at: datetime, by_order: bool) -> None:
    """Word and PDF, as signed; a weekly schedule bears no number."""
    week.letterhead = letterhead_of(week, by, by_order, at)
    paper = week_paper(week, by)
    name = f"Lịch công tác {week.label} {week.monday:%d-%m-%Y}"
    week.docx = keep(SimpleUploadedFile(f"{name}.docx", to_docx(paper)), by=by, at=at)
    week.pdf = keep(SimpleUploadedFile(f"{name}.pdf", as_pdf(paper)), by=by, at=at)
    week.issued_by, week.issued_at = by, at
