"""What those who are asked do: answer, send a deputy, open the papers, be there."""

from collections.abc import Collection
from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.meetings.actions.planning import PLANNED
from dondoc.meetings.flow import asked, at_the_table, chair_or_office, flow, is_asked
from dondoc.meetings.models import Meeting, Participant
from dondoc.workflow import NotPermitted, Refused

Answer = Participant.Answer


@flow.step("Trả lời giấy mời", who=asked, frm=PLANNED)
def answer(
    meeting: Meeting,
    *,
    by: Officer,
    at: datetime,
    participant: Participant,
    answer: str,
    deputy: Officer | None = None,
    reason: str = "",
) -> None:
    """Attends, sends a deputy if the chair agrees, or declines with a reason."""
    _require_own(meeting, participant, by)
    if answer == Answer.DECLINES and not reason.strip():
        raise Refused("Hãy ghi lý do vắng mặt.")
    if answer == Answer.DEPUTY and (deputy is None or deputy.pk == participant.officer_id):
        raise Refused("Hãy chọn người dự thay.")
    participant.answer, participant.answered_at = answer, at
    participant.reason = reason.strip()
    participant.deputy = deputy if answer == Answer.DEPUTY else None
    participant.consent = None
    participant.save()


def _require_own(meeting: Meeting, participant: Participant, by: Officer) -> None:
    participant.refresh_from_db()
    if participant.meeting_id != meeting.pk or participant.withdrawn_at is not None:
        raise Refused("Thành phần này không còn trong cuộc họp. Hãy mở lại giấy mời.")
    if not is_asked(by, participant):
        raise NotPermitted("Giấy mời này không gửi đến bạn hay đơn vị của bạn.")


@flow.step("Quyết định việc dự thay", who=chair_or_office, frm=PLANNED)
def decide_deputy(
    meeting: Meeting, *, by: Officer, at: datetime, participant: Participant, agreed: bool
) -> None:
    """Attendance is passed on only with the chair's consent (QĐ 45/2018)."""
    participant.refresh_from_db()
    if participant.meeting_id != meeting.pk or participant.answer != Answer.DEPUTY:
        raise Refused("Thành phần này không đề nghị cử người dự thay. Hãy mở lại hồ sơ.")
    participant.consent = agreed
    participant.save()


@flow.step("Mở tài liệu họp", who=asked, frm=None)
def open_papers(meeting: Meeting, *, by: Officer, at: datetime) -> None:
    """That it was opened, and first when, is kept for the chair to see."""
    for one in Participant.objects.standing().filter(meeting=meeting, read_at=None):
        if is_asked(by, one):
            one.read_at = at
            one.save(update_fields=["read_at"])


@flow.step("Điểm danh", who=at_the_table, frm=(PLANNED, Meeting.State.HELD))
def call_roll(
    meeting: Meeting, *, by: Officer, at: datetime, present: Collection[Participant]
) -> None:
    """Who is there; the others are not."""
    if day_of(at) < meeting.day:
        raise Refused("Chưa đến ngày họp nên chưa điểm danh được.")
    there = [one.pk for one in present]
    rows = Participant.objects.standing().filter(meeting=meeting)
    rows.filter(pk__in=there).update(attended=True)
    rows.exclude(pk__in=there).update(attended=False)
