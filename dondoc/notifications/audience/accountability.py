"""Who hears of proposals to consider who answers: the Chairman, then those they are about."""

from collections.abc import Set

from dondoc.agencies.models import Officer, Role
from dondoc.notifications.audience.deeds import Deed, Hearers, all_of, nobody


def chairman(deed: Deed) -> Set[int]:
    """The Chairman of the committee; where the chair is vacant, its leaders."""
    seats = Officer.objects.filter(agency=deed.subject.committee, role=Role.LEADER)
    leaders = seats.seated_on(deed.seats.day).values_list("pk", "title")
    chiefs = {pk for pk, title in leaders if not title.casefold().startswith("phó ")}
    return chiefs or {pk for pk, _ in leaders}


def office(deed: Deed) -> Set[int]:
    """The Office that drafted it."""
    return deed.seats.answering_for(deed.subject.committee)


def concerned(deed: Deed) -> Set[int]:
    """The person in all of his seats; of a collective its head and focal points."""
    person = deed.subject.person
    if person is None:
        return deed.seats.answering_for(deed.subject.unit)
    seats = Officer.objects.filter(user=person.user_id).seated_on(deed.seats.day)
    return set(seats.values_list("pk", flat=True))


AUDIENCE: dict[str, Hearers] = {
    "consideration.draft_consideration": nobody,
    "consideration.edit_consideration": nobody,
    "consideration.submit_consideration": chairman,
    "consideration.drop_consideration": nobody,
    "consideration.return_consideration": office,
    "consideration.decide_consideration": all_of(office, concerned),
}
