"""What became of a document: the room above that gives tasks tells it, this room only asks."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from dondoc.agencies.models import Officer


@dataclass(frozen=True)
class GivenTask:
    """One task given from a document, as its page shows it."""

    code: str
    clause: str
    content: str
    lead: str
    state: str
    state_label: str
    due_on: date | None
    is_done_late: bool


@dataclass(frozen=True)
class Given:
    """Proposals that wait, tasks given, and when the first of them was given."""

    waiting: int = 0
    tasks: int = 0
    first_at: datetime | None = None


@dataclass
class _Teller:
    counts: Callable[[Collection[int]], dict[int, Given]] = field(default=lambda keys: {})
    tasks: Callable[[int, Officer], list[GivenTask]] = field(default=lambda key, officer: [])


_teller = _Teller()


def told_by(
    counts: Callable[[Collection[int]], dict[int, Given]],
    tasks: Callable[[int, Officer], list[GivenTask]],
) -> None:
    """The room that gives tasks says how it is asked."""
    _teller.counts, _teller.tasks = counts, tasks


def given_of(keys: Collection[int]) -> dict[int, Given]:
    """What was given from each of these documents."""
    counts = _teller.counts(keys)
    return {key: counts.get(key, Given()) for key in keys}


def tasks_given(key: int, officer: Officer) -> list[GivenTask]:
    """The tasks given from a document that the officer may see."""
    return _teller.tasks(key, officer)


def delay_words(arrived_at: datetime, first_at: datetime | None) -> str:
    """The Office's own delay, from arrival to the first task: “1 ngày 3 giờ”."""
    if first_at is None:
        return ""
    minutes = max(0, int((first_at - arrived_at).total_seconds() // 60))
    days, hours = minutes // 1440, minutes % 1440 // 60
    if days:
        return f"{days} ngày {hours} giờ" if hours else f"{days} ngày"
    return f"{hours} giờ {minutes % 60} phút" if hours else f"{minutes} phút"
