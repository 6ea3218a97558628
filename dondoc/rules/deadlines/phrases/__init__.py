"""The phrases that set a deadline, as a table: first words, pattern, reader, example, guard.

A rule is tried only where one of its first words stands, in the order of the table; the first that
reads wins. `field` rules hold only where the phrase is a field of its own (a table cell,
“Thời gian: …”).
"""

from dondoc.rules.deadlines.phrases.days import DAYS
from dondoc.rules.deadlines.phrases.fields import FIELDS
from dondoc.rules.deadlines.phrases.lasting import LASTING
from dondoc.rules.deadlines.phrases.ranges import RANGES
from dondoc.rules.deadlines.phrases.recurring import RECURRING
from dondoc.rules.deadlines.phrases.table import Phrase
from dondoc.rules.deadlines.phrases.terms import TERMS

PHRASES: tuple[Phrase, ...] = (*RECURRING, *TERMS, *RANGES, *DAYS, *LASTING, *FIELDS)

__all__ = ["PHRASES", "Phrase"]
