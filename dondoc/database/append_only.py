"""A migration operation: a table that can only be added to, on both databases.

On SQLite `INSERT OR REPLACE` slips past delete triggers, so a third trigger refuses a second
row with the same key.
"""

from typing import Any

from django.db.migrations.operations.base import Operation

REFUSAL = "Nhật ký chỉ được ghi thêm."


class AppendOnly(Operation):
    """Refuses UPDATE, DELETE and INSERT OR REPLACE on a table."""

    reversible = True

    def __init__(self, table: str) -> None:
        self.table = table

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return "AppendOnly", [self.table], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        for statement in _TRIGGERS[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(table=self.table, refusal=REFUSAL), params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        on = f" ON {self.table}" if schema_editor.connection.vendor == "postgresql" else ""
        for what in ("update", "delete", "replace"):
            name = f"{self.table}_no_{what}"
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", params=None)

    def describe(self) -> str:
        return f"{self.table} can only be added to"


_SQLITE = """CREATE TRIGGER {{table}}_no_{name} BEFORE {what} ON {{table}} {when}
BEGIN SELECT RAISE(ABORT, '{{refusal}}'); END"""

_TRIGGERS = {
    "sqlite": [
        _SQLITE.format(name="update", what="UPDATE", when=""),
        _SQLITE.format(name="delete", what="DELETE", when=""),
        _SQLITE.format(
            name="replace",
            what="INSERT",
            when="WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)",
        ),
    ],
    "postgresql": [
        """CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{refusal}'; END $$""",
        """CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_refuse()""",
        """CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_refuse()""",
    ],
}
