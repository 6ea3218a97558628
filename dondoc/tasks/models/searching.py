"""Finding tasks by words, with accents or without, on both databases.

Every word must be there, the last perhaps only begun. Words typed with accents rank the tasks
that were written with them above those that merely fold alike: đường before dương.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection
from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from dondoc.rules.folding import fold

LONGEST_QUERY = 200
MOST_WORDS = 12
WORD = re.compile(r"[^\W_]+")
Rows = TypeVar("Rows", bound=QuerySet[Any])


@dataclass(frozen=True)
class Words:
    """What was typed: the words folded, and as written where they carry accents."""

    folded: tuple[str, ...]
    written: tuple[str, ...]

    @classmethod
    def of(cls, typed: str) -> "Words":
        """The words of whatever was typed; signs and anything too long are let go."""
        text = unicodedata.normalize("NFC", typed[:LONGEST_QUERY]).lower()
        folded = tuple(WORD.findall(fold(text))[:MOST_WORDS])
        written = tuple(WORD.findall(text)[:MOST_WORDS])
        return cls(folded, written if written != folded else ())


def with_words(rows: Rows, typed: str) -> Rows:
    """The rows that hold every word, each told whether it was `as_written`; none for no words."""
    words = Words.of(typed)
    if not words.folded:
        return rows.none().annotate(as_written=Value(False))
    found = rows.filter(_holding(rows, "search", words.folded))
    if not words.written:
        return found.annotate(as_written=Value(False))
    exact = When(_holding(rows, "content", words.written), then=Value(True))
    return found.annotate(as_written=Case(exact, default=Value(False), output_field=BooleanField()))


def _holding(rows: Rows, column: str, words: tuple[str, ...]) -> Q:
    if connection.vendor == "sqlite":
        table = rows.model._meta.db_table
        sql = f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH %s"  # noqa: S608  our own name
        quoted = " ".join(f'"{word}"' for word in words)
        return Q(pk__in=RawSQL(sql, [f"{column} : ({quoted}*)"]))  # noqa: S611  words are letters only
    *whole, begun = words
    patterns = [rf"\m{word}\M" for word in whole] + [rf"\m{begun}"]
    return Q(*(Q(**{f"{column}__iregex": pattern}) for pattern in patterns))
