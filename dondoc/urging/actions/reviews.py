"""A review campaign: opened over units, confirmed task by task, urged, closed with a remark."""

from collections.abc import Collection
from datetime import date, datetime

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules, Officer
from dondoc.database.clock import day_of
from dondoc.rules import urging
from dondoc.tasks.models import Task
from dondoc.urging.flow import confirms_line, hands_over_line, keeps_review, urges_for
from dondoc.urging.models import Review, ReviewLine
from dondoc.workflow import Flow, NotNow, Refused

review_flow = Flow("review", "đợt rà soát")
line_flow = Flow("reviewline", "nhiệm vụ trong đợt rà soát")
State, Standing = Review.State, ReviewLine.Standing


@review_flow.start("Mở đợt rà soát", who=urges_for)
def open_review(
    committee: Agency, *, by: Officer, at: datetime, name: str, words: str, until: date,
    units: Collection[Agency],
) -> Review:  # fmt: skip
    """Every task of these units that is open now stands in it."""
    if not name.strip():
        raise Refused("Hãy đặt tên đợt rà soát.")
    if until < day_of(at):
        raise Refused("Ngày phải xong đã qua. Hãy chọn ngày từ hôm nay.")
    _require_free(committee, units)
    tasks = Task.objects.filter(issuer=committee, lead__in=[unit.pk for unit in units]).open()
    held = list(tasks.order_by("lead", "due_at", "pk").values_list("pk", "lead_id"))
    if not held:
        raise Refused("Các đơn vị đã chọn không có nhiệm vụ nào đang thực hiện.")
    review = Review.objects.create(
        committee=committee, name=name.strip(), words=words.strip(), until=until,
        opened_by=by, opened_at=at,
    )  # fmt: skip
    lines = [ReviewLine(review=review, task_id=task, unit_id=unit) for task, unit in held]
    ReviewLine.objects.bulk_create(lines)
    return review


def _require_free(committee: Agency, units: Collection[Agency]) -> None:
    """A unit is reviewed in one campaign at a time."""
    running = ReviewLine.objects.filter(review__committee=committee, review__state=State.OPEN)
    busy = running.filter(unit__in=units).select_related("unit", "review").first()
    if busy is not None:
        raise Refused(
            f"{busy.unit.name} đang rà soát trong đợt “{busy.review}”. "
            "Hãy kết thúc đợt ấy, hoặc bỏ chọn đơn vị này."
        )


@line_flow.step(
    "Rà soát nhiệm vụ", who=confirms_line, frm=ReviewLine.State, to=ReviewLine.State.CONFIRMED
)
def confirm_line(
    line: ReviewLine, *, by: Officer, at: datetime, standing: str, solution: str = "",
    commit_on: date | None = None,
) -> None:  # fmt: skip
    """How it stands; what is done about it and by when; it may be said anew while it runs."""
    if not line.review.is_open:
        raise Refused("Đợt rà soát đã kết thúc. Hãy cập nhật ở trang nhiệm vụ.")
    if standing not in Standing.values:
        raise Refused("Hãy chọn tình hình của nhiệm vụ.")
    needs_words = standing in (Standing.BEHIND, Standing.UNFIT)
    if needs_words and len(solution.strip()) < urging.SHORTEST:
        raise Refused(f"Hãy nêu rõ giải pháp hoặc lý do, ít nhất {urging.SHORTEST} ký tự.")
    if standing != Standing.UNFIT and commit_on is None:
        raise Refused("Hãy nêu ngày sẽ hoàn thành.")
    if commit_on is not None and commit_on < day_of(at):
        raise Refused("Ngày sẽ hoàn thành đã qua. Hãy chọn ngày từ hôm nay.")
    line.standing, line.solution, line.commit_on = standing, solution.strip(), commit_on
    line.confirmed_by, line.confirmed_at = by, at


@line_flow.step("Chuyển cơ quan kế thừa", who=hands_over_line, frm=ReviewLine.State.WAITING)
def succeed_in_line(
    line: ReviewLine, *, by: Officer, at: datetime, ended: Agency, successor: Agency, handover: str
) -> None:
    """What a body that ended had not yet confirmed its successor confirms, by the same day."""
    if line.unit_id != ended.pk:
        raise NotNow("Nhiệm vụ rà soát đã có đơn vị khác nhận. Hãy lập lại danh sách bàn giao.")
    if not successor.exists_on(day_of(at)):
        raise Refused(f"{successor.name} không hoạt động vào ngày bàn giao.")
    line.unit = successor


@review_flow.step("Đôn đốc rà soát", who=keeps_review, frm=State.OPEN)
def urge_review(review: Review, *, by: Officer, at: datetime) -> int:
    """Tells the units that still owe lines, not too often and on no day off; how many units."""
    rules, calendar = CommitteeRules.of(review.committee), calendar_of(review.committee)
    last, works = review.urged_at or review.opened_at, calendar.is_working(day_of(at))
    why_not = urging.why_not_yet(last, at, rules.urge_again_hours, is_working=works)
    if why_not:
        raise Refused(f"Chưa đôn đốc được: {why_not}.")
    owing = review.lines.waiting().values("unit").distinct().count()
    if not owing:
        raise Refused("Các đơn vị đã rà soát xong, không còn ai phải đôn đốc.")
    review.urged_at = at
    return owing


@review_flow.step("Kết thúc rà soát", who=keeps_review, frm=State.OPEN, to=State.CLOSED)
def close_review(review: Review, *, by: Officer, at: datetime, remark: str = "") -> None:
    """What was not confirmed stays so for ever; where something is left, a remark is due."""
    if review.lines.waiting().exists() and not remark.strip():
        raise Refused("Còn nhiệm vụ chưa rà soát: hãy ghi nhận xét khi kết thúc.")
    review.remark, review.closed_by, review.closed_at = remark.strip(), by, at
