"""The result: submitted by the unit, confirmed or sent back by the side that gave the task."""

from collections.abc import Sequence
from datetime import date, datetime

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.documents.models import StoredFile
from dondoc.tasks.actions.doing import attach
from dondoc.tasks.flow import flow, issuing_office, lead_unit
from dondoc.tasks.models import ProgressUpdate, State, Task
from dondoc.tasks.models.tasks import IN_HAND
from dondoc.workflow import NotPermitted, Refused

SHORTEST_RESULT = 20
"""Letters a result needs at least when no file shows it."""


@flow.step("Trình kết quả", who=lead_unit, frm=IN_HAND, to=State.SUBMITTED)
def submit(
    task: Task,
    *,
    by: Officer,
    at: datetime,
    narrative: str,
    files: Sequence[StoredFile] = (),
    claimed_on: date | None = None,
    late_reason: str = "",
) -> ProgressUpdate:
    """The lead unit submits the result with its evidence; lateness is judged at this instant."""
    if not files and len(narrative.strip()) < SHORTEST_RESULT:
        raise Refused(
            "Kết quả cần có tệp minh chứng, hoặc nêu rõ số văn bản, sản phẩm (ít nhất 20 ký tự)."
        )
    if task.due_at and at >= task.due_at and not late_reason.strip():
        raise Refused("Nhiệm vụ đã quá hạn: hãy nêu lý do chậm.")
    if task.children.exclude(state__in=(State.DONE, State.RECALLED)).exists():
        raise Refused(
            "Còn việc đã chuyển cấp dưới chưa xong: hãy xác nhận hoặc thu hồi trước khi trình."
        )
    if claimed_on and claimed_on > day_of(at):
        raise Refused("Ngày hoàn thành không được ở tương lai.")
    task.accepted_at = task.accepted_at or at
    task.first_updated_at = task.first_updated_at or at
    task.last_updated_at = task.submitted_at = at
    task.percent = 100
    update = ProgressUpdate.objects.create(
        task=task, kind=ProgressUpdate.Kind.RESULT, author=by, posted_at=at, claimed_on=claimed_on,
        narrative=narrative.strip() or "Kết quả theo tệp đính kèm.", percent=100,
        obstacle=late_reason.strip(),
    )  # fmt: skip
    attach(update, files)
    return update


@flow.step("Xác nhận hoàn thành", who=issuing_office, frm=State.SUBMITTED, to=State.DONE)
def confirm(task: Task, *, by: Officer, at: datetime, remark: str = "") -> None:
    """The Office accepts the result; nobody confirms what he submitted himself."""
    result = task.updates.filter(kind=ProgressUpdate.Kind.RESULT).order_by("-posted_at").first()
    if result and result.author.user_id == by.user_id:
        raise NotPermitted("Người đã trình kết quả không được tự xác nhận.")
    task.confirmed_at = at


@flow.step("Trả lại kết quả", who=issuing_office, frm=State.SUBMITTED, to=State.REWORK)
def send_back(task: Task, *, by: Officer, at: datetime, reason: str) -> None:
    """The Office finds the result wanting: it counts as not completed and the clock runs on."""
    if not reason.strip():
        raise Refused("Hãy nêu rõ kết quả chưa đạt ở điểm nào để đơn vị làm lại.")
    task.submitted_at, task.percent = None, min(task.percent, 90)
    task.times_sent_back += 1


@flow.step("Mở lại", who=issuing_office, frm=State.DONE, to=State.UNDER_WAY)
def reopen(task: Task, *, by: Officer, at: datetime, reason: str) -> None:
    """The Office opens a completed task again, with its reason."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do mở lại nhiệm vụ.")
    task.submitted_at = task.confirmed_at = None
