"""Who sees the files of reports and dispatches."""

from django.db.models import Q

from dondoc.agencies.models import Officer
from dondoc.reports.models import Dispatch, Report


def of_a_visible_paper(pk: int, officer: Officer) -> bool:
    """The file is one of the two of a report or dispatch the officer may see."""
    here = Q(docx=pk) | Q(pdf=pk)
    reports, dispatches = Report.objects.visible_to(officer), Dispatch.objects.visible_to(officer)
    return reports.filter(here).exists() or dispatches.filter(here).exists()
