"""The month told to the Chairman: drawn up, worded, issued; his directions become tasks."""

from datetime import date, datetime
from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.models.agencies import subtree_ids
from dondoc.agencies.roles import decides_for, office_of
from dondoc.database.clock import day_of
from dondoc.documents import letterheads
from dondoc.documents.issuing import number, office_of_committee, put_out
from dondoc.documents.models import PaperState, Type
from dondoc.reports.actions.papers import REPORTS, drafts_for, head_of_office
from dondoc.reports.figures import checkpoint
from dondoc.reports.models import Direction, Summary
from dondoc.reports.monthly import counting, sections
from dondoc.reports.monthly.paper import summary_paper
from dondoc.rules.named_periods import month_of
from dondoc.tasks.actions import assign
from dondoc.tasks.actions.assigning import Due, Source
from dondoc.workflow import Flow, NotNow, Refused

summary_flow = Flow("summary", "báo cáo tháng gửi Chủ tịch")
direction_flow = Flow("direction", "ý kiến chỉ đạo trên báo cáo tháng")


def writes_summary(by: Any, summary: Summary) -> bool:
    """The Office of the committee."""
    return office_of(by, summary.committee_id)


def answers_for_summary(by: Any, summary: Summary) -> bool:
    """The head of the Office."""
    return writes_summary(by, summary) and by.role == Role.OFFICE_HEAD


def is_addressed(by: Any, summary: Summary) -> bool:
    """The Chairman it is written to."""
    return decides_for(by, summary.committee_id, day_of(summary.as_of))


@summary_flow.start("Lập báo cáo tháng", who=drafts_for)
def draw_up_summary(
    committee: Agency, *, by: Officer, at: datetime, month: date, as_of: datetime | None = None
) -> Summary:
    """The month counted as of a moment, and a first text over it."""
    first = month_of(month).from_on
    same = Summary.objects.filter(committee=committee, month=first, state=PaperState.DRAFT)
    if same.exists():
        raise Refused("Đã có dự thảo báo cáo của tháng này. Hãy mở dự thảo đó và tính lại số liệu.")
    summary = Summary(
        committee=committee, month=first, as_of=as_of or at, drawn_up_by=by, drawn_up_at=at
    )
    whose = letterheads.spoken(committee.name)
    summary.subject = (
        f"tình hình thực hiện chương trình công tác và khắc phục việc chậm {summary.month_name} "
        f"của {whose}"
    )
    _count(summary, by, at)
    summary.save()
    return summary


def _count(summary: Summary, by: Officer, at: datetime) -> None:
    if summary.as_of > at:
        raise Refused("Thời điểm chốt số liệu chưa đến. Hãy chọn thời điểm đã qua.")
    if summary.as_of < month_of(summary.month).starts_at:
        raise Refused("Thời điểm chốt số liệu phải nằm sau ngày đầu tháng.")
    summary.figures = counting.compute(summary.committee, summary.month, summary.as_of)
    summary.sha256 = checkpoint(summary.figures)
    summary.parts = sections.redrafted(summary.parts, summary.counted)
    office = office_of_committee(by, summary.committee)
    summary.letterhead = letterheads.office_letterhead(office, head_of_office(office) or by)


@summary_flow.step("Sửa lời báo cáo tháng", who=writes_summary, frm=PaperState.DRAFT)
def edit_summary(summary: Summary, *, by: Officer, at: datetime, key: str, text: str) -> None:
    """A section in the Office's own words; the tables stay as counted."""
    if summary.part(key) is None:
        raise Refused("Báo cáo không có mục này.")
    if not text.strip():
        raise Refused("Nội dung không được để trống.")
    words = "\n".join(line.strip() for line in text.strip().splitlines())
    summary.parts = [
        part | {"text": words, "edited": True} if part["key"] == key else part
        for part in summary.parts
    ]


@summary_flow.step("Tính lại báo cáo tháng", who=writes_summary, frm=PaperState.DRAFT)
def recount_summary(summary: Summary, *, by: Officer, at: datetime, as_of: datetime) -> None:
    """Counts again, also as of another moment; what people wrote themselves stays."""
    summary.as_of = as_of
    _count(summary, by, at)


@summary_flow.step(
    "Ban hành báo cáo tháng", who=answers_for_summary, frm=PaperState.DRAFT, to=PaperState.ISSUED
)
def issue_summary(summary: Summary, *, by: Officer, at: datetime) -> None:
    """It goes to the Chairman under the next number of the Office's reports, and is frozen."""
    office = office_of_committee(by, summary.committee)
    summary.letterhead = letterheads.office_letterhead(office, by)
    taken = number(summary, office, REPORTS, at)
    put_out(
        summary, summary_paper(summary), office, taken,
        by=by, at=at, series=REPORTS, type=Type.REPORT,
    )  # fmt: skip


@direction_flow.start("Chỉ đạo trên báo cáo", who=is_addressed)
def direct(
    summary: Summary, *, by: Officer, at: datetime, words: str, lead: Agency,
    due_on: date | None = None,
) -> Direction:  # fmt: skip
    """The Chairman's exact words become a task of one lead, its source the issued report."""
    summary.refresh_from_db()
    if summary.is_draft:
        raise NotNow("Báo cáo chưa ban hành. Hãy chờ Văn phòng ban hành rồi ghi ý kiến.")
    if not words.strip():
        raise Refused("Hãy ghi ý kiến chỉ đạo.")
    if lead.pk not in subtree_ids([summary.committee]) or lead.pk == summary.committee_id:
        raise Refused(f"{lead.name} không thuộc {summary.committee.name}. Hãy chọn đơn vị khác.")
    if due_on and due_on < day_of(at):
        raise Refused("Thời hạn đã qua. Hãy chọn ngày khác hoặc để trống.")
    task = assign(
        summary.committee, by=by, at=at, lead=lead, content=words, due=Due(due_on),
        source=Source(summary.document), leader=by,
    )  # fmt: skip
    return Direction.objects.create(
        summary=summary, words=words.strip(), lead=lead, due_on=due_on, task=task, given_by=by,
        given_at=at,
    )  # fmt: skip
