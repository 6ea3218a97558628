"""Who hears of programmes: units of what is theirs, the Office and the Chairman of the rest."""

from collections.abc import Set

from dondoc.agencies.models import Agency
from dondoc.notifications.audience.deeds import NONE, Deed, Hearers, all_of, nobody
from dondoc.planning.queries import units_of


def units(deed: Deed) -> Set[int]:
    """Every unit of the committee."""
    found = units_of(deed.subject.committee, deed.seats.day)
    return NONE.union(*(deed.seats.answering_for(unit) for unit in found))


def office(deed: Deed) -> Set[int]:
    """The Office that keeps the programme."""
    return deed.seats.answering_for(_committee(deed))


def chairman(deed: Deed) -> Set[int]:
    """The Chairman who approves and decides."""
    return deed.seats.chairman_of(_committee(deed))


def urged(deed: Deed) -> Set[int]:
    """The units urged by this very deed."""
    if deed.entry is None:
        return NONE
    was, now = (facts.get("urged") or {} for facts in (deed.entry.was, deed.entry.now))
    fresh = [int(pk) for pk, said in now.items() if was.get(pk) != said]
    found = Agency.objects.filter(pk__in=fresh)
    return NONE.union(*(deed.seats.answering_for(unit) for unit in found))


def unit(deed: Deed) -> Set[int]:
    """The unit whose item or request it is."""
    return deed.seats.answering_for(deed.subject.unit)


def asker(deed: Deed) -> Set[int]:
    """Who asked for the change."""
    return {deed.subject.asked_by_id}


def _committee(deed: Deed) -> Agency:
    """The committee whose programme it is, whatever of it the deed is about."""
    subject = getattr(deed.subject, "item", None) or deed.subject
    found: Agency = getattr(subject, "programme", subject).committee
    return found


AUDIENCE: dict[str, Hearers] = {
    "programme.open_programme": units,
    "programme.carry_over": nobody,
    "programme.urge": urged,
    "programme.submit_programme": chairman,
    "programme.take_back": chairman,
    "programme.return_programme": office,
    "programme.approve": all_of(units, office),
    "programme.publish": units,
    "programmeitem.register": nobody,
    "programmeitem.edit_item": nobody,
    "programmeitem.withdraw": nobody,
    "programmeitem.merge": unit,
    "programmeitem.decline": unit,
    "programmeitem.put_back": unit,
    "programmeitem.hand_over": nobody,
    "programmeitem.move_up": nobody,
    "programmeitem.move_down": nobody,
    "registration.complete_registration": office,
    "changerequest.ask_move": all_of(chairman, office),
    "changerequest.ask_drop": all_of(chairman, office),
    "changerequest.ask_addition": all_of(chairman, office),
    "changerequest.grant_change": all_of(unit, asker, office),
    "changerequest.refuse_change": all_of(unit, asker, office),
    "explanation.explain": office,
    "programmeitem.pass_on_item": nobody,  # the hand-over they belong to is told once
    "programmeitem.succeed_in_item": nobody,
}
