"""Who is asked in a paragraph, who supports, and whether anything is asked at all."""

import re
from dataclasses import dataclass
from itertools import islice, pairwise

from dondoc.rules.directive.bodies import Names, names_at, split_names, without_asides
from dondoc.rules.directive.name_words import KIND
from dondoc.rules.directive.vocabulary import (
    ANY_START,
    ASKS_MORE,
    ASSIGN,
    BASIS,
    CALL,
    CALL_ONLY,
    CHARGES,
    DIRECT,
    DUTY,
    FOUND,
    NOT_DOING,
    OPENER,
    ORDERED_OTHERS,
    PARTNER_START,
    PLACE_START,
    PRAISE,
    PROPER_START,
    TOGETHER,
    VERB,
)
from dondoc.rules.plain import flat, lowered

SENTENCE_END = re.compile(r"(?<=[^\s.][.!?])\s+(?=[“\"A-ZĐÀ-ỸƠƯĂÂÊÔ])")
# “Về dự án …: Bộ Xây dựng khẩn trương …”: what stands before the colon is the topic
ABOUT = r"(?:Về|Đối\s+với)\s(?:[^:.;]|\.(?=\d)){3,600}?"
TOPIC = re.compile(rf"{ABOUT}:\s")
# … also with its number, or up to the body that is named after it: no term is set there
BEFORE_WORK = re.compile(
    rf"(?:(?:[\w.]{{1,8}}[.)]|\(\w{{1,4}}\)|[-–+•*])\s+)?{ABOUT}(?::\s|,\s+(?={ANY_START.pattern}))"
)
THEREFORE = re.compile(r"(?:do|vì)\s+(?:vậy|đó|thế)\s*,?$")
MANY = re.compile(r"(?:Các|Những)\s")
LONGEST_NAME = 150  # characters of a heading that is a name
CONCERNS = re.compile(r"(?:Đối\s+với|Trách\s+nhiệm\s+(?:của\s+)?|Nhiệm\s+vụ\s+của)\s*")
CHARGED = re.compile(r"(?:Trách\s+nhiệm\s+của|Đối\s+với)\s+([^:.;]{4,150})")
TOPIC_START = re.compile(r"[Vv]ề\s")
CLAUSE_START = re.compile(r"[,:;]\s+")
# “nếu có khó khăn, vướng mắc đề nghị các sở …”
TROUBLE = re.compile(r"(?:vướng\s+mắc|khó\s+khăn|phát\s+sinh|cần\s+thiết)[^,;:]*$")
# “phối hợp với Sở A, Sở B tổ chức …”: Sở B is one of a list
LISTING = re.compile(
    r"(?<!\w)(?i:phối\s+hợp(?:\s+với)?|cùng(?:\s+với)?|của|đến|cho|gửi|do|giữa|chỉ\s+đạo)\s+"
)
LIST_OVER = re.compile(
    r"(?:cung\s+cấp|ban\s+hành|phê\s+duyệt|quy\s+định|thông\s+qua|chỉ\s+đạo|đề\s+xuất)$"
)
SEMICOLON = re.compile(r";\s+")
LONGEST = 20_000  # characters of one paragraph that are searched for names
MOST_ASSIGNED = 8  # “giao …” looked at in one sentence
NEAR = 300  # characters before a name that are looked at


@dataclass(frozen=True)
class Asked:
    """What one paragraph asks: of whom, with whom, from which offset on."""

    leads: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    start: int = 0  # where the first real order begins in the paragraph
    told: int = 0  # where the names end
    heading: bool = False  # names alone, or an opening that ends with “:”
    praise: bool = False
    call: bool = False  # only “nghiêm túc triển khai thực hiện”
    concerned: bool = False  # named by “Đối với …:” alone
    joins: bool = False  # named after work which the heading gave: they act beside its body


def ask(paragraph: str, *, numbered: bool = True, led: bool = True) -> Asked:
    """Reads one paragraph, without its number; outside any item only words of ordering ask.

    `led`: a heading above says who acts, so that “Chỉ đạo Sở X …” is his work.
    """
    text = without_asides(paragraph[:LONGEST])
    low = lowered(text)
    if PRAISE.match(low):
        return Asked(praise=True)
    sentences = _sentences(text)
    first, names = _first_asked(text, sentences, numbered)
    if names is None and not led:
        names = _directed(text, numbered) or _after_semicolon(text)
    if names is None and text.rstrip().endswith(":"):
        names = _announced_to(text)
    concerned = _concerned(text) if names is None and numbered else None
    names = names or concerned
    if names is None and _tells_only(text, low, led):
        return Asked(praise=True)
    leads = list(names.names) if names else []
    for start, end in _clauses(text, sentences):
        if names and numbered and start > names.end and (more := _named_doer(text, start, end)):
            leads += [n for n in more.names if n not in leads]
    supporting = tuple(n for n in _supporting(text, low) if n not in leads)
    return Asked(
        leads=tuple(leads),
        supporting=supporting,
        start=first,
        told=names.end if names else 0,
        heading=_is_heading(text, names),
        call=names is not None and _is_call(names, low[names.end :]),
        concerned=concerned is not None,
        joins=led and numbered and names is not None and _comes_later(names, sentences, low),
    )


def _comes_later(names: Names, sentences: list[tuple[int, int]], low: str) -> bool:
    """“Rà soát các dự án. UBND các xã phối hợp …”: the first sentence is work of another."""
    start, end = sentences[0]
    return names.start >= end and bool(VERB.match(low, start))


def _announced_to(text: str) -> Names | None:
    """“Thực hiện …, Ban Chỉ đạo … yêu cầu Chủ tịch … thực hiện một số nội dung sau:”."""
    found = list(islice(ASSIGN.finditer(text), MOST_ASSIGNED))
    return names_at(text, found[-1].end(), loose=True) if found else None


def _concerned(text: str) -> Names | None:
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


def _clauses(text: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences, parted at semicolons too."""
    cuts = {m.end() for start, end in sentences for m in SEMICOLON.finditer(text, start, end)}
    return list(pairwise(sorted({*cuts, *(s for s, _ in sentences), len(text)})))


def _directed(text: str, numbered: bool) -> Names | None:
    """“Chỉ đạo Sở X …”; outside items also “UBND thành phố chỉ đạo Sở X …”."""
    found = DIRECT.match(text) if numbered else DIRECT.search(text, 0, NEAR)
    if not found or not _may_assign(text[: found.start()]):
        return None
    return names_at(text, found.end(), loose=True)


def _after_semicolon(text: str) -> Names | None:
    """“Đồng ý chủ trương; giao Sở X …”."""
    for clause in islice(SEMICOLON.finditer(text), MOST_ASSIGNED):
        found = ASSIGN.match(text, clause.end())
        if found and (names := names_at(text, found.end(), loose=True)):
            return names
    return None


def _tells_only(text: str, low: str, led: bool) -> bool:
    """“Qua kiểm tra cho thấy …”, “Sở X đã …”, “UBND quận Y chưa …”: what was found or done."""
    if FOUND.match(low) or (is_basis(text) and not led):
        return True
    names = names_at(text, 0)
    return bool(names and names.verb and NOT_DOING.match(low[names.end :].lstrip()))


def is_basis(paragraph: str) -> bool:
    """“Căn cứ …;” and its like give reasons, not orders."""
    return bool(BASIS.match(lowered(paragraph[:80]))) and paragraph.rstrip()[-1:] in ";:"


def _sentences(text: str) -> list[tuple[int, int]]:
    topic = TOPIC.match(text)
    cuts = [topic.end() if topic else 0, *(m.end() for m in SENTENCE_END.finditer(text)), len(text)]
    return list(pairwise(cuts))


def _first_asked(
    text: str, sentences: list[tuple[int, int]], numbered: bool
) -> tuple[int, Names | None]:
    """The first sentence that names who is to do something and is no mere call to obey."""
    fallback: tuple[int, Names | None] = (0, None)
    for start, end in sentences:
        names = _assigned(text, start, end) or _subject(text, start, end, numbered)
        if names is None:
            continue
        if len(sentences) > 1 and end < len(text) and _obeys(lowered(text[names.end : end])):
            fallback = fallback if fallback[1] else (start, names)
            if _asks_on(text, end, numbered):
                return fallback
            continue
        return (start if fallback[1] else 0), names
    return fallback


def _asks_on(text: str, start: int, numbered: bool) -> bool:
    """“… nghiêm túc thực hiện. Định kỳ hằng năm báo cáo …”: the same bodies are asked for more."""
    found = SENTENCE_END.search(text, start + 1)
    end = found.start() if found else len(text)
    own = _assigned(text, start, end) or _subject(text, start, end, numbered)
    return own is None and bool(ASKS_MORE.search(lowered(text[start:end])))


def _assigned(text: str, start: int, end: int) -> Names | None:
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
    return bool(issuer) and issuer is not None and issuer.end >= len(tail)


def _subject(text: str, start: int, end: int, numbered: bool) -> Names | None:
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


def _after_title(text: str, start: int, end: int) -> Names | None:
    """“Hoàn thiện thể chế: Các bộ khẩn trương trình …”."""
    colon = text.find(": ", start, min(end, start + NEAR))
    if colon < 0 or text.find(". ", start, colon) >= 0:
        return None
    names = names_at(text, colon + 2 + len(text[colon + 2 :]) - len(text[colon + 2 :].lstrip()))
    return names if names and names.end <= end and _does(text, names) else None


def _is_charged(text: str, names: Names, end: int) -> bool:
    """“Sở X có trách nhiệm …”; but “Cơ quan chủ trì” is the heading of a column."""
    bare = any(KIND.fullmatch(name) for name in names.names)
    return not bare and bool(DUTY.match(lowered(text[names.end : end])))


def _named_doer(text: str, start: int, end: int) -> Names | None:
    """In a later sentence only a body's own name makes another lead."""
    if _assigned(text, start, end):
        return _assigned(text, start, end)
    if PROPER_START.match(text, start):
        names = names_at(text, start)
        return names if names and _does(text, names) else None
    if OPENER.match(lowered(text[start : start + 30])):
        return _after_opening(text, start, end, PROPER_START)
    return None


def _after_opening(text: str, start: int, end: int, form: re.Pattern[str]) -> Names | None:
    topic = TOPIC_START.match(text, start)
    for clause in CLAUSE_START.finditer(text, start, min(end, start + 1500)):
        after_topic = clause[0][0] == ":"
        named = form.match(text, clause.end()) or PLACE_START.match(text, clause.end())
        if not named or (topic and not after_topic):
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


def _does(text: str, names: Names) -> bool:
    return names.verb and not NOT_DOING.match(lowered(text[names.end : names.end + 40]).strip())


def _stands_alone(text: str, names: Names, end: int) -> bool:
    rest = text[names.end : end].strip()
    speaks = NOT_DOING.match(lowered(rest[:40])) and not rest.startswith("trong đó")
    return not rest or rest[0] == ":" or (rest[-1] == ":" and not speaks)


def _is_heading(text: str, names: Names | None) -> bool:
    """Names with nothing asked after them, or words that end by announcing a list."""
    stripped = text.rstrip()
    if stripped.endswith(":"):
        return True
    return names is not None and not text[names.end :].strip(" .:;,\n")


def _obeys(said: str) -> bool:
    return bool(CALL.search(said[:80])) and not ASKS_MORE.search(said)


def _is_call(names: Names, said: str) -> bool:
    """A call to all, or one that names nothing to be done."""
    to_all = any("các " in lowered(name) for name in names.names)
    return _obeys(said) and (to_all or bool(CALL_ONLY.match(" ".join(said.split()))))


def _supporting(text: str, low: str) -> list[str]:
    found: list[str] = []
    for mark in TOGETHER.finditer(text):
        clause = low[max(0, mark.start() - NEAR) : mark.start()]
        partner = ANY_START.match(text, mark.end()) or PARTNER_START.match(text, mark.end())
        if ORDERED_OTHERS.search(clause) or not partner:
            continue
        names = names_at(text, mark.end(), loose=True)
        found += [n for n in (names.names if names else ()) if n not in found]
    return found


def whole_heading(said: str, asked: Asked) -> tuple[str, ...]:
    """“Các doanh nghiệp hoạt động trong lĩnh vực xây dựng …” over a list: all of it is a name."""
    words = without_asides(said).rstrip(" :\n")
    rest = lowered(words[asked.told :].strip())
    if not asked.leads or not rest or not MANY.match(words) or len(words) > LONGEST_NAME:
        return ()
    return () if CHARGES.search(rest) else split_names(words)


def acts_first(text: str) -> bool:
    """Whether it begins with a verb of doing."""
    return bool(VERB.match(lowered(text[:40]).lstrip()))


def acts(text: str) -> bool:
    """Whether there is a verb of doing near the beginning."""
    return bool(VERB.search(lowered(without_asides(text[:600]))))
