"""Making sure that what was taken out of the database cannot be found in its file either.

SQLite overwrites freed pages with zeros (`secure_delete`), but its log keeps what was written
until it is cut. PostgreSQL frees rows by vacuum: there the operator's settings decide.
"""

from django.db import DatabaseError, connection, transaction

PATIENCE = 1000
"""Milliseconds to wait for readers; the log is cut later by whoever comes next."""


def erase_freed() -> None:
    """Once the deed is committed, cuts the log that may still hold what it took out."""
    if connection.vendor == "sqlite":
        transaction.on_commit(cut_log)


def cut_log() -> bool:
    """Empties SQLite's log into the database; False where somebody still reads from it."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
        try:
            (busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except DatabaseError:
            busy = 1
        finally:
            cursor.execute(f"PRAGMA busy_timeout={int(usual)}")
    return not busy
