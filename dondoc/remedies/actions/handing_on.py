"""What must be put right outlives its people and bodies."""

from datetime import datetime

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.remedies.flow import hands_over_remedy, remedy_flow
from dondoc.remedies.models import Remedy
from dondoc.workflow import NotNow, Refused

OPEN = (Remedy.State.CALLED, Remedy.State.PROMISED, Remedy.State.REPORTED)


def unfit_for_remedy(remedy: Remedy, receiver: Officer) -> str:
    """Why he cannot answer for it; empty when he can."""
    fits = receiver.agency.path.startswith(remedy.unit.path)
    return "" if fits else f"{receiver.name} không thuộc {remedy.unit.name}."


@remedy_flow.step("Bàn giao", who=hands_over_remedy, frm=OPEN)
def pass_on_remedy(
    remedy: Remedy, *, by: Officer, at: datetime, giver: Officer, receiver: Officer, handover: str
) -> None:
    """Another person of the unit answers for it from now on."""
    if remedy.person_id != giver.pk:
        raise NotNow("Việc khắc phục đã có người khác nhận. Hãy lập lại danh sách bàn giao.")
    if words := unfit_for_remedy(remedy, receiver):
        raise Refused(words)
    remedy.person = receiver


@remedy_flow.step("Chuyển cơ quan kế thừa", who=hands_over_remedy, frm=OPEN)
def succeed_in_remedy(
    remedy: Remedy, *, by: Officer, at: datetime, ended: Agency, successor: Agency, handover: str
) -> None:
    """What a body that ended had to put right is its successor's to put right."""
    if remedy.unit_id != ended.pk:
        raise NotNow("Việc khắc phục đã có đơn vị khác nhận. Hãy lập lại danh sách bàn giao.")
    if not successor.exists_on(day_of(at)):
        raise Refused(f"{successor.name} không hoạt động vào ngày bàn giao.")
    remedy.unit, remedy.person = successor, None
