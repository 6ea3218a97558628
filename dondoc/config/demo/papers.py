"""The documents of the demonstration: their letterheads, and the text their orders stand in."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from dondoc.agencies.models import Officer
from dondoc.config.demo import matters
from dondoc.config.demo.bodies import Body
from dondoc.config.demo.city import City
from dondoc.config.demo.plan import Life, office_hour
from dondoc.documents.models import Document, Type, Urgency
from dondoc.rules.wording import vn_date

SYMBOLS = {
    Type.DISPATCH: "UBND-{unit}",
    Type.NOTICE: "TB-UBND",
    Type.PLAN: "KH-UBND",
    Type.DIRECTIVE: "CT-UBND",
}
DRAFTERS = ("KSTT", "ĐTĐT", "SXD", "KT", "VX", "NC")


@dataclass
class Order:
    """One order of a document: to whom, what, and the fate of the task it becomes."""

    body: Body
    content: str
    life: Life
    clause: str = ""
    start: int = 0
    end: int = 0
    phrase: str = ""
    product: str = ""


@dataclass
class Paper:
    """A document by which a leader of the city assigns tasks."""

    matter: str
    leader: Officer
    arrived_at: datetime
    letterhead: dict[str, Any]
    orders: list[Order] = field(default_factory=list)
    text: str = ""
    document: Document | None = None

    @classmethod
    def drawn(cls, draw: Random, city: City, matter: str, day: date) -> "Paper":
        """A document of the leader in charge of the field, signed a day or two before it came."""
        arrived_at = office_hour(draw, day)
        kind = draw.choices(list(SYMBOLS), (70, 18, 8, 4))[0]
        leader = city.charges[matter] if draw.random() < 0.8 else city.leaders[0]
        number = f"{draw.randint(100, 2900)}/{SYMBOLS[kind].format(unit=draw.choice(DRAFTERS))}"
        topic = matter.lower()
        letterhead = {
            "type": kind,
            "number": number,
            "issued_on": arrived_at.date() - timedelta(days=draw.choice((0, 0, 1, 2))),
            "issuer": city.committee.name,
            "issuer_agency": city.committee,
            "signer_authority": "" if leader == city.leaders[0] else "KT. CHỦ TỊCH",
            "signer_title": "CHỦ TỊCH" if leader == city.leaders[0] else "PHÓ CHỦ TỊCH",
            "signer_name": leader.user.name,
            "subject": draw.choice(matters.SUBJECTS).format(topic=topic),
            "urgency": draw.choices(list(Urgency), (90, 7, 2, 1))[0],
        }
        return cls(matter, leader, arrived_at, letterhead)


def write_paper(paper: Paper) -> None:
    """Writes the text and finds each order's place in it."""
    head = paper.letterhead
    parts = [
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG\n\n",
        f"Số: {head['number']}\nĐà Nẵng, {vn_date(head['issued_on'])}\n\n",
        f"V/v {head['subject']}\n\n",
        "Xét báo cáo của các đơn vị liên quan, UBND thành phố có ý kiến như sau:\n\n",
    ]
    size = sum(map(len, parts))
    for number, order in enumerate(paper.orders, start=1):
        due = order.life.due_on
        order.clause = str(number)
        order.phrase = f"trước {vn_date(due)}" if due else ""
        ending = f", hoàn thành {order.phrase}." if due else "."
        words = order.content[0].lower() + order.content[1:]
        sentence = f"{number}. Giao {order.body.name} {words}{ending}"
        order.start, order.end = size, size + len(sentence)
        parts.append(sentence + "\n\n")
        size += len(sentence) + 2
    parts.append(f"{head['signer_authority']}\n{head['signer_title']}\n\n{head['signer_name']}\n")
    paper.text = "".join(parts)
