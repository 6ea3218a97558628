"""The flows of a programme and of what stands in it, and the words that say who."""

from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import decides_for, hands_over_for, office_of, speaks_for
from dondoc.database.clock import day_of
from dondoc.journal.models import House
from dondoc.planning.models import ChangeRequest, Programme, ProgrammeItem
from dondoc.workflow import Flow

programme_flow = Flow("programme", "chương trình công tác")
item_flow = Flow("programmeitem", "nội dung chương trình")
registration_flow = Flow("registration", "đăng ký chương trình")
change_flow = Flow("changerequest", "điều chỉnh chương trình")
explanation_flow = Flow("explanation", "lý do chưa hoàn thành")

HEADS = (Role.UNIT_HEAD, Role.OFFICE_HEAD, Role.LEADER)
REGISTERING = (*HEADS, Role.FOCAL_POINT, Role.OFFICER, Role.TRACKING_OFFICER)


def opens_for(by: Any, committee: Agency) -> bool:
    """The Office of the committee, or the house by the clock."""
    return isinstance(by, House) or office_of(by, committee.pk)


def keeps(by: Any, programme: Programme) -> bool:
    """The Office of the committee, or the house by the clock."""
    return isinstance(by, House) or office_of(by, programme.committee_id)


def arranges(by: Any, programme: Programme) -> bool:
    """The Office of the committee whose programme it is."""
    return office_of(by, programme.committee_id)


def approves(by: Any, programme: Programme) -> bool:
    """The Chairman of the committee, or whoever he lent his seat to."""
    return decides_for(by, programme.committee_id, programme.approve_by)


def registers_for(by: Any, unit: Agency) -> bool:
    """Whoever works in the unit; reading seats and clerks do not register."""
    return speaks_for(by, unit.pk) and by.role in REGISTERING


def takes_part(by: Any, programme: Programme) -> bool:
    """Whoever works in a unit of the committee, and the Office in a unit's stead."""
    if not isinstance(by, Officer):
        return False
    if arranges(by, programme):
        return True
    body = by.agency if by.agency_id != by.committee_id else by.agency.committee
    is_unit = body is not None and body.parent_id == programme.committee_id
    return is_unit and registers_for(by, body)  # type: ignore[arg-type]  # is_unit says it is one


def heads_unit(by: Any, unit: Agency) -> bool:
    """The head of the unit, who answers for its registration."""
    return speaks_for(by, unit.pk) and by.role in HEADS


def registrant(by: Any, item: ProgrammeItem) -> bool:
    """The unit whose item it is, or the Office that arranges the programme."""
    return registers_for(by, item.unit) or arranges(by, item.programme)


def arranges_item(by: Any, item: ProgrammeItem) -> bool:
    """The Office that arranges the programme."""
    return arranges(by, item.programme)


def judges_item(by: Any, item: ProgrammeItem) -> bool:
    """The Office that arranges the programme, or the Chairman who approves it."""
    return arranges(by, item.programme) or approves(by, item.programme)


def hands_over_item(by: Any, item: ProgrammeItem) -> bool:
    """Whoever hands over for the unit whose item it is, or for the committee."""
    return hands_over_for(by, item.unit) or hands_over_for(by, item.programme.committee)


def asks_change_of(by: Any, item: ProgrammeItem) -> bool:
    """Those who answer for the unit, or the Office; not a single officer."""
    if arranges(by, item.programme):
        return True
    return registers_for(by, item.unit) and by.role != Role.OFFICER


def decides_change(by: Any, change: ChangeRequest) -> bool:
    """The Chairman of the committee, or whoever he lent his seat to."""
    return decides_for(by, change.programme.committee_id, day_of(change.asked_at))
