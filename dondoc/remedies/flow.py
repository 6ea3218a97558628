"""The flows of the room, and the words their headers use to say who."""

from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import hands_over_for, leader_of, office_of, speaks_for
from dondoc.journal.models import House
from dondoc.remedies.models import Inspection, ObjectiveCause, Remedy, RemedyReport
from dondoc.tasks.models import Task
from dondoc.workflow import Flow

remedy_flow = Flow("remedy", "việc khắc phục")
objective_flow = Flow("objectivecause", "nguyên nhân khách quan")
report_flow = Flow("remedyreport", "báo cáo khắc phục")
inspection_flow = Flow("inspection", "cuộc kiểm tra")


def the_house(by: Any, committee: Agency) -> bool:
    """The house itself, by its clock."""
    return isinstance(by, House)


def house_or_judges(by: Any, committee: Agency) -> bool:
    """The house itself, or those who inspect for the committee."""
    return isinstance(by, House) or inspects_for(by, committee)


def inspects_for(by: Any, committee: Agency) -> bool:
    """The Office of the committee and its leaders inspect."""
    return office_of(by, committee.pk) or leader_of(by, committee.pk)


def inspects(by: Any, inspection: Inspection) -> bool:
    """The Office and the leaders of the committee that inspects."""
    return office_of(by, inspection.committee_id) or leader_of(by, inspection.committee_id)


def unit_side(by: Any, remedy: Remedy) -> bool:
    """The unit that must put it right, or the person it named."""
    if isinstance(by, Officer) and by.pk == remedy.person_id:
        return True
    return speaks_for(by, remedy.unit_id)


def unit_answers(by: Any, remedy: Remedy) -> bool:
    """Those of the unit who answer for it to the outside: not a single officer of it."""
    return speaks_for(by, remedy.unit_id) and by.role != Role.OFFICER


def hands_over_remedy(by: Any, remedy: Remedy) -> bool:
    """Whoever hands over for the unit, or for the committee."""
    return hands_over_for(by, remedy.unit) or hands_over_for(by, remedy.committee)


def confirming_side(by: Any, remedy: Remedy) -> bool:
    """The Office or a leader of the committee, never somebody of the unit itself."""
    return _judges(by, remedy.committee_id, remedy.unit_id)


def _judges(by: Any, committee_id: int, unit_id: int) -> bool:
    tracks = office_of(by, committee_id) or leader_of(by, committee_id)
    return tracks and not speaks_for(by, unit_id)


def asks_causes(by: Any, matter: Remedy | Task) -> bool:
    """Those of the unit who answer for it; of a task only where a committee gave it."""
    if isinstance(matter, Remedy):
        return unit_answers(by, matter)
    answers = speaks_for(by, matter.lead_id) and by.role != Role.OFFICER
    return answers and matter.issuer.is_committee


def grants_causes(by: Any, objective: ObjectiveCause) -> bool:
    """A leader of the committee or the head of its Office, not of the unit that asks."""
    decides = isinstance(by, Officer) and by.role in (Role.OFFICE_HEAD, Role.LEADER)
    return decides and _judges(by, objective.committee_id, objective.unit_id)


def heads_unit(by: Any, report: RemedyReport) -> bool:
    """The head of the unit that reports; of a committee its leader, of the Office its head."""
    heads = (Role.UNIT_HEAD, Role.LEADER, Role.OFFICE_HEAD)
    return isinstance(by, Officer) and by.agency_id == report.unit_id and by.role in heads


def writes_report(by: Any, report: RemedyReport) -> bool:
    """Those of the unit who answer for it to the outside."""
    return speaks_for(by, report.unit_id) and by.role != Role.OFFICER


def receives_report(by: Any, report: RemedyReport) -> bool:
    """The Office or a leader of the committee, never somebody of the unit itself."""
    return _judges(by, report.committee_id, report.unit_id)
