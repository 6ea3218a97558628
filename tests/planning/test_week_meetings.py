"""A meeting stands in the week by one press, and its dossier stays the one truth."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from django.test import Client

from dondoc.agencies.models import CommitteeRules, Officer
from dondoc.journal.models import House
from dondoc.meetings import actions as meetings
from dondoc.meetings.models import Meeting, Participant, Preparation
from dondoc.planning import actions
from dondoc.planning.keeping_step import keep_step
from dondoc.planning.models import WeekEntry
from dondoc.planning.week_facts import facts_now, told_of
from dondoc.workflow import NotPermitted, Refused
from tests.planning.hall import WEDNESDAY, Hall

State = WeekEntry.State


def move(meeting: Meeting, **facts: object) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(**facts)


def test_one_press_makes_the_entry_of_a_meeting(hall: Hall, at: datetime) -> None:
    meeting = hall.meeting()
    Participant.objects.create(meeting=meeting, agency=hall.culture)
    Participant.objects.create(meeting=meeting, name="Bí thư chi bộ các tổ dân phố")
    with pytest.raises(NotPermitted):
        actions.schedule_meeting(meeting, by=hall.thu, at=at)
    entry = actions.schedule_meeting(meeting, by=hall.nhung, at=at)
    assert (entry.state, entry.on, entry.starts_at, entry.room) == (
        State.ARRANGED, WEDNESDAY, time(8), hall.room,
    )  # fmt: skip
    assert told_of(entry)["others"] == "Phòng Văn hóa - Xã hội; Bí thư chi bộ các tổ dân phố"
    with pytest.raises(Refused, match="đã có trong lịch"):
        actions.schedule_meeting(meeting, by=hall.nhung, at=at)


def test_the_leading_division_only_proposes_it(hall: Hall, at: datetime) -> None:
    entry = actions.schedule_meeting(hall.meeting(), by=hall.toan, at=at)
    assert (entry.state, entry.unit) == (State.PROPOSED, hall.economy)


def test_its_time_is_changed_in_the_dossier_and_nowhere_else(hall: Hall, at: datetime) -> None:
    entry = actions.schedule_meeting(hall.meeting(), by=hall.nhung, at=at)
    later = {**facts_now(entry), "starts_at": time(9)}
    with pytest.raises(Refused, match="hồ sơ cuộc họp"):
        actions.arrange_entry(entry, by=hall.nhung, at=at, facts=later)
    hall.published(entry)
    for deed in (actions.postpone_entry, actions.cancel_entry):
        with pytest.raises(Refused, match="hồ sơ cuộc họp"):
            deed(entry, by=hall.nhung, at=at, reason="x")


def test_the_house_keeps_the_week_in_step(hall: Hall, at: datetime) -> None:
    meeting = hall.meeting()
    entry = actions.schedule_meeting(meeting, by=hall.nhung, at=at)
    hall.published(entry)
    assert keep_step(at) == 0
    move(meeting, starts_at=datetime(2022, 3, 23, 2, 30, tzinfo=UTC))
    assert keep_step(at) == 1
    entry.refresh_from_db()
    assert (entry.change, entry.starts_at, entry.sequence) == ("rescheduled", time(9, 30), 1)
    assert keep_step(at) == 0


def test_whoever_comes_in_anothers_place_has_it_in_his_week(hall: Hall, at: datetime) -> None:
    meeting = hall.meeting()
    asked = Participant.objects.create(
        meeting=meeting, officer=hall.toan, answer=Participant.Answer.DEPUTY, deputy=hall.truc
    )
    entry = actions.schedule_meeting(meeting, by=hall.nhung, at=at)
    assert facts_now(entry)["persons"] == [hall.toan]
    asked.consent = True
    asked.save()
    keep_step(at)
    entry.refresh_from_db()
    assert facts_now(entry)["persons"] == [hall.truc]


def test_a_meeting_with_an_invitation_of_its_own_is_not_called_by_the_schedule(
    hall: Hall, at: datetime
) -> None:
    meeting = hall.meeting()
    entry = actions.schedule_meeting(meeting, by=hall.nhung, at=at)
    assert entry.invites == WeekEntry.Invites.SCHEDULE
    Participant.objects.create(meeting=meeting, agency=hall.culture)
    move(meeting, content="Đánh giá tháng 3", approval=Meeting.Approval.GRANTED)
    meeting.refresh_from_db()
    meetings.draft_invitation(meeting, by=hall.nhung, at=at)
    meetings.issue_invitation(meeting, by=hall.khanh, at=at, signer=hall.khanh)
    keep_step(at)
    entry.refresh_from_db()
    assert entry.invites == WeekEntry.Invites.SEPARATE
    assert keep_step(at) == 0


def test_a_meeting_moved_to_another_week_or_called_off(hall: Hall, at: datetime) -> None:
    meeting, other = hall.meeting(), hall.meeting(title="Họp tổ công tác")
    entry = actions.schedule_meeting(meeting, by=hall.nhung, at=at)
    second = actions.schedule_meeting(other, by=hall.nhung, at=at)
    hall.published(entry, second)
    begins = datetime(2022, 3, 30, 1, tzinfo=UTC)
    move(meeting, starts_at=begins, ends_at=datetime(2022, 3, 30, 3, tzinfo=UTC))
    move(other, state=Meeting.State.CANCELLED)
    assert keep_step(at) == 2
    entry.refresh_from_db()
    second.refresh_from_db()
    moved = entry.moved_to
    assert moved is not None
    assert (entry.state, entry.meeting, moved.meeting, moved.on) == (
        State.POSTPONED, None, meeting, date(2022, 3, 30),
    )  # fmt: skip
    assert (second.state, second.change) == (State.CANCELLED, "cancelled")
    assert keep_step(at) == 0


def test_in_a_draft_it_only_follows_without_a_mark(hall: Hall, at: datetime) -> None:
    meeting = hall.meeting()
    entry = actions.schedule_meeting(meeting, by=hall.nhung, at=at)
    move(meeting, starts_at=datetime(2022, 3, 31, 1, tzinfo=UTC), ends_at=None)
    actions.follow_meeting(entry, by=House(), at=at)
    entry.refresh_from_db()
    assert (entry.week.monday, entry.change) == (date(2022, 3, 28), "")


def test_a_meeting_not_ready_warns_or_blocks_by_setting(hall: Hall, at: datetime) -> None:
    meeting = hall.meeting()
    Preparation.objects.create(meeting=meeting, kind="invitation", due_on=date(2022, 3, 15))
    week = actions.schedule_meeting(meeting, by=hall.nhung, at=at).week
    rules = CommitteeRules.objects.create(committee=hall.ward, unready_blocks_week=True)
    with pytest.raises(Refused, match="chưa chuẩn bị xong: giấy mời"):
        actions.publish_week(week, by=hall.lam, at=at)
    week.refresh_from_db()
    rules.unready_blocks_week = False
    rules.save()
    actions.publish_week(week, by=hall.lam, at=at)
    assert "giấy mời" in week.left[0]


def test_the_press_stands_on_the_meetings_page_and_in_the_week(
    hall: Hall, as_officer: Callable[[Officer], Client]
) -> None:
    meeting = hall.meeting()
    nhung = as_officer(hall.nhung)
    page = nhung.get(f"/meetings/{meeting.pk}/").content.decode()
    assert "Đưa vào lịch tuần" in page
    week = nhung.get("/weeks/?on=2022-03-23").content.decode()
    assert "Cuộc họp trong tuần chưa đưa vào lịch" in week
    assert "Đề xuất vào lịch" in as_officer(hall.toan).get("/weeks/?on=2022-03-23").content.decode()
    nhung = as_officer(hall.nhung)
    nhung.post(f"/weeks/meetings/{meeting.pk}/schedule/")
    entry = WeekEntry.objects.get(meeting=meeting)
    page = nhung.get(f"/meetings/{meeting.pk}/").content.decode()
    assert f"/weeks/entries/{entry.pk}/" in page
    assert "Đưa vào lịch tuần" not in page
    assert "chưa đưa vào lịch" not in nhung.get("/weeks/?on=2022-03-23").content.decode()
    assert f"/meetings/{meeting.pk}/" in nhung.get(f"/weeks/entries/{entry.pk}/").content.decode()
    assert nhung.get(f"/weeks/entries/{entry.pk}/edit/").status_code == 200


def test_an_edit_of_a_meetings_entry_keeps_what_the_dossier_says(
    hall: Hall, as_officer: Callable[[Officer], Client], at: datetime
) -> None:
    entry = actions.schedule_meeting(hall.meeting(), by=hall.nhung, at=at)
    sent = {
        "on": "2022-03-25",
        "starts_at": "15:00",
        "invites": "separate",
        "note": "Mang sổ",
    }
    as_officer(hall.nhung).post(f"/weeks/entries/{entry.pk}/edit/", sent)
    entry.refresh_from_db()
    assert (entry.note, entry.on, entry.starts_at) == ("Mang sổ", WEDNESDAY, time(8))


def test_the_desk_says_what_of_the_week_waits(
    hall: Hall, as_officer: Callable[[Officer], Client], at: datetime
) -> None:
    entry = hall.proposed()
    assert "1 đề xuất chờ xếp vào lịch tuần 12." in desk(as_officer(hall.khanh))
    assert "đề xuất chờ xếp" not in desk(as_officer(hall.toan))
    actions.accept_entry(entry, by=hall.nhung, at=at)
    actions.submit_week(entry.week, by=hall.nhung, at=at)
    page = desk(as_officer(hall.lam))
    assert f"/weeks/{entry.week_id}/publish/" in page


def desk(client: Client) -> str:
    return client.get("/desk/").content.decode()
