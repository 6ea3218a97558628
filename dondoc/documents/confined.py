"""Running a reader of strangers' files in a child of its own, with little memory and time."""

import json
import logging
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_log = logging.getLogger(__name__)

MB = 1024 * 1024
WALL_SECONDS = 20
PATH = "/usr/local/bin:/usr/bin:/bin"  # where programs of the system are looked for


@dataclass(frozen=True)
class Limits:
    """What a child may take, and each program it starts; memory is address space in bytes."""

    memory: int = 512 * MB
    cpu: int = 10  # seconds
    written: int = 0  # bytes of one file; none at all


class ExtractionFailed(Exception):
    """The file is kept but could not be read; the message says what the person can do."""


class NeedsOcr(ExtractionFailed):
    """Pictures of pages, and nothing on this machine that recognises letters in them."""


_BY_NAME: dict[str, type[ExtractionFailed]] = {"NeedsOcr": NeedsOcr}


def run_confined(module: str, *arguments: str, sent: bytes = b"", wall: float | None = None) -> Any:
    """What the module's reader prints as JSON; ExtractionFailed when it fails or takes too much."""
    child = subprocess.Popen(  # noqa: S603  our own interpreter and modules only
        [sys.executable, "-I", "-B", "-X", "utf8", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"LANG": "C.UTF-8"},  # no secrets, no proxies
        cwd="/",
        start_new_session=True,  # so that what the child starts ends with it
    )
    try:
        printed, complaint = child.communicate(sent, timeout=wall or WALL_SECONDS)
    except subprocess.TimeoutExpired as late:
        _end(child)
        raise ExtractionFailed(_TOO_LONG) from late
    except BaseException:  # the person at the keyboard gave up
        _end(child)
        raise
    if child.returncode:
        last = complaint.decode(errors="replace").strip().rpartition("\n")[2]
        _log.warning("%s ended with %d: %r", module, child.returncode, last[:300])
        raise ExtractionFailed(_TOO_LONG if -child.returncode in _CPU_SIGNALS else _BROKEN)
    answer = json.loads(printed)
    if "failed" in answer:
        raise _BY_NAME.get(answer["failed"], ExtractionFailed)(answer["words"])
    return answer["read"]


def _end(child: "subprocess.Popen[bytes]") -> None:
    """The child and all that it started."""
    os.killpg(child.pid, signal.SIGKILL)
    child.communicate()


def serve_confined(read: Callable[[], Any], limits: Limits = Limits()) -> None:
    """In the child: bind own limits, read, print the outcome as JSON."""
    _bind(limits)
    try:
        outcome = {"read": read()}
    except ExtractionFailed as failure:
        outcome = {"failed": type(failure).__name__, "words": str(failure)}
    except MemoryError:
        outcome = {"failed": "ExtractionFailed", "words": _TOO_BIG}
    sys.stdout.buffer.write(json.dumps(outcome, ensure_ascii=False).encode())
    sys.stdout.buffer.flush()
    os._exit(0)  # parsers' own tidying may not fail what has been read


def _bind(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.written, limits.written))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_CPU_SIGNALS = (9, 24)  # KILL, XCPU
_TOO_LONG = (
    "Đọc tệp quá lâu nên đã dừng. Hãy tách tệp thành phần nhỏ hơn, hoặc dán nội dung cần xử lý."
)
_TOO_BIG = "Tệp quá lớn để đọc. Hãy tách tệp thành phần nhỏ hơn, hoặc dán nội dung cần xử lý."
_BROKEN = (
    "Không đọc được tệp, có thể tệp bị hỏng. Hãy mở tệp, lưu lại rồi tải lên, hoặc dán nội dung."
)
