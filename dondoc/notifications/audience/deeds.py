"""What is told, and the words rooms use to say who hears of it."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import Any

from dondoc.journal.models import Entry
from dondoc.notifications.seats import Seats


@dataclass(frozen=True)
class Deed:
    """A subject, the seats of the day, and the entry (none where the clock reminds)."""

    subject: Any
    seats: Seats
    entry: Entry | None = None

    @property
    def said(self) -> dict[str, Any]:
        """What was said with the deed."""
        return self.entry.said if self.entry else {}


Hearers = Callable[[Deed], Set[int]]
"""Which officers hear of a deed, by id; only such as may see its subject."""

NONE: frozenset[int] = frozenset()


def nobody(deed: Deed) -> Set[int]:
    """It stands in the journal; nobody needs to be told."""
    return NONE


def all_of(*hearers: Hearers) -> Hearers:
    """Each of these."""
    return lambda deed: NONE.union(*(who(deed) for who in hearers))
