"""The flows of the room, and the words their headers use to say who."""

from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import assigns_for, speaks_for
from dondoc.documents.models import Document, HandIn
from dondoc.journal.models import House
from dondoc.workflow import Flow

flow = Flow("document", "văn bản")
hand_in_flow = Flow("handin", "văn bản đưa vào")


def keeps_register(by: Any, committee: Agency) -> bool:
    """Those who take documents in for a body: its Office, clerk, leaders, a unit's people."""
    return speaks_for(by, committee.pk) and by.role != Role.OFFICER


def keeps_document(by: Any, document: Document) -> bool:
    """Those who keep the register the document stands in."""
    return keeps_register(by, document.committee)


def reads_document(by: Any, document: Document) -> bool:
    """Those who may turn the document into tasks: whoever gives tasks, and the clerk."""
    if isinstance(by, Officer) and by.role == Role.CLERK:
        return keeps_document(by, document)
    return assigns_for(by, document.committee)


def the_house(by: Any, hand_in: HandIn) -> bool:
    """The house itself, reading."""
    return isinstance(by, House)


def handed_in(by: Any, hand_in: HandIn) -> bool:
    """The person who handed it in."""
    return isinstance(by, Officer) and by.pk == hand_in.handed_in_by_id


def handed_in_or_house(by: Any, hand_in: HandIn) -> bool:
    """The person who handed it in, or the house."""
    return handed_in(by, hand_in) or the_house(by, hand_in)
