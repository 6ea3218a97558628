"""Which tasks inspections found poor: told to the programme, whose results count them."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from dondoc.remedies.models import Inspection, InspectionFinding


def found_poor(tasks: QuerySet[Any, Any], at: datetime) -> set[int]:
    """Those of the tasks that an inspection concluded by then found poor, itself or as an item."""
    concluded = InspectionFinding.objects.filter(
        poor=True, inspection__state=Inspection.State.DONE, inspection__done_at__lte=at
    )
    found = concluded.annotate(about=Coalesce("task", "item__task")).filter(about__in=tasks)
    return set(found.values_list("about", flat=True))
