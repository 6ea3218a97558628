"""A directive as plain JSON values, for programs and for measuring."""

from dataclasses import asdict
from typing import Any

from dondoc.rules.deadlines import Deadline
from dondoc.rules.directive.parts import Directive, Order

TYPES = (
    "công văn", "kế hoạch", "chỉ thị", "công điện", "thông báo", "quyết định", "báo cáo",
    "giấy mời",
)  # fmt: skip
"""The types that give work; others are told apart for the register only."""


def to_json(directive: Directive, text: str) -> dict[str, Any]:
    """The directive with its orders as `tasks`, offsets into `text`, days in ISO form."""
    top = asdict(directive)
    del top["orders"]
    top["type"] = directive.type if directive.type in TYPES else "khác"
    top["issued_on"] = directive.issued_on.isoformat() if directive.issued_on else None
    return top | {"text": text, "tasks": [_task(order) for order in directive.orders]}


def _task(order: Order) -> dict[str, Any]:
    return asdict(order) | {"deadlines": [_deadline(d) for d in order.deadlines]}


def _deadline(deadline: Deadline) -> dict[str, Any]:
    due_on = deadline.due_on.isoformat() if deadline.due_on else None
    return asdict(deadline) | {"due_on": due_on}
