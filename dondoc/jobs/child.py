"""The supervisor's process beside the server: started with it, restarted if it dies, ended with it.

It is a process of its own because the server forks its workers and may kill any of them.
"""

import logging
import os
import subprocess
import sys
from threading import Event, Thread

log = logging.getLogger(__name__)

PAUSE = 2.0  # seconds before a fallen child is put up again
PATIENCE = 10.0  # seconds a child is given to finish what it holds


class Child:
    """`dondoc duties --watch` as a child that cannot outlive its parent (it watches the pid)."""

    def __init__(self) -> None:
        self._ended = Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = Thread(target=self._keep, name="duties", daemon=True)

    def __enter__(self) -> "Child":
        # before the server forks: a worker forked in the middle of it would hold the pipe open
        # on which its start is waited for, and the keeper would wait for ever
        self._process = _started()
        self._keeper.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._ended.set()
        if self._process is not None:
            self._process.terminate()
        self._keeper.join(timeout=PATIENCE)
        if self._process is not None and self._process.poll() is None:
            self._process.kill()

    def _keep(self) -> None:
        while self._process is not None:
            code = self._process.wait()
            if self._ended.wait(PAUSE):
                return
            log.error("duties ended with %s, starting them again", code)
            self._process = _started()
            if self._ended.is_set():
                self._process.terminate()


def _started() -> "subprocess.Popen[bytes]":
    words = [sys.executable, "-m", "dondoc", "duties", "--watch", "--parent", str(os.getpid())]
    # a session of its own: Ctrl+C reaches the server alone, which then ends the child
    return subprocess.Popen(words, start_new_session=True)  # noqa: S603  our own words
