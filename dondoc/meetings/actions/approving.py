"""The leader in charge is asked for his opinion of the content, and approves or returns it."""

from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.meetings import dossier
from dondoc.meetings.actions.planning import PLANNED
from dondoc.meetings.flow import flow, in_charge, lead_or_office
from dondoc.meetings.models import Meeting, Preparation
from dondoc.workflow import NotNow, Refused

Approval, Kind = Meeting.Approval, Preparation.Kind


@flow.step("Trình nội dung xin ý kiến", who=lead_or_office, frm=PLANNED)
def ask_opinion(meeting: Meeting, *, by: Officer, at: datetime, note: str = "") -> None:
    """The lead unit says its content is ready to be looked at."""
    if meeting.approval == Approval.ASKED:
        raise NotNow("Nội dung đang chờ ý kiến lãnh đạo.")
    if not meeting.content.strip():
        raise Refused("Chưa có nội dung họp. Hãy nhập nội dung trước khi trình.")
    meeting.approval = Approval.ASKED
    dossier.done(meeting, Kind.CONTENT, by=by, at=at)


@flow.step("Duyệt nội dung", who=in_charge, frm=PLANNED)
def approve_content(meeting: Meeting, *, by: Officer, at: datetime, answer: str = "") -> None:
    """The leader in charge agrees; the preparation ticks itself."""
    _require_asked(meeting)
    meeting.approval, meeting.opinion = Approval.GRANTED, answer.strip()
    meeting.approved_by, meeting.approved_at = by, at
    dossier.done(meeting, Kind.APPROVAL, by=by, at=at)


@flow.step("Yêu cầu chỉnh sửa nội dung", who=in_charge, frm=PLANNED)
def return_content(meeting: Meeting, *, by: Officer, at: datetime, reason: str) -> None:
    """The leader says what is to be put right; the content is not ready any more."""
    _require_asked(meeting)
    if not reason.strip():
        raise Refused("Hãy ghi nội dung cần chỉnh sửa.")
    meeting.approval, meeting.opinion = Approval.RETURNED, reason.strip()
    dossier.undone(meeting, Kind.CONTENT)


def _require_asked(meeting: Meeting) -> None:
    if meeting.approval != Approval.ASKED:
        raise NotNow("Nội dung này không chờ ý kiến. Hãy xem lại hồ sơ.")
