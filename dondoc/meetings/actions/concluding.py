"""What a meeting comes to: minutes and conclusions written down, held, and made known."""

from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.documents.issuing import number, put_out
from dondoc.documents.models import PaperState, Type
from dondoc.meetings.actions.inviting import require_signer, require_words, signer_for
from dondoc.meetings.actions.planning import PLANNED
from dondoc.meetings.flow import at_the_table, chair_or_office, flow, lead_or_office, signs
from dondoc.meetings.models import ConclusionNotice, Invitation, Meeting, Participant
from dondoc.meetings.paper import letterhead_for, notice_paper
from dondoc.meetings.texts import lowered, notice_texts, parts_of, reworded, title_of
from dondoc.workflow import NotNow, Refused

HELD, CONCLUDED = Meeting.State.HELD, Meeting.State.CONCLUDED
NOTICES = "thông báo"
"""The series of the register."""


@flow.step("Ghi biên bản, kết luận", who=at_the_table, frm=(PLANNED, HELD))
def write_down(
    meeting: Meeting, *, by: Officer, at: datetime, minutes: str, conclusions: str
) -> None:
    """As often as one likes while it goes on; each saving is kept in the story."""
    meeting.minutes, meeting.conclusions = minutes.strip(), conclusions.strip()


@flow.step("Kết thúc họp", who=chair_or_office, frm=PLANNED, to=HELD)
def hold(meeting: Meeting, *, by: Officer, at: datetime) -> None:
    """It has been held; the clock of the notice of conclusions begins."""
    if day_of(at) < meeting.day:
        raise Refused("Chưa đến ngày họp. Hãy đổi thời gian nếu cuộc họp diễn ra sớm hơn.")
    meeting.held_at = at if day_of(at) == meeting.day else meeting.over_at


@flow.step("Soạn thông báo kết luận", who=lead_or_office, frm=HELD)
def draft_notice(meeting: Meeting, *, by: Officer, at: datetime) -> ConclusionNotice:
    """From the conclusions as written down; words somebody changed before stay."""
    if not meeting.conclusions.strip():
        raise Refused("Chưa ghi kết luận của người chủ trì. Hãy ghi kết luận trước.")
    found = ConclusionNotice.objects.filter(meeting=meeting).first()
    notice = found or ConclusionNotice(
        meeting=meeting, committee=meeting.committee, drawn_up_by=by, drawn_up_at=at
    )
    _draft(notice, meeting, signer_for(meeting, at) or by)
    notice.save()
    return notice


def _draft(notice: ConclusionNotice, meeting: Meeting, signer: Officer) -> None:
    asked = Participant.objects.standing().filter(meeting=meeting).order_by("pk")
    related = ("agency", "officer__user", "officer__agency", "deputy__user", "deputy__agency")
    people = list(asked.select_related(*related))
    there = [one for one in people if one.attended] or people
    chair = meeting.chair
    notice.subject = (
        f"Kết luận của đồng chí {chair.name}, {title_of(chair)} tại {lowered(meeting.title)}"
    )[:300]
    notice.parts = parts_of(notice_texts(meeting, there), notice.parts)
    notice.letterhead = letterhead_for(meeting.committee, signer, "TB")
    notice.signer = signer


@flow.step("Sửa lời thông báo", who=lead_or_office, frm=HELD)
def edit_notice(meeting: Meeting, *, by: Officer, at: datetime, key: str, text: str) -> None:
    """A part in other words."""
    notice = _draft_of(meeting)
    require_words(notice, key, text)
    notice.parts = reworded(notice.parts, key, text)
    notice.save()


def _draft_of(meeting: Meeting) -> ConclusionNotice:
    notice = ConclusionNotice.objects.select_for_update().filter(meeting=meeting).first()
    if notice is None:
        raise Refused("Chưa có dự thảo thông báo kết luận. Hãy soạn thông báo trước.")
    if not notice.is_draft:
        raise NotNow("Thông báo kết luận đã ban hành, không sửa được nữa.")
    notice.meeting = meeting
    return notice


@flow.step("Ban hành thông báo kết luận", who=signs, frm=HELD, to=CONCLUDED)
def issue_notice(meeting: Meeting, *, by: Officer, at: datetime, signer: Officer) -> None:
    """Numbered, kept, entered in the register; its sentences can now become tasks."""
    notice = _draft_of(meeting)
    require_signer(meeting, by, signer, at)
    _draft(notice, meeting, signer)
    if not (notice.part("conclusions") or {}).get("text"):
        raise Refused("Thông báo chưa có kết luận. Hãy ghi kết luận rồi ban hành.")
    invitation = Invitation.objects.filter(meeting=meeting).select_related("document").first()
    taken = number(notice, meeting.committee, NOTICES, at)
    put_out(
        notice, notice_paper(notice), meeting.committee, taken,
        by=by, at=at, series=NOTICES, type=Type.NOTICE,
        relies_on=invitation.document if invitation else None,
    )  # fmt: skip
    notice.state = PaperState.ISSUED
    notice.save()
