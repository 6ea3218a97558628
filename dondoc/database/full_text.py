"""A migration operation: finding words in a table, on both databases.

On SQLite an FTS5 table without content of its own stands beside the table and triggers keep it;
an operation that makes SQLite rebuild the table drops them, so `FullText` must follow it again.
On PostgreSQL the folded column gets a trigram index.
"""

from typing import Any

from django.db.migrations.operations.base import Operation


class FullText(Operation):
    """Indexes the words of a folded column and of the column as people wrote it."""

    reversible = True

    def __init__(self, table: str, folded: str, written: str) -> None:
        self.table, self.folded, self.written = table, folded, written

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return "FullText", [self.table, self.folded, self.written], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        self._run(schema_editor, _MAKE)

    def database_backwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        self._run(schema_editor, _DROP)

    def _run(self, schema_editor: Any, statements: dict[str, list[str]]) -> None:
        names = {"table": self.table, "folded": self.folded, "written": self.written}
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(**names), params=None)

    def describe(self) -> str:
        return f"the words of {self.table} can be found"


_FORGET = (
    "INSERT INTO {table}_words({table}_words, rowid, {folded}, {written}) "
    "VALUES ('delete', old.id, old.{folded}, old.{written});"
)
_LEARN = (
    "INSERT INTO {table}_words(rowid, {folded}, {written}) "
    "VALUES (new.id, new.{folded}, new.{written});"
)

_WORDS = (
    "CREATE VIRTUAL TABLE {table}_words USING fts5({folded}, {written}, content='{table}', "
    "content_rowid='id', tokenize=\"unicode61 remove_diacritics 0\", prefix='2 3')"
)
_CHANGED = (
    "CREATE TRIGGER {table}_words_changed AFTER UPDATE OF {folded}, {written} ON {table} "
    "WHEN old.{folded} IS NOT new.{folded} OR old.{written} IS NOT new.{written}"
)
_DROP = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS {table}_words_added",
        "DROP TRIGGER IF EXISTS {table}_words_removed",
        "DROP TRIGGER IF EXISTS {table}_words_changed",
        "DROP TABLE IF EXISTS {table}_words",
    ],
    "postgresql": ["DROP INDEX IF EXISTS {table}_words"],
}
_MAKE = {
    "sqlite": [
        *_DROP["sqlite"],
        _WORDS,
        "INSERT INTO {table}_words({table}_words) VALUES ('rebuild')",
        f"CREATE TRIGGER {{table}}_words_added AFTER INSERT ON {{table}} BEGIN {_LEARN} END",
        f"CREATE TRIGGER {{table}}_words_removed AFTER DELETE ON {{table}} BEGIN {_FORGET} END",
        f"{_CHANGED} BEGIN {_FORGET} {_LEARN} END",
    ],
    "postgresql": [
        *_DROP["postgresql"],
        "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        "CREATE INDEX {table}_words ON {table} USING gin ({folded} gin_trgm_ops)",
    ],
}
