"""Bringing tasks in from a sheet: read, planned and told first, then all or nothing."""

from dondoc.tasks.importing.bringing import bring_in
from dondoc.tasks.importing.planning import Outcome, Plan, Planned, plan_import

__all__ = ["Outcome", "Plan", "Planned", "bring_in", "plan_import"]
