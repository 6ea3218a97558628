"""The pages of reports and dispatches, as people walk through them."""

import hashlib
import io
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import docx
import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.documents import filing
from dondoc.reports import actions
from dondoc.reports.models import Dispatch, Report
from tests.cast import Cast
from tests.reports.stage import decided, drawn_up, issued

pytestmark = pytest.mark.usefixtures("files")
SignIn = Callable[[Officer], Client]
ASKED = {
    "from_on": "2022-01-01", "to_on": "2022-03-15", "as_of_on": "2022-03-15",
    "as_of_time": "17:00",
}  # fmt: skip


def words(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_office_walks_from_a_period_to_an_issued_dispatch(
    lived: Cast, as_officer: SignIn
) -> None:
    assert lived.nam.pk
    lan = as_officer(lived.lan)
    assert 'value="2022-01-01"' in words(lan.get("/reports/draw-up/"))
    there = lan.post("/reports/draw-up/", ASKED)["Location"]
    report = Report.objects.get()
    assert there == f"/reports/{report.pk}/"
    page = words(lan.get(there))
    assert "64,00%" in page
    assert "Ban hành báo cáo" in page
    sent = {"text": "Tình hình chung tốt hơn."}
    assert lan.post(f"{there}edit/overview/", sent)["Location"] == f"{there}#overview"
    lan.post(f"{there}recompute/", {"as_of_on": "2022-03-15", "as_of_time": "16:00"})
    assert "Tình hình chung tốt hơn." in words(lan.get(f"{there}?view=paper"))
    lan.post(f"{there}issue/")
    paper = lan.post(f"{there}dispatch/")["Location"]
    dispatch = Dispatch.objects.get()
    for finding in dispatch.findings.all():
        form = {"words": finding.words, "requirement": finding.requirement, "decision": "accepted"}
        lan.post(f"{paper}findings/{finding.pk}/", form)
    lan.post(f"{paper}edit/closing/", {"text": "Kính đề nghị thực hiện."})
    answer = lan.post(f"{paper}issue/", {"signer": lived.nam.pk}, follow=True)
    assert "Đã ban hành Công văn số 01/UBND-KSTT." in words(answer)
    assert "KT. CHỦ TỊCH" in words(answer)
    assert dispatch.findings.filter(reworded=True).count() == 0


def test_others_do_not_find_the_reports(lived: Cast, at: datetime, as_officer: SignIn) -> None:
    report = issued(lived, at)
    dispatch = decided(lived, at, report)
    hoa = as_officer(lived.hoa)
    addresses = (
        f"/reports/{report.pk}/", f"/reports/{report.pk}/download/json/",
        f"/reports/{report.pk}/download/pdf/", f"/reports/{report.pk}/behind/0/assigned/",
        f"/dispatches/{dispatch.pk}/", f"/dispatches/{dispatch.pk}/download/docx/",
        "/reports/draw-up/",
    )  # fmt: skip
    assert {hoa.get(address).status_code for address in addresses} == {404}
    page = words(hoa.get("/reports/"))
    assert "Lập báo cáo" not in page
    assert "BC-VP" not in page
    assert as_officer(lived.nam).get("/reports/draw-up/").status_code == 404
    actions.issue_dispatch(dispatch, by=lived.nam, at=at, signer=lived.nam)
    hoa = as_officer(lived.hoa)
    assert "01/UBND-KSTT" in words(hoa.get("/reports/"))
    page = words(hoa.get(f"/dispatches/{dispatch.pk}/"))
    assert "Nơi nhận:" in page
    assert "Đề xuất và quyết định" not in page
    answer = hoa.get(f"/dispatches/{dispatch.pk}/download/pdf/", follow=True)
    assert answer.getvalue().startswith(b"%PDF")


def test_an_auditor_reads_and_changes_nothing(
    lived: Cast, at: datetime, as_officer: SignIn
) -> None:
    report = drawn_up(lived, at)
    dung = as_officer(lived.dung)
    page = words(dung.get(f"/reports/{report.pk}/"))
    assert "Sửa lời" not in page
    assert "Ban hành báo cáo" not in page
    assert dung.post(f"/reports/{report.pk}/issue/").status_code == 403
    assert dung.post(f"/reports/{report.pk}/edit/overview/", {"text": "Khác"}).status_code == 403


def test_a_number_leads_to_exactly_its_tasks(lived: Cast, at: datetime, as_officer: SignIn) -> None:
    report = issued(lived, at)
    binh = as_officer(lived.binh)
    page = words(binh.get(f"/reports/{report.pk}/"))
    there = f"/reports/{report.pk}/behind/{lived.district.pk}/open_overdue/"
    assert f'<a href="{there}">5</a>' in page
    listed = words(binh.get(there))
    codes = report.counted.codes(lived.district.pk, "open_overdue")
    assert len(codes) == 5
    assert all(f">{code}</a>" in listed for code in codes)
    others = report.counted.codes(lived.finance.pk, "assigned")
    assert not any(code in listed for code in others)
    for wrong in ("behind/999999/assigned/", "behind/0/nothing/"):
        assert binh.get(f"/reports/{report.pk}/{wrong}").status_code == 404


def test_a_refused_edit_comes_back_with_its_words(
    lived: Cast, at: datetime, as_officer: SignIn
) -> None:
    report = issued(lived, at)
    binh = as_officer(lived.binh)
    answer = binh.post(f"/reports/{report.pk}/edit/overview/", {"text": "Lời đã gõ"})
    assert answer.status_code == 409
    draft = drawn_up(lived, at)
    answer = binh.post(f"/reports/{draft.pk}/edit/overview/", {"text": ""})
    assert "Hãy nhập nội dung." in words(answer)
    answer = binh.post(
        f"/reports/{draft.pk}/recompute/", {"as_of_on": "2022-05-01", "as_of_time": "17:00"}
    )
    assert answer.status_code == 422
    assert "chưa đến" in words(answer)
    answer = binh.post("/reports/draw-up/", ASKED | {"from_on": "2022-04-01"})
    assert "Kỳ phải bắt đầu trước" in words(answer)


def test_undecided_proposals_hold_the_dispatch_back(
    lived: Cast, at: datetime, as_officer: SignIn
) -> None:
    assert lived.nam.pk
    dispatch = actions.draft_dispatch(issued(lived, at), by=lived.binh, at=at)
    lan = as_officer(lived.lan)
    there = f"/dispatches/{dispatch.pk}/"
    answer = lan.post(f"{there}issue/", {"signer": lived.nam.pk})
    assert answer.status_code == 422
    assert "Còn 3 đề xuất chưa quyết định" in words(answer)
    assert "Hãy chọn người ký." in words(lan.post(f"{there}issue/", {}))
    refused = lan.post(f"{there}findings/{dispatch.findings.all()[0].pk}/", {"words": ""})
    assert "Hãy nhập lời văn." in words(refused)
    assert lan.post(f"{there}findings/999999/", {"words": "x"}).status_code == 404
    assert lan.post(f"{there}edit/none/", {"text": "x"}).status_code == 404


def test_downloads_give_the_stored_bytes_and_figures_that_prove_themselves(
    lived: Cast, at: datetime, as_officer: SignIn
) -> None:
    report = issued(lived, at)
    binh = as_officer(lived.binh)
    there = f"/reports/{report.pk}/download"
    figures = binh.get(f"{there}/json/").content
    assert hashlib.sha256(figures).hexdigest() == report.sha256
    assert json.loads(figures)["units"][0]["tasks"]
    for kind, file in (("docx", report.docx), ("pdf", report.pdf)):
        assert file
        answer = binh.get(f"{there}/{kind}/", follow=True)
        assert answer.getvalue() == filing.path_of(file.sha256).read_bytes()
    assert binh.get(f"{there}/exe/").status_code == 404
    draft = drawn_up(lived, at)
    word = docx.Document(io.BytesIO(binh.get(f"/reports/{draft.pk}/download/docx/").content))
    assert any("DỰ THẢO" in cell.text for row in word.tables[0].rows for cell in row.cells)


def test_pages_ask_the_database_a_bounded_number_of_times(
    lived: Cast, at: datetime, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    report = issued(lived, at)
    for _ in range(3):
        dispatch = decided(lived, at, report)
    lan = as_officer(lived.lan)
    lan.get("/reports/")
    addresses = (
        "/reports/", f"/reports/{report.pk}/", f"/reports/{report.pk}/behind/0/assigned/",
        f"/dispatches/{dispatch.pk}/",
    )  # fmt: skip
    for address in addresses:
        with django_assert_max_num_queries(22):
            assert lan.get(address).status_code == 200
