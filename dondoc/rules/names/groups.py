"""Group addressees: “các sở, ban, ngành”, “UBND các quận, huyện”, “các cơ quan, đơn vị”."""

import re
from dataclasses import dataclass
from typing import Literal

from dondoc.rules.names.abbreviations import canonical

AgencyKind = Literal["department", "board", "district", "commune", "division", "centre", "office"]
ALL: frozenset[AgencyKind] = frozenset(
    ("department", "board", "district", "commune", "division", "centre", "office")
)


@dataclass(frozen=True)
class GroupKind:
    """Kinds of agencies a group addressee covers; `related`: only those concerned, to be picked."""

    kinds: frozenset[AgencyKind]
    everyone: bool = False
    except_names: tuple[str, ...] = ()
    related: bool = False


# words of group addressees and the kinds they cover, longest first
WORDS: tuple[tuple[str, tuple[AgencyKind, ...]], ...] = (
    ("phong chuyen mon", ("division",)),
    ("bo phan chuyen mon", ("division",)),
    ("phong ban chuyen mon", ("division",)),
    ("co quan chuyen mon", ("department",)),
    ("don vi su nghiep cong lap", ("centre",)),
    ("don vi su nghiep", ("centre",)),
    ("ban quan ly", ("board",)),
    ("uy ban nhan dan", ()),
    ("chinh quyen dia phuong", ("district", "commune")),
    ("dia phuong", ("district", "commune")),
    ("cap huyen", ("district",)),
    ("cap xa", ("commune",)),
    ("thi xa", ("district",)),
    ("thi tran", ("commune",)),
    ("dac khu", ("commune",)),
    ("trung tam", ("centre",)),
    ("van phong", ("office",)),
    ("co quan", ()),
    ("don vi", ()),
    ("to chuc", ()),
    ("doan the", ()),
    ("hoi", ()),
    ("quan", ("district",)),
    ("huyen", ("district",)),
    ("phuong", ("commune",)),
    ("xa", ("commune",)),
    ("phong", ("division",)),
    ("bo phan", ("division",)),
    ("so", ("department",)),
    ("nganh", ("department",)),
    ("ban", ("board",)),
)
ANYBODY = {"co quan", "don vi", "to chuc"}
FILLERS = (
    "cac", "tat ca", "toan the", "nhung", "thu truong", "giam doc", "chu tich", "truong",
    "lanh dao", "nguoi dung dau", "hanh chinh khac", "cap tinh", "cap thanh pho", "thanh pho",
    "tinh", "khac",
)  # fmt: skip
EXCEPT = re.compile(
    r"[,(]?\s*(?:ngoại\s+trừ|trừ|không\s+bao\s+gồm|không\s+kể)\s+(.+?)\)?$", re.IGNORECASE
)
BELONGS = re.compile(r" (?:truc thuoc|thuoc|tren dia ban|cua) .*$")
RELATED = re.compile(r" (?:co )?(?:lien quan|duoc giao|nhiem vu)\b")
PLURAL = re.compile(r"\bcac\b|\btat ca\b|\btoan the\b|\bcap (?:xa|huyen)\b")


def is_group(printed: str) -> GroupKind | None:
    """The kinds of agencies a group addressee means, or None for the name of a single body."""
    base, except_names = _exceptions(printed)
    words = BELONGS.sub("", RELATED.sub("", canonical(base)))
    if not PLURAL.search(words) and not _is_list(base):
        return None
    kinds, anybody, rest = _covered(words)
    if rest.strip() or not (kinds or anybody):
        return None
    related = bool(RELATED.search(canonical(base)))
    everyone = anybody and not kinds and not related
    return GroupKind(ALL if everyone else kinds, everyone, except_names, related)


def _exceptions(printed: str) -> tuple[str, tuple[str, ...]]:
    found = EXCEPT.search(printed)
    if not found:
        return printed, ()
    names = re.split(r"\s*[,;]\s*|\s+và\s+", found[1].strip(" .;"))
    return printed[: found.start()], tuple(name for name in names if name)


def _is_list(base: str) -> bool:
    """“Sở, ban, ngành”, “UBND xã, phường”."""
    return bool(re.search(r"\w\s*,\s*\w", base))


def _covered(words: str) -> tuple[frozenset[AgencyKind], bool, str]:
    """Kinds met, whether “cơ quan, đơn vị” stands there, and what is left unexplained."""
    left = f" {words} "
    kinds: set[AgencyKind] = set()
    anybody = False
    for word, meant in WORDS:
        if f" {word} " in left:
            left = left.replace(f" {word} ", "  ")
            kinds.update(meant)
            anybody = anybody or word in ANYBODY
    for word in FILLERS:
        left = left.replace(f" {word} ", "  ")
    return frozenset(kinds), anybody, left
