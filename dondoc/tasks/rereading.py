"""A document read again: which of its orders stand already, which are renewed, which are new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.rules.folding import fold
from dondoc.tasks.actions.drafts import Draft
from dondoc.tasks.models import Proposal

SAME_PASSAGE = 0.5
"""Share of the shorter of two passages from which they are one."""


@dataclass(frozen=True)
class Reread:
    """What another reading comes to."""

    renewed: list[tuple[Proposal, Draft]]
    new: list[Draft]
    gone: list[Proposal]
    kept: list[Proposal]

    def __str__(self) -> str:
        kept = len(self.kept) + len(self.renewed)
        return f"giữ {kept}, thêm {len(self.new)}, bỏ {len(self.gone)}"


def compare(drafts: Sequence[Draft], proposals: Sequence[Proposal]) -> Reread:
    """What a person decided or edited stays as it is; what waits untouched follows the text."""
    pairs = dict(_pairs(drafts, proposals))
    met = {proposal.pk: draft for draft, proposal in pairs.items()}
    untouched = [p for p in proposals if waits_untouched(p)]
    return Reread(
        renewed=[(p, drafts[met[p.pk]]) for p in untouched if p.pk in met],
        new=[draft for n, draft in enumerate(drafts) if n not in pairs],
        gone=[p for p in untouched if p.pk not in met],
        kept=[p for p in proposals if not waits_untouched(p)],
    )


def waits_untouched(proposal: Proposal) -> bool:
    """Nobody has given, dropped or edited it: it may follow the text."""
    return proposal.state == Proposal.State.PROPOSED and not proposal.edited


def _pairs(
    drafts: Sequence[Draft], proposals: Sequence[Proposal]
) -> Iterator[tuple[int, Proposal]]:
    """Each draft and the proposal that is the same order, the likest first, each but once."""
    alike = [
        (likeness, n, proposal)
        for n, draft in enumerate(drafts)
        for proposal in proposals
        if (likeness := _likeness(draft, proposal))
    ]
    met: set[tuple[str, int]] = set()
    for _, n, proposal in sorted(alike, key=lambda one: (-one[0], one[1], one[2].position)):
        if not met & {("draft", n), ("proposal", proposal.pk)}:
            met |= {("draft", n), ("proposal", proposal.pk)}
            yield n, proposal


def _likeness(draft: Draft, proposal: Proposal) -> float:
    """How surely both are one order: the same passage or the same words; 0 for two orders."""
    shared = _shared(draft, proposal)
    same_words = fold(draft.content) == fold(proposal.content)
    if shared < SAME_PASSAGE and not same_words:
        return 0.0
    same_clause = bool(draft.clause) and draft.clause == proposal.clause
    same_lead = draft.lead_text == proposal.lead_text
    return shared + 2 * same_words + same_lead / 2 + same_clause / 4


def _shared(draft: Draft, proposal: Proposal) -> float:
    """The common part of both passages, as a share of the shorter."""
    if draft.start is None or draft.end is None:
        return 0.0
    if proposal.start is None or proposal.end is None:
        return 0.0
    common = min(draft.end, proposal.end) - max(draft.start, proposal.start)
    shorter = min(draft.end - draft.start, proposal.end - proposal.start)
    return max(0, common) / shorter if shorter > 0 else 0.0
