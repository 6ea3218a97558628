"""Reads a directive of a People's Committee: what it is, whom it asks to do what, and by when.

Căn cứ: Nghị định 30/2020/NĐ-CP (thể thức văn bản hành chính).
"""

from dataclasses import replace

from dondoc.rules.deadlines import Deadline
from dondoc.rules.directive.article import named_by_article
from dondoc.rules.directive.ending import attached, read_ending
from dondoc.rules.directive.letterhead import read_letterhead
from dondoc.rules.directive.meeting import host_of
from dondoc.rules.directive.orders import find_orders
from dondoc.rules.directive.outline import outline
from dondoc.rules.directive.parts import Directive, Order, Signer
from dondoc.rules.directive.tables import without_tables, work_tables
from dondoc.rules.plain import Plain, flat, plain

__all__ = ["Directive", "Order", "Signer", "read"]


def read(text: str) -> Directive:
    """The directive in any text; what is not there is None or empty, never guessed."""
    page = plain(text)
    top = named_by_article(page.text, read_letterhead(page.text))
    bottom = read_ending(page.text, top.end)
    tables = work_tables(page, top.end, top.issued_on)
    body = without_tables(page, tables)
    orders = [
        order
        for start, end in ((top.end, bottom.body_end), *attached(page.text, bottom.end))
        for order in find_orders(body, outline(body.text, start, end), top.issued_on, host_of(top))
    ]
    orders += [order for table in tables for order in table.orders]
    orders.sort(key=lambda order: order.start)
    return Directive(
        number=top.number,
        issued_on=top.issued_on,
        issuer=top.issuer,
        parent=top.parent,
        type=top.type,
        subject=top.subject,
        signer=bottom.signer,
        urgency=top.urgency,
        secrecy=top.secrecy,
        addressees=top.addressees,
        recipients=bottom.recipients,
        orders=tuple(_printed(text, page, order) for order in orders),
    )


def _printed(text: str, page: Plain, order: Order) -> Order:
    return replace(order, deadlines=tuple(_as_printed(text, d) for d in order.deadlines))


def _as_printed(text: str, deadline: Deadline) -> Deadline:
    """The phrase as the original prints it, with its marks, on one line."""
    return replace(deadline, phrase=flat(text[deadline.start : deadline.end]))
