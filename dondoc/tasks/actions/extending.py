"""Deadlines move only in the open: asked before they pass, decided by the assigner's side.

The original deadline is never lost, and each grant is counted.
"""

from datetime import date, datetime

from dondoc.agencies.models import CommitteeRules, Officer
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.flow import deciding_side, flow, lead_head
from dondoc.tasks.models import Extension, Task
from dondoc.tasks.models.tasks import IN_HAND, OPEN
from dondoc.workflow import Refused


@flow.step("Đề nghị gia hạn", who=lead_head, frm=IN_HAND)
def ask_extension(task: Task, *, by: Officer, at: datetime, reason: str, due_on: date) -> Extension:
    """The lead unit asks for a later day, before the deadline passes, with its reason."""
    _require_room(task, at)
    if not reason.strip():
        raise Refused("Hãy nêu lý do xin gia hạn và kết quả đã đạt được.")
    if task.due_on is None or due_on <= task.due_on:
        raise Refused("Thời hạn đề nghị phải sau thời hạn hiện tại.")
    return Extension.objects.create(
        task=task, asked_by=by, asked_at=at, reason=reason.strip(),
        due_on_before=task.due_on, due_on_asked=due_on,
    )  # fmt: skip


def _require_room(task: Task, at: datetime) -> None:
    if task.due_at is None:
        raise Refused("Nhiệm vụ không có thời hạn nên không cần gia hạn.")
    if at >= task.due_at:
        raise Refused(
            "Thời hạn đã qua, không thể xin gia hạn. Hãy cập nhật tình hình và báo cáo lý do chậm."
        )
    if task.extensions.filter(state=Extension.State.ASKED).exists():
        raise Refused("Đã có một đề nghị gia hạn đang chờ quyết định.")
    most = CommitteeRules.of(task.issuer).max_extensions
    if task.extensions_granted >= most:
        raise Refused(
            f"Nhiệm vụ đã được gia hạn {task.extensions_granted} lần, tối đa là {most} lần."
        )


@flow.step("Đồng ý gia hạn", who=deciding_side, frm=OPEN)
def grant_extension(
    task: Task, *, by: Officer, at: datetime, extension: Extension, due_on: date, answer: str = ""
) -> None:
    """The assigner grants the day asked for, or an earlier one."""
    asked = _still_asked(extension, task)
    if not asked.due_on_before < due_on <= asked.due_on_asked:
        raise Refused(
            "Thời hạn duyệt phải sau thời hạn hiện tại và không muộn hơn ngày đơn vị đề nghị."
        )
    _decide(asked, Extension.State.GRANTED, by, at, answer, due_on)
    Due(due_on, None, task.due_phrase, f"gia hạn từ {task.due_on:%d/%m/%Y}").put_on(task)
    task.extensions_granted += 1


@flow.step("Không đồng ý gia hạn", who=deciding_side, frm=OPEN)
def refuse_extension(
    task: Task, *, by: Officer, at: datetime, extension: Extension, answer: str
) -> None:
    """The assigner refuses, with his reason; the deadline stands."""
    if not answer.strip():
        raise Refused("Hãy nêu lý do không đồng ý gia hạn.")
    _decide(_still_asked(extension, task), Extension.State.REFUSED, by, at, answer, None)


def _still_asked(extension: Extension, task: Task) -> Extension:
    fresh = task.extensions.filter(pk=extension.pk, state=Extension.State.ASKED).first()
    if fresh is None:
        raise Refused("Đề nghị gia hạn này đã được quyết định.")
    return fresh


def _decide(
    extension: Extension, state: str, by: Officer, at: datetime, answer: str, due_on: date | None
) -> None:
    extension.state, extension.decided_by, extension.decided_at = state, by, at
    extension.answer, extension.due_on_granted = answer.strip(), due_on
    extension.save()


@flow.step("Điều chỉnh thời hạn", who=deciding_side, frm=OPEN)
def change_deadline(task: Task, *, by: Officer, at: datetime, due: Due, reason: str) -> None:
    """The assigner himself sets another deadline, with the document or reason that bears it."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do, căn cứ điều chỉnh thời hạn.")
    due.put_on(task)
