"""The table of all moves, for people: what it is called, who may, from where to where."""

from importlib import import_module

from django.apps import apps

from dondoc.workflow import Flow, Move

HEAD = """# Every move

Printed from the headers of the actions by `make docs`: what users call it, the word it bears from
address to journal, who may do it, from and to which state, and what it asks for.
"""


def table() -> str:
    """The whole page as Markdown."""
    for room in apps.get_app_configs():
        if room.name.startswith("dondoc."):
            _open(f"{room.name}.actions")
    _open("dondoc.tasks.actions.intake")
    parts = [HEAD]
    for flow in sorted(Flow.all.values(), key=lambda flow: flow.name):
        parts.append(f"\n## {flow.label.capitalize()} (`{flow.name}`)\n")
        parts.append("| label | verb | who | from | to | asks |\n|---|---|---|---|---|---|")
        parts += [_row(move) for move in flow.moves.values()]
    return "\n".join(parts) + "\n"


def _open(module: str) -> None:
    try:
        import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise


def _row(move: Move) -> str:
    start = "(new)" if move.starts else "any"
    frm = ", ".join(sorted(move.frm)) if move.frm else start
    said = ", ".join(move.asks) or "–"
    who = (move.who.__doc__ or move.who.__name__).strip().splitlines()[0]
    return f"| {move.label} | `{move.verb}` | {who} | {frm} | {move.to or '–'} | {said} |"
