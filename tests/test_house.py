"""The house keeps its own rules: what a reviewer would have to remember, said once for ever."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dondoc.config.workflows import table
from dondoc.workflow import Flow

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "dondoc"
SOURCES = [p for p in HOUSE.rglob("*.py") if "migrations" not in p.parts]
DOORS = [p for p in SOURCES if "views" in p.parts or p.name in ("views.py", "forms.py")]
WRITES = {"save", "create", "bulk_create", "get_or_create", "update_or_create", "delete"}


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            yield node


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_no_door_writes() -> None:
    """Doors make one call: an action. `session.save()` is the browser's, not the house's."""
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno} {name_of(call)}()"
        for path in DOORS
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in WRITES
        and not ast.unparse(call.func).endswith(("session.save", "response.delete"))
    ]
    assert not found, "\n".join(found)


def test_only_doors_and_the_clock_read_the_clock() -> None:
    """Actions are told `at` and rules `today`, so that any past moment can be judged again."""
    banned = re.compile(
        r"timezone\.now\(|date\.today\(|datetime\.now\(|utcnow\(|time\.time\(|localtime\("
    )
    allowed = {"journal_facts"}
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if banned.search(line) and not any(word in line for word in allowed)
    ]
    assert not found, "\n".join(found)


def test_doors_fetch_only_what_is_visible() -> None:
    """To fetch is to check: a stranger gets 404."""
    found = []
    for path in DOORS:
        for call in calls(path):
            if name_of(call) != "get_object_or_404":
                continue
            said = ast.unparse(call)
            if "visible" not in said and "own" not in said:
                found.append(f"{path.relative_to(ROOT)}:{call.lineno} {said}")
    assert not found, "\n".join(found)


def test_no_file_is_taller_than_the_head() -> None:
    """400 lines fit; more is a package by subject."""
    tall = {
        str(p.relative_to(ROOT)): n
        for p in [*SOURCES, *HOUSE.rglob("*.html"), *(HOUSE / "ui/assets").rglob("*.css")]
        if (n := len(p.read_text().splitlines())) > 400
    }
    assert not tall


def test_every_test_file_mirrors_a_room() -> None:
    """A missing mirror is visible: tests/<room>/ stand beside dondoc/<room>/."""
    rooms = {p.name for p in HOUSE.iterdir() if p.is_dir()} | {"stories", "__pycache__"}
    strangers = {p.name for p in (ROOT / "tests").iterdir() if p.is_dir()} - rooms
    assert not strangers


def test_templates_carry_no_script_or_style_of_their_own() -> None:
    """The content security policy forbids them, so they would silently not work."""
    inline = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=\"|\son(click|change|submit)=")
    found = [
        f"{p.relative_to(ROOT)}: {match.group(0)}"
        for p in HOUSE.rglob("*.html")
        if (match := inline.search(p.read_text()))
    ]
    assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def glossary() -> str:
    return (ROOT / "GLOSSARY.md").read_text()


def test_every_model_is_in_the_glossary(glossary: str) -> None:
    """One word for one thing, kept beside the Vietnamese."""
    from django.apps import apps

    words = {m.__name__ for m in apps.get_models() if m.__module__.startswith("dondoc.")}
    missing = {word for word in words if not re.search(rf"\b{word}\b", glossary)}
    assert not missing


def test_every_verb_has_a_label_and_a_test() -> None:
    """A move that no test names has never been seen to fail."""
    table()  # opens every room's actions
    tests = "\n".join(p.read_text() for p in (ROOT / "tests").rglob("test_*.py"))
    bare = [
        move.name
        for flow in Flow.all.values()
        for move in flow.moves.values()
        if not move.label or not re.search(rf"\b{move.verb}\b", tests)
    ]
    assert not bare


def test_documents_of_the_moves_are_fresh() -> None:
    """docs/workflows.md is printed from the headers."""
    assert (ROOT / "docs/workflows.md").read_text() == table(), "Chạy: make docs"


def test_no_leftover_rooms() -> None:
    """A thing without a home is a thing not yet understood."""
    banned = {"utils", "helpers", "common", "core", "services", "lib", "misc", "extras"}
    assert not {p for p in HOUSE.rglob("*") if p.stem in banned}
