"""The flow of a task, and the words its headers use to say who."""

from typing import Any

from dondoc.agencies.models import Kind, Officer, Role
from dondoc.agencies.roles import (
    assigns_for,
    hands_over_for,
    leader_of,
    office_of,
    speaks_for,
)
from dondoc.journal.models import House
from dondoc.tasks.models import Coordination, Obstacle, Task
from dondoc.workflow import Flow

flow = Flow("task", "nhiệm vụ")


def assigner(by: Any, body: Any) -> bool:
    """May give tasks in the name of the body from which a task is started; so does the clock.

    The house gives only what somebody had it give: the next period of a recurring duty.
    """
    return isinstance(by, House) or assigns_for(by, body)


def lead_unit(by: Any, task: Task) -> bool:
    """The lead unit, or the person it entrusted with the task."""
    if isinstance(by, Officer) and by.pk == task.executor_id:
        return True
    return speaks_for(by, task.lead_id)


def lead_head(by: Any, task: Task) -> bool:
    """Those of the lead unit who answer for it to the outside: not a single officer of it."""
    return speaks_for(by, task.lead_id) and by.role != Role.OFFICER


def issuing_side(by: Any, task: Task) -> bool:
    """Whoever may give tasks for the body that gave this one, and is not of the lead unit."""
    return assigns_for(by, task.issuer) and not speaks_for(by, task.lead_id)


def issuing_office(by: Any, task: Task) -> bool:
    """The Office of the committee that gave the task; in a smaller body, whoever gives tasks.

    Nobody judges his own unit's result: of what the Office leads itself, a leader does.
    """
    if not task.issuer.is_committee:
        return issuing_side(by, task)
    if leader_of(by, task.issuer_id):
        return led_by_the_office(task)
    return office_of(by, task.issuer_id) and not speaks_for(by, task.lead_id)


def led_by_the_office(task: Task) -> bool:
    """The Office of the committee that gave the task leads it itself."""
    return task.lead.kind == Kind.OFFICE and task.lead.parent_id == task.issuer_id


def deciding_side(by: Any, task: Task) -> bool:
    """Who decides on deadlines: a leader of the committee or the head of its Office."""
    if not task.issuer.is_committee:
        return issuing_side(by, task)
    if speaks_for(by, task.lead_id):
        return False
    return leader_of(by, task.issuer_id) or (
        office_of(by, task.issuer_id) and by.role == Role.OFFICE_HEAD
    )


def leading_side(by: Any, task: Task) -> bool:
    """Who puts a task off: a leader of the committee that gave it; in a body, who gives tasks."""
    if not task.issuer.is_committee:
        return issuing_side(by, task)
    return leader_of(by, task.issuer_id)


def raises(by: Any, obstacle: Obstacle) -> bool:
    """The unit that met the obstacle."""
    return lead_unit(by, obstacle.task)


def answers_obstacle(by: Any, obstacle: Obstacle) -> bool:
    """A leader of the committee that gave the task; in a body, whoever gives its tasks."""
    return leading_side(by, obstacle.task)


def places_obstacle(by: Any, obstacle: Obstacle) -> bool:
    """A leader, or the Office that puts matters before them."""
    return answers_obstacle(by, obstacle) or issuing_side(by, obstacle.task)


def ends_obstacle(by: Any, obstacle: Obstacle) -> bool:
    """Whoever it waits for, or the unit that got over it."""
    return places_obstacle(by, obstacle) or raises(by, obstacle)


def asks_partner(by: Any, coordination: Coordination) -> bool:
    """The lead unit that asked."""
    return lead_unit(by, coordination.task)


def asked_of(by: Any, coordination: Coordination) -> bool:
    """Whoever is of the unit that is asked."""
    return speaks_for(by, coordination.unit_id)


def hands_over_task(by: Any, task: Task) -> bool:
    """Whoever hands over for the unit that leads the task, or for the body that gave it."""
    return hands_over_for(by, task.lead) or hands_over_for(by, task.issuer)


def hands_over_obstacle(by: Any, obstacle: Obstacle) -> bool:
    """As for its task."""
    return hands_over_task(by, obstacle.task)


def hands_over_coordination(by: Any, coordination: Coordination) -> bool:
    """Whoever hands over for the unit that is asked, or for its task."""
    return hands_over_for(by, coordination.unit) or hands_over_task(by, coordination.task)


def hands_over_list(by: Any, officer: Officer) -> bool:
    """Whoever hands over for the body in which the officer sits or sat."""
    return hands_over_for(by, officer.agency)


def anyone_who_sees(by: Any, task: Task) -> bool:
    """Doors fetch tasks through `visible_to`, so whoever holds one may see it."""
    return isinstance(by, Officer)
