"""The one door of state: it locks, asks, does, records, and counts a form sent twice once."""

from datetime import date, datetime

import pytest
from django import forms

from dondoc.journal.models import AlreadyDone, Entry, RequestFacts, Untold, request_facts
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.flow import flow
from dondoc.tasks.models import State, Task
from dondoc.ui.forms import HouseForm
from dondoc.workflow import NotNow, attempt
from tests.cast import Cast


@pytest.fixture
def task(cast: Cast, at: datetime) -> Task:
    return actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction, content="Rà soát quy hoạch",
        due=Due(date(2022, 4, 15)),
    )  # fmt: skip


def test_a_move_records_what_was_and_what_is(cast: Cast, task: Task, at: datetime) -> None:
    actions.accept(task, by=cast.hoa, at=at)
    entry = Entry.objects.about(task).get(verb="task.accept")
    assert (entry.was["state"], entry.now["state"]) == ("assigned", "accepted")
    assert entry.actor_title == "Chuyên viên tổng hợp, Sở Xây dựng"
    assert Untold.objects.filter(entry=entry).exists()


def test_the_record_is_written_in_the_deed_s_own_transaction(
    cast: Cast, task: Task, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_paper(*args: object, **kwargs: object) -> None:
        raise OSError("hết chỗ")

    monkeypatch.setattr(Entry, "write", out_of_paper)
    with pytest.raises(OSError, match="hết chỗ"):
        actions.accept(task, by=cast.hoa, at=at)
    assert Task.objects.get().state == State.ASSIGNED


def test_who_comes_second_is_told_who_was_first(cast: Cast, task: Task, at: datetime) -> None:
    stale = Task.objects.get(pk=task.pk)
    actions.recall(task, by=cast.lan, at=at, reason="Giao nhầm")
    with pytest.raises(NotNow, match="Trần Lan vừa thực hiện “Thu hồi”"):
        actions.accept(stale, by=cast.hoa, at=at)


def test_a_form_sent_twice_counts_once(cast: Cast, task: Task, at: datetime) -> None:
    for attempt_number in (1, 2):
        token = request_facts.set(RequestFacts(key="7:mot-khoa-cua-bieu-mau"))
        try:
            actions.post_update(task, by=cast.hoa, at=at, narrative="Đã họp.")
        except AlreadyDone:
            assert attempt_number == 2
        finally:
            request_facts.reset(token)
    assert task.updates.count() == 1


def test_a_refusal_stands_on_the_form_and_nothing_typed_is_lost(
    cast: Cast, task: Task, at: datetime
) -> None:
    class RecallForm(HouseForm):
        reason = forms.CharField(required=False)

    form = RecallForm({"reason": ""})
    assert form.is_valid()
    attempt(form, actions.recall, task, by=cast.binh, at=at, **form.cleaned_data)
    assert form.status == 422
    assert "lý do thu hồi" in str(form.errors)


def test_buttons_are_the_moves_one_may_make_now(cast: Cast, task: Task) -> None:
    unit = {move.verb for move in flow.open_to(cast.hoa, task)}
    office = {move.verb for move in flow.open_to(cast.binh, task)}
    assert {"accept", "post_update", "submit", "return_to_assigner", "ask_extension"} <= unit
    assert {"star", "recall", "revise"} <= office
    assert not unit & {"star", "recall", "confirm", "grant_extension"}
    assert {move.verb for move in flow.open_to(cast.dung, task)} == {"watch", "unwatch"}
