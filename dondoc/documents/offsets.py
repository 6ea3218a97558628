"""Where a passage stands after the text around it was corrected.

The text is compared line by line, then letter by letter within the lines that differ, so that a
hundred pages are compared in a moment. What did not change keeps its place; what did is gone.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

MOST_LETTERS = 4000
"""A changed stretch longer than this is taken as written anew."""


@dataclass(frozen=True)
class Same:
    """A stretch that stands in both texts."""

    was: int
    now: int
    length: int


@dataclass(frozen=True)
class Shift:
    """How offsets into the text before a correction lead into the text after it."""

    same: tuple[Same, ...]
    changed: int
    """How many letters were taken out and put in."""
    length: int
    """Letters of the text as it is now."""

    @classmethod
    def between(cls, was: str, now: str) -> "Shift":
        """Compares the two texts."""
        same = _joined(_by_ends(was, now))
        kept = sum(part.length for part in same)
        return cls(tuple(same), len(was) + len(now) - 2 * kept, len(now))

    def unchanged(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the passage stands now; None when any of it was changed."""
        part = self._at(start)
        if part is None or end > part.was + part.length:
            return None
        return start - part.was + part.now, end - part.was + part.now

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The passage with what was put into it or at its edges: pages and orders stay whole."""
        begins = self._after(start)
        return begins, max(begins, self._before(end))

    def _after(self, offset: int) -> int:
        """Right behind the last unchanged letter before the offset."""
        index = bisect_left(self.same, offset, key=lambda part: part.was)
        if not index:
            return 0
        part = self.same[index - 1]
        return part.now + min(offset - part.was, part.length)

    def _before(self, offset: int) -> int:
        """Right before the first unchanged letter from the offset on."""
        index = bisect_right(self.same, offset, key=lambda part: part.was + part.length)
        if index == len(self.same):
            return self.length
        part = self.same[index]
        return part.now + max(0, offset - part.was)

    def _at(self, offset: int) -> Same | None:
        """The unchanged stretch in which the offset lies."""
        index = bisect_right(self.same, offset, key=lambda part: part.was)
        part = self.same[index - 1] if index else None
        return part if part and offset < part.was + part.length else None


def _by_ends(was: str, now: str) -> list[Same]:
    """Most corrections are a few words in one place: what lies before and behind is the same."""
    head = _alike(was, now)
    tail = _alike(was[head:][::-1], now[head:][::-1])
    inside = _by_lines(was[head : len(was) - tail], now[head : len(now) - tail])
    moved = (Same(part.was + head, part.now + head, part.length) for part in inside)
    return [Same(0, 0, head), *moved, Same(len(was) - tail, len(now) - tail, tail)]


def _alike(one: str, other: str) -> int:
    """How many letters the two begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _by_lines(was: str, now: str) -> list[Same]:
    old, new = was.splitlines(keepends=True), now.splitlines(keepends=True)
    old_at = list(accumulate(map(len, old), initial=0))
    new_at = list(accumulate(map(len, new), initial=0))
    same: list[Same] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before, after = old_at[i1], new_at[j1]
        if kind == "equal":
            same.append(Same(before, after, old_at[i2] - before))
        elif kind == "replace":
            same += _by_letters(was[before : old_at[i2]], now[after : new_at[j2]], before, after)
    return same


def _by_letters(was: str, now: str, before: int, after: int) -> list[Same]:
    if max(len(was), len(now)) > MOST_LETTERS:
        return []
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    return [Same(before + b.a, after + b.b, b.size) for b in blocks if b.size]


def _joined(parts: list[Same]) -> list[Same]:
    """Neighbours in both texts as one, so that a word across two lines of the comparison holds."""
    joined: list[Same] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and (last.was + last.length, last.now + last.length) == (part.was, part.now):
            joined[-1] = Same(last.was, last.now, last.length + part.length)
        elif part.length:
            joined.append(part)
    return joined
