"""The nouns of the room: meetings, who is asked, what must be ready, and their papers."""

from dondoc.meetings.models.meetings import Meeting, Participant, Preparation, Series
from dondoc.meetings.models.papers import AgendaItem, ConclusionNotice, Invitation, MeetingPaper
from dondoc.meetings.models.resources import Resource

__all__ = [
    "AgendaItem",
    "ConclusionNotice",
    "Invitation",
    "Meeting",
    "MeetingPaper",
    "Participant",
    "Preparation",
    "Resource",
    "Series",
]
