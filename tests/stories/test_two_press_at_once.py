"""Two officers press “Xác nhận hoàn thành” at once: one wins, the other is told."""

import threading
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connection

from dondoc.agencies.models import Agency, Officer
from dondoc.journal.models import AlreadyDone, Entry, RequestFacts, request_facts
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import State, Task
from dondoc.workflow import NotNow
from tests.cast import Cast

RESULT = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."

pytestmark = pytest.mark.usefixtures("committed")


def at_once(*deeds: Callable[[], None]) -> list[BaseException | None]:
    """Does all deeds in threads that start together, and says how each ended."""
    ends: list[BaseException | None] = [None] * len(deeds)
    gate = threading.Barrier(len(deeds))

    def run(place: int, deed: Callable[[], None]) -> None:
        gate.wait()
        try:
            deed()
        except BaseException as error:
            ends[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def give(city: Agency, lead: Agency, by: Officer, at: datetime) -> Task:
    return actions.assign(
        city, by=by, at=at, lead=lead, content="Rà soát quy hoạch", due=Due(date(2022, 4, 15))
    )


def test_one_confirms_and_the_other_is_told_who_was_first(at: datetime) -> None:
    cast = Cast()
    for _ in range(5):
        task = give(cast.city, cast.construction, cast.binh, at)
        actions.submit(task, by=cast.hoa, at=at, narrative=RESULT)

        def press(by: Officer, pk: int = task.pk) -> Callable[[], None]:
            return lambda: actions.confirm(Task.objects.get(pk=pk), by=by, at=at)

        ends = at_once(press(cast.binh), press(cast.lan))
        assert sum(end is None for end in ends) == 1
        (loser,) = [end for end in ends if end is not None]
        assert isinstance(loser, NotNow)
        assert "vừa thực hiện “Xác nhận hoàn thành”" in str(loser)
        assert Task.objects.get(pk=task.pk).state == State.DONE
        assert Entry.objects.about(task).filter(verb="task.confirm").count() == 1


def test_ten_copies_of_one_form_count_once(at: datetime) -> None:
    cast = Cast()
    task = give(cast.city, cast.construction, cast.binh, at)
    hoa = cast.hoa

    def send() -> None:
        request_facts.set(RequestFacts(key="1:mot-bieu-mau-gui-muoi-lan"))
        actions.post_update(Task.objects.get(pk=task.pk), by=hoa, at=at, narrative="Đã họp.")

    ends = at_once(*[send] * 10)
    assert sum(end is None for end in ends) == 1
    assert all(isinstance(end, AlreadyDone) for end in ends if end)
    assert task.updates.count() == 1


def test_codes_are_never_given_twice(at: datetime) -> None:
    cast = Cast()
    city, lead, by = cast.city, cast.construction, cast.binh
    ends = at_once(*[lambda: give(city, lead, by, at) and None] * 8)
    assert not any(ends)
    assert len(set(Task.objects.values_list("code", flat=True))) == 8
