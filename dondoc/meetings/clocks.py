"""The clocks of a meeting by its committee's own days and calendar."""

from collections.abc import Callable
from datetime import date

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.database.clock import day_of
from dondoc.meetings.models import Meeting
from dondoc.rules.preparation import Lead, conclude_by, ready_by

DueOn = Callable[[int], date]
"""The last day of a thing that must be ready so many working days before the rest."""


def lead_of(committee: Agency) -> Lead:
    """How long before a meeting this committee wants all ready."""
    rules = CommitteeRules.of(committee)
    return Lead(rules.meeting_ready_days, rules.meeting_ready_in_working_days)


def clock_of(meeting: Meeting) -> DueOn:
    """The clock that runs back from this meeting, in two queries for all its things."""
    lead, calendar = lead_of(meeting.committee), calendar_of(meeting.committee)
    return lambda ahead: ready_by(meeting.day, lead, calendar, ahead)


def conclusion_due(meeting: Meeting) -> date:
    """The last day for its notice of conclusions."""
    held_on = day_of(meeting.held_at or meeting.over_at)
    days = CommitteeRules.of(meeting.committee).conclusion_days
    return conclude_by(held_on, days, calendar_of(meeting.committee))
