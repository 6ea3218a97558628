"""Items printed as a form: Nội dung / Cơ quan chủ trì / Cơ quan phối hợp / Thời gian."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dondoc.rules.deadlines import Deadline, read_deadlines
from dondoc.rules.directive.bodies import names_at, split_names, without_asides
from dondoc.rules.directive.outline import LETTER, Node, walk
from dondoc.rules.plain import Plain

WHO = r"(?:cơ\s+quan|đơn\s+vị)(?:,\s+(?:cơ\s+quan|đơn\s+vị))?\s+"
WHEN = r"(?:thời\s+gian|thời\s+hạn|tiến\s+độ)(?:\s+(?:thực\s+hiện|hoàn\s+thành|báo\s+cáo))?"
FIELD = re.compile(
    rf"(?i:(?P<lead>(?:{WHO})?chủ\s+trì(?:,?\s+tham\s+mưu)?(?:\s+thực\s+hiện)?|{WHO}thực\s+hiện)|(?P<support>(?:{WHO})?phối\s+hợp(?:\s+thực\s+hiện)?)"
    rf"|(?P<time>{WHEN})|(?P<work>nhiệm\s+vụ|nội\s+dung(?:\s+(?:công\s+việc|nhiệm\s+vụ|thực\s+hiện))?))\s*:"
)
CLAUSE = re.compile(r";\s+")
LONG = 150  # characters; a longer value tells more than names
MOST = 40  # lines of one form
LINES = 6  # of one item that may be fields


@dataclass(frozen=True)
class Form:
    """What the fields of a form say; `work` is the item that lists the work, if it is a list."""

    leads: tuple[str, ...]
    supporting: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    work: Node | None


def find_forms(page: Plain, root: Node, issued_on: date | None) -> dict[int, Form]:
    """The form of each item that has one; items of a list share the one below the last of them."""
    found: dict[int, Form] = {}
    for node in walk(root):
        below: Form | None = None
        for item in reversed(node.children):
            form = _form_of(page, item, issued_on) or (None if item.children else below)
            if form:
                found[id(item)] = form
            below = form if item.depth >= LETTER and not item.children else None
    return found


def _form_of(page: Plain, node: Node, issued_on: date | None) -> Form | None:
    """The form printed in the lines of an item or below it, when it names who leads."""
    if _field(page, node) not in (None, "work"):
        return None
    fields: dict[str, tuple[int, int]] = {}
    for below in _lines_below(page, node):
        for paragraph in below.paragraphs[:LINES]:
            found = FIELD.match(page.text, paragraph.text_start, paragraph.end)
            if found and found.lastgroup and page.text[found.end() : paragraph.end].strip():
                fields.setdefault(found.lastgroup, (found.end(), paragraph.end))
    if "lead" not in fields:
        return None
    return Form(
        leads=_names(page, fields["lead"]),
        supporting=_names(page, fields.get("support")),
        deadlines=_time(page, fields.get("time"), issued_on),
        work=_work_list(page, node),
    )


def moved(page: Plain, deadline: Deadline, shift: int) -> Deadline:
    """A deadline read in a piece of the plain text, with its offsets in the original."""
    start, end = page.span(deadline.start + shift, deadline.end + shift)
    return replace(deadline, start=start, end=end)


def _lines_below(page: Plain, node: Node) -> list[Node]:
    below = [node]
    for child in node.children[:MOST]:
        if _field(page, child):
            below += child, *child.children[:4]
    return below


def _field(page: Plain, node: Node) -> str | None:
    first = node.paragraphs[0]
    found = FIELD.match(page.text, first.text_start, first.end)
    return found.lastgroup if found else None


def _names(page: Plain, span: tuple[int, int] | None) -> tuple[str, ...]:
    if span is None:
        return ()
    printed = without_asides(page.text[slice(*span)]).strip(" .\n")
    named = names_at(printed, 0)
    if not named or not (named.verb or len(printed) > LONG):
        return split_names(printed)
    more = (names_at(printed, clause.end()) for clause in CLAUSE.finditer(printed, named.end))
    others = (name for found in more if found and found.verb for name in found.names)
    return tuple(dict.fromkeys((*named.names, *others)))


def _time(
    page: Plain, span: tuple[int, int] | None, issued_on: date | None
) -> tuple[Deadline, ...]:
    if span is None:
        return ()
    read = read_deadlines(page.text[slice(*span)], issued_on, field=True)
    return tuple(moved(page, d, span[0]) for d in read)


def _work_list(page: Plain, node: Node) -> Node | None:
    return next((c for c in node.children if c.children and _field(page, c) == "work"), None)
