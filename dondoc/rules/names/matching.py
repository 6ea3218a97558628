"""Finds a printed name among known ones; a doubtful match says so by its confidence and reason.

Each way of reading the print is looked up as it stands; only where that leaves a doubt are names
compared letter by letter. Two bodies that fit as well are never told apart by chance: a person is
asked.
"""

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from dondoc.rules.names.abbreviations import LONGEST, Spelling, canonical, spell
from dondoc.rules.names.readings import (
    BARE_PLACE,
    COMMITTEE,
    LOCAL,
    OTHER_KIND,
    PLACED,
    Place,
    Reading,
    place_of,
    readings,
    without_place,
    without_title,
)
from dondoc.rules.names.slips import likeness, numbers, outline

MOST = 5
EXACT, SAME, BARE, OTHER_MARKS, PARTIAL = 1.0, 0.98, 0.97, 0.9, 0.75
RECOGNISED, DOUBTFUL, NEAR = 0.7, 0.55, 0.5
MARKS = "khác dấu"
# bodies of which a committee has but one, and which are printed without its name
OFFICES = {canonical(n) for n in ("Văn phòng", "Thanh tra", "Công an", "Ban Chỉ huy quân sự",
                                  "Bộ Chỉ huy quân sự", "Kho bạc Nhà nước")}  # fmt: skip
FIELD_OF = {canonical(n) for n in ("Sở", "Phòng", "Cục")}
FEWEST_WORDS = 4
"""Words of a beginning that names a body; of a department's, one fewer."""
REACH = 3
"""Letters within which another body is a rival of a misread name."""


@dataclass(frozen=True)
class OtherName:
    """A name a body is known by besides its own: how surely, and why."""

    text: str
    sure: float
    reason: str


@dataclass(frozen=True)
class KnownName:
    """A body of the directory with all names it is known by."""

    id: int
    names: tuple[str, ...]
    others: tuple[OtherName, ...] = ()


@dataclass(frozen=True)
class Match:
    """A body a printed name may mean, how surely (0..1), by which of its names, and why."""

    id: int
    confidence: float
    matched: str
    reason: str = ""


@dataclass(frozen=True)
class _Entry:
    """One way in which one body may be printed."""

    id: int
    name: OtherName
    words: Spelling
    place: Place | None = None


class Names:
    """The names of a directory, arranged for looking up; `home` is the committee's own name."""

    def __init__(self, directory: Iterable[KnownName], home: str = "") -> None:
        self.home = place_of(spell(home))
        self.entries: list[_Entry] = []
        self.by_text: dict[str, list[_Entry]] = defaultdict(list)
        self.by_place: dict[str, list[_Entry]] = defaultdict(list)
        for known in directory:
            for name in (*(OtherName(n, EXACT, "") for n in known.names if n), *known.others):
                self._arrange(_Entry(known.id, name, spell(name.text)))
        self.outlines = [outline(entry.words) for entry in self.entries]
        self.texts = [entry.words.text for entry in self.entries]
        self.sorted = sorted((text, n) for n, text in enumerate(self.texts))

    def _arrange(self, entry: _Entry) -> None:
        """By its words, by its words without the place at their end, a committee by its place."""
        self._add(entry)
        body, place = without_place(entry.words)
        if place and body.text == COMMITTEE:
            proper = entry.words.part(-len(place.proper.split()))
            self.by_place[place.proper].append(replace(entry, words=proper, place=place))
        elif place:
            reason = entry.name.reason or "lược địa danh"
            name = replace(entry.name, sure=min(LOCAL, entry.name.sure), reason=reason)
            self._add(replace(entry, name=name, words=body, place=place))

    def _add(self, entry: _Entry) -> None:
        self.entries.append(entry)
        self.by_text[entry.words.text].append(entry)

    def find(self, printed: str) -> tuple[Match, ...]:
        """Bodies the printed name may mean, the surest first; the nearest where none is sure."""
        if len(printed) > LONGEST or not (words := spell(printed)).plain:
            return ()
        best: dict[int, Match] = {}
        ways = self._readings(words)
        _keep(best, self._read(printed, ways))
        _keep(best, self._placed(printed, without_title(words)))
        _keep(best, self._partial(without_title(words).text))
        if _top(best) < BARE:
            self._compare(ways, best)
        if not _is_recognised(best):
            _keep(best, self._near(words))
        return tuple(_ranked(best)[:MOST])

    def knows(self, printed: str) -> bool:
        """Is it a name as it stands, of one body, without comparing letters?"""
        best: dict[int, Match] = {}
        if len(printed) <= LONGEST:
            _keep(best, self._read(printed, self._readings(spell(printed))))
        return _is_recognised(best) and _top(best) >= PLACED

    def go_on_from(self, printed: str) -> bool:
        """Does some name begin with these words and go on?"""
        return next(self._beginning(without_title(spell(printed)).text), None) is not None

    def _readings(self, words: Spelling) -> tuple[Reading, ...]:
        """With “Sở X Đà Nẵng” read as Sở X where this is Đà Nẵng."""
        here = tuple(self.home.proper.split()) if self.home else ()
        led = without_title(words)
        if here and led.plain[-len(here) :] == here and not without_place(led)[1]:
            return (*readings(words), Reading(led.part(0, -len(here)), LOCAL, "lược địa danh"))
        return readings(words)

    def _read(self, printed: str, ways: Sequence[Reading]) -> Iterator[Match]:
        """Each reading of the print, looked up as it stands."""
        for way in ways:
            for entry in self.by_text.get(way.words.text, ()):
                if self._is_here(way, entry):
                    yield _match(printed, way, entry)

    def _is_here(self, way: Reading, entry: _Entry) -> bool:
        """“Công an phường X” is not Công an thành phố, nor “Sở Y tế tỉnh Y” a department here."""
        place = entry.place or self.home
        if self.home and place and not place.proper and place.kind == self.home.kind:
            place = self.home
        here = way.place is None or way.place.may_be(place)
        return here and not (way.place and self._ends_with_another(way.place.proper))

    def _ends_with_another(self, proper: str) -> bool:
        """“Công an thành phố, Sở Y tế”: what follows the place is a body, not the place's name."""
        words = proper.split()
        return any(" ".join(words[at:]) in self.by_text for at in range(len(words)))

    def _placed(self, printed: str, words: Spelling) -> Iterator[Match]:
        """“Liên Chiểu” alone, or “xã Hòa Hải” where Hòa Hải is a ward."""
        place = place_of(words)
        for entry in self.by_place.get(place.proper if place else words.text, ()):
            if place is None:
                way = Reading(words, BARE_PLACE, "chỉ ghi địa danh")
                yield _match(printed, way, entry)
            elif entry.place and place.kind != entry.place.kind:
                sure = min(OTHER_KIND, entry.name.sure)
                yield Match(entry.id, sure, entry.name.text, "cùng địa danh, khác cấp")

    def _partial(self, text: str) -> Iterator[Match]:
        """“Văn phòng” for “Văn phòng UBND thành phố”, “Sở Nông nghiệp” for the only one."""
        words = text.split()
        fewest = FEWEST_WORDS - (words[0] in FIELD_OF if words else 0)
        if text not in OFFICES and (len(words) < fewest or text == COMMITTEE):
            return
        sure = DOUBTFUL if text.startswith(COMMITTEE) else PARTIAL
        for entry in self._beginning(text):
            reason = entry.name.reason or "một phần của tên"
            yield Match(entry.id, min(sure, entry.name.sure), entry.name.text, reason)

    def _beginning(self, text: str) -> Iterator[_Entry]:
        """The entries that begin with these words and go on."""
        for at in range(bisect_left(self.sorted, (f"{text} ", 0)), len(self.sorted)):
            known, n = self.sorted[at]
            if not known.startswith(f"{text} "):
                return
            yield self.entries[n]

    def _compare(self, ways: Sequence[Reading], best: dict[int, Match]) -> None:
        """What may have been misread; where another body comes as near, nobody is recognised."""
        known = _is_recognised(best)
        for way in ways:
            near = self._within_reach(way)
            for entry, distance in near:
                sure = min(likeness(way.words, entry.words), entry.name.sure, way.sure)
                reach = distance + (distance > 0)  # what scanners confuse alike has no doubt of it
                if known or any(d <= reach and e.id != entry.id for e, d in near):
                    sure = min(sure, DOUBTFUL)
                reason = entry.name.reason or "gần giống, có thể lỗi quét"
                _keep(best, (Match(entry.id, sure, entry.name.text, reason),) if sure else ())
            _doubt(best, {entry.id for entry, distance in near if distance <= 1})

    def _within_reach(self, way: Reading) -> list[tuple[_Entry, int]]:
        """The entries a few letters away, of the same numbers and place, with their distance."""
        near = process.extract(
            outline(way.words), self.outlines, scorer=Levenshtein.distance, score_cutoff=REACH,
            limit=4 * MOST,
        )  # fmt: skip
        found = ((self.entries[n], distance) for _, distance, n in near)
        return [
            (entry, distance)
            for entry, distance in found
            if numbers(entry.words) == numbers(way.words) and self._is_here(way, entry)
        ]

    def _near(self, words: Spelling) -> Iterator[Match]:
        """The names that look most alike, to choose from."""
        led = readings(words)[-1].words
        near = process.extract(
            led.text, self.texts, scorer=Levenshtein.normalized_similarity, limit=2 * MOST
        )
        for _, alike, n in near:
            entry = self.entries[n]
            reason = entry.name.reason or "gần giống"
            sure = round(min(NEAR * alike, entry.name.sure), 2)
            yield Match(entry.id, sure, entry.name.text, reason)


def _match(printed: str, way: Reading, entry: _Entry) -> Match:
    """How surely words that are the same mean the body: by their marks and how they were read."""
    sure, reason = _by_marks(printed, way.words, entry)
    for other, why in ((way.sure, way.reason), (entry.name.sure, entry.name.reason)):
        if other <= sure:
            sure, reason = other, reason if reason == MARKS else why or reason
    return Match(entry.id, sure, entry.name.text, reason)


def _by_marks(printed: str, words: Spelling, entry: _Entry) -> tuple[float, str]:
    if _one_way(printed) == _one_way(entry.name.text):
        return EXACT, "đúng tên"
    shortened = words.shortened and not entry.words.shortened
    if words.toned == entry.words.toned:
        return SAME, "tên viết tắt" if shortened else "đúng tên"
    if words.bare:
        return BARE, "tên viết tắt" if shortened else "viết không dấu"
    return OTHER_MARKS, MARKS


def _one_way(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _keep(best: dict[int, Match], found: Iterable[Match]) -> None:
    """Each body once, by the surest of its matches."""
    for one in found:
        if one.id not in best or one.confidence > best[one.id].confidence:
            best[one.id] = one


def _doubt(best: dict[int, Match], near: set[int]) -> None:
    """Marks that fit nobody, and another body a letter away: which is meant must be asked."""
    for pk, found in best.items():
        if found.reason == MARKS and near - {pk}:
            best[pk] = replace(found, confidence=min(found.confidence, DOUBTFUL))


def _top(best: dict[int, Match]) -> float:
    return max((found.confidence for found in best.values()), default=0.0)


def _is_recognised(best: dict[int, Match]) -> bool:
    """One body stands out, surely enough."""
    top = _top(best)
    return top >= RECOGNISED and sum(m.confidence == top for m in best.values()) == 1


def _ranked(best: dict[int, Match]) -> list[Match]:
    """The surest first; of several that fit as well each is doubtful, unless it is exact."""
    top = _top(best)
    if RECOGNISED <= top < EXACT and not _is_recognised(best):
        best = {pk: replace(m, confidence=min(m.confidence, DOUBTFUL)) for pk, m in best.items()}
    return sorted(best.values(), key=lambda m: (-m.confidence, m.id))


def match(printed: str, directory: Sequence[KnownName]) -> tuple[Match, ...]:
    """One name in a directory that is asked but once."""
    return Names(directory).find(printed)
