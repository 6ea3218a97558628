"""Who is named in a sentence as the one to act: after “giao”, as its subject, after its opening."""

import re
from itertools import islice

from dondoc.rules.directive.bodies import Names, names_at
from dondoc.rules.directive.name_words import COMPLETE, KIND
from dondoc.rules.directive.vocabulary import (
    ANY_START,
    ASSIGN,
    DIRECT,
    DUTY,
    FOUND,
    NAME_START,
    NOT_DOING,
    OPENER,
    PLACE_START,
    PROPER_START,
)
from dondoc.rules.plain import lowered

THEREFORE = re.compile(r"(?:do|vì)\s+(?:vậy|đó|thế)\s*,?$")
TOPIC_START = re.compile(r"[Vv]ề\s")
CLAUSE_START = re.compile(r"[,:;]\s+")
# “nếu có khó khăn, vướng mắc đề nghị các sở …”
TROUBLE = re.compile(r"(?:vướng\s+mắc|khó\s+khăn|phát\s+sinh|cần\s+thiết)[^,;:]*$")
# “phối hợp với Sở A, Sở B tổ chức …”: Sở B is one of a list
LISTING = re.compile(
    r"(?<!\w)(?i:phối\s+hợp(?:\s+với)?|cùng(?:\s+với)?|của|đến|cho|gửi|do|từ|giữa|về|chỉ\s+đạo)\s+"
)
LIST_OVER = re.compile(
    r"(?:cung\s+cấp|ban\s+hành|phê\s+duyệt|quy\s+định|thông\s+qua|chỉ\s+đạo|đề\s+xuất)$"
)
SEMICOLON = re.compile(r";\s+")
MOST_ASSIGNED = 8  # “giao …” looked at in one sentence
NEAR = 300  # characters before a name that are looked at
OPENING = 1500  # characters of an opening clause


def assigned(text: str, start: int, end: int) -> Names | None:
    """“Giao Sở X …”, “UBND thành phố yêu cầu các sở …”, “Trong quá trình …, đề nghị …”."""
    for found in islice(ASSIGN.finditer(text, start, end), MOST_ASSIGNED):
        names = names_at(text, found.end(), loose=True)
        if names and _may_assign(text[start : found.start()]):
            return names
    return None


def _may_assign(before: str) -> bool:
    """Only an opening clause, a topic or the issuer's own name may stand before “giao”."""
    before = before.strip()
    if not before or before[-1] in ":–-" or THEREFORE.search(before):
        return True
    if before[-1] == ",":
        return bool(OPENER.match(lowered(before))) and ";" not in before
    if OPENER.match(lowered(before)) and TROUBLE.search(lowered(before)):
        return True
    issuer = names_at(before, 0)
    if issuer and issuer.end >= len(before):
        return True
    last = max(before.rfind(", "), before.rfind(",\n"), before.rfind(": "))
    tail = before[last + 1 :].strip() if last >= 0 else ""
    issuer = names_at(tail, 0) if tail else None
    return issuer is not None and issuer.end >= len(tail)


def subject(text: str, start: int, end: int, numbered: bool) -> Names | None:
    """“Sở X chủ trì …”, “Đối với …, các phòng phải …”, “Về …: Bộ Y khẩn trương …”."""
    names = names_at(text, start)
    if not numbered:
        return names if names and _is_charged(text, names, end) else None
    if FOUND.match(lowered(text[start:end])):
        return None
    if names:
        return names if _does(text, names) or _stands_alone(text, names, end) else None
    if OPENER.match(lowered(text[start : start + 30])):
        return _after_opening(text, start, end, ANY_START)
    return _after_title(text, start, end)


def _is_charged(text: str, names: Names, end: int) -> bool:
    """“Sở X có trách nhiệm …”; but “Cơ quan chủ trì” is the heading of a column."""
    bare = any(KIND.fullmatch(name) for name in names.names)
    return not bare and bool(DUTY.match(lowered(text[names.end : end])))


def _after_opening(text: str, start: int, end: int, form: re.Pattern[str]) -> Names | None:
    topic = TOPIC_START.match(text, start)
    parted = text.find(";", start, end)
    for clause in CLAUSE_START.finditer(text, start, min(end, start + OPENING)):
        after_topic = clause[0][0] == ":"
        named = form.match(text, clause.end()) or PLACE_START.match(text, clause.end())
        if not named or (topic and not after_topic):
            continue
        if 0 <= parted < clause.start() and not NAME_START.match(text, clause.end()):
            continue
        names = names_at(text, clause.end(), loose=True)
        if not names or names.end > end or not _does(text, names):
            continue
        if after_topic or not _in_list(text, start, clause.start()):
            return names
    return None


def _in_list(text: str, start: int, at: int) -> bool:
    before = text[max(start, at - NEAR) : at].rstrip()
    if LIST_OVER.search(before):
        return False
    return any(ANY_START.match(before, found.end()) for found in LISTING.finditer(before))


def _after_title(text: str, start: int, end: int) -> Names | None:
    """“Hoàn thiện thể chế: Các bộ khẩn trương trình …”."""
    colon = text.find(": ", start, min(end, start + NEAR))
    if colon < 0 or text.find(". ", start, colon) >= 0:
        return None
    names = names_at(text, colon + 2 + len(text[colon + 2 :]) - len(text[colon + 2 :].lstrip()))
    return names if names and names.end <= end and _does(text, names) else None


def _does(text: str, names: Names) -> bool:
    return names.verb and not NOT_DOING.match(lowered(text[names.end : names.end + 40]).strip())


def _stands_alone(text: str, names: Names, end: int) -> bool:
    rest = text[names.end : end].strip()
    speaks = NOT_DOING.match(lowered(rest[:40])) and not rest.startswith("trong đó")
    return not rest or rest[0] == ":" or (rest[-1] == ":" and not speaks)


def named_doer(text: str, start: int, end: int) -> Names | None:
    """In a later sentence only a body's own name makes another lead."""
    if names := assigned(text, start, end):
        return names
    if PROPER_START.match(text, start):
        names = names_at(text, start)
        return names if names and _does(text, names) and not _is_kind(names) else None
    if OPENER.match(lowered(text[start : start + 30])):
        return _after_opening(text, start, end, PROPER_START)
    return None


def _is_kind(names: Names) -> bool:
    """“Ngân hàng hướng dẫn quy trình”: any of a kind, no body's own name."""
    first = names.names[0]
    return bool(PROPER_START.fullmatch(first)) and not COMPLETE.fullmatch(first)


def directed(text: str, numbered: bool) -> Names | None:
    """“Chỉ đạo Sở X …”; outside items also “UBND thành phố chỉ đạo Sở X …”."""
    found = DIRECT.match(text) if numbered else DIRECT.search(text, 0, NEAR)
    if not found or not _may_assign(text[: found.start()]):
        return None
    return names_at(text, found.end(), loose=True)


def after_semicolon(text: str) -> Names | None:
    """“Đồng ý chủ trương; giao Sở X …”."""
    for clause in islice(SEMICOLON.finditer(text), MOST_ASSIGNED):
        found = ASSIGN.match(text, clause.end())
        if found and (names := names_at(text, found.end(), loose=True)):
            return names
    return None
