"""What is done to entries of the week: proposed, arranged, declined, and changed when published."""

import uuid
from datetime import datetime
from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.planning.marking import (
    forget_fetched,
    require_sense,
    rewrite,
    tell_as_it_stands,
    touch,
    write,
)
from dondoc.planning.models import WeekEntry
from dondoc.planning.opening import week_of
from dondoc.planning.week_facts import TIME, facts_now
from dondoc.planning.week_flow import (
    arranges,
    arranges_for,
    arranges_or_leads,
    entry_flow,
    proposes_for,
    proposing_side,
)
from dondoc.workflow import Refused

State = WeekEntry.State


@entry_flow.start("Đề xuất lịch", who=proposes_for)
def propose_entry(
    committee: Agency, *, by: Officer, at: datetime, facts: dict[str, Any]
) -> WeekEntry:
    """A unit proposes an entry; the Office arranges it."""
    return new_entry(committee, State.PROPOSED, by, at, facts)


@entry_flow.start("Thêm vào lịch", who=arranges_for)
def add_entry(committee: Agency, *, by: Officer, at: datetime, facts: dict[str, Any]) -> WeekEntry:
    """The Office puts in an entry of its own; in a published week it is an addition."""
    return new_entry(committee, State.ARRANGED, by, at, facts)


def new_entry(
    committee: Agency, state: str, by: Officer, at: datetime, facts: dict[str, Any]
) -> WeekEntry:
    """An entry in its week, which is opened where there was none."""
    require_sense(committee, facts, at)
    entry = WeekEntry(
        week=week_of(committee, facts["on"]), state=state, uid=uuid.uuid4(),
        unit=by.agency, proposed_by=by, proposed_at=at,
    )  # fmt: skip
    write(entry, facts)
    if state == State.ARRANGED:
        tell_as_it_stands(entry, at)
    entry.save()
    return entry


@entry_flow.step("Sửa đề xuất", who=proposing_side, frm=State.PROPOSED)
def amend_proposal(entry: WeekEntry, *, by: Officer, at: datetime, facts: dict[str, Any]) -> None:
    """What is only proposed may be changed freely, also to another week."""
    require_sense(entry.week.committee, facts, at)
    entry.week = week_of(entry.week.committee, facts["on"])
    rewrite(entry, facts, at)


@entry_flow.step("Rút đề xuất", who=proposing_side, frm=State.PROPOSED, to=State.WITHDRAWN)
def withdraw_proposal(entry: WeekEntry, *, by: Officer, at: datetime) -> None:
    """The unit takes its proposal back."""
    touch(entry, at)


@entry_flow.step("Xếp lịch", who=arranges, frm=(State.PROPOSED, State.DECLINED), to=State.ARRANGED)
def accept_entry(entry: WeekEntry, *, by: Officer, at: datetime) -> None:
    """The Office puts a proposal into the schedule; once that is published, as an addition."""
    forget_fetched(entry)
    require_sense(entry.week.committee, facts_now(entry), at)
    entry.reason = ""
    touch(entry, at)
    tell_as_it_stands(entry, at)


@entry_flow.step("Không xếp", who=arranges, frm=(State.PROPOSED, State.ARRANGED), to=State.DECLINED)
def decline_entry(entry: WeekEntry, *, by: Officer, at: datetime, reason: str) -> None:
    """The Office leaves it out, and says why."""
    if entry.told:
        raise Refused("Mục này đã ban hành. Hãy hoãn hoặc hủy để người liên quan được báo.")
    entry.reason = _reason(reason, "không xếp lịch")
    touch(entry, at)


def _reason(words: str, deed: str) -> str:
    if not words.strip():
        raise Refused(f"Hãy nêu lý do {deed}.")
    return " ".join(words.split())[:500]


@entry_flow.step(
    "Sửa lịch", who=arranges_or_leads, frm=(State.ARRANGED, State.POSTPONED), to=State.ARRANGED
)
def arrange_entry(
    entry: WeekEntry, *, by: Officer, at: datetime, facts: dict[str, Any], reason: str = ""
) -> None:
    """The schedule is set otherwise; once published, marked and told to those concerned."""
    require_sense(entry.week.committee, facts, at)
    _require_own_time(entry, facts)
    if week_of(entry.week.committee, facts["on"]).pk != entry.week_id:
        if entry.told:
            raise Refused("Ngày mới thuộc tuần khác. Hãy dùng “Hoãn” và chọn ngày mới.")
        entry.week = week_of(entry.week.committee, facts["on"])
    if entry.told:
        entry.reason = _reason(reason, "thay đổi lịch đã ban hành")
    if entry.state == State.POSTPONED:
        entry.change = ""
    rewrite(entry, facts, at)


def _require_own_time(entry: WeekEntry, facts: dict[str, Any]) -> None:
    """The time of a meeting is kept in its dossier and nowhere else."""
    now = facts_now(entry)
    if entry.meeting_id and any(name in facts and facts[name] != now[name] for name in TIME):
        raise Refused("Giờ của cuộc họp sửa ở hồ sơ cuộc họp; lịch tuần tự cập nhật theo.")


@entry_flow.step("Hoãn", who=arranges_or_leads, frm=State.ARRANGED, to=State.POSTPONED)
def postpone_entry(
    entry: WeekEntry, *, by: Officer, at: datetime, reason: str, facts: dict[str, Any] | None = None
) -> WeekEntry | None:
    """It is put off: stays in its place marked, and comes again on another day where one is set."""
    _require_no_meeting(entry)
    if not entry.told:
        raise Refused(
            "Lịch chưa ban hành nên chưa cần hoãn. Hãy sửa ngày giờ hoặc chọn “Không xếp”."
        )
    entry.reason = _reason(reason, "hoãn")
    entry.change = WeekEntry.Change.POSTPONED
    touch(entry, at)
    if facts is None:
        return None
    if week_of(entry.week.committee, facts["on"]).pk == entry.week_id:
        raise Refused("Ngày mới vẫn trong tuần này. Hãy dùng “Sửa lịch” để đổi ngày giờ.")
    moved = _moved(entry, by, at, facts)
    entry.moved_to = moved
    return moved


def _require_no_meeting(entry: WeekEntry) -> None:
    if entry.meeting_id:
        raise Refused(
            "Cuộc họp hoãn, hủy ở hồ sơ cuộc họp; lịch tuần tự cập nhật và báo người liên quan."
        )


def _moved(entry: WeekEntry, by: Officer, at: datetime, facts: dict[str, Any]) -> WeekEntry:
    """The same entry in another week, under a calendar number of its own."""
    whole = {**facts_now(entry), **facts}
    require_sense(entry.week.committee, whole, at)
    moved = WeekEntry(
        week=week_of(entry.week.committee, whole["on"]), state=State.ARRANGED, uid=uuid.uuid4(),
        unit=entry.unit, proposed_by=entry.proposed_by, proposed_at=at,
    )  # fmt: skip
    write(moved, whole)
    tell_as_it_stands(moved, at)
    moved.save()
    return moved


@entry_flow.step(
    "Hủy", who=arranges_or_leads, frm=(State.ARRANGED, State.POSTPONED), to=State.CANCELLED
)
def cancel_entry(entry: WeekEntry, *, by: Officer, at: datetime, reason: str) -> None:
    """It will not be held; it stays in the published week, struck through."""
    _require_no_meeting(entry)
    if not entry.told:
        raise Refused("Lịch chưa ban hành nên chưa cần hủy. Hãy chọn “Không xếp”.")
    entry.reason = _reason(reason, "hủy")
    entry.change = WeekEntry.Change.CANCELLED
    touch(entry, at)
