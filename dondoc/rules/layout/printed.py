"""What every part of a paper is made of: clean text, in runs of one style."""

from dataclasses import dataclass, fields
from typing import TypeAlias

from dondoc.rules.wording import printable


@dataclass(frozen=True)
class Printed:
    """Whatever is printed holds clean text from the start, so no renderer can choke on it."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, printable(value))
            elif isinstance(value, tuple) and any(isinstance(v, str) for v in value):
                clean = tuple(printable(v) if isinstance(v, str) else v for v in value)
                object.__setattr__(self, field.name, clean)


@dataclass(frozen=True)
class Run(Printed):
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Runs: TypeAlias = tuple[Run, ...]


def plain(text: str) -> Runs:
    """One upright run."""
    return (Run(text),)
