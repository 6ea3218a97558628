"""The words that headers use to say who: two-line predicates, resolved from the seat."""

from datetime import date
from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.models.officers import COMMITTEE_ROLES
from dondoc.journal.models import House

OFFICE = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER)
LOOKS_AFTER_TELLING = (*OFFICE, Role.ADMINISTRATOR)
"""Who sees what was told to others, and what reached nobody."""
HEADS = (Role.UNIT_HEAD, Role.OFFICE_HEAD)
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


def chairman_of(by: Any, committee_id: int | None) -> bool:
    """The seat is the Chairman's, or one he lent: a leader who is no deputy ("Phó Chủ tịch")."""
    return leader_of(by, committee_id) and not by.title.casefold().startswith("phó")


def decides_for(by: Any, committee_id: int | None, day: date) -> bool:
    """The Chairman decides, or whoever he lent his seat to; any leader where no Chairman sits."""
    if not leader_of(by, committee_id) or chairman_of(by, committee_id):
        return chairman_of(by, committee_id)
    leaders = Officer.objects.seated_on(day).filter(agency=committee_id, role=Role.LEADER)
    return not leaders.exclude(title__istartswith="phó").exists()


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


def administers(by: Any, agency: Any) -> bool:
    """The administrator above, or the operator at the command line (who alone founds the first)."""
    return isinstance(by, House) or (agency is not None and administrator_of(by, agency))


def administers_seat(by: Any, officer: Any) -> bool:
    """Administers the body in which the seat stands."""
    return administers(by, officer.agency)


def administers_user(by: Any, user: Any) -> bool:
    """Administers every body in which the person has ever sat."""
    seats = Officer.objects.filter(user=user).select_related("agency")
    if isinstance(by, House):
        return True
    is_administrator = isinstance(by, Officer) and by.role == Role.ADMINISTRATOR
    return is_administrator and all(administrator_of(by, seat.agency) for seat in seats)


def lends_seat(by: Any, officer: Any) -> bool:
    """Its holder lends a seat, or the administrator for him."""
    is_holder = isinstance(by, Officer) and by.pk == officer.pk
    return is_holder or administers_seat(by, officer)


def ends_seat(by: Any, officer: Any) -> bool:
    """The administrator, but not of his own seat; a lent seat also its lender and its borrower."""
    if not isinstance(by, Officer):
        return administers_seat(by, officer)
    is_own = by.user_id == officer.user_id
    if officer.delegated_by_id is not None and (is_own or by.pk == officer.delegated_by_id):
        return True
    return not is_own and administers_seat(by, officer)


def hands_over_for(by: Any, agency: Agency) -> bool:
    """The administrator, the Office of the committee, or the head of the unit or of one above."""
    heads = isinstance(by, Officer) and by.role in HEADS and agency.path.startswith(by.agency.path)
    tracks = any(office_of(by, one) for one in (agency.committee_id, agency.parent_id))
    return heads or tracks or administrator_of(by, agency)


def keeps_names(by: Any, agency: Any) -> bool:
    """The administrator, or the Office of the committee that writes to the body."""
    return administrator_of(by, agency) or any(
        office_of(by, committee) for committee in (agency.committee_id, agency.parent_id)
    )


def anyone(by: Any, subject: Any) -> bool:
    """Whoever may see it."""
    return isinstance(by, Officer)
