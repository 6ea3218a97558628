"""Who hears of meetings: those who prepare, those who decide, those who are asked to come."""

from collections.abc import Set

from dondoc.meetings.models import Participant, Preparation
from dondoc.notifications.audience.deeds import NONE, Deed, Hearers, all_of, nobody


def lead(deed: Deed) -> Set[int]:
    """Heads and focal points of the lead unit, and who opened the dossier."""
    return deed.seats.answering_for(deed.subject.lead) | {deed.subject.created_by_id}


def office(deed: Deed) -> Set[int]:
    """Who follows the meeting for the Office, else all who track there."""
    named = deed.subject.follower_id
    if named and deed.seats.of([named]):
        return {named}
    return deed.seats.answering_for(deed.subject.committee)


def leader(deed: Deed) -> Set[int]:
    """The leader in charge, who is asked for his opinion."""
    return {deed.subject.leader_id}


def chair(deed: Deed) -> Set[int]:
    """Who chairs it."""
    return {deed.subject.chair_id}


def preparing(deed: Deed) -> Set[int]:
    """Whoever has something to make ready: the person named, else who answers for the unit."""
    things = Preparation.objects.filter(meeting=deed.subject).select_related("unit")
    people = {one.person_id for one in things if one.person_id}
    units = {one.unit for one in things if one.unit and not one.person_id}
    return NONE.union(people, *(deed.seats.answering_for(unit) for unit in units))


def entrusted(deed: Deed) -> Set[int]:
    """The person or the unit the thing was just given to."""
    said = deed.said.get("preparation") or {}
    things = Preparation.objects.filter(pk__in=[said.get("id")]).select_related("unit")
    one = things.first()
    if one is None or one.unit is None:
        return NONE
    return {one.person_id} if one.person_id else deed.seats.answering_for(one.unit)


def invited(deed: Deed) -> Set[int]:
    """All who have been asked, and the chair; nobody before the invitation has gone out."""
    asked = Participant.objects.standing().filter(meeting=deed.subject, asked_at__isnull=False)
    people = _people(deed, list(asked.select_related("agency")))
    return people | chair(deed) if people else NONE


def just_asked(deed: Deed) -> Set[int]:
    """Those whom this very deed asked after the invitation had gone out."""
    if deed.entry is None:
        return NONE
    asked = Participant.objects.standing().filter(
        meeting=deed.subject, asked_at=deed.entry.recorded_at
    )
    return _people(deed, list(asked.select_related("agency")))


def withdrawn(deed: Deed) -> Set[int]:
    """The one who is not asked any more."""
    said = deed.said.get("participant") or {}
    gone = Participant.objects.filter(pk__in=[said.get("id")], withdrawn_at__isnull=False)
    return _people(deed, list(gone.select_related("agency")))


def of_the_answer(deed: Deed) -> Set[int]:
    """A deputy waits for the chair; an absence is told to him and to the Office."""
    return NONE if deed.said.get("answer") == "attends" else all_of(chair, office)(deed)


def whose_deputy(deed: Deed) -> Set[int]:
    """Who asked to send a deputy, and the deputy himself."""
    said = deed.said.get("participant") or {}
    rows = list(Participant.objects.filter(pk__in=[said.get("id")]).select_related("agency"))
    return _people(deed, rows)


def _people(deed: Deed, rows: list[Participant]) -> Set[int]:
    people = {pk for one in rows for pk in (one.officer_id, one.deputy_id) if pk}
    bodies = [one.agency for one in rows if one.agency is not None]
    return NONE.union(people, *(deed.seats.answering_for(body) for body in bodies))


def concerned(deed: Deed) -> Set[int]:
    """All who have something to do with it."""
    here = all_of(lead, office, preparing, invited, leader, chair)
    return here(deed)


AUDIENCE: dict[str, Hearers] = {
    "meeting.plan_meeting": all_of(office, preparing),
    "meeting.edit_meeting": nobody,
    "meeting.reschedule": concerned,
    "meeting.cancel": concerned,
    "meeting.add_preparation": nobody,
    "meeting.entrust_preparation": entrusted,
    "meeting.drop_preparation": nobody,
    "meeting.tick": nobody,
    "meeting.untick": all_of(lead, office),
    "meeting.add_papers": nobody,
    "meeting.remove_paper": nobody,
    "meeting.add_participants": just_asked,
    "meeting.drop_participant": withdrawn,
    "meeting.set_agenda": nobody,
    "meeting.ask_opinion": leader,
    "meeting.approve_content": all_of(lead, office),
    "meeting.return_content": all_of(lead, office),
    "meeting.draft_invitation": nobody,
    "meeting.edit_invitation": nobody,
    "meeting.issue_invitation": invited,
    "meeting.answer": of_the_answer,
    "meeting.decide_deputy": whose_deputy,
    "meeting.open_papers": nobody,
    "meeting.call_roll": nobody,
    "meeting.write_down": nobody,
    "meeting.hold": all_of(lead, office),
    "meeting.draft_notice": nobody,
    "meeting.edit_notice": nobody,
    "meeting.issue_notice": concerned,
    "series.begin_series": nobody,
    "series.rename_series": nobody,
    "resource.add_resource": nobody,
    "resource.change_resource": nobody,
    "meeting.pass_on_meeting": nobody,  # the hand-over they belong to is told once
    "meeting.succeed_in_meeting": nobody,
}

REMINDED: dict[str, Hearers] = {
    "meeting_unready": all_of(office, lead, preparing),
    "conclusion_late": all_of(office, lead, chair),
}
"""What the clock tells: a thing not ready by its day, conclusions not made known in time."""
