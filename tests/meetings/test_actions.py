"""A meeting from its plan to its conclusions, by those who may and not by others."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, transaction

from dondoc.agencies.models import CommitteeRules
from dondoc.documents.filing import keep
from dondoc.documents.models import Document
from dondoc.meetings import actions
from dondoc.meetings.models import Invitation, Meeting, MeetingPaper, Participant, Preparation
from dondoc.meetings.parts import Point, Thing, Who
from dondoc.meetings.queries import clashes, commitments, readiness, unready
from dondoc.rules.directive import read
from dondoc.rules.preparation import Light
from dondoc.tasks.actions import intake
from dondoc.tasks.reading import drafts_of
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.meetings.conftest import WHEN

Kind = Preparation.Kind
HELD_AT = WHEN + timedelta(hours=2)


def of_kind(meeting: Meeting, kind: str) -> Preparation:
    return meeting.preparations.get(kind=kind)


def test_a_division_plans_its_own_meeting_and_nobody_elses(
    cast: Cast, plan: Callable[..., Meeting]
) -> None:
    assert plan().state == Meeting.State.PLANNED
    with pytest.raises(NotPermitted, match="chính đơn vị"):
        plan(lead=cast.ward_economy)
    assert plan(lead=cast.ward_economy, by=cast.giang).lead == cast.ward_economy
    with pytest.raises(NotPermitted):
        plan(by=cast.xuan)


def test_a_meeting_is_never_planned_into_the_past(
    plan: Callable[..., Meeting], at: datetime
) -> None:
    with pytest.raises(Refused, match="đã qua"):
        plan(starts_at=at - timedelta(hours=1))
    with pytest.raises(Refused, match="sau giờ bắt đầu"):
        plan(ends_at=WHEN - timedelta(minutes=5))


def test_what_a_meeting_needs_is_to_be_ready_two_days_before(cast: Cast, meeting: Meeting) -> None:
    things = {one.kind: one for one in meeting.preparations.all()}
    assert set(things) >= {Kind.CONTENT, Kind.PAPERS, Kind.APPROVAL, Kind.INVITATION, Kind.ROOM}
    assert {one.due_on for one in things.values()} == {date(2022, 3, 22)}
    assert things[Kind.PAPERS].unit == cast.ward_division
    assert things[Kind.ROOM].unit == cast.ward_office


def test_a_monday_meeting_is_ready_by_friday_and_working_days_are_another_setting(
    cast: Cast, plan: Callable[..., Meeting]
) -> None:
    monday = plan(starts_at=datetime(2022, 3, 28, 1, 0, tzinfo=UTC))
    assert of_kind(monday, Kind.PAPERS).due_on == date(2022, 3, 25)
    CommitteeRules.objects.create(
        committee=cast.ward, meeting_ready_days=3, meeting_ready_in_working_days=True
    )
    other = plan(starts_at=datetime(2022, 3, 29, 1, 0, tzinfo=UTC))
    assert of_kind(other, Kind.PAPERS).due_on == date(2022, 3, 24)


def test_a_moved_meeting_moves_its_clocks_and_asks_for_the_room_again(
    cast: Cast, meeting: Meeting, at: datetime
) -> None:
    room = actions.add_resource(cast.ward, by=cast.giang, at=at, kind="room", name="Phòng họp số 1")
    actions.tick(meeting, by=cast.giang, at=at, preparation=of_kind(meeting, Kind.ROOM))
    later = datetime(2022, 3, 31, 7, 0, tzinfo=UTC)
    actions.reschedule(meeting, by=cast.thu, at=at, starts_at=later, room=room)
    assert {one.due_on for one in meeting.preparations.all()} == {date(2022, 3, 29)}
    assert of_kind(meeting, Kind.ROOM).done_at is None
    assert meeting.sequence == 1
    with pytest.raises(NotPermitted):
        actions.reschedule(meeting, by=cast.phuc, at=at, starts_at=later)


def test_the_light_goes_from_lacking_to_late_to_too_late_to_ready(
    cast: Cast, meeting: Meeting, at: datetime
) -> None:
    lights = [readiness(meeting, date(2022, 3, day)).light for day in (16, 22, 23, 24)]
    assert lights == [Light.LACKING, Light.LACKING, Light.LATE, Light.TOO_LATE]
    assert [one for one, _ in unready(cast.ward, date(2022, 3, 23))] == [meeting]
    assert unready(cast.ward, date(2022, 3, 22)) == []
    Preparation.objects.update(done_at=at)
    assert readiness(meeting, date(2022, 3, 24)).light is Light.READY


def test_whoever_a_thing_was_given_to_ticks_it_and_no_other(
    cast: Cast, meeting: Meeting, at: datetime
) -> None:
    papers = of_kind(meeting, Kind.PAPERS)
    with pytest.raises(NotPermitted):
        actions.tick(meeting, by=cast.phuc, at=at, preparation=papers)
    actions.entrust_preparation(
        meeting, by=cast.thu, at=at, preparation=papers, unit=cast.ward_economy, ahead=1
    )
    papers.refresh_from_db()
    assert papers.due_on == date(2022, 3, 21)
    actions.tick(meeting, by=cast.phuc, at=at, preparation=papers)
    with pytest.raises(NotPermitted, match="đơn vị khác"):
        actions.tick(meeting, by=cast.phuc, at=at, preparation=of_kind(meeting, Kind.ROOM))
    actions.untick(meeting, by=cast.giang, at=at, preparation=papers)
    assert of_kind(meeting, Kind.PAPERS).done_at is None


def test_own_things_come_and_go_but_approval_stays(
    cast: Cast, meeting: Meeting, at: datetime
) -> None:
    flowers = Thing(Kind.OTHER, "Hoa, băng rôn", unit=cast.ward_office)
    actions.add_preparation(meeting, by=cast.thu, at=at, thing=flowers)
    with pytest.raises(Refused, match="ghi việc"):
        actions.add_preparation(meeting, by=cast.thu, at=at, thing=Thing(Kind.OTHER))
    actions.drop_preparation(meeting, by=cast.thu, at=at, preparation=of_kind(meeting, Kind.WATER))
    assert not meeting.preparations.filter(kind=Kind.WATER).exists()
    with pytest.raises(Refused, match="không bỏ được"):
        actions.drop_preparation(
            meeting, by=cast.thu, at=at, preparation=of_kind(meeting, Kind.APPROVAL)
        )


def test_the_leader_returns_the_content_with_words_then_approves_it(
    cast: Cast, meeting: Meeting, at: datetime
) -> None:
    with pytest.raises(NotNow):
        actions.approve_content(meeting, by=cast.son, at=at)
    actions.ask_opinion(meeting, by=cast.thu, at=at)
    assert of_kind(meeting, Kind.CONTENT).done_at == at
    with pytest.raises(NotPermitted):
        actions.approve_content(meeting, by=cast.yen, at=at)
    actions.return_content(meeting, by=cast.son, at=at, reason="Bổ sung số liệu lễ hội")
    assert (meeting.approval, meeting.opinion) == ("returned", "Bổ sung số liệu lễ hội")
    assert of_kind(meeting, Kind.CONTENT).done_at is None
    actions.ask_opinion(meeting, by=cast.thu, at=at)
    actions.approve_content(meeting, by=cast.son, at=at, answer="Đồng ý")
    assert of_kind(meeting, Kind.APPROVAL).done_at == at
    with pytest.raises(Refused, match="tự đánh dấu"):
        actions.untick(meeting, by=cast.yen, at=at, preparation=of_kind(meeting, Kind.APPROVAL))
    actions.edit_meeting(meeting, by=cast.thu, at=at, content="Nội dung khác hẳn")
    assert meeting.approval == "none"
    assert of_kind(meeting, Kind.APPROVAL).done_at is None


def test_papers_tick_themselves_and_untick_when_the_last_is_gone(
    cast: Cast, meeting: Meeting, at: datetime, files: None
) -> None:
    file = keep(SimpleUploadedFile("bao-cao.txt", "Báo cáo tháng 3".encode()), by=cast.thu, at=at)
    actions.add_papers(meeting, by=cast.thu, at=at, files=[file])
    assert of_kind(meeting, Kind.PAPERS).done_at == at
    actions.remove_paper(meeting, by=cast.thu, at=at, paper=MeetingPaper.objects.get())
    assert of_kind(meeting, Kind.PAPERS).done_at is None


def test_an_invitation_is_issued_only_after_approval_then_never_changes(
    cast: Cast, meeting: Meeting, at: datetime, files: None
) -> None:
    actions.draft_invitation(meeting, by=cast.thu, at=at)
    actions.edit_invitation(meeting, by=cast.thu, at=at, key="requests", text="Mang theo số liệu.")
    with pytest.raises(NotPermitted):
        actions.issue_invitation(meeting, by=cast.thu, at=at, signer=cast.yen)
    with pytest.raises(Refused, match="chưa được duyệt"):
        actions.issue_invitation(meeting, by=cast.yen, at=at, signer=cast.yen)
    actions.ask_opinion(meeting, by=cast.thu, at=at)
    actions.approve_content(meeting, by=cast.son, at=at)
    actions.issue_invitation(meeting, by=cast.yen, at=at, signer=cast.yen)
    invitation = Invitation.objects.get()
    assert invitation.letterhead["number"] == "01/GM-UBND-HM"
    assert invitation.letterhead["authority"] == "TL. CHỦ TỊCH"
    assert invitation.document is not None
    assert "Mang theo số liệu." in invitation.document.text
    assert "08 giờ 00, thứ Năm ngày 24 tháng 3 năm 2022" in invitation.document.text
    assert of_kind(meeting, Kind.INVITATION).done_at == at
    assert not meeting.participants.filter(asked_at=None).exists()
    with pytest.raises(Error, match="không được sửa"), transaction.atomic():
        Invitation.objects.update(subject="khác")
    with pytest.raises(NotNow):
        actions.edit_invitation(meeting, by=cast.thu, at=at, key="requests", text="khác")


def test_an_invited_meeting_is_moved_or_called_off_only_with_a_reason(
    cast: Cast, invited: Meeting, at: datetime
) -> None:
    later = WHEN + timedelta(days=1)
    with pytest.raises(Refused, match="lý do"):
        actions.reschedule(invited, by=cast.thu, at=at, starts_at=later)
    phuc = invited.participants.get(officer=cast.phuc)
    actions.answer(invited, by=cast.phuc, at=at, participant=phuc, answer="attends")
    actions.reschedule(invited, by=cast.thu, at=at, starts_at=later, reason="Trùng lịch quận")
    phuc.refresh_from_db()
    assert phuc.answer == "none"
    with pytest.raises(Refused, match="lý do"):
        actions.cancel(invited, by=cast.thu, at=at, reason=" ")
    actions.cancel(invited, by=cast.thu, at=at, reason="Bão")
    assert (invited.state, invited.sequence) == ("cancelled", 2)


def test_a_deputy_needs_the_chairs_consent_and_an_absence_a_reason(
    cast: Cast, invited: Meeting, at: datetime
) -> None:
    phuc = invited.participants.get(officer=cast.phuc)
    with pytest.raises(Refused, match="lý do"):
        actions.answer(invited, by=cast.phuc, at=at, participant=phuc, answer="declines")
    with pytest.raises(Refused, match="người dự thay"):
        actions.answer(invited, by=cast.phuc, at=at, participant=phuc, answer="deputy")
    body = invited.participants.get(agency=cast.ward_division)
    with pytest.raises(NotPermitted):
        actions.answer(invited, by=cast.phuc, at=at, participant=body, answer="attends")
    actions.answer(
        invited, by=cast.phuc, at=at, participant=phuc, answer="deputy", deputy=cast.giang
    )
    with pytest.raises(NotPermitted):
        actions.decide_deputy(invited, by=cast.phuc, at=at, participant=phuc, agreed=True)
    actions.decide_deputy(invited, by=cast.son, at=at, participant=phuc, agreed=True)
    phuc.refresh_from_db()
    assert (phuc.deputy, phuc.consent) == (cast.giang, True)


def test_who_opened_the_papers_is_kept_from_the_first_time(
    cast: Cast, invited: Meeting, at: datetime
) -> None:
    actions.open_papers(invited, by=cast.phuc, at=at)
    actions.open_papers(invited, by=cast.phuc, at=at + timedelta(hours=1))
    assert invited.participants.get(officer=cast.phuc).read_at == at
    assert invited.participants.get(agency=cast.ward_division).read_at is None


def test_people_are_added_and_withdrawn_after_the_invitation_too(
    cast: Cast, invited: Meeting, at: datetime
) -> None:
    actions.add_participants(invited, by=cast.thu, at=at, whom=[Who(officer=cast.giang)])
    giang = invited.participants.get(officer=cast.giang)
    assert giang.asked_at == at
    actions.drop_participant(invited, by=cast.thu, at=at, participant=giang)
    assert not Participant.objects.standing().filter(officer=cast.giang).exists()
    actions.add_participants(invited, by=cast.thu, at=at, whom=[Who(officer=cast.giang)])
    assert Participant.objects.standing().filter(officer=cast.giang).count() == 1


def test_a_meeting_is_held_on_its_day_and_concluded_with_a_numbered_notice(
    cast: Cast, invited: Meeting, at: datetime
) -> None:
    with pytest.raises(Refused, match="Chưa đến ngày họp"):
        actions.hold(invited, by=cast.son, at=at)
    people = list(invited.participants.all())
    with pytest.raises(Refused, match="Chưa đến ngày"):
        actions.call_roll(invited, by=cast.giang, at=at, present=people)
    actions.set_agenda(invited, by=cast.thu, at=at, points=[Point("Báo cáo", None, 15, "Mai Thu")])
    actions.call_roll(invited, by=cast.giang, at=WHEN, present=people[:2])
    actions.write_down(
        invited, by=cast.giang, at=WHEN, minutes="Phòng báo cáo.", conclusions=CONCLUSIONS
    )
    with pytest.raises(NotPermitted):
        actions.hold(invited, by=cast.phuc, at=HELD_AT)
    actions.hold(invited, by=cast.son, at=HELD_AT)
    assert invited.held_at == HELD_AT
    actions.draft_notice(invited, by=cast.thu, at=HELD_AT)
    actions.edit_notice(invited, by=cast.thu, at=HELD_AT, key="closing", text="Để thực hiện.")
    actions.issue_notice(invited, by=cast.son, at=HELD_AT, signer=cast.son)
    notice = invited.notice
    notice.refresh_from_db()
    assert notice.letterhead["number"] == "01/TB-UBND-HM"
    assert notice.document.relies_on == Invitation.objects.get().document
    assert "Để thực hiện" in notice.document.text
    assert invited.state == Meeting.State.CONCLUDED
    with pytest.raises(Error, match="không được sửa"), transaction.atomic():
        type(notice).objects.update(subject="khác")


CONCLUSIONS = (
    "1. Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Phòng Kinh tế, Hạ tầng và Đô thị rà soát "
    "các di tích xuống cấp, báo cáo UBND phường trước ngày 15/4/2022.\n"
    "2. Giao Phòng Kinh tế, Hạ tầng và Đô thị kiểm tra các công trình xây dựng trên địa bàn, hoàn "
    "thành trước ngày 20/4/2022."
)


def concluded(cast: Cast, meeting: Meeting) -> Document:
    actions.write_down(meeting, by=cast.giang, at=WHEN, minutes="", conclusions=CONCLUSIONS)
    actions.hold(meeting, by=cast.son, at=HELD_AT)
    actions.draft_notice(meeting, by=cast.thu, at=HELD_AT)
    actions.issue_notice(meeting, by=cast.yen, at=HELD_AT, signer=cast.yen)
    return Document.objects.get(type="notice")


def test_what_is_concluded_becomes_tasks_that_the_next_meeting_begins_with(
    cast: Cast, plan: Callable[..., Meeting], at: datetime, files: None
) -> None:
    series = actions.begin_series(cast.ward, by=cast.giang, at=at, name="Giao ban tháng")
    first = plan(series=series)
    document = concluded(cast, first)
    drafts = drafts_of(read(document.text), document.committee, document.arrived_at, [])
    with pytest.raises(NotPermitted):
        intake.take_up(document, by=cast.thu, at=HELD_AT, drafts=drafts)
    intake.take_up(document, by=cast.giang, at=HELD_AT, drafts=drafts)
    tasks = intake.confirm_all(document, by=cast.giang, at=HELD_AT)
    assert [(task.lead.name, task.due_on) for task in tasks] == [
        ("Phòng Văn hóa - Xã hội", date(2022, 4, 15)),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", date(2022, 4, 20)),
    ]
    document.refresh_from_db()
    assert document.state == Document.State.ISSUED
    next_one = plan(series=series, starts_at=datetime(2022, 4, 21, 1, 0, tzinfo=UTC))
    assert list(commitments(next_one, cast.son)) == tasks
    assert list(commitments(first, cast.son)) == []


def test_two_meetings_that_want_one_room_or_one_person_at_once_are_seen(
    cast: Cast, plan: Callable[..., Meeting], at: datetime
) -> None:
    room = actions.add_resource(cast.ward, by=cast.giang, at=at, kind="room", name="Phòng họp số 1")
    first = plan(room=room)
    half = WHEN + timedelta(minutes=30)
    found = clashes(cast.ward, half, None, room=room, officers=[cast.phuc, cast.giang])
    assert [one.words for one in found] == ["Phòng họp số 1, đồng chí Tạ Phúc"]
    assert clashes(cast.ward, half, None, officers=[cast.son])
    assert not clashes(cast.ward, half, None, room=room, except_meeting=first)
    assert not clashes(cast.ward, WHEN + timedelta(hours=2), None, room=room)


def test_only_the_office_keeps_rooms_and_series(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotPermitted):
        actions.add_resource(cast.ward, by=cast.thu, at=at, kind="room", name="Phòng 2")
    car = actions.add_resource(cast.ward, by=cast.giang, at=at, kind="vehicle", name="43A-00123")
    actions.change_resource(car, by=cast.giang, at=at, name="43A-00123", seats=7, in_use=False)
    assert (car.seats, car.in_use) == (7, False)
    series = actions.begin_series(cast.ward, by=cast.giang, at=at, name="Giao ban")
    with pytest.raises(Refused, match="tên khác"):
        actions.begin_series(cast.ward, by=cast.giang, at=at, name="Giao ban")
    actions.rename_series(series, by=cast.giang, at=at, name="Giao ban tuần", rhythm="thứ Hai")
    with pytest.raises(NotPermitted):
        actions.rename_series(series, by=cast.thu, at=at, name="Khác")


def test_those_who_have_nothing_to_do_with_a_meeting_do_not_see_it(
    cast: Cast, meeting: Meeting, at: datetime
) -> None:
    def sees(officer: object) -> bool:
        return Meeting.objects.visible_to(officer).filter(pk=meeting.pk).exists()  # type: ignore[arg-type]

    assert all(sees(one) for one in (cast.son, cast.yen, cast.thu, cast.phuc))
    assert not sees(cast.xuan)
    phuc = meeting.participants.get(officer=cast.phuc)
    actions.drop_participant(meeting, by=cast.thu, at=at, participant=phuc)
    assert not sees(cast.phuc)
