"""What the dossier of a meeting says to the week."""

from typing import Any

from dondoc.agencies.models import Officer
from dondoc.database.clock import local
from dondoc.meetings.actions.planning import is_invited
from dondoc.meetings.models import Meeting, Participant
from dondoc.planning.models import WeekEntry
from dondoc.planning.week_facts import facts_now
from dondoc.rules.clashes import session_of

State = WeekEntry.State
LIVE = (State.PROPOSED, State.ARRANGED, State.POSTPONED)
"""Entries that follow their meeting."""


def facts_of_meeting(meeting: Meeting) -> dict[str, Any]:
    """What the week says of a meeting; whoever comes in another's place stands for him."""
    starts = local(meeting.starts_at)
    ends = local(meeting.ends_at) if meeting.ends_at else None
    asked = list(
        Participant.objects.standing()
        .filter(meeting=meeting)
        .select_related(
            "officer__user", "officer__agency", "agency", "deputy__user", "deputy__agency"
        )
        .order_by("pk")
    )
    invites = {"invites": WeekEntry.Invites.SEPARATE} if is_invited(meeting) else {}
    return {
        **invites,
        "on": starts.date(),
        "session": session_of(starts.time()),
        "starts_at": starts.time().replace(second=0, microsecond=0),
        "ends_at": ends.time() if ends and ends.date() == starts.date() else None,
        "repeats": False,
        "content": meeting.title,
        "place": meeting.place,
        "room": meeting.room,
        "vehicle": meeting.vehicle,
        "chairs": [meeting.chair],
        "attends": [],
        "bodies": [one.agency for one in asked if one.agency],
        "persons": [_comes(one) for one in asked if one.officer],
        "others": "; ".join(one.name for one in asked if one.name),
    }


def _comes(one: Participant) -> Officer | None:
    """Who sits there: the one who was asked, or his deputy once the chair agreed."""
    return one.deputy if one.deputy is not None and one.consent else one.officer


def is_out_of_step(entry: WeekEntry) -> bool:
    """Does the dossier of its meeting say otherwise?"""
    meeting = entry.meeting
    if meeting is None or entry.state not in LIVE:
        return False
    if meeting.state == Meeting.State.CANCELLED:
        return True
    facts = facts_of_meeting(meeting)
    now = facts_now(entry)
    return any(now[name] != value for name, value in facts.items())
