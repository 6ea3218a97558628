"""Desks: what each person finds to do, and that every number is the length of its list."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import State, Task
from tests.cast import Cast

SignIn = Callable[[Officer], Client]
RESULT = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."


@pytest.fixture
def give(cast: Cast, at: datetime) -> Callable[..., Task]:
    """Bình gives Sở Xây dựng a task some days ago."""

    def given(content: str, due: date | None = None, days_ago: int = 1) -> Task:
        return actions.assign(
            cast.city, by=cast.binh, at=at - timedelta(days=days_ago), lead=cast.construction,
            content=content, due=Due(due),
        )  # fmt: skip

    return given


@pytest.fixture
def busy(cast: Cast, at: datetime, give: Callable[..., Task]) -> dict[str, Task]:
    """One task in every bucket, a star among them."""
    tasks = {
        "new": give("Mới giao"),
        "late": give("Đã quá hạn", date(2022, 3, 10), days_ago=20),
        "soon": give("Sắp đến hạn", date(2022, 3, 18)),
        "today": give("Đến hạn hôm nay", date(2022, 3, 16)),
        "quiet": give("Lâu không cập nhật", days_ago=60),
        "rework": give("Phải làm lại"),
        "sent": give("Đã trình"),
        "asked": give("Xin gia hạn", date(2022, 4, 1)),
        "returned": give("Không thuộc Sở"),
    }
    for name in ("late", "soon", "today", "quiet"):
        actions.accept(tasks[name], by=cast.hoa, at=tasks[name].assigned_at)
    for name in ("rework", "sent"):
        actions.submit(tasks[name], by=cast.hoa, at=at, narrative=RESULT)
    actions.send_back(tasks["rework"], by=cast.binh, at=at, reason="Thiếu bản đồ")
    actions.ask_extension(
        tasks["asked"], by=cast.khoa, at=at, reason="Chờ ý kiến Bộ", due_on=date(2022, 5, 1)
    )
    actions.return_to_assigner(tasks["returned"], by=cast.khoa, at=at, reason="Của Sở Tài chính")
    actions.star(tasks["soon"], by=cast.binh, at=at, reason="Trọng tâm năm")
    return tasks


def numbers_of(page: str) -> list[tuple[str, int, str]]:
    """Each tile of a desk: its word, number and address."""
    tiles = re.findall(
        r'<a class="dd-tile[^"]*" href="([^"]+)">.*?</svg>\s*([^<]+)</span>\s*'
        r'<span class="dd-tile-number">(\d+)<',
        page,
        re.DOTALL,
    )
    return [(word.strip(), int(number), unescape(href)) for href, word, number in tiles]


def length_of(client: Client, href: str) -> int:
    """How many tasks the list at this address says it holds."""
    said = re.search(r"(\d+) nhiệm vụ</span>", client.get(href).content.decode())
    assert said
    return int(said[1])


def test_every_number_of_the_unit_is_the_length_of_its_list(
    cast: Cast, busy: dict[str, Task], as_officer: SignIn
) -> None:
    hoa = as_officer(cast.hoa)
    tiles = numbers_of(hoa.get("/desk/").content.decode())
    assert {word: number for word, number, _ in tiles} == {
        "Cần tiếp nhận": 2, "Quá hạn": 1, "Sắp đến hạn": 2, "Cần cập nhật kỳ này": 1,
        "Thực hiện lại": 1, "Chờ xác nhận": 1, "Đề nghị gia hạn": 1,
        "Đang thực hiện": 4,
    }  # fmt: skip
    for _, number, href in tiles:
        if href.startswith("/tasks/"):
            assert length_of(hoa, href) == number


def test_the_office_finds_what_waits_for_it_and_the_unit_does_not(
    cast: Cast, busy: dict[str, Task], as_officer: SignIn
) -> None:
    binh = as_officer(cast.binh)
    tiles = {word: (n, href) for word, n, href in numbers_of(binh.get("/desk/").content.decode())}
    assert tiles["Kết quả chờ xác nhận"][0] == 1
    assert tiles["Đơn vị trả lại"][0] == 1
    assert tiles["Đề nghị gia hạn"] == (1, "/approvals/#asked")
    assert length_of(binh, tiles["Đơn vị trả lại"][1]) == 1
    assert "Chờ quyết định của bên giao" not in as_officer(cast.tam).get("/desk/").content.decode()


def test_a_starred_task_stands_first(cast: Cast, busy: dict[str, Task], as_officer: SignIn) -> None:
    page = as_officer(cast.hoa).get("/desk/").content.decode()
    soon = page[page.index('id="due_soon"') :]
    assert soon.index(busy["soon"].code) < soon.index(busy["today"].code)


def test_the_office_decides_at_one_press_and_comes_back(
    cast: Cast, busy: dict[str, Task], as_officer: SignIn
) -> None:
    lan = as_officer(cast.lan)
    page = lan.get("/approvals/").content.decode()
    for words in (RESULT, "Chờ ý kiến Bộ", "Của Sở Tài chính", "Đồng ý đến 01/05/2022"):
        assert words in page
    there = f"/tasks/{quote(busy['sent'].code)}/confirm/"
    assert lan.post(there, {"next": "/approvals/"})["Location"] == "/approvals/"
    asked = busy["asked"].extensions.get()
    sent = {"next": "/approvals/", "extension": asked.pk, "due_on": "2022-05-01"}
    lan.post(f"/tasks/{quote(busy['asked'].code)}/grant_extension/", sent)
    busy["sent"].refresh_from_db()
    busy["asked"].refresh_from_db()
    assert (busy["sent"].state, busy["asked"].due_on) == (State.DONE, date(2022, 5, 1))


def test_whoever_gives_no_tasks_has_no_page_of_decisions(cast: Cast, as_officer: SignIn) -> None:
    assert as_officer(cast.tam).get("/approvals/").status_code == 404
    assert as_officer(cast.dung).get("/approvals/").status_code == 404


def test_the_quick_update_shows_my_own_first_and_nothing_of_others(
    cast: Cast, at: datetime, busy: dict[str, Task], as_officer: SignIn
) -> None:
    actions.entrust(busy["quiet"], by=cast.khoa, at=at, executor=cast.tam)
    page = as_officer(cast.tam).get("/update/").content.decode()
    assert page.index(busy["quiet"].code) < page.index(busy["soon"].code)
    assert busy["sent"].code not in page
    assert busy["soon"].code not in as_officer(cast.xuan).get("/update/").content.decode()
    assert busy["soon"].code not in as_officer(cast.dung).get("/update/").content.decode()


def test_a_desk_asks_the_database_a_bounded_number_of_times(
    cast: Cast, busy: dict[str, Task], give: Callable[..., Task], as_officer: SignIn,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    for number in range(30):
        give(f"Việc thứ {number}")
    for officer, page, most in (
        (cast.hoa, "/desk/", 43),
        (cast.lan, "/desk/", 44),
        (cast.lan, "/approvals/", 20),
        (cast.hoa, "/update/", 14),
    ):
        client = as_officer(officer)
        client.get(page)
        with django_assert_max_num_queries(most):
            assert client.get(page).status_code == 200
