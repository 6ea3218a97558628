"""The way from the week to the papers of a meeting, for those who may open them."""

from collections.abc import Sequence

from django.urls import reverse

from dondoc.agencies.models import Officer
from dondoc.meetings.models import Meeting
from dondoc.planning.models import WeekEntry


def papers_of(entries: Sequence[WeekEntry], officer: Officer) -> dict[int, str]:
    """For each entry of a meeting the officer may see, the address of its dossier."""
    ids = {entry.meeting_id for entry in entries if entry.meeting_id}
    if not ids:
        return {}
    seen = set(Meeting.objects.visible_to(officer).filter(pk__in=ids).values_list("pk", flat=True))
    return {
        entry.pk: reverse("meetings:detail", args=[entry.meeting_id])
        for entry in entries
        if entry.meeting_id in seen
    }
