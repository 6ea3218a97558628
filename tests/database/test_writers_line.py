"""Writers of one SQLite database stand in one line; those of another have a line of their own."""

from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from django.db import connection

from dondoc.database.sqlite.base import DatabaseWrapper

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its own line"),
]
PATIENCE = 2


def writer_of(name: Path) -> DatabaseWrapper:
    """A connection that has begun to write."""
    one = DatabaseWrapper({**settings.DATABASES["default"], "NAME": str(name)}, alias="line")
    one.connect()
    one.set_autocommit(autocommit=False, force_begin_transaction_with_broken_autocommit=True)
    return one


def begins(name: Path) -> bool:
    """Can a writer begin now, or does he wait?"""
    done: list[bool] = []

    def write() -> None:
        other = writer_of(name)
        done.append(True)
        other.close()

    writer = Thread(target=write, daemon=True)
    writer.start()
    writer.join(PATIENCE)
    return bool(done)


def test_a_writer_waits_for_his_own_database_and_for_no_other_in_the_folder(
    tmp_path: Path,
) -> None:
    """Two databases named alike up to the dot, as those of tests side by side, had one line."""
    first = writer_of(tmp_path / "test.sqlite3_gw0")
    assert begins(tmp_path / "test.sqlite3_gw1")
    assert not begins(tmp_path / "test.sqlite3_gw0")
    first.close()
    assert begins(tmp_path / "test.sqlite3_gw0")
