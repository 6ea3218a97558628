"""Who sees the files of meetings."""

from django.db.models import Q

from dondoc.agencies.models import Officer
from dondoc.meetings.models import Meeting


def of_a_visible_meeting(pk: int, officer: Officer) -> bool:
    """A paper of the dossier, its invitation or notice, for those who may see the meeting."""
    papers = Q(papers__file=pk)
    invitation = Q(invitation__docx=pk) | Q(invitation__pdf=pk)
    notice = Q(notice__docx=pk) | Q(notice__pdf=pk)
    return Meeting.objects.visible_to(officer).filter(papers | invitation | notice).exists()
