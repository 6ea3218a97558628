"""Who is asked in a paragraph, who supports, and whether anything is asked at all."""

import re
from dataclasses import dataclass
from itertools import pairwise

from dondoc.rules.directive.bodies import Names, names_at, without_asides
from dondoc.rules.directive.doers import (
    NEAR,
    SEMICOLON,
    after_semicolon,
    assigned,
    directed,
    named_doer,
    subject,
)
from dondoc.rules.directive.headings import announced_to, concerned, is_heading
from dondoc.rules.directive.vocabulary import (
    ANY_START,
    ASKS_MORE,
    BASIS,
    CALL,
    CALL_ONLY,
    FOUND,
    NOT_DOING,
    ORDERED_OTHERS,
    PARTNER_START,
    PRAISE,
    TOGETHER,
    VERB,
)
from dondoc.rules.plain import lowered

SENTENCE_END = re.compile(r"(?<=[^\s.][.!?])\s+(?=[“\"A-ZĐÀ-ỸƠƯĂÂÊÔ])")
# “Về dự án …: Bộ Xây dựng khẩn trương …”: what stands before the colon is the topic
ABOUT = r"(?:Về|Đối\s+với)\s(?:[^:.;]|\.(?=\d)){3,600}?"
TOPIC = re.compile(rf"{ABOUT}:\s")
# … also with its number, or up to the body that is named after it: no term is set there
BEFORE_WORK = re.compile(
    rf"(?:(?:[\w.]{{1,8}}[.)]|\(\w{{1,4}}\)|[-–+•*])\s+)?{ABOUT}(?::\s|,\s+(?={ANY_START.pattern}))"
)
LONGEST = 20_000  # characters of one paragraph that are searched for names


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
        names = directed(text, numbered) or after_semicolon(text)
    if names is None and text.rstrip().endswith(":"):
        names = announced_to(text)
    heads = concerned(text) if names is None and numbered else None
    names = names or heads
    if names is None and _tells_only(text, low, led):
        return Asked(praise=True)
    leads = list(names.names) if names else []
    for start, end in _clauses(text, sentences):
        if names and numbered and start > names.end and (more := named_doer(text, start, end)):
            leads += [n for n in more.names if n not in leads]
    supporting = tuple(n for n in _supporting(text, low) if n not in leads)
    return Asked(
        leads=tuple(leads),
        supporting=supporting,
        start=first,
        told=names.end if names else 0,
        heading=is_heading(text, names),
        call=names is not None and _is_call(names, low[names.end :]),
        concerned=heads is not None,
        joins=led and numbered and names is not None and _comes_later(names, sentences, low),
    )


def _comes_later(names: Names, sentences: list[tuple[int, int]], low: str) -> bool:
    """“Rà soát các dự án. UBND các xã phối hợp …”: the first sentence is work of another."""
    start, end = sentences[0]
    return names.start >= end and bool(VERB.match(low, start))


def _clauses(text: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences, parted at semicolons too."""
    cuts = {m.end() for start, end in sentences for m in SEMICOLON.finditer(text, start, end)}
    return list(pairwise(sorted({*cuts, *(s for s, _ in sentences), len(text)})))


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
        names = assigned(text, start, end) or subject(text, start, end, numbered)
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
    own = assigned(text, start, end) or subject(text, start, end, numbered)
    return own is None and bool(ASKS_MORE.search(lowered(text[start:end])))


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


def acts_first(text: str) -> bool:
    """Whether it begins with a verb of doing."""
    return bool(VERB.match(lowered(text[:40]).lstrip()))


def acts(text: str) -> bool:
    """Whether there is a verb of doing near the beginning."""
    return bool(VERB.search(lowered(without_asides(text[:600]))))
