"""Who hears of remedies, the report of the 25th, inspections: the unit, or the side that judges."""

from collections.abc import Set

from dondoc.notifications.audience.deeds import NONE, Deed, Hearers, all_of, nobody


def unit(deed: Deed) -> Set[int]:
    """Heads and focal points of the unit that must put it right, or report."""
    return deed.seats.answering_for(deed.subject.unit)


def person(deed: Deed) -> Set[int]:
    """The person the unit named."""
    return {deed.subject.person_id} if deed.subject.person_id else NONE


def office(deed: Deed) -> Set[int]:
    """Those who track for the committee."""
    return deed.seats.answering_for(deed.subject.committee)


def asking_unit(deed: Deed) -> Set[int]:
    """The unit that asked for an objective cause to be granted."""
    return deed.seats.answering_for(deed.subject.unit)


def granting(deed: Deed) -> Set[int]:
    """Who may grant it: the head of the committee's Office; of a task also who gave it."""
    task = deed.subject.task
    named = {task.leader_id} if task and task.leader_id else NONE
    return deed.seats.deciding_for(deed.subject.committee) | named


def inspected(deed: Deed) -> Set[int]:
    """Heads and focal points of the units that are inspected."""
    return NONE.union(*(deed.seats.answering_for(one) for one in deed.subject.units.all()))


AUDIENCE: dict[str, Hearers] = {
    "remedy.call_for": unit,
    "remedy.promise": all_of(office, person),
    "remedy.report_result": office,
    "remedy.return_promise": all_of(unit, person),
    "remedy.return_result": all_of(unit, person),
    "remedy.confirm_result": all_of(unit, person),
    "objectivecause.ask_objective": granting,
    "objectivecause.grant_objective": asking_unit,
    "objectivecause.refuse_objective": asking_unit,
    "remedyreport.open_report": unit,
    "remedyreport.write_report": nobody,
    "remedyreport.redraft_report": nobody,
    "remedyreport.sign_report": office,
    "remedyreport.return_report": unit,
    "remedyreport.accept_report": unit,
    "remedyreport.urge_report": unit,
    "inspection.plan_inspection": inspected,
    "inspection.revise_inspection": inspected,
    "inspection.cancel_inspection": inspected,
    "inspection.note_finding": nobody,  # a poor one is heard of as remedy.call_for
    "inspection.drop_finding": nobody,
    "inspection.conclude": inspected,
    "remedy.pass_on_remedy": nobody,  # the hand-over they belong to is told once
    "remedy.succeed_in_remedy": nobody,
}
