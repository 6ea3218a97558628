"""Who sees the files of reports and dispatches."""

from django.db.models import Q

from dondoc.agencies.models import Officer
from dondoc.reports.models import Dispatch, Report, Summary


def of_a_visible_paper(pk: int, officer: Officer) -> bool:
    """The file is one of the two of a report, dispatch or summary the officer may see."""
    here = Q(docx=pk) | Q(pdf=pk)
    papers = (Report.objects, Dispatch.objects, Summary.objects)
    return any(some.visible_to(officer).filter(here).exists() for some in papers)
