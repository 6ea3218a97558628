"""What the reader, or a person, says of one order before it stands as a proposal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dondoc.agencies.models import Agency
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Proposal


@dataclass(frozen=True)
class Term:
    """One deadline read in an order: what it means, where it stands, and what is unsure of it."""

    due: Due
    start: int | None = None
    end: int | None = None
    doubt: str = ""

    def kept(self) -> dict[str, Any]:
        """As the proposal keeps it."""
        due = self.due
        return {
            "on": due.on and due.on.isoformat(), "at": due.at and f"{due.at:%H:%M}",
            "phrase": due.phrase, "rule": due.rule, "strict": due.strict,
            "start": self.start, "end": self.end,
        }  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """What the reader, or a person, says of one order."""

    content: str
    leads: Sequence[Agency] = ()
    supporting: Sequence[Agency] = ()
    lead_text: str = ""
    supporting_text: str = ""
    lead_confidence: int = 0
    clause: str = ""
    start: int | None = None
    end: int | None = None
    product: str = ""
    due: Due = field(default_factory=Due)
    no_deadline: bool = False
    terms: Sequence[Term] = ()
    doubts: Sequence[dict[str, str]] = ()

    def __str__(self) -> str:
        return f"{self.clause} {self.content}".strip()

    def put_on(self, proposal: Proposal) -> None:
        """Writes itself into the proposal, which is saved here for its lists of units."""
        proposal.content, proposal.product = self.content, self.product
        proposal.clause, proposal.start, proposal.end = self.clause, self.start, self.end
        proposal.lead_text = self.lead_text[:500]
        proposal.supporting_text = self.supporting_text[:1000]
        proposal.lead_confidence = self.lead_confidence
        put_due(proposal, self.due)
        proposal.no_deadline = self.no_deadline
        proposal.deadlines = [term.kept() for term in self.terms]
        proposal.doubts = list(self.doubts)
        proposal.save()
        proposal.leads.set(self.leads)
        proposal.supporting.set([a for a in self.supporting if a not in set(self.leads)])


def put_due(proposal: Proposal, due: Due) -> None:
    """The deadline that the task will have."""
    proposal.due_on, proposal.due_time, proposal.due_strict = due.on, due.at, due.strict
    proposal.due_phrase, proposal.due_rule = due.phrase[:200], due.rule[:200]


def due_of(proposal: Proposal) -> Due:
    """The deadline of the proposal as a task takes it."""
    return Due(
        proposal.due_on, proposal.due_time, proposal.due_phrase, proposal.due_rule,
        proposal.due_strict,
    )  # fmt: skip
