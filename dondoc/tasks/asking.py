"""What is asked of a person before a proposal is given: who leads, by when, what was unsure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dondoc.agencies.directory import Found, agencies_of
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.timeliness import due_moment
from dondoc.rules.wording import day_in_week
from dondoc.tasks.cards import Card, Doubt

ABOUT = {"due": "thời hạn", "supporting": "phối hợp", "content": "nội dung"}
"""What the doubts of a reading are about, as they are kept."""
SURELY_NAMED = 85
"""Percent from which a unit that was recognised is not asked about."""
EXACTLY_NAMED = 95
"""Percent from which a printed name has nothing to be learned."""


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
