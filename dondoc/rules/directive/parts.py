"""What a directive is made of, once read. Offsets are indices into the text that was read."""

from dataclasses import dataclass
from datetime import date

from dondoc.rules.deadlines import Deadline


@dataclass(frozen=True)
class Signer:
    """Who signed: “TM. …”/“KT. …” as authority, own title, name."""

    authority: str | None
    title: str | None
    name: str | None


@dataclass(frozen=True)
class Order:
    """One thing asked of at least one body."""

    start: int
    end: int
    clause: str | None
    content: str
    lead: tuple[str, ...]
    supporting: tuple[str, ...]
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True)
class Directive:
    """The elements of Nghị định 30/2020/NĐ-CP, Phụ lục I, and the orders."""

    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    parent: str | None = None
    type: str = "khác"
    subject: str | None = None
    signer: Signer | None = None
    urgency: str | None = None
    secrecy: str | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    orders: tuple[Order, ...] = ()
