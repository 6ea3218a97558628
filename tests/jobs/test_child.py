"""The duties' process beside the server: put up again when it falls, gone when the server is."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("committed"),
    pytest.mark.skipif(
        "DONDOC_DATABASE_URL" in os.environ, reason="runs on a copy of SQLite's file"
    ),
]
SERVER = """
import signal, sys, time
from dondoc.jobs.child import Child
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
with Child():
    while True:
        time.sleep(0.1)
"""


@contextmanager
def server(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Stands for `dondoc serve` on an installation of its own, without its pages."""
    connection.ensure_connection()
    with closing(sqlite3.connect(home / "dondoc.sqlite3")) as copy:
        connection.connection.backup(copy)
    env = {**os.environ, "DONDOC_HOME": str(home)}
    process = subprocess.Popen([sys.executable, "-c", SERVER], env=env, cwd=settings.ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def leading(home: Path) -> int | None:
    """The pid of the process that does the duties now; by lease, as other nodes see it."""
    with closing(sqlite3.connect(home / "dondoc.sqlite3", timeout=20)) as db:
        row = db.execute("SELECT holder FROM jobs_lease").fetchone()
    return int(row[0].rpartition(":")[2]) if row else None


def seconds_until(what: Callable[[], object]) -> float:
    begun = time.monotonic()
    while not what():
        assert time.monotonic() - begun < 40, "waited too long"
        time.sleep(0.1)
    return time.monotonic() - begun


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return "State:\tZ" in Path(f"/proc/{pid}/status").read_text()


def test_a_fallen_child_is_followed_within_half_a_minute_and_none_outlives_the_server(
    tmp_path: Path,
) -> None:
    with server(tmp_path) as process:
        seconds_until(lambda: leading(tmp_path))
        first = leading(tmp_path)
        assert first is not None
        os.kill(first, signal.SIGKILL)
        assert seconds_until(lambda: leading(tmp_path) not in (first, None)) <= 30
        second = leading(tmp_path)
        assert second is not None
        process.kill()
        assert seconds_until(lambda: is_gone(second)) <= 10


def test_a_server_that_is_asked_to_stop_takes_its_child_along(tmp_path: Path) -> None:
    with server(tmp_path) as process:
        seconds_until(lambda: leading(tmp_path))
        child = leading(tmp_path)
        assert child is not None
        process.terminate()
        assert process.wait(timeout=15) == 0
        assert is_gone(child)
        assert leading(tmp_path) is None, "the lease is given up for the next node"
