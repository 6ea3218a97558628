"""Who is named by words that head or announce a list rather than ask by themselves."""

import re
from itertools import islice

from dondoc.rules.directive.bodies import Names, names_at, split_names, without_asides
from dondoc.rules.directive.doers import MOST_ASSIGNED
from dondoc.rules.directive.vocabulary import ANY_START, ASSIGN, CHARGES
from dondoc.rules.plain import flat, lowered

CONCERNS = re.compile(r"(?:Đối\s+với|Trách\s+nhiệm\s+(?:của\s+)?|Nhiệm\s+vụ\s+của)\s*")
CHARGED = re.compile(r"(?:Trách\s+nhiệm\s+của|Đối\s+với)\s+([^:.;]{4,150})")
MANY = re.compile(r"(?:Các|Những)\s")
LONGEST_NAME = 150  # characters of a heading that is a name


def is_heading(text: str, names: Names | None) -> bool:
    """Names with nothing asked after them, or words that end by announcing a list."""
    stripped = text.rstrip()
    if stripped.endswith(":"):
        return True
    return names is not None and not text[names.end :].strip(" .:;,\n")


def announced_to(text: str) -> Names | None:
    """“Thực hiện …, Ban Chỉ đạo … yêu cầu Chủ tịch … thực hiện một số nội dung sau:”."""
    found = list(islice(ASSIGN.finditer(text), MOST_ASSIGNED))
    return names_at(text, found[-1].end(), loose=True) if found else None


def concerned(text: str) -> Names | None:
    """“Đối với các cơ quan cấp trên: …”, “Trách nhiệm của Sở X”: those it concerns act."""
    found = CONCERNS.match(text)
    names = names_at(text, found.end(), loose=True) if found else None
    rest = text[names.end :].lstrip() if names else "?"
    if names and (not rest or rest[0] == ":"):
        return names
    whole = CHARGED.fullmatch(text.rstrip(" :"))
    if not whole or not (text[0] == "T" or ANY_START.match(text, whole.start(1))):
        return None
    return Names((flat(whole[1]),), whole.start(1), len(text), False)


def whole_heading(said: str, told: int) -> tuple[str, ...]:
    """“Các doanh nghiệp hoạt động trong lĩnh vực xây dựng …” over a list: all of it is a name."""
    words = without_asides(said).rstrip(" :\n")
    rest = lowered(words[told:].strip())
    if not rest or not MANY.match(words) or len(words) > LONGEST_NAME:
        return ()
    return () if CHARGES.search(rest) else split_names(words)
