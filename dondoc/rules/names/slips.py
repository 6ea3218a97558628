"""How near a misread name comes to a known one; numbers are never mended.

What a scanner confuses alike (“l” and “1”, “rn” and “m”, “đ” and “d”, a lost mark, a lost blank) is
no difference; beyond that, letters are counted.
"""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from dondoc.rules.names.abbreviations import Spelling
from dondoc.rules.names.readings import kind_at

LONG_ENOUGH = 10
"""Letters under which nothing is mended but what scanners confuse alike."""
SHORT_WORD = 3
"""Letters under which no word is mended: Sở is not Bộ."""
LONG_WORD = 5
"""Letters under which the word of a place is not mended: Hòa Phú is not Hòa Phi."""
ALIKE, ONE_LETTER, MORE = 0.85, 0.8, 0.72
TWO_LETTERS_FROM = 10
CONFUSED = (
    ("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "i"), ("l", "i"), ("j", "i"),
    ("5", "s"), ("9", "g"), ("q", "g"), ("6", "b"), ("8", "b"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def outline(words: Spelling) -> str:
    """The name without blanks, in the shapes a scanner tells apart; numbers stand as printed."""
    return "".join(word if word.isdigit() else _shape(word) for word in words.plain)


@lru_cache(maxsize=20_000)
def _shape(word: str) -> str:
    for seen, meant in CONFUSED:
        word = word.replace(seen, meant)
    return word


def numbers(words: Spelling) -> tuple[str, ...]:
    """The numbers of a name: “Phường 12” is never “Phường 1 2”, nor “Phường l2”."""
    return tuple(word for word in words.plain if word.isdigit())


def likeness(printed: Spelling, known: Spelling) -> float:
    """How surely the one is the other misread: 0 where it may as well be another name."""
    if numbers(printed) != numbers(known):
        return 0.0
    a, b = outline(printed), outline(known)
    if a == b:
        return ALIKE
    if len(a) < LONG_ENOUGH:
        return 0.0
    if len(printed.plain) == len(known.plain):
        return _by_words(printed, known)
    no_place = _place_from(known) == len(known.plain)
    return MORE if no_place and Levenshtein.distance(a, b, score_cutoff=1) == 1 else 0.0


def _by_words(printed: Spelling, known: Spelling) -> float:
    """In a third of the words at most, each by a letter, those of a place only when long."""
    place = _place_from(known)
    changed = [
        (x, y, at >= place)
        for at, (x, y) in enumerate(zip(printed.plain, known.plain, strict=True))
        if _shape(x) != _shape(y)
    ]
    if len(changed) > max(1, len(known.plain) // 3) or not all(_misread(*one) for one in changed):
        return 0.0
    return ONE_LETTER if len(changed) == 1 and not changed[0][2] else MORE


@lru_cache(maxsize=20_000)
def _place_from(words: Spelling) -> int:
    """Where the name proper of a place begins."""
    for at in range(len(words.plain)):
        if size := kind_at(words, at):
            return at + size
    return len(words.plain)


def _misread(x: str, y: str, in_place: bool) -> bool:
    """One letter of a word, two of a very long one; of a place only inside its long words."""
    shortest = min(len(x), len(y))
    if not (x + y).isalpha() or shortest < SHORT_WORD:
        return False
    if in_place and (shortest < LONG_WORD or x[0] != y[0]):
        return False
    most = 1 + len(y) // TWO_LETTERS_FROM
    return Levenshtein.distance(_shape(x), _shape(y), score_cutoff=most) <= most
