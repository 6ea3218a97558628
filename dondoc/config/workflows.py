"""The table of all moves, for people: what it is called, who may, from where to where."""

from importlib import import_module

from django.apps import apps

from dondoc.workflow import Flow, Move

HEAD = """# Mọi việc làm trong hệ thống

Bảng này in từ đầu mỗi hàm (`make docs`); mã nguồn là bản gốc.
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
        parts.append("| Việc | Mã | Ai được làm | Từ | Đến | Cần nêu |\n|---|---|---|---|---|---|")
        parts += [_row(move) for move in flow.moves.values()]
    return "\n".join(parts) + "\n"


def _open(module: str) -> None:
    try:
        import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise


def _row(move: Move) -> str:
    start = "(mới)" if move.starts else "mọi trạng thái"
    frm = ", ".join(sorted(move.frm)) if move.frm else start
    said = ", ".join(move.asks) or "–"
    who = (move.who.__doc__ or move.who.__name__).strip().splitlines()[0]
    return f"| {move.label} | `{move.verb}` | {who} | {frm} | {move.to or '–'} | {said} |"
