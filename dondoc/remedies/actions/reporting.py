"""The report of the 25th: opened by the house, written and signed by the unit, received."""

from datetime import date, datetime
from typing import Any

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules, Officer
from dondoc.database.clock import day_of
from dondoc.remedies import drafting, queries
from dondoc.remedies.flow import heads_unit, receives_report, report_flow, the_house, writes_report
from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.remedies.paper import letterhead_of
from dondoc.rules.remedies import report_due
from dondoc.workflow import Refused

State = RemedyReport.State
WITH_THE_UNIT = (State.DUE, State.RETURNED)


@report_flow.start("Mở báo cáo khắc phục", who=the_house)
def open_report(
    committee: Agency, *, by: Any, at: datetime, unit: Agency, month: date
) -> RemedyReport:
    """Each unit owes one each month, by the day the committee's regulation sets."""
    day = CommitteeRules.of(committee).remedy_report_day
    return RemedyReport.objects.create(
        committee=committee, unit=unit, month=month,
        due_on=report_due(month, day, calendar_of(committee)),
        programme=queries.programme_after(committee, month),
    )  # fmt: skip


@report_flow.step("Sửa lời báo cáo khắc phục", who=writes_report, frm=WITH_THE_UNIT)
def write_report(report: RemedyReport, *, by: Officer, at: datetime, words: str) -> None:
    """The unit puts the draft into its own words; the list of remedies stays as it is."""
    if not words.strip():
        raise Refused("Nội dung báo cáo không được để trống.")
    report.words = "\n".join(line.strip() for line in words.strip().splitlines())


@report_flow.step("Soạn lại báo cáo khắc phục", who=writes_report, frm=WITH_THE_UNIT)
def redraft_report(report: RemedyReport, *, by: Officer, at: datetime) -> None:
    """Back to the text the house drafts from the remedies as they stand."""
    report.words = ""


@report_flow.step("Ký báo cáo khắc phục", who=heads_unit, frm=WITH_THE_UNIT, to=State.SIGNED)
def sign_report(report: RemedyReport, *, by: Officer, at: datetime) -> None:
    """The head answers for it; its words and its list are frozen as they are at this instant."""
    remedies = queries.remedies_of_report(report)
    if bare := sum(one.state == Remedy.State.CALLED for one in remedies):
        raise Refused(
            f"Còn {bare} việc chưa có biện pháp. Hãy nêu nguyên nhân, giải pháp, ngày cam kết của "
            "từng việc rồi ký báo cáo."
        )
    report.programme = report.programme or queries.programme_after(report.committee, report.month)
    report.words = report.words or drafting.words(report, remedies)
    report.remedies = [drafting.frozen(one) for one in remedies]
    report.letterhead = letterhead_of(report, by, day_of(at))
    report.signed_by, report.signed_at = by, at


@report_flow.step(
    "Trả lại báo cáo khắc phục", who=receives_report, frm=State.SIGNED, to=State.RETURNED
)
def return_report(report: RemedyReport, *, by: Officer, at: datetime, reason: str) -> None:
    """The Office finds it thin, and says in which point."""
    if not reason.strip():
        raise Refused("Hãy nêu rõ báo cáo còn thiếu điểm nào để đơn vị bổ sung.")
    _answer(report, by, at, reason)
    report.times_returned += 1


@report_flow.step(
    "Tiếp nhận báo cáo khắc phục", who=receives_report, frm=State.SIGNED, to=State.ACCEPTED
)
def accept_report(report: RemedyReport, *, by: Officer, at: datetime, answer: str = "") -> None:
    """The Office takes it as the unit's word for the month."""
    _answer(report, by, at, answer)


def _answer(report: RemedyReport, by: Officer, at: datetime, words: str) -> None:
    report.answer, report.answered_by, report.answered_at = words.strip(), by, at


@report_flow.step("Đôn đốc báo cáo khắc phục", who=receives_report, frm=WITH_THE_UNIT)
def urge_report(report: RemedyReport, *, by: Officer, at: datetime) -> None:
    """One press tells the unit's head; at most once a day."""
    if report.urged_on == day_of(at):
        raise Refused("Hôm nay đã đôn đốc đơn vị này rồi. Hãy đợi đến ngày mai.")
    report.urged_on = day_of(at)
    report.times_urged += 1


def urge_all(committee: Agency, *, by: Officer, at: datetime, month: date) -> int:
    """One press urges every unit that still owes the report and was not urged today."""
    owing = queries.who_has_not_reported(committee, month, at).exclude(urged_on=day_of(at))
    waiting = [report for report in owing if receives_report(by, report)]
    if not waiting:
        raise Refused("Không còn đơn vị nào cần đôn đốc hôm nay.")
    for report in waiting:
        urge_report(report, by=by, at=at)
    return len(waiting)
