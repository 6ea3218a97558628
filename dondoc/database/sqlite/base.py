"""SQLite for an Office: writers stand in one line, readers never wait.

Without the line, SQLite lets writers jostle: at 32 writers some wait five seconds and a few
are refused. A file lock in front hands the pen over in order, and nobody is refused.
"""

import fcntl
from io import FileIO
from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's SQLite with a writers' line (a lock file beside the database)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reading = False
        self._pen: FileIO | None = None

    def _start_transaction_under_autocommit(self) -> None:
        if self.reading:
            self.cursor().execute("BEGIN")
            return
        self._take_pen()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # django-stubs leave it out
        except BaseException:
            self._pass_pen()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # django-stubs leave it out
        self._pass_pen()

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]  # django-stubs leave it out
        self._pass_pen()

    def _close(self) -> None:
        super()._close()  # type: ignore[misc]  # django-stubs leave it out
        self._pass_pen()

    def _take_pen(self) -> None:
        name = str(self.settings_dict["NAME"])
        if self._pen is None and not self.is_in_memory_db():
            # under its whole name: databases named alike up to the dot are not one
            self._pen = FileIO(f"{name}.lock", "a")
            fcntl.flock(self._pen, fcntl.LOCK_EX)

    def _pass_pen(self) -> None:
        if self._pen is not None:
            self._pen.close()
            self._pen = None
