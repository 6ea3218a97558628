"""A remedy on its way: promised and reported by the unit, returned or closed by the Office."""

from datetime import date, datetime

from dondoc.agencies.models import Officer
from dondoc.agencies.models.agencies import subtree_ids
from dondoc.database.clock import day_of
from dondoc.remedies.flow import confirming_side, remedy_flow, unit_answers, unit_side
from dondoc.remedies.models import Remedy
from dondoc.tasks.models import State as TaskState
from dondoc.workflow import Refused

State = Remedy.State
SHORTEST = 20
"""Letters a cause, a solution or a result needs at least: less says nothing that can be checked."""
SETTLED = (TaskState.SUBMITTED, TaskState.DONE, TaskState.RECALLED)


@remedy_flow.step(
    "Đề ra biện pháp", who=unit_answers, frm=(State.CALLED, State.PROMISED), to=State.PROMISED
)
def promise(
    remedy: Remedy, *, by: Officer, at: datetime, cause: str, cause_told: str, solution: str,
    commit_on: date, person: Officer,
) -> None:  # fmt: skip
    """Why, what will be done, by when and by whom; the deadline of the task stays as it is."""
    _tell_cause(remedy, cause, cause_told)
    if len(solution.strip()) < SHORTEST:
        raise Refused("Giải pháp còn sơ sài: hãy nói rõ làm gì, ai làm (ít nhất 20 ký tự).")
    if commit_on <= day_of(at):
        raise Refused("Ngày cam kết phải sau hôm nay. Hãy chọn ngày đơn vị chắc chắn làm xong.")
    if not _works_there(person, remedy, day_of(at)):
        raise Refused("Người chịu trách nhiệm phải là người đương chức của đơn vị. Hãy chọn lại.")
    remedy.solution, remedy.commit_on, remedy.person = solution.strip(), commit_on, person


def _tell_cause(remedy: Remedy, cause: str, told: str) -> None:
    if cause not in Remedy.Cause.values:
        raise Refused("Hãy chọn nguyên nhân.")
    if len(told.strip()) < SHORTEST:
        raise Refused("Hãy nói rõ nguyên nhân (ít nhất 20 ký tự), để lãnh đạo hiểu và gỡ được.")
    remedy.cause, remedy.cause_told = cause, told.strip()


def _works_there(person: Officer, remedy: Remedy, day: date) -> bool:
    seats = Officer.objects.seated_on(day).filter(agency_id__in=subtree_ids([remedy.unit]))
    return seats.filter(pk=person.pk).exists()


@remedy_flow.step(
    "Báo cáo kết quả khắc phục", who=unit_side, frm=(State.CALLED, State.PROMISED),
    to=State.REPORTED,
)  # fmt: skip
def report_result(
    remedy: Remedy, *, by: Officer, at: datetime, result: str, cause: str = "", cause_told: str = ""
) -> None:
    """What came of it. Where it was put right before a promise was made, the cause is told now."""
    if cause or cause_told or not remedy.cause:
        _tell_cause(remedy, cause, cause_told)
    if len(result.strip()) < SHORTEST:
        raise Refused("Kết quả còn sơ sài: hãy nêu sản phẩm, số văn bản (ít nhất 20 ký tự).")
    remedy.result, remedy.reported_at = result.strip(), at


@remedy_flow.step(
    "Trả lại biện pháp", who=confirming_side, frm=State.PROMISED, to=State.CALLED
)  # fmt: skip
def return_promise(remedy: Remedy, *, by: Officer, at: datetime, reason: str) -> None:
    """The Office finds cause or solution thin, and says in which point."""
    _return(remedy, reason)


@remedy_flow.step("Trả lại kết quả", who=confirming_side, frm=State.REPORTED, to=State.PROMISED)
def return_result(remedy: Remedy, *, by: Officer, at: datetime, reason: str) -> None:
    """The Office finds the result thin, and says in which point; the solution stands."""
    _return(remedy, reason)
    remedy.reported_at = None


def _return(remedy: Remedy, reason: str) -> None:
    if not reason.strip():
        raise Refused("Hãy nêu rõ chưa đạt ở điểm nào để đơn vị bổ sung.")
    remedy.returned_with = reason.strip()
    remedy.times_returned += 1


@remedy_flow.step("Xác nhận đã khắc phục", who=confirming_side, frm=State.REPORTED, to=State.CLOSED)
def confirm_result(remedy: Remedy, *, by: Officer, at: datetime, despite: str = "") -> None:
    """The Office confirms the result; while the task itself is not handed in, it says why."""
    if not is_settled(remedy) and not despite.strip():
        raise Refused(
            "Nhiệm vụ chưa được đơn vị trình kết quả. Hãy chờ đơn vị trình, hoặc nêu lý do vẫn "
            "xác nhận việc khắc phục này."
        )
    remedy.despite = despite.strip()
    remedy.closed_by, remedy.closed_at = by, at


def is_settled(remedy: Remedy) -> bool:
    """Is the task, where there is one, handed in, done, or called back?"""
    return remedy.task is None or remedy.task.state in SETTLED
