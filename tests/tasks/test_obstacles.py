"""An obstacle has a life: raised with its proposal, answered by a leader, handed on, closed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.scorecards import deciding
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Obstacle, Task
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast

SignIn = Callable[[Officer], Client]
pytestmark = pytest.mark.django_db
MONDAY = datetime(2022, 3, 14, 2, tzinfo=UTC)
MET = {"obstacle": "Vướng giải phóng mặt bằng 3 hộ", "proposal": "Đề nghị họp liên ngành"}


def given(cast: Cast, content: str = "Nạo vét kênh", **about: Any) -> Task:
    assert cast.hoa
    assert cast.khoa
    return actions.assign(
        cast.city, by=cast.binh, at=MONDAY - timedelta(days=9), lead=cast.construction,
        content=content, due=Due(date(2022, 4, 15)), leader=cast.nam, **about,
    )  # fmt: skip


def met(cast: Cast, task: Task | None = None, at: datetime = MONDAY, **said: str) -> Obstacle:
    task = task or given(cast)
    actions.post_update(task, by=cast.hoa, at=at, narrative="Đang làm.", **{**MET, **said})
    return task.obstacles.latest("pk")


def test_it_goes_to_the_leader_who_gave_the_task_with_a_day_for_his_word(cast: Cast) -> None:
    obstacle = met(cast)
    assert (obstacle.leader, obstacle.answer_on) == (cast.nam, date(2022, 3, 17))
    tell(MONDAY)
    assert cast.nam.pk in Notice.objects.filter(step="obstacle.raise_obstacle").values_list(
        "officer", flat=True
    )
    assert any(
        "Vướng mắc chờ ý kiến" in one.why for one in deciding.matters(cast.nam, cast.city, MONDAY)
    )


def test_said_again_it_is_the_same_one_with_its_old_clock(cast: Cast) -> None:
    first = met(cast)
    again = met(cast, first.task, MONDAY + timedelta(days=2), obstacle="Còn vướng 1 hộ")
    with pytest.raises(NotPermitted):
        actions.restate_obstacle(first, by=cast.xuan, at=MONDAY, words="Khác", proposal="Khác")
    assert (again.pk, again.answer_on, again.words) == (first.pk, first.answer_on, "Còn vướng 1 hộ")


def test_the_leaders_word_is_kept_as_said_and_the_unit_hears(cast: Cast) -> None:
    obstacle = met(cast)
    with pytest.raises(Refused, match="ý kiến chỉ đạo"):
        actions.answer_obstacle(obstacle, by=cast.nam, at=MONDAY, direction=" ")
    late = MONDAY + timedelta(days=4)
    actions.answer_obstacle(obstacle, by=cast.nam, at=late, direction="Họp thứ Sáu, tôi chủ trì.")
    assert obstacle.direction == "Họp thứ Sáu, tôi chủ trì."
    assert obstacle.is_late(date(2023, 1, 1)), "answered late is seen for ever"
    tell(late)
    told = Notice.objects.filter(step="obstacle.answer_obstacle").values_list("officer", flat=True)
    assert {cast.hoa.pk, cast.khoa.pk} <= set(told)
    with pytest.raises(NotNow):
        actions.close_obstacle(obstacle, by=cast.lan, at=late, remark="Xong")
    assert met(cast, obstacle.task, late, obstacle="Lại vướng").pk != obstacle.pk


def test_it_is_handed_on_to_another_leader_but_to_nobody_else(cast: Cast) -> None:
    obstacle = met(cast)
    deputy = cast.seat(cast.city, "leader", "Phó Chủ tịch", "Trần Phó")
    for wrong, words in ((cast.hoa, "đương chức"), (cast.nam, "đang phụ trách")):
        with pytest.raises(Refused, match=words):
            actions.hand_on_obstacle(obstacle, by=cast.binh, at=MONDAY, leader=wrong)
    actions.hand_on_obstacle(obstacle, by=cast.binh, at=MONDAY, leader=deputy)
    assert (obstacle.leader, obstacle.times_handed_on) == (deputy, 1)
    assert deciding.matters(cast.nam, cast.city, MONDAY) == []


def test_only_leaders_answer_and_the_unit_may_say_it_got_over_it(cast: Cast) -> None:
    obstacle = met(cast)
    for other in (cast.lan, cast.binh, cast.hoa, cast.xuan):
        with pytest.raises(NotPermitted):
            actions.answer_obstacle(obstacle, by=other, at=MONDAY, direction="Làm đi")
    with pytest.raises(NotPermitted):
        actions.close_obstacle(obstacle, by=cast.xuan, at=MONDAY, remark="Xong")
    with pytest.raises(Refused, match="vì sao khép lại"):
        actions.close_obstacle(obstacle, by=cast.khoa, at=MONDAY, remark="")
    actions.close_obstacle(obstacle, by=cast.khoa, at=MONDAY, remark="Các hộ đã đồng thuận.")
    assert obstacle.state == Obstacle.State.CLOSED


def test_the_list_begins_with_starred_tasks_and_holds_only_what_waits(
    cast: Cast, as_officer: SignIn
) -> None:
    plain = met(cast, given(cast, "Việc thường"), obstacle="Vướng thường")
    starred = given(cast, "Việc gắn sao")
    actions.star(starred, by=cast.binh, at=MONDAY, reason="Trọng tâm")
    met(cast, starred, MONDAY + timedelta(days=1), obstacle="Vướng gắn sao")
    ended = met(cast, given(cast, "Việc thu hồi"), obstacle="Vướng đã hết")
    actions.recall(ended.task, by=cast.binh, at=MONDAY, reason="Trùng")
    page = as_officer(cast.nam).get("/obstacles/").content.decode()
    assert page.index("Vướng gắn sao") < page.index("Vướng thường")
    assert "Vướng đã hết" not in page
    assert as_officer(cast.xuan).get(f"/obstacles/{plain.pk}/").status_code == 404


def test_the_leader_answers_from_the_page_and_nothing_typed_is_lost(
    cast: Cast, as_officer: SignIn
) -> None:
    obstacle = met(cast)
    there, leader = f"/obstacles/{obstacle.pk}/", as_officer(cast.nam)
    wrong = leader.post(f"{there}answer_obstacle/", {"direction": ""})
    assert "Hãy nhập ý kiến chỉ đạo." in wrong.content.decode()
    said = {"direction": "Giao Sở Tài chính bố trí vốn trong tháng."}
    assert leader.post(f"{there}answer_obstacle/", said).status_code == 302
    assert (
        said["direction"]
        in as_officer(cast.hoa).get(f"/tasks/{obstacle.task.code}/").content.decode()
    )
    again = leader.post(f"{there}answer_obstacle/", {"direction": "Nói lại"})
    assert again.status_code == 409
    assert "Nói lại" not in Obstacle.objects.get().direction
    assert leader.post(f"{there}fly/").status_code == 404


def test_the_list_asks_the_database_a_bounded_number_of_times(
    cast: Cast, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        met(cast, given(cast, f"Việc {number}"))
    client = as_officer(cast.nam)
    client.get("/obstacles/")
    with django_assert_max_num_queries(12):
        client.get("/obstacles/")
