"""What is asked of programmes: who registers, who has not, what stands where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.models.agencies import AgencyQuerySet
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.planning.models import ChangeRequest, Programme, ProgrammeItem, Registration
from dondoc.planning.models.programmes import APPROVED_ONCE
from dondoc.planning.programme_flow import asks_change_of, item_flow, registrant
from dondoc.workflow import label_of

State = ProgrammeItem.State
LOCKED = (Programme.State.APPROVED, Programme.State.PUBLISHED)


def units_of(committee: Agency, day: date) -> AgencyQuerySet:
    """The bodies that register in the programmes of a committee: its units of the day."""
    return Agency.objects.units_of(committee).existing_on(day).order_by("name", "pk")


def silent_units(programme: Programme, at: datetime) -> list[Agency]:
    """Units that have sent no word by then: neither a registration nor that they have nothing."""
    spoken = Registration.objects.filter(programme=programme, sent_at__lte=at).values("unit")
    return list(units_of(programme.committee, day_of(at)).exclude(pk__in=spoken))


def urged_on(programme: Programme, unit: int) -> date | None:
    """The day on which the unit was last urged."""
    said = programme.urged.get(str(unit))
    return day_of(datetime.fromisoformat(said)) if said else None


def items_of(programme: Programme) -> QuerySet[ProgrammeItem]:
    """All items with whatever a page says of them, in the order of the programme."""
    related = ("unit", "person__user", "leader__user", "field", "task", "merged_into")
    return (
        ProgrammeItem.objects.filter(programme=programme)
        .select_related(*related)
        .defer("task__search", "task__content", "unit__path")
        .order_by("place", "pk")
    )


def items_counted(programme: Programme) -> QuerySet[ProgrammeItem]:
    """All items with no more than counting and the grid read of them.

    A unit or a person is made once for all its items: a month of a city has 1 200 of them.
    """
    told = (
        "programme", "state", "unit", "content", "product", "due_on", "focal", "leader", "place",
        "carried_from", "task", "registered_at", "added_at", "reason", "person",
    )  # fmt: skip
    found = ProgrammeItem.objects.filter(programme=programme).only(*told)
    return found.prefetch_related("unit", "person__user").order_by("place", "pk")


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


def programmes_seen(officer: Officer) -> QuerySet[Programme]:
    """Programmes the officer may see, newest period first, with what the list counts."""
    standing = Q(items__state__in=[*APPROVED_ONCE, State.REGISTERED])
    seen = Programme.objects.visible_to(officer).select_related("committee", "document")
    counted = seen.annotate(count=Count("items", filter=standing))
    return counted.order_by("-to_on", "-from_on", "pk")


def spoken_units(programme: Programme) -> list[Registration]:
    """The units' words, the last first."""
    said = programme.registrations.select_related("unit", "sent_by__user")
    return list(said.order_by("-sent_at", "pk"))


def open_changes(programme: Programme) -> int:
    """Requests that wait for a decision."""
    if not programme.is_locked:
        return 0
    return programme.changes.filter(state=ChangeRequest.State.ASKED).count()


def changes_of(programme: Programme) -> list[ChangeRequest]:
    """What was asked: what waits first, then the last decided."""
    related = ("item__unit", "unit", "asked_by__user", "decided_by__user")
    found = programme.changes.select_related(*related).order_by("-asked_at", "-pk")
    return sorted(found, key=lambda one: one.state != ChangeRequest.State.ASKED)


def item_may(officer: Officer, item: ProgrammeItem) -> set[str]:
    """What the officer may do with the item now, as buttons show it."""
    may = {move.verb for move in item_flow.open_to(officer, item)}
    if not item.programme.is_open:
        may -= {"edit_item", "withdraw", "merge", "hand_over", "move_up", "move_down"}
    if item.programme.is_locked:
        may -= {"decline", "put_back"}
    open_ = item.task is not None and item.task.is_open
    asks = item.programme.is_locked and item.state == State.APPROVED and open_
    if asks and asks_change_of(officer, item) and not item.changes.filter(state="asked").exists():
        may |= {"ask_move", "ask_drop"}
    if item.was_approved and item.programme.is_locked and registrant(officer, item):
        may.add("explain")
    return may


@dataclass(frozen=True)
class Told:
    """One deed on an item, as its page tells it."""

    label: str
    who: str
    at: datetime
    words: str


def story_of_item(item: ProgrammeItem) -> list[Told]:
    """What was done to the item, the last first."""
    return [
        Told(
            label_of(entry.verb), f"{entry.actor_name}, {entry.actor_title}", entry.recorded_at,
            str(entry.said.get("reason") or ""),
        )
        for entry in Entry.objects.about(item).order_by("-seq")
    ]  # fmt: skip
