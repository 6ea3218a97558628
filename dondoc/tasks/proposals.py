"""The proposals of a document as the intake page shows them: what is read, what is missing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from dondoc.agencies.directory import Directory, Found, agencies_of
from dondoc.agencies.models import Agency, Field, Officer, Role
from dondoc.agencies.roles import assigns_for, office_of
from dondoc.database.clock import day_of
from dondoc.documents.models import Document
from dondoc.rules.folding import fold
from dondoc.rules.timeliness import due_moment
from dondoc.tasks.models import Proposal, Task
from dondoc.tasks.reading import NAMES

TONES = {Proposal.State.CONFIRMED: "green", Proposal.State.DROPPED: "grey"}
FEW = 3
"""Units named one by one; more are a folded list."""


@dataclass
class Card:
    """One proposal with all its card says."""

    proposal: Proposal
    number: int
    leads: list[Agency]
    supporting: list[Agency]
    excerpt: str = ""
    unknown: list[Found] = field(default_factory=list)
    known: list[Agency] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    overdue: bool = False
    tasks: list[Task] = field(default_factory=list)
    after: Proposal | None = None
    """The next proposal that waits: what this one may be merged with."""
    suggested: int | None = None
    """The field its lead works in, where it has but one."""

    @property
    def is_waiting(self) -> bool:
        return self.proposal.state == Proposal.State.PROPOSED

    @property
    def is_ready(self) -> bool:
        return self.is_waiting and not self.missing

    @property
    def tone(self) -> str:
        """Green given, grey dropped, red something missing, else amber."""
        if tone := TONES.get(Proposal.State(self.proposal.state)):
            return tone
        return "red" if self.missing else "amber"


@dataclass
class Sheet:
    """The whole page of one document."""

    cards: list[Card]
    segments: list[dict[str, Any]]
    directory: Directory
    leaders: list[Officer]
    fields: list[Field]
    leader: int | None
    assigns: bool
    teaches: bool

    @property
    def units(self) -> list[Agency]:
        """The bodies tasks are usually given to: those directly under the committee."""
        return self.directory.units

    @property
    def waiting(self) -> list[Card]:
        return [card for card in self.cards if card.is_waiting]

    @property
    def lacking(self) -> list[Card]:
        return [card for card in self.waiting if card.missing]

    @property
    def given(self) -> int:
        return sum(card.proposal.state == Proposal.State.CONFIRMED for card in self.cards)

    @property
    def counted(self) -> int:
        """Proposals that are or may be given: all but the dropped."""
        return self.given + len(self.waiting)


def sheet_of(document: Document, officer: Officer, at: datetime) -> Sheet:
    """The proposals of a document, in a number of queries that does not grow with them."""
    committee = document.committee
    directory = Directory.of(committee, day_of(at))
    proposals = document.proposals.prefetch_related("leads__fields", "supporting")
    cards = list(_cards(list(proposals.order_by("position", "pk")), document, directory, at))
    _put_tasks(cards, document, officer)
    leaders = _leaders(committee, at)
    return Sheet(
        cards, segments_of(document.text, cards), directory, leaders,
        list(Field.objects.filter(committee=committee).order_by("name")),
        _signer_among(leaders, document), assigns_for(officer, committee),
        office_of(officer, committee.pk),
    )  # fmt: skip


def _cards(
    proposals: list[Proposal], document: Document, directory: Directory, at: datetime
) -> Iterator[Card]:
    waiting = [p for p in proposals if p.state == Proposal.State.PROPOSED]
    following = dict(pairwise(waiting))
    for number, proposal in enumerate(proposals, start=1):
        by_name = sorted(proposal.leads.all(), key=lambda agency: agency.name)
        card = Card(proposal, number, by_name, list(proposal.supporting.all()))
        card.excerpt = document.text[proposal.start or 0 : proposal.end or 0]
        card.after = following.get(proposal)
        if card.is_waiting:
            _ask(card, directory, at)
        card.suggested = _field_of(card.leads, document.committee)
        yield card


def _ask(card: Card, directory: Directory, at: datetime) -> None:
    """What a person must say before this can be given."""
    proposal = card.proposal
    if not card.leads:
        names = filter(None, proposal.lead_text.split(NAMES))
        found = directory.find_all(names)
        card.unknown = [one for one in found if not one.agencies] or [Found("")]
        card.known = agencies_of(found)
        card.missing.append("đơn vị chủ trì")
    if proposal.due_on is None and not proposal.no_deadline:
        card.missing.append("thời hạn")
    if proposal.due_on and due_moment(proposal.due_on, proposal.due_time) <= at:
        card.overdue = True
        card.missing.append("thời hạn đã qua")


def _field_of(leads: list[Agency], committee: Agency) -> int | None:
    own = {f.pk for lead in leads for f in lead.fields.all() if f.committee_id == committee.pk}
    return own.pop() if len(own) == 1 else None


def _put_tasks(cards: list[Card], document: Document, officer: Officer) -> None:
    """Each task goes to the card it was given from: same place, same words."""
    tasks = Task.objects.visible_to(officer).filter(document=document).select_related("lead")
    by_place: dict[tuple[Any, ...], list[Task]] = defaultdict(list)
    for task in tasks.order_by("pk"):
        by_place[task.source_start, task.source_end, task.clause].append(task)
    for card in cards:
        if card.proposal.state == Proposal.State.CONFIRMED:
            place = card.proposal.start, card.proposal.end, card.proposal.clause
            meant = {agency.pk for agency in card.leads}
            card.tasks = [t for t in by_place[place] if t.lead_id in meant]


def _leaders(committee: Agency, at: datetime) -> list[Officer]:
    seats = Officer.objects.seated_on(day_of(at)).filter(agency__committee=committee)
    leaders = seats.filter(role=Role.LEADER).select_related("user", "agency", "delegated_by__user")
    return list(leaders.order_by("pk"))


def _signer_among(leaders: list[Officer], document: Document) -> int | None:
    """The leader who signed the paper."""
    signer = fold(document.signer_name)
    return next((leader.pk for leader in leaders if signer and fold(leader.name) == signer), None)


def segments_of(text: str, cards: list[Card]) -> list[dict[str, Any]]:
    """The text cut into marked and plain passages; proposals of one passage share its mark."""
    segments: list[dict[str, Any]] = []
    at = 0
    for card in sorted(_placed(cards), key=lambda c: (c.proposal.start or 0, c.number)):
        start, end = max(at, card.proposal.start or 0), min(card.proposal.end or 0, len(text))
        if start >= end:
            continue
        segments.append({"text": text[at:start]})
        segments.append(
            {
                "id": f"src-{card.proposal.pk}", "href": f"#p{card.proposal.pk}",
                "number": card.number, "tone": card.tone, "text": text[start:end],
            }
        )  # fmt: skip
        at = end
    segments.append({"text": text[at:]})
    return [part for part in segments if part["text"]]


def _placed(cards: list[Card]) -> list[Card]:
    return [card for card in cards if card.proposal.start is not None]
