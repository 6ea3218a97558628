"""Pages of figures as each role sees them; every number on a page is the length of its list."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.tasks import actions
from tests.cast import Cast
from tests.scorecards.lives import day, finish, give

SignIn = Callable[[Officer], Client]
NUMBER = re.compile(r'<a href="(/scorecards/behind/[^"]+)"[^>]*>([\d.]+)</a>')
TILE = re.compile(
    r'href="(/scorecards/behind/[^"]+)">\s*<span class="dd-tile-word">.*?'
    r'<span class="dd-tile-number">([\d.]+)</span>',
    re.DOTALL,
)


@pytest.fixture
def work(cast: Cast) -> Cast:
    """Six tasks of Sở Xây dựng in every condition, one of Sở Tài chính, as of 16 March."""
    for n in range(3):
        finish(cast, give(cast, leader=cast.nam), day(3 + 4 * n))
    actions.star(give(cast), by=cast.binh, at=day(1), reason="Trọng tâm năm")
    asking = give(cast, due=date(2022, 3, 18))
    actions.post_update(asking, by=cast.hoa, at=day(2), narrative="Đang lấy ý kiến.")
    actions.ask_extension(asking, by=cast.khoa, at=day(4), reason="Chờ Bộ", due_on=date(2022, 4, 1))
    give(cast, due=None)
    back = give(cast, lead=cast.finance)
    actions.return_to_assigner(
        back, by=seat_of_finance(cast), at=day(2), reason="Không thuộc thẩm quyền"
    )
    return cast


def seat_of_finance(cast: Cast) -> Officer:
    return cast.xuan


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def linked(html: str) -> list[tuple[str, int]]:
    found = NUMBER.findall(html) + TILE.findall(html)
    return [(unescape(href), int(n.replace(".", ""))) for href, n in found]


def length_behind(client: Client, href: str) -> int:
    html = page(client, href)
    total = re.search(r'data-total="(\d+)"', html)
    assert total
    assert html.count('data-label="Chủ trì"') == int(total.group(1))
    return int(total.group(1))


@pytest.mark.parametrize("address", ["/scorecards/", "/leader/", "/scorecards/{unit}/"])
def test_every_number_on_a_page_is_the_length_of_the_list_it_opens(
    work: Cast, as_officer: SignIn, address: str
) -> None:
    client = as_officer(work.binh)
    numbers = linked(page(client, address.format(unit=work.construction.pk)))
    assert len(numbers) > 3
    for href, n in numbers:
        assert length_behind(client, href) == n, href


def test_the_table_prints_rates_formulas_and_the_hour_of_the_cut_off(
    work: Cast, as_officer: SignIn
) -> None:
    address = "/scorecards/?from_on=2022-01-01&to_on=2022-03-10&as_of=2022-03-10T17:00"
    html = page(as_officer(work.nam), address)
    assert "Số liệu chốt 17:00 ngày 10/03/2022" in html
    assert "Công thức bản 2022.1" in html
    assert "đã hoàn thành / được giao" in html
    assert "33,33%" in html
    assert "dưới 5 nhiệm vụ trong kỳ, không xếp hạng" in html


def test_figures_as_of_a_past_hour_are_those_of_that_hour(work: Cast, as_officer: SignIn) -> None:
    client = as_officer(work.binh)
    asked = f"/scorecards/behind/?unit={work.construction.pk}&count=completed"
    assert length_behind(client, asked) == 3
    assert length_behind(client, asked + "&as_of=2022-03-05T00:00") == 1


def test_a_unit_sees_its_own_numbers_and_only_the_table_of_others(
    work: Cast, as_officer: SignIn
) -> None:
    client = as_officer(work.hoa)
    html = page(client, "/scorecards/")
    assert "Sở Tài chính" in html
    units = {re.search(r"unit=(\d+)", href) for href, _ in linked(html)}
    assert {match and match.group(1) for match in units} == {str(work.construction.pk)}
    page(client, f"/scorecards/{work.construction.pk}/")
    for closed in (
        f"/scorecards/{work.finance.pk}/",
        f"/scorecards/behind/?unit={work.finance.pk}&count=assigned",
        f"/scorecards/behind/xlsx/?unit={work.finance.pk}&count=assigned",
        "/scorecards/behind/?count=assigned",
        "/leader/",
    ):
        assert client.get(closed).status_code == 404, closed


def test_a_district_finds_itself_in_the_table_of_the_city(work: Cast, as_officer: SignIn) -> None:
    give(work, lead=work.district)
    client = as_officer(work.minh)
    assert "UBND quận Liên Chiểu" in page(client, "/scorecards/")
    address = f"/scorecards/behind/?unit={work.district.pk}&count=assigned"
    assert length_behind(client, address) == 1


def test_a_task_that_went_to_another_unit_is_counted_but_no_longer_read(
    work: Cast, as_officer: SignIn
) -> None:
    task = give(work, content="Nội dung nay thuộc đơn vị khác")
    actions.return_to_assigner(task, by=work.khoa, at=day(5), reason="Không thuộc thẩm quyền")
    actions.reassign(task, by=work.binh, at=day(6), lead=work.finance)
    client = as_officer(work.hoa)
    asked = f"unit={work.construction.pk}&count=assigned&as_of=2022-03-04T00:00"
    html = page(client, f"/scorecards/behind/?{asked}")
    assert task.code in html
    assert "Nội dung nay thuộc đơn vị khác" not in html
    sheet = client.get(f"/scorecards/behind/xlsx/?{asked}")
    rows = cells(sheet.content)
    assert task.code in str(rows)
    assert "Nội dung nay thuộc đơn vị khác" not in str(rows)


def cells(content: bytes) -> list[list[Any]]:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def test_the_spreadsheet_holds_exactly_the_list(work: Cast, as_officer: SignIn) -> None:
    client = as_officer(work.binh)
    asked = f"unit={work.construction.pk}&count=open_total"
    rows = cells(client.get(f"/scorecards/behind/xlsx/?{asked}").content)
    tasks = [row for row in rows if isinstance(row[0], float)]
    assert len(tasks) == length_behind(client, f"/scorecards/behind/?{asked}") == 3
    assert "Số nhiệm vụ: 3" in str(rows)


def test_the_leader_reads_what_needs_him_each_kind_in_turn(work: Cast, as_officer: SignIn) -> None:
    html = page(as_officer(work.nam), "/leader/")
    matters = re.findall(r"gắn sao đã quá hạn|Đề nghị gia hạn đến 01/04/2022|chờ giao lại", html)
    assert matters == ["gắn sao đã quá hạn", "Đề nghị gia hạn đến 01/04/2022", "chờ giao lại"]
    assert "Sở Xây dựng" in html


def test_the_sheet_of_a_unit_says_who_heads_it_and_what_drags_it_down(
    work: Cast, as_officer: SignIn
) -> None:
    html = page(as_officer(work.khoa), f"/scorecards/{work.construction.pk}/")
    assert "Giám đốc Sở: <strong>Vũ Khoa</strong>, từ 01/01/2021" in html
    assert "Kéo tỉ lệ xuống" in html
    assert "Lê Nam" in html
    assert html.count("<circle") >= 2


def test_both_deadlines_stand_side_by_side(work: Cast, as_officer: SignIn) -> None:
    task = give(work, content="Được gia hạn")
    asked = actions.ask_extension(
        task, by=work.khoa, at=day(2), reason="Chờ Bộ", due_on=date(2022, 4, 1)
    )
    actions.grant_extension(task, by=work.lan, at=day(3), extension=asked, due_on=date(2022, 4, 1))
    client = as_officer(work.binh)
    asked_of = f"/scorecards/behind/?unit={work.construction.pk}&count=open_overdue"
    assert length_behind(client, asked_of) == 1
    assert length_behind(client, asked_of + "&deadline=original") == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("as_of=2999-01-01", "Thời điểm chốt chưa đến"),
        ("as_of=1800-01-01", "quá xa trong quá khứ"),
        ("as_of=hôm qua", "Không hiểu thời điểm"),
        ("from_on=2022-02-31", "Không hiểu ngày của kỳ"),
        ("from_on=2022-03-01&to_on=2022-01-01", "bắt đầu trước"),
    ],
)
def test_what_the_address_says_wrongly_is_told_and_the_page_still_opens(
    work: Cast, as_officer: SignIn, asked: str, said: str
) -> None:
    assert said in page(as_officer(work.binh), f"/scorecards/?{asked}")


@pytest.mark.parametrize(
    "asked",
    [
        "count=nothing", "unit=abc", "unit=999999", "unit=" + "9" * 30, "leader=x", "field=-1",
        "unit=٣",
    ],
)  # fmt: skip
def test_a_number_that_is_not_there_is_not_found(
    work: Cast, as_officer: SignIn, asked: str
) -> None:
    assert as_officer(work.binh).get(f"/scorecards/behind/?{asked}").status_code == 404


def test_sorting_keeps_the_groups_and_the_question(work: Cast, as_officer: SignIn) -> None:
    html = page(as_officer(work.binh), "/scorecards/?sort=-open_overdue")
    assert html.index("Sở Xây dựng") < html.index("Sở Tài chính")
    html = page(as_officer(work.binh), "/scorecards/?sort=name")
    assert html.index("Sở Tài chính") < html.index("Sở Xây dựng")


@pytest.mark.parametrize(
    ("address", "most"), [("/scorecards/", 28), ("/leader/", 35), ("/scorecards/{unit}/", 66)]
)
def test_pages_ask_the_database_a_bounded_number_of_times(
    work: Cast, as_officer: SignIn, address: str, most: int, django_assert_max_num_queries: Any
) -> None:
    client = as_officer(work.binh)
    for _ in range(4):
        give(work)
    with django_assert_max_num_queries(most):
        page(client, address.format(unit=work.construction.pk))
