"""Which body a printed or typed name means, among those a committee addresses on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from dondoc.agencies.models import Agency, AgencyForm, Alias
from dondoc.rules.names import GroupKind, KnownName, is_group, match

SURE = 70
"""Percent from which a name counts as recognised; below it a person is asked."""


@dataclass(frozen=True)
class Candidate:
    """A body a name may mean, and how surely (percent)."""

    agency: Agency
    confidence: int


@dataclass(frozen=True)
class Found:
    """The bodies a printed name stands for; none and candidates where a person must say."""

    printed: str
    agencies: tuple[Agency, ...] = ()
    confidence: int = 0
    candidates: tuple[Candidate, ...] = ()
    concerned: bool = False
    """“các đơn vị liên quan”: only those concerned, whom the text does not name."""


@dataclass(frozen=True)
class Directory:
    """The bodies directly under a committee on a day, and the committees further below."""

    committee: Agency
    bodies: dict[int, Agency]
    names: tuple[KnownName, ...] = field(repr=False, default=())

    @classmethod
    def of(cls, committee: Agency, day: date) -> "Directory":
        """In three queries: bodies, the names they had that day, the aliases people taught."""
        below = Q(parent=committee) | Q(kind__in=("district", "commune"))
        rows = Agency.objects.existing_on(day).under(committee).filter(below)
        bodies = {agency.pk: agency for agency in rows.order_by("name", "pk")}
        names = {pk: [agency.name, agency.short_name] for pk, agency in bodies.items()}
        forms = AgencyForm.objects.filter(agency__in=bodies, from_on__lte=day)
        forms = forms.filter(Q(until_on=None) | Q(until_on__gte=day))
        learned = Alias.objects.filter(committee=committee, agency__in=bodies)
        for pk, name in (
            *forms.values_list("agency_id", "name"),
            *learned.values_list("agency_id", "name"),
        ):
            names[pk].append(name)
        known = (KnownName(pk, tuple(filter(None, called))) for pk, called in names.items())
        return cls(committee, bodies, tuple(known))

    @property
    def units(self) -> list[Agency]:
        """The bodies directly under the committee: those it gives tasks to, by name."""
        return [a for a in self.bodies.values() if a.parent_id == self.committee.pk]

    def find(self, printed: str) -> Found:
        """What a printed name means: a group becomes the units that exist, a doubt is asked."""
        if group := is_group(printed):
            return self._group(printed, group)
        ranked = tuple(
            Candidate(self.bodies[m.id], round(m.confidence * 100))
            for m in match(printed, self.names)
        )
        sure = [c for c in ranked if c.confidence == ranked[0].confidence >= SURE]
        if len(sure) == 1:
            return Found(printed, (sure[0].agency,), sure[0].confidence, ranked)
        return Found(printed, candidates=ranked)

    def _group(self, printed: str, group: GroupKind) -> Found:
        if group.related:
            return Found(printed, concerned=True)
        spared = {a for name in group.except_names for a in self.find(name).agencies}
        meant = (a for a in self.units if a.is_scored and a.kind in group.kinds)
        return Found(printed, tuple(a for a in meant if a not in spared), 95)

    def find_all(self, printed: Iterable[str]) -> list[Found]:
        """Each name in its order."""
        return [self.find(name) for name in printed]


def agencies_of(found: Sequence[Found]) -> list[Agency]:
    """The bodies of all names, each once, in the order they are named."""
    return list(dict.fromkeys(agency for one in found for agency in one.agencies))
