"""What the lead unit does while the task is in its hands."""

from collections.abc import Sequence
from datetime import date, datetime

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.documents.models import StoredFile
from dondoc.tasks.actions.obstacles import put_before_the_leader
from dondoc.tasks.flow import flow, lead_head, lead_unit
from dondoc.tasks.models import Attachment, ProgressUpdate, State, Task
from dondoc.tasks.models.tasks import IN_HAND
from dondoc.workflow import Refused


@flow.step("Tiếp nhận", who=lead_unit, frm=State.ASSIGNED, to=State.ACCEPTED)
def accept(task: Task, *, by: Officer, at: datetime) -> None:
    """The lead unit signs for receipt."""
    task.accepted_at = at


@flow.step("Trả lại", who=lead_head, frm=(State.ASSIGNED, State.ACCEPTED), to=State.RETURNED)
def return_to_assigner(task: Task, *, by: Officer, at: datetime, reason: str) -> None:
    """The lead unit says the task is not its own to do, and why."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do trả lại: vì sao không thuộc thẩm quyền, đơn vị nào phù hợp.")


@flow.step("Cập nhật tình hình", who=lead_unit, frm=IN_HAND, to=State.UNDER_WAY)
def post_update(
    task: Task,
    *,
    by: Officer,
    at: datetime,
    narrative: str,
    percent: int | None = None,
    milestone: str = "",
    obstacle: str = "",
    proposal: str = "",
    claimed_on: date | None = None,
    files: Sequence[StoredFile] = (),
) -> ProgressUpdate:
    """The lead unit says how the work stands; the first update is also the receipt."""
    _require_narrative(narrative, claimed_on, at)
    if obstacle.strip() and not proposal.strip():
        raise Refused("Đã nêu khó khăn, vướng mắc: hãy nêu cả đề xuất, kiến nghị xử lý.")
    task.accepted_at = task.accepted_at or at
    task.first_updated_at = task.first_updated_at or at
    task.last_updated_at = at
    if percent is not None:
        task.percent = percent
    update = ProgressUpdate.objects.create(
        task=task, author=by, posted_at=at, claimed_on=claimed_on, narrative=narrative.strip(),
        percent=percent, milestone=milestone, obstacle=obstacle.strip(), proposal=proposal.strip(),
    )  # fmt: skip
    attach(update, files)
    if update.obstacle:
        put_before_the_leader(task, by=by, at=at, words=update.obstacle, proposal=update.proposal)
    return update


def _require_narrative(narrative: str, claimed_on: date | None, at: datetime) -> None:
    if not narrative.strip():
        raise Refused("Hãy viết ít nhất một câu về tình hình thực hiện.")
    if claimed_on and claimed_on > day_of(at):
        raise Refused("Ngày thực hiện không được ở tương lai.")


def attach(update: ProgressUpdate, files: Sequence[StoredFile]) -> None:
    """Files go with an update, in the order given."""
    Attachment.objects.bulk_create([Attachment(update=update, file=file) for file in files])
