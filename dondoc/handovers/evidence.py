"""Who sees the protocol of a hand-over."""

from django.db.models import Q

from dondoc.agencies.models import Officer
from dondoc.handovers.models import Handover


def of_a_visible_handover(pk: int, officer: Officer) -> bool:
    """Whoever sees the hand-over may take its protocol away."""
    kept = Q(docx=pk) | Q(pdf=pk)
    return Handover.objects.visible_to(officer).filter(kept).exists()
