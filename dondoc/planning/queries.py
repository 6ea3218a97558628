"""What is asked of programmes: who registers, who has not, what stands where."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.models.agencies import AgencyQuerySet
from dondoc.planning.models import Programme, ProgrammeItem, Registration

State = ProgrammeItem.State
LOCKED = (Programme.State.APPROVED, Programme.State.PUBLISHED)


def units_of(committee: Agency, day: date) -> AgencyQuerySet:
    """The bodies that register in the programmes of a committee: its units of the day."""
    return Agency.objects.units_of(committee).existing_on(day).order_by("name", "pk")


def silent_units(programme: Programme, day: date) -> list[Agency]:
    """Units that have sent no word: neither a registration nor that they have nothing."""
    spoken = Registration.objects.filter(programme=programme).values("unit")
    return list(units_of(programme.committee, day).exclude(pk__in=spoken))


def items_of(programme: Programme) -> QuerySet[ProgrammeItem]:
    """All items with whatever a page says of them, in the order of the programme."""
    related = ("unit", "person__user", "leader__user", "field", "task", "merged_into")
    return (
        ProgrammeItem.objects.filter(programme=programme)
        .select_related(*related)
        .order_by("place", "pk")
    )


def longer_items(programme: Programme, unit: Agency) -> list[ProgrammeItem]:
    """What the unit undertook for the year or quarter around this period, not yet taken up."""
    here = programme.items.exclude(part_of=None).exclude(state=State.WITHDRAWN).values("part_of")
    wider = Programme.objects.filter(
        committee=programme.committee_id, from_on__lte=programme.from_on,
        to_on__gte=programme.to_on, state__in=LOCKED,
    ).exclude(pk=programme.pk)  # fmt: skip
    found = ProgrammeItem.objects.filter(
        programme__in=wider, unit=unit, state=State.APPROVED, due_on__gte=programme.from_on
    )
    related = found.exclude(pk__in=here).select_related("programme", "field", "leader", "person")
    return list(related.order_by("due_on", "pk"))


def leaders_on(committee: Agency, day: date) -> list[Officer]:
    """The leaders of a committee, the Chairman before his deputies."""
    seats = Officer.objects.filter(agency=committee, role="leader", delegated_by=None)
    found = seats.seated_on(day).select_related("user", "agency").order_by("pk")
    return sorted(found, key=lambda seat: seat.title.casefold().startswith("phó"))


def by_leader(
    items: Iterable[ProgrammeItem], leaders: Iterable[Officer]
) -> list[tuple[Officer | None, list[ProgrammeItem]]]:
    """The items under each leader in charge, the Chairman first; without a leader last."""
    groups: dict[int | None, list[ProgrammeItem]] = {}
    for item in items:
        groups.setdefault(item.leader_id, []).append(item)
    found: list[tuple[Officer | None, list[ProgrammeItem]]] = [
        (leader, groups.pop(leader.pk)) for leader in leaders if leader.pk in groups
    ]
    nobody = groups.pop(None, [])
    found += [(some[0].leader, some) for some in groups.values()]
    return [*found, (None, nobody)] if nobody else found
