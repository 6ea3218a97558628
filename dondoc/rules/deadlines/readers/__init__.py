"""Readers: from a matched phrase and the day of issue to the deadlines it sets."""

import re
from collections.abc import Callable
from datetime import date

from dondoc.rules.deadlines.words import Deadline, Kind

Reader = Callable[[re.Match[str], date | None], list[Deadline]]


def found(kind: Kind, due_on: date | None = None, **facts: object) -> Deadline:
    """A deadline whose place in the text is filled in when it is taken over."""
    return Deadline("", 0, 0, kind, due_on, **facts)  # type: ignore[arg-type]


def said(m: re.Match[str], name: str) -> str:
    """What a named part of the phrase says; empty where the phrase has no such part."""
    return m.groupdict().get(name) or ""
