"""Figures as of a moment, counted from the dated versions of tasks: never from stored counters.

`conditions` says once what each number means; the count and the list behind it both read it, so
they cannot disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import Count, DateTimeField, F, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from dondoc.agencies import calendars
from dondoc.agencies.models import Agency, AgencyForm
from dondoc.database.clock import day_of
from dondoc.database.snapshot import is_one_view, snapshot
from dondoc.remedies.models import ObjectiveCause
from dondoc.rules.periods import Period
from dondoc.rules.scoring import Tally, total
from dondoc.tasks.models import State, TaskVersion
from dondoc.tasks.models.tasks import UNFINISHED

KEYS = {"unit": "lead_id", "leader": "leader_id", "field": "field_id", "document": "document_id"}
"""What figures may be split by, and the column that tells."""

DUE, ORIGINAL = "due_at", "original_due_at"
"""The deadline to judge by: the one in force, or the one first given."""


@dataclass(frozen=True)
class Unit:
    """A body as it was named on the day of the cut-off."""

    pk: int
    name: str
    short_name: str
    kind: str


@dataclass(frozen=True)
class Row:
    """A unit and its counts."""

    unit: Unit
    tally: Tally


REMEMBERED = 600
"""Seconds for which counts of the past are kept."""


def figures(
    committee: Agency, period: Period, as_of: datetime, *, soon_until: datetime | None = None
) -> list[Row]:
    """Every scored unit of the committee with its counts, those without tasks too, by name."""
    with snapshot():
        tallies = count(committee, period, as_of, soon_until=soon_until)
        units = units_of(committee, period, as_of, also={key for key in tallies if key is not None})
    return [Row(unit, tallies.get(unit.pk, Tally())) for unit in units]


def count(
    committee: Agency,
    period: Period,
    as_of: datetime,
    *,
    by: str = "unit",
    only: Q | None = None,
    deadline: str = DUE,
    soon_until: datetime | None = None,
) -> dict[int | None, Tally]:
    """Counts by unit, leader, field or document in one statement; `only` narrows the tasks."""
    soon = soon_until or calendars.soon_until(committee, as_of)
    sums = {
        f"n_{name}": Count("pk", filter=condition)
        for name, condition in conditions(deadline, soon, as_of).items()
    }
    key = KEYS[by]
    rows = counted(committee, period, as_of, only).order_by().values(key).annotate(**sums)
    return {
        row.pop(key): Tally(**{name.removeprefix("n_"): n for name, n in row.items()})
        for row in rows
    }


def remembered(committee: Agency, period: Period, as_of: datetime) -> dict[int | None, Tally]:
    """The counts by unit at a past moment, kept for ten minutes: what is past does not change."""
    key = f"tallies:{committee.pk}:{period.written}:{period.carry_over}:{as_of.isoformat()}"
    found: dict[int | None, Tally] | None = cache.get(key)
    if found is None:
        found = count(committee, period, as_of)
        cache.set(key, found, REMEMBERED)
    return found


def whole(committee: Agency, period: Period, as_of: datetime) -> Tally:
    """The committee's scored units together."""
    return total(count(committee, period, as_of).values())


def behind(
    committee: Agency,
    period: Period,
    as_of: datetime,
    unit: int | None,
    count_name: str,
    *,
    only: Q | None = None,
    deadline: str = DUE,
    soon_until: datetime | None = None,
) -> "QuerySet[TaskVersion]":
    """Exactly the tasks behind one number, as they stood; `unit=None` for all units together."""
    soon = soon_until or calendars.soon_until(committee, as_of)
    tasks = counted(committee, period, as_of, only).filter(
        conditions(deadline, soon, as_of)[count_name]
    )
    return tasks if unit is None else tasks.filter(lead_id=unit)


def codes_behind(
    committee: Agency, period: Period, as_of: datetime, *, soon_until: datetime | None = None
) -> dict[int, dict[str, list[str]]]:
    """For every unit and number the codes of the tasks it counts, in order."""
    soon = soon_until or calendars.soon_until(committee, as_of)
    lists: dict[int, dict[str, list[str]]] = {}
    with snapshot():
        for name, condition in conditions(DUE, soon, as_of).items():
            tasks = counted(committee, period, as_of).filter(condition)
            for lead, code in tasks.order_by("task__code").values_list("lead_id", "task__code"):
                lists.setdefault(lead, {}).setdefault(name, []).append(code)
    return lists


def counted(
    committee: Agency, period: Period, as_of: datetime, only: Q | None = None
) -> "QuerySet[TaskVersion]":
    """The tasks of scored units as of the moment, but for what was recalled.

    With carry-over also those given earlier that were open at some moment of the period.
    """
    assigned = Q(assigned_at__gte=period.starts_at)
    if period.carry_over:
        assigned |= Q(state__in=UNFINISHED) | Q(confirmed_at__gte=period.starts_at)
    unscored = Agency.objects.filter(is_scored=False).values("pk")
    tasks = in_force(committee, as_of).filter(assigned, only or Q(), assigned_at__lt=period.ends_at)
    tasks = tasks.exclude(state=State.RECALLED).exclude(lead_id__in=unscored)
    judged_at = Coalesce("submitted_at", Value(as_of, DateTimeField()))
    return tasks.annotate(judged_at=judged_at)


def in_force(committee: Agency, as_of: datetime) -> "QuerySet[TaskVersion]":
    """The committee's tasks as of the moment; if nothing has changed since, the open versions.

    The two say the same, but open versions are one in four, and have an index of their own. Whether
    nothing has changed can only be asked where both reads see the same instant.
    """
    given: QuerySet[TaskVersion] = TaskVersion.objects.filter(issuer=committee)
    if is_one_view():
        last = given.aggregate(at=Max("valid_from"))["at"]
        if last is None or last <= as_of:
            return given.filter(valid_until=None)
    return TaskVersion.objects.as_of(as_of).filter(issuer=committee)


def conditions(deadline: str, soon_until: datetime, as_of: datetime) -> Mapping[str, Q]:
    """What each count of a Tally means, over versions annotated with `judged_at`."""
    granted = ObjectiveCause.objects.granted(as_of).of_lateness()
    excused = granted.exclude(task=None).values("task")
    put_off = Q(state=State.SUSPENDED)  # beside the figures, in no denominator
    done, open_ = Q(state=State.DONE), ~Q(state=State.DONE) & ~put_off  # nothing recalled is here
    in_time = Q(**{f"{deadline}__gt": F("judged_at")})
    late = Q(**{f"{deadline}__lte": F("judged_at")})
    none = Q(**{f"{deadline}__isnull": True})
    near = Q(**{f"{deadline}__lte": soon_until})
    if deadline == DUE:  # the share of the time is that of the deadline in force
        near |= Q(soon_at__lte=F("judged_at"))
    soon = Q(submitted_at__isnull=True) & near
    star, updated = Q(starred=True) & ~put_off, Q(first_updated_at__isnull=False) & ~put_off
    return {
        "assigned": ~put_off,
        "completed": done,
        "completed_on_time": done & in_time,
        "completed_late": done & late,
        "completed_no_deadline": done & none,
        "open_total": open_,
        "open_in_term": open_ & in_time,
        "open_due_soon": open_ & in_time & soon,
        "open_overdue": open_ & late,
        "open_no_deadline": open_ & none,
        "updated": updated | done,
        "not_updated": open_ & ~updated,
        "starred": star,
        "starred_completed": star & done,
        "starred_on_time": star & done & in_time,
        "starred_overdue": star & open_ & late,
        "suspended": put_off,
        "objective": (done | open_) & late & Q(task__in=excused),  # beside the rates, never inside
    }


def units_of(
    committee: Agency, period: Period, as_of: datetime, *, also: Iterable[int] = ()
) -> list[Unit]:
    """The scored bodies directly under the committee in the period, as named at the cut-off.

    `also` adds bodies further below to which the committee gave tasks itself.
    """
    day = day_of(as_of)
    latest: dict[int, AgencyForm] = {}
    forms = AgencyForm.objects.filter(agency__is_scored=True, from_on__lte=day)
    for form in forms.order_by("from_on", "pk"):
        latest[form.agency_id] = form
    last = min(day, period.to_on)
    under = forms.filter(parent=committee, from_on__lte=last).exclude(until_on__lt=period.from_on)
    wanted = {*under.values_list("agency_id", flat=True), *also}
    units = [
        Unit(form.agency_id, form.name, form.short_name, form.kind)
        for pk, form in latest.items()
        if pk in wanted
    ]
    return sorted(units, key=lambda unit: (unit.name, unit.pk))
