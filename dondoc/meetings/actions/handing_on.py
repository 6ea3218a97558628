"""Meetings to come outlive their people: whoever led, chaired or prepared hands on to another."""

from datetime import datetime

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.roles import leader_of, office_of
from dondoc.database.clock import day_of
from dondoc.meetings.flow import flow, hands_over_meeting
from dondoc.meetings.models import Meeting, Participant, Preparation
from dondoc.workflow import NotNow, Refused

OPEN = (Meeting.State.PLANNED, Meeting.State.HELD)
CHANGED = "đã có người khác nhận từ trước. Hãy lập lại danh sách bàn giao."


def unfit_for_meeting(part: str, meeting: Meeting, receiver: Officer) -> str:
    """Why he cannot take that part in it; empty when he can."""
    if part in ("leader", "chair") and not leader_of(receiver, meeting.committee_id):
        return f"{receiver.name} không phải lãnh đạo {meeting.committee.name}."
    if part == "follower" and not office_of(receiver, meeting.committee_id):
        return f"{receiver.name} không thuộc Văn phòng của {meeting.committee.name}."
    if receiver.committee_id != meeting.committee_id:
        return f"{receiver.name} không thuộc {meeting.committee.name}."
    return ""


@flow.step("Bàn giao", who=hands_over_meeting, frm=OPEN)
def pass_on_meeting(
    meeting: Meeting, *, by: Officer, at: datetime, part: str, giver: Officer, receiver: Officer,
    handover: str, preparation: Preparation | None = None,
) -> None:  # fmt: skip
    """Who leads, chairs, follows or prepares it is another from now on."""
    if words := unfit_for_meeting(part, meeting, receiver):
        raise Refused(f"Cuộc họp “{meeting.title}”: {words}")
    if preparation is not None:
        _give(preparation, giver, receiver)
        return
    if getattr(meeting, f"{part}_id") != giver.pk:
        raise NotNow(f"Cuộc họp “{meeting.title}” {CHANGED}")
    setattr(meeting, part, receiver)


def _give(preparation: Preparation, giver: Officer, receiver: Officer) -> None:
    preparation.refresh_from_db()
    if preparation.person_id != giver.pk or preparation.done_at is not None:
        raise NotNow(f"Việc chuẩn bị “{preparation}” {CHANGED}")
    preparation.person = receiver
    preparation.save()


@flow.step("Chuyển cơ quan kế thừa", who=hands_over_meeting, frm=OPEN)
def succeed_in_meeting(
    meeting: Meeting, *, by: Officer, at: datetime, ended: Agency, successor: Agency,
    handover: str, preparation: Preparation | None = None,
) -> None:  # fmt: skip
    """What a body that ended led, prepared or was asked to is its successor's."""
    if not successor.exists_on(day_of(at)):
        raise Refused(f"{successor.name} không hoạt động vào ngày bàn giao.")
    if preparation is not None:
        preparation.refresh_from_db()
        if preparation.unit_id != ended.pk or preparation.done_at is not None:
            raise NotNow(f"Việc chuẩn bị “{preparation}” {CHANGED}")
        preparation.unit, preparation.person = successor, None
        preparation.save()
        return
    if meeting.lead_id != ended.pk:
        raise NotNow(f"Cuộc họp “{meeting.title}” {CHANGED}")
    meeting.lead = successor
    asked = Participant.objects.filter(meeting=meeting)
    if not asked.filter(agency=successor).exists():
        asked.filter(agency=ended).update(agency=successor)
