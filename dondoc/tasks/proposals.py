"""The proposals of a document as the intake page shows them: what is read, what is asked first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import pairwise
from typing import Any

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.directory import Directory
from dondoc.agencies.models import Agency, Alias, Field, Officer, Role
from dondoc.agencies.roles import assigns_for, office_of
from dondoc.database.clock import day_of
from dondoc.documents.models import Document, DocumentPage
from dondoc.rules.folding import fold
from dondoc.tasks.asking import Asking
from dondoc.tasks.cards import Card
from dondoc.tasks.models import Proposal, Task
from dondoc.tasks.page_marks import MarkedPage, faint_spans, marked_pages
from dondoc.tasks.source import (
    Passage,
    Segment,
    Span,
    marks_of,
    pieces_of,
    segments_of,
)


@dataclass
class Sheet:
    """The whole page of one document."""

    cards: list[Card]
    segments: list[Segment]
    pages: list[MarkedPage]
    directory: Directory
    leaders: list[Officer]
    fields: list[Field]
    leader: int | None
    assigns: bool
    teaches: bool

    @property
    def waiting(self) -> list[Card]:
        return [card for card in self.cards if card.is_waiting]

    @property
    def asking(self) -> list[Card]:
        """Those a person must look at, in the order of the paper."""
        return [card for card in self.cards if card.asked]

    @property
    def sure(self) -> list[Card]:
        return [card for card in self.cards if card.is_sure]

    @property
    def given(self) -> int:
        return sum(card.proposal.state == Proposal.State.CONFIRMED for card in self.cards)

    @property
    def counted(self) -> int:
        """Proposals that are or may be given: all but the dropped."""
        return self.given + len(self.waiting)

    def card_of(self, proposal: Proposal) -> Card:
        return next(card for card in self.cards if card.proposal.pk == proposal.pk)

    def next_after(self, number: int = 0) -> Card | None:
        """Where the work goes on: downwards, what is asked before what is sure, then round."""
        asking, sure = self.asking, self.sure
        for wanted in (asking, sure):
            if below := [card for card in wanted if card.number > number]:
                return below[0]
        return next(iter([*sure, *asking]), None)


def sheet_of(
    document: Document, officer: Officer, at: datetime, pages: Sequence[DocumentPage] = ()
) -> Sheet:
    """The proposals of a document, in a number of queries that does not grow with them."""
    committee = document.committee
    directory = Directory.of(committee, day_of(at), document.issued_on)
    proposals = document.proposals.prefetch_related("leads", "supporting")
    cards = list(_cards(list(proposals.order_by("position", "pk"))))
    ask = Asking(cache(directory.find), calendar_of(committee), at)
    for card in cards:
        if card.is_waiting:
            ask.about(card)
    _put_tasks(cards, document, officer)
    _put_taught(cards, committee)
    leaders = _leaders(committee, at)
    faint = faint_spans(pages)
    passages = _mark(document.text, cards, faint)
    return Sheet(
        cards, segments_of(document.text, passages, faint), marked_pages(pages, passages),
        directory, leaders,
        list(Field.objects.filter(committee=committee).order_by("name")),
        _signer_among(leaders, document), assigns_for(officer, committee),
        office_of(officer, committee.pk),
    )  # fmt: skip


def _cards(proposals: list[Proposal]) -> Iterator[Card]:
    waiting = [p for p in proposals if p.state == Proposal.State.PROPOSED]
    following = dict(pairwise(waiting))
    for number, proposal in enumerate(proposals, start=1):
        by_name = sorted(proposal.leads.all(), key=lambda agency: agency.name)
        card = Card(proposal, number, by_name, list(proposal.supporting.all()))
        card.after = following.get(proposal)
        yield card


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


def _put_taught(cards: list[Card], committee: Agency) -> None:
    """Who taught the house a name by which a unit was found, so that he can be asked."""
    wanted = {fold(name) for card in cards if card.is_waiting for name in card.proposal.lead_names}
    aliases = Alias.objects.filter(committee=committee, folded__in=wanted)
    by_name = {alias.folded: alias for alias in aliases.select_related("taught_by__user")}
    for card in cards:
        if card.is_waiting:
            found = (by_name.get(fold(name)) for name in card.proposal.lead_names)
            led = {agency.pk for agency in card.leads}
            card.taught = [alias for alias in found if alias and alias.agency_id in led]


def _mark(text: str, cards: list[Card], faint: Sequence[Span]) -> list[Passage]:
    """Each card gets its excerpt and the mark that shows it; the passages, to be marked."""
    placed = [(card, passage) for card in cards if (passage := card.passage(text))]
    passages = [passage for _, passage in placed]
    marks = marks_of(passages)
    for card, passage in placed:
        card.lights = marks[passage.key]
        card.excerpt = pieces_of(text, (passage.start, passage.end), passage, faint)
    return passages


def _leaders(committee: Agency, at: datetime) -> list[Officer]:
    seats = Officer.objects.seated_on(day_of(at)).filter(agency__committee=committee)
    leaders = seats.filter(role=Role.LEADER).select_related("user", "agency", "delegated_by__user")
    return list(leaders.order_by("pk"))


def _signer_among(leaders: list[Officer], document: Document) -> int | None:
    """The leader who signed the paper."""
    signer = fold(document.signer_name)
    return next((leader.pk for leader in leaders if signer and fold(leader.name) == signer), None)
