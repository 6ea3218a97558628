"""Is the installation sound? Each question answers with what is wrong, or with nothing."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from dondoc.config.filesystem import is_networked
from dondoc.config.safekeeping import hash_of
from dondoc.documents.filing import path_of
from dondoc.documents.models import StoredFile

_FULL = 2  # of PRAGMA synchronous: an acknowledged write survives a power cut


def database_is_sound() -> list[str]:
    """The database says it is whole; SQLite also how it writes."""
    if connection.vendor != "sqlite":
        return []
    wrong = [] if _pragma("journal_mode") == "wal" else ["Chưa ghi theo chế độ WAL."]
    if _pragma("synchronous") != _FULL:
        wrong.append("Ghi đĩa không ở mức FULL.")
    if (answer := _pragma("integrity_check")) != "ok":
        wrong.append(f"Cơ sở dữ liệu hỏng: {answer}")
    if (broken := _pragma("foreign_key_check")) is not None:
        wrong.append(f"Liên kết hỏng trong bảng {broken}.")
    return wrong


def _pragma(name: str) -> object:
    with connection.cursor() as cursor:
        row = cursor.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def folder_is_local() -> list[str]:
    """SQLite's locks do not hold over a network."""
    if connection.vendor == "sqlite" and is_networked(Path(settings.HOME)):
        return [f"{settings.HOME} nằm trên ổ mạng. Hãy dùng ổ đĩa của máy, hoặc PostgreSQL."]
    return []


def schema_is_current() -> list[str]:
    """Every migration has been applied."""
    executor = MigrationExecutor(connection)
    left = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"Chưa cập nhật cấu trúc: {step.app_label}.{step.name}" for step, _ in left]


def files_are_whole() -> Iterator[str]:
    """One word per kept file: empty when it still has its SHA-256."""
    for sha256 in StoredFile.objects.order_by("sha256").values_list("sha256", flat=True).distinct():
        path = path_of(sha256)
        if not path.exists():
            yield f"Mất tệp {sha256}"
        else:
            yield "" if hash_of(path) == sha256 else f"Tệp {sha256} đã bị thay đổi"
