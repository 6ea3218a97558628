"""Complaint no. 4 of those who use other systems: cron was not installed, and nobody noticed."""

import http.client
import os
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.stories.test_a_crash_loses_nothing import furnish, server

pytestmark = pytest.mark.slow
RED = "dd-ribbon-alarm"


class Office:
    """Lan's browser at the running server, and the pid of whoever does the duties."""

    def __init__(self, home: Path, port: int, town: dict[str, list[str]]) -> None:
        self.home, self.port, self.town = home, port, town

    def page(self, there: str) -> str:
        headers = {"Cookie": f"{self.town['cookie']}={self.town['watcher']}"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as line:
            line.request("GET", there, headers=headers)
            answer = line.getresponse()
            assert answer.status == 200, answer.status
            return answer.read().decode()

    def is_red(self) -> bool:
        return RED in self.page("/agencies/")

    def leading(self) -> int:
        with closing(sqlite3.connect(self.home / "dondoc.sqlite3", timeout=20)) as db:
            row = db.execute("SELECT holder FROM jobs_lease").fetchone()
        return int(row[0].rpartition(":")[2]) if row else 0


def until(what: Callable[[], object], seconds: float = 60) -> None:
    begun = time.monotonic()
    while not what():
        assert time.monotonic() - begun < seconds, "waited too long"
        time.sleep(0.3)


def test_cron_not_installed_the_app_runs_its_own_scheduler_shows_last_next_run_and_turns_red_if_late(  # noqa: E501  its name is the complaint's
    tmp_path: Path,
) -> None:
    env = {**os.environ, "DONDOC_HOME": str(tmp_path), "DONDOC_DATABASE_URL": ""}
    town = furnish(env)
    with server(env) as port:
        office = Office(tmp_path, port, town)
        until(lambda: office.leading() and not office.is_red())
        page = office.page("/administration/duties/")
        assert "Nhắc sắp đến hạn" in page
        assert "07:00 hằng ngày" in page
        until(lambda: "Chưa chạy lần nào" not in office.page("/administration/duties/"))

        first = office.leading()
        os.kill(first, signal.SIGSTOP)  # hangs, the death that no parent notices
        until(office.is_red)
        assert "đang ngừng tự chạy" in office.page("/administration/duties/")

        os.kill(first, signal.SIGKILL)
        until(lambda: office.leading() not in (0, first))
        until(lambda: not office.is_red())
