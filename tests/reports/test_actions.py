"""Reports and dispatches: each move by the right officer, the wrong one, in the wrong state."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from dondoc.accounts.models import User
from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.documents import filing
from dondoc.documents.models import Document, PaperState
from dondoc.journal.models import Entry
from dondoc.reports import actions, queries
from dondoc.reports.figures import ALL, canonical
from dondoc.reports.models import Dispatch, Finding, Report
from dondoc.reports.paper import dispatch_paper, report_paper
from dondoc.scorecards import queries as scorecards
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.reports.stage import CUT_OFF, QUARTER, decided, drawn_up, issued

pytestmark = pytest.mark.usefixtures("files")
Deed = Callable[[], object]


def test_the_report_counts_what_the_scorecards_count(lived: Cast, at: datetime) -> None:
    report = drawn_up(lived, at)
    rows = scorecards.figures(lived.city, QUARTER, CUT_OFF)
    lists = scorecards.codes_behind(lived.city, QUARTER, CUT_OFF)
    frozen = {row["pk"]: row for row in report.figures["units"]}
    assert {row.unit.pk: asdict(row.tally) for row in rows} == {
        pk: row["counts"] for pk, row in frozen.items()
    }
    for pk, row in frozen.items():
        assert row["tasks"] == lists.get(pk, {})
    assert report.counted.total.rate("completion_rate") == "64,00%"
    assert len(report.counted.codes(ALL, "completed")) == 16


def test_the_first_text_tells_totals_stars_delays_obstacles_and_proposals(
    lived: Cast, at: datetime
) -> None:
    texts = {part["key"]: part["text"] for part in drawn_up(lived, at).parts}
    assert "Tính đến 17:00 ngày 15/03/2022" in texts["overview"]
    assert "đã giao 25 nhiệm vụ" in texts["overview"]
    assert "64,00% (16/25)" in texts["overview"]
    assert "UBND quận Liên Chiểu: tỉ lệ hoàn thành nhiệm vụ 16,67% (1/6)" in texts["by_unit"]
    assert "Có 1 nhiệm vụ gắn sao" in texts["starred"]
    assert "UBND quận Liên Chiểu 5 nhiệm vụ" in texts["overdue"]
    assert "- Vướng mặt bằng (1 nhiệm vụ; UBND quận Liên Chiểu)" in texts["obstacles"]
    assert "Đề xuất: Bố trí thêm vốn." in texts["obstacles"]
    assert "- Phê bình UBND quận Liên Chiểu" in texts["proposals"]


def test_only_the_office_draws_up_and_only_of_the_past(lived: Cast, at: datetime) -> None:
    for stranger in (lived.hoa, lived.nam, lived.dung, lived.minh):
        with pytest.raises(NotPermitted):
            actions.draw_up(lived.city, by=stranger, at=at, period=QUARTER, as_of=CUT_OFF)
    tomorrow = at + timedelta(days=1)
    with pytest.raises(Refused, match="chưa đến"):
        actions.draw_up(lived.city, by=lived.binh, at=at, period=QUARTER, as_of=tomorrow)
    with pytest.raises(Refused, match="sau ngày đầu kỳ"):
        actions.draw_up(
            lived.city, by=lived.binh, at=at, period=QUARTER, as_of=CUT_OFF - timedelta(days=200)
        )
    assert not Report.objects.exists()


def test_words_are_edited_and_stay_when_figures_are_counted_again(
    lived: Cast, at: datetime
) -> None:
    report = drawn_up(lived, at)
    before = report.sha256
    actions.edit_section(report, by=lived.lan, at=at, key="overview", text="Theo lời chúng tôi.")
    for key, text, words in (("overview", "  ", "trống"), ("none", "Lời", "không có mục")):
        with pytest.raises(Refused, match=words):
            actions.edit_section(report, by=lived.lan, at=at, key=key, text=text)
    actions.recompute(report, by=lived.binh, at=at, as_of=CUT_OFF - timedelta(days=12))
    report.refresh_from_db()
    texts = {part["key"]: part["text"] for part in report.parts}
    assert texts["overview"] == "Theo lời chúng tôi."
    assert "Không có nhiệm vụ đang thực hiện quá hạn." in texts["overdue"]
    assert report.sha256 != before
    with pytest.raises(NotPermitted):
        actions.recompute(report, by=lived.hoa, at=at)
    with pytest.raises(NotPermitted):
        actions.edit_section(report, by=lived.hoa, at=at, key="overview", text="Khác")


def test_an_issued_report_has_number_files_and_checkpoint(lived: Cast, at: datetime) -> None:
    report = drawn_up(lived, at)
    for other in (lived.binh, lived.nam, lived.hoa):
        with pytest.raises(NotPermitted):
            actions.issue_report(report, by=other, at=at)
    actions.issue_report(report, by=lived.lan, at=at)
    report.refresh_from_db()
    assert (report.state, report.label) == ("issued", "Báo cáo số 01/BC-VP")
    assert hashlib.sha256(canonical(report.figures)).hexdigest() == report.sha256
    assert report.document
    assert report.docx
    assert report.pdf
    assert report.document.number == "01/BC-VP"
    assert report.document.signer_title == "CHÁNH VĂN PHÒNG"
    for file in (report.docx, report.pdf):
        content = filing.path_of(file.sha256).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file.sha256
    entry = Entry.objects.about(report).latest("seq")
    assert (entry.verb, entry.actor_name) == ("report.issue_report", "Trần Lan")
    assert issued(lived, at).label == "Báo cáo số 02/BC-VP"


def test_what_was_issued_stays_whatever_happens_later(lived: Cast, at: datetime) -> None:
    report = issued(lived, at)
    dispatch = decided(lived, at, report)
    actions.issue_dispatch(dispatch, by=lived.nam, at=at, signer=lived.nam)
    before = faces(report, dispatch)
    for task in Task.objects.exclude(state="done")[:3]:
        tasks.recall(task, by=lived.binh, at=at, reason="Giao nhầm")
    Agency.objects.update(name="UBND đã đổi tên")
    User.objects.update(name="Người Khác")
    again = issued(lived, at + timedelta(days=1))
    actions.draft_dispatch(again, by=lived.binh, at=at + timedelta(days=1))
    refused: list[Deed] = [
        lambda: actions.edit_section(report, by=lived.binh, at=at, key="overview", text="Khác"),
        lambda: actions.recompute(report, by=lived.binh, at=at),
        lambda: actions.issue_report(report, by=lived.lan, at=at),
    ]
    for deed in refused:
        with pytest.raises(NotNow, match="đã ban hành"):
            deed()
    assert faces(report, dispatch) == before


def faces(report: Report, dispatch: Dispatch) -> list[Any]:
    """Both papers as they read today, their rows and the bytes of their files."""
    report, dispatch = Report.objects.get(pk=report.pk), Dispatch.objects.get(pk=dispatch.pk)
    rows = [*Report.objects.filter(pk=report.pk).values(), *dispatch.findings.values()]
    files = [one for paper in (report, dispatch) for one in (paper.docx, paper.pdf) if one]
    return [
        report_paper(report),
        dispatch_paper(dispatch, dispatch.findings.order_by("place")),
        json.dumps(rows, default=str, sort_keys=True),
        [filing.path_of(file.sha256).read_bytes() for file in files],
    ]


def test_the_database_itself_refuses_to_change_what_was_issued(lived: Cast, at: datetime) -> None:
    report = issued(lived, at)
    dispatch = decided(lived, at, report)
    actions.issue_dispatch(dispatch, by=lived.nam, at=at, signer=lived.nam)
    finding = dispatch.findings.all()[0]
    changes: list[Deed] = [
        lambda: Report.objects.filter(pk=report.pk).update(subject="Khác"),
        lambda: Report.objects.filter(pk=report.pk).update(state=PaperState.DRAFT),
        lambda: Dispatch.objects.filter(pk=dispatch.pk).update(subject="Khác"),
        lambda: Finding.objects.filter(pk=finding.pk).update(words="Khác"),
        lambda: Finding.objects.filter(pk=finding.pk)._raw_delete("default"),
        lambda: Dispatch.objects.filter(pk=dispatch.pk)._raw_delete("default"),
    ]
    for change in changes:
        with pytest.raises(DatabaseError, match="không được sửa"), transaction.atomic():
            change()


def test_a_dispatch_needs_an_issued_report_and_the_office(lived: Cast, at: datetime) -> None:
    report = drawn_up(lived, at)
    with pytest.raises(NotNow, match="chưa ban hành"):
        actions.draft_dispatch(report, by=lived.binh, at=at)
    actions.issue_report(report, by=lived.lan, at=at)
    with pytest.raises(NotPermitted):
        actions.draft_dispatch(report, by=lived.hoa, at=at)
    dispatch = actions.draft_dispatch(report, by=lived.binh, at=at)
    told = [(f.kind, f.unit_name) for f in dispatch.findings.order_by("place")]
    assert told == [
        ("criticism", "UBND quận Liên Chiểu"),
        ("request", "Sở Tài chính"),
        ("commendation", "Sở Xây dựng"),
    ]
    opening = dispatch.part("opening")
    assert opening
    assert "tại Báo cáo số 01/BC-VP ngày 16 tháng 3 năm 2022" in opening["text"]


def test_a_proposal_is_accepted_reworded_or_dropped(lived: Cast, at: datetime) -> None:
    assert lived.nam.pk
    dispatch = actions.draft_dispatch(issued(lived, at), by=lived.binh, at=at)
    low, asked, best = dispatch.findings.order_by("place")
    with pytest.raises(NotPermitted):
        actions.decide_finding(dispatch, by=lived.minh, at=at, finding=low, decision="dropped")
    actions.decide_finding(
        dispatch, by=lived.nam, at=at, finding=low, decision="accepted", words="Phê bình nhẹ."
    )
    actions.decide_finding(dispatch, by=lived.binh, at=at, finding=asked, decision="dropped")
    with pytest.raises(Refused, match="Còn 1 đề xuất"):
        actions.issue_dispatch(dispatch, by=lived.nam, at=at, signer=lived.nam)
    actions.decide_finding(dispatch, by=lived.lan, at=at, finding=best, decision="accepted")
    actions.edit_paragraph(dispatch, by=lived.binh, at=at, key="closing", text="Kính đề nghị.")
    with pytest.raises(NotPermitted):
        actions.edit_paragraph(dispatch, by=lived.hoa, at=at, key="closing", text="Khác")
    actions.issue_dispatch(dispatch, by=lived.nam, at=at, signer=lived.nam)
    assert dispatch.document
    text = dispatch.document.text
    assert "1. Phê bình nhẹ." in text
    assert "Sở Tài chính" not in text
    assert text.endswith("Kính đề nghị./.")
    low.refresh_from_db()
    assert low.reworded


def test_a_finding_of_another_dispatch_is_not_decided_here(lived: Cast, at: datetime) -> None:
    report = issued(lived, at)
    here = actions.draft_dispatch(report, by=lived.binh, at=at)
    there = actions.draft_dispatch(report, by=lived.binh, at=at).findings.all()[0]
    with pytest.raises(Refused, match="không thuộc"):
        actions.decide_finding(here, by=lived.binh, at=at, finding=there, decision="accepted")


def test_the_dispatch_is_signed_by_a_leader_and_relies_on_the_report(
    lived: Cast, at: datetime
) -> None:
    report = issued(lived, at)
    dispatch = decided(lived, at, report)
    chairman = lived.seat(lived.city, Role.LEADER, "Chủ tịch UBND", "Võ An")
    refused: list[tuple[Officer, Officer]] = [
        (lived.binh, lived.nam), (lived.hoa, lived.nam), (lived.nam, chairman),
    ]  # fmt: skip
    for by, signer in refused:
        with pytest.raises(NotPermitted):
            actions.issue_dispatch(dispatch, by=by, at=at, signer=signer)
    with pytest.raises(Refused, match="lãnh đạo đương nhiệm"):
        actions.issue_dispatch(dispatch, by=lived.lan, at=at, signer=lived.lan)
    actions.issue_dispatch(dispatch, by=lived.lan, at=at, signer=lived.nam)
    assert dispatch.document
    assert dispatch.document.number == "01/UBND-KSTT"
    assert dispatch.document.relies_on == report.document
    head = dispatch.letterhead
    assert (head["authority"], head["signer_title"], head["signer"]) == (
        "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Nam",
    )  # fmt: skip
    entry = Entry.objects.about(dispatch).latest("seq")
    assert (entry.actor_name, entry.said["signer"]["name"][:6]) == ("Trần Lan", "Lê Nam")
    finding = dispatch.findings.all()[0]
    late: list[Deed] = [
        lambda: actions.edit_paragraph(dispatch, by=lived.lan, at=at, key="closing", text="Khác"),
        lambda: actions.decide_finding(
            dispatch, by=lived.lan, at=at, finding=finding, decision="dropped"
        ),
        lambda: actions.issue_dispatch(dispatch, by=lived.lan, at=at, signer=lived.nam),
    ]
    for deed in late:
        with pytest.raises(NotNow):
            deed()


def test_the_chairman_signs_in_his_own_name(lived: Cast, at: datetime) -> None:
    chairman = lived.seat(lived.city, Role.LEADER, "Chủ tịch UBND", "Võ An")
    dispatch = decided(lived, at, issued(lived, at))
    actions.issue_dispatch(dispatch, by=chairman, at=at, signer=chairman)
    assert (dispatch.letterhead["authority"], dispatch.letterhead["signer_title"]) == (
        "", "CHỦ TỊCH",
    )  # fmt: skip


def test_the_next_report_sees_no_improvement_and_the_criticism_before(
    lived: Cast, at: datetime
) -> None:
    first = decided(lived, at, issued(lived, at))
    actions.issue_dispatch(first, by=lived.nam, at=at, signer=lived.nam)
    later = at + timedelta(days=20)
    second = actions.draw_up(
        lived.city, by=lived.binh, at=later, period=QUARTER, as_of=later - timedelta(hours=1)
    )
    (low, *_) = actions.findings_of(second)
    assert (low.no_improvement, low.repeated) == (True, True)
    assert low.reasons[-1].endswith("Công văn số 01/UBND-KSTT ngày 16 tháng 3 năm 2022")
    assert "Báo cáo số 01/BC-VP" in second.figures["previous"]
    previous = queries.previous_report(lived.city, second.as_of)
    assert previous is not None
    assert queries.changes_since(second, previous)["assigned"] == 0


def test_a_criticism_that_was_dropped_is_not_held_against_the_unit(
    lived: Cast, at: datetime
) -> None:
    dispatch = decided(lived, at, issued(lived, at))
    low = dispatch.findings.order_by("place")[0]
    actions.decide_finding(dispatch, by=lived.nam, at=at, finding=low, decision="dropped")
    actions.issue_dispatch(dispatch, by=lived.nam, at=at, signer=lived.nam)
    assert queries.criticised_before(lived.city, at + timedelta(days=1)) == {}


def test_reports_are_for_the_committee_and_dispatches_for_all_its_bodies(
    lived: Cast, at: datetime
) -> None:
    report = issued(lived, at)
    dispatch = decided(lived, at, report)
    inside = (lived.nam, lived.lan, lived.binh, lived.dung)
    outside = (lived.hoa, lived.minh, lived.thu, lived.quyen)
    assert all(Report.objects.visible_to(officer).exists() for officer in inside)
    assert not any(Report.objects.visible_to(officer).exists() for officer in outside)
    assert not any(Dispatch.objects.visible_to(officer).exists() for officer in outside)
    actions.issue_dispatch(dispatch, by=lived.nam, at=at, signer=lived.nam)
    assert all(Dispatch.objects.visible_to(officer).exists() for officer in (*inside, *outside))
    assert not Document.objects.visible_to(lived.hoa).filter(pk=report.document_id).exists()
    pdf, paper = report.pdf_id or 0, dispatch.pdf_id or 0
    assert not filing.visible_to(lived.hoa, pdf).exists()
    assert filing.visible_to(lived.dung, pdf).exists()
    assert filing.visible_to(lived.thu, paper).exists()


def test_a_ward_issues_its_own(cast: Cast, at: datetime) -> None:
    office = cast.body(cast.ward, "Văn phòng HĐND và UBND", Kind.OFFICE, symbol="VP")
    head = cast.seat(office, Role.OFFICE_HEAD, "Phó Chánh Văn phòng", "Hà My")
    report = actions.draw_up(cast.ward, by=head, at=at, period=QUARTER, as_of=CUT_OFF)
    actions.issue_report(report, by=head, at=at)
    assert report.letterhead["authority"] == "KT. CHÁNH VĂN PHÒNG"
    assert report.document
    assert report.document.committee == office
