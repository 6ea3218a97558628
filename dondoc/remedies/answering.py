"""Which body had a task on which day, who headed the body, who carried the task out."""

from collections.abc import Iterable
from datetime import date

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.models.agencies import COMMITTEES
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.rules.accountability import Seat, Span, Tenure, holder, who_answered
from dondoc.tasks.models import TaskVersion

Seats = dict[int, list[Seat[int]]]
"""The seats of heads, by body."""


def lead_tenures(ids: list[int]) -> dict[int, list[Tenure[int]]]:
    """Which body had each task, from which day on; what it was on a day's end counts for it."""
    found: dict[int, list[Tenure[int]]] = {}
    rows = TaskVersion.objects.filter(task_id__in=ids).order_by("task_id", "valid_from", "pk")
    for task, lead, since in rows.values_list("task_id", "lead_id", "valid_from"):
        told = found.setdefault(task, [])
        if not told or told[-1].key != lead:
            told.append(Tenure(lead, day_of(since)))
    return found


def executor_tenures(ids: list[int]) -> dict[int, list[Tenure[int]]]:
    """Who carried each task out, from which day on, by the journal; 0 for nobody."""
    found: dict[int, list[Tenure[int]]] = {}
    named = Entry.objects.filter(
        subject_kind="task", subject_id__in=ids,
        verb__in=("task.assign", "task.entrust", "task.reassign"),
    )  # fmt: skip
    rows = named.order_by("subject_id", "seq").values_list("subject_id", "recorded_at", "now")
    for task, moment, now in rows:
        if "executor_id" in now:
            told = found.setdefault(task, [])
            told.append(Tenure(now["executor_id"] or 0, day_of(moment)))
    return found


def seats_of(bodies: Iterable[int]) -> tuple[dict[int, Agency], Seats, dict[int, Officer]]:
    """The bodies, the seats of their heads over time, and who sat in them."""
    units = Agency.objects.in_bulk(list(bodies))
    heads = Officer.objects.filter(
        agency_id__in=units, delegated_by=None,
        role__in=(Role.LEADER, Role.OFFICE_HEAD, Role.UNIT_HEAD),
    )  # fmt: skip
    seats: Seats = {}
    officers = {}
    for one in heads.select_related("user", "agency").order_by("pk"):
        if (one.role == Role.LEADER) == (units[one.agency_id].kind in COMMITTEES):
            officers[one.pk] = one
            rank = int(one.title.casefold().startswith("phó "))
            seats.setdefault(one.agency_id, []).append(
                Seat(one.pk, one.from_on, one.until_on, rank)
            )
    return units, seats, officers


def head_on(unit: Agency, day: date) -> Officer | None:
    """Who headed the unit on the day."""
    _, seats, officers = seats_of([unit.pk])
    found = holder(seats.get(unit.pk, ()), day)
    return officers[found] if found else None


def people_of(ids: set[int]) -> dict[int, Officer]:
    """Those seats with their people."""
    return Officer.objects.select_related("user", "agency").in_bulk(list(ids)) if ids else {}


def held(tenures: list[Tenure[int]], seats: Seats, day: date) -> int | None:
    """Whose it was on one day."""
    return who_answered(Span(day, day), tenures, seats)[0].person
