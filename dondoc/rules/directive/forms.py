"""Items printed as a form: Nội dung / Cơ quan chủ trì / Cơ quan phối hợp / Thời gian."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dondoc.rules.deadlines import Deadline, read_deadlines
from dondoc.rules.directive.bodies import names_at, split_names, without_asides
from dondoc.rules.directive.outline import Node
from dondoc.rules.plain import Plain

WHO = r"(?:cơ\s+quan|đơn\s+vị)(?:,\s+(?:cơ\s+quan|đơn\s+vị))?\s+"
WHEN = r"(?:thời\s+gian|thời\s+hạn|tiến\s+độ)(?:\s+(?:thực\s+hiện|hoàn\s+thành|báo\s+cáo))?"
FIELD = re.compile(
    rf"(?i:(?P<lead>(?:{WHO})?chủ\s+trì(?:\s+thực\s+hiện)?|{WHO}thực\s+hiện)|(?P<support>(?:{WHO})?phối\s+hợp(?:\s+thực\s+hiện)?)"
    rf"|(?P<time>{WHEN})|(?P<work>nhiệm\s+vụ|nội\s+dung(?:\s+(?:công\s+việc|nhiệm\s+vụ|thực\s+hiện))?))\s*:"
)
CLAUSE = re.compile(r";\s+")
LONG = 150  # characters; a longer value tells more than names
MOST = 40  # lines of one form


@dataclass(frozen=True)
class Form:
    """What the fields of a form say; `work` is the item that lists the work, if it is a list."""

    leads: tuple[str, ...]
    supporting: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    work: Node | None


def form_of(page: Plain, node: Node, issued_on: date | None) -> Form | None:
    """The form printed in the lines below an item, when it names who leads."""
    fields: dict[str, tuple[int, int]] = {}
    for below in _lines_below(page, node):
        for paragraph in below.paragraphs[:4]:
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
        below.append(child)
        if _is_field(page, child):
            below += child.children[:4]
    return below


def _is_field(page: Plain, node: Node) -> bool:
    first = node.paragraphs[0]
    return bool(FIELD.match(page.text, first.text_start, first.end))


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
    for child in node.children:
        first = child.paragraphs[0]
        found = FIELD.match(page.text, first.text_start, first.end)
        if found and found.lastgroup == "work" and child.children:
            return child
    return None
