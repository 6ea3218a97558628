"""How far a review is: x of n per unit, each figure the length of a list."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, Q, When
from django.db.models.functions import TruncDate

from dondoc.database.clock import VIET_NAM
from dondoc.tasks.models.tasks import OPEN
from dondoc.urging.models import ReviewLine
from dondoc.urging.models.reviews import ReviewLineQuerySet

SAID = TruncDate("confirmed_at", tzinfo=VIET_NAM)
CONFIRMED = Q(state=ReviewLine.State.CONFIRMED)
WAITING = Q(state=ReviewLine.State.WAITING, task__state__in=OPEN)
TURN = Case(When(WAITING, then=0), When(CONFIRMED, then=1), default=2)
"""What is owed stands first, what ended meanwhile last."""
KINDS: dict[str, tuple[str, Q]] = {
    "waiting": ("Chưa rà soát", WAITING),
    "confirmed": ("Đã rà soát", CONFIRMED),
    "late": ("Rà soát muộn", CONFIRMED & Q(said_on__gt=F("review__until"))),
    "behind": ("Chậm, khó kịp", CONFIRMED & Q(standing=ReviewLine.Standing.BEHIND)),
    "unfit": ("Không còn phù hợp", CONFIRMED & Q(standing=ReviewLine.Standing.UNFIT)),
    "moot": (
        "Kết thúc trong đợt",
        Q(state=ReviewLine.State.WAITING) & ~Q(task__state__in=OPEN),
    ),
}
"""What lines are counted by: the word on the page, and the condition of count and list alike."""


@dataclass(frozen=True)
class Progress:
    """One unit's lines, or all of them together."""

    unit: int | None
    name: str
    total: int
    counts: dict[str, int]


def dated(lines: ReviewLineQuerySet) -> ReviewLineQuerySet:
    """With the day in Việt Nam on which each was confirmed."""
    return lines.annotate(said_on=SAID)


def progress(lines: ReviewLineQuerySet) -> list[Progress]:
    """By unit, those that owe most first."""
    sums: dict[str, Any] = {f"n_{key}": Count("pk", filter=q) for key, (_, q) in KINDS.items()}
    rows: Any = dated(lines).order_by().values("unit", "unit__name").annotate(n=Count("pk"), **sums)
    found = [
        Progress(row["unit"], row["unit__name"], row["n"], {key: row[f"n_{key}"] for key in KINDS})
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one.counts["waiting"], one.name))


def whole(rows: list[Progress]) -> Progress:
    """All units together."""
    counts = {key: sum(row.counts[key] for row in rows) for key in KINDS}
    return Progress(None, "Tất cả đơn vị", sum(row.total for row in rows), counts)
