"""A meeting is planned, changed, moved, called off; its clocks follow its day."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.roles import office_of
from dondoc.meetings import dossier
from dondoc.meetings.flow import flow, lead_or_office, plans_for
from dondoc.meetings.models import Invitation, Meeting, Participant, Preparation, Resource
from dondoc.meetings.parts import Point, Thing, Who
from dondoc.workflow import NotPermitted, Refused

PLANNED = Meeting.State.PLANNED
EDITED = ("title", "content", "field", "leader", "chair", "follower", "series")


@flow.start("Lập hồ sơ cuộc họp", who=plans_for)
def plan_meeting(
    committee: Agency,
    /,
    *,
    by: Officer,
    at: datetime,
    title: str,
    lead: Agency,
    leader: Officer,
    chair: Officer,
    starts_at: datetime,
    ends_at: datetime | None = None,
    things: Sequence[Thing] = (),
    participants: Sequence[Who] = (),
    agenda: Sequence[Point] = (),
    **facts: Any,
) -> Meeting:
    """A unit of the committee, or its Office for one, opens the dossier with its clocks."""
    if lead.pk != by.agency_id and not office_of(by, committee.pk):
        raise NotPermitted("Đơn vị chỉ lập hồ sơ cuộc họp do chính đơn vị chủ trì tham mưu.")
    _require_time(starts_at, ends_at, at)
    meeting = Meeting.objects.create(
        committee=committee, title=title.strip(), lead=lead, leader=leader, chair=chair,
        starts_at=starts_at, ends_at=ends_at, uid=uuid4(), created_by=by, created_at=at, **facts,
    )  # fmt: skip
    usual = dossier.usual_things(committee, lead, vehicle=meeting.vehicle_id is not None)
    dossier.put_preparations(meeting, things or usual)
    dossier.put_participants(meeting, participants)
    dossier.put_agenda(meeting, agenda)
    return meeting


def _require_time(starts_at: datetime, ends_at: datetime | None, at: datetime) -> None:
    if starts_at <= at:
        raise Refused("Giờ họp đã qua. Hãy chọn thời gian sắp tới.")
    if ends_at is not None and ends_at <= starts_at:
        raise Refused("Giờ kết thúc phải sau giờ bắt đầu. Hãy sửa lại thời gian.")


@flow.step("Sửa thông tin cuộc họp", who=lead_or_office, frm=PLANNED)
def edit_meeting(meeting: Meeting, /, *, by: Officer, at: datetime, **facts: Any) -> None:
    """Its title, content, field, people, series; content changed after approval is asked anew."""
    if set(facts) - set(EDITED):
        raise Refused("Thời gian, địa điểm được đổi ở mục riêng. Hãy dùng “Đổi thời gian”.")
    reworded = "content" in facts and facts["content"] != meeting.content
    for name, value in facts.items():
        setattr(meeting, name, value)
    if reworded and meeting.approval == Meeting.Approval.GRANTED:
        meeting.approval = Meeting.Approval.NONE
        meeting.approved_by, meeting.approved_at = None, None
        dossier.undone(meeting, Preparation.Kind.APPROVAL)


@flow.step("Đổi thời gian, địa điểm", who=lead_or_office, frm=PLANNED)
def reschedule(
    meeting: Meeting,
    *,
    by: Officer,
    at: datetime,
    starts_at: datetime,
    ends_at: datetime | None = None,
    place: str = "",
    room: Resource | None = None,
    vehicle: Resource | None = None,
    reason: str = "",
) -> None:
    """The clocks of its preparations move along; those who were invited are told at once."""
    _require_time(starts_at, ends_at, at)
    if is_invited(meeting) and not reason.strip():
        raise Refused("Giấy mời đã gửi: hãy ghi lý do đổi để báo các thành phần được mời.")
    moved = starts_at != meeting.starts_at
    if moved or room != meeting.room or vehicle != meeting.vehicle:
        dossier.undone(meeting, *dossier.BOOKED)
    meeting.starts_at, meeting.ends_at = starts_at, ends_at
    meeting.place, meeting.room, meeting.vehicle = place.strip(), room, vehicle
    meeting.sequence += 1
    dossier.set_clocks(meeting)
    if moved:
        _ask_again(meeting)


def _ask_again(meeting: Meeting) -> None:
    """An answer to another hour is no answer to this one."""
    Participant.objects.filter(meeting=meeting).update(
        answer=Participant.Answer.NONE, answered_at=None, deputy=None, consent=None, reason=""
    )


def is_invited(meeting: Meeting) -> bool:
    """Has its invitation gone out?"""
    return Invitation.objects.filter(meeting=meeting, state="issued").exists()


@flow.step("Hủy cuộc họp", who=lead_or_office, frm=PLANNED, to=Meeting.State.CANCELLED)
def cancel(meeting: Meeting, *, by: Officer, at: datetime, reason: str) -> None:
    """It will not be held; those who were invited are told why."""
    if not reason.strip():
        raise Refused("Hãy ghi lý do hủy cuộc họp.")
    meeting.cancelled_for = reason.strip()
    meeting.sequence += 1
