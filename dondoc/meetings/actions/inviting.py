"""Giấy mời: drafted from the dossier, put in other words, issued and sent."""

from datetime import datetime

from dondoc.agencies.models import Officer, Role
from dondoc.database.clock import day_of
from dondoc.documents.issuing import number, put_out
from dondoc.documents.models import PaperState, Type
from dondoc.meetings import dossier
from dondoc.meetings.actions.planning import PLANNED, is_invited
from dondoc.meetings.flow import flow, lead_or_office, signs
from dondoc.meetings.models import ConclusionNotice, Invitation, Meeting, Participant, Preparation
from dondoc.meetings.paper import invitation_paper, letterhead_for
from dondoc.meetings.texts import invitation_texts, parts_of, reworded
from dondoc.workflow import NotNow, NotPermitted, Refused

INVITATIONS = "giấy mời"
"""The series of the register."""


@flow.step("Soạn giấy mời", who=lead_or_office, frm=PLANNED)
def draft_invitation(meeting: Meeting, *, by: Officer, at: datetime) -> Invitation:
    """From the dossier as it stands; words somebody changed before stay."""
    if is_invited(meeting):
        raise NotNow("Giấy mời đã ban hành. Thay đổi về thời gian, thành phần được báo tự động.")
    found = Invitation.objects.filter(meeting=meeting).first()
    invitation = found or Invitation(
        meeting=meeting, committee=meeting.committee, drawn_up_by=by, drawn_up_at=at
    )
    _draft(invitation, meeting, signer_for(meeting, at) or by)
    invitation.save()
    return invitation


def _draft(invitation: Invitation, meeting: Meeting, signer: Officer) -> None:
    asked = Participant.objects.standing().filter(meeting=meeting).order_by("pk")
    people = asked.select_related("agency", "officer__user", "officer__agency")
    invitation.subject = meeting.title
    invitation.parts = parts_of(invitation_texts(meeting, people), invitation.parts)
    invitation.letterhead = letterhead_for(meeting.committee, signer, "GM")
    invitation.signer = signer


def signers(meeting: Meeting, at: datetime) -> list[Officer]:
    """Who may sign for the committee today: the heads of its Office first, then its leaders."""
    seats = Officer.objects.seated_on(day_of(at)).filter(
        agency__committee_id=meeting.committee_id, role__in=(Role.OFFICE_HEAD, Role.LEADER)
    )
    found = list(seats.select_related("user", "agency").order_by("pk"))
    return sorted(found, key=lambda seat: seat.role != Role.OFFICE_HEAD)


def signer_for(meeting: Meeting, at: datetime) -> Officer | None:
    """Who usually signs: the head of the Office, by order of the Chairman."""
    return next(iter(signers(meeting, at)), None)


@flow.step("Sửa lời giấy mời", who=lead_or_office, frm=PLANNED)
def edit_invitation(meeting: Meeting, *, by: Officer, at: datetime, key: str, text: str) -> None:
    """A part in other words; time, place and chair are those of the dossier."""
    invitation = _draft_of(meeting)
    require_words(invitation, key, text)
    invitation.parts = reworded(invitation.parts, key, text)
    invitation.save()


def require_words(paper: Invitation | ConclusionNotice, key: str, text: str) -> None:
    """There is such a part, and it is not left empty."""
    if paper.part(key) is None:
        raise Refused("Văn bản không có mục này. Hãy mở lại trang.")
    if not text.strip():
        raise Refused("Nội dung không được để trống. Hãy nhập lại.")


def _draft_of(meeting: Meeting) -> Invitation:
    invitation = Invitation.objects.select_for_update().filter(meeting=meeting).first()
    if invitation is None:
        raise Refused("Chưa có dự thảo giấy mời. Hãy soạn giấy mời trước.")
    if not invitation.is_draft:
        raise NotNow("Giấy mời đã ban hành, không sửa được nữa.")
    invitation.meeting = meeting
    return invitation


@flow.step("Ban hành giấy mời", who=signs, frm=PLANNED)
def issue_invitation(meeting: Meeting, *, by: Officer, at: datetime, signer: Officer) -> None:
    """Numbered, kept with both files, entered in the register, and sent to all who are asked."""
    invitation = _draft_of(meeting)
    require_signer(meeting, by, signer, at)
    asked = Participant.objects.standing().filter(meeting=meeting)
    if not asked.exists():
        raise Refused("Chưa có thành phần dự họp. Hãy thêm thành phần rồi ban hành giấy mời.")
    if meeting.approval != Meeting.Approval.GRANTED:
        raise Refused("Nội dung họp chưa được duyệt. Hãy xin ý kiến lãnh đạo phụ trách trước.")
    _draft(invitation, meeting, signer)
    taken = number(invitation, meeting.committee, INVITATIONS, at)
    put_out(
        invitation, invitation_paper(invitation), meeting.committee, taken,
        by=by, at=at, series=INVITATIONS, type=Type.INVITATION,
    )  # fmt: skip
    invitation.state = PaperState.ISSUED
    invitation.save()
    asked.update(asked_at=at)
    dossier.done(meeting, Preparation.Kind.INVITATION, by=by, at=at)


def require_signer(meeting: Meeting, by: Officer, signer: Officer, at: datetime) -> None:
    """The name under the paper is of one who signs today; a leader signs only his own."""
    if signer not in signers(meeting, at):
        raise Refused("Người ký phải là lãnh đạo UBND hoặc lãnh đạo Văn phòng đương nhiệm.")
    if by.role == Role.LEADER and signer.pk not in (by.pk, by.delegated_by_id):
        raise NotPermitted("Lãnh đạo chỉ ký bằng tên của mình.")
