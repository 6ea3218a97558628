"""The flows of the room, and the words their headers use to say who."""

from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.roles import HEADS, hands_over_for
from dondoc.handovers.models import Handover, Receipt
from dondoc.journal.models import House
from dondoc.workflow import Flow

handover_flow = Flow("handover", "bàn giao")
receipt_flow = Flow("receipt", "ký nhận bàn giao")


def hands_over_seat(by: Any, giver: Officer) -> bool:
    """The administrator, the Office of the committee, or the head of the unit."""
    return hands_over_for(by, giver.agency)


def hands_over_body(by: Any, body: Agency) -> bool:
    """The administrator, or the Office of the committee."""
    return hands_over_for(by, body)


def hands_over(by: Any, handover: Handover) -> bool:
    """Whoever may hand over for the body whose work it is."""
    return hands_over_for(by, handover.body)


def receives(by: Any, receipt: Receipt) -> bool:
    """The person who received, from any seat of his; of a body its head."""
    if not isinstance(by, Officer):
        return False
    if receipt.receiver is not None:
        return by.user_id == receipt.receiver.user_id
    return by.agency_id == receipt.successor_id and by.role in HEADS


def house(by: Any, handover: Handover) -> bool:
    """The house itself, where what it was asked to move could not go."""
    return isinstance(by, House)
