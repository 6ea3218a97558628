"""Nouns of the work that is assigned."""

from dondoc.tasks.models.coordination import Coordination
from dondoc.tasks.models.obstacles import Obstacle
from dondoc.tasks.models.proposals import Proposal
from dondoc.tasks.models.schedules import Baseline, Dependency, Schedule, ScheduledTask
from dondoc.tasks.models.sub import Attachment, Extension, ProgressUpdate, SavedFilter, Watch
from dondoc.tasks.models.tasks import State, Task, TaskQuerySet, TaskVersion

__all__ = [
    "Attachment",
    "Baseline",
    "Coordination",
    "Dependency",
    "Extension",
    "Obstacle",
    "ProgressUpdate",
    "Proposal",
    "SavedFilter",
    "Schedule",
    "ScheduledTask",
    "State",
    "Task",
    "TaskQuerySet",
    "TaskVersion",
    "Watch",
]
