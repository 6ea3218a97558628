"""A leader puts a task off: its clock stands still, nobody is urged, no rate counts it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Notice
from dondoc.notifications.reminding import remind
from dondoc.rules.periods import Period
from dondoc.rules.timeliness import Timeliness
from dondoc.scorecards import deciding, queries
from dondoc.tasks import actions
from dondoc.tasks.models import State, Task
from dondoc.workflow import Refused
from tests.cast import Cast
from tests.tasks.lives import given, lived

pytestmark = pytest.mark.django_db
SignIn = Callable[[Officer], Client]
TUESDAY = datetime(2022, 4, 12, 2, tzinfo=UTC)
THEN = datetime(2022, 4, 29, 2, tzinfo=UTC)
YEAR = Period(date(2022, 1, 1), date(2022, 12, 31))


def put_off(cast: Cast, task: Task) -> None:
    actions.suspend(
        task, by=cast.nam, at=TUESDAY, reason="Chờ Bộ hướng dẫn", review_on=date(2022, 4, 29)
    )


def test_it_goes_on_with_the_working_days_it_had_left(cast: Cast, at: datetime) -> None:
    task = lived(cast, at, "updated")
    put_off(cast, task)
    actions.resume(task, by=cast.nam, at=THEN)
    assert (task.state, task.due_on) == (State.UNDER_WAY, date(2022, 5, 6))
    assert (task.original_due_on, task.extensions_granted) == (date(2022, 4, 15), 0)
    assert task.due_rule == "tạm hoãn từ 12/04/2022 đến 29/04/2022"


def test_the_leader_may_give_another_day_but_none_that_is_past(cast: Cast, at: datetime) -> None:
    task = lived(cast, at)
    put_off(cast, task)
    with pytest.raises(Refused, match="không được trước hôm nay"):
        actions.resume(task, by=cast.nam, at=THEN, due_on=date(2022, 4, 28))
    actions.resume(task, by=cast.nam, at=THEN, due_on=date(2022, 5, 20))
    assert (task.state, task.due_on) == (State.ASSIGNED, date(2022, 5, 20))


def test_what_was_late_before_is_late_after(cast: Cast, at: datetime) -> None:
    task = given(cast, at, date(2022, 4, 1))
    put_off(cast, task)
    actions.resume(task, by=cast.nam, at=THEN, due_on=date(2022, 6, 1))
    assert task.due_on == date(2022, 4, 1)
    assert task.judged(THEN, THEN).timeliness == Timeliness.OVERDUE


def test_no_rate_counts_it_and_it_stands_beside_them_as_of_its_days(
    cast: Cast, at: datetime
) -> None:
    task = lived(cast, at, "accepted")

    def tally(moment: datetime) -> tuple[int, int]:
        counts = queries.count(cast.city, YEAR, moment)[cast.construction.pk]
        return counts.assigned, counts.suspended

    put_off(cast, task)
    actions.resume(task, by=cast.nam, at=THEN)
    between = TUESDAY + timedelta(days=8)
    assert [tally(TUESDAY - timedelta(hours=1)), tally(between), tally(THEN)] == [
        (1, 0), (0, 1), (1, 0)
    ]  # fmt: skip
    behind = queries.behind(cast.city, YEAR, between, cast.construction.pk, "suspended")
    assert [one.task_id for one in behind] == [task.pk]


def test_nobody_is_urged_meanwhile_and_the_leader_sees_it_on_the_day(
    cast: Cast, at: datetime
) -> None:
    task = lived(cast, at)
    put_off(cast, task)
    remind(datetime(2022, 4, 18, 0, tzinfo=UTC))
    assert not Notice.objects.filter(entry=None).exists()
    assert deciding.matters(cast.nam, cast.city, THEN - timedelta(days=2)) == []
    (matter,) = deciding.matters(cast.nam, cast.city, THEN)
    assert matter.why == "Tạm hoãn, xem xét lại ngày 29/04/2022"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"reason": "Chờ Bộ"}, "Hãy chọn ngày xem xét lại."),
        ({"review_on": "2022-08-01"}, "Hãy nhập lý do tạm hoãn."),
        ({"reason": "Chờ Bộ", "review_on": "2020-01-01"}, "Ngày xem xét lại phải sau hôm nay."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    cast: Cast, at: datetime, as_officer: SignIn, sent: dict[str, Any], words: str
) -> None:
    task = lived(cast, at)
    page = as_officer(cast.nam).post(f"/tasks/{task.code}/suspend/", sent).content.decode()
    assert words in page
    assert all(value in page for value in sent.values())
    assert Task.objects.get().state == State.ASSIGNED


def test_its_page_says_since_when_and_until_when(
    cast: Cast, at: datetime, as_officer: SignIn
) -> None:
    task = lived(cast, at)
    put_off(cast, task)
    page = as_officer(cast.hoa).get(f"/tasks/{task.code}/").content.decode()
    assert "Tạm hoãn từ 12/04/2022, xem xét lại ngày 29/04/2022" in page
    offered = as_officer(cast.nam).get(f"/tasks/{task.code}/resume/").content.decode()
    assert "Giữ đủ số ngày làm việc còn lại" in offered
