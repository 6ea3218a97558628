"""Entries are proposed, arranged, published; after that nothing changes without a mark."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from dondoc.agencies import actions as seats
from dondoc.agencies.models import CommitteeRules
from dondoc.journal.models import Entry, House
from dondoc.planning import actions
from dondoc.planning.models import WeekEntry
from dondoc.planning.week_facts import facts_now, told_of
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.planning.hall import MONDAY, TUESDAY, WEDNESDAY, Hall

State, Change = WeekEntry.State, WeekEntry.Change
FRIDAY = datetime(2022, 3, 18, 10, tzinfo=UTC)  # 17:00 in Việt Nam


def test_a_division_proposes_and_the_office_arranges(hall: Hall, at: datetime) -> None:
    entry = hall.proposed(preparing=hall.economy, room=hall.room)
    assert (entry.state, entry.week.monday) == (State.PROPOSED, MONDAY)
    with pytest.raises(NotPermitted):
        actions.accept_entry(entry, by=hall.toan, at=at)
    actions.accept_entry(entry, by=hall.nhung, at=at)
    assert (entry.state, entry.change, entry.sequence) == (State.ARRANGED, "", 1)


def test_a_proposal_is_amended_withdrawn_or_declined_with_a_reason(
    hall: Hall, at: datetime
) -> None:
    entry = hall.proposed()
    actions.amend_proposal(
        entry, by=hall.toan, at=at, facts=hall.facts(starts_at=time(14), ends_at=time(15))
    )
    assert entry.session == "afternoon"  # the hour says it
    with pytest.raises(Refused, match="Hãy nêu lý do"):
        actions.decline_entry(entry, by=hall.nhung, at=at, reason=" ")
    with pytest.raises(NotPermitted):
        actions.amend_proposal(entry, by=hall.thu, at=at, facts=hall.facts())
    actions.decline_entry(entry, by=hall.nhung, at=at, reason="Trùng họp HĐND")
    assert entry.reason == "Trùng họp HĐND"
    other = hall.proposed(content="Kiểm tra chợ")
    actions.withdraw_proposal(other, by=hall.toan, at=at)
    with pytest.raises(NotNow):
        actions.accept_entry(other, by=hall.nhung, at=at)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"content": " "}, "nội dung"),
        ({"ends_at": time(7)}, "Giờ kết thúc"),
        ({"starts_at": None}, "Giờ kết thúc"),
        ({"on": date(2022, 3, 15)}, "đã qua"),
    ],
)
def test_what_no_schedule_can_say_is_refused(
    hall: Hall, wrong: dict[str, object], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        hall.proposed(**wrong)
    assert not WeekEntry.objects.exists()


def test_a_room_is_no_vehicle_and_a_stranger_proposes_nothing(hall: Hall, at: datetime) -> None:
    with pytest.raises(Refused, match="không phải xe"):
        hall.proposed(vehicle=hall.room)
    with pytest.raises(NotPermitted):
        actions.propose_entry(hall.ward, by=hall.cast.hoa, at=at, facts=hall.facts())


def test_the_week_closes_at_the_hour_the_committee_sets(hall: Hall) -> None:
    assert hall.proposed().week.closes_at == FRIDAY
    CommitteeRules.objects.create(committee=hall.ward, week_decided_weekday=3, week_decided_hour=11)
    later = hall.proposed(on=date(2022, 3, 30)).week
    assert later.closes_at.isoformat().startswith("2022-03-24T11:00")


def test_the_chairman_publishes_and_lateness_is_seen(hall: Hall, at: datetime) -> None:
    entry = hall.arranged()
    week = entry.week
    with pytest.raises(NotPermitted):
        actions.publish_week(week, by=hall.khanh, at=at)
    actions.submit_week(week, by=hall.nhung, at=at)
    with pytest.raises(Refused, match="xếp lại"):
        actions.send_back_week(week, by=hall.lam, at=at, reason="")
    actions.send_back_week(week, by=hall.lam, at=at, reason="Dời họp thứ Ba")
    actions.submit_week(week, by=hall.nhung, at=at)
    late = week.closes_at + timedelta(minutes=1)
    actions.publish_week(week, by=hall.lam, at=late)
    assert week.is_published
    assert week.is_late
    assert week.docx is not None
    assert week.letterhead["signer"] == "Hoàng Lâm"
    entry.refresh_from_db()
    assert entry.told == told_of(entry)


def test_a_deputy_publishes_with_the_seat_lent_to_him_or_where_there_is_no_chairman(
    hall: Hall, at: datetime
) -> None:
    assert hall.lam.pk
    week = hall.arranged(chairs=[hall.vy]).week
    with pytest.raises(NotPermitted):
        actions.publish_week(week, by=hall.vy, at=at)
    with pytest.raises(NotPermitted):
        actions.send_back_week(week, by=hall.vy, at=at, reason="Dời họp")
    lent = seats.delegate(
        hall.lam, by=hall.lam, at=at, user=hall.vy.user, from_on=date(2022, 3, 16),
        until_on=date(2022, 3, 31),
    )  # fmt: skip
    actions.publish_week(week, by=lent, at=at)
    seats.end_seat(hall.lam, by=House(), at=at, last_day=date(2022, 3, 17))
    after = hall.arranged(on=date(2022, 3, 29), chairs=[hall.vy]).week
    actions.publish_week(after, by=hall.vy, at=at)
    assert (week.is_published, after.is_published) == (True, True)


def test_the_chief_of_office_signs_by_order_and_an_empty_week_is_not_published(
    hall: Hall, at: datetime
) -> None:
    assert hall.khanh.pk
    week = hall.arranged().week
    actions.publish_week(week, by=hall.lam, at=at, by_order=True)
    assert week.letterhead["authority"] == "TL. CHỦ TỊCH"
    assert week.letterhead["signer"] == "Tô Khánh"
    empty = hall.proposed(on=date(2022, 3, 29)).week
    with pytest.raises(Refused, match="chưa có nội dung"):
        actions.publish_week(empty, by=hall.lam, at=at)


def test_clashes_are_listed_and_never_hinder(hall: Hall, at: datetime) -> None:
    hall.arranged()
    week = hall.arranged(content="Tiếp công dân", starts_at=time(9), ends_at=None).week
    actions.publish_week(week, by=hall.lam, at=at)
    assert len(week.left) == 1
    assert week.left[0].startswith("Chủ tịch Hoàng Lâm trùng lịch thứ Ba 22/03/2022")
    assert "“Tiếp công dân” 09h00" in week.left[0]


def test_later_changes_are_marked_with_what_was_before(hall: Hall, at: datetime) -> None:
    entry, second, third = (hall.arranged(content=f"Việc {n}", chairs=[]) for n in range(3))
    hall.published(entry, second, third)
    new_time = {**facts_now(entry), "starts_at": time(10), "ends_at": time(11)}
    with pytest.raises(Refused, match="lý do"):
        actions.arrange_entry(entry, by=hall.nhung, at=at, facts=new_time)
    actions.arrange_entry(entry, by=hall.nhung, at=at, facts=new_time, reason="Chủ tịch bận")
    assert (entry.change, entry.told["when"]) == (
        Change.RESCHEDULED, "08h00 – 09h30 thứ Ba 22/03/2022",
    )  # fmt: skip
    actions.arrange_entry(
        second, by=hall.nhung, at=at, facts={**facts_now(second), "place": "Nhà văn hóa"},
        reason="Phòng họp sửa",
    )  # fmt: skip
    assert second.change == Change.ADJUSTED
    actions.cancel_entry(third, by=hall.lam, at=at, reason="Không còn cần")
    assert (third.state, third.change, third.sequence) == (State.CANCELLED, Change.CANCELLED, 1)
    added = hall.arranged(content="Đón đoàn")
    assert (added.change, added.added_at) == (Change.ADDED, at)
    late = hall.proposed(content="Đề xuất muộn")
    actions.accept_entry(late, by=hall.nhung, at=at)
    assert late.change == Change.ADDED


def test_put_back_as_it_was_told_the_mark_is_taken_off(hall: Hall, at: datetime) -> None:
    entry = hall.arranged()
    hall.published(entry)
    before = facts_now(entry)
    moved = {**before, "on": WEDNESDAY}
    actions.arrange_entry(entry, by=hall.nhung, at=at, facts=moved, reason="Dời")
    with pytest.raises(Refused, match="Chưa có gì thay đổi"):
        actions.arrange_entry(entry, by=hall.nhung, at=at, facts=moved, reason="Dời")
    actions.arrange_entry(entry, by=hall.nhung, at=at, facts=before, reason="Như cũ")
    assert (entry.change, entry.sequence, entry.on) == ("", 2, TUESDAY)


def test_an_entry_put_off_comes_again_in_another_week(hall: Hall, at: datetime) -> None:
    draft = hall.arranged()
    with pytest.raises(Refused, match="chưa ban hành"):
        actions.postpone_entry(draft, by=hall.nhung, at=at, reason="Bận")
    with pytest.raises(Refused, match="chưa ban hành"):
        actions.cancel_entry(draft, by=hall.nhung, at=at, reason="Bận")
    hall.published(draft)
    with pytest.raises(Refused, match="trong tuần này"):
        actions.postpone_entry(draft, by=hall.lam, at=at, reason="x", facts={"on": WEDNESDAY})
    later = {**facts_now(draft), "on": date(2022, 3, 29)}
    with pytest.raises(Refused, match="tuần khác"):
        actions.arrange_entry(draft, by=hall.nhung, at=at, facts=later, reason="x")
    draft.refresh_from_db()
    moved = actions.postpone_entry(
        draft, by=hall.lam, at=at, reason="Chờ ý kiến quận", facts={"on": date(2022, 3, 29)}
    )
    assert moved is not None
    assert (draft.state, draft.change, draft.moved_to) == (
        State.POSTPONED, Change.POSTPONED, moved,
    )  # fmt: skip
    assert (moved.week.monday, moved.change) == (date(2022, 3, 28), "")
    assert facts_now(moved)["chairs"] == [hall.lam]
    other = hall.arranged(content="Khác", chairs=[])
    with pytest.raises(Refused, match="đã ban hành"):
        actions.decline_entry(other, by=hall.nhung, at=at, reason="x")


def test_the_journal_tells_what_was_and_is(hall: Hall, at: datetime) -> None:
    entry = hall.arranged()
    hall.published(entry)
    actions.cancel_entry(entry, by=hall.lam, at=at, reason="Mưa bão")
    last = Entry.objects.about(entry).order_by("-seq").first()
    assert last is not None
    assert (last.verb, last.was["state"], last.now["state"]) == (
        "weekentry.cancel_entry", "arranged", "cancelled",
    )  # fmt: skip
    assert last.said["reason"] == "Mưa bão"
    first = Entry.objects.about(entry).order_by("seq").first()
    assert first is not None
    assert first.verb == "weekentry.add_entry"
