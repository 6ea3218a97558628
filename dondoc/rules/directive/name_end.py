"""Where the name of a body ends by the grammar of names, whatever verb comes after it.

In print the words of a name are capitalised (“Sở Xây dựng”), so what follows a complete name in
small letters is its predicate: verbs need not be known.
"""

import re

from dondoc.rules.directive.name_words import (
    CAPITAL,
    CLOSED_GROUP,
    COMPLETE,
    FIELD_WORD,
    IN_GROUP,
    KIND,
    LEVELS_ALONE,
    LONG_NAMED,
    MANAGED,
    MEMBER,
    NO_PREDICATE,
    OF,
    OF_GROUP,
    TAIL,
    WHICH,
    WHOLE,
    WORD,
)
from dondoc.rules.directive.vocabulary import EVERYDAY, PROPER_START, VERB

MOST = 60  # words of one list of names
MOST_IN_FIELD = 6
JOINT = re.compile(r"\s*[,;]\s+(?:và\s+|cùng\s+)?|\s+(?:và|cùng|hoặc)\s+|\s+[-–]\s+|-(?=\w)")
BLANK = re.compile(r"\s+")
OTHER_HALF = re.compile(rf"và\s+(?=[{CAPITAL}])")
CAPITAL_NEXT = re.compile(rf"\s+[{CAPITAL}]")
GOES_ON = re.compile(rf"[{CAPITAL}]")

# what the word just taken was
HEAD, HALF, PLACE, WHOLE_NAME, GROUP, CLOSED, DANGLING = range(7)
GROUPS = (GROUP, CLOSED)


def name_end(text: str, start: int, limit: int, *, guess: bool = False) -> int | None:
    """Offset of the predicate after the bodies named from `start` on; None if none is certain.

    With `guess`, where a predicate must follow, the first small letters that are in no known name.
    """
    at, was, long = start, DANGLING, False
    for _ in range(MOST):
        step = _step(text, at, limit, was)
        if PROPER_START.match(text, at, limit):
            long = bool(LONG_NAMED.match(text, at, limit))
        elif step is None and long and was == WHOLE_NAME:
            step = _field(text, at, limit)
        if step is None:
            certain = _is_predicate(text, at, was)
            return at if certain or (guess and was != DANGLING and at > start) else None
        at, was = step
        if joint := JOINT.match(text, at, limit):
            if not _goes_on(text, joint.end(), limit, was):
                return None
            at, was = joint.end(), GROUP if was in GROUPS else DANGLING
        elif blank := BLANK.match(text, at, limit):
            at = blank.end()
        else:
            return None
    return None


def _step(text: str, at: int, limit: int, was: int) -> tuple[int, int] | None:
    """Takes one word of a name: where it ends and what it was; None where no name goes on."""
    if found := PROPER_START.match(text, at, limit):
        return found.end(), _kind(found[0])
    if was in (HEAD, WHOLE_NAME) and (found := LEVELS_ALONE.match(text, at, limit)):
        return found.end(), WHOLE_NAME
    if found := IN_GROUP.match(text, at, limit):
        return found.end(), _group(found[0])
    if was == HALF and (found := WORD.match(text, at, limit)) and not found["capital"]:
        return found.end(), WHOLE_NAME
    if VERB.match(text, at, limit) or (was in GROUPS and EVERYDAY.match(text, at, limit)):
        return None
    if found := OF.match(text, at, limit):
        return found.end(), DANGLING
    if found := TAIL.match(text, at, limit):
        grouped = was in GROUPS and not found[0].endswith("quan")
        return found.end(), CLOSED if grouped else WHOLE_NAME
    if found := MANAGED.match(text, at, limit):
        return found.end(), PLACE if CAPITAL_NEXT.match(text, found.end()) else WHOLE_NAME
    if was in GROUPS and (found := OF_GROUP.match(text, at, limit)):
        return found.end(), CLOSED
    if was in GROUPS and (found := MEMBER.match(text, at, limit)):
        return found.end(), _group(found[0])
    return _plain_word(text, at, limit, was)


def _field(text: str, at: int, limit: int) -> tuple[int, int] | None:
    """“Trung tâm Điều độ bến bãi”: what it works at goes on in small letters up to a verb."""
    start = end = at
    for _ in range(MOST_IN_FIELD):
        if any(form.match(text, at) for form in (VERB, EVERYDAY, OTHER_HALF)):
            return (end, WHOLE_NAME) if end > start else None
        found = FIELD_WORD.match(text, at, limit)
        if not found:
            return None
        end = found.end()
        blank = BLANK.match(text, end, limit)
        at = blank.end() if blank else end
    return None


def _kind(head: str) -> int:
    if KIND.fullmatch(head):
        return GROUP
    return WHOLE_NAME if COMPLETE.fullmatch(head) else HEAD


def _group(words: str) -> int:
    return CLOSED if CLOSED_GROUP.fullmatch(words) else GROUP


def _plain_word(text: str, at: int, limit: int, was: int) -> tuple[int, int] | None:
    """A capital opens a word of two syllables, unless capitals stand in a row: “Liên Chiểu”."""
    found = WORD.match(text, at, limit)
    if found and found["capital"]:
        if WHOLE.fullmatch(found[0]):
            return found.end(), WHOLE_NAME
        return found.end(), PLACE if was in (HALF, PLACE) else HALF
    return None


def _goes_on(text: str, at: int, limit: int, was: int) -> bool:
    """Whether another body, or another half of the same name, follows the comma or “và”."""
    if GOES_ON.match(text, at, limit) or IN_GROUP.match(text, at, limit):
        return True
    if VERB.match(text, at, limit):
        return False
    return bool((MEMBER if was in GROUPS else TAIL).match(text, at, limit))


def _is_predicate(text: str, at: int, was: int) -> bool:
    """After a whole name any small letters; after a group, whose names vary, a common verb."""
    if EVERYDAY.match(text, at) or VERB.match(text, at):
        return was not in (HEAD, HALF, DANGLING)
    if was == GROUP or (was == CLOSED and WHICH.match(text, at)):
        return False
    opens = was in (WHOLE_NAME, PLACE, CLOSED) and text[at : at + 1].islower()
    return opens and not NO_PREDICATE.match(text, at)
