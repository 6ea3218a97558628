"""Verbs of the task, by stage."""

from dondoc.tasks.actions.assigning import (
    assign,
    entrust,
    pass_down,
    reassign,
    recall,
    revise,
)
from dondoc.tasks.actions.coordinating import (
    answer_coordination,
    ask_coordination,
    return_coordination,
    succeed_in_coordination,
    withdraw_coordination,
)
from dondoc.tasks.actions.doing import accept, post_update, return_to_assigner
from dondoc.tasks.actions.extending import (
    ask_extension,
    change_deadline,
    grant_extension,
    refuse_extension,
)
from dondoc.tasks.actions.filing import export_tasks, forget_filter, import_tasks, save_filter
from dondoc.tasks.actions.finishing import confirm, reopen, send_back, submit
from dondoc.tasks.actions.handing_on import pass_on, pass_on_filter, pass_on_watch, succeed
from dondoc.tasks.actions.marking import star, unstar, unwatch, watch
from dondoc.tasks.actions.obstacles import (
    answer_obstacle,
    close_obstacle,
    hand_on_obstacle,
    pass_on_obstacle,
    raise_obstacle,
    restate_obstacle,
)
from dondoc.tasks.actions.schedules import (
    add_tasks,
    close_schedule,
    lay_in,
    link,
    plan_task,
    redraw,
    set_baseline,
    set_up,
    take_out,
    unlink,
    warn_of_slip,
)
from dondoc.tasks.actions.suspending import resume, suspend, suspend_longer

__all__ = [
    "accept",
    "add_tasks",
    "answer_coordination",
    "answer_obstacle",
    "ask_coordination",
    "ask_extension",
    "assign",
    "change_deadline",
    "close_obstacle",
    "close_schedule",
    "confirm",
    "entrust",
    "export_tasks",
    "forget_filter",
    "grant_extension",
    "hand_on_obstacle",
    "import_tasks",
    "lay_in",
    "link",
    "pass_down",
    "pass_on",
    "pass_on_filter",
    "pass_on_obstacle",
    "pass_on_watch",
    "plan_task",
    "post_update",
    "raise_obstacle",
    "reassign",
    "recall",
    "redraw",
    "refuse_extension",
    "reopen",
    "restate_obstacle",
    "resume",
    "return_coordination",
    "return_to_assigner",
    "revise",
    "save_filter",
    "send_back",
    "set_baseline",
    "set_up",
    "star",
    "submit",
    "succeed",
    "succeed_in_coordination",
    "suspend",
    "suspend_longer",
    "take_out",
    "unlink",
    "unstar",
    "unwatch",
    "warn_of_slip",
    "watch",
    "withdraw_coordination",
]
