"""A migration operation: passwords and one-press sign-in never live in the same database.

Where anybody has a password the demonstration cannot be switched on; where it is on, nobody
gets one. The database itself refuses, whoever asks.
"""

from typing import Any

from django.db.migrations.operations.base import Operation

REFUSAL = "Trình diễn và dữ liệu thật không chung một hệ thống."
_HAS_PASSWORD = "EXISTS (SELECT 1 FROM accounts_user WHERE password NOT LIKE '!%')"  # noqa: S105  no secret
_IS_DEMO = "EXISTS (SELECT 1 FROM database_installation WHERE demo)"
_GUARDS = (
    ("demo_without_passwords", "database_installation", f"NEW.demo AND {_HAS_PASSWORD}"),
    ("no_password_in_demo", "accounts_user", f"NEW.password NOT LIKE '!%' AND {_IS_DEMO}"),
)


class DemoGuard(Operation):
    """Triggers on both tables, on both databases."""

    reversible = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        for name, table, wrong in _GUARDS:
            for statement in _STATEMENTS[schema_editor.connection.vendor](name, table, wrong):
                schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        on_sqlite = schema_editor.connection.vendor == "sqlite"
        for name, table, _ in _GUARDS:
            for what in ("insert", "update"):
                on = "" if on_sqlite else f" ON {table}"
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}_{what}{on}", params=None)

    def describe(self) -> str:
        return "No passwords in a demonstration"


def _sqlite(name: str, table: str, wrong: str) -> list[str]:
    return [
        f"CREATE TRIGGER {name}_{what} BEFORE {what} ON {table} WHEN {wrong} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for what in ("insert", "update")
    ]


def _postgresql(name: str, table: str, wrong: str) -> list[str]:
    function = f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF {wrong} THEN
        RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';
        END IF; RETURN NEW; END $$"""
    return [
        function,
        *(
            f"CREATE TRIGGER {name}_{what} BEFORE {what} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
            for what in ("insert", "update")
        ),
    ]


_STATEMENTS = {"sqlite": _sqlite, "postgresql": _postgresql}
