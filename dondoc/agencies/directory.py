"""Which body a printed or typed name means, among those a committee addresses on a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Q

from dondoc.agencies.models import Agency
from dondoc.agencies.naming import names_of
from dondoc.rules.names import GroupKind, KnownName, Names, is_group, is_vague, spelled_out
from dondoc.rules.names.abbreviations import canonical

SURE = 70
"""Percent from which a name counts as recognised; below it a person is asked."""
GROUP = 95
SPARED_UNKNOWN = 80
"""A group of which a spared body is not in the directory."""
DOUBT = 50
CUT_SHORT = 80
SHORTEST_CUT = 8  # letters from which the beginning of a name can mean one body


@dataclass(frozen=True)
class Candidate:
    """A body a name may mean, how surely (percent), and why in a few words."""

    agency: Agency
    confidence: int
    reason: str = ""


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
    def of(cls, committee: Agency, day: date, printed_on: date | None = None) -> "Directory":
        """The bodies of a day with the names they have, had, took over or were taught.

        `printed_on` is the day of the paper: a name that meant another body then is asked for.
        """
        below = Q(parent=committee) | Q(kind__in=("district", "commune"))
        rows = Agency.objects.existing_on(day).under(committee).filter(below)
        bodies = {agency.pk: agency for agency in rows.order_by("name", "pk")}
        return cls(committee, bodies, names_of(committee, bodies, day, printed_on))

    @property
    def units(self) -> list[Agency]:
        """The bodies directly under the committee: those it gives tasks to, by name."""
        return [a for a in self.bodies.values() if a.parent_id == self.committee.pk]

    @cached_property
    def _names(self) -> Names:
        return Names(self.names, home=self.committee.name)

    def find(self, printed: str) -> Found:
        """What a printed name means: a group becomes the units that exist, a doubt is asked."""
        if group := is_group(printed):
            return self._group(printed, group)
        one = self._single(printed)
        if one.agencies:
            return one
        if names := self._listed(printed):
            return _together(printed, [self.find(name) for name in names])
        return Found(printed, concerned=True) if is_vague(printed) else one

    def _single(self, printed: str) -> Found:
        ranked = tuple(
            Candidate(self.bodies[m.id], round(m.confidence * 100), m.reason)
            for m in self._names.find(printed)
        )
        sure = [c for c in ranked if c.confidence == ranked[0].confidence >= SURE]
        if len(sure) > 1:  # two wards of one name: the one directly under the committee
            sure = [c for c in sure if c.agency.parent_id == self.committee.pk]
        if len(sure) == 1:
            return Found(printed, (sure[0].agency,), sure[0].confidence, ranked)
        return Found(printed, candidates=ranked)

    def beginning(self, printed: str) -> Found:
        """The only body whose name begins with these letters, where a machine cut it short."""
        start = canonical(printed)
        meant = [
            self.bodies[known.id]
            for known in self.names
            if len(start) >= SHORTEST_CUT
            and any(canonical(name).startswith(start) for name in known.names)
        ]
        ranked = tuple(Candidate(agency, CUT_SHORT, "tên bị cắt") for agency in meant)
        return Found(printed, tuple(meant[:1]) if len(meant) == 1 else (), CUT_SHORT, ranked)

    def _listed(self, printed: str) -> tuple[str, ...]:
        """The names of a list printed as one: “UBND các phường A, B và xã C”."""
        return spelled_out(printed, self._names)

    def _group(self, printed: str, group: GroupKind) -> Found:
        if group.related:
            return Found(printed, concerned=True)
        spared = [self.find(name) for name in group.except_names]
        doubtful = [c for one in spared if not one.agencies for c in one.candidates]
        if any(c.confidence >= DOUBT for c in doubtful):
            return Found(printed, candidates=tuple(doubtful))
        left_out = set(agencies_of(spared))
        meant = (a for a in self.units if a.is_scored and a.kind in group.kinds)
        sure = GROUP if all(one.agencies for one in spared) else SPARED_UNKNOWN
        return Found(printed, tuple(a for a in meant if a not in left_out), sure)

    def find_all(self, printed: Iterable[str]) -> list[Found]:
        """Each name in its order; a list printed as one gives each of its names."""
        return [found for name in printed for found in self._each(name)]

    def _each(self, printed: str) -> Iterator[Found]:
        found = self.find(printed)
        names = () if found.agencies or found.concerned else self._listed(printed)
        yield from (self.find(name) for name in names) if names else (found,)


def _together(printed: str, each: Sequence[Found]) -> Found:
    """A list as one: known when each of its names is, else asked with what they may mean."""
    candidates = tuple(dict.fromkeys(c for one in each for c in one.candidates[:1]))
    if not all(one.agencies for one in each):
        return Found(printed, candidates=candidates)
    sure = min(one.confidence for one in each)
    return Found(printed, tuple(agencies_of(each)), sure, candidates)


def agencies_of(found: Sequence[Found]) -> list[Agency]:
    """The bodies of all names, each once, in the order they are named."""
    return list(dict.fromkeys(agency for one in found for agency in one.agencies))
