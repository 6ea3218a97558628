"""Who sees the files of programmes."""

from django.db.models import Q

from dondoc.agencies.models import Officer
from dondoc.planning.models import Programme


def of_a_visible_programme(pk: int, officer: Officer) -> bool:
    """The file is one of the two of a programme the officer may see."""
    return Programme.objects.visible_to(officer).filter(Q(docx=pk) | Q(pdf=pk)).exists()
