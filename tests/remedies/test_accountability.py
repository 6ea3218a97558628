"""Who answered for what was late: days parted between heads, numbers that open their lists."""

import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from dondoc.agencies.models import Officer, Role
from dondoc.remedies import accountability, grading
from dondoc.remedies.accountability import COUNTS
from dondoc.rules.named_periods import named
from dondoc.tasks import actions as tasks
from tests.cast import Cast
from tests.remedies.ward import finish, give, hour, new_head, two_months

SignIn = Callable[[Officer], Client]
MAY, APRIL = named("2022-05"), named("2022-04")


@pytest.fixture
def at() -> datetime:
    """09:00 on Saturday 14 May 2022: ten days after the deadline of the 4th."""
    return hour(5, 14)


def words(answer: Any) -> str:
    return str(answer.content.decode())


def test_ten_late_days_fall_on_the_old_head_and_the_new(cast: Cast, at: datetime) -> None:
    task = two_months(cast)["may"]
    cuong = new_head(cast, date(2022, 5, 9))
    book = accountability.book(cast.ward, MAY, at)
    item = next(item for item in book.items if item.code == task.code)
    assert item.late_days == 10
    days = {book.officers[s.person or 0].name: s.days for s in item.heads}
    assert days == {"Châu Phúc": 4, "Nghiêm Cường": 6}
    old, new = book.head(cast.phuc.user_id), book.head(cuong.user_id)
    mine = {line.item.code: line for line in old.lines}
    assert (mine[task.code].days, mine[task.code].is_open) == (4, False)
    assert [line.days for line in new.lines if line.item.code == task.code] == [6]
    assert [line.is_open for line in new.lines if line.item.code == task.code] == [True]


def test_a_unit_without_a_head_is_a_vacancy_with_a_name(cast: Cast, at: datetime) -> None:
    two_months(cast)
    new_head(cast, date(2022, 5, 20))
    cast.phuc.until_on = date(2022, 5, 8)
    cast.phuc.save()
    book = accountability.book(cast.ward, MAY, at)
    vacant = [one for one in book.heads if one.user is None]
    assert [one.unit_ids for one in vacant] == [[cast.ward_economy.pk]]
    assert book.heads[-1] is vacant[0]


def test_the_executor_of_each_day_comes_from_the_journal(cast: Cast, at: datetime) -> None:
    task = two_months(cast)["may"]
    other = cast.seat(cast.ward_economy, Role.OFFICER, "Chuyên viên", "Nghiêm Cường")
    tasks.entrust(task, by=cast.phuc, at=hour(5, 8), executor=other)
    book = accountability.book(cast.ward, MAY, at)
    assert {one.officer.name: one.days for one in book.executors if one.officer} == {
        "Kiều Việt": 3,
        "Nghiêm Cường": 7,
    }


def test_a_task_given_to_another_unit_leaves_its_late_days_behind(cast: Cast) -> None:
    task = give(cast, "Rà soát quy hoạch", date(2022, 5, 4))
    tasks.return_to_assigner(task, by=cast.phuc, at=hour(5, 8), reason="Không thuộc thẩm quyền")
    tasks.reassign(task, by=cast.giang, at=hour(5, 9), lead=cast.ward_division)
    assert cast.thu.pk
    book = accountability.book(cast.ward, MAY, hour(5, 14))
    days = {book.officers[s.person or 0].name: s.days for s in book.items[0].heads}
    assert days == {"Châu Phúc": 4, "Mai Thu": 6}
    assert book.by_unit[cast.ward_economy.pk].days == 4


def test_every_count_is_the_length_of_its_list_and_excuses_stand_beside(
    cast: Cast, at: datetime
) -> None:
    two_months(cast)
    book = accountability.book(cast.ward, MAY, at)
    phuc = book.head(cast.phuc.user_id)
    assert phuc.counts == {name: len(phuc.only(name)) for name in COUNTS}
    assert phuc.counts | {} == {
        "late": 2, "open": 2, "sent_back": 0, "untold": 1, "remedied": 0, "granted": 1,
        "extended": 0,
    }  # fmt: skip
    assert (phuc.account.late, phuc.account.still_open) == (1, 1)
    assert book.head(cast.thu.user_id).counts["sent_back"] == 1


def test_what_is_done_later_does_not_move_a_past_month(cast: Cast, at: datetime) -> None:
    made = two_months(cast)
    before = accountability.book(cast.ward, APRIL, at).head(cast.phuc.user_id)
    assert [(line.item.code, line.days) for line in before.lines] == [(made["april"].code, 5)]
    finish(cast, made["may"], cast.phuc, hour(5, 16))
    after = accountability.book(cast.ward, APRIL, hour(6, 1)).head(cast.phuc.user_id)
    assert [(line.item.code, line.days) for line in after.lines] == [(made["april"].code, 5)]
    late = accountability.book(cast.ward, MAY, hour(6, 1)).head(cast.phuc.user_id)
    assert {line.item.code: line.days for line in late.lines}[made["may"].code] == 12


def test_the_office_reads_all_a_person_only_his_own(cast: Cast, as_officer: SignIn) -> None:
    made = two_months(cast)
    giang = as_officer(cast.giang)
    page = words(giang.get("/accountability/?period=2022-05"))
    own = f"/accountability/people/{cast.phuc.user_id}/"
    assert f"{own}?period=2022-05&amp;as=head&amp;only=late" in page
    assert "Châu Phúc" in page
    assert "Kiều Việt" in page
    listed = words(giang.get(f"{own}?period=2022-05&as=head&only=granted"))
    assert made["excused"].code in listed
    assert made["may"].code not in listed
    assert "Đinh Sơn công nhận" in listed
    phuc = as_officer(cast.phuc)
    assert phuc.get("/accountability/")["Location"] == own
    page = words(phuc.get(f"{own}?period=2022-05"))
    assert "Triển khai chậm" in page
    assert "Giao việc chậm" in page
    assert "04/05/2022" in page
    for stranger in (cast.thu, cast.viet, cast.hoa):
        assert as_officer(stranger).get(own).status_code == 404
    assert (
        as_officer(cast.viet).get("/accountability/")["Location"].endswith(f"/{cast.viet.user_id}/")
    )
    assert as_officer(cast.son).get(own).status_code == 200
    city = words(as_officer(cast.lan).get(f"{own}?period=2022-05"))
    assert made["may"].code not in city, "the city's Office reads the city's tasks"


def test_a_unit_sees_its_own_page_and_no_other(cast: Cast, as_officer: SignIn) -> None:
    made = two_months(cast)
    there = f"/accountability/units/{cast.ward_economy.pk}/?period=2022-05"
    page = words(as_officer(cast.phuc).get(there))
    assert made["may"].code in page
    assert "Châu Phúc: 10 ngày" in page
    assert as_officer(cast.thu).get(there).status_code == 404
    assert as_officer(cast.giang).get("/accountability/units/999999/").status_code == 404


def test_pages_ask_the_database_a_bounded_number_of_times(
    cast: Cast, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    two_months(cast)
    for n in range(12):
        task = give(cast, f"Việc {n}", date(2022, 5, 3))
        tasks.entrust(task, by=cast.phuc, at=hour(4, 22), executor=cast.viet)
    giang = as_officer(cast.giang)
    for address, most in (
        ("/accountability/?period=2022-05", 20),
        (f"/accountability/people/{cast.phuc.user_id}/?period=2022-05", 24),
        ("/considerations/?period=2022-05", 36),
    ):
        with django_assert_max_num_queries(most):
            assert giang.get(address).status_code == 200
    hanh = as_officer(cast.hanh)
    with django_assert_max_num_queries(20):
        assert hanh.get("/accountability/grading/?period=2022-Q2").status_code == 200


def test_the_quantities_of_decree_335(cast: Cast, at: datetime) -> None:
    two_months(cast)
    rows = {(one.kind, one.name): one for one in grading.subjects(cast.ward, MAY, at)}
    culture = rows["unit", "Phòng Văn hóa - Xã hội"]
    assert (culture.grade.a, culture.grade.b, culture.grade.c) == (100, 75, 100)
    economy = rows["unit", "Phòng Kinh tế, Hạ tầng và Đô thị"]
    assert (len(economy.products), economy.done, economy.late, economy.excused) == (2, 0, 2, 1)
    assert rows["head", "Châu Phúc"].late == 2
    assert len(rows["executor", "Kiều Việt"].products) == 1
    april = {(one.kind, one.name): one for one in grading.subjects(cast.ward, APRIL, at)}
    assert april["head", "Châu Phúc"].grade.c == 75


def test_a_deadline_missed_before_it_was_moved_counts_as_a_delay(cast: Cast) -> None:
    from dondoc.tasks.actions.assigning import Due

    task = give(cast, "Rà soát quy hoạch", date(2022, 5, 4))
    tasks.change_deadline(
        task, by=cast.son, at=hour(5, 6), due=Due(date(2022, 5, 10)), reason="Thông báo mới"
    )
    finish(cast, task, cast.phuc, hour(5, 12))
    rows = {(one.kind, one.name): one for one in grading.subjects(cast.ward, MAY, hour(5, 14))}
    assert rows["head", "Châu Phúc"].products[0].product.delays == 2


def test_the_sheet_of_the_grading_computes_itself(cast: Cast, as_officer: SignIn) -> None:
    made = two_months(cast)
    answer = as_officer(cast.hanh).get("/accountability/grading/xlsx/?period=2022-05")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    assert book.sheet_names == ["Tổng hợp", "Chi tiết", "Công thức"]
    summary = book.get_sheet_by_name("Tổng hợp").to_python()
    culture = next(row for row in summary if row[2] == "Phòng Văn hóa - Xã hội")
    assert culture[9:14] == [1, 100, 75, 100, pytest.approx(91.67, abs=0.01)]
    detail = book.get_sheet_by_name("Chi tiết").to_python()
    excused = next(row for row in detail if row[3] == made["excused"].code)
    assert excused[5] == 1
    assert "Đinh Sơn" in excused[11]
    formulas = " ".join(str(row) for row in book.get_sheet_by_name("Công thức").to_python())
    assert "335/2025" in formulas


def test_who_may_take_the_grading_away(cast: Cast, as_officer: SignIn) -> None:
    two_months(cast)
    page = words(as_officer(cast.thu).get("/accountability/grading/?period=2022-05"))
    assert "Phòng Văn hóa - Xã hội" in page
    assert "Phòng Kinh tế" not in page
    emulation = cast.seat(cast.ward_office, Role.EMULATION_READER, "Thi đua", "Ninh Đào")
    assert as_officer(emulation).get("/accountability/grading/").status_code == 200
    for stranger in (cast.viet, cast.giang):
        assert as_officer(stranger).get("/accountability/grading/").status_code == 404
