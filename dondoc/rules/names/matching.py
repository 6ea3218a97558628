"""Finds a printed name in a directory of known ones; a doubtful match says so by its confidence.

“Giám đốc Sở X” means Sở X, “Chủ tịch UBND quận Y” and “quận Y” mean UBND quận Y, “Sở X thành phố”
means Sở X. A slip of the scanner is forgiven only in long names and never in numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dondoc.rules.names.abbreviations import canonical

LEADER = re.compile(
    r"^(?:dong chi |ong |ba )?(?:pho |quyen )?(?:tong giam doc|giam doc|chu tich|thu truong"
    r"|nguoi dung dau|bo truong|cuc truong|chi cuc truong"
    r"|bi thu|hieu truong|chu nhiem|lanh dao|tong bien tap) (?=\w)"
)
HEAD_OF = re.compile(
    r"^(?:dong chi |ong |ba )?(?:pho )?(?:truong|chanh) (?=(?:phong|ban|van phong|thanh tra"
    r"|cong an|chi cuc|tram|bo phan)\b)"
)
PLACE_TAIL = re.compile(
    r" (?:tren dia ban |(?:truc thuoc |thuoc |cua )(?:uy ban nhan dan )?)?(?:thanh pho|tinh"
    r"|quan|huyen|xa|phuong|dac khu)(?: [a-z0-9 ]+)?$"
)
COMMITTEE = "uy ban nhan dan "
PLACE = re.compile(r"^(?:quan|huyen|thi xa|phuong|xa|thi tran|dac khu|thanh pho|tinh) \w")
# bodies of which a committee has but one, and which are printed without its name
OFFICES = {"van phong", "thanh tra", "cong an", "ban chi huy quan su", "kho bac nha nuoc"}
SURE, LED, LOCAL, PLACED, PARTIAL, SLIP = 0.98, 0.95, 0.9, 0.88, 0.75, 0.7
MOST = 5
LONG_WORD = 5  # letters under which a place name is not mended
PLACE_IN = re.compile(r" (?:quan|huyen|thi xa|phuong|xa|thi tran|dac khu) ")
LONG_ENOUGH = 12  # letters under which no slip is forgiven


@dataclass(frozen=True)
class KnownName:
    """A body of the directory with all names it is known by."""

    id: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A body a printed name may mean, how surely (0..1), and by which of its names."""

    id: int
    confidence: float
    matched: str


def match(printed: str, directory: Sequence[KnownName]) -> tuple[Match, ...]:
    """Bodies the printed name may mean, the surest first; none rather than a wild guess."""
    wanted = _readings(canonical(printed))
    best: dict[int, Match] = {}
    for known in directory:
        for name in known.names:
            found = Match(known.id, _confidence(printed, wanted, name), name)
            if found.confidence > best.get(known.id, Match(0, 0, "")).confidence:
                best[known.id] = found
    ranked = sorted(best.values(), key=lambda m: (-m.confidence, m.id))
    return tuple(_unless_ambiguous(ranked))[:MOST]


def _unless_ambiguous(ranked: list[Match]) -> Iterator[Match]:
    """A part of a name or a slip names a body only when no other fits as well."""
    for found in ranked:
        rivals = sum(m.confidence == found.confidence for m in ranked)
        if found.confidence > PARTIAL or rivals == 1:
            yield found
        else:
            yield Match(found.id, round(found.confidence / 1.5, 2), found.matched)


@lru_cache(maxsize=20_000)
def _readings(words: str) -> tuple[tuple[str, float], ...]:
    """What a name may stand for, and how surely."""
    readings = [(words, 1.0)]
    led = HEAD_OF.sub("", LEADER.sub("", words))
    if led != words:
        readings.append((led, LED))
    local = PLACE_TAIL.sub("", led)
    if local != led and " " in local and local + " " != COMMITTEE:
        readings.append((local, LOCAL))
    if PLACE.match(led):
        readings.append((COMMITTEE + led, PLACED))
    return tuple(readings)


def _confidence(printed: str, wanted: tuple[tuple[str, float], ...], name: str) -> float:
    known = canonical(name)
    if " ".join(printed.split()).casefold() == " ".join(name.split()).casefold():
        return 1.0
    for words, sure in wanted:
        if words == known:
            return min(sure, SURE)
    for words, sure in wanted:
        if words == PLACE_TAIL.sub("", known) and words + " " != COMMITTEE:
            return min(sure, LOCAL)
    return _partial(wanted[0][0], known)


def _partial(words: str, known: str) -> float:
    """“Văn phòng” for “Văn phòng UBND thành phố”; a letter or two misread."""
    enough = words in OFFICES or words.count(" ") >= 3
    if enough and known.startswith(words + " ") and words + " " != COMMITTEE:
        return PARTIAL
    return SLIP if _is_slip(words, known) else 0.0


def _is_slip(words: str, known: str) -> bool:
    """Same number of words, same numbers, and in a third of the words at most a letter misread."""
    a, b = words.split(), known.split()
    if len(a) != len(b) or len(words) < LONG_ENOUGH:
        return False
    changed = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    shortest = LONG_WORD if PLACE_IN.search(known) else 1  # xã Hòa Phú is not xã Hòa Phi
    return 0 < len(changed) <= max(1, len(a) // 3) and all(
        _misread(x, y, shortest) for x, y in changed
    )


def _misread(x: str, y: str, shortest: int) -> bool:
    """One letter of a word, two of a very long one, never the first and never a number."""
    if x[0] != y[0] or not (x + y).isalpha() or min(len(x), len(y)) < shortest:
        return False
    return _distance(x, y) <= 1 + len(y) // (2 * LONG_WORD)


def _distance(a: str, b: str) -> int:
    """Letters to change, add or take away (Levenshtein)."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
