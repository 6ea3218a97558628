"""Parts of a dossier as they are said: what to make ready, whom to ask, what is on the agenda."""

from dataclasses import dataclass
from datetime import time

from dondoc.agencies.models import Agency, Officer


@dataclass(frozen=True)
class Thing:
    """One thing to make ready, whose it is, and how many working days before the rest."""

    kind: str
    label: str = ""
    unit: Agency | None = None
    person: Officer | None = None
    ahead: int = 0

    def __str__(self) -> str:
        return self.label or self.kind


@dataclass(frozen=True)
class Who:
    """A body, a person in a seat, or somebody from outside by name and address."""

    agency: Agency | None = None
    officer: Officer | None = None
    name: str = ""
    email: str = ""

    def __str__(self) -> str:
        return self.name or str(self.officer or self.agency)


@dataclass(frozen=True)
class Point:
    """One point of the agenda."""

    content: str
    starts: time | None = None
    minutes: int | None = None
    presenter: str = ""

    def __str__(self) -> str:
        return f"{self.starts:%H:%M} {self.content}" if self.starts else self.content
