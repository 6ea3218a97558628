"""Migration operations: rows that no longer change once issued, on both databases.

SQLite drops triggers with a table it rebuilds: a later operation that alters the table must be
followed by `Frozen` again.
"""

from typing import Any

from django.db.migrations.operations.base import Operation

REFUSAL = "Văn bản đã ban hành không được sửa."


class Frozen(Operation):
    """Refuses UPDATE and DELETE where the condition over `OLD` says the row was issued."""

    reversible = True

    def __init__(self, table: str, when: str) -> None:
        self.table, self.when = table, when

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return "Frozen", [self.table, self.when], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        self._run(schema_editor, _MAKE)

    def database_backwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        self._run(schema_editor, _DROP)

    def _run(self, schema_editor: Any, statements: dict[str, list[str]]) -> None:
        names = {"table": self.table, "when": self.when, "refusal": REFUSAL}
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(**names), params=None)

    def describe(self) -> str:
        return f"{self.table} does not change once issued"


_SQLITE = """CREATE TRIGGER {{table}}_frozen_{name} BEFORE {what} ON {{table}} WHEN {{when}}
BEGIN SELECT RAISE(ABORT, '{{refusal}}'); END"""

_MAKE = {
    "sqlite": [
        _SQLITE.format(name="update", what="UPDATE"),
        _SQLITE.format(name="delete", what="DELETE"),
    ],
    "postgresql": [
        """CREATE OR REPLACE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
        IF {when} THEN RAISE EXCEPTION '{refusal}'; END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
        END $$""",
        """CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_frozen()""",
    ],
}
_DROP = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS {table}_frozen_update",
        "DROP TRIGGER IF EXISTS {table}_frozen_delete",
    ],
    "postgresql": ["DROP TRIGGER IF EXISTS {table}_frozen ON {table}"],
}


class Guarded(Operation):
    """Refuses INSERT, UPDATE or DELETE, each by a condition of its own over `OLD` and `NEW`.

    For rows that are locked yet may change by a decision that stands in another table.
    """

    reversible = True

    def __init__(self, table: str, refusal: str, **when: str) -> None:
        self.table, self.refusal, self.when = table, refusal, when

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return "Guarded", [self.table, self.refusal], dict(self.when)

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        self._run(schema_editor, _GUARD)

    def database_backwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        self._run(schema_editor, _UNGUARD)

    def _run(self, schema_editor: Any, statements: dict[str, list[str]]) -> None:
        for what, when in self.when.items():
            names = {
                "table": self.table, "what": what, "when": when, "refusal": self.refusal,
                "kept": "OLD" if what == "delete" else "NEW",
            }  # fmt: skip
            for statement in statements[schema_editor.connection.vendor]:
                schema_editor.execute(statement.format(**names), params=None)

    def describe(self) -> str:
        return f"{self.table} changes only by decision"


_GUARD = {
    "sqlite": [
        """CREATE TRIGGER {table}_guard_{what} BEFORE {what} ON {table} WHEN {when}
        BEGIN SELECT RAISE(ABORT, '{refusal}'); END"""
    ],
    "postgresql": [
        """CREATE OR REPLACE FUNCTION {table}_guard_{what}() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF {when} THEN RAISE EXCEPTION '{refusal}'; END IF; RETURN {kept}; END $$""",
        """CREATE TRIGGER {table}_guard_{what} BEFORE {what} ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_guard_{what}()""",
    ],
}
_UNGUARD = {
    "sqlite": ["DROP TRIGGER IF EXISTS {table}_guard_{what}"],
    "postgresql": ["DROP TRIGGER IF EXISTS {table}_guard_{what} ON {table}"],
}
