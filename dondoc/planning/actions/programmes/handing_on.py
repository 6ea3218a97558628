"""What is still being registered outlives its people; a locked programme stands as approved.

What a locked programme holds is carried on by its tasks, which go over as tasks.
"""

from datetime import datetime

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.roles import leader_of
from dondoc.database.clock import day_of
from dondoc.planning.models import ProgrammeItem
from dondoc.planning.programme_flow import hands_over_item, item_flow
from dondoc.workflow import NotNow, Refused

REGISTERED = ProgrammeItem.State.REGISTERED


def unfit_for_item(part: str, item: ProgrammeItem, receiver: Officer) -> str:
    """Why he cannot take that part in it; empty when he can."""
    if part == "leader":
        leads = leader_of(receiver, item.programme.committee_id)
        return "" if leads else f"{receiver.name} không phải lãnh đạo UBND."
    fits = receiver.agency.path.startswith(item.unit.path)
    return "" if fits else f"{receiver.name} không thuộc {item.unit.name}."


@item_flow.step("Bàn giao", who=hands_over_item, frm=REGISTERED)
def pass_on_item(
    item: ProgrammeItem, *, by: Officer, at: datetime, part: str, giver: Officer,
    receiver: Officer, handover: str,
) -> None:  # fmt: skip
    """Who is to carry it out, or answers for it, is another from now on."""
    _require_unlocked(item)
    if getattr(item, f"{part}_id") != giver.pk:
        raise NotNow("Nội dung này đã có người khác nhận. Hãy lập lại danh sách bàn giao.")
    if words := unfit_for_item(part, item, receiver):
        raise Refused(words)
    setattr(item, part, receiver)


@item_flow.step("Chuyển cơ quan kế thừa", who=hands_over_item, frm=REGISTERED)
def succeed_in_item(
    item: ProgrammeItem, *, by: Officer, at: datetime, ended: Agency, successor: Agency,
    handover: str,
) -> None:  # fmt: skip
    """What a body that ended had registered is its successor's undertaking."""
    _require_unlocked(item)
    if item.unit_id != ended.pk:
        raise NotNow("Nội dung này đã có đơn vị khác nhận. Hãy lập lại danh sách bàn giao.")
    if not successor.exists_on(day_of(at)):
        raise Refused(f"{successor.name} không hoạt động vào ngày bàn giao.")
    item.unit, item.person = successor, None
    item.coordinating.remove(successor)


def _require_unlocked(item: ProgrammeItem) -> None:
    if item.programme.is_locked:
        raise NotNow("Chương trình đã duyệt giữ nguyên; việc được bàn giao theo nhiệm vụ.")
