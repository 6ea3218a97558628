"""Weeks come into being when something is first put in them."""

from datetime import date, datetime

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.database.clock import VIET_NAM
from dondoc.planning.models import Week
from dondoc.rules.weeks import closing, monday_of


def week_of(committee: Agency, day: date) -> Week:
    """The committee's week in which the day lies; its closing hour is the one set that day."""
    monday = monday_of(day)
    found = Week.objects.filter(committee=committee, monday=monday).first()
    if found is not None:
        return found
    facts = {"closes_at": closes_at(committee, monday), "subject": f"tuần từ {monday:%d/%m/%Y}"}
    return Week.objects.get_or_create(committee=committee, monday=monday, defaults=facts)[0]


def closes_at(committee: Agency, monday: date) -> datetime:
    """The instant by which the committee's regulation wants the week decided."""
    rules = CommitteeRules.of(committee)
    wall = closing(
        monday, rules.week_decided_weekday, rules.week_decided_hour, calendar_of(committee)
    )
    return wall.replace(tzinfo=VIET_NAM)
