"""A long list is moved behind the person's back: drawn outside, moved in one transaction."""

from datetime import datetime

from dondoc.database.clock import day_of
from dondoc.handovers.actions import carry_out, stop_moving
from dondoc.handovers.actions.carrying_out import HAND_OVER, drawn, refuse_unready
from dondoc.handovers.models import Handover
from dondoc.handovers.queries import sheet_of
from dondoc.jobs.queue import Told, Work, Write
from dondoc.journal.models import House
from dondoc.workflow import Refused

HOUSE = House()
BROKE = "Hệ thống gặp lỗi khi chuyển; chưa việc nào được chuyển. Hãy thử bàn giao lại."
STEPS = 3


def move_all(pk: int, told: Told) -> Write:
    """Looks the list over and draws the protocol; what it returns moves every line, or none."""
    handover = Handover.objects.get(pk=pk)
    by, decided_at = handover.handed_over_by, handover.handed_over_at
    assert by is not None
    assert decided_at is not None
    told(0, STEPS)
    sheet = sheet_of(handover, by, day_of(decided_at))
    told(1, STEPS)
    try:
        refuse_unready(handover, sheet)
        papers = drawn(handover, sheet, by)
    except Refused as refusal:
        return _stopped(pk, str(refusal))
    told(2, STEPS)

    def write(at: datetime) -> None:
        carry_out(Handover.objects.get(pk=pk), by=by, at=at, papers=papers)

    return write


def _stopped(pk: int, why: str) -> Write:
    def write(at: datetime) -> None:
        stop_moving(Handover.objects.get(pk=pk), by=HOUSE, at=at, why=why)

    return write


def give_up(pk: int, at: datetime) -> None:
    """Nothing helped: the list can be sorted and handed over again."""
    _stopped(pk, BROKE)(at)


MOVER = Work(HAND_OVER, "Chuyển việc bàn giao", move_all, give_up)
