"""What needs a leader now: at most ten matters, the kinds in turn so that none hides another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, zip_longest

from dondoc.agencies.calendars import soon_until
from dondoc.agencies.models import Agency, CommitteeRules, Officer
from dondoc.rules.timeliness import Judgement, soon_in_words
from dondoc.rules.wording import day_short
from dondoc.tasks.models import Extension, State, Task

MOST = 10


@dataclass(frozen=True)
class Matter:
    """A task that waits for a leader, and why."""

    task: Task
    why: str
    judged: Judgement

    @property
    def timeliness(self) -> str:
        return str(self.judged.timeliness)


def matters(officer: Officer, committee: Agency, at: datetime) -> list[Matter]:
    """Overdue starred tasks, extensions asked for, tasks returned: those waiting longest first."""
    given = Task.objects.visible_to(officer).filter(issuer=committee).select_related("lead")
    late = given.overdue(at).starred().order_by("due_at", "pk")[:MOST]
    returned = given.filter(state=State.RETURNED).order_by("assigned_at", "pk")[:MOST]
    asked = Extension.objects.filter(
        state=Extension.State.ASKED, task__in=Task.objects.visible_to(officer),
        task__issuer=committee,
    ).select_related("task__lead").order_by("asked_at", "pk")[:MOST]  # fmt: skip
    in_turn: Iterable[tuple[Task, str] | None] = chain.from_iterable(
        zip_longest(
            ((task, "Nhiệm vụ gắn sao đã quá hạn") for task in late),
            ((one.task, f"Đề nghị gia hạn đến {day_short(one.due_on_asked)}") for one in asked),
            ((task, "Đơn vị trả lại, chờ giao lại") for task in returned),
        )
    )
    soon = soon_until(committee, at)
    chosen = [matter for matter in in_turn if matter is not None][:MOST]
    return [Matter(task, why, task.judged(at, soon)) for task, why in chosen]


def soon_words(committee: Agency) -> str:
    """When a task of the committee is due soon, in words."""
    rules = CommitteeRules.of(committee)
    return soon_in_words(rules.due_soon_days, rules.due_soon_percent)
