"""What a row of the table of phrases holds."""

import re
from dataclasses import dataclass

from dondoc.rules.deadlines.guards import Guard, always
from dondoc.rules.deadlines.readers import Reader
from dondoc.rules.deadlines.words import pattern


@dataclass(frozen=True)
class Phrase:
    """One way of printing a deadline."""

    words: tuple[str, ...]
    form: re.Pattern[str]
    reader: Reader
    example: str
    guard: Guard = always
    field: bool = False


def rule(
    words: str, form: str, reader: Reader, example: str, guard: Guard = always, field: bool = False
) -> Phrase:
    """A row: first words (“#” a number), form, reader, example, guard, whether only in a field."""
    return Phrase(tuple(words.split()), pattern(form), reader, example, guard, field)


BY = "trước chậm muộn đến cho hạn không"
EVERY = "hằng hàng mỗi định"
