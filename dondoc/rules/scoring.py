"""What is counted of a unit's work, the rates made of it, and its place among others.

Căn cứ: cách tính trong các báo cáo nhiệm vụ của UBND thành phố Đà Nẵng (2022, 2023), Hải Phòng và
Văn phòng Chính phủ. A formula is data with a version: last year's report is recounted by last
year's formula.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Generic, TypeVar

from dondoc.rules.rates import rate_in_hundredths

K = TypeVar("K")


class DoesNotAdd(ValueError):
    """Counts that cannot be true of one set of tasks."""


@dataclass(frozen=True)
class Tally:
    """How many tasks of each kind; every count is the length of a list."""

    assigned: int = 0
    completed: int = 0
    completed_on_time: int = 0
    completed_late: int = 0
    completed_no_deadline: int = 0
    open_total: int = 0
    open_in_term: int = 0
    open_due_soon: int = 0
    open_overdue: int = 0
    open_no_deadline: int = 0
    updated: int = 0
    not_updated: int = 0
    starred: int = 0
    starred_completed: int = 0
    starred_on_time: int = 0
    starred_overdue: int = 0
    suspended: int = 0
    objective: int = 0

    def __post_init__(self) -> None:
        for whole, parts in SUMS.items():
            if getattr(self, whole) != sum(getattr(self, part) for part in parts):
                raise DoesNotAdd(f"{whole} is not the sum of {', '.join(parts)}: {self}")
        for part, whole in WITHIN:
            if not 0 <= getattr(self, part) <= getattr(self, whole):
                raise DoesNotAdd(f"{part} does not lie within {whole}: {self}")

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in COUNTS})


COUNTS = tuple(field.name for field in fields(Tally))

SUMS = {
    "assigned": ("completed", "open_total"),
    "completed": ("completed_on_time", "completed_late", "completed_no_deadline"),
    "open_total": ("open_in_term", "open_overdue", "open_no_deadline"),
}
WITHIN = (
    ("assigned", "assigned"),
    ("open_due_soon", "open_in_term"),
    ("completed", "updated"),
    ("updated", "assigned"),
    ("not_updated", "open_total"),
    ("starred", "assigned"),
    ("starred_completed", "starred"),
    ("starred_completed", "completed"),
    ("starred_on_time", "starred_completed"),
    ("starred_overdue", "starred"),
    ("starred_overdue", "open_overdue"),
    ("suspended", "suspended"),
    ("objective", "assigned"),
)

COUNT_LABELS = {
    "assigned": "Được giao",
    "completed": "Đã hoàn thành",
    "completed_on_time": "Hoàn thành đúng hạn",
    "completed_late": "Hoàn thành quá hạn",
    "completed_no_deadline": "Hoàn thành, không thời hạn",
    "open_total": "Đang thực hiện",
    "open_in_term": "Đang thực hiện, trong hạn",
    "open_due_soon": "Sắp đến hạn",
    "open_overdue": "Quá hạn",
    "open_no_deadline": "Đang thực hiện, không thời hạn",
    "updated": "Có cập nhật",
    "not_updated": "Chưa cập nhật",
    "starred": "Gắn sao",
    "starred_completed": "Gắn sao, đã hoàn thành",
    "starred_on_time": "Gắn sao, hoàn thành đúng hạn",
    "starred_overdue": "Gắn sao, quá hạn",
    "suspended": "Tạm hoãn, không tính vào tỉ lệ",
    "objective": "Chậm, được công nhận nguyên nhân khách quan",
}


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return sum(tallies, start=Tally())


@dataclass(frozen=True)
class Share:
    """x of n, and the rate in hundredths of a percent; no rate over nothing."""

    x: int
    n: int

    @property
    def hundredths(self) -> int | None:
        return rate_in_hundredths(self.x, self.n)


@dataclass(frozen=True)
class Rate:
    """One formula: which counts stand above the line and which below."""

    key: str
    code: str
    label: str
    words: str
    x: tuple[str, ...]
    n: tuple[str, ...]

    def of(self, tally: Tally) -> Share:
        """The rate of a tally."""
        above, below = (sum(getattr(tally, name) for name in part) for part in (self.x, self.n))
        return Share(above, below)


@dataclass(frozen=True)
class Formulas:
    """A regulation's formulas under the version that reports name."""

    version: str
    rates: tuple[Rate, ...]

    def rate(self, key: str) -> Rate:
        """The formula of that name."""
        return next(rate for rate in self.rates if rate.key == key)

    def of(self, tally: Tally) -> dict[str, Share]:
        """Every rate of a tally by its key."""
        return {rate.key: rate.of(tally) for rate in self.rates}


_DUE = ("completed_on_time", "completed_late", "open_overdue")

FORMULAS_2022 = Formulas(
    version="2022.1",
    rates=(
        Rate("completion_rate", "R1", "Tỉ lệ hoàn thành", "đã hoàn thành / được giao",
             ("completed",), ("assigned",)),
        Rate("on_time_rate", "R2", "Tỉ lệ hoàn thành đúng hạn", "hoàn thành đúng hạn / được giao",
             ("completed_on_time",), ("assigned",)),
        Rate("late_rate", "R3", "Tỉ lệ hoàn thành quá hạn", "hoàn thành quá hạn / được giao",
             ("completed_late",), ("assigned",)),
        Rate("overdue_rate", "R4", "Tỉ lệ quá hạn", "đang quá hạn / được giao",
             ("open_overdue",), ("assigned",)),
        Rate("overdue_of_due_rate", "R5", "Tỉ lệ quá hạn trên số đến hạn",
             "đang quá hạn / (hoàn thành đúng hạn + hoàn thành quá hạn + đang quá hạn)",
             ("open_overdue",), _DUE),
        Rate("due_completion_rate", "R6", "Tỉ lệ hoàn thành nhiệm vụ đến hạn",
             "đã hoàn thành / (đã hoàn thành + đang quá hạn)",
             ("completed",), ("completed", "open_overdue")),
        Rate("update_rate", "R8", "Tỉ lệ cập nhật", "có cập nhật hoặc đã hoàn thành / được giao",
             ("updated",), ("assigned",)),
        Rate("star_completion_rate", "R11a", "Tỉ lệ hoàn thành nhiệm vụ gắn sao",
             "gắn sao đã hoàn thành / gắn sao", ("starred_completed",), ("starred",)),
        Rate("star_on_time_rate", "R11b", "Tỉ lệ đúng hạn nhiệm vụ gắn sao",
             "gắn sao hoàn thành đúng hạn / gắn sao", ("starred_on_time",), ("starred",)),
    ),
)  # fmt: skip
FORMULAS = {formulas.version: formulas for formulas in (FORMULAS_2022,)}
CURRENT = FORMULAS_2022


@dataclass(frozen=True)
class Group:
    """Units with so many tasks compete among themselves."""

    label: str
    at_least: int


GROUPS = (
    Group("Trên 300 nhiệm vụ", 301),
    Group("Từ 100 đến 300 nhiệm vụ", 100),
    Group("Dưới 100 nhiệm vụ", 0),
)
"""Only "trên 300" is documented practice (Đà Nẵng); the other bounds are ours."""


@dataclass(frozen=True)
class Standing(Generic[K]):
    """A unit's place in its group; none where it has too few tasks, and why."""

    key: K
    tally: Tally
    group: Group
    place: int | None
    reason: str = ""


def rank(
    tallies: Mapping[K, Tally],
    minimum_sample: int,
    groups: tuple[Group, ...] = GROUPS,
    rate: Rate = CURRENT.rates[0],
) -> list[Standing[K]]:
    """Places by a rate within groups, best first; equal printed rates share one (1, 2, 2, 4)."""
    return [
        standing
        for group in groups
        for standing in _rank_group(
            group, {k: t for k, t in tallies.items() if _group_of(t, groups) == group},
            max(minimum_sample, 1), rate,
        )
    ]  # fmt: skip


def _group_of(tally: Tally, groups: tuple[Group, ...]) -> Group:
    return next(group for group in groups if tally.assigned >= group.at_least)


def _rank_group(
    group: Group, tallies: Mapping[K, Tally], minimum: int, rate: Rate
) -> list[Standing[K]]:
    def height(key: K) -> int:
        return rate.of(tallies[key]).hundredths or 0

    large = sorted((k for k in tallies if tallies[k].assigned >= minimum), key=height, reverse=True)
    ranked, place = [], 1
    for _, tied in groupby(large, key=height):
        level = [Standing(key, tallies[key], group, place) for key in tied]
        ranked += level
        place += len(level)
    reason = f"dưới {minimum} nhiệm vụ trong kỳ, không xếp hạng"
    small = [k for k in tallies if tallies[k].assigned < minimum]
    return ranked + [Standing(key, tallies[key], group, None, reason) for key in small]


def change(now: Share, before: Share) -> int | None:
    """The difference of two rates in hundredths of a point; none where either has no rate."""
    if now.hundredths is None or before.hundredths is None:
        return None
    return now.hundredths - before.hundredths
