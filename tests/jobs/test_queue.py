"""Jobs: each done once by whoever holds the latest taking, however many die at it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Barrier, Event, Thread

import pytest
from django.db import connection

from dondoc.database import clock
from dondoc.jobs import queue
from dondoc.jobs.models import Job
from dondoc.jobs.queue import LEASE, MOST_FAILURES, RETRY, Lost, Told, Work, Write
from dondoc.jobs.worker import work_off

NINE = datetime(2022, 3, 16, 2, 0, tzinfo=UTC)
GOING = Event()


class Press:
    """Prints what it is asked for, slowly or not at all."""

    def __init__(self) -> None:
        self.printed: list[int] = []
        self.given_up: list[int] = []
        self.jammed = False
        self.meanwhile: Callable[[], object] = lambda: None

    def do(self, about: int, told: Told) -> Write:
        told(1, 2)
        self.meanwhile()
        if self.jammed:
            raise ValueError("kẹt giấy")
        return lambda at: self.printed.append(about)

    def give_up(self, about: int, at: datetime) -> None:
        self.given_up.append(about)


@pytest.fixture
def press() -> Press:
    return Press()


def works(press: Press) -> list[Work]:
    return [Work("print", "In", press.do, press.give_up)]


@pytest.fixture
def stand(clock_at: Callable[[datetime], None]) -> Callable[[datetime], None]:
    clock_at(NINE)
    return clock_at


@pytest.mark.django_db
def test_what_is_asked_for_is_done_in_turn_and_then_gone(
    press: Press, stand: Callable[[datetime], None]
) -> None:
    for about in (7, 8):
        queue.enqueue("print", about, NINE)
    while work_off(works(press), GOING):
        pass
    assert press.printed == [7, 8]
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_how_far_it_is_can_be_seen_while_it_is_done(
    press: Press, stand: Callable[[datetime], None]
) -> None:
    seen: list[tuple[int, int]] = []

    def look() -> None:
        job = queue.job_of("print", 7)
        assert job is not None
        seen.append((job.done, job.total))

    queue.enqueue("print", 7, NINE)
    press.meanwhile = look
    work_off(works(press), GOING)
    assert seen == [(1, 2)]


@pytest.mark.django_db
def test_what_another_holds_is_left_until_he_gives_no_sign_of_life(press: Press) -> None:
    queue.enqueue("print", 7, NINE)
    held = queue.take(["print"], "a", NINE)
    assert held is not None
    assert queue.take(["print"], "b", NINE + LEASE / 2) is None
    queue.beat(held, NINE + LEASE / 2)
    assert queue.take(["print"], "b", NINE + LEASE) is None
    taken = queue.take(["print"], "b", NINE + LEASE * 2)
    assert taken is not None
    assert (taken.pk, taken.failures) == (held.pk, 1)


@pytest.mark.django_db
def test_who_comes_back_from_the_dead_writes_nothing(press: Press) -> None:
    queue.enqueue("print", 7, NINE)
    dead = queue.take(["print"], "a", NINE)
    heir = queue.take(["print"], "b", NINE + LEASE)
    assert dead is not None
    assert heir is not None
    for sign in (
        lambda: queue.beat(dead, NINE + LEASE),
        lambda: queue.tell(dead, 1, 2),
        lambda: queue.finish(dead, press.do(7, lambda d, n: None), NINE + LEASE),
        lambda: queue.fail(dead, works(press)[0], "", NINE + LEASE),
        lambda: queue.put_back(dead, NINE + LEASE),
    ):
        with pytest.raises(Lost):
            sign()
    assert press.printed == []
    queue.finish(heir, press.do(7, lambda d, n: None), NINE + LEASE)
    assert press.printed == [7]


@pytest.mark.django_db
def test_what_was_asked_for_anew_or_forgotten_is_not_written_by_the_old_taker(
    press: Press, stand: Callable[[datetime], None]
) -> None:
    queue.enqueue("print", 7, NINE)
    press.meanwhile = lambda: queue.forget("print", 7)
    work_off(works(press), GOING)
    assert press.printed == []
    queue.enqueue("print", 7, NINE)
    press.meanwhile = lambda: queue.enqueue("print", 7, NINE)
    work_off(works(press), GOING)
    assert press.printed == []
    press.meanwhile = lambda: None
    work_off(works(press), GOING)
    assert press.printed == [7]


@pytest.mark.django_db
def test_what_fails_is_tried_again_later_and_after_so_many_times_given_up(
    press: Press, stand: Callable[[datetime], None]
) -> None:
    queue.enqueue("print", 7, NINE)
    press.jammed = True
    moment = NINE
    for tries in range(1, MOST_FAILURES + 1):
        stand(moment)
        assert work_off(works(press), GOING)
        assert not work_off(works(press), GOING), "not at once"
        moment += RETRY * tries
    stand(moment + timedelta(days=1))
    assert not work_off(works(press), GOING)
    assert press.given_up == [7]
    assert "kẹt giấy" in Job.objects.get().error


@pytest.mark.django_db
def test_what_takes_its_worker_along_each_time_is_given_up_without_another_try(
    press: Press, stand: Callable[[datetime], None]
) -> None:
    queue.enqueue("print", 7, NINE)
    for died in range(MOST_FAILURES):
        assert queue.take(["print"], "dies", NINE + LEASE * died)
    stand(NINE + LEASE * MOST_FAILURES)
    work_off(works(press), GOING)
    assert (press.printed, press.given_up) == ([], [7])


@pytest.mark.django_db
def test_a_worker_that_is_asked_to_stop_puts_back_what_it_holds(
    press: Press, stand: Callable[[datetime], None]
) -> None:
    stopping = Event()
    stopping.set()
    queue.enqueue("print", 7, NINE)
    work_off(works(press), stopping)
    assert press.printed == []
    job = Job.objects.get()
    assert (job.leased_until, job.failures) == (None, 0)
    work_off(works(press), GOING)
    assert press.printed == [7]


@pytest.mark.django_db
def test_what_a_stopping_process_still_holds_is_taken_by_another_at_once(press: Press) -> None:
    queue.enqueue("print", 7, NINE)
    assert queue.take(["print"], "stops", NINE)
    queue.let_go_of("stops", NINE)
    heir = queue.take(["print"], "b", NINE)
    assert heir is not None
    assert heir.failures == 0
    queue.let_go_of("stops", NINE)
    assert queue.take(["print"], "c", NINE) is None, "it is another's now"


@pytest.mark.django_db
def test_a_clock_set_back_does_not_leave_work_lying(press: Press) -> None:
    queue.enqueue("print", 7, NINE + timedelta(days=300))
    assert queue.take(["print"], "a", NINE)
    assert queue.take(["print"], "b", NINE - timedelta(days=2))


@pytest.mark.usefixtures("committed")
def test_many_hands_do_each_job_once(press: Press, clock_at: Callable[[datetime], None]) -> None:
    at = clock.now()
    for about in range(40):
        queue.enqueue("print", about, at)
    begin = Barrier(4)

    def hand() -> None:
        begin.wait()
        while work_off(works(press), GOING):
            pass
        connection.close()

    threads = [Thread(target=hand) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(press.printed) == list(range(40))
    assert not Job.objects.exists()
