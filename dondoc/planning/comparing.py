"""Two versions of a programme side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
WORDS = ("content", "product", "unit", "person", "coordinating", "leader", "starts_on", "focal")


@dataclass(frozen=True)
class Difference:
    """One item that is not the same in both, and how it differs."""

    kind: str
    before: Row | None
    after: Row | None

    @property
    def label(self) -> str:
        return LABELS[self.kind]

    @property
    def changed(self) -> frozenset[str]:
        """The parts that read otherwise."""
        if self.before is None or self.after is None:
            return frozenset()
        names = (*WORDS, "due_on", "state")
        return frozenset(name for name in names if self.before.get(name) != self.after.get(name))


LABELS = {
    "added": "Bổ sung",
    "left_out": "Không đưa vào",
    "dropped": "Đưa ra",
    "moved": "Chuyển thời hạn",
    "reworded": "Sửa lời",
}
GONE = "dropped"


def compare_versions(before: Sequence[Row], after: Sequence[Row]) -> list[Difference]:
    """What was added, left out, dropped, moved or reworded, in the order of the programme."""
    old, new = ({row["id"]: row for row in rows} for rows in (before, after))
    found = [Difference("left_out", row, None) for pk, row in old.items() if pk not in new]
    for pk, row in new.items():
        kind = _kind(old.get(pk), row)
        if kind:
            found.append(Difference(kind, old.get(pk), row))
    return found


def _kind(before: Row | None, after: Row) -> str:
    if before is None:
        return "added"
    if after["state"] == GONE and before["state"] != GONE:
        return "dropped"
    if after["due_on"] != before["due_on"]:
        return "moved"
    return "reworded" if any(after.get(n) != before.get(n) for n in WORDS) else ""
