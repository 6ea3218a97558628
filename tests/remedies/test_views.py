"""The pages of remedies, as the unit and the Office walk through them."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import docx
import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.journal.models import Entry
from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.planning.models import Programme
from dondoc.remedies import actions
from dondoc.remedies.calling import call_remedies
from dondoc.remedies.models import Inspection, ObjectiveCause, Remedy, RemedyReport
from dondoc.tasks import actions as tasks
from tests.cast import Cast
from tests.remedies.stage import DONE, HOW, WHY, late, noon, opened, promise, submit
from tests.scorecards.lives import give

SignIn = Callable[[Officer], Client]
PROMISED = {"cause": "staff", "cause_told": WHY, "solution": HOW, "commit_on": "2022-03-23"}


def words(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def remedy(cast: Cast) -> Remedy:
    return late(cast, noon(3, 11))


def test_a_remedy_is_walked_from_the_board_to_its_end(
    cast: Cast, remedy: Remedy, as_officer: SignIn
) -> None:
    here = f"/remedies/{remedy.pk}/"
    khoa, lan = as_officer(cast.khoa), as_officer(cast.lan)
    board = words(khoa.get("/remedies/"))
    assert "Rà soát quy hoạch" in board
    assert "Còn 9 ngày đến hạn báo cáo khắc phục" in board
    assert "không phải là gia hạn" in words(khoa.get(f"{here}promise/"))
    khoa.post(f"{here}promise/", PROMISED | {"person": cast.tam.pk})
    assert "Đang khắc phục" in words(khoa.get(here))
    lan.post(f"{here}return_promise/", {"reason": "Chưa rõ ai làm"})
    assert "Chưa rõ ai làm" in words(khoa.get(f"{here}promise/"))
    khoa.post(f"{here}promise/", PROMISED | {"person": cast.tam.pk})
    assert remedy.task
    submit(cast, remedy.task, noon(3, 15))
    assert "Nhiệm vụ đã có kết quả" in words(khoa.get("/remedies/"))
    assert DONE in words(khoa.get(f"{here}report_result/"))  # prefilled
    khoa.post(f"{here}report_result/", {"result": DONE})
    assert "được xác nhận là đã khắc phục?" in words(lan.get(f"{here}confirm_result/"))
    answer = lan.post(f"{here}confirm_result/", follow=True)
    assert "Đã xác nhận, việc khắc phục được đóng." in words(answer)
    remedy.refresh_from_db()
    assert (remedy.state, remedy.closed_by) == ("closed", cast.lan)


def test_what_was_typed_stays_when_it_is_refused(
    cast: Cast, remedy: Remedy, as_officer: SignIn
) -> None:
    said = PROMISED | {"person": cast.tam.pk, "commit_on": "2022-03-16"}
    answer = as_officer(cast.khoa).post(f"/remedies/{remedy.pk}/promise/", said)
    assert answer.status_code == 422
    assert "Ngày cam kết phải sau hôm nay" in words(answer)
    assert HOW in words(answer)


def test_the_same_form_sent_twice_counts_once(
    cast: Cast, remedy: Remedy, as_officer: SignIn
) -> None:
    khoa = as_officer(cast.khoa)
    for _ in range(2):
        said = PROMISED | {
            "person": cast.tam.pk,
            "idempotency_key": "6a3f0a3e-2b1c-4d5e-8f90-123456789abc",
        }
        khoa.post(f"/remedies/{remedy.pk}/promise/", said)
    assert Entry.objects.filter(verb="remedy.promise").count() == 1


def test_another_unit_does_not_see_it(cast: Cast, remedy: Remedy, as_officer: SignIn) -> None:
    xuan = as_officer(cast.xuan)
    assert "Rà soát quy hoạch" not in words(xuan.get("/remedies/"))
    for there in ("", "promise/", "confirm_result/"):
        assert xuan.get(f"/remedies/{remedy.pk}/{there}").status_code == 404
    report = opened(cast)
    for there in ("", "download/pdf/", "sign_report/"):
        assert xuan.get(f"/remedies/reports/{report.pk}/{there}").status_code == 404


def test_a_deed_that_is_not_open_leads_back_to_the_page(
    cast: Cast, remedy: Remedy, as_officer: SignIn
) -> None:
    khoa = as_officer(cast.khoa)
    answer = khoa.get(f"/remedies/{remedy.pk}/confirm_result/", follow=True)
    assert "Hiện không thể “Xác nhận đã khắc phục”." in words(answer)
    assert khoa.get(f"/remedies/{remedy.pk}/nonsense/").status_code == 404
    assert khoa.get(f"/remedies/{remedy.pk}/grant_objective/").status_code == 404


def test_an_objective_cause_is_asked_for_and_granted_on_the_page(
    cast: Cast, remedy: Remedy, as_officer: SignIn
) -> None:
    here = f"/remedies/{remedy.pk}/"
    as_officer(cast.khoa).post(f"{here}ask_objective/", {"reason": "Chờ Bộ Xây dựng trả lời"})
    lan = as_officer(cast.lan)
    assert "Khách quan: chờ xem xét" in words(lan.get("/remedies/?objective=asked"))
    assert "Chờ Bộ Xây dựng trả lời" in words(lan.get(f"{here}grant_objective/"))
    lan.post(f"{here}grant_objective/", {"answer": "Đã có công văn nhắc"})
    assert ObjectiveCause.objects.get().state == "granted"
    assert "Khách quan: công nhận khách quan" in words(lan.get(here))


def test_the_board_is_filtered_by_unit_cause_and_month(
    cast: Cast, remedy: Remedy, as_officer: SignIn
) -> None:
    promise(cast, remedy, noon(3, 12))
    lan = as_officer(cast.lan)
    for asked, found in (
        ("", True), (f"unit={cast.construction.pk}", True), (f"unit={cast.office.pk}", False),
        ("cause=staff", True), ("cause=law", False), ("month=2022-02", False),
        ("month=2022-04", True), ("ground=poor", False), ("state=promised", True),
        ("state=closed", False), ("month=nonsense&unit=x&state=y", True),
    ):  # fmt: skip
        assert ("Rà soát quy hoạch" in words(lan.get(f"/remedies/?{asked}"))) is found, asked


def test_what_comes_again_is_marked_and_listed(cast: Cast, as_officer: SignIn) -> None:
    give(cast, date(2022, 2, 10), at=noon(2, 1))
    call_remedies(noon(2, 15))
    early = Remedy.objects.get()
    promise(cast, early, noon(2, 16))
    assert early.task
    submit(cast, early.task, noon(3, 14))
    tasks.send_back(early.task, by=cast.binh, at=noon(3, 14), reason="Thiếu số liệu")
    call_remedies(noon(3, 15))
    again = Remedy.objects.get(ground="sent_back")
    promise(cast, again, noon(3, 15))
    lan = as_officer(cast.lan)
    page = words(lan.get("/remedies/repeats/"))
    assert "thiếu người, bố trí chưa hợp lý" in page
    assert "2/2022, 3/2022" in page
    assert "Hồ Tâm" in page
    board = words(lan.get("/remedies/"))
    assert "Nhiệm vụ tái diễn" in board
    assert "Nguyên nhân lặp lại" in board
    assert "thiếu người" not in words(as_officer(cast.xuan).get("/remedies/repeats/"))


def test_a_request_for_time_stands_beside_the_board_with_its_count(
    cast: Cast, as_officer: SignIn
) -> None:
    task = give(cast, date(2022, 4, 10))
    tasks.ask_extension(
        task, by=cast.khoa, at=noon(3, 14), reason="Chờ số liệu", due_on=date(2022, 4, 20)
    )
    page = words(as_officer(cast.lan).get("/remedies/"))
    assert "Đề nghị gia hạn đang chờ" in page
    assert "Đã gia hạn 0/1 lần" in page


def test_the_report_is_written_signed_and_accepted_on_its_page(
    cast: Cast, remedy: Remedy, as_officer: SignIn
) -> None:
    report = opened(cast)
    here = f"/remedies/reports/{report.pk}/"
    khoa, lan = as_officer(cast.khoa), as_officer(cast.lan)
    assert "Nêu biện pháp cho 1 việc" in words(khoa.get(here))
    assert "Còn 1 việc chưa có biện pháp" in words(khoa.post(f"{here}sign_report/"))
    promise(cast, remedy, noon(3, 15))
    assert "Phó Giám đốc trực tiếp xử lý" in words(khoa.get(f"{here}write_report/"))
    khoa.post(f"{here}write_report/", {"words": "Sở báo cáo như sau."})
    assert "Soạn lại từ danh sách" in words(khoa.get(here))
    khoa.post(f"{here}redraft_report/")
    khoa.post(f"{here}write_report/", {"words": "Sở báo cáo như sau."})
    assert "DỰ THẢO" in words(khoa.get(f"{here}?view=paper"))
    assert "Đã ký gửi báo cáo khắc phục." in words(khoa.post(f"{here}sign_report/", follow=True))
    lan.post(f"{here}return_report/", {"reason": "Thiếu nguyên nhân"})
    assert "Thiếu nguyên nhân" in words(khoa.get(here))
    khoa.post(f"{here}sign_report/")
    lan.post(f"{here}accept_report/", {"answer": "Đã rõ"})
    page = words(khoa.get(here))
    assert "Đã tiếp nhận" in page
    assert "Sở báo cáo như sau." in page
    taken = docx.Document(io.BytesIO(khoa.get(f"{here}download/docx/").content))
    assert "Sở báo cáo như sau./." in "\n".join(one.text for one in taken.paragraphs)
    assert khoa.get(f"{here}download/pdf/").content.startswith(b"%PDF")
    assert khoa.get(f"{here}download/odt/").status_code == 404


def test_the_office_sees_who_has_not_reported_and_urges_at_one_press(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    assert cast.xuan
    assert cast.hoa
    call_remedies(noon(3, 1))
    actions.sign_report(
        RemedyReport.objects.get(unit=cast.construction), by=cast.khoa, at=noon(3, 15)
    )
    lan = as_officer(cast.lan)
    page = words(lan.get("/remedies/reports/"))
    assert "Đôn đốc 1 đơn vị chưa gửi" in page  # not Sở Xây dựng, not its own
    answer = lan.post("/remedies/reports/urge/", {"month": "2022-03"}, follow=True)
    assert "Đã đôn đốc 1 đơn vị." in words(answer)
    assert "chưa gửi" not in words(lan.get("/remedies/reports/")).replace("Chưa gửi", "").replace(
        "báo cáo chưa gửi", ""
    )
    report = RemedyReport.objects.get(unit=cast.finance)
    assert "Hôm nay đã đôn đốc" in words(lan.post(f"/remedies/reports/{report.pk}/urge_report/"))
    tell(at)
    told = Notice.objects.filter(step="remedyreport.urge_report")
    assert [one.officer for one in told] == [cast.xuan]
    assert as_officer(cast.xuan).get("/remedies/reports/").status_code == 200


def test_an_inspection_is_planned_carried_out_and_told(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    assert cast.hoa
    task = give(cast, date(2022, 4, 30))
    lan, khoa = as_officer(cast.lan), as_officer(cast.khoa)
    plan = {"title": "Kiểm tra quy chế", "planned_on": "2022-03-16", "inspectors": "Lan, Bình"}
    empty = words(lan.post("/remedies/inspections/plan/", plan))
    assert "Hãy chọn ít nhất một đơn vị." in empty
    assert "Lan, Bình" in empty
    there = lan.post("/remedies/inspections/plan/", plan | {"units": [cast.construction.pk]})
    here = there["Location"]
    revised = {"title": "Kiểm tra việc thực hiện quy chế", "units": [cast.construction.pk]}
    lan.post(f"{here}revise_inspection/", plan | revised)
    found = {"unit": cast.construction.pk, "content": "Sai thể thức", "poor": "yes"}
    lan.post(f"{here}note_finding/", found | {"task": task.pk})
    lan.post(f"{here}note_finding/", found | {"content": "Nhầm", "poor": "no"})
    mistake = Inspection.objects.get().findings.get(content="Nhầm")
    lan.post(f"{here}drop_finding/", {"finding": mistake.pk})
    assert "Sai thể thức" not in words(khoa.get(here))
    lan.post(f"{here}conclude/", {"conclusion": "Phải chấn chỉnh"})
    page = words(khoa.get(here))
    assert "Sai thể thức" in page
    assert "Phải chấn chỉnh" in page
    remedy = Remedy.objects.get()
    assert f"/remedies/{remedy.pk}/" in page
    tell(at)
    steps = set(Notice.objects.filter(officer=cast.khoa).values_list("step", flat=True))
    assert {"inspection.conclude", "remedy.call_for"} <= steps
    assert khoa.get("/remedies/inspections/plan/").status_code == 404
    assert as_officer(cast.xuan).get(here).status_code == 404
    assert "Kiểm tra việc thực hiện quy chế" in words(lan.get("/remedies/inspections/"))


def test_the_task_and_the_desk_show_what_must_be_put_right(
    cast: Cast, remedy: Remedy, as_officer: SignIn
) -> None:
    opened(cast)
    assert remedy.task
    khoa = as_officer(cast.khoa)
    assert f"/remedies/{remedy.pk}/" in words(khoa.get(f"/tasks/{remedy.task.code}/"))
    desk = words(khoa.get("/desk/"))
    assert "Trước ngày 25: báo cáo khắc phục + đăng ký chương trình" in desk
    assert "Khắc phục: cần biện pháp" in desk
    assert "2/2 đơn vị chưa gửi" in words(as_officer(cast.lan).get("/desk/"))
    fresh = give(cast, date(2022, 4, 30))
    assert "Khắc phục</h2>" not in words(khoa.get(f"/tasks/{fresh.code}/"))


@pytest.mark.parametrize("page", ["/remedies/", "/remedies/?state=called", "/remedies/repeats/"])
def test_pages_ask_the_database_no_more_for_more_remedies(
    cast: Cast, as_officer: SignIn, django_assert_max_num_queries: Any, page: str
) -> None:
    for n in range(15):
        give(cast, content=f"Việc {n}")
    call_remedies(noon(3, 11))
    for one in Remedy.objects.all():
        actions.ask_objective(one, by=cast.khoa, at=noon(3, 12), reason="Chờ Bộ")
    lan = as_officer(cast.lan)
    lan.get(page)
    with django_assert_max_num_queries(31):
        assert lan.get(page).status_code == 200


def test_pages_of_one_remedy_and_report_are_bounded_too(
    cast: Cast, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    for n in range(10):
        give(cast, content=f"Việc {n}")
    call_remedies(noon(3, 11))
    lan = as_officer(cast.lan)
    report = RemedyReport.objects.get(unit=cast.construction)
    pages = (
        f"/remedies/{Remedy.objects.first().pk}/",  # type: ignore[union-attr]
        f"/remedies/reports/{report.pk}/", "/remedies/reports/", "/remedies/inspections/",
    )  # fmt: skip
    for page in pages:
        lan.get(page)
        with django_assert_max_num_queries(28):
            assert lan.get(page).status_code == 200


def test_a_registration_has_the_report_beside_it_and_the_report_leads_back(
    cast: Cast, as_officer: SignIn
) -> None:
    april = Programme.objects.create(
        committee=cast.city, period="month", from_on=date(2022, 4, 1), to_on=date(2022, 4, 30),
        register_by=date(2022, 3, 25), approve_by=date(2022, 3, 28), opened_at=noon(3, 10),
    )  # fmt: skip
    khoa, there = as_officer(cast.khoa), f"/programmes/{april.pk}/register/"
    assert "Báo cáo khắc phục tháng 3/2022" not in khoa.get(there).content.decode()
    report = opened(cast)
    page = khoa.get(there).content.decode()
    assert f'href="/remedies/reports/{report.pk}/"' in page
    assert "hạn 25/03/2022" in page
    assert f'href="{there}"' in khoa.get(f"/remedies/reports/{report.pk}/").content.decode()
    office = as_officer(cast.binh)
    assert (
        f"/remedies/reports/{report.pk}/"
        not in office.get(f"{there}?unit={cast.finance.pk}").content.decode()
    ), "the report of another unit"
    assert (
        f"/remedies/reports/{report.pk}/"
        in office.get(f"{there}?unit={cast.construction.pk}").content.decode()
    )


def test_the_office_hears_of_promises_and_results_the_unit_of_answers(
    cast: Cast, remedy: Remedy, at: datetime
) -> None:
    assert cast.hoa
    assert cast.lan
    promise(cast, remedy, noon(3, 12))
    actions.report_result(remedy, by=cast.khoa, at=noon(3, 13), result=DONE)
    actions.return_result(remedy, by=cast.binh, at=noon(3, 14), reason="Thiếu số văn bản")
    tell(at + timedelta(hours=1))
    heard = {(one.officer, one.step) for one in Notice.objects.filter(step__startswith="remedy.")}
    assert (cast.binh, "remedy.promise") in heard
    assert (cast.tam, "remedy.promise") in heard
    assert (cast.lan, "remedy.report_result") in heard
    assert (cast.hoa, "remedy.return_result") in heard
    assert (cast.xuan, "remedy.call_for") not in heard
    said = Notice.objects.get(step="remedy.return_result", officer=cast.hoa)
    assert "Thiếu số văn bản" in said.words
    assert said.url == f"/remedies/{remedy.pk}/"


def test_what_is_owed_stays_on_the_desk_after_its_day(
    cast: Cast, as_officer: SignIn, clock_at: Callable[[datetime], None]
) -> None:
    report = opened(cast)
    hoa, lan = as_officer(cast.hoa), as_officer(cast.lan)
    clock_at(noon(3, 28))
    for who in (hoa, lan):
        assert "Đã quá 3 ngày so với hạn báo cáo khắc phục" in words(who.get("/desk/"))
    actions.sign_report(report, by=cast.khoa, at=noon(3, 28))
    for who in (hoa, lan):
        assert "Đã quá" not in words(who.get("/desk/"))
