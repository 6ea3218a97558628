"""What is made ready: things with their clocks, papers, those who come, the agenda."""

from collections.abc import Sequence
from datetime import datetime

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.models import StoredFile
from dondoc.meetings import dossier
from dondoc.meetings.actions.planning import PLANNED, is_invited
from dondoc.meetings.clocks import clock_of
from dondoc.meetings.flow import at_the_table, entrusted, flow, lead_or_office, prepares
from dondoc.meetings.models import Meeting, MeetingPaper, Participant, Preparation
from dondoc.meetings.parts import Point, Thing, Who
from dondoc.workflow import NotPermitted, Refused

Kind = Preparation.Kind
BY_ITSELF = {
    Kind.APPROVAL: "Mục này tự đánh dấu khi lãnh đạo phụ trách duyệt nội dung.",
    Kind.INVITATION: "Mục này tự đánh dấu khi giấy mời được ban hành.",
}
TICKED_BY = {MeetingPaper.Kind.PAPER: Kind.PAPERS, MeetingPaper.Kind.REPORT: Kind.REPORT}


def _own(meeting: Meeting, row: Preparation | Participant | MeetingPaper) -> None:
    row.refresh_from_db()
    if row.meeting_id != meeting.pk:
        raise Refused("Mục này không thuộc hồ sơ cuộc họp. Hãy mở lại hồ sơ.")


@flow.step("Thêm việc chuẩn bị", who=lead_or_office, frm=PLANNED)
def add_preparation(meeting: Meeting, *, by: Officer, at: datetime, thing: Thing) -> None:
    """A thing of its own beside the usual ones."""
    if thing.kind == Kind.OTHER and not thing.label.strip():
        raise Refused("Hãy ghi việc cần chuẩn bị.")
    dossier.put_preparations(meeting, [thing])


@flow.step("Giao việc chuẩn bị", who=lead_or_office, frm=PLANNED)
def entrust_preparation(
    meeting: Meeting,
    *,
    by: Officer,
    at: datetime,
    preparation: Preparation,
    unit: Agency,
    person: Officer | None = None,
    ahead: int = 0,
) -> None:
    """Whose it is, and whether it must be ready before the rest."""
    _own(meeting, preparation)
    preparation.unit, preparation.person, preparation.ahead = unit, person, ahead
    preparation.due_on = clock_of(meeting)(ahead)
    preparation.save()


@flow.step("Bỏ việc chuẩn bị", who=lead_or_office, frm=PLANNED)
def drop_preparation(
    meeting: Meeting, *, by: Officer, at: datetime, preparation: Preparation
) -> None:
    """This meeting does not need it; the leader's approval is always needed."""
    _own(meeting, preparation)
    if preparation.kind == Kind.APPROVAL:
        raise Refused("Nội dung họp phải được lãnh đạo phụ trách duyệt, không bỏ được mục này.")
    preparation.delete()


@flow.step("Xong một việc chuẩn bị", who=prepares, frm=PLANNED)
def tick(meeting: Meeting, *, by: Officer, at: datetime, preparation: Preparation) -> None:
    """Said by whoever makes it ready; approval and invitation tick themselves."""
    _own(meeting, preparation)
    _require_hand(meeting, preparation, by)
    preparation.done_at, preparation.done_by = at, by
    preparation.save()


@flow.step("Chưa xong việc chuẩn bị", who=prepares, frm=PLANNED)
def untick(meeting: Meeting, *, by: Officer, at: datetime, preparation: Preparation) -> None:
    """It proved not to be ready."""
    _own(meeting, preparation)
    _require_hand(meeting, preparation, by)
    preparation.done_at, preparation.done_by = None, None
    preparation.save()


def _require_hand(meeting: Meeting, preparation: Preparation, by: Officer) -> None:
    if words := BY_ITSELF.get(Kind(preparation.kind)):
        raise Refused(words)
    if not (lead_or_office(by, meeting) or entrusted(by, preparation)):
        raise NotPermitted("Việc này giao cho đơn vị khác. Hãy để đơn vị được giao đánh dấu.")


@flow.step("Thêm tài liệu họp", who=prepares, frm=(PLANNED, Meeting.State.HELD))
def add_papers(
    meeting: Meeting,
    *,
    by: Officer,
    at: datetime,
    files: Sequence[StoredFile],
    kind: str = MeetingPaper.Kind.PAPER,
) -> None:
    """What is read before the meeting; its preparation ticks itself."""
    if not files:
        raise Refused("Hãy chọn tệp tài liệu.")
    MeetingPaper.objects.bulk_create(
        MeetingPaper(meeting=meeting, kind=kind, file=file, added_by=by, added_at=at)
        for file in files
    )
    if (ticked := TICKED_BY.get(MeetingPaper.Kind(kind))) is not None:
        dossier.done(meeting, ticked, by=by, at=at)


@flow.step("Bỏ tài liệu họp", who=lead_or_office, frm=PLANNED)
def remove_paper(meeting: Meeting, *, by: Officer, at: datetime, paper: MeetingPaper) -> None:
    """It does not belong in the dossier; when it was the last, papers are not ready."""
    _own(meeting, paper)
    paper.delete()
    ticked = TICKED_BY.get(MeetingPaper.Kind(paper.kind))
    left = MeetingPaper.objects.filter(meeting=meeting, kind=paper.kind).exists()
    if ticked is not None and not left:
        dossier.undone(meeting, ticked)


@flow.step("Thêm thành phần dự", who=lead_or_office, frm=PLANNED)
def add_participants(meeting: Meeting, *, by: Officer, at: datetime, whom: Sequence[Who]) -> None:
    """Asked at once where the invitation has gone out already."""
    if not whom:
        raise Refused("Hãy chọn đơn vị, người dự, hoặc ghi tên khách mời.")
    dossier.put_participants(meeting, whom, at if is_invited(meeting) else None)


@flow.step("Bỏ thành phần dự", who=lead_or_office, frm=PLANNED)
def drop_participant(
    meeting: Meeting, *, by: Officer, at: datetime, participant: Participant
) -> None:
    """One who was already asked is told that he is not."""
    _own(meeting, participant)
    if participant.asked_at is None:
        participant.delete()
        return
    participant.withdrawn_at = at
    participant.save()


@flow.step("Đặt chương trình họp", who=at_the_table, frm=(PLANNED, Meeting.State.HELD))
def set_agenda(meeting: Meeting, *, by: Officer, at: datetime, points: Sequence[Point]) -> None:
    """The points with their hours and who presents them."""
    dossier.put_agenda(meeting, points)
