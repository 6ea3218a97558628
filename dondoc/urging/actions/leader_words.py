"""A leader's word on a task: said with one press, kept as said, answered, read."""

from datetime import date, datetime

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules, Officer
from dondoc.database.clock import day_of
from dondoc.rules import urging
from dondoc.tasks.models import Task
from dondoc.urging.flow import answers_word, hands_over_urging, leads_giver, reads_word
from dondoc.urging.models import LeaderWord
from dondoc.workflow import Flow, NotNow, Refused

word_flow = Flow("leaderword", "ý kiến của lãnh đạo")
Kind, State = LeaderWord.Kind, LeaderWord.State


@word_flow.start("Yêu cầu giải trình, chỉ đạo, ghi ý kiến", who=leads_giver)
def say_word(
    task: Task, *, by: Officer, at: datetime, kind: str, words: str, answer_on: date | None = None
) -> LeaderWord:
    """His exact words; an opinion needs no answer, the others have a clock."""
    if kind not in Kind.values:
        raise Refused("Hãy chọn: yêu cầu giải trình, chỉ đạo hay ghi ý kiến.")
    if not words.strip():
        raise Refused("Hãy ghi nội dung, hoặc chọn một câu có sẵn.")
    if answer_on and answer_on < day_of(at):
        raise Refused("Ngày trả lời đã qua. Hãy chọn ngày từ hôm nay.")
    if kind != Kind.OPINE and not task.is_open:
        raise Refused("Nhiệm vụ đã kết thúc. Hãy ghi ý kiến thay vì yêu cầu trả lời.")
    until = None if kind == Kind.OPINE else answer_on or _answer_day(task, kind, at)
    return LeaderWord.objects.create(
        committee=task.issuer, task=task, unit=task.lead, kind=kind, words=words.strip(),
        said_by=by, said_at=at, answer_on=until,
        state=State.CLOSED if kind == Kind.OPINE else State.STANDING,
    )  # fmt: skip


def _answer_day(task: Task, kind: str, at: datetime) -> date:
    rules = CommitteeRules.of(task.issuer)
    days = rules.explanation_days if kind == Kind.EXPLAIN else rules.instruction_days
    return urging.answer_by(day_of(at), days, calendar_of(task.issuer))


@word_flow.step("Trả lời lãnh đạo", who=answers_word, frm=State.STANDING, to=State.ANSWERED)
def answer_word(word: LeaderWord, *, by: Officer, at: datetime, answer: str) -> None:
    """The unit explains, or says what it did about the instruction."""
    if len(answer.strip()) < urging.SHORTEST:
        raise Refused(f"Hãy trả lời rõ hơn, ít nhất {urging.SHORTEST} ký tự.")
    word.answer, word.answered_by, word.answered_at = answer.strip(), by, at


@word_flow.step("Yêu cầu làm rõ", who=reads_word, frm=State.ANSWERED, to=State.STANDING)
def return_word(word: LeaderWord, *, by: Officer, at: datetime, remark: str) -> None:
    """The answer does not answer: it is asked again, with a clock of its own."""
    if not remark.strip():
        raise Refused("Hãy nêu điều cần làm rõ.")
    word.remark, word.times_returned = remark.strip(), word.times_returned + 1
    word.answer_on = _answer_day(word.task, word.kind, at)


@word_flow.step("Đã xem xong", who=reads_word, frm=State.ANSWERED, to=State.CLOSED)
def close_word(word: LeaderWord, *, by: Officer, at: datetime, remark: str = "") -> None:
    """The answer was read and will do."""
    word.remark, word.closed_by, word.closed_at = remark.strip(), by, at


@word_flow.step(
    "Chuyển cơ quan kế thừa", who=hands_over_urging, frm=(State.STANDING, State.ANSWERED)
)
def succeed_in_word(
    word: LeaderWord, *, by: Officer, at: datetime, ended: Agency, successor: Agency, handover: str
) -> None:
    """What a leader asked of a body that ended its successor answers; the clock runs on."""
    if word.unit_id != ended.pk:
        raise NotNow("Ý kiến của lãnh đạo đã có đơn vị khác nhận. Hãy lập lại danh sách bàn giao.")
    if not successor.exists_on(day_of(at)):
        raise Refused(f"{successor.name} không hoạt động vào ngày bàn giao.")
    word.unit = successor
