"""The hands that do the jobs: threads beside the duties, on every node.

Unlike a duty, a job needs no leader: each is taken by one hand, under a lease that a second
thread renews while the work goes on. What is long runs in children of its own, so hands are few.
"""

import logging
import os
import socket
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Thread

from django.db import connection

from dondoc.database import clock
from dondoc.jobs.models import Job
from dondoc.jobs.queue import (
    Lost,
    Told,
    Work,
    beat,
    fail,
    finish,
    is_hopeless,
    let_go_of,
    put_back,
    take,
    tell,
)

log = logging.getLogger(__name__)

HANDS = 2
LOOK = 1.0  # seconds between looks at an empty queue
BEAT = 8.0  # seconds between signs of life
PATIENCE = 2.0  # seconds a hand is given to come to the end of a step
PAUSE = 0.5  # seconds between two tellings of progress


class Stopped(Exception):
    """The worker is asked to stop while it is at work."""


@contextmanager
def hands(works: Sequence[Work], stop: Event, count: int = HANDS) -> Iterator[None]:
    """Jobs are done while this is open; what is in hand at the end is put back."""
    threads = [
        Thread(target=_stand_ready, args=(works, stop), name=f"hand {n}", daemon=True)
        for n in range(count)
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=PATIENCE)
        let_go_of(_holder(), clock.now())  # what a step too long for our patience still holds
        connection.close()


def _holder() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def _stand_ready(works: Sequence[Work], stop: Event) -> None:
    while not stop.is_set():
        if not _try(works, stop):
            connection.close()  # lent by a pool: an idle hand holds none
            stop.wait(LOOK)
    connection.close()


def _try(works: Sequence[Work], stop: Event) -> bool:
    try:
        return work_off(works, stop)
    except Exception:
        log.exception("no job could be taken")
        connection.close()
        return False


def work_off(works: Sequence[Work], stop: Event) -> bool:
    """Takes the job whose turn it is and does it; False when nothing waits."""
    known = {work.name: work for work in works}
    job = take(known.keys(), _holder(), clock.now())
    if job is None:
        return False
    try:
        _do(job, known[job.work], stop)
    except Lost:
        log.info("job %s is another's now", job)
    return True


def _do(job: Job, work: Work, stop: Event) -> None:
    if is_hopeless(job):
        fail(job, work, "Tiến trình xử lý đã chết nhiều lần.", clock.now())
        return
    try:
        with _beating(job):
            write = work.do(job.about, _teller(job, stop))
        finish(job, write, clock.now())
    except Lost:
        raise
    except Stopped:
        put_back(job, clock.now())
    except Exception:
        log.exception("job %s failed", job)
        fail(job, work, traceback.format_exc(), clock.now())


def _teller(job: Job, stop: Event) -> Told:
    """Writes how far the work is, not more often than anybody looks."""
    told_at = 0.0

    def told(done: int, total: int) -> None:
        nonlocal told_at
        if stop.is_set():
            raise Stopped
        if time.monotonic() - told_at >= PAUSE:
            tell(job, done, total)
            told_at = time.monotonic()

    return told


@contextmanager
def _beating(job: Job) -> Iterator[None]:
    """Gives signs of life while the work goes on, however long one step of it takes."""
    over = Event()
    heart = Thread(target=_give_signs, args=(job, over), name=f"heart of {job}", daemon=True)
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join(timeout=BEAT)


def _give_signs(job: Job, over: Event) -> None:
    while not over.wait(BEAT):
        try:
            beat(job, clock.now())
        except Lost:
            break
        except Exception:
            log.exception("no sign of life could be given for job %s", job)
            connection.close()
    connection.close()
