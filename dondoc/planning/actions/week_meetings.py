"""Meetings in the week: one press puts one in, and the schedule keeps in step with its dossier.

The dossier of the meeting is the one truth; what the entry holds of it is only ever copied from
there, by `follow_meeting`.
"""

from datetime import datetime
from typing import Any

from dondoc.agencies.models import Officer
from dondoc.agencies.roles import office_of
from dondoc.journal.models import House
from dondoc.meetings.models import Meeting
from dondoc.planning.actions.entries import new_entry
from dondoc.planning.marking import forget_fetched, rewrite, touch
from dondoc.planning.meeting_facts import LIVE, facts_of_meeting
from dondoc.planning.models import WeekEntry
from dondoc.planning.opening import week_of
from dondoc.planning.week_facts import facts_now
from dondoc.planning.week_flow import arranges_meeting, entry_flow, keeps_step
from dondoc.workflow import Refused

State = WeekEntry.State
BY_DOSSIER = "Theo hồ sơ cuộc họp"


@entry_flow.start("Đưa cuộc họp vào lịch", who=arranges_meeting)
def schedule_meeting(meeting: Meeting, *, by: Officer, at: datetime) -> WeekEntry:
    """The Office puts a meeting into its week; the division that leads it proposes it."""
    if WeekEntry.objects.filter(meeting=meeting, state__in=LIVE).exists():
        raise Refused("Cuộc họp này đã có trong lịch tuần. Hãy mở mục lịch của nó.")
    if meeting.state != Meeting.State.PLANNED:
        raise Refused("Cuộc họp đã họp hoặc đã hủy nên không đưa vào lịch được.")
    of_office = office_of(by, meeting.committee_id)
    facts = {
        "invites": WeekEntry.Invites.SCHEDULE, **facts_of_meeting(meeting), "meeting": meeting,
        "preparing": meeting.lead, "follower": meeting.follower,
    }  # fmt: skip
    return new_entry(
        meeting.committee, State.ARRANGED if of_office else State.PROPOSED, by, at, facts
    )


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
