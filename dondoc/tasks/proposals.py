"""The proposals of a document as the intake page shows them: what is read, what is asked first."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from typing import Any

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.directory import Candidate, Directory, Found, agencies_of
from dondoc.agencies.models import Agency, Alias, Field, Officer, Role
from dondoc.agencies.roles import assigns_for, office_of
from dondoc.database.clock import day_of
from dondoc.documents.models import Document, DocumentPage
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.folding import fold
from dondoc.rules.timeliness import due_moment
from dondoc.rules.wording import day_in_week
from dondoc.tasks.models import Proposal, Task
from dondoc.tasks.page_marks import MarkedPage, faint_spans, marked_pages
from dondoc.tasks.source import (
    Passage,
    Piece,
    Segment,
    Span,
    mark_of,
    pieces_of,
    segments_of,
    spans_of,
)

TONES = {Proposal.State.CONFIRMED: "green", Proposal.State.DROPPED: "grey"}
ABOUT = {"due": "thời hạn", "supporting": "phối hợp", "content": "nội dung"}
"""What the doubts of a reading are about, as they are kept."""
SURELY_NAMED = 85
"""Percent from which a unit that was recognised is not asked about."""
EXACTLY_NAMED = 95
"""Percent from which a printed name has nothing to be learned."""


@dataclass(frozen=True)
class Doubt:
    """Something the reading was not sure of: what it is about, and why."""

    about: str
    why: str


@dataclass
class Card:
    """One proposal with all its card says."""

    proposal: Proposal
    number: int
    leads: list[Agency]
    supporting: list[Agency]
    lights: str = ""
    """The mark of its passage in the text."""
    excerpt: list[Piece] = field(default_factory=list)
    unknown: list[Found] = field(default_factory=list)
    known: list[Agency] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    teachable: str = ""
    """The printed name that may be remembered for the unit a person chooses."""
    taught: list[Alias] = field(default_factory=list)
    """The remembered names by which its units were found."""
    missing: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Worth knowing, not asked about."""
    overdue: bool = False
    tasks: list[Task] = field(default_factory=list)
    after: Proposal | None = None
    """The next proposal that waits: what this one may be merged with."""

    @property
    def is_waiting(self) -> bool:
        return self.proposal.state == Proposal.State.PROPOSED

    @property
    def asked(self) -> list[str]:
        """What a person must say or look at, the first first, in a word or two each."""
        doubts = [doubt.about for doubt in self.doubts]
        return list(dict.fromkeys([*self.missing, *doubts])) if self.is_waiting else []

    @property
    def reads_as_source(self) -> bool:
        """Its words are those of the paper, and can be shown with the marks in them."""
        printed = " ".join("".join(piece.text for piece in self.excerpt).split())
        return printed.endswith(" ".join(self.proposal.content.split()))

    @property
    def is_sure(self) -> bool:
        return self.is_waiting and not self.asked

    @property
    def tone(self) -> str:
        """Green given, grey dropped, red something missing, amber a doubt, else blue."""
        if tone := TONES.get(Proposal.State(self.proposal.state)):
            return tone
        return "red" if self.missing else "amber" if self.doubts else "blue"

    @property
    def due_words(self) -> str:
        """The deadline with its hour and the day of the week."""
        on, at = self.proposal.due_on, self.proposal.due_time
        hour = f"{at:%H:%M} " if at else ""
        return f"{hour}{day_in_week(on)}" if on else ""

    @property
    def terms(self) -> list[dict[str, Any]]:
        """Every deadline that was read, as it may be chosen, where there are several."""
        read = self.proposal.deadlines
        return [_term(number, one, self.proposal) for number, one in enumerate(read) if read[1:]]

    def passage(self, text: str) -> Passage | None:
        """Where it stands in the text, and what in it says who and when."""
        start, end = self.proposal.start, self.proposal.end
        if start is None or end is None:
            return None
        dues = ((one.get("start"), one.get("end")) for one in self.proposal.deadlines)
        return Passage(
            self.proposal.pk, self.number, self.tone, start, end,
            spans_of(self.proposal.lead_names, text, start, end),
            tuple((s, e) for s, e in dues if s is not None and e is not None),
        )  # fmt: skip


def _term(number: int, one: dict[str, Any], proposal: Proposal) -> dict[str, Any]:
    on = date.fromisoformat(one["on"]) if one["on"] else None
    chosen = on == proposal.due_on and one["phrase"] == proposal.due_phrase
    return {**one, "number": number, "chosen": chosen, "words": day_in_week(on) if on else ""}


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
    def units(self) -> list[Agency]:
        """The bodies tasks are usually given to: those directly under the committee."""
        return self.directory.units

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


@dataclass(frozen=True)
class Asking:
    """What a person must say or look at before a proposal is given."""

    find: Callable[[str], Found]
    calendar: WorkingCalendar
    at: datetime

    def about(self, card: Card) -> None:
        """Who leads, by when, and what else the reading was not sure of."""
        self._who(card)
        self._when(card)
        kept = card.proposal.doubts
        card.doubts += [Doubt(ABOUT.get(one["about"], "nội dung"), one["why"]) for one in kept]

    def _who(self, card: Card) -> None:
        found = [self.find(name) for name in card.proposal.lead_names]
        if len(found) == 1:
            card.candidates = list(found[0].candidates)
            is_name = not found[0].concerned and found[0].confidence < EXACTLY_NAMED
            card.teachable = found[0].printed if is_name else ""
        if not card.leads:
            card.unknown = [one for one in found if not one.agencies] or [Found("")]
            card.known = agencies_of(found)
            card.missing.append("đơn vị chủ trì")
        elif card.proposal.lead_confidence < SURELY_NAMED:
            sure = card.proposal.lead_confidence
            card.doubts.append(Doubt("đơn vị", f"đơn vị chủ trì chưa chắc, tin cậy {sure}%"))

    def _when(self, card: Card) -> None:
        proposal = card.proposal
        if proposal.due_on is None and not proposal.no_deadline:
            card.missing.append("thời hạn")
        if proposal.due_on and due_moment(proposal.due_on, proposal.due_time) <= self.at:
            card.overdue = True
            card.missing.append("thời hạn đã qua")
        if proposal.due_on and not self.calendar.is_working(proposal.due_on):
            card.notes.append(f"{day_in_week(proposal.due_on)} là ngày nghỉ.")


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
    for card, passage in placed:
        card.lights = mark_of(passage, passages)
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
