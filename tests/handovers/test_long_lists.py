"""A list too long to wait for moves behind the person's back: all of it or none, seen meanwhile."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.handovers import actions
from dondoc.handovers.actions import carrying_out
from dondoc.handovers.actions.carrying_out import AT_ONCE
from dondoc.handovers.models import Handover, Receipt
from dondoc.handovers.work import MOVER, give_up
from dondoc.jobs.models import Job
from dondoc.jobs.worker import work_off
from dondoc.journal.models import Entry
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task
from dondoc.workflow import Refused
from tests.cast import Cast
from tests.handovers.stage import colleague, drawn_up, given

pytestmark = pytest.mark.django_db
SignIn = Callable[[Officer], Client]
LATER = timedelta(minutes=5)
MANY = AT_ONCE + 20


@pytest.fixture
def moving(cast: Cast, at: datetime) -> Handover:
    """Two hundred and twenty tasks of Tâm, handed over to Mai at one press."""
    mai = colleague(cast)
    for number in range(MANY):
        given(cast, at, f"Việc {number}")
    handover = drawn_up(cast, at, cast.tam, mai)
    actions.hand_over(handover, by=cast.lan, at=at + LATER)
    return handover


def carriers() -> set[str]:
    return set(Task.objects.values_list("executor__user__name", flat=True))


def test_it_waits_for_a_worker_says_how_far_it_is_and_then_all_has_moved(
    cast: Cast, as_officer: SignIn, at: datetime, moving: Handover
) -> None:
    assert moving.state == Handover.State.MOVING
    assert carriers() == {"Hồ Tâm"}
    client = as_officer(cast.lan)
    assert "Đang chuyển 220 việc" in client.get(f"/handovers/{moving.pk}/").content.decode()
    assert work_off([MOVER], Event())
    moving.refresh_from_db()
    assert moving.state == Handover.State.DONE
    assert carriers() == {"Hồ Mai"}
    assert Receipt.objects.get().count == MANY
    assert Entry.objects.get(verb="handover.carry_out").actor_name == "Trần Lan"
    assert not Job.objects.exists()
    page = client.get(f"/handovers/{moving.pk}/").content.decode()
    assert "Chờ 1 người ký nhận" in page


def test_where_one_cannot_go_none_goes_and_the_list_says_why(
    cast: Cast, at: datetime, moving: Handover
) -> None:
    given(cast, at, "Việc mới đến trong lúc chờ")
    assert work_off([MOVER], Event())
    moving.refresh_from_db()
    assert (moving.state, carriers()) == (Handover.State.DRAFT, {"Hồ Tâm"})
    assert "1 việc mới" in moving.stopped_for


def test_a_task_moved_by_another_while_the_protocol_is_drawn_stops_it_all(
    cast: Cast, at: datetime, moving: Handover
) -> None:
    write = MOVER.do(moving.pk, lambda done, total: None)
    task = Task.objects.first()
    assert task is not None
    tasks.recall(task, by=cast.binh, at=at, reason="Không còn cần")
    with pytest.raises(Exception, match="đã thay đổi"):
        write(at + LATER)
    assert carriers() == {"Hồ Tâm"}


def test_more_than_others_can_wait_for_is_refused_with_what_to_do(
    cast: Cast, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying_out, "MOST", 2)
    for number in range(3):
        given(cast, at, f"Việc {number}")
    handover = drawn_up(cast, at, cast.tam, colleague(cast))
    with pytest.raises(Refused, match="tối đa 2 việc"):
        actions.hand_over(handover, by=cast.lan, at=at + LATER)


def test_when_nothing_helps_it_can_be_sorted_again(
    cast: Cast, at: datetime, moving: Handover
) -> None:
    give_up(moving.pk, at + LATER)
    moving.refresh_from_db()
    assert moving.is_draft
    assert Entry.objects.filter(verb="handover.stop_moving").exists()
    actions.hand_over(moving, by=cast.lan, at=at + LATER)
    assert moving.state == Handover.State.MOVING
