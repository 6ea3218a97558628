"""The Office puts the programme in order: merges, declines, orders, hands over, submits."""

from collections.abc import Sequence
from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.agencies.roles import leader_of
from dondoc.planning.actions.programmes.opening import let_finished_go
from dondoc.planning.actions.programmes.versions import keep_version
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.programme_flow import (
    arranges,
    arranges_item,
    item_flow,
    judges_item,
    programme_flow,
)
from dondoc.workflow import NotNow, Refused

State = ProgrammeItem.State
UNLOCKED = (Programme.State.OPEN, Programme.State.SUBMITTED)


@item_flow.step("Gộp", who=arranges_item, frm=State.REGISTERED, to=State.MERGED)
def merge(item: ProgrammeItem, *, by: Officer, at: datetime, into: ProgrammeItem) -> None:
    """The same thing registered twice becomes one item; the unit merged coordinates it."""
    _require_open(item)
    if into.pk == item.pk or into.programme_id != item.programme_id:
        raise Refused("Hãy chọn một nội dung khác của cùng chương trình để gộp vào.")
    into.refresh_from_db()
    if into.state != State.REGISTERED:
        raise NotNow("Nội dung nhận gộp không còn trong danh sách. Hãy xem lại.")
    if item.carried_from_id is not None:
        raise Refused("Việc chuyển tiếp đã có nhiệm vụ riêng. Hãy gộp nội dung mới vào việc này.")
    item.merged_into = into
    also = {item.unit_id, *item.coordinating.values_list("pk", flat=True)} - {into.unit_id}
    into.coordinating.add(*also)


def _require_open(item: ProgrammeItem) -> None:
    if not item.programme.is_open:
        raise NotNow("Chương trình đã trình hoặc đã khóa. Hãy rút về, hoặc đề nghị điều chỉnh.")


def merge_items(
    items: Sequence[ProgrammeItem], *, by: Officer, at: datetime, into: ProgrammeItem
) -> int:
    """Several into one; the number merged."""
    found = [item for item in items if item.pk != into.pk]
    if not found:
        raise Refused("Hãy chọn ít nhất hai nội dung để gộp.")
    for item in found:
        merge(item, by=by, at=at, into=into)
    return len(found)


@item_flow.step("Không đưa vào", who=judges_item, frm=State.REGISTERED, to=State.DECLINED)
def decline(item: ProgrammeItem, *, by: Officer, at: datetime, reason: str) -> None:
    """Left out of the programme, with the reason the unit is told."""
    if item.programme.state not in UNLOCKED:
        raise NotNow("Chương trình đã khóa. Hãy quyết định qua đề nghị điều chỉnh.")
    if not reason.strip():
        raise Refused("Hãy nêu lý do không đưa nội dung này vào chương trình.")
    item.reason = reason.strip()[:500]


@item_flow.step(
    "Đưa trở lại", who=judges_item, frm=(State.DECLINED, State.MERGED), to=State.REGISTERED
)
def put_back(item: ProgrammeItem, *, by: Officer, at: datetime) -> None:
    """What was left out or merged stands by itself again."""
    if item.programme.state not in UNLOCKED:
        raise NotNow("Chương trình đã khóa. Hãy đề nghị bổ sung.")
    item.reason, item.merged_into = "", None


@item_flow.step("Giao lãnh đạo phụ trách", who=arranges_item, frm=State.REGISTERED)
def hand_over(item: ProgrammeItem, *, by: Officer, at: datetime, leader: Officer) -> None:
    """The item stands under another leader's field."""
    _require_open(item)
    if not leader_of(leader, item.programme.committee_id):
        raise Refused("Người phụ trách phải là lãnh đạo của UBND này.")
    item.leader = leader


def hand_over_items(
    items: Sequence[ProgrammeItem], *, by: Officer, at: datetime, leader: Officer | None
) -> int:
    """Several under another leader; the number handed over."""
    if leader is None:
        raise Refused("Hãy chọn lãnh đạo phụ trách.")
    for item in items:
        hand_over(item, by=by, at=at, leader=leader)
    return len(items)


@item_flow.step("Đưa lên", who=arranges_item, frm=State.REGISTERED)
def move_up(item: ProgrammeItem, *, by: Officer, at: datetime) -> None:
    """Changes places with the one before it under the same leader."""
    _swap(item, -1)


@item_flow.step("Đưa xuống", who=arranges_item, frm=State.REGISTERED)
def move_down(item: ProgrammeItem, *, by: Officer, at: datetime) -> None:
    """Changes places with the one after it under the same leader."""
    _swap(item, 1)


def _swap(item: ProgrammeItem, step: int) -> None:
    _require_open(item)
    mine = item.programme.items.filter(leader=item.leader, state=State.REGISTERED)
    row = list(mine.order_by("place", "pk"))
    at = next(n for n, one in enumerate(row) if one.pk == item.pk)
    if not 0 <= at + step < len(row):
        raise Refused("Nội dung này đã ở đầu hoặc cuối nhóm.")
    other = row[at + step]
    if other.place == item.place:
        other.place = item.place - step
    other.place, item.place = item.place, other.place
    other.save(update_fields=["place"])


@programme_flow.step(
    "Trình Chủ tịch", who=arranges, frm=Programme.State.OPEN, to=Programme.State.SUBMITTED
)
def submit_programme(programme: Programme, *, by: Officer, at: datetime) -> None:
    """The Office lays the programme before the Chairman; nothing moves in it meanwhile."""
    let_finished_go(programme)
    if not programme.items.filter(state=State.REGISTERED).exists():
        raise Refused("Chương trình chưa có nội dung nào. Hãy đợi các đơn vị đăng ký.")
    programme.submitted_at = at
    keep_version(programme, at, "Văn phòng trình")


@programme_flow.step("Rút về", who=arranges, frm=Programme.State.SUBMITTED, to=Programme.State.OPEN)
def take_back(programme: Programme, *, by: Officer, at: datetime) -> None:
    """The Office takes it back to put something right."""
    programme.submitted_at = None
