"""Slips: drafted by the system, sent by a person, answered by the unit, closed or raised."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules, Officer, Role
from dondoc.database.clock import day_of
from dondoc.documents.issuing import number, put_out
from dondoc.documents.models import Type
from dondoc.remedies.actions import draft_consideration
from dondoc.rules import urging
from dondoc.tasks.models import State as TaskState
from dondoc.tasks.models import Task
from dondoc.urging import drafting, throttle
from dondoc.urging.flow import answers_slip, hands_over_urging, urges, urges_for
from dondoc.urging.models import Slip, SlipMatter
from dondoc.urging.paper import issuer_of, letterhead_of, slip_paper
from dondoc.workflow import Flow, NotNow, NotPermitted, Refused

slip_flow = Flow("slip", "phiếu, công văn đôn đốc")
Kind, State = Slip.Kind, Slip.State
Answer = tuple[str, str, date | None]
"""Cause, solution, the day promised."""

SERIES = {Kind.REMINDER: "phiếu"}
LETTERS = "công văn"
"""The series of the register; the letters of an Office run on in one."""
NEXT = {Kind.REMINDER: Kind.LETTER, Kind.LETTER: Kind.EXPLANATION}
MOST = 200
"""Matters one letter may list."""


@slip_flow.start("Soạn phiếu, công văn đôn đốc", who=urges_for)
def draw_up_slip(
    committee: Agency, *, by: Officer, at: datetime, kind: str, unit: Agency,
    tasks: Sequence[Task], step: str = "", words: str = "", answer_on: date | None = None,
    raised_from: Slip | None = None,
) -> Slip:  # fmt: skip
    """A draft to one unit about its tasks as they stand now."""
    _require_urgeable(committee, kind, unit, tasks)
    rows = [drafting.stood(task, committee, at) for task in tasks]
    until = answer_on or answer_day(committee, kind, at)
    slip = Slip.objects.create(
        committee=committee, unit=unit, kind=kind, step=step, subject=drafting.subject_of(kind),
        answer_on=until, drawn_up_by=by, drawn_up_at=at, raised_from=raised_from,
        words=words.strip() or drafting.words_of(kind, unit, committee, rows, until, at),
    )  # fmt: skip
    slip.letterhead = letterhead_of(slip, by)
    slip.save(update_fields=["letterhead"])
    SlipMatter.objects.bulk_create(
        SlipMatter(slip=slip, task=task, stood=row) for task, row in zip(tasks, rows, strict=True)
    )
    return slip


def answer_day(committee: Agency, kind: str, at: datetime) -> date:
    """The last day of the answer by the committee's regulation."""
    rules = CommitteeRules.of(committee)
    days = rules.explanation_days if kind == Kind.EXPLANATION else rules.slip_answer_days
    return urging.answer_by(day_of(at), days, calendar_of(committee))


def _require_urgeable(committee: Agency, kind: str, unit: Agency, tasks: Sequence[Task]) -> None:
    if kind not in Kind.values:
        raise Refused("Hãy chọn loại văn bản: phiếu nhắc, công văn đôn đốc hoặc giải trình.")
    if not tasks:
        raise Refused("Hãy chọn ít nhất một nhiệm vụ để đôn đốc.")
    if kind == Kind.REMINDER and len(tasks) > 1:
        raise Refused("Phiếu nhắc việc chỉ nói về một nhiệm vụ. Hãy chọn công văn đôn đốc.")
    if len(tasks) > MOST:
        raise Refused(f"Một văn bản tối đa {MOST} nhiệm vụ. Hãy chia thành nhiều văn bản.")
    for task in tasks:
        if task.issuer_id != committee.pk or task.lead_id != unit.pk:
            raise Refused(f"{task.code} không phải nhiệm vụ {committee.name} giao {unit.name}.")
        if not task.is_open:
            raise Refused(f"{task.code} đã kết thúc, không cần đôn đốc nữa.")


@slip_flow.step("Sửa dự thảo", who=urges, frm=State.DRAFT)
def edit_slip(slip: Slip, *, by: Officer, at: datetime, words: str, answer_on: date) -> None:
    """The Office puts the draft into its own words."""
    if not words.strip():
        raise Refused("Nội dung không được để trống.")
    if answer_on < day_of(at):
        raise Refused("Ngày trả lời đã qua. Hãy chọn ngày từ hôm nay.")
    slip.words, slip.answer_on = words.strip(), answer_on


@slip_flow.step("Không gửi", who=urges, frm=State.DRAFT, to=State.DROPPED)
def drop_slip(slip: Slip, *, by: Officer, at: datetime, reason: str) -> None:
    """A draft is let go, with its reason."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do không gửi.")
    slip.remark = reason.strip()


@slip_flow.step("Ban hành và gửi", who=urges, frm=State.DRAFT, to=State.SENT)
def send_slip(slip: Slip, *, by: Officer, at: datetime) -> None:
    """It takes its number, its tasks are shown as they stand now, and the unit is told."""
    if slip.kind != Kind.REMINDER and by.role not in (Role.OFFICE_HEAD, Role.LEADER):
        raise NotPermitted(
            "Công văn do Lãnh đạo Văn phòng hoặc lãnh đạo UBND ký gửi; chuyên viên chỉ soạn."
        )
    matters = list(slip.matters.select_related("task").order_by("pk"))
    _require_quiet(slip, matters, at)
    for matter in matters:
        matter.stood = drafting.stood(matter.task, slip.committee, at)
    SlipMatter.objects.bulk_update(matters, ["stood"])
    if slip.answer_on < day_of(at):
        slip.answer_on = answer_day(slip.committee, slip.kind, at)
    issuer = issuer_of(slip, by)
    slip.letterhead = letterhead_of(slip, by)
    series = SERIES.get(Kind(slip.kind), LETTERS)
    taken = number(slip, issuer, series, at)
    put_out(
        slip, slip_paper(slip, [matter.stood for matter in matters]), issuer, taken, by=by, at=at,
        series=series, type=Type.OTHER if slip.kind == Kind.REMINDER else Type.DISPATCH,
    )  # fmt: skip


def _require_quiet(slip: Slip, matters: Sequence[SlipMatter], at: datetime) -> None:
    gone = [matter.task.code for matter in matters if not matter.task.is_open]
    if gone:
        raise Refused(f"{', '.join(gone)} đã kết thúc. Hãy bỏ dự thảo này và soạn lại.")
    reasons = throttle.why_not_yet(slip.committee, [one.task_id for one in matters], at)
    for matter in matters:
        if why := reasons.get(matter.task_id):
            raise Refused(f"Chưa gửi được: {matter.task.code} {why}. Hãy gửi sau.")


@slip_flow.step("Trả lời", who=answers_slip, frm=State.SENT, to=State.ANSWERED)
def answer_slip(slip: Slip, *, by: Officer, at: datetime, answers: Mapping[int, Answer]) -> None:
    """The unit says of each task why, what now, and by when; what is done meanwhile may be left."""
    today = day_of(at)
    for matter in slip.matters.select_related("task").order_by("pk"):
        cause, solution, commit_on = answers.get(matter.pk, ("", "", None))
        is_over = not matter.task.is_open or matter.task.state == TaskState.SUBMITTED
        said = bool(cause.strip() or solution.strip() or commit_on)
        if is_over and not said:
            continue
        if lacks := urging.thin(cause, solution, commit_on, today):
            raise Refused(f"{matter.task.code}: {lacks}.")
        matter.cause, matter.solution = cause.strip(), solution.strip()
        matter.commit_on = commit_on
        matter.save(update_fields=["cause", "solution", "commit_on"])
    slip.answered_by, slip.answered_at = by, at


@slip_flow.step("Yêu cầu trả lời lại", who=urges, frm=State.ANSWERED, to=State.SENT)
def return_slip(slip: Slip, *, by: Officer, at: datetime, remark: str) -> None:
    """The answer is thin: the Office says what is missing, and the clock starts again."""
    if not remark.strip():
        raise Refused("Hãy nêu câu trả lời còn thiếu điểm nào.")
    slip.remark, slip.times_returned = remark.strip(), slip.times_returned + 1
    slip.answered_by = slip.answered_at = None
    slip.answer_on = answer_day(slip.committee, slip.kind, at)


@slip_flow.step("Khép lại", who=urges, frm=(State.SENT, State.ANSWERED), to=State.CLOSED)
def close_slip(slip: Slip, *, by: Officer, at: datetime, remark: str = "") -> None:
    """The answer was read and will do; without an answer only with a reason."""
    if slip.state == State.SENT and not remark.strip():
        raise Refused("Đơn vị chưa trả lời: hãy nêu lý do khép lại.")
    slip.remark, slip.closed_by, slip.closed_at = remark.strip(), by, at


@slip_flow.step("Chuyển bước cao hơn", who=urges, frm=(State.SENT, State.ANSWERED), to=State.RAISED)
def raise_slip(slip: Slip, *, by: Officer, at: datetime, remark: str) -> None:
    """One step up: slip, letter, explanation, and then a proposal to consider who answers."""
    if not remark.strip():
        raise Refused("Hãy nêu lý do chuyển bước cao hơn.")
    slip.remark, slip.closed_by, slip.closed_at = remark.strip(), by, at
    kind = NEXT.get(Kind(slip.kind))
    if kind is None:
        draft_consideration(slip.committee, by=by, at=at, month=day_of(at), unit=slip.unit)
        return
    still = [one.task for one in slip.matters.select_related("task") if one.task.is_open]
    if not still:
        raise Refused("Các nhiệm vụ đã xong, không còn gì để đôn đốc. Hãy khép lại.")
    draw_up_slip(
        slip.committee, by=by, at=at, kind=kind, unit=slip.unit, tasks=still, step=slip.step,
        raised_from=slip,
    )  # fmt: skip


@slip_flow.step(
    "Khép lại vì đơn vị kết thúc", who=hands_over_urging, frm=State.SENT, to=State.CLOSED
)
def succeed_in_slip(
    slip: Slip, *, by: Officer, at: datetime, ended: Agency, successor: Agency, handover: str
) -> None:
    """A paper keeps its addressee: it is closed; the successor is urged by papers of its own."""
    if slip.unit_id != ended.pk:
        raise NotNow("Văn bản này gửi đơn vị khác. Hãy lập lại danh sách bàn giao.")
    if not successor.exists_on(day_of(at)):
        raise Refused(f"{successor.name} không hoạt động vào ngày bàn giao.")
    slip.remark = f"{ended.name} kết thúc hoạt động khi chưa trả lời; việc chuyển {successor.name}."
    slip.closed_by, slip.closed_at = by, at
