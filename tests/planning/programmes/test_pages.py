"""The pages of a programme, through their doors: who comes in, what stands there, at what cost."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import Officer
from dondoc.planning.actions import programmes as actions
from dondoc.planning.models import ChangeRequest, Programme, ProgrammeItem, Registration
from dondoc.tasks.actions import change_deadline
from dondoc.tasks.actions.assigning import Due
from tests.cast import Cast
from tests.planning.programmes.stage import MARCH_16, approved, day, finish, item, opened

AsOfficer = Callable[[Officer], Client]
State = ProgrammeItem.State


def page(name: str, *args: object) -> str:
    return reverse(f"planning:{name}", args=args)


def told(answer: Any) -> str:
    words: str = answer.content.decode()
    return words


def lines(programme: Programme, *contents: str) -> dict[str, str]:
    due = str(programme.to_on)
    return {f"content_{n}": words for n, words in enumerate(contents)} | {
        f"due_on_{n}": due for n in range(len(contents))
    }


def test_the_office_opens_a_month_from_its_page(cast: Cast, as_officer: AsOfficer) -> None:
    giang = as_officer(cast.giang)
    assert "Mở đăng ký" in told(giang.get(page("programmes")))
    refused = giang.post(page("open_programme"), {"span": ""})
    assert "Hãy chọn kỳ" in told(refused)
    giang.post(page("open_programme"), {"span": "month:2022-04-01"})
    assert Programme.objects.get().label == "tháng 4/2022"
    assert as_officer(cast.son).get(page("open_programme")).status_code == 404


def test_a_unit_types_several_lines_and_loses_none(cast: Cast, as_officer: AsOfficer) -> None:
    programme = opened(cast)
    phuc, where = as_officer(cast.phuc), page("registration", programme.pk)
    wrong = lines(programme, "Ra quân lập lại trật tự vỉa hè", "Rà soát") | {
        "due_on_1": "2022-09-01"
    }
    refused = phuc.post(where, wrong)
    assert refused.status_code == 422
    assert "Dòng 2: Thời hạn 01/09/2022 nằm ngoài" in told(refused)
    assert "Ra quân lập lại trật tự vỉa hè" in told(refused)
    assert not programme.items.exists()
    phuc.post(where, lines(programme, "Ra quân lập lại trật tự vỉa hè", "", "Rà soát"))
    assert programme.items.count() == 2
    assert "2 nội dung" in told(phuc.get(where))


def test_a_clerk_pastes_from_a_sheet(cast: Cast, as_officer: AsOfficer) -> None:
    programme = opened(cast)
    phuc, where = as_officer(cast.phuc), page("paste_items", programme.pk)
    sheet = (
        "TT\tNội dung\tSản phẩm\tNgười\tPhối hợp\tThời hạn\n"
        "1\tKiểm tra xây dựng\tBáo cáo\tkieu viet\tVHXH; phòng văn hóa - xã hội\t15/4\tx\n"
        "2\tThu ngân sách\t\t\t\t\n"
    )
    phuc.post(where, {"lines": sheet})
    first, second = programme.items.order_by("place")
    assert (first.content, first.person, first.focal) == ("Kiểm tra xây dựng", cast.viet, True)
    assert first.due_on == date(2022, 4, 15)
    assert list(first.coordinating.all()) == [cast.ward_division]
    assert second.due_on == programme.to_on
    wrong = phuc.post(where, {"lines": "Việc\tBáo cáo\tông Ba\tPhòng Lạ\t31/2"})
    words = told(wrong)
    for said in ("không có ai tên “ông Ba”", "không rõ đơn vị phối hợp “Phòng Lạ”", "31/2"):
        assert said in words
    assert programme.items.count() == 2


def test_registration_is_sent_and_seen_and_others_keep_out(
    cast: Cast, as_officer: AsOfficer
) -> None:
    programme = opened(cast)
    own = item(cast, programme)
    phuc = as_officer(cast.phuc)
    phuc.post(page("send_registration", programme.pk), {"note": "Đủ"})
    assert Registration.objects.get().note == "Đủ"
    assert "chưa gửi" in told(phuc.get(page("programme", programme.pk)))
    edit = {"content": "Rà soát lại", "due_on": "2022-04-12", "coordinating": []}
    phuc.post(page("edit_item", own.pk), edit)
    own.refresh_from_db()
    assert own.content == "Rà soát lại"
    assert as_officer(cast.thu).post(page("withdraw", own.pk)).status_code == 403
    assert as_officer(cast.dung).get(page("registration", programme.pk)).status_code == 404
    assert as_officer(cast.xuan).get(page("programme", programme.pk)).status_code == 404
    as_officer(cast.phuc).post(page("withdraw", own.pk))
    own.refresh_from_db()
    assert own.state == State.WITHDRAWN


def test_a_quarter_s_item_is_taken_up_by_one_press(cast: Cast, as_officer: AsOfficer) -> None:
    month = opened(cast)
    quarter = actions.open_programme(
        cast.ward, by=cast.giang, at=MARCH_16, period="quarter", from_on=date(2022, 4, 1)
    )
    whole = item(cast, quarter, "Đề án chợ", due_on=date(2022, 6, 20), product="Đề án")
    approved(cast, quarter)
    phuc, where = as_officer(cast.phuc), page("registration", month.pk)
    assert "Đề án chợ" in told(phuc.get(where))
    phuc.post(page("take_up", month.pk, whole.pk))
    taken = month.items.get()
    assert (taken.part_of, taken.product, taken.due_on) == (whole, "Đề án", month.to_on)
    assert "Đưa vào tháng 4/2022" not in told(phuc.get(where))


def test_the_office_arranges_urges_and_submits_the_chairman_approves(
    cast: Cast, as_officer: AsOfficer
) -> None:
    programme = opened(cast)
    first, second = item(cast, programme, "A"), item(cast, programme, "B")
    third = item(cast, programme, "C", unit=cast.ward_division)
    giang, where = as_officer(cast.giang), page("arrange", programme.pk)
    assert "Đôn đốc " in told(giang.get(where))
    giang.post(page("urge", programme.pk))
    assert "Hôm nay đã đôn đốc" in told(giang.post(page("urge", programme.pk)))
    assert "Hôm nay đã đôn đốc tất cả" in told(giang.get(where))
    assert giang.post(page("urge", programme.pk), {"unit": "không có"}).status_code == 404
    picked = {"items": [first.pk, third.pk], "do": "merge"}
    giang.post(page("pick_items", programme.pk), picked)
    third.refresh_from_db()
    assert third.merged_into == first
    giang.post(
        page("pick_items", programme.pk),
        {"items": [first.pk, second.pk], "do": "hand_over", "leader": cast.yen.pk},
    )
    second.refresh_from_db()
    assert second.leader == cast.yen
    assert giang.post(page("pick_items", programme.pk), {"do": "merge"}).status_code == 422
    giang.post(page("item_move", second.pk, "move_up"))
    giang.post(page("decline", second.pk), {"reason": "Việc thường xuyên"})
    assert "Việc thường xuyên" in told(giang.get(where))
    assert as_officer(cast.phuc).get(where).status_code == 404
    giang = as_officer(cast.giang)
    giang.post(page("programme_move", programme.pk, "submit_programme"))
    son = as_officer(cast.son)
    assert "Duyệt 1 nội dung" in told(son.get(page("approval", programme.pk)))
    assert son.post(page("return_programme", programme.pk), {"reason": ""}).status_code == 200
    son.post(page("programme_move", programme.pk, "approve"))
    programme.refresh_from_db()
    assert programme.state == Programme.State.APPROVED


def test_a_change_is_asked_on_the_item_and_decided_on_one_page(
    cast: Cast, as_officer: AsOfficer
) -> None:
    programme = opened(cast)
    own = item(cast, programme)
    approved(cast, programme)
    phuc = as_officer(cast.phuc)
    assert "Đề nghị đưa ra" in told(phuc.get(page("item", own.pk)))
    phuc.post(page("ask_move", own.pk), {"due_on": "2022-04-28", "reason": "Chờ quận"})
    addition = {"content": "Đón đoàn", "due_on": "2022-04-20", "reason": "Công văn của quận"}
    phuc.post(page("ask_addition", programme.pk), addition)
    move, add = ChangeRequest.objects.order_by("pk")
    assert as_officer(cast.phuc).post(page("decide_change", move.pk)).status_code == 403
    son = as_officer(cast.son)
    refused = son.post(page("decide_change", add.pk), {"decision": "refuse", "answer": ""})
    assert refused.status_code == 422
    assert "Hãy nêu lý do không đồng ý" in told(refused)
    son.post(page("decide_change", move.pk), {"decision": "grant"})
    son.post(page("decide_change", add.pk), {"decision": "grant", "answer": "Đồng ý"})
    compared = told(son.get(page("compare", programme.pk) + "?from=2&to=4"))
    assert "Đón đoàn" in compared
    assert "28/04/2022" in compared
    assert "bổ sung" in told(son.get(page("programme", programme.pk)))


def test_figures_open_onto_their_lists(
    cast: Cast, as_officer: AsOfficer, clock_at: Callable[[datetime], None]
) -> None:
    programme = opened(cast)
    done, left = item(cast, programme, "Xong việc"), item(cast, programme, "Bỏ dở")
    approved(cast, programme)
    finish(cast, done, day(4, 10))
    phuc = as_officer(cast.phuc)
    clock_at(day(5, 4))
    assert "50,00%" in told(phuc.get(page("results", programme.pk)))
    listed = told(phuc.get(page("results_behind", programme.pk, cast.ward_economy.pk, "not_done")))
    assert "Bỏ dở" in listed
    assert "Xong việc" not in listed
    phuc.post(page("explain", left.pk), {"reason": "Chờ vốn"})
    assert "Chờ vốn" in told(phuc.get(page("results_behind", programme.pk, 0, "not_done")))
    people = page("results_behind_person", programme.pk, 0, "done")
    assert "Xong việc" in told(phuc.get(people))
    assert phuc.get(page("results_behind", programme.pk, 0, "nothing")).status_code == 404


@pytest.mark.usefixtures("files")
def test_it_is_taken_away_as_word_pdf_and_excel(cast: Cast, as_officer: AsOfficer) -> None:
    programme = opened(cast)
    item(cast, programme)
    phuc = as_officer(cast.phuc)
    for kind, sign in (("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK")):
        assert phuc.get(page("programme_file", programme.pk, kind)).content.startswith(sign)
    assert phuc.get(page("programme_file", programme.pk, "exe")).status_code == 404
    approved(cast, programme)
    giang = as_officer(cast.giang)
    giang.post(page("programme_move", programme.pk, "publish"))
    issued = as_officer(cast.phuc).get(page("programme_file", programme.pk, "pdf"))
    assert issued.status_code == 302
    kept = as_officer(cast.phuc).get(issued["Location"])
    assert kept.status_code == 200
    for close in kept._resource_closers:  # closing the answer would close the test's database
        close()
    assert "Chương trình" in told(giang.get(page("programme", programme.pk) + "?view=paper"))


def test_desks_and_the_task_s_page_know_of_it(cast: Cast, as_officer: AsOfficer) -> None:
    programme = opened(cast)
    own = item(cast, programme)
    desk = reverse("tasks:desk")
    assert "Đăng ký chương trình công tác tháng 4/2022" in told(as_officer(cast.phuc).get(desk))
    assert "đơn vị chưa gửi" in told(as_officer(cast.giang).get(desk))
    actions.submit_programme(programme, by=cast.giang, at=MARCH_16)
    approvals = reverse("tasks:approvals")
    assert "chờ duyệt" in told(as_officer(cast.son).get(approvals))
    actions.approve(programme, by=cast.son, at=MARCH_16)
    own.refresh_from_db()
    assert own.task is not None
    sheet = told(as_officer(cast.phuc).get(reverse("tasks:detail", args=[own.task.code])))
    assert "Chương trình tháng 4/2022" in sheet


@pytest.mark.parametrize(
    ("name", "args", "most"),
    [
        ("programmes", (), 14),
        ("programme", ("pk",), 24),
        ("registration", ("pk",), 34),
        ("arrange", ("pk",), 28),
        ("results", ("pk",), 26),
    ],
)
def test_the_cost_of_a_page_does_not_grow(
    cast: Cast, as_officer: AsOfficer, django_assert_max_num_queries: Any, name: str,
    args: tuple[str, ...], most: int,
) -> None:  # fmt: skip
    programme = opened(cast)
    for n in range(12):
        unit = (cast.ward_economy, cast.ward_division)[n % 2]
        item(cast, programme, f"Việc {n}", unit=unit, coordinating=[cast.ward_office])
    if name == "results":
        approved(cast, programme)
    client = as_officer(cast.hanh)
    where = page(name, *(programme.pk for _ in args))
    if name == "registration":
        where += f"?unit={cast.ward_economy.pk}"
    client.get(where)
    with django_assert_max_num_queries(most):
        assert client.get(where).status_code == 200


def test_a_longer_month_costs_no_more_queries(
    cast: Cast, as_officer: AsOfficer, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    programme = opened(cast)
    item(cast, programme)
    client, where = as_officer(cast.giang), page("programme", programme.pk)
    client.get(where)
    with CaptureQueriesContext(connection) as few:
        client.get(where)
    for n in range(20):
        item(cast, programme, f"Thêm {n}", at=MARCH_16 + timedelta(minutes=n))
    with django_assert_num_queries(len(few)):
        client.get(where)


def test_a_longer_deadline_granted_to_the_task_stands_beside_the_item(
    cast: Cast, as_officer: AsOfficer
) -> None:
    programme = opened(cast)
    line = item(cast, programme, "Đề án chợ")
    approved(cast, programme)
    line.refresh_from_db()
    later = line.due_on + timedelta(days=20)
    change_deadline(line.task, by=cast.son, at=MARCH_16, due=Due(later), reason="Chờ thẩm định")
    giang = as_officer(cast.giang)
    shown = told(giang.get(page("programme", programme.pk), {"view": "list"}))
    assert f"hạn {line.due_on:%d/%m/%Y}, nhiệm vụ gia hạn đến {later:%d/%m/%Y}" in shown
