"""A busy week to measure on: 60 entries with 8 people each, rooms, vehicles, the Party's events."""

from datetime import date, time, timedelta
from random import Random

from dondoc.agencies.models import Agency, Officer
from dondoc.database import clock
from dondoc.meetings.models import Resource
from dondoc.planning import actions
from dondoc.planning.models import Week, WeekEntry
from dondoc.rules.weeks import monday_of

ENTRIES, PEOPLE = 60, 8


def busy_week(committee: Agency, tracker: Officer, leader: Officer) -> date:
    """The Monday of the coming week, filled by the house's own actions; once."""
    at = clock.now()
    monday = monday_of(clock.day_of(at)) + timedelta(weeks=1)
    if Week.objects.filter(committee=committee, monday=monday).exists():
        return monday
    draw = Random(60)
    people = list(Officer.objects.filter(agency__committee=committee).order_by("pk")[:100])
    things = [
        Resource.objects.create(committee=committee, kind=kind, name=f"{kind} {n}")
        for kind in Resource.Kind
        for n in range(3)
    ]
    for number in range(ENTRIES):
        hour = draw.choice((8, 9, 10, 14, 15, 16))
        asked = draw.sample(people, PEOPLE - 1)
        actions.add_entry(
            committee, by=tracker, at=at,
            facts={
                "on": monday + timedelta(days=number % 5), "session": "morning",
                "starts_at": time(hour), "ends_at": time(hour + 1, 30),
                "content": f"Họp về việc số {number}", "chairs": [leader], "persons": asked,
                "room": draw.choice(things[:3]), "vehicle": draw.choice(things[3:]),
                "preparing": asked[0].agency,
            },
        )  # fmt: skip
    for day in range(5):
        actions.note_outside(
            committee, by=tracker, at=at,
            facts={
                "body": "party", "on": monday + timedelta(days=day), "session": "morning",
                "starts_at": time(8), "content": f"Họp Đảng ủy {day}", "officers": [leader],
            },
        )  # fmt: skip
    assert WeekEntry.objects.filter(week__monday=monday).count() == ENTRIES
    return monday
