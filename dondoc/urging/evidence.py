"""Who sees the files of slips."""

from django.db.models import Q

from dondoc.agencies.models import Officer
from dondoc.urging.models import Slip


def of_a_visible_slip(pk: int, officer: Officer) -> bool:
    """The file is one of the two of a slip the officer may see."""
    return Slip.objects.visible_to(officer).filter(Q(docx=pk) | Q(pdf=pk)).exists()
