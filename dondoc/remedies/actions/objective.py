"""An objective cause: asked for by the unit, granted or refused by the side that gave the work.

It is shown beside the figures and never changes them: late stays late.
"""

from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.remedies.flow import asks_causes, grants_causes, objective_flow
from dondoc.remedies.models import ObjectiveCause, Remedy
from dondoc.remedies.models.remedies import ObjectiveCauseQuerySet
from dondoc.rules.timeliness import is_late
from dondoc.tasks.models import Task
from dondoc.workflow import Refused

State = ObjectiveCause.State
ALREADY = "Đã có đề nghị cho việc này. Hãy xem ý kiến trả lời."


@objective_flow.start("Đề nghị công nhận nguyên nhân khách quan", who=asks_causes)
def ask_objective(
    matter: Remedy | Task, *, by: Officer, at: datetime, reason: str
) -> ObjectiveCause:
    """The unit says what lay outside its power, and what it did about it."""
    if not reason.strip():
        raise Refused("Hãy nêu nguyên nhân khách quan và việc đơn vị đã làm để tháo gỡ.")
    if isinstance(matter, Task):
        return _of_task(matter, by, at, reason.strip())
    if not matter.is_open:
        raise Refused("Việc khắc phục đã đóng, không đề nghị được nữa.")
    if ObjectiveCause.objects.filter(remedy=matter).exists():
        raise Refused(ALREADY)
    if matter.task and _standing(matter.task).filter(remedy=None).exists():
        raise Refused(ALREADY)
    return ObjectiveCause.objects.create(
        remedy=matter, task=matter.task, committee=matter.committee, unit=matter.unit,
        reason=reason.strip(), asked_by=by, asked_at=at,
    )  # fmt: skip


def _of_task(task: Task, by: Officer, at: datetime, reason: str) -> ObjectiveCause:
    if not is_late(task.due_at, task.submitted_at, at):
        raise Refused("Nhiệm vụ chưa quá hạn. Nếu không kịp thời hạn, hãy xin gia hạn.")
    if _standing(task).exists():
        raise Refused(ALREADY)
    return ObjectiveCause.objects.create(
        task=task, committee=task.issuer, unit=task.lead, reason=reason, asked_by=by, asked_at=at
    )


def _standing(task: Task) -> ObjectiveCauseQuerySet:
    return ObjectiveCause.objects.filter(task=task).exclude(state=State.REFUSED)


@objective_flow.step(
    "Công nhận nguyên nhân khách quan", who=grants_causes, frm=State.ASKED, to=State.GRANTED
)
def grant_objective(objective: ObjectiveCause, *, by: Officer, at: datetime, answer: str) -> None:
    """Granted, with the words on which it rests."""
    _decide(objective, by, at, answer)


@objective_flow.step(
    "Không công nhận nguyên nhân khách quan", who=grants_causes, frm=State.ASKED, to=State.REFUSED
)
def refuse_objective(objective: ObjectiveCause, *, by: Officer, at: datetime, answer: str) -> None:
    """Refused, with its reason."""
    _decide(objective, by, at, answer)


def _decide(objective: ObjectiveCause, by: Officer, at: datetime, answer: str) -> None:
    if not answer.strip():
        raise Refused("Hãy nêu lý do của quyết định.")
    objective.answer, objective.decided_by, objective.decided_at = answer.strip(), by, at
