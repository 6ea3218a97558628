"""What is done to reports and dispatches: drawn up, edited, issued; after that, nothing."""

from datetime import datetime
from typing import Any

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import leader_of, office_of
from dondoc.database.clock import day_of
from dondoc.documents import letterheads
from dondoc.documents.issuing import number, office_of_committee, put_out
from dondoc.documents.models import PaperState, Type
from dondoc.reports import orders, queries, sections
from dondoc.reports.figures import Figures, checkpoint
from dondoc.reports.models import Dispatch, Finding, Report
from dondoc.reports.paper import dispatch_paper, report_paper
from dondoc.reports.red_periods import limits_of, streaks
from dondoc.rules import judging
from dondoc.rules.periods import Period
from dondoc.workflow import Flow, NotNow, NotPermitted, Refused

report_flow = Flow("report", "báo cáo tổng hợp")
dispatch_flow = Flow("dispatch", "công văn chỉ đạo")

REPORTS, DISPATCHES = "báo cáo", "công văn"
"""The series of the register: the Office's reports, the committee's dispatches."""


def drafts_for(by: Any, committee: Agency) -> bool:
    """The Office of the committee drafts its reports and dispatches."""
    return office_of(by, committee.pk)


def drafts(by: Any, paper: Report | Dispatch) -> bool:
    """The Office of the committee whose paper it is."""
    return office_of(by, paper.committee_id)


def heads_office(by: Any, report: Report) -> bool:
    """The head of the Office, who answers for its reports."""
    return drafts(by, report) and by.role == Role.OFFICE_HEAD


def signs_for(by: Any, dispatch: Dispatch) -> bool:
    """A leader of the committee, or the head of its Office once a leader has signed."""
    leads = leader_of(by, dispatch.committee_id)
    return leads or (drafts(by, dispatch) and by.role == Role.OFFICE_HEAD)


def signs_or_drafts(by: Any, dispatch: Dispatch) -> bool:
    """The Office that drafts, and the leaders who will sign."""
    return drafts(by, dispatch) or leader_of(by, dispatch.committee_id)


@report_flow.start("Lập báo cáo", who=drafts_for)
def draw_up(
    committee: Agency, *, by: Officer, at: datetime, period: Period, as_of: datetime
) -> Report:
    """Figures as of the cut-off, and a first text over them."""
    _require_past(as_of, period, at)
    report = Report(
        committee=committee, drawn_up_by=by, drawn_up_at=at, as_of=as_of,
        from_on=period.from_on, to_on=period.to_on, carry_over=period.carry_over,
    )  # fmt: skip
    whose = letterheads.spoken(committee.name)
    report.subject = f"tổng hợp tình hình thực hiện nhiệm vụ do lãnh đạo {whose} giao {period}"
    _count(report, by)
    report.save()
    return report


def _require_past(as_of: datetime, period: Period, at: datetime) -> None:
    if as_of > at:
        raise Refused("Thời điểm chốt số liệu chưa đến. Hãy chọn thời điểm đã qua.")
    if as_of < period.starts_at:
        raise Refused("Thời điểm chốt số liệu phải nằm sau ngày đầu kỳ.")


def _count(report: Report, by: Officer) -> None:
    committee = report.committee
    previous = queries.previous_report(committee, report.as_of)
    report.figures = queries.compute(committee, report.period, report.as_of, previous)
    report.formula = report.figures["formula"]
    report.sha256 = checkpoint(report.figures)
    found = findings_of(report)
    fresh = sections.redrafted(report.parts, report.counted, found)
    report.parts = fresh
    office = office_of_committee(by, committee)
    head = head_of_office(office) or by
    report.letterhead = letterheads.office_letterhead(office, head)


def head_of_office(office: Agency) -> Officer | None:
    heads = Officer.objects.filter(agency=office, role=Role.OFFICE_HEAD, until_on=None)
    return heads.select_related("user", "agency").order_by("pk").first()


def findings_of(report: Report) -> list[judging.Finding]:
    """What the report's figures give to criticise, ask and commend, by the committee's numbers."""
    told = queries.criticised_before(report.committee, report.as_of)
    figures = Figures(report.figures)
    red = streaks(report.committee, report.as_of)
    cases = [
        judging.Case(
            line.pk, line.now, line.before, told.get(line.pk, ""), len(red.get(line.pk, ()))
        )
        for line in figures.units
    ]
    return judging.judge_units(cases, limits_of(report.committee), figures.formulas)


@report_flow.step("Sửa lời báo cáo", who=drafts, frm=PaperState.DRAFT)
def edit_section(report: Report, *, by: Officer, at: datetime, key: str, text: str) -> None:
    """The Office puts a section into its own words; the tables stay as counted."""
    _reword(report, key, text)


def _reword(paper: Report | Dispatch, key: str, text: str) -> None:
    if paper.part(key) is None:
        raise Refused("Văn bản không có mục này.")
    if not text.strip():
        raise Refused("Nội dung không được để trống.")
    words = "\n".join(line.strip() for line in text.strip().splitlines())
    paper.parts = [
        part | {"text": words, "edited": True} if part["key"] == key else part
        for part in paper.parts
    ]


@report_flow.step("Tính lại số liệu", who=drafts, frm=PaperState.DRAFT)
def recompute(report: Report, *, by: Officer, at: datetime, as_of: datetime | None = None) -> None:
    """Counts again, also as of another moment; what people wrote themselves stays."""
    report.as_of = as_of or report.as_of
    _require_past(report.as_of, report.period, at)
    _count(report, by)


@report_flow.step("Ban hành báo cáo", who=heads_office, frm=PaperState.DRAFT, to=PaperState.ISSUED)
def issue_report(report: Report, *, by: Officer, at: datetime) -> None:
    """The Office issues it under the next number of its register; all of it is frozen."""
    office = office_of_committee(by, report.committee)
    report.letterhead = letterheads.office_letterhead(office, by)
    taken = number(report, office, REPORTS, at)
    put_out(
        report, report_paper(report), office, taken,
        by=by, at=at, series=REPORTS, type=Type.REPORT,
    )  # fmt: skip


@dispatch_flow.start("Soạn công văn", who=drafts)
def draft_dispatch(report: Report, *, by: Officer, at: datetime) -> Dispatch:
    """A draft on an issued report, with what its figures give to criticise, ask and commend."""
    report.refresh_from_db()
    if report.is_draft:
        raise NotNow("Báo cáo chưa ban hành. Hãy ban hành báo cáo rồi soạn công văn.")
    committee = report.committee
    kinds = {row["kind"] for row in report.figures["units"]}
    relied = report.letterhead | {"subject": report.subject}
    leaders = leaders_of(committee, at)
    dispatch = Dispatch.objects.create(
        committee=committee, report=report, drawn_up_by=by, drawn_up_at=at,
        subject=orders.SUBJECT.format(spoken=letterheads.spoken(committee.name)),
        parts=orders.drafted(committee.name, kinds, relied),
        letterhead=letterheads.committee_letterhead(committee, leaders[0] if leaders else by),
    )  # fmt: skip
    _propose(dispatch, report)
    return dispatch


def leaders_of(committee: Agency, at: datetime) -> list[Officer]:
    """The leaders who may sign today, deputies first: they sign what the Office follows up."""
    seats = Officer.objects.filter(agency=committee, role=Role.LEADER).seated_on(day_of(at))
    found = list(seats.select_related("user", "agency").order_by("pk"))
    return sorted(found, key=lambda seat: not seat.title.casefold().startswith("phó "))


def _propose(dispatch: Dispatch, report: Report) -> None:
    unit_names = {line.pk: line.name for line in report.counted.units}
    for place, found in enumerate(findings_of(report), start=1):
        unit = unit_names[found.unit]
        words, requirement = orders.wording_of(found, unit, report.figures["committee"])
        Finding.objects.create(
            dispatch=dispatch, kind=found.kind, unit_id=found.unit, unit_name=unit, place=place,
            reasons=list(found.reasons), figures=found.figures, words=words,
            requirement=requirement,
        )  # fmt: skip


@dispatch_flow.step("Quyết định đề xuất", who=signs_or_drafts, frm=PaperState.DRAFT)
def decide_finding(
    dispatch: Dispatch, *, by: Officer, at: datetime, finding: Finding, decision: str,
    words: str = "", requirement: str | None = None,
) -> None:  # fmt: skip
    """A proposal is accepted, put in other words, or dropped."""
    finding.refresh_from_db()
    if finding.dispatch_id != dispatch.pk or decision not in Finding.Decision.values:
        raise Refused("Đề xuất này không thuộc công văn.")
    said = (words.strip() or finding.words, _or(requirement, finding.requirement).strip())
    if said != (finding.words, finding.requirement):
        finding.words, finding.requirement = said
        finding.reworded = True
    finding.decision = decision
    finding.save()


def _or(given: str | None, standing: str) -> str:
    return standing if given is None else given


@dispatch_flow.step("Sửa lời công văn", who=signs_or_drafts, frm=PaperState.DRAFT)
def edit_paragraph(dispatch: Dispatch, *, by: Officer, at: datetime, key: str, text: str) -> None:
    """A paragraph, the addressees or the recipients are put in other words."""
    _reword(dispatch, key, text)


@dispatch_flow.step("Ban hành công văn", who=signs_for, frm=PaperState.DRAFT, to=PaperState.ISSUED)
def issue_dispatch(dispatch: Dispatch, *, by: Officer, at: datetime, signer: Officer) -> None:
    """The committee issues it over a leader's signature; who pressed the key is on record too."""
    if signer not in leaders_of(dispatch.committee, at):
        raise Refused("Người ký phải là lãnh đạo đương nhiệm của UBND.")
    if by.role == Role.LEADER and by.pk != signer.pk:
        raise NotPermitted("Lãnh đạo chỉ ký công văn bằng tên của mình.")
    findings = list(dispatch.findings.order_by("place"))
    if waiting := sum(f.decision == Finding.Decision.PROPOSED for f in findings):
        raise Refused(f"Còn {waiting} đề xuất chưa quyết định. Hãy chấp nhận hoặc bỏ từng đề xuất.")
    dispatch.signer = signer
    dispatch.letterhead = letterheads.committee_letterhead(dispatch.committee, signer)
    taken = number(dispatch, dispatch.committee, DISPATCHES, at)
    put_out(
        dispatch, dispatch_paper(dispatch, findings), dispatch.committee, taken,
        by=by, at=at, series=DISPATCHES, type=Type.DISPATCH, relies_on=dispatch.report.document,
    )  # fmt: skip
