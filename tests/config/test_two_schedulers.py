"""Two schedulers at once, real processes on one database: slots run once, people are told once."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from dondoc.config.duties import DUTIES
from dondoc.database import clock
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from tests.cast import Cast
from tests.notifications.conftest import Sink, sink

__all__ = ["sink"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("committed")]
GIVEN = 25
SLOTS = [duty.name for duty in DUTIES if duty.at is not None]


class Node:
    """The installation both schedulers work on: PostgreSQL where it is set, else SQLite's copy."""

    def __init__(self, home: Path) -> None:
        self.env = {
            **os.environ, "DONDOC_HOME": str(home), "DONDOC_SMTP_HOST": "127.0.0.1",
            "DONDOC_SMTP_PORT": str(settings.EMAIL_PORT),
        }  # fmt: skip
        self.file: Path | None = None
        connection.ensure_connection()
        if url := os.environ.get("DONDOC_DATABASE_URL"):
            name = connection.settings_dict["NAME"]
            self.env["DONDOC_DATABASE_URL"] = f"{url.rpartition('/')[0]}/{name}"
            return
        self.file = home / "dondoc.sqlite3"
        with closing(sqlite3.connect(self.file)) as copy:
            connection.connection.backup(copy)

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "dondoc", "duties", *words]
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(command, env=self.env, cwd=settings.ROOT, **silent)

    def ask(self, question: str) -> list[Any]:
        if self.file is None:
            with connection.cursor() as cursor:
                cursor.execute(question)
                return list(cursor.fetchall())
        with closing(sqlite3.connect(self.file, timeout=20)) as db:
            return db.execute(question).fetchall()

    def leading(self) -> int:
        rows = self.ask("SELECT holder FROM jobs_lease WHERE name = 'supervisor'")
        return int(rows[0][0].rpartition(":")[2]) if rows else 0

    def untold(self) -> int:
        waiting = "SELECT COUNT(*) FROM notifications_delivery WHERE state = 'queued'"
        return sum(
            int(self.ask(one)[0][0]) for one in ("SELECT COUNT(*) FROM journal_untold", waiting)
        )

    def slots(self) -> dict[str, int]:
        """How many runs, and tries, each duty of an hour has had."""
        rows = self.ask("SELECT name, SUM(tries) FROM jobs_dutyrun GROUP BY name")
        return {name: int(tries) for name, tries in rows if name in SLOTS}


def until(what: Callable[[], object], seconds: float = 90) -> None:
    begun = time.monotonic()
    while not what():
        assert time.monotonic() - begun < seconds, "waited too long"
        time.sleep(0.1)


@contextmanager
def two(node: Node) -> Iterator[list["subprocess.Popen[bytes]"]]:
    with ExitStack() as stack:
        started = [node.start("--watch"), node.start("--watch")]
        for one in started:
            stack.callback(one.wait)
            stack.callback(one.kill)
        yield started


def give(cast: Cast) -> None:
    """Orders to Sở Xây dựng: its focal point and head are told, in the house and by mail."""
    at = clock.now()
    assert cast.hoa
    assert cast.khoa
    for number in range(GIVEN):
        actions.assign(
            cast.city, by=cast.binh, at=at, lead=cast.construction, content=f"Việc số {number}",
            due=Due(clock.day_of(at + timedelta(days=60))),
        )  # fmt: skip


def each_once(node: Node, sink: Sink) -> None:
    told = node.ask("SELECT officer_id, entry_id, step FROM notifications_notice")
    assert len(told) >= 2 * GIVEN
    assert max(Counter(told).values()) == 1
    assert max(Counter(sink.ids).values()) == 1, "no letter went out twice"


def test_two_schedulers_at_once_run_each_slot_once_and_tell_each_once(
    cast: Cast, sink: Sink, tmp_path: Path
) -> None:
    give(cast)
    node = Node(tmp_path)
    with two(node):
        until(lambda: not node.untold() and set(node.slots()) == set(SLOTS))
    assert node.slots() == dict.fromkeys(SLOTS, 1)
    each_once(node, sink)


def test_a_leader_that_froze_and_wakes_beside_its_successor_doubles_nothing(
    cast: Cast, sink: Sink, tmp_path: Path
) -> None:
    give(cast)
    node = Node(tmp_path)
    with two(node):
        until(node.leading)
        first = node.leading()
        os.kill(first, signal.SIGSTOP)
        until(lambda: node.leading() != first)
        os.kill(first, signal.SIGCONT)
        until(lambda: not node.untold() and set(node.slots()) == set(SLOTS))
    assert set(node.slots()) == set(SLOTS)
    each_once(node, sink)


def test_four_that_ask_for_no_lease_still_run_each_slot_once(
    cast: Cast, sink: Sink, tmp_path: Path
) -> None:
    """`dondoc duties --once` four times in the same second: the slot's own row decides."""
    give(cast)
    node = Node(tmp_path)
    for one in [node.start("--once") for _ in range(4)]:
        one.wait()
    assert node.slots() == dict.fromkeys(SLOTS, 1)
