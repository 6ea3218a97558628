"""The duties' process is killed again and again, and everybody is still told once.

Five thousand notices and twenty kills: DONDOC_TEST_STARS=2500 DONDOC_TEST_KILLS=20.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from dondoc.tasks import actions
from dondoc.tasks.models import Task
from tests.cast import Cast
from tests.notifications.conftest import Sink

STARS = int(os.environ.get("DONDOC_TEST_STARS", "60"))
KILLS = int(os.environ.get("DONDOC_TEST_KILLS", "6"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("committed"),
    pytest.mark.skipif("DONDOC_DATABASE_URL" in os.environ, reason="kills SQLite's own process"),
]


def installed_in(home: Path) -> Path:
    """Copies the test's database into an installation of its own."""
    file = home / "dondoc.sqlite3"
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
    return file


@contextmanager
def duties(home: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """`dondoc duties --watch` on that installation; killed without warning at the end."""
    env = {
        **os.environ, "DONDOC_HOME": str(home), "DONDOC_SMTP_HOST": "127.0.0.1",
        "DONDOC_SMTP_PORT": str(port),
    }  # fmt: skip
    words = [sys.executable, "-m", "dondoc", "duties", "--watch"]
    process = subprocess.Popen(words, env=env, cwd=settings.ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def ask(file: Path, question: str) -> int:
    with closing(sqlite3.connect(file, timeout=20)) as db:
        return int(db.execute(question).fetchone()[0])


def minutes_pass(file: Path) -> None:
    """Leases of the dead run out."""
    with closing(sqlite3.connect(file, timeout=20)) as db, db:
        db.execute("DELETE FROM jobs_lease")
        db.execute("UPDATE notifications_delivery SET leased_until = NULL WHERE state = 'queued'")


def test_killed_mid_way_each_is_told_once_and_no_mail_is_lost(
    cast: Cast, task: Task, at: datetime, sink: Sink, tmp_path: Path
) -> None:
    for number in range(STARS):
        actions.star(task, by=cast.binh, at=at, reason=f"Lần {number}")
    file, dice = installed_in(tmp_path), random.Random(7)
    waiting = "SELECT (SELECT COUNT(*) FROM journal_untold) + (SELECT COUNT(*) FROM "
    waiting += "notifications_delivery WHERE state = 'queued')"
    expected = 3 + 2 * STARS
    for _ in range(KILLS):
        with duties(tmp_path, settings.EMAIL_PORT):
            begun, had = time.monotonic(), len(sink.mails)
            while len(sink.mails) == had and time.monotonic() - begun < 10:
                time.sleep(0.02)
            time.sleep(dice.uniform(0, 0.05 * STARS / 60))
        minutes_pass(file)
    mid_way = ask(file, waiting)
    with duties(tmp_path, settings.EMAIL_PORT):
        begun = time.monotonic()
        while ask(file, waiting) and time.monotonic() - begun < 60 + STARS / 5:
            time.sleep(0.1)
    assert mid_way > 0, "the kills came too late to prove anything"
    notices = "SELECT COUNT(*) FROM notifications_notice"
    assert ask(file, f"{notices} WHERE step LIKE 'task.%'") == expected
    told = ask(file, notices)  # the task is overdue by now: that, and its remedy, are told too
    assert len(set(sink.ids)) == told
    assert len(sink.ids) - told <= KILLS  # at most the one in hand at each kill, same id
