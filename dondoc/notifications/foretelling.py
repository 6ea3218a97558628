"""Whom a deed would reach if it were done now, for those who want to see it before they do it."""

from datetime import datetime

from dondoc.database.clock import day_of
from dondoc.notifications.audience import AUDIENCE, Deed
from dondoc.notifications.seats import Seats
from dondoc.notifications.words import SAYINGS
from dondoc.urging.heard import Told
from dondoc.urging.models import Slip

SENT = "slip.send_slip"


def of_a_slip(slip: Slip, at: datetime) -> Told:
    """The people of the unit who would hear of the slip, by the same line that will tell them."""
    deed = Deed(slip, Seats(day_of(at)))
    people = deed.seats.of(AUDIENCE[SENT](deed))
    return Told(
        tuple(f"{one.name}, {one.title}" for one in people),
        SAYINGS[SENT].title,
        f"trả lời trước hết ngày {slip.answer_on:%d/%m/%Y}",
    )
