"""One proposal as its card shows it: what is asked, what was read, where it came from."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dondoc.agencies.directory import Candidate, Found
from dondoc.agencies.models import Agency, Alias
from dondoc.rules.wording import day_in_week
from dondoc.tasks.models import Proposal, Task
from dondoc.tasks.source import Passage, Piece, spans_of

TONES = {Proposal.State.CONFIRMED: "green", Proposal.State.DROPPED: "grey"}


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
        """The deadlines that were read, each day once, as they may be chosen where they differ."""
        by_day = {(one["on"], one["at"]): n for n, one in reversed(list(enumerate(self._read)))}
        if len(by_day) < 2:
            return []
        return [_term(n, self._read[n], self.proposal) for n in sorted(by_day.values())]

    @property
    def _read(self) -> list[dict[str, Any]]:
        return list(self.proposal.deadlines)

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
