"""One line for each thing that can be told: rooms write their own, nobody writes another's."""

from collections.abc import Mapping
from typing import TypeVar

Line = TypeVar("Line")


class SaidTwice(Exception):
    """Two rooms have a line for the same verb."""


def all_lines(*rooms: Mapping[str, Line]) -> dict[str, Line]:
    """The lines of all rooms in one table."""
    merged: dict[str, Line] = {}
    for lines in rooms:
        if twice := merged.keys() & lines.keys():
            raise SaidTwice(f"Có hai dòng cho {', '.join(sorted(twice))}.")
        merged.update(lines)
    return merged
