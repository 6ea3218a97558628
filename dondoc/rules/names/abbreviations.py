"""One spelling for comparison: no capitals, abbreviations written out, marks kept apart."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dondoc.rules.folding import fold
from dondoc.rules.names.short_forms import (
    AFTER_KIND,
    ANYWHERE,
    BEFORE_A_BODY,
    BEFORE_A_TITLE,
    CENTRE,
    IN_CAPITALS,
    KINDS,
    LED_BY,
    PLACES,
    TITLES_BEGIN,
    TOWN,
)

LONGEST = 400
"""Letters beyond which a text is no name."""
LONGEST_SPELLED = 2_000
LONGEST_GLUED = 20
UNSEEN = re.compile(r"[\u00ad\u02b0-\u02ff\u200b-\u200f\u2060\ufeff]")
SEEN_AS = str.maketrans({"§": "S", "$": "S", "|": "l"})
# what a scanner sees at the edges of a line: “s-=”, “i ~”; “; ệ”
STRAY_BEFORE = re.compile(r"^\W*(?:\w{1,2} ?[-~=_<>*+]*[~=_<>*+]+)?")
STRAY_AFTER = re.compile(r"[;:]\W*(\w{0,2})\W*$")
PART_IN_IT = re.compile(r"\((?:chủ trì|phối hợp|thường trực|cơ quan thường trực|đầu mối)[^()]*\)")
WORD = re.compile(r"[^\W_]+")
GLUED = re.compile(r"^(?P<letters>ubnd|hdnd)(?P<rest>[a-z]{2,})$|^(?P<place>[qpx])(?P<number>\d+)$")
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
Y_AFTER = re.compile(r"^([hklmstv]|qu)y$")
MISREAD = "ĐJBND"
"""The longest of many shapes a scanner gives UBND: ĐBND, ƯBND, UJBND, BND."""
MOST_PARTS = 5
"""Pieces of one abbreviation: “N N & P T N T” has more, and is left alone."""


@dataclass(frozen=True)
class Spelling:
    """The words of a name, without marks (`plain`) and with each tone at its word's end."""

    plain: tuple[str, ...]
    toned: tuple[str, ...]
    shortened: bool = False
    bare: bool = False
    """Printed without any marks, as when typed in haste."""

    @property
    def text(self) -> str:
        return " ".join(self.plain)

    def part(self, start: int, end: int | None = None) -> "Spelling":
        """Some of its words."""
        return Spelling(self.plain[start:end], self.toned[start:end], self.shortened, self.bare)

    def after(self, other: "Spelling") -> "Spelling":
        """Its words, with those of another in front."""
        plain, toned = other.plain + self.plain, other.toned + self.toned
        return Spelling(plain, toned, self.shortened, self.bare)


def canonical(name: str) -> str:
    """The name in plain words: “Sở NN&MT” → “so nong nghiep moi truong”."""
    return spell(name).text


@lru_cache(maxsize=20_000)
def spell(name: str) -> Spelling:
    """“Sở NN&MT”, “SỞ  NÔNG NGHIỆP VÀ MÔI TRƯỜNG”: the same words, however they are written."""
    tokens = [part for word in WORD.findall(_seen(name)) for part in _unglued(word)]
    words: list[str] = []
    shortened = False
    at = 0
    while at < len(tokens):
        meant, taken = _written_out(tokens, at, _before(words))
        words += meant.split()
        shortened = shortened or meant != tokens[at].lower()
        at += taken
    toned = [_toned(word) for word in words]
    kept = [(p, t) for p, t in ((fold(t), t) for t in toned) if p not in ("va", "")]
    bare = all(_is_bare(token) for token in tokens)
    return Spelling(tuple(p for p, _ in kept), tuple(t for _, t in kept), shortened, bare)


def _seen(name: str) -> str:
    """The print without what only a scanner saw; a number or a capital at the end is kept."""
    seen = unicodedata.normalize("NFC", UNSEEN.sub("", name)).translate(SEEN_AS)
    seen = PART_IN_IT.sub(" ", seen[:LONGEST_SPELLED])
    seen = STRAY_BEFORE.sub("", " ".join(seen.split()))
    after = STRAY_AFTER.search(seen)
    return seen[: after.start()] if after and (not after[1] or after[1].islower()) else seen


def _before(words: list[str]) -> str:
    """The word before, folded; “văn phòng” is no “phòng”."""
    last = [fold(word) for word in words[-2:]]
    return "" if last == ["van", "phong"] else "".join(last[-1:])


def _unglued(word: str) -> Iterator[str]:
    """“UBNDphường”, “Q1”: two words without a blank between."""
    found = GLUED.match(fold(word)) if len(word) <= LONGEST_GLUED else None
    cut = found.end("letters") if found and found["letters"] else 1
    if found and len(fold(word)) == len(word):
        yield from (word[:cut], word[cut:])
    else:
        yield word


def _is_bare(token: str) -> bool:
    return fold(token) == token.lower().replace("đ", "d")


def _written_out(tokens: list[str], at: int, before: str) -> tuple[str, int]:
    """What the abbreviation standing here means, and how many pieces it has."""
    token = tokens[at]
    letters = fold(token)
    if letters.endswith("bnd") and len(token) <= len(MISREAD) and token[1:].isupper():
        return ANYWHERE["ubnd"], 1
    if not _is_bare(token):
        return token.lower(), 1
    found = _joined(tokens, at)
    if before in KINDS and letters in AFTER_KIND and (found is None or found[1] == 1):
        return AFTER_KIND[letters], 1  # “Sở TP” is of justice, “Công an TP” of the city
    if found:
        return found
    following = _following(tokens, at)
    if letters in BEFORE_A_BODY and token.isupper() and following in (*KINDS, "ubnd", "uy", "vp"):
        return BEFORE_A_BODY[letters], 1
    if token.isupper() and letters in IN_CAPITALS and (at == 0 or before in LED_BY):
        return IN_CAPITALS[letters], 1  # “CA TP”, but “XÃ CA THÀNH”
    return _place_or_kind(tokens, at, before, following), 1


def _joined(tokens: list[str], at: int) -> tuple[str, int] | None:
    """The longest abbreviation whose pieces stand here, “và” between them or not."""
    pieces, found = "", None
    for taken, token in enumerate(tokens[at : at + MOST_PARTS], start=1):
        if len(token) > 8 or not (_is_bare(token) or fold(token) == "va"):
            break
        if fold(token) != "va":
            pieces += fold(token)
            found = (ANYWHERE[pieces], taken) if pieces in ANYWHERE else found
    return found


def _following(tokens: list[str], at: int) -> str:
    return fold(tokens[at + 1]) if at + 1 < len(tokens) else ""


def _place_or_kind(tokens: list[str], at: int, before: str, following: str) -> str:
    """“P. Hòa Hải”, “P. Giám đốc”, “P. KT”; “TT” of a place or of a service; “SXD”."""
    token = tokens[at]
    letters = fold(token)
    if letters in BEFORE_A_TITLE and following in TITLES_BEGIN and before != "dan":
        return BEFORE_A_TITLE[letters]
    if letters in PLACES and following:
        shortened = following in AFTER_KIND or _joined(tokens, at + 1) is not None
        is_field = letters == "p" and tokens[at + 1].isupper() and shortened
        return "phòng" if is_field else PLACES[letters]
    if letters == "tt" and token.isupper():
        return TOWN if before == "dan" else CENTRE
    field = letters[1:]
    if at == 0 and token.isupper() and letters[0] == "s" and len(tokens) <= 2 + MOST_PARTS:
        known = AFTER_KIND.get(field) or ANYWHERE.get(field)
        return f"sở {known}" if known else token.lower()
    return token.lower()


def _toned(word: str) -> str:
    """Letters first, tone last, so that “hoà” and “hòa” are one; “kỹ” as “kĩ”."""
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(letter for letter in letters if ord(letter) in TONES)
    base = unicodedata.normalize("NFC", letters.translate(TONES))
    return Y_AFTER.sub(r"\1i", base) + tone
