"""The flows of the room, and the words their headers use to say who."""

from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import administers


def sets_ladder(by: Any, agency: Agency) -> bool:
    """The administrator, or the head of the committee's Office."""
    heads = isinstance(by, Officer) and by.role == Role.OFFICE_HEAD
    return administers(by, agency) or (heads and by.committee_id == agency.pk)
