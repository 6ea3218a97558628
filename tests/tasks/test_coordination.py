"""Working together: the lead asks a supporting unit, and is not blamed for the days it waits."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Coordination, Task
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast

SignIn = Callable[[Officer], Client]
pytestmark = pytest.mark.django_db
MONDAY = datetime(2022, 3, 14, 2, tzinfo=UTC)
FRIDAY = date(2022, 3, 18)
ANSWER = "Đã bố trí 2 tỷ đồng tại Quyết định số 15."


def given(cast: Cast) -> Task:
    assert cast.hoa
    assert cast.khoa
    assert cast.xuan
    return actions.assign(
        cast.city, by=cast.binh, at=MONDAY - timedelta(days=9), lead=cast.construction,
        content="Nạo vét kênh", due=Due(date(2022, 4, 15)), supporting=[cast.finance],
    )  # fmt: skip


def asked(cast: Cast, task: Task | None = None, **said: Any) -> Coordination:
    words = {"unit": cast.finance, "words": "Cho ý kiến về nguồn vốn", "answer_on": FRIDAY} | said
    return actions.ask_coordination(task or given(cast), by=cast.hoa, at=MONDAY, **words)


def test_the_unit_hears_answers_and_the_lead_hears(cast: Cast) -> None:
    one = asked(cast)
    tell(MONDAY)
    told = Notice.objects.filter(step="coordination.ask_coordination")
    assert cast.xuan.pk in told.values_list("officer", flat=True)
    for thin in ("", "đã nhận"):
        with pytest.raises(Refused, match="quá ngắn"):
            actions.answer_coordination(one, by=cast.xuan, at=MONDAY, answer=thin)
    actions.answer_coordination(one, by=cast.xuan, at=MONDAY, answer=ANSWER)
    tell(MONDAY)
    heard = Notice.objects.filter(step="coordination.answer_coordination")
    assert {cast.hoa.pk, cast.khoa.pk} <= set(heard.values_list("officer", flat=True))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"words": " "}, "nội dung cần phối hợp"),
        ({"answer_on": date(2022, 3, 1)}, "đã qua"),
    ],
)
def test_what_is_asked_must_make_sense(cast: Cast, said: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        asked(cast, **said)


def test_only_a_supporting_unit_is_asked_and_once_at_a_time(cast: Cast) -> None:
    task = given(cast)
    with pytest.raises(Refused, match="không phải đơn vị phối hợp"):
        asked(cast, task, unit=cast.district)
    asked(cast, task)
    with pytest.raises(Refused, match="Đang chờ"):
        asked(cast, task)


def test_nobody_speaks_for_another(cast: Cast) -> None:
    one = asked(cast)
    with pytest.raises(NotPermitted):
        actions.ask_coordination(
            one.task, by=cast.xuan, at=MONDAY, unit=cast.finance, words="Hỏi", answer_on=FRIDAY
        )
    with pytest.raises(NotPermitted):
        actions.answer_coordination(one, by=cast.hoa, at=MONDAY, answer=ANSWER)
    with pytest.raises(NotPermitted):
        actions.withdraw_coordination(one, by=cast.xuan, at=MONDAY, remark="Thôi")


def test_an_answer_that_does_not_answer_goes_back_with_its_old_day(cast: Cast) -> None:
    one = asked(cast)
    actions.answer_coordination(one, by=cast.xuan, at=MONDAY, answer=ANSWER)
    with pytest.raises(Refused, match="cần làm rõ"):
        actions.return_coordination(one, by=cast.hoa, at=MONDAY, remark="")
    actions.return_coordination(one, by=cast.hoa, at=MONDAY, remark="Chưa nêu nguồn nào")
    assert (one.state, one.answer_on, one.times_returned) == ("waiting", FRIDAY, 1)
    assert one.is_late(date(2022, 3, 21))
    actions.withdraw_coordination(one, by=cast.hoa, at=MONDAY, remark="Đã có vốn khác")
    with pytest.raises(NotNow):
        actions.answer_coordination(one, by=cast.xuan, at=MONDAY, answer=ANSWER)


def test_the_pages_tell_who_waits_for_whom_and_how_long(cast: Cast, as_officer: SignIn) -> None:
    one = asked(cast, answer_on=date(2022, 3, 15), words="Cho ý kiến về vốn")  # seen on the 16th
    lead, partner = as_officer(cast.hoa), as_officer(cast.xuan)
    for page in ("/desk/", "/coordination/", "/coordination/?show=late"):
        assert "Cho ý kiến về vốn" in partner.get(page).content.decode()
    assert "Cho ý kiến về vốn" in lead.get("/coordination/?show=asked").content.decode()
    page = lead.get(f"/tasks/{one.task.code}/").content.decode()
    assert "đơn vị chủ trì đã chờ 2 ngày làm việc" in page
    assert "Quá hạn trả lời" in page
    answered = partner.post(f"/coordination/{one.pk}/answer_coordination/", {"answer": ANSWER})
    assert answered.status_code == 302
    assert "Trả lời muộn" in lead.get(f"/coordination/{one.pk}/").content.decode()
    assert as_officer(cast.minh).get(f"/coordination/{one.pk}/").status_code == 404


def test_the_lead_asks_from_its_page_and_nothing_typed_is_lost(
    cast: Cast, as_officer: SignIn
) -> None:
    task = given(cast)
    lead, there = as_officer(cast.hoa), f"/coordination/ask/{task.code}/"
    sent = {"words": "Cho ý kiến về vốn", "answer_on": "2022-03-18"}
    wrong = lead.post(there, sent).content.decode()
    assert "Hãy chọn đơn vị." in wrong
    assert "Cho ý kiến về vốn" in wrong
    assert lead.post(there, {**sent, "unit": cast.finance.pk}).status_code == 302
    assert as_officer(cast.xuan).get(there).status_code == 403
    one = Coordination.objects.get()
    empty = as_officer(cast.xuan).post(f"/coordination/{one.pk}/answer_coordination/", {})
    assert "Hãy nhập ý kiến, kết quả phối hợp." in empty.content.decode()


def test_the_list_asks_the_database_a_bounded_number_of_times(
    cast: Cast, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        asked(cast, given(cast))
    client = as_officer(cast.xuan)
    client.get("/coordination/")
    with django_assert_max_num_queries(12):
        client.get("/coordination/")


def test_of_a_late_task_the_page_says_which_days_the_lead_only_waited(
    cast: Cast, as_officer: SignIn
) -> None:
    task = given(cast)
    one = asked(cast, task)
    page, tuesday = f"/tasks/{task.code}/", MONDAY + timedelta(days=1)
    assert "trong đó" not in as_officer(cast.hoa).get(page).content.decode(), "not late yet"
    actions.change_deadline(task, by=cast.lan, at=MONDAY, due=Due(MONDAY.date()), reason="Gấp")
    late = as_officer(cast.hoa).get(page).content.decode()  # on Wednesday
    assert "2 ngày làm việc, trong đó 2 ngày chờ" in late
    assert "0 ngày của đơn vị chủ trì" in late
    actions.answer_coordination(one, by=cast.xuan, at=tuesday, answer=ANSWER)
    late = as_officer(cast.hoa).get(page).content.decode()
    assert "2 ngày làm việc, trong đó 1 ngày chờ" in late
    assert "1 ngày của đơn vị chủ trì" in late
