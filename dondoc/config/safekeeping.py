"""A copy of everything an installation holds, that says itself whether it is whole.

The database is copied as of one instant while people work on; files are never changed once
kept, so copying them afterwards misses none the database knows. The installation's own secret
is left out: after a restore everybody signs in again.
"""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

MANIFEST = "manifest.json"
FORMAT = 1
PIECE = 1 << 20
Progress = Callable[[list[Any]], AbstractContextManager[Iterable[Any]]]


class NotWhole(Exception):
    """The copy cannot be made, or what is there is not what was copied."""


def back_up(to: Path, at: datetime, progress: Progress) -> dict[str, Any]:
    """Copies database and files into a new folder; the folder appears only when it is whole."""
    if to.exists():
        raise NotWhole(f"{to} đã có. Hãy chọn một thư mục chưa có.")
    making = to.with_name(f"{to.name}.dang-chep")
    shutil.rmtree(making, ignore_errors=True)
    (making / "files").mkdir(parents=True)
    database = _copy_database(making)
    kept = sorted(path for path in settings.FILES.rglob("[!.]*") if path.is_file())
    with progress(kept) as paths:
        files = [_copy(path, making / "files" / path.relative_to(settings.FILES)) for path in paths]
    told = {
        "format": FORMAT,
        "made_at": at.isoformat(),
        "vendor": connection.vendor,
        "database": _facts(database, making),
        "files": [_facts(path, making) for path in files],
    }
    (making / MANIFEST).write_text(json.dumps(told, ensure_ascii=False, indent=1))
    making.rename(to)
    return told


def _copy_database(making: Path) -> Path:
    if connection.vendor == "sqlite":
        copy = making / "dondoc.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        return copy
    copy = making / "dondoc.dump"
    _run_postgresql("pg_dump", "--format=custom", "--no-owner", f"--file={copy}")
    return copy


def _run_postgresql(program: str, *words: str) -> None:
    said = connection.settings_dict
    known = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    told = {name: str(said[key]) for name, key in known.items() if said.get(key)}
    if shutil.which(program) is None:
        raise NotWhole(f"Cần {program} (gói postgresql-client) để sao lưu PostgreSQL.")
    done = subprocess.run(  # noqa: S603  our own words, no shell
        [program, "--dbname", str(said["NAME"]), *words],
        env=os.environ | told, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise NotWhole(f"{program}: {done.stderr.strip()[-500:]}")


def _copy(path: Path, to: Path) -> Path:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)
    return to


def _facts(path: Path, root: Path) -> dict[str, Any]:
    return {
        "path": path.relative_to(root).as_posix(),
        "size": path.stat().st_size,
        "sha256": hash_of(path),
    }


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    sum_ = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            sum_.update(piece)
    return sum_.hexdigest()


def verify(source: Path, progress: Progress) -> dict[str, Any]:
    """Reads the manifest and every file of a copy again; refuses at the first that differs."""
    if not (source / MANIFEST).exists():
        raise NotWhole(f"{source} không phải bản sao lưu: không có {MANIFEST}.")
    told: dict[str, Any] = json.loads((source / MANIFEST).read_text())
    if told["format"] != FORMAT or told["vendor"] != connection.vendor:
        raise NotWhole("Bản sao lưu này thuộc loại cơ sở dữ liệu hoặc phiên bản khác.")
    with progress([told["database"], *told["files"]]) as rows:
        for row in rows:
            path = source / row["path"]
            if ".." in path.parts or not path.is_file():
                raise NotWhole(f"Thiếu {row['path']}.")
            if hash_of(path) != row["sha256"]:
                raise NotWhole(f"{row['path']} không còn nguyên vẹn.")
    return told


def restore(source: Path, told: dict[str, Any]) -> None:
    """Puts a verified copy into an installation that holds nothing yet."""
    refuse_used()
    if connection.vendor == "sqlite":
        connection.close()
        place = Path(settings.DATABASES["default"]["NAME"])
        for leftover in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
            leftover.unlink(missing_ok=True)
        _copy(source / told["database"]["path"], place)
    else:
        dump = str(source / told["database"]["path"])
        _run_postgresql("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", dump)
    for row in told["files"]:
        _copy(source / row["path"], settings.HOME / row["path"])


def refuse_used() -> None:
    """Only an empty installation takes a copy: nothing is ever written over."""
    tables = connection.introspection.table_names()
    if "accounts_user" in tables:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM accounts_user")
            if cursor.fetchone()[0] or connection.vendor != "sqlite":
                raise NotWhole("Hệ thống này đã được dùng. Hãy phục hồi vào DONDOC_HOME trống.")
    if settings.FILES.exists() and any(settings.FILES.rglob("*")):
        raise NotWhole("Thư mục tệp không trống. Hãy phục hồi vào một DONDOC_HOME trống.")
