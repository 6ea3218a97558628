"""Every name by which a paper may mean a body: its own, its former, what it took over, aliases."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dondoc.agencies.models import Agency, AgencyForm, Alias, Succession
from dondoc.rules.names import KnownName, OtherName
from dondoc.rules.names.abbreviations import canonical

TAUGHT, FORMER, MERGED, SPLIT = 0.99, 0.85, 0.65, 0.55
"""How surely each kind of name means the body; a merger is always asked about first."""


@dataclass(frozen=True)
class Heir:
    """A body of the day that took over the work of one that ended, with how many others."""

    agency: Agency
    on: date
    heirs: int

    def of(self, name: str) -> OtherName:
        """The name of the ended body, as one that leads here."""
        if self.heirs > 1:
            return OtherName(name, SPLIT, f"kế thừa một phần việc từ {self.on:%d/%m/%Y}")
        reason = f"đã sáp nhập vào {self.agency.name} từ {self.on:%d/%m/%Y}"
        return OtherName(name, MERGED, reason)


def names_of(
    committee: Agency, bodies: dict[int, Agency], day: date, printed_on: date | None
) -> tuple[KnownName, ...]:
    """In three queries: who took over from whom, the names through time, the aliases taught."""
    heirs = _heirs(bodies, day)
    forms = list(AgencyForm.objects.filter(agency__in=[*bodies, *heirs]).order_by("from_on", "pk"))
    own = {pk: [agency.name, agency.short_name] for pk, agency in bodies.items()}
    others: dict[int, list[OtherName]] = defaultdict(list)
    for form in forms:
        for name in filter(None, (form.name, form.short_name)):
            if form.agency_id not in bodies:
                _leave(name, heirs[form.agency_id], others)
            elif _was_in_force(form, day) or (printed_on and _was_in_force(form, printed_on)):
                own[form.agency_id].append(name)
            else:
                others[form.agency_id].append(OtherName(name, FORMER, _former(form, day)))
    for alias in _aliases(committee):
        if alias.agency_id in bodies:
            others[alias.agency_id].append(OtherName(alias.name, TAUGHT, "tên gọi đã ghi nhớ"))
        else:
            _leave(alias.name, heirs.get(alias.agency_id, ()), others)
    then = _borne_then(forms, heirs, printed_on)
    return tuple(
        _known(agency, own[pk], others[pk], then, printed_on) for pk, agency in bodies.items()
    )


def _heirs(bodies: dict[int, Agency], day: date) -> dict[int, list[Heir]]:
    """Of each body that ended, those of the day to whom its work came, however many steps later."""
    steps: dict[int, list[tuple[int, date]]] = defaultdict(list)
    rows = Succession.objects.filter(on__lte=day).order_by("on", "pk")
    for ended, successor, on in rows.values_list("ended_id", "successor_id", "on"):
        steps[ended].append((successor, on))
    found = {
        ended: dict(_followed(ended, steps, bodies, set()))
        for ended in steps
        if ended not in bodies
    }
    return {
        ended: [Heir(bodies[pk], on, len(to)) for pk, on in to.items()]
        for ended, to in found.items()
        if to
    }


def _followed(
    ended: int, steps: dict[int, list[tuple[int, date]]], bodies: Collection[int], seen: set[int]
) -> Iterator[tuple[int, date]]:
    seen.add(ended)
    for successor, on in steps.get(ended, ()):
        if successor in bodies:
            yield successor, on
        elif successor not in seen:
            yield from _followed(successor, steps, bodies, seen)


def _was_in_force(form: AgencyForm, day: date) -> bool:
    return form.from_on <= day and (form.until_on is None or day <= form.until_on)


def _former(form: AgencyForm, day: date) -> str:
    if form.until_on and form.until_on < day:
        return f"tên cũ, đến {form.until_on:%d/%m/%Y}"
    return f"tên từ {form.from_on:%d/%m/%Y}"


def _leave(name: str, heirs: Iterable[Heir], others: dict[int, list[OtherName]]) -> None:
    for heir in heirs:
        others[heir.agency.pk].append(heir.of(name))


def _aliases(committee: Agency) -> list[Alias]:
    """The last choice for each name, however it was written."""
    rows = Alias.objects.filter(committee=committee).order_by("taught_at", "pk")
    return list({canonical(alias.name): alias for alias in rows}.values())


def _borne_then(
    forms: list[AgencyForm], heirs: dict[int, list[Heir]], printed_on: date | None
) -> dict[str, set[int]]:
    """The names that ended bodies bore on the day of the paper, and to whom they lead."""
    then: dict[str, set[int]] = defaultdict(set)
    for form in forms:
        if printed_on and form.agency_id in heirs and _was_in_force(form, printed_on):
            then[canonical(form.name)] |= {heir.agency.pk for heir in heirs[form.agency_id]}
    return then


def _known(
    agency: Agency,
    own: list[str],
    others: list[OtherName],
    then: dict[str, set[int]],
    printed_on: date | None,
) -> KnownName:
    """A name that another body bore when the paper was written is no longer certain."""
    late = printed_on is not None and agency.from_on > printed_on
    taken = {n for n in own if late and agency.pk not in then.get(canonical(n), {agency.pk})}
    reason = f"cơ quan lập từ {agency.from_on:%d/%m/%Y}, sau ngày văn bản"
    doubtful = [OtherName(name, MERGED, reason) for name in taken]
    names = dict.fromkeys(name for name in own if name and name not in taken)
    return KnownName(agency.pk, tuple(names), (*dict.fromkeys(others), *doubtful))
