"""The words that headers use to say who: two-line predicates, resolved from the seat."""

from typing import Any

from dondoc.agencies.models import Officer, Role
from dondoc.agencies.models.officers import COMMITTEE_ROLES

OFFICE = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER)
READERS = (Role.EMULATION_READER, Role.AUDITOR, Role.ADMINISTRATOR)


def speaks_for(by: Any, agency_id: int | None) -> bool:
    """The seat acts for this body: it stands in it, or speaks for the whole committee."""
    if not isinstance(by, Officer) or by.role in READERS or agency_id is None:
        return False
    if by.agency_id == agency_id:
        return True
    return by.role in COMMITTEE_ROLES and by.committee_id == agency_id


def office_of(by: Any, committee_id: int | None) -> bool:
    """The seat tracks for this committee: of its Office, or its own focal point."""
    if not isinstance(by, Officer) or committee_id is None:
        return False
    if by.role == Role.FOCAL_POINT:
        return by.agency_id == committee_id
    return by.role in OFFICE and by.committee_id == committee_id


def leader_of(by: Any, committee_id: int | None) -> bool:
    """The seat is of a leader of this committee."""
    return isinstance(by, Officer) and by.role == Role.LEADER and by.committee_id == committee_id


def assigns_for(by: Any, agency: Any) -> bool:
    """May give tasks in the body's name: a committee's Office or leader, else the head."""
    if not isinstance(by, Officer):
        return False
    if agency.is_committee:
        return office_of(by, agency.pk) or leader_of(by, agency.pk)
    return by.agency_id == agency.pk and by.role in (Role.UNIT_HEAD, Role.FOCAL_POINT, *OFFICE)


def administrator_of(by: Any, agency: Any) -> bool:
    """The administrator of a committee administers it and all below it."""
    if not isinstance(by, Officer) or by.role != Role.ADMINISTRATOR:
        return False
    root = by.agency.committee or by.agency
    return bool(agency.path.startswith(root.path))


def the_house(by: Any, subject: Any) -> bool:
    """Only the house itself, by its clock."""
    return not isinstance(by, Officer)


def anyone(by: Any, subject: Any) -> bool:
    """Whoever may see it."""
    return isinstance(by, Officer)
