"""Meetings in the week: one press puts one in, and the schedule keeps in step with its dossier.

The dossier of the meeting is the one truth; what the entry holds of it is only ever copied from
there, by `follow_meeting`.
"""

from datetime import datetime
from typing import Any

from dondoc.agencies.models import Officer
from dondoc.agencies.roles import office_of
from dondoc.database.clock import local
from dondoc.journal.models import House
from dondoc.meetings.models import Meeting, Participant
from dondoc.planning.actions.entries import new_entry
from dondoc.planning.marking import forget_fetched, rewrite, touch
from dondoc.planning.models import WeekEntry
from dondoc.planning.opening import week_of
from dondoc.planning.week_facts import facts_now
from dondoc.planning.week_flow import arranges_meeting, entry_flow, keeps_step
from dondoc.rules.clashes import session_of
from dondoc.workflow import Refused

State = WeekEntry.State
LIVE = (State.PROPOSED, State.ARRANGED, State.POSTPONED)
BY_DOSSIER = "Theo hồ sơ cuộc họp"


def facts_of_meeting(meeting: Meeting) -> dict[str, Any]:
    """What the week says of a meeting."""
    starts = local(meeting.starts_at)
    ends = local(meeting.ends_at) if meeting.ends_at else None
    asked = list(
        Participant.objects.filter(meeting=meeting)
        .select_related("officer__user", "officer__agency", "agency")
        .order_by("pk")
    )
    return {
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
        "persons": [one.officer for one in asked if one.officer],
        "others": "; ".join(one.name for one in asked if one.name),
    }


@entry_flow.start("Đưa cuộc họp vào lịch", who=arranges_meeting)
def schedule_meeting(meeting: Meeting, *, by: Officer, at: datetime) -> WeekEntry:
    """The Office puts a meeting into its week; the division that leads it proposes it."""
    if WeekEntry.objects.filter(meeting=meeting, state__in=LIVE).exists():
        raise Refused("Cuộc họp này đã có trong lịch tuần. Hãy mở mục lịch của nó.")
    if meeting.state != Meeting.State.PLANNED:
        raise Refused("Cuộc họp đã họp hoặc đã hủy nên không đưa vào lịch được.")
    of_office = office_of(by, meeting.committee_id)
    facts = {
        **facts_of_meeting(meeting), "meeting": meeting, "preparing": meeting.lead,
        "follower": meeting.follower, "invites": WeekEntry.Invites.SCHEDULE,
    }  # fmt: skip
    return new_entry(
        meeting.committee, State.ARRANGED if of_office else State.PROPOSED, by, at, facts
    )


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


@entry_flow.step("Cập nhật theo cuộc họp", who=keeps_step, frm=LIVE)
def follow_meeting(entry: WeekEntry, *, by: Officer | House, at: datetime) -> None:
    """The entry takes what the dossier says: another time, place, chair, or that it is off."""
    forget_fetched(entry)
    meeting = entry.meeting
    if meeting is None:
        raise Refused("Mục lịch này không gắn với cuộc họp nào.")
    meeting.refresh_from_db()
    if meeting.state == Meeting.State.CANCELLED:
        _call_off(entry, at)
        return
    facts = facts_of_meeting(meeting)
    week = week_of(entry.week.committee, facts["on"])
    if week.pk == entry.week_id or not entry.told:
        entry.week = week
        entry.reason = BY_DOSSIER if entry.told else ""
        entry.state = State.ARRANGED if entry.state == State.POSTPONED else entry.state
        rewrite(entry, facts, at)
        return
    _move_on(entry, facts, at)


def _call_off(entry: WeekEntry, at: datetime) -> None:
    entry.reason = "Cuộc họp đã hủy"
    entry.state = State.CANCELLED if entry.told else State.DECLINED
    entry.change = WeekEntry.Change.CANCELLED if entry.told else WeekEntry.Change.NONE
    touch(entry, at)


def _move_on(entry: WeekEntry, facts: dict[str, Any], at: datetime) -> None:
    """Into another week: marked here as put off, and an entry of its own there."""
    entry.reason, entry.change = BY_DOSSIER, WeekEntry.Change.POSTPONED
    entry.state = State.POSTPONED
    touch(entry, at)
    whole = {**facts_now(entry), **facts}
    entry.moved_to = new_entry(entry.week.committee, State.ARRANGED, entry.proposed_by, at, whole)
    entry.meeting = None  # the new entry is the one that follows the dossier
