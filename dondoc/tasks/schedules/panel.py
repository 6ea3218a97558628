"""Where a task stands in its schedule, for the task's own page."""

from dataclasses import dataclass
from datetime import date

from dondoc.agencies.models import Officer
from dondoc.tasks.models import Schedule, ScheduledTask, State, Task
from dondoc.tasks.schedules.showing import Shown, View, Wait


@dataclass(frozen=True)
class Place:
    """The schedule a task stands in, and what it waits for and keeps waiting there."""

    schedule: Schedule
    shown: Shown
    waits: list[Wait]
    holds: list[Wait]


def place_of(task: Task, officer: Officer, today: date) -> Place | None:
    """None for a task that is in no schedule, which costs one query."""
    if task.state == State.RECALLED:
        return None
    found = ScheduledTask.objects.filter(task=task).select_related("schedule__committee").first()
    if found is None:
        return None
    view = View(found.schedule, officer, today)
    waits = [one for one in view.waits_of(task.pk) if not one.other.is_finished]
    holds = [one for one in view.holds_of(task.pk) if not one.other.is_finished]
    return Place(found.schedule, view.show(task.pk), waits, holds)
