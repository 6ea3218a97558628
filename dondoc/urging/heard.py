"""Who will hear of a slip, and in which words: the room above that tells people answers it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

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
