"""The flows of the room, and the words their headers use to say who."""

from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import hands_over_for, leader_of, office_of, speaks_for
from dondoc.meetings.models import Meeting, Participant, Preparation, Resource, Series
from dondoc.workflow import Flow

flow = Flow("meeting", "cuộc họp")
series_flow = Flow("series", "chuỗi cuộc họp")
resource_flow = Flow("resource", "phòng họp, xe")

UNIT = (Role.UNIT_HEAD, Role.FOCAL_POINT, Role.OFFICER)
"""Those who work in a unit."""


def plans_for(by: Any, committee: Agency) -> bool:
    """The Office of the committee, and the people of its units."""
    if office_of(by, committee.pk):
        return True
    return isinstance(by, Officer) and by.committee_id == committee.pk and by.role in UNIT


def the_office(by: Any, committee: Agency) -> bool:
    """The Office of the committee."""
    return office_of(by, committee.pk)


def office_of_series(by: Any, series: Series) -> bool:
    """The Office of the committee whose series it is."""
    return office_of(by, series.committee_id)


def office_of_resource(by: Any, resource: Resource) -> bool:
    """The Office of the committee whose room or vehicle it is."""
    return office_of(by, resource.committee_id)


def office(by: Any, meeting: Meeting) -> bool:
    """The Office of the committee, which co-ordinates."""
    return office_of(by, meeting.committee_id)


def lead_or_office(by: Any, meeting: Meeting) -> bool:
    """The lead unit, which prepares, and the Office."""
    return office(by, meeting) or (speaks_for(by, meeting.lead_id) and by.role != Role.CLERK)


def prepares(by: Any, meeting: Meeting) -> bool:
    """Who leads or co-ordinates, and whoever one of the preparations was given to."""
    if lead_or_office(by, meeting):
        return True
    return any(entrusted(by, one) for one in Preparation.objects.filter(meeting=meeting))


def entrusted(by: Any, preparation: Preparation) -> bool:
    """The thing is this person's, or his unit's, to make ready."""
    if not isinstance(by, Officer):
        return False
    return preparation.person_id == by.pk or speaks_for(by, preparation.unit_id)


def hands_over_meeting(by: Any, meeting: Meeting) -> bool:
    """Whoever hands over for the unit that leads it, or for the committee."""
    return hands_over_for(by, meeting.lead) or hands_over_for(by, meeting.committee)


def in_charge(by: Any, meeting: Meeting) -> bool:
    """The leader in charge of the field, or who stands in his seat."""
    return isinstance(by, Officer) and meeting.leader_id in (by.pk, by.delegated_by_id)


def chairs(by: Any, meeting: Meeting) -> bool:
    """Who chairs it, or stands in his seat."""
    return isinstance(by, Officer) and meeting.chair_id in (by.pk, by.delegated_by_id)


def chair_or_office(by: Any, meeting: Meeting) -> bool:
    """Who chairs it, and the Office beside him."""
    return chairs(by, meeting) or office(by, meeting)


def at_the_table(by: Any, meeting: Meeting) -> bool:
    """Who writes while it is held: the chair, the Office, the lead unit."""
    return chairs(by, meeting) or lead_or_office(by, meeting)


def signs(by: Any, meeting: Meeting) -> bool:
    """A leader of the committee, or the head of its Office."""
    heads = office(by, meeting) and by.role == Role.OFFICE_HEAD
    return heads or leader_of(by, meeting.committee_id)


def asked(by: Any, meeting: Meeting) -> bool:
    """Whoever was asked to come, for himself or for his body."""
    return any(is_asked(by, one) for one in Participant.objects.filter(meeting=meeting))


def is_asked(by: Any, participant: Participant) -> bool:
    """This participant is he himself, the body he speaks for, or the one he comes in place of."""
    if not isinstance(by, Officer):
        return False
    person = (by.pk, by.delegated_by_id)
    own = participant.officer_id in person if participant.officer_id else False
    deputy = participant.deputy_id == by.pk and bool(participant.consent)
    heads = participant.agency_id is not None and speaks_for(by, participant.agency_id)
    return own or deputy or (heads and by.role != Role.OFFICER)
