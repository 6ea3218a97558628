"""Who hears of schedules: the units whose tasks stand in them, where it concerns them."""

from collections.abc import Set

from dondoc.agencies.models import Agency
from dondoc.notifications.audience.deeds import NONE, Deed, Hearers, all_of, nobody
from dondoc.tasks.models import Task


def units(deed: Deed) -> Set[int]:
    """Heads and focal points of every unit that leads a task of the schedule."""
    leads = Task.objects.filter(scheduled__schedule=deed.subject).values("lead")
    bodies = Agency.objects.filter(pk__in=leads)
    return NONE.union(*(deed.seats.answering_for(body) for body in bodies))


def unit_of_task(deed: Deed) -> Set[int]:
    """Heads and focal points of the unit whose task was planned anew."""
    told = deed.said.get("task") or {}
    found = Task.objects.filter(pk__in=[told.get("id")]).select_related("lead").first()
    return deed.seats.answering_for(found.lead) if found else NONE


def office(deed: Deed) -> Set[int]:
    """Those who track for the committee."""
    return deed.seats.answering_for(deed.subject.committee)


AUDIENCE: dict[str, Hearers] = {
    "schedule.set_up": nobody,
    "schedule.redraw": nobody,
    "schedule.add_tasks": nobody,
    "schedule.take_out": nobody,
    "schedule.link": nobody,
    "schedule.unlink": nobody,
    "schedule.lay_in": nobody,  # deadlines that break are told by task.warn_of_slip
    "schedule.plan_task": all_of(unit_of_task, office),
    "schedule.set_baseline": all_of(units, office),
    "schedule.close_schedule": nobody,
}
