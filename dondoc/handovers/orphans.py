"""What has no living owner: open work of those who no longer sit, of bodies that ended, of none.

One query for all kinds of work of people, one for those of bodies, one for units without anybody
who answers for them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.models.agencies import COMMITTEES, AgencyQuerySet
from dondoc.agencies.roles import OFFICE
from dondoc.handovers.holdings import OF_OFFICERS, OF_UNITS, Holding
from dondoc.handovers.queries import bodies_within_reach
from dondoc.tasks.models import Task
from dondoc.tasks.models.tasks import UNFINISHED

ANSWERING = (Role.UNIT_HEAD, Role.FOCAL_POINT)


@dataclass(frozen=True)
class Left:
    """Somebody who is no longer there, and how much of each kind he left."""

    whose: Any
    counts: list[tuple[Holding, int]]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


@dataclass(frozen=True)
class Orphans:
    """All that nobody living answers for, as far as the officer's reach goes."""

    people: list[Left]
    bodies: list[Left]
    headless: list[Agency]

    @property
    def total(self) -> int:
        """Things left with nobody; a unit without a head counts as one."""
        left = [*self.people, *self.bodies]
        return sum(one.total for one in left) + len(self.headless)

    def by_holding(self) -> list[tuple[Holding, int]]:
        """How much of each kind, over all."""
        counts: dict[str, int] = defaultdict(int)
        holdings: dict[str, Holding] = {}
        for one in (*self.people, *self.bodies):
            for holding, count in one.counts:
                holdings[holding.key] = holding
                counts[holding.key] += count
        return [(holdings[key], count) for key, count in counts.items()]


def orphans_of(officer: Officer, day: date) -> Orphans:
    """What has no living owner, for whoever could hand it over."""
    bodies = bodies_within_reach(officer)
    people = gone(day).filter(agency__in=bodies)
    ended = bodies.filter(until_on__lt=day)
    by_person, by_body = _counts(OF_OFFICERS, people), _counts(OF_UNITS, ended)
    related = ("user", "agency", "delegated_by__user")
    seats = people.filter(pk__in=by_person).select_related(*related)
    seats = seats.order_by("agency__path", "user__name", "pk")
    return Orphans(
        [Left(one, by_person[one.pk]) for one in seats],
        [Left(one, by_body[one.pk]) for one in ended.filter(pk__in=by_body).order_by("name", "pk")],
        list(headless(bodies, day).order_by("name", "pk")),
    )  # fmt: skip


def gone(day: date) -> "QuerySet[Officer]":
    """Seats that are no longer held, or whose holder cannot sign in."""
    return Officer.objects.filter(Q(until_on__lt=day) | Q(user__is_active=False))


def _counts(
    holdings: Iterable[Holding], holders: "QuerySet[Any]"
) -> dict[int, list[tuple[Holding, int]]]:
    """How many of each kind each of these holds; one query for all kinds."""
    known = {holding.key: holding for holding in holdings if holding.is_work}
    parts = [
        holding.rows().select_related(None).order_by()
        .filter(**{f"{holding.holder}__in": holders.values("pk")})
        .values_list(f"{holding.holder}_id")
        .annotate(holding=Value(key), held=Count("pk"))
        for key, holding in known.items()
    ]  # fmt: skip
    found: dict[int, list[tuple[Holding, int]]] = defaultdict(list)
    for holder, key, held in parts[0].union(*parts[1:], all=True):
        found[holder].append((known[key], held))
    order = {key: n for n, key in enumerate(known)}
    for rows in found.values():
        rows.sort(key=lambda row: order[row[0].key])
    return dict(found)


def headless(bodies: AgencyQuerySet, day: date) -> AgencyQuerySet:
    """Bodies at work that lead tasks, and in which nobody sits who answers for them."""
    sitting = Officer.objects.seated_on(day).filter(user__is_active=True)
    answers = sitting.filter(agency=OuterRef("pk"), role__in=ANSWERING)
    tracks = sitting.filter(agency__committee=OuterRef("pk"), role__in=OFFICE)
    of_office = sitting.filter(agency=OuterRef("pk"), role__in=OFFICE)
    busy = Task.objects.filter(lead=OuterRef("pk"), state__in=UNFINISHED)
    answered = Exists(answers) | Exists(of_office) | (Q(kind__in=COMMITTEES) & Exists(tracks))
    return bodies.existing_on(day).filter(~answered, Exists(busy))


def how_many(officer: Officer, day: date) -> int:
    """The number a desk shows; none for whoever hands over nothing."""
    return orphans_of(officer, day).total
