"""Who sees the files the room keeps."""

from django.db.models import Q

from dondoc.agencies.models import Officer
from dondoc.planning.models import Week


def of_a_visible_week(pk: int, officer: Officer) -> bool:
    """The file is one of the two of a published week of the officer's committee."""
    seen = Week.objects.visible_to(officer).filter(state=Week.State.PUBLISHED)
    return seen.filter(Q(docx=pk) | Q(pdf=pk)).exists()
