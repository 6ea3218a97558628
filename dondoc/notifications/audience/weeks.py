"""Who hears of the week: all of the committee of a new one, those concerned of what changes."""

from collections.abc import Set

from dondoc.agencies.models import Officer
from dondoc.agencies.roles import READERS
from dondoc.notifications.audience.deeds import NONE, Deed, Hearers, all_of, nobody
from dondoc.planning.models import WeekPerson


def office(deed: Deed) -> Set[int]:
    """The Office of the committee, which arranges the week."""
    return deed.seats.answering_for(deed.subject.week.committee)


def proposing_side(deed: Deed) -> Set[int]:
    """Who proposed the entry, and those who answer for his unit."""
    entry = deed.subject
    unit = NONE if entry.unit.is_committee else deed.seats.answering_for(entry.unit)
    return unit | {entry.proposed_by_id}


def concerned(deed: Deed) -> Set[int]:
    """Once published: whoever is named, heads of the bodies named, who prepares, who follows."""
    entry = deed.subject
    if not entry.told:
        return NONE
    people = WeekPerson.objects.filter(entry=entry).select_related("agency")
    named = {one.officer_id for one in people if one.officer_id}
    bodies = [one.agency for one in people if one.agency] + [entry.preparing]
    heads = NONE.union(*(deed.seats.answering_for(body) for body in bodies if body))
    return heads | named | ({entry.follower_id} if entry.follower_id else NONE)


def newly_concerned(deed: Deed) -> Set[int]:
    """An entry put in before the publication is told with the week; after it, by itself."""
    return concerned(deed) if deed.subject.added_at else NONE


def chairman(deed: Deed) -> Set[int]:
    """The Chairman, who decides the week."""
    return deed.seats.chairman_of(deed.subject.committee)


def week_office(deed: Deed) -> Set[int]:
    """The Office of the committee whose week it is."""
    return deed.seats.answering_for(deed.subject.committee)


def whole_committee(deed: Deed) -> Set[int]:
    """Everybody who works in a body of the committee."""
    seats = Officer.objects.seated_on(deed.seats.day).exclude(role__in=READERS)
    wanted = seats.filter(agency__committee=deed.subject.committee_id)
    return set(wanted.values_list("pk", flat=True))


AUDIENCE: dict[str, Hearers] = {
    "week.submit_week": chairman,
    "week.send_back_week": week_office,
    "week.publish_week": whole_committee,
    "weekentry.propose_entry": office,
    "weekentry.amend_proposal": nobody,
    "weekentry.withdraw_proposal": nobody,
    "weekentry.accept_entry": all_of(proposing_side, newly_concerned),
    "weekentry.decline_entry": proposing_side,
    "weekentry.add_entry": newly_concerned,
    "weekentry.arrange_entry": concerned,
    "weekentry.postpone_entry": concerned,
    "weekentry.cancel_entry": concerned,
    "weekentry.schedule_meeting": newly_concerned,
    "weekentry.follow_meeting": concerned,
    "outsideevent.note_outside": nobody,
    "outsideevent.forget_outside": nobody,
    "outsideevent.import_outside": nobody,
    "calendarfeed.renew_feed": nobody,
    "calendarfeed.close_feed": nobody,
}
