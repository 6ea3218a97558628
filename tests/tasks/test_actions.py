"""Each move once by the right officer, once by the wrong one, once in the wrong state."""

from datetime import date, datetime, timedelta

import pytest

from dondoc.journal.models import Entry
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import State, Task, TaskVersion
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast

RESULT = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."


@pytest.fixture
def task(cast: Cast, at: datetime) -> Task:
    return actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction,
        content="Rà soát quy hoạch khu vực Hòa Khánh", due=Due(date(2022, 4, 15)),
    )  # fmt: skip


def test_a_task_walks_from_assignment_to_confirmation(cast: Cast, task: Task, at: datetime) -> None:
    actions.accept(task, by=cast.hoa, at=at)
    actions.post_update(task, by=cast.hoa, at=at + timedelta(days=3), narrative="Đang lấy ý kiến.")
    actions.submit(task, by=cast.hoa, at=at + timedelta(days=20), narrative=RESULT)
    actions.confirm(task, by=cast.binh, at=at + timedelta(days=40))
    assert task.state == State.DONE
    assert [e.verb for e in Entry.objects.about(task).order_by("seq")] == [
        "task.assign", "task.accept", "task.post_update", "task.submit", "task.confirm",
    ]  # fmt: skip
    assert Task.objects.done_on_time().get() == task


def test_what_the_office_does_itself_a_leader_of_the_committee_confirms(
    cast: Cast, at: datetime
) -> None:
    own = actions.assign(
        cast.city, by=cast.nam, at=at, lead=cast.office, content="Xây dựng kế hoạch giao ban",
        due=Due(date(2022, 4, 15)), leader=cast.nam,
    )  # fmt: skip
    actions.submit(own, by=cast.binh, at=at, narrative=RESULT)
    for other in (cast.binh, cast.lan, cast.khoa):
        with pytest.raises(NotPermitted):
            actions.confirm(own, by=other, at=at)
    actions.send_back(own, by=cast.nam, at=at, reason="Chưa rõ phân công")
    actions.submit(own, by=cast.lan, at=at, narrative=RESULT)
    actions.confirm(own, by=cast.nam, at=at)
    assert own.state == State.DONE


def test_what_a_department_does_is_the_office_s_to_confirm_not_a_leader_s(
    cast: Cast, task: Task, at: datetime
) -> None:
    actions.submit(task, by=cast.hoa, at=at, narrative=RESULT)
    with pytest.raises(NotPermitted):
        actions.confirm(task, by=cast.nam, at=at)
    actions.confirm(task, by=cast.binh, at=at)


def test_another_unit_may_not_and_leaves_no_trace(cast: Cast, task: Task, at: datetime) -> None:
    with pytest.raises(NotPermitted):
        actions.accept(task, by=cast.xuan, at=at)
    assert Entry.objects.about(task).count() == 1


def test_nothing_is_posted_on_finished_work(cast: Cast, task: Task, at: datetime) -> None:
    actions.submit(task, by=cast.hoa, at=at, narrative=RESULT)
    actions.confirm(task, by=cast.binh, at=at)
    with pytest.raises(NotNow, match="đã hoàn thành"):
        actions.post_update(task, by=cast.hoa, at=at, narrative="Bổ sung")


def test_versions_say_what_the_task_was_at_any_moment(cast: Cast, task: Task, at: datetime) -> None:
    later = at + timedelta(days=2)
    actions.star(task, by=cast.binh, at=later, reason="Trọng tâm năm")
    before = TaskVersion.objects.as_of(later - timedelta(seconds=1)).get()
    after = TaskVersion.objects.as_of(later).get()
    assert (before.starred, after.starred) == (False, True)


def test_an_extension_is_asked_before_the_deadline_and_keeps_the_original(
    cast: Cast, task: Task, at: datetime
) -> None:
    asked = actions.ask_extension(
        task, by=cast.khoa, at=at, reason="Chờ ý kiến Bộ", due_on=date(2022, 5, 15)
    )
    with pytest.raises(NotPermitted):
        actions.grant_extension(task, by=cast.khoa, at=at, extension=asked, due_on=date(2022, 5, 1))
    actions.grant_extension(task, by=cast.lan, at=at, extension=asked, due_on=date(2022, 5, 1))
    assert (task.due_on, task.original_due_on) == (date(2022, 5, 1), date(2022, 4, 15))
    too_late = at + timedelta(days=90)
    with pytest.raises(Refused, match="đã qua"):
        actions.ask_extension(
            task, by=cast.khoa, at=too_late, reason="Chậm", due_on=date(2022, 8, 1)
        )
