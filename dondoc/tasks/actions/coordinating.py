"""Working together: the lead unit asks a supporting one, which answers, late or in time."""

from datetime import date, datetime

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.tasks.flow import asked_of, asks_partner, hands_over_coordination, lead_unit
from dondoc.tasks.models import Coordination, Task
from dondoc.workflow import Flow, NotNow, Refused

coordination_flow = Flow("coordination", "đề nghị phối hợp")
State = Coordination.State
SHORTEST = 15
"""Letters an answer needs at least: "đã nhận" is none."""


@coordination_flow.start("Đề nghị phối hợp", who=lead_unit)
def ask_coordination(
    task: Task, *, by: Officer, at: datetime, unit: Agency, words: str, answer_on: date
) -> Coordination:
    """Of a unit that supports the task: an opinion, figures, a piece of work."""
    if not task.is_open:
        raise Refused("Nhiệm vụ không còn thực hiện nên không đề nghị phối hợp được.")
    if not task.supports.filter(agency=unit).exists():
        raise Refused(f"{unit.name} không phải đơn vị phối hợp của nhiệm vụ này.")
    if not words.strip():
        raise Refused("Hãy nêu nội dung cần phối hợp.")
    if answer_on < day_of(at):
        raise Refused("Ngày trả lời đã qua. Hãy chọn ngày từ hôm nay.")
    if task.coordinations.filter(unit=unit, state=State.WAITING).exists():
        raise Refused(f"Đang chờ {unit.name} trả lời một đề nghị. Hãy rút đề nghị ấy trước.")
    return Coordination.objects.create(
        task=task, unit=unit, words=words.strip(), answer_on=answer_on, asked_by=by, asked_at=at
    )


@coordination_flow.step("Trả lời phối hợp", who=asked_of, frm=State.WAITING, to=State.ANSWERED)
def answer_coordination(
    coordination: Coordination, *, by: Officer, at: datetime, answer: str
) -> None:
    """The supporting unit says what was asked of it."""
    if len(answer.strip()) < SHORTEST:
        raise Refused(
            f"Trả lời còn trống hoặc quá ngắn: hãy nêu rõ ý kiến, kết quả (từ {SHORTEST} ký tự)."
        )
    coordination.answer = answer.strip()
    coordination.answered_by, coordination.answered_at = by, at


@coordination_flow.step("Đề nghị làm rõ", who=asks_partner, frm=State.ANSWERED, to=State.WAITING)
def return_coordination(
    coordination: Coordination, *, by: Officer, at: datetime, remark: str
) -> None:
    """The answer does not answer: the wait goes on, and its day stays as it was."""
    if not remark.strip():
        raise Refused("Hãy nêu điều cần làm rõ.")
    if not coordination.task.is_open:
        raise Refused("Nhiệm vụ không còn thực hiện nên không cần làm rõ nữa.")
    coordination.remark, coordination.answered_at = remark.strip(), None
    coordination.times_returned += 1


@coordination_flow.step("Rút đề nghị", who=asks_partner, frm=State.WAITING, to=State.WITHDRAWN)
def withdraw_coordination(
    coordination: Coordination, *, by: Officer, at: datetime, remark: str
) -> None:
    """It is not needed any more; the days waited stay counted."""
    if not remark.strip():
        raise Refused("Hãy nêu lý do rút đề nghị.")
    coordination.remark, coordination.withdrawn_at = remark.strip(), at


@coordination_flow.step("Chuyển cơ quan kế thừa", who=hands_over_coordination, frm=State.WAITING)
def succeed_in_coordination(
    coordination: Coordination, *, by: Officer, at: datetime, ended: Agency, successor: Agency,
    handover: str,
) -> None:  # fmt: skip
    """What was asked of a body that ended is asked of its successor; the clock runs on."""
    if coordination.unit_id != ended.pk:
        raise NotNow("Đề nghị phối hợp đã có đơn vị khác nhận. Hãy lập lại danh sách bàn giao.")
    if not successor.exists_on(day_of(at)):
        raise Refused(f"{successor.name} không hoạt động vào ngày bàn giao.")
    coordination.unit = successor
