"""Which body a written name means: exactly, by alias, or cut short; else the nearest offered."""

import difflib
import re
from collections import defaultdict
from datetime import date

from dondoc.agencies.models import Agency, Alias
from dondoc.rules.folding import fold
from dondoc.tasks.importing.reading import CUT

OFFERED = 4
NEAR_ENOUGH = 0.55
SHORTEST_CUT = 8
SHORTER = {"uy ban nhan dan": "ubnd", "thanh pho": "tp", "van phong": "vp"}


class NameBook:
    """The bodies to which a committee gives tasks, by every way of writing their names."""

    def __init__(self, committee: Agency, day: date) -> None:
        self.committee = committee
        self.bodies = list(
            Agency.objects.under(committee).existing_on(day).select_related("committee")
        )
        self.by_key: dict[str, set[Agency]] = defaultdict(set)
        for body in self.bodies:
            for name in filter(None, (body.name, body.short_name)):
                self.by_key[key_of(name)].add(body)
        known = {body.pk: body for body in self.bodies}
        self.by_alias = {
            alias.folded: known[alias.agency_id]
            for alias in Alias.objects.filter(committee=committee)
            if alias.agency_id in known
        }

    def find(self, name: str) -> Agency | None:
        """The one body meant, or none when nothing or more than one fits."""
        if alias := self.by_alias.get(fold(name)):
            return alias
        if name.endswith(CUT):
            return self._only(self._beginning(key_of(name)))
        return self._only(self.by_key.get(key_of(name), set()))

    def near(self, name: str) -> list[Agency]:
        """The bodies whose names come nearest, to be chosen from."""
        keys = difflib.get_close_matches(key_of(name), list(self.by_key), OFFERED, NEAR_ENOUGH)
        exact = self.by_key.get(key_of(name), set()) | self._beginning(key_of(name))
        found = [*sorted(exact, key=lambda body: body.path)]
        found += [body for key in keys for body in sorted(self.by_key[key], key=lambda b: b.path)]
        return list(dict.fromkeys(found))[:OFFERED]

    def _beginning(self, start: str) -> set[Agency]:
        if len(start) < SHORTEST_CUT:
            return set()
        return {b for key, bodies in self.by_key.items() if key.startswith(start) for b in bodies}

    def _only(self, bodies: set[Agency]) -> Agency | None:
        """The only body, or the only one directly under the committee."""
        if len(bodies) > 1:
            bodies = {body for body in bodies if body.parent_id == self.committee.pk}
        return next(iter(bodies)) if len(bodies) == 1 else None


def key_of(name: str) -> str:
    """The name as it is compared: folded, usual words shortened, signs let go."""
    key = fold(name)
    for long, short in SHORTER.items():
        key = key.replace(long, short)
    return " ".join(re.findall(r"[^\W_]+", key))
