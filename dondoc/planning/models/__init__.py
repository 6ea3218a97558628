"""The nouns of the room: programmes with their items, weeks with their entries."""

from dondoc.planning.models.calendars import CalendarFeed, OutsideEvent
from dondoc.planning.models.programmes import (
    ChangeRequest,
    Explanation,
    Programme,
    ProgrammeItem,
    ProgrammeVersion,
    Registration,
)
from dondoc.planning.models.weeks import Week, WeekEntry, WeekPerson

__all__ = [
    "CalendarFeed",
    "ChangeRequest",
    "Explanation",
    "OutsideEvent",
    "Programme",
    "ProgrammeItem",
    "ProgrammeVersion",
    "Registration",
    "Week",
    "WeekEntry",
    "WeekPerson",
]
