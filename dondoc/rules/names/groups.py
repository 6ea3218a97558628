"""Group addressees: “các sở, ban, ngành”, “UBND các quận, huyện”, “các cơ quan, đơn vị”."""

import re
from dataclasses import dataclass
from typing import Literal

from dondoc.rules.names.abbreviations import canonical

AgencyKind = Literal["department", "board", "district", "commune", "division", "centre", "office"]
ALL: frozenset[AgencyKind] = frozenset(
    ("department", "board", "district", "commune", "division", "centre", "office")
)
LONGEST = 2_000
"""Letters beyond which a text is no group addressee."""


@dataclass(frozen=True)
class GroupKind:
    """Kinds of agencies a group addressee covers; `related`: only those concerned, to be picked."""

    kinds: frozenset[AgencyKind]
    everyone: bool = False
    except_names: tuple[str, ...] = ()
    related: bool = False


# words of group addressees and the kinds they cover, longest first
WORDS: tuple[tuple[str, tuple[AgencyKind, ...]], ...] = (
    ("phòng, ban chuyên môn", ("division",)),
    ("phòng chuyên môn", ("division",)),
    ("bộ phận chuyên môn", ("division",)),
    ("cơ quan chuyên môn cấp xã", ("division",)),
    ("cơ quan chuyên môn", ("department",)),
    ("cơ quan ngang sở", ("department",)),
    ("đơn vị sự nghiệp công lập", ("centre",)),
    ("đơn vị sự nghiệp", ("centre",)),
    ("ban quản lý", ("board",)),
    ("hội đồng nhân dân", ()),
    ("ủy ban nhân dân", ()),
    ("chính quyền địa phương", ("district", "commune")),
    ("địa phương", ("district", "commune")),
    ("cấp huyện", ("district",)),
    ("cấp xã", ("commune",)),
    ("thị xã", ("district",)),
    ("thị trấn", ("commune",)),
    ("đặc khu", ("commune",)),
    ("trung tâm", ("centre",)),
    ("văn phòng", ("office",)),
    ("doanh nghiệp nhà nước", ()),
    ("doanh nghiệp", ()),
    ("cơ quan", ()),
    ("đơn vị", ()),
    ("tổ chức", ()),
    ("cá nhân", ()),
    ("đoàn thể", ()),
    ("hội", ()),
    ("bộ", ()),
    ("quận", ("district",)),
    ("huyện", ("district",)),
    ("phường", ("commune",)),
    ("xã", ("commune",)),
    ("phòng", ("division",)),
    ("bộ phận", ("division",)),
    ("sở", ("department",)),
    ("ngành", ("department",)),
    ("ban", ("board",)),
)
COVERED = tuple((canonical(word), meant) for word, meant in WORDS)
ANYBODY = {canonical(word) for word in ("cơ quan", "đơn vị", "tổ chức")}
FILLERS = tuple(
    canonical(word)
    for word in (
        "các", "tất cả", "toàn thể", "những", "đồng chí", "thủ trưởng", "giám đốc", "chủ tịch",
        "trưởng", "lãnh đạo", "người đứng đầu", "hành chính khác", "chuyên môn", "nhà nước",
        "quản lý", "cấp tỉnh", "cấp thành phố", "thành phố", "tỉnh", "khác", "còn lại",
    )
)  # fmt: skip
EXCEPT = re.compile(
    r"(?:[,(] ?| )(?:ngoại trừ|trừ|không bao gồm|không kể|không gồm) (.+?)\)?$", re.IGNORECASE
)
BELONGS = re.compile(r" (?:truc thuoc|thuoc|tren dia ban|cua) .*$| truc thuoc$")
RELATED = re.compile(r" (?:co )?(?:lien quan|duoc giao|nhiem vu)\b")
PLURAL = re.compile(r"\bcac\b|\btat ca\b|\btoan the\b|\bcap (?:xa|huyen)\b")
LIST = re.compile(r"\w ?,")
BETWEEN = re.compile(r" ?[,;] ?| và ")


def is_group(printed: str) -> GroupKind | None:
    """The kinds of agencies a group addressee means, or None for the name of a single body."""
    printed = " ".join(printed[: LONGEST + 1].split())
    if len(printed) > LONGEST:
        return None
    base, except_names = _exceptions(printed)
    words = canonical(base)
    related = bool(RELATED.search(words))
    if not (PLURAL.search(words) or LIST.search(base) or related):
        return None
    kinds, anybody, rest = _covered(BELONGS.sub("", RELATED.sub("", words)))
    if rest.strip() or not (kinds or anybody or related):
        return None
    everyone = anybody and not kinds and not related
    return GroupKind(ALL if everyone else kinds, everyone, except_names, related)


def is_vague(printed: str) -> bool:
    """“Các doanh nghiệp, tổ chức có liên quan”: those concerned, of whom the text names none."""
    words = canonical(printed) if len(printed) <= LONGEST else ""
    return bool(re.match(r"cac ", words) and re.search(r" lien quan$", words))


def _exceptions(printed: str) -> tuple[str, tuple[str, ...]]:
    found = EXCEPT.search(printed)
    if not found:
        return printed, ()
    names = (name.strip(" .;") for name in BETWEEN.split(found[1]))
    return printed[: found.start()], tuple(name for name in names if name)


def _covered(words: str) -> tuple[frozenset[AgencyKind], bool, str]:
    """Kinds met, whether “cơ quan, đơn vị” stands there, and what is left unexplained."""
    left = f" {words} "
    kinds: set[AgencyKind] = set()
    anybody = False
    for word, meant in COVERED:
        if f" {word} " in left:
            left = left.replace(f" {word} ", "  ")
            kinds.update(meant)
            anybody = anybody or word in ANYBODY
    for word in FILLERS:
        left = left.replace(f" {word} ", "  ")
    return frozenset(kinds), anybody, left
