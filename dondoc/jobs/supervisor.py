"""The one who does the duties: of all processes of all nodes, only the holder of the lease acts.

A holder that crashes gives no sign of life, its lease runs out within twenty seconds, and
another takes over. A holder that was merely frozen may act beside its successor for a moment:
the duties bear that, since each claims its rows one by one.
"""

import logging
import os
import socket
from collections.abc import Callable, Sequence
from threading import Event, Thread

from django.db import connection

from dondoc.database import clock
from dondoc.jobs.duties import Duty, perform
from dondoc.jobs.models import Lease

log = logging.getLogger(__name__)

BEAT = 5.0  # seconds between signs of life
LOOK = 20.0  # seconds between looks at a duty of an hour
NAME = "supervisor"


def supervise(
    duties: Sequence[Duty], stop: Event, is_orphan: Callable[[], bool] = lambda: False
) -> None:
    """Does the duties whenever it holds the lease, until told to stop or left by its parent."""
    holder, leads = f"{socket.gethostname()}:{os.getpid()}", Event()
    hands = [
        Thread(target=_stand_by, args=(duty, holder, leads, stop), name=duty.name, daemon=True)
        for duty in duties
    ]
    for hand in hands:
        hand.start()
    while not stop.is_set() and not is_orphan():
        _beat(holder, leads)
        connection.close()
        stop.wait(BEAT)
    stop.set()
    for hand in hands:
        hand.join(timeout=BEAT)
    if leads.is_set():
        Lease.give_up(NAME, holder)
    connection.close()


def _beat(holder: str, leads: Event) -> None:
    """Renews the lease; whoever cannot reach the database does not lead."""
    try:
        held = Lease.hold(NAME, holder, clock.now())
    except Exception:
        log.exception("no sign of life could be given")
        connection.close()
        held = False
    (leads.set if held else leads.clear)()


def _stand_by(duty: Duty, holder: str, leads: Event, stop: Event) -> None:
    while not stop.is_set():
        if leads.is_set():
            _try(duty, holder)
            connection.close()  # lent by a pool that has fewer than there are duties
        stop.wait(min(duty.every or LOOK, LOOK) if leads.is_set() else 1.0)
    connection.close()


def _try(duty: Duty, holder: str) -> None:
    try:
        perform(duty, clock.now(), holder)
    except Exception:
        log.exception("duty %s could not be begun", duty.name)
        connection.close()
