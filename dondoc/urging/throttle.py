"""Nobody is pestered: which matters may not be urged now, and why."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Max

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.database.clock import day_of
from dondoc.rules import urging
from dondoc.urging.models import SlipMatter


def last_urged(tasks: Collection[int]) -> dict[int, datetime]:
    """When each task was last urged by a paper."""
    sent = SlipMatter.objects.filter(task__in=tasks, slip__issued_at__isnull=False)
    return dict(sent.order_by().values_list("task").annotate(Max("slip__issued_at")))


def why_not_yet(committee: Agency, tasks: Collection[int], at: datetime) -> dict[int, str]:
    """The tasks that may not be urged now, with the reason in words."""
    hours = CommitteeRules.of(committee).urge_again_hours
    is_working, last = calendar_of(committee).is_working(day_of(at)), last_urged(tasks)
    reasons = {
        task: urging.why_not_yet(last.get(task), at, hours, is_working=is_working) for task in tasks
    }
    return {task: why for task, why in reasons.items() if why}
