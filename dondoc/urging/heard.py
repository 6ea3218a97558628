"""Who will hear of a slip, and what the clock said: the room above that tells people answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dondoc.agencies.models import Agency
from dondoc.urging.models import Slip


@dataclass(frozen=True)
class Told:
    """What a paper's sending will say, and to whom."""

    people: tuple[str, ...]
    title: str
    sentence: str


Teller = Callable[[Slip, datetime], Told]
_TELLERS: list[Teller] = []


def told_by(teller: Teller) -> None:
    """The room of notices says whom it would tell, so that a preview shows exactly that."""
    _TELLERS[:] = [teller]


def would_hear(slip: Slip, at: datetime) -> Told:
    """Whom the sending of this slip would reach."""
    return _TELLERS[0](slip, at)


Said = tuple[int, str, datetime]
"""The key of a task, the step of the ladder, and when it was said."""
Reminders = Callable[[Agency, datetime, datetime], list[Said]]
_REMINDERS: list[Reminders] = []


def reminders_by(teller: Reminders) -> None:
    """The room of notices says what the clock said of a committee's tasks."""
    _REMINDERS[:] = [teller]


def reminders_between(committee: Agency, since: datetime, until: datetime) -> list[Said]:
    """What the clock said of the tasks the committee gave, each word once."""
    return _REMINDERS[0](committee, since, until)
