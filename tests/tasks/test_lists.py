"""The list page: what it shows, to whom, how cheaply; filters a person keeps."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import Officer
from dondoc.journal.models import Entry
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.filters import TaskFilter
from dondoc.tasks.models import SavedFilter, Task
from dondoc.tasks.queries import PAGE_SIZE, TaskList
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast

SignIn = Callable[[Officer], Client]
KEY = {"idempotency_key": "mot-khoa-du-dai"}


def give(cast: Cast, at: datetime, content: str, **facts: Any) -> Task:
    facts = {"lead": cast.construction, "due": Due(date(2022, 4, 15))} | facts
    return actions.assign(cast.city, by=cast.binh, at=at, content=content, **facts)


def page_of(client: Client, address: str = "") -> str:
    answer = client.get(f"/tasks/?{address}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_says_of_a_task_what_matters(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    task = give(cast, at, "Rà soát quy hoạch", supporting=[cast.finance])
    actions.star(task, by=cast.binh, at=at, reason="Trọng tâm năm")
    asked = actions.ask_extension(
        task, by=cast.khoa, at=at, reason="Chờ ý kiến", due_on=date(2022, 5, 1)
    )
    actions.grant_extension(task, by=cast.lan, at=at, extension=asked, due_on=date(2022, 5, 1))
    html = page_of(as_officer(cast.hoa))
    for shown in (
        task.code, "Rà soát quy hoạch", "Sở Xây dựng", "Sở Tài chính", "01/05/2022",
        "gốc 15/04/2022", "Đã giao, chưa tiếp nhận", "Trong hạn", "chưa cập nhật", "Trọng tâm năm",
    ):  # fmt: skip
        assert shown in html, shown


def test_a_stranger_sees_nothing_of_it(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    give(cast, at, "Rà soát quy hoạch")
    assert "Rà soát quy hoạch" not in page_of(as_officer(cast.xuan))
    assert "Rà soát quy hoạch" not in page_of(as_officer(cast.thu))


def test_the_address_narrows_the_page_and_what_it_says_wrong_is_told(
    cast: Cast, at: datetime, as_officer: SignIn
) -> None:
    give(cast, at, "Việc gần", due=Due(date(2022, 3, 17)))
    give(cast, at, "Việc xa", due=Due(date(2022, 9, 17)))
    html = page_of(as_officer(cast.binh), "timeliness=due_soon&state=finished")
    assert "Việc gần" in html
    assert "Việc xa" not in html
    assert "Không hiểu trạng thái “finished”" in html
    assert "Tình trạng hạn: Sắp đến hạn" in html


def test_pages_follow_each_other_without_loss(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    codes = [give(cast, at, f"Việc {n}").code for n in range(PAGE_SIZE + 3)]
    client = as_officer(cast.binh)
    first, last = page_of(client), page_of(client, "page=2")
    assert [code in first for code in codes] == [True] * PAGE_SIZE + [False] * 3
    assert [code in last for code in codes] == [False] * PAGE_SIZE + [True] * 3
    assert f"{PAGE_SIZE + 3} nhiệm vụ" in first
    for strange in ("99999", "-1", "abc", "0"):
        assert client.get(f"/tasks/?page={strange}").status_code == 200


def test_a_page_costs_the_same_however_long(
    cast: Cast, at: datetime, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    for n in range(12):
        give(cast, at, f"Việc {n}", supporting=[cast.finance, cast.district], leader=cast.nam)
    officer = Officer.objects.select_related("agency__committee").get(pk=cast.lan.pk)
    wanted = TaskFilter.read("timeliness=in_term&scope=issued&q=viec")
    with django_assert_max_num_queries(7):
        shown = TaskList(wanted, officer, at)
        assert len(shown.page(1).object_list) == 12
    client = as_officer(officer)
    page_of(client)
    with django_assert_max_num_queries(14):  # six are the frame's: person, seat, duties, notices
        page_of(client, "timeliness=in_term")


def test_deadline_order_puts_none_last(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    give(cast, at, "Không hạn", due=Due())
    give(cast, at, "Có hạn")
    html = page_of(as_officer(cast.binh))
    assert html.index("Có hạn") < html.index("Không hạn")


def test_htmx_is_told_the_clean_address(cast: Cast, as_officer: SignIn) -> None:
    answer = as_officer(cast.binh).get("/tasks/?state=&q=&unit=&star=1&page=1")
    assert answer["HX-Push-Url"] == "/tasks/?star=1"


def test_an_officer_keeps_a_list_and_drops_it(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    client = as_officer(cast.hoa)
    assert client.get("/tasks/filters/save/?star=1&state=nonsense").status_code == 200
    form = {"name": "Việc gắn sao", "query": "star=1&state=nonsense", **KEY}
    answer = client.post(reverse("tasks:save_filter"), form)
    assert (answer.status_code, answer["Location"]) == (302, "/tasks/?star=1")
    assert SavedFilter.objects.get().query == "star=1"
    assert "Việc gắn sao" in page_of(client)
    assert "Việc gắn sao" not in page_of(as_officer(cast.khoa))
    drop = {"name": "Việc gắn sao", "idempotency_key": "mot-khoa-khac-nua"}
    as_officer(cast.khoa).post(reverse("tasks:forget_filter"), drop)
    assert SavedFilter.objects.count() == 1
    drop["idempotency_key"] = "mot-khoa-thu-ba"
    as_officer(cast.hoa).post(reverse("tasks:forget_filter"), drop)
    assert not SavedFilter.objects.exists()
    verbs = [entry.verb for entry in Entry.objects.about(cast.hoa).order_by("seq")]
    assert verbs[-2:] == ["filing.save_filter", "filing.forget_filter"]


def test_a_filter_needs_a_name_and_nobody_keeps_for_another(cast: Cast, at: datetime) -> None:
    with pytest.raises(Refused, match="đặt tên"):
        actions.save_filter(cast.hoa, by=cast.hoa, at=at, name="  ", query="star=1")
    with pytest.raises(NotPermitted):
        actions.save_filter(cast.hoa, by=cast.khoa, at=at, name="Sao", query="star=1")
    for query in ("star=1", "stale=1"):
        actions.save_filter(cast.hoa, by=cast.hoa, at=at, name="Sao", query=query)
    assert SavedFilter.objects.get().query == "stale=1"


def test_nobody_keeps_filters_without_end(cast: Cast, at: datetime) -> None:
    for n in range(30):
        actions.save_filter(cast.hoa, by=cast.hoa, at=at, name=f"{n}", query="star=1")
    with pytest.raises(Refused, match="30 bộ lọc"):
        actions.save_filter(cast.hoa, by=cast.hoa, at=at, name="31", query="star=1")


def test_search_shows_tasks_and_documents_of_the_officers_own(
    cast: Cast, at: datetime, as_officer: SignIn
) -> None:
    from dondoc.documents.models import Document

    give(cast, at + timedelta(hours=1), "Khảo sát âm dương")
    give(cast, at, "Sửa đường ven biển")
    Document.objects.create(
        committee=cast.city, number="15/TB-UBND", subject="Về đường ven biển", arrived_at=at,
        search="15/tb-ubnd ve duong ven bien",
    )  # fmt: skip
    html = as_officer(cast.binh).get("/search/?q=đường").content.decode()
    assert html.index("Sửa đường ven biển") < html.index("Khảo sát âm dương")
    assert "15/TB-UBND" in html
    strangers = as_officer(cast.xuan).get("/search/?q=đường").content.decode()
    assert "ven biển" not in strangers
    assert as_officer(cast.binh).get("/search/").status_code == 200
    assert as_officer(cast.binh).get("/search/?q=%22*%22").status_code == 200
