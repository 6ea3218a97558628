"""Where files lie until it is known that they are no state secrets, and no longer.

A file lies under a word drawn by lot, its name beside it. Nothing of either is in the database
or in a backup; what is taken away from here is nowhere.
"""

import re
import secrets
from pathlib import Path

from django.conf import settings

from dondoc.documents.filing import put_whole

_TOKEN = re.compile(r"[0-9a-f]{32}")
AN_HOUR = 3600.0


def put(name: str, content: bytes) -> str:
    """Lays the file down; the word under which it lies."""
    token = secrets.token_hex(16)
    put_whole(_name(token), name.encode())
    put_whole(path_of(token), content)
    return token


def path_of(token: str) -> Path:
    """Where the content lies."""
    assert _TOKEN.fullmatch(token)
    return Path(settings.SPOOL, token)


def name_of(token: str) -> str:
    """The name the file came with; empty when it no longer lies there."""
    try:
        return _name(token).read_text()
    except OSError:
        return ""


def take_away(token: str) -> None:
    """Removes the file and its name."""
    if token:
        path_of(token).unlink(missing_ok=True)
        _name(token).unlink(missing_ok=True)


def left_behind(wanted: set[str]) -> list[str]:
    """What has lain here for an hour though nobody wants it: its deed never came about.

    Ages are counted from a file laid down now, since only doors read the clock.
    """
    lying = {token for path in _files() if (token := path.name.partition(".")[0]) not in wanted}
    if not lying:
        return []
    mark = put("", b"")
    laid = path_of(mark).stat().st_mtime
    take_away(mark)
    return [t for t in lying if laid - max(map(_laid_at, (path_of(t), _name(t)))) > AN_HOUR]


def _files() -> list[Path]:
    folder = Path(settings.SPOOL)
    return [path for path in folder.glob("*") if _TOKEN.fullmatch(path.name.partition(".")[0])]


def _laid_at(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0


def _name(token: str) -> Path:
    return path_of(token).with_suffix(".name")
