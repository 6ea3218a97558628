"""Nouns of the work that is assigned."""

from dondoc.tasks.models.proposals import Proposal
from dondoc.tasks.models.sub import Attachment, Extension, ProgressUpdate, SavedFilter, Watch
from dondoc.tasks.models.tasks import State, Task, TaskQuerySet, TaskVersion

__all__ = [
    "Attachment",
    "Extension",
    "ProgressUpdate",
    "Proposal",
    "SavedFilter",
    "State",
    "Task",
    "TaskQuerySet",
    "TaskVersion",
    "Watch",
]
