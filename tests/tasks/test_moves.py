"""Each move by the right officer, by every wrong one, and in every state where it is shut."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from dondoc.journal.models import Entry
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.flow import flow
from dondoc.tasks.models import State, Task, Watch
from dondoc.workflow import NotNow, NotPermitted
from tests.cast import Cast
from tests.tasks.lives import RESULT, lived

PEOPLE = ("nam", "lan", "binh", "hoa", "khoa", "tam", "minh", "dung", "quyen", "xuan")
WAYS: dict[State, tuple[str, ...]] = {
    State.ASSIGNED: (),
    State.RETURNED: ("returned",),
    State.ACCEPTED: ("accepted",),
    State.UNDER_WAY: ("updated",),
    State.SUBMITTED: ("submitted",),
    State.REWORK: ("submitted", "sent_back"),
    State.DONE: ("submitted", "confirmed"),
    State.RECALLED: ("recalled",),
    State.SUSPENDED: ("suspended",),
}
Said = Callable[[Cast, Task], dict[str, Any]]


def says(**said: Any) -> Said:
    return lambda cast, task: said


def the_request(**said: Any) -> Said:
    return lambda cast, task: {"extension": task.extensions.first(), **said}


def division(cast: Cast, task: Task) -> dict[str, Any]:
    lead = cast.body(cast.construction, "Phòng Quy hoạch", "division")
    return {"lead": lead, "content": "Đo vẽ", "due": Due(date(2022, 4, 1))}


UNIT = {"hoa", "khoa"}
OFFICE = {"lan", "binh"}
GIVERS = {"nam", "lan", "binh"}
DECIDERS = {"nam", "lan"}
MOVES: list[tuple[str, tuple[str, ...], set[str], Said, State]] = [
    ("accept", (), UNIT | {"tam"}, says(), State.ACCEPTED),
    ("return_to_assigner", (), UNIT, says(reason="Không thuộc Sở"), State.RETURNED),
    ("post_update", (), UNIT | {"tam"}, says(narrative="Đang lấy ý kiến."), State.UNDER_WAY),
    ("submit", ("accepted",), UNIT | {"tam"}, says(narrative=RESULT), State.SUBMITTED),
    ("pass_down", (), UNIT, division, State.ACCEPTED),
    ("entrust", (), UNIT, lambda cast, task: {"executor": cast.tam}, State.ACCEPTED),
    ("ask_extension", (), UNIT, says(reason="Chờ Bộ", due_on=date(2022, 5, 15)), State.ASSIGNED),
    ("confirm", ("submitted",), OFFICE, says(), State.DONE),
    ("send_back", ("submitted",), OFFICE, says(reason="Thiếu bản đồ"), State.REWORK),
    ("reopen", ("submitted", "confirmed"), OFFICE, says(reason="Phát sinh"), State.UNDER_WAY),
    ("star", (), OFFICE, says(reason="Trọng tâm năm"), State.ASSIGNED),
    ("unstar", ("starred",), OFFICE, says(reason="Hết trọng tâm"), State.ASSIGNED),
    ("recall", (), GIVERS, says(reason="Giao nhầm"), State.RECALLED),
    ("suspend", (), {"nam"}, says(reason="Chờ Bộ", review_on=date(2022, 5, 4)), State.SUSPENDED),
    ("suspend_longer", ("suspended",), {"nam"},
     says(reason="Bộ chưa trả lời", review_on=date(2022, 9, 5)), State.SUSPENDED),
    ("resume", ("suspended",), {"nam"}, says(), State.ASSIGNED),
    ("revise", (), GIVERS, says(content="Sửa", supporting=[], reason="Thiếu"), State.ASSIGNED),
    ("reassign", ("returned",), GIVERS, lambda c, t: {"lead": c.finance}, State.ASSIGNED),
    ("grant_extension", ("asked",), DECIDERS, the_request(due_on=date(2022, 5, 1)), State.ASSIGNED),
    ("refuse_extension", ("asked",), DECIDERS, the_request(answer="Cấp bách"), State.ASSIGNED),
    ("change_deadline", (), DECIDERS, says(due=Due(date(2022, 6, 1)), reason="CV"), State.ASSIGNED),
    ("warn_of_slip", (), GIVERS, says(finish_on=date(2022, 5, 20), reason="Mưa"), State.ASSIGNED),
]  # fmt: skip
BY_VERB = {verb: row for verb, *row in MOVES}


def do(verb: str, task: Task, **said: Any) -> Any:
    return getattr(actions, verb)(task, **said)


def test_no_move_is_left_out() -> None:
    steps = {move.verb for move in flow.moves.values() if not move.starts}
    by_handing_over = {"pass_on", "pass_on_watch", "succeed"}  # tried in tests/handovers
    assert steps - {"watch", "unwatch"} - by_handing_over == set(BY_VERB)


@pytest.mark.parametrize("verb", BY_VERB)
def test_the_right_officer_does_it_and_the_journal_says_so(
    cast: Cast, at: datetime, verb: str
) -> None:
    stations, may, said, then = BY_VERB[verb]
    task = lived(cast, at, *stations)
    person = getattr(cast, sorted(may)[0])
    do(verb, task, by=person, at=at, **said(cast, task))
    last = Entry.objects.about(task).latest("seq")
    assert (last.verb, last.actor_name) == (f"task.{verb}", person.name)
    assert Task.objects.get(pk=task.pk).state == then


@pytest.mark.parametrize("verb", BY_VERB)
def test_nobody_else_may_and_no_trace_is_left(cast: Cast, at: datetime, verb: str) -> None:
    stations, may, said, _ = BY_VERB[verb]
    task = lived(cast, at, *stations)
    words, before = said(cast, task), Entry.objects.count()
    for name in set(PEOPLE) - may:
        with pytest.raises(NotPermitted):
            do(verb, task, by=getattr(cast, name), at=at, **words)
    assert all(flow.moves[verb].is_open_to(getattr(cast, name), task) for name in may)
    assert Entry.objects.about(task).count() <= before


@pytest.mark.parametrize("verb", BY_VERB)
def test_it_is_shut_in_every_other_state(cast: Cast, at: datetime, verb: str) -> None:
    _, may, said, _ = BY_VERB[verb]
    person = getattr(cast, sorted(may)[0])
    states = flow.moves[verb].frm or frozenset()
    for state in set(WAYS) - set(states):
        task = lived(cast, at, *WAYS[state])
        assert task.state == state
        with pytest.raises(NotNow):
            do(verb, task, by=person, at=at, **said(cast, task))


def test_watching_is_open_to_whoever_sees_and_counts_once(cast: Cast, at: datetime) -> None:
    task = lived(cast, at)
    actions.watch(task, by=cast.dung, at=at)
    actions.watch(task, by=cast.dung, at=at)
    assert Watch.objects.get().officer == cast.dung
    actions.unwatch(task, by=cast.dung, at=at)
    assert not Watch.objects.exists()


def test_nobody_confirms_what_he_submitted_himself(cast: Cast, at: datetime) -> None:
    office_task = actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction, content="Việc", due=Due()
    )
    both = cast.seat(cast.construction, "focal_point", "Kiêm nhiệm", "Phạm Bình")
    actions.submit(office_task, by=both, at=at, narrative=RESULT)
    with pytest.raises(NotPermitted, match="tự xác nhận"):
        actions.confirm(office_task, by=cast.binh, at=at)
