"""Names of bodies in running text: where a list of them ends, and its members."""

import re
from dataclasses import dataclass

from dondoc.rules.directive.name_end import name_end
from dondoc.rules.directive.name_words import LEVELS_ALONE
from dondoc.rules.directive.vocabulary import (
    ANY_START,
    LINE_VERB,
    LOOSE_START,
    NAME_START,
    PARTNER_START,
    PLACE_START,
    PROPER_START,
    TITLE_START,
    VERB,
)
from dondoc.rules.plain import flat, lowered

FEWEST = 5  # words of “giao …” that are more than a name
WHOLE = 3  # words of a body's own name, at least
LONGEST = 900  # characters of one list of names
PAREN = re.compile(r"\([^()]{0,300}\)")
STOP = re.compile(r"[.:“”\"\[\(]|;(?!\s+(?:[cC]ác\s|[A-ZĐỦỬỨ]))")
ABBREVIATION = re.compile(r"(?:TP|TT|P|Q|H|UB|VP)$")
BARE_TITLE = re.compile(
    r"(?:Giám\s+đốc(?:\s+[Ss]ở)?|Bộ\s+trưởng|Thủ\s+trưởng"
    r"|Chủ\s+tịch(?:\s+Hội\s+đồng\s+thành\s+viên)?|Bí\s+thư"
    r"|Bí\s+Thư|Trưởng|Đồng\s+chí)$"
)
# “Cơ quan, địa phương liên quan” is one group
BARE_HEAD = re.compile(r"[Cc]ơ\s+quan|[Đđ]ơn\s+vị")
CONCERNED = re.compile(
    r"(?:đơn\s+vị|cơ\s+quan|địa\s+phương|doanh\s+nghiệp)[^,;]*liên\s+quan|cơ\s+quan\s*$"
    r"|đơn\s+vị\s+được\s"
    r"|doanh\s+nghiệp\s"
)
# “Sở Nội vụ và sở, ngành có liên quan”
BARE_MEMBER = re.compile(r"(?:sở|bộ)\s*$")
# “Sở Nội vụ, đơn vị vận hành hệ thống”; “Sở Nội vụ, cơ quan thường trực” is one
ONE_OF_KIND = re.compile(
    r"(?:đơn\s+vị|cơ\s+quan)\s+(?!(?:thường\s+trực|chủ\s+trì|đầu\s+mối|được|có|là)(?!\w))\w"
)
FORCES = re.compile(r"(?:lực\s+lượng|ngành)\s+\w")
ONE_FORCE = re.compile(r"(?:lực\s+lượng|ngành|chính\s+quyền)\s+\w")
# “Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ” is one address
# “Các Bộ Quốc phòng, Công an”
FIELDS = re.compile(r"[Cc]ác\s+(?:Bộ|Sở|Vụ|Cục)\s+[A-ZĐÀ-ỸƠƯĂÂÊÔ]")
OF_ALL = re.compile(r"Bộ\s+trưởng.*ngang\s+bộ$", re.IGNORECASE | re.DOTALL)
OF_GOVERNMENT = re.compile(r"Thủ\s+trưởng\s+(?:các\s+)?cơ\s+quan\s+thuộc", re.IGNORECASE)
AFTER_FIELDS = re.compile(r"[Cc]ác\s|UBND|Ủy\s+ban|Sở\s|Bộ\s")
LOWER_TITLE = re.compile(
    r"(?:chủ\s+tịch|giám\s+đốc|thủ\s+trưởng|trưởng|lãnh\s+đạo|người\s+đứng\s+đầu)\s"
)
# “Chủ tịch UBND các tỉnh: Khánh Hòa, Đắk Lắk …”
ENUMERATED = re.compile(
    r"(?:[Cc]ác|thành\s+phố|địa\s+phương|Chính\s+phủ)\s[^:.;]{0,60}$|^[Cc]ác\s[^:.;]{0,40}$"
)
COUNCIL_OF_ALL = re.compile(r"(?:Chủ\s+tịch\s+)?(?:UBND|Ủy\s+ban\s+nhân\s+dân)\s+(?:các|cấp)\s")
MANY = re.compile(r"(?:mọi|từng|toàn\s+thể)\s")
PLACE = re.compile(r":\s+[A-ZĐ][^\W\d_]+\s+[A-ZĐa-zà-ỹ][^.:]{3,400}")
# “Các cơ quan được phân công chủ trì nhiệm vụ …”: words of a kind that need their clause
QUALIFIED = re.compile(
    r"(?<=\s)(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|doanh\s+nghiệp|chủ\s+rừng|chủ\s+đầu\s+tư)"
    r"\s+(?:được\s+(?:phân\s+công|giao|lựa\s+chọn)|là|hoạt\s+động)\s[^.;:]{2,160}?"
    r"(?=\s+(?:có|chịu)\s+trách\s+nhiệm|\s+(?:cần|phải|chủ\s+động|khẩn\s+trương)(?!\w)|\s*:|\s*\Z)"
)
GROUPED = re.compile(r"(?:^|\s)[Cc]ác\s|^(?:[Ss]ở|[Bb]ộ|[Bb]an),\s")
# “Bộ Tài chính - Cơ quan thường trực Ban Chỉ đạo”: what a body also is
APPOSITION = re.compile(
    r"\s+[-–]\s+(?:[Cc]ơ\s+quan|[Đđ]ơn\s+vị|[Tt]hường\s+trực|Trưởng|Phó|Chủ\s+tịch|Ủy\s+viên)\s.*$"
)
TAIL = re.compile(r"[\s,;:–-]+$|\s+(?:và|cùng|để|có|được|thì|sẽ)$")
LIST_WORD = re.compile(r"\s*(?:,|;)?\s+(?:và|cùng|hoặc)\s+|\s*[,;]\s*")
ALSO = re.compile(r"và|hoặc")


@dataclass(frozen=True)
class Names:
    """Bodies named one after the other, and where the list ends."""

    names: tuple[str, ...]
    start: int
    end: int
    verb: bool  # a verb follows at once


def without_asides(text: str) -> str:
    """The text with what stands in parentheses blanked out, of the same length."""
    return PAREN.sub(lambda m: " " * len(m[0]), text)


def names_at(text: str, start: int, *, loose: bool = False) -> Names | None:
    """The list of bodies that begins exactly here, if one does; `loose` after “giao”."""
    if not _may_begin(text, start, loose):
        return None
    end, verb = _end(text, start)
    if loose and not verb and _is_sentence(text, start, end):
        guess = name_end(text, start, end, guess=True)
        end, verb = (guess, True) if guess else (end, verb)
    names = split_names(text[start:end])
    return Names(names, start, end, verb) if names else None


def _may_begin(text: str, start: int, loose: bool) -> bool:
    if loose:
        forms = (ANY_START, PLACE_START, PARTNER_START)
        return any(form.match(text, start) for form in forms)
    return bool(NAME_START.match(text, start))


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Words that end with a full stop hold a predicate unless they are few."""
    return text[end : end + 1] in (".", ";") and len(text[start:end].split()) > FEWEST


def _end(text: str, start: int) -> tuple[int, bool]:
    """Where the first verb or stop comes after the first word."""
    limit = min(len(text), start + LONGEST)
    end, verb = _plain_end(text, start, limit)
    told = QUALIFIED.search(text, start, limit)
    if told and told.start() <= end < told.end():
        return told.end(), not text[told.end() :].lstrip().startswith(":")
    return end, verb


def _plain_end(text: str, start: int, limit: int) -> tuple[int, bool]:
    first = start + 2
    stop = _stop(text, first, limit)
    line = LINE_VERB.search(text, first, stop)
    predicate = name_end(text, start, line.start() if line else stop)
    if predicate:
        return predicate, True
    found = VERB.search(text, first, limit)
    return min((f.start(), True) if f else (stop, False) for f in (found, line, None))


def _stop(text: str, start: int, limit: int) -> int:
    for found in STOP.finditer(text, start, limit):
        before = text[max(start - 2, found.start() - 80) : found.start()]
        if found[0] == "." and ABBREVIATION.search(before):
            continue
        if (
            found[0] == ":"
            and ENUMERATED.search(before)
            and _enumerates(text, found.start(), limit)
        ):
            continue
        return found.start()
    return limit


def _enumerates(text: str, colon: int, limit: int) -> bool:
    """Whether places or fields follow the colon, and only then the verb."""
    following = PLACE.match(text, colon, limit)
    if not following or LINE_VERB.match(text, colon + 1) or ANY_START.match(text, colon + 2):
        return False
    first, _, second = following[0][1:80].strip().partition(",")
    works = VERB.match(lowered(first)) and not second.strip()[:1].isupper()
    ends = text[following.end() : following.end() + 1] in ("", ":")
    goes_on = ends or VERB.search(text, colon, following.end())
    return bool(second and goes_on) and not works


def split_names(words: str) -> tuple[str, ...]:
    """“Sở A, Sở B và các đơn vị liên quan” → three; “các sở, ban, ngành” → one."""
    pieces = _pieces(words)
    names: list[str] = []
    for joint, piece in pieces:
        if names and not _is_new(names[-1], joint, piece, ";" in words):
            names[-1] += joint + piece
        else:
            names.append(piece)
    cleaned = (_clean(name) for name in names)
    return tuple(name for name in cleaned if name)


def _pieces(words: str) -> list[tuple[str, str]]:
    pieces = []
    at, joint = 0, ""
    for found in LIST_WORD.finditer(words):
        pieces.append((joint, words[at : found.start()]))
        at, joint = found.end(), found[0]
    pieces.append((joint, words[at:]))
    return pieces


def _is_new(last: str, joint: str, piece: str, semicolons: bool) -> bool:
    """Whether the piece after this comma, semicolon or “và” names another body."""
    if ";" in joint and ":" not in last:
        return True
    last = last.strip()
    if semicolons and not ALSO.search(joint):
        return _is_another(last, piece)
    if ":" in last or FIELDS.match(last):  # “các Bộ: Quốc phòng, Công an”
        return any(form.match(piece) for form in (TITLE_START, LOWER_TITLE, AFTER_FIELDS))
    if BARE_HEAD.fullmatch(last) or (TITLE_START.match(piece) and BARE_TITLE.search(last)):
        return False
    if _is_one_office(last, piece) or (OF_ALL.search(last) and OF_GOVERNMENT.match(piece)):
        return False
    if GROUPED.search(last):
        return _is_new_after_group(last, joint, piece)
    if PROPER_START.match(piece) or re.match(r"[Cc]ác\s", piece) or ALSO.search(joint):
        forms = (PROPER_START, LOOSE_START, BARE_MEMBER)
        return any(form.match(piece) for form in forms)
    return bool(CONCERNED.match(piece)) or _is_of_kind(last, piece)


def _is_of_kind(last: str, piece: str) -> bool:
    """A body named by what it does after one named in full."""
    kind = TITLE_START.match(last) or ONE_OF_KIND.match(lowered(last)) or "," in last
    if len(last.split()) > 1 and PROPER_START.match(last) and not kind and ONE_OF_KIND.match(piece):
        return True
    return bool(FORCES.match(last) and ONE_FORCE.match(piece))


def _is_another(last: str, piece: str) -> bool:
    """After a comma of a list that has semicolons too, only a whole name after a whole name."""
    if ":" in last or _is_one_office(last, piece) or TITLE_START.match(piece):
        return False
    named = bool(PROPER_START.match(last)) and len(last.split()) >= WHOLE
    another = PROPER_START.match(piece) and len(piece.split()) >= WHOLE
    return named and bool(another or re.match(r"[Cc]ác\s", piece))


def _is_one_office(last: str, piece: str) -> bool:
    """“Hội đồng nhân dân, Ủy ban nhân dân xã”, “Văn phòng HĐND và UBND”."""
    council = re.search(r"(?:Hội\s+đồng\s+nhân\s+dân|HĐND|Quốc\s+hội)$", last)
    other = re.match(r"Ủy\s+ban\s+nhân|Uỷ\s+ban\s+nhân|UBND|Hội\s+đồng\s+nhân|HĐND", piece)
    return bool(council and other) and last.startswith(("Hội", "HĐND", "Văn phòng", "VP", "Chánh"))


def _is_new_after_group(last: str, joint: str, piece: str) -> bool:
    if re.match(r"[Cc]ác\s", piece) or (
        CONCERNED.match(piece) and TITLE_START.match(last) and not last.endswith("cơ quan")
    ):
        return True
    also = (PARTNER_START, MANY) if ALSO.search(joint) else ()
    if COUNCIL_OF_ALL.match(last) and not LEVELS_ALONE.match(piece):
        return any(f.match(piece) for f in (PROPER_START, LOWER_TITLE, CONCERNED, *also))
    bare = re.fullmatch(
        r"(?:Tổng\s+[Cc]ông\s+ty|Ban|Ngành|Bộ|Sở|UBND|Đoàn\s+thể|Cơ\s+quan)\s*", piece
    )
    return any(form.match(piece) for form in (PROPER_START, LOWER_TITLE, *also)) and not bare


def _clean(name: str) -> str:
    name = APPOSITION.sub("", flat(name).replace(" ,", ","))
    while shorter := TAIL.sub("", name):
        if shorter == name:
            break
        name = shorter
    return name.strip(" ,;:.*")
