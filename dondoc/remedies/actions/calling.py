"""A remedy comes into being: called for by the house, or by an inspection that found poor work."""

from datetime import date, datetime
from typing import Any

from dondoc.agencies.models import Agency
from dondoc.planning.models import ProgrammeItem
from dondoc.remedies.flow import house_or_judges, remedy_flow
from dondoc.remedies.models import InspectionFinding, Remedy
from dondoc.tasks.models import Task


@remedy_flow.start("Yêu cầu khắc phục", who=house_or_judges)
def call_for(
    committee: Agency,
    *,
    by: Any,
    at: datetime,
    unit: Agency,
    ground: str,
    month: date,
    task: Task | None = None,
    item: ProgrammeItem | None = None,
    finding: InspectionFinding | None = None,
) -> Remedy:
    """The unit must say why, what it will do, by when and who; then show what came of it."""
    return Remedy.objects.create(
        committee=committee, unit=unit, ground=ground, month=month, task=task, item=item,
        finding=finding, called_at=at,
    )  # fmt: skip
