"""The report of the 25th: prefilled, signed by the head, frozen, returned, accepted, urged."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from dondoc.agencies.models import Authority
from dondoc.planning.models import Programme, ProgrammeItem, Registration
from dondoc.remedies import actions, drafting, queries
from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.remedies.paper import paper_of
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.remedies.stage import DONE, FEBRUARY, MARCH, close, late, noon, opened, promise


def test_it_is_drafted_from_what_the_unit_did(cast: Cast) -> None:
    first, second = late(cast, noon(3, 11)), late(cast, noon(3, 11), content="Việc thứ hai")
    close(cast, first, noon(3, 12))
    promise(cast, second, noon(3, 12))
    report = opened(cast)
    text = drafting.words(report, queries.remedies_of_report(report))
    assert "Sở Xây dựng có 2 việc phải khắc phục: 1 việc đã được xác nhận" in text
    assert f"- Rà soát quy hoạch (chậm tiến độ): {DONE}" in text
    assert "cam kết xong ngày 19/03/2022, người chịu trách nhiệm: Hồ Tâm." in text


def test_the_head_signs_and_what_he_signed_stands(cast: Cast) -> None:
    remedy = late(cast, noon(3, 11))
    report = opened(cast)
    with pytest.raises(Refused, match="Còn 1 việc chưa có biện pháp"):
        actions.sign_report(report, by=cast.khoa, at=noon(3, 20))
    promise(cast, remedy, noon(3, 20))
    for one in (cast.hoa, cast.tam, cast.lan, cast.xuan):
        with pytest.raises(NotPermitted):
            actions.sign_report(report, by=one, at=noon(3, 20))
    actions.sign_report(report, by=cast.khoa, at=noon(3, 20))
    assert (report.state, report.was_late) == ("signed", False)
    before = (report.words, report.remedies, paper_of(report, cast.khoa))
    actions.report_result(remedy, by=cast.khoa, at=noon(3, 21), result=DONE)
    report.refresh_from_db()
    assert (report.words, report.remedies, paper_of(report, cast.khoa)) == before
    assert [row["state"] for row in report.remedies] == ["Đang khắc phục"]
    with pytest.raises(NotNow):
        actions.write_report(report, by=cast.khoa, at=noon(3, 21), words="Lời khác")


def test_a_unit_without_remedies_says_so(cast: Cast) -> None:
    report = opened(cast)
    actions.sign_report(report, by=cast.khoa, at=noon(3, 26))
    assert report.words == "Trong tháng 3/2022, Sở Xây dựng không có việc phải khắc phục."
    assert report.was_late


def test_the_units_own_words_stay_until_it_wants_them_drafted_again(cast: Cast) -> None:
    report = opened(cast)
    with pytest.raises(Refused, match="không được để trống"):
        actions.write_report(report, by=cast.hoa, at=noon(3, 20), words=" ")
    actions.write_report(report, by=cast.hoa, at=noon(3, 20), words="Lời của Sở.")
    actions.redraft_report(report, by=cast.hoa, at=noon(3, 20))
    assert report.words == ""
    actions.write_report(report, by=cast.hoa, at=noon(3, 20), words="Lời của Sở.")
    actions.sign_report(report, by=cast.khoa, at=noon(3, 20))
    assert report.words == "Lời của Sở."


def test_the_office_returns_what_is_thin_and_accepts_the_rest(cast: Cast) -> None:
    report = opened(cast)
    actions.sign_report(report, by=cast.khoa, at=noon(3, 20))
    with pytest.raises(NotPermitted):
        actions.accept_report(report, by=cast.khoa, at=noon(3, 21))
    with pytest.raises(Refused, match="còn thiếu điểm nào"):
        actions.return_report(report, by=cast.binh, at=noon(3, 21), reason="")
    actions.return_report(report, by=cast.binh, at=noon(3, 21), reason="Thiếu nguyên nhân")
    assert (report.state, report.answer, report.times_returned) == (
        "returned", "Thiếu nguyên nhân", 1,
    )  # fmt: skip
    assert list(queries.who_has_not_reported(cast.city, MARCH, noon(3, 21))) == [report]
    actions.sign_report(report, by=cast.khoa, at=noon(3, 22))
    actions.accept_report(report, by=cast.binh, at=noon(3, 22))
    assert report.state == "accepted"
    assert not queries.who_has_not_reported(cast.city, MARCH, noon(3, 22)).exists()


def test_what_was_signed_is_frozen_by_the_database(cast: Cast) -> None:
    report = opened(cast)
    actions.sign_report(report, by=cast.khoa, at=noon(3, 20))
    rows = RemedyReport.objects.filter(pk=report.pk)
    changes: tuple[dict[str, object], ...] = (
        {"words": "Khác"}, {"remedies": [1]}, {"signed_at": noon(3, 1)},
    )  # fmt: skip
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.delete()
    actions.accept_report(report, by=cast.binh, at=noon(3, 21))
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(answer="Khác")


def test_a_closed_remedy_is_frozen_by_the_database(cast: Cast) -> None:
    remedy = late(cast, noon(3, 11))
    close(cast, remedy, noon(3, 12))
    rows = Remedy.objects.filter(pk=remedy.pk)
    for change in ({"result": "Khác"}, {"state": "reported"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.delete()


def test_a_unit_is_urged_at_most_once_a_day(cast: Cast) -> None:
    report = opened(cast)
    with pytest.raises(NotPermitted):
        actions.urge_report(report, by=cast.xuan, at=noon(3, 22))
    actions.urge_report(report, by=cast.binh, at=noon(3, 22))
    with pytest.raises(Refused, match="Hôm nay đã đôn đốc"):
        actions.urge_report(report, by=cast.lan, at=noon(3, 22, hour=9))
    with pytest.raises(Refused, match="Không còn đơn vị nào"):
        actions.urge_all(cast.city, by=cast.lan, at=noon(3, 22), month=MARCH)
    assert actions.urge_all(cast.city, by=cast.lan, at=noon(3, 23), month=MARCH) == 1
    report.refresh_from_db()
    assert (report.times_urged, report.urged_on) == (2, date(2022, 3, 23))


def test_what_is_open_from_earlier_months_is_reported_again(cast: Cast) -> None:
    remedy = late(cast, noon(3, 11))
    april = opened(cast, date(2022, 4, 1))
    assert queries.remedies_of_report(april) == [remedy]
    assert queries.remedies_of_report(opened(cast, FEBRUARY)) == []
    close(cast, remedy, noon(3, 28))  # after the report of March: April tells of it
    assert queries.remedies_of_report(april) == [remedy]
    assert queries.remedies_of_report(opened(cast, date(2022, 5, 1))) == []


def test_it_goes_with_the_registration_for_next_month(cast: Cast) -> None:
    report = opened(cast)
    assert queries.registration_of(report) is None
    april = Programme.objects.create(
        committee=cast.city, period="month", from_on=date(2022, 4, 1), to_on=date(2022, 4, 30),
        register_by=date(2022, 3, 25), approve_by=date(2022, 3, 28), opened_at=noon(3, 10),
    )  # fmt: skip
    ProgrammeItem.objects.create(
        programme=april, unit=cast.construction, content="Đề án", due_on=date(2022, 4, 20),
        registered_at=noon(3, 11),
    )  # fmt: skip
    found = queries.registration_of(report)
    assert found
    assert (found.programme, found.items, found.is_sent) == (april, 1, False)
    Registration.objects.create(
        programme=april, unit=cast.construction, sent_by=cast.khoa, sent_at=noon(3, 12)
    )
    actions.sign_report(report, by=cast.khoa, at=noon(3, 20))
    assert report.programme == april
    again = queries.registration_of(report)
    assert again
    assert again.is_sent


def test_it_is_printed_as_a_report_of_the_unit(cast: Cast) -> None:
    report: Any = opened(cast)
    draft = paper_of(report, cast.khoa)
    assert draft.draft
    assert draft.day is None
    deputy = cast.seat(cast.construction, "unit_head", "Phó Giám đốc Sở", "Phan Long")
    deputy.authority = Authority.DEPUTY
    actions.sign_report(report, by=deputy, at=noon(3, 20))
    paper = paper_of(RemedyReport.objects.get(), cast.khoa)
    assert paper.number_line.endswith("/BC-SXD")
    assert (paper.parent_agency, paper.issuer) == (
        "Ủy ban nhân dân thành phố Đà Nẵng",
        "Sở Xây dựng",
    )
    assert paper.signature.lines == ("KT. GIÁM ĐỐC SỞ", "PHÓ GIÁM ĐỐC SỞ")
    assert paper.day == date(2022, 3, 20)
