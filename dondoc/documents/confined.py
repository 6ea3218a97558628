"""Running a reader of strangers' files in a child of its own, with little memory and time."""

import json
import logging
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from typing import Any

_log = logging.getLogger(__name__)

MEMORY = 512 * 1024 * 1024  # bytes of address space
CPU_SECONDS = 10
WALL_SECONDS = 20


class ExtractionFailed(Exception):
    """The file is kept but could not be read; the message says what the person can do."""


class NeedsOcr(ExtractionFailed):
    """Pictures of pages, and nothing on this machine that recognises letters in them."""


_BY_NAME: dict[str, type[ExtractionFailed]] = {"NeedsOcr": NeedsOcr}


def run_confined(module: str, *arguments: str, sent: bytes = b"") -> Any:
    """What the module's reader prints as JSON; ExtractionFailed when it fails or takes too much."""
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and modules only
            [sys.executable, "-I", "-B", "-X", "utf8", "-m", module, *arguments],
            input=sent,
            capture_output=True,
            timeout=WALL_SECONDS,
            env={"LANG": "C.UTF-8"},  # no secrets, no proxies
            cwd="/",
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise ExtractionFailed(_TOO_LONG) from late
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        _log.warning("%s ended with %d: %r", module, done.returncode, last[:300])
        raise ExtractionFailed(_TOO_LONG if -done.returncode in _CPU_SIGNALS else _BROKEN)
    answer = json.loads(done.stdout)
    if "failed" in answer:
        raise _BY_NAME.get(answer["failed"], ExtractionFailed)(answer["words"])
    return answer["read"]


def serve_confined(read: Callable[[], Any]) -> None:
    """In the child: bind own limits, read, print the outcome as JSON."""
    _bind()
    try:
        outcome = {"read": read()}
    except ExtractionFailed as failure:
        outcome = {"failed": type(failure).__name__, "words": str(failure)}
    except MemoryError:
        outcome = {"failed": "ExtractionFailed", "words": _TOO_BIG}
    sys.stdout.buffer.write(json.dumps(outcome, ensure_ascii=False).encode())
    sys.stdout.buffer.flush()
    os._exit(0)  # parsers' own tidying may not fail what has been read


def _bind() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # writes no file
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_CPU_SIGNALS = (9, 24)  # KILL, XCPU
_TOO_LONG = (
    "Đọc tệp quá lâu nên đã dừng. Hãy tách tệp thành phần nhỏ hơn, hoặc dán nội dung cần xử lý."
)
_TOO_BIG = "Tệp quá lớn để đọc. Hãy tách tệp thành phần nhỏ hơn, hoặc dán nội dung cần xử lý."
_BROKEN = (
    "Không đọc được tệp, có thể tệp bị hỏng. Hãy mở tệp, lưu lại rồi tải lên, hoặc dán nội dung."
)
