"""Verbs of the task, by stage."""

from dondoc.tasks.actions.assigning import (
    assign,
    entrust,
    pass_down,
    reassign,
    recall,
    revise,
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
from dondoc.tasks.actions.marking import star, unstar, unwatch, watch

__all__ = [
    "accept",
    "ask_extension",
    "assign",
    "change_deadline",
    "confirm",
    "entrust",
    "export_tasks",
    "forget_filter",
    "grant_extension",
    "import_tasks",
    "pass_down",
    "post_update",
    "reassign",
    "recall",
    "refuse_extension",
    "reopen",
    "return_to_assigner",
    "revise",
    "save_filter",
    "send_back",
    "star",
    "submit",
    "unstar",
    "unwatch",
    "watch",
]
