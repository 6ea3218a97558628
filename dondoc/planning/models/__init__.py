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
from dondoc.planning.models.recurring import DutyOccurrence, RecurringDuty
from dondoc.planning.models.weeks import Week, WeekEntry, WeekPerson

__all__ = [
    "CalendarFeed",
    "ChangeRequest",
    "DutyOccurrence",
    "Explanation",
    "OutsideEvent",
    "Programme",
    "ProgrammeItem",
    "ProgrammeVersion",
    "RecurringDuty",
    "Registration",
    "Week",
    "WeekEntry",
    "WeekPerson",
]
