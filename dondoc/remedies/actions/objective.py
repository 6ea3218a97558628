"""An objective cause: asked for by the unit, granted or refused by the side that gave the work.

It is shown beside the figures and never changes them: late stays late.
"""

from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.remedies.flow import grants_causes, objective_flow, unit_answers
from dondoc.remedies.models import ObjectiveCause, Remedy
from dondoc.workflow import Refused

State = ObjectiveCause.State


@objective_flow.start("Đề nghị công nhận nguyên nhân khách quan", who=unit_answers)
def ask_objective(remedy: Remedy, *, by: Officer, at: datetime, reason: str) -> ObjectiveCause:
    """The unit says what lay outside its power, and what it did about it."""
    if not remedy.is_open:
        raise Refused("Việc khắc phục đã đóng, không đề nghị được nữa.")
    if not reason.strip():
        raise Refused("Hãy nêu nguyên nhân khách quan và việc đơn vị đã làm để tháo gỡ.")
    if ObjectiveCause.objects.filter(remedy=remedy).exists():
        raise Refused("Đã có đề nghị cho việc này. Hãy xem ý kiến trả lời.")
    return ObjectiveCause.objects.create(
        remedy=remedy, reason=reason.strip(), asked_by=by, asked_at=at
    )


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
