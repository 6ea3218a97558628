"""A list taken out as a sheet: exactly the list, with who took it and when."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.documents.sheets import Sheet, read_sheet
from dondoc.journal.models import Entry
from dondoc.tasks import actions, queries
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.filters import TaskFilter
from dondoc.tasks.models import Task
from dondoc.tasks.queries import TaskList
from tests.cast import Cast

SignIn = Callable[[Officer], Client]


@pytest.fixture
def tasks(cast: Cast, at: datetime, monkeypatch: pytest.MonkeyPatch) -> list[Task]:
    """Tasks of several units, some due, some starred, all of them about a đường."""
    monkeypatch.setattr(queries, "PAGE_SIZE", 6)
    monkeypatch.setattr(queries, "SHEET_CHUNK", 4)
    made = []
    for n in range(16):
        lead = (cast.construction, cast.finance, cast.district)[n % 3]
        supporting = [cast.construction] if n % 5 == 1 else []
        due = Due(date(2022, 3, 16 + n % 14)) if n % 4 else Due()
        content = f"Sửa chữa đường số {n}"
        task = actions.assign(
            cast.city, by=cast.binh, at=at, lead=lead, content=content, due=due,
            supporting=supporting,
        )  # fmt: skip
        made.append(task)
        if n % 7 == 0:
            actions.star(made[-1], by=cast.binh, at=at, reason="Trọng tâm")
    actions.entrust(made[0], by=cast.khoa, at=at, executor=cast.tam)
    actions.watch(made[1], by=cast.tam, at=at)
    return made


def sheet_of(client: Client, address: str = "") -> tuple[Sheet, bytes]:
    answer = client.get(f"/tasks/export/?{address}")
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return read_sheet(content), content


def codes(sheet: Sheet) -> list[str]:
    return [str(row[0]) for row in sheet.rows]


def all_pages(client: Client, address: str) -> list[str]:
    shown: list[str] = []
    for number in range(1, 4):
        html = client.get(f"{address}&page={number}").content.decode()
        rows = html.split("<tbody")[1].split("</tbody>")[0] if "<tbody" in html else ""
        found = [part.split("</span>")[0] for part in rows.split('<span class="dd-num">')[1:]]
        page = [code for code in found if code.count("-") >= 2]
        shown += [code for code in page if code not in shown]
    return shown


@pytest.mark.parametrize(
    "who", ["binh", "lan", "nam", "hoa", "khoa", "tam", "minh", "dung", "xuan", "thu"]
)
def test_list_count_sheet_and_search_agree_for_everyone(
    cast: Cast, tasks: list[Task], at: datetime, as_officer: SignIn, who: str
) -> None:
    officer = getattr(cast, who)
    visible = set(Task.objects.visible_to(officer).values_list("code", flat=True))
    client = as_officer(officer)
    listed = all_pages(client, "/tasks/?scope=all")
    assert set(listed) == visible
    assert listed == codes(sheet_of(client)[0])
    assert set(all_pages(client, "/search/?q=duong")) == visible
    assert set(all_pages(client, "/search/?q=sửa đường")) == visible
    assert TaskList(TaskFilter(), officer, at).tasks.count() == len(visible)


@pytest.mark.parametrize(
    "address", ["timeliness=due_soon", "star=1&sort=-code", "scope=unit", "q=đường số 1", "page=2"]
)
def test_the_sheet_is_the_list_in_its_order(
    cast: Cast, tasks: list[Task], at: datetime, as_officer: SignIn, address: str
) -> None:
    client = as_officer(cast.lan)
    listed = all_pages(client, f"/tasks/?{address}") if "page" not in address else None
    sheet = codes(sheet_of(client, address)[0])
    assert sheet == listed if listed is not None else len(sheet) == len(tasks)


def test_the_sheet_says_who_took_it_when_and_by_which_conditions(
    cast: Cast, tasks: list[Task], as_officer: SignIn
) -> None:
    from python_calamine import CalamineWorkbook

    _, content = sheet_of(as_officer(cast.hoa), f"star=1&unit={cast.construction.pk}")
    rows: list[list[Any]] = (
        CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    )
    notes = " | ".join(str(row[0]) for row in rows[:5])
    for words in (
        "Ngô Hoa, Chuyên viên tổng hợp, Sở Xây dựng", "09:00 ngày 16/03/2022",
        "Gắn sao; Chủ trì: Sở Xây dựng", "Số nhiệm vụ: 1",
    ):  # fmt: skip
        assert words in notes, words


def test_the_journal_keeps_what_was_taken_out(
    cast: Cast, tasks: list[Task], as_officer: SignIn
) -> None:
    sheet_of(as_officer(cast.hoa), "star=1")
    entry = Entry.objects.about(cast.hoa).order_by("-seq")[0]
    assert (entry.verb, entry.said) == ("filing.export_tasks", {"query": "star=1", "count": 1})


def test_a_cell_tells_what_the_list_tells(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    task = actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction, content="=HYPERLINK(1)",
        due=Due(date(2022, 3, 18)), supporting=[cast.finance, cast.district], leader=cast.nam,
    )  # fmt: skip
    [row] = sheet_of(as_officer(cast.hoa))[0].rows
    assert row[0] == task.code
    assert row[2:6] == (
        "=HYPERLINK(1)", "Sở Xây dựng", "Sở Tài chính; UBND quận Liên Chiểu", "Lê Nam",
    )  # fmt: skip
    assert row[9:11] == (date(2022, 3, 16), date(2022, 3, 18))
    assert row[13:15] == ("Đã giao, chưa tiếp nhận", "Sắp đến hạn")
