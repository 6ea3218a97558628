"""The assigning leader puts a task off and lets it go on: meanwhile its clock stands still."""

from datetime import date, datetime

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.rules.pausing import due_after_pause
from dondoc.rules.timeliness import is_late
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.flow import flow, leading_side
from dondoc.tasks.models import State, Task
from dondoc.tasks.models.tasks import IN_HAND
from dondoc.workflow import Refused


@flow.step("Tạm hoãn", who=leading_side, frm=IN_HAND, to=State.SUSPENDED)
def suspend(task: Task, *, by: Officer, at: datetime, reason: str, review_on: date) -> None:
    """The task waits, outside every rate, until a day on which it is looked at again."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do tạm hoãn: đang chờ điều kiện gì, căn cứ nào.")
    if review_on <= day_of(at):
        raise Refused("Ngày xem xét lại phải sau hôm nay.")
    task.suspended_at, task.review_on = at, review_on


@flow.step("Lùi ngày xem xét lại", who=leading_side, frm=State.SUSPENDED)
def suspend_longer(task: Task, *, by: Officer, at: datetime, reason: str, review_on: date) -> None:
    """What it waits for has not come yet."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do tiếp tục tạm hoãn.")
    if task.review_on is None or review_on <= max(task.review_on, day_of(at)):
        raise Refused("Ngày xem xét lại phải sau hôm nay và sau ngày đã đặt.")
    task.review_on = review_on


@flow.step("Cho tiếp tục thực hiện", who=leading_side, frm=State.SUSPENDED)
def resume(
    task: Task, *, by: Officer, at: datetime, due_on: date | None = None, reason: str = ""
) -> None:
    """The task goes on where it stood; it has the working days it had left, or the day given."""
    resumed_on, proposed = day_of(at), due_on_resuming(task, at)
    if proposed is not None:
        granted = due_on or proposed
        if granted < resumed_on:
            raise Refused("Thời hạn mới không được trước hôm nay.")
        suspended_on = day_of(task.suspended_at) if task.suspended_at else resumed_on
        if granted != task.due_on:
            rule = f"tạm hoãn từ {suspended_on:%d/%m/%Y} đến {resumed_on:%d/%m/%Y}"
            Due(granted, task.due_time, task.due_phrase, rule, task.due_strict).put_on(task)
    task.suspended_at = task.review_on = None
    task.state = _stood(task)


def due_on_resuming(task: Task, at: datetime) -> date | None:
    """The deadline if the task went on now; none where it has none, or was late before."""
    if task.due_on is None or task.suspended_at is None:
        return None
    if is_late(task.due_at, None, task.suspended_at):
        return None
    calendar = calendar_of(task.issuer.committee or task.issuer)
    return due_after_pause(task.due_on, day_of(task.suspended_at), day_of(at), calendar)


def _stood(task: Task) -> str:
    if task.first_updated_at:
        return State.UNDER_WAY
    return State.ACCEPTED if task.accepted_at else State.ASSIGNED
