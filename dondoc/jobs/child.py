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
        words = [sys.executable, "-m", "dondoc", "duties", "--watch", "--parent", str(os.getpid())]
        while not self._ended.is_set():
            # a session of its own: Ctrl+C reaches the server alone, which then ends the child
            self._process = subprocess.Popen(words, start_new_session=True)  # noqa: S603  our own words
            if self._ended.is_set():
                self._process.terminate()
            code = self._process.wait()
            if not self._ended.wait(PAUSE):
                log.error("duties ended with %s, starting them again", code)
