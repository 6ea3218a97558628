"""kill -9 of the server during updates: nothing acknowledged is lost, nothing is doubled."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3
WRITERS = 4
BUSY = 8
"""Acknowledgements in a round before the server is killed among the next."""

pytestmark = pytest.mark.slow


def test_what_was_acknowledged_is_there_once_after_a_kill(tmp_path: Path) -> None:
    env = {**os.environ, "DONDOC_HOME": str(tmp_path / "home"), "DONDOC_DATABASE_URL": ""}
    town = furnish(env)
    acked: dict[str, str] = {}
    unsure: dict[str, str] = {}
    for _ in range(ROUNDS):
        with server(env) as port:
            stop = threading.Event()
            writers = [
                threading.Thread(target=write, args=(port, town, n, stop, acked, unsure))
                for n in range(WRITERS)
            ]
            for writer in writers:
                writer.start()
            wait_until_busy(acked)
        stop.set()
        for writer in writers:
            writer.join()
    assert len(acked) >= ROUNDS * BUSY
    with server(env) as port:
        for key, words in unsure.items():  # a person presses again: the same form, the same key
            assert post(port, town, town["codes"][0], key, words) in (200, 302)
    found = updates(env)
    for words in [*acked.values(), *unsure.values()]:
        assert found.count(words) == 1, words


def furnish(env: dict[str, str]) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "tests.stories.small_town"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    town: dict[str, list[str]] = json.loads(done.stdout)
    return town


@contextmanager
def server(env: dict[str, str]) -> Iterator[int]:
    """A real server in a session of its own, killed without a word at the end."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dondoc", "serve", "--port", str(port), "--workers", "2"]
    running = subprocess.Popen(
        command, cwd=ROOT, env=env, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(port)
        yield port
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def wait_for(port: int) -> None:
    """Until the server answers a page, not only opens its port."""
    for _ in range(300):
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as line:
                line.request("GET", "/login/")
                if line.getresponse().status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("máy chủ không trả lời")


def wait_until_busy(acked: dict[str, str]) -> None:
    before = len(acked)
    for _ in range(600):
        if len(acked) >= before + BUSY:
            return
        time.sleep(0.05)


def write(
    port: int, town: dict[str, list[str]], number: int, stop: threading.Event,
    acked: dict[str, str], unsure: dict[str, str],
) -> None:  # fmt: skip
    turn = 0
    while not stop.is_set():
        turn += 1
        key, words = str(uuid.uuid4()), f"Lượt {turn} của người {number} cổng {port}"
        unsure[key] = words
        try:
            if post(port, town, town["codes"][0], key, words) == 302:
                acked[key] = unsure.pop(key)
        except (OSError, http.client.HTTPException):
            return


def post(port: int, town: dict[str, list[str]], code: str, key: str, words: str) -> int:
    token = "a" * 32
    body = urlencode({"narrative": words, "idempotency_key": key, "csrfmiddlewaretoken": token})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"{town['cookie']}={town['session']}; csrftoken={token}",
    }
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as line:
        line.request("POST", f"/tasks/{code}/post_update/", body, headers)
        return line.getresponse().status


def updates(env: dict[str, str]) -> list[str]:
    script = (
        "import django, json; django.setup();"
        "from dondoc.tasks.models import ProgressUpdate as U;"
        "print(json.dumps(list(U.objects.values_list('narrative', flat=True))))"
    )
    env = {**env, "DJANGO_SETTINGS_MODULE": "dondoc.config.settings"}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    rows: list[str] = json.loads(done.stdout)
    return rows
