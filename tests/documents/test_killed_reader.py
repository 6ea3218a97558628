"""The reader's process is killed in the middle of a scan: another goes on, nothing is doubled."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from dondoc.agencies.models import Officer
from tests.cast import Cast
from tests.documents import scans
from tests.documents.made_files import pdf
from tests.documents.test_scans import needs_tesseract
from tests.tasks.dispatches import DISPATCH

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("committed"),
    pytest.mark.skipif("DONDOC_DATABASE_URL" in os.environ, reason="runs on a copy of SQLite"),
    needs_tesseract,
]
PAPER = "\n\n".join(line for line in DISPATCH.split("\n") if line)


@contextmanager
def worker(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The process beside the server, of a node of its own."""
    env = {**os.environ, "DONDOC_HOME": str(home)}
    words = [sys.executable, "-m", "dondoc", "duties", "--watch"]
    process = subprocess.Popen(words, env=env, cwd=settings.ROOT, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


def ask(home: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(home / "dondoc.sqlite3", timeout=20)) as db:
        return list(db.execute(question))


def until(home: Path, question: str, wanted: Callable[[list[Any]], bool]) -> list[Any]:
    begun = time.monotonic()
    while not wanted(answer := ask(home, question)):
        assert time.monotonic() - begun < 150, "waited too long"
        time.sleep(0.1)
    return answer


def test_what_a_killed_reader_held_is_read_by_another_once(
    cast: Cast, as_officer: Callable[[Officer], Client], tmp_path: Path, settings: Any
) -> None:
    settings.FILES, settings.SPOOL = tmp_path / "files", tmp_path / "spool"
    assert cast.office.pk
    pages = [scans.scanned(page) for page in scans.pages_of(pdf(f"{PAPER}\n#pagebreak()\n" * 3))]
    said = {"file": SimpleUploadedFile("cv.pdf", scans.as_pdf(pages[:3]))}
    as_officer(cast.binh).post("/documents/register/", said)
    with closing(sqlite3.connect(tmp_path / "dondoc.sqlite3")) as copy:
        connection.connection.backup(copy)
        copy.execute("UPDATE documents_handin SET handed_in_at = datetime('now')")
        copy.commit()
    with worker(tmp_path) as first, worker(tmp_path) as second:
        held = "SELECT holder, done FROM jobs_job WHERE done >= 1"
        ((holder, _),) = until(tmp_path, held, lambda rows: bool(rows))
        dying = first if holder.endswith(f":{first.pid}") else second
        os.killpg(dying.pid, signal.SIGKILL)
        until(tmp_path, "SELECT * FROM jobs_job", lambda rows: not rows)
    assert ask(tmp_path, "SELECT state FROM documents_handin") == [("read",)]
    assert ask(tmp_path, "SELECT COUNT(*) FROM documents_storedfile") == [(1,)]
    read = "SELECT COUNT(*) FROM journal_entry WHERE verb = 'handin.finish_reading'"
    assert ask(tmp_path, read) == [(1,)]
    assert list((tmp_path / "spool").iterdir()) == []
