"""Reads the deadlines printed in a text, from left to right, once."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dondoc.rules.deadlines.phrases import BARE, BARE_FORM, PHRASES, Phrase
from dondoc.rules.deadlines.words import Deadline, pattern
from dondoc.rules.plain import Plain, flat, plain

BY_WORD: dict[str, list[Phrase]] = defaultdict(list)
for _phrase in PHRASES:
    for _word in _phrase.words:
        BY_WORD[_word].append(_phrase)

# “#” stands for a number
FIRST_WORDS = sorted((w for w in BY_WORD if w != "#"), key=len, reverse=True)
TRIGGER = re.compile(r"(?<!\w)(?:" + "|".join(FIRST_WORDS) + r"|\d{1,4})(?!\w)")
TIME_LABEL = pattern(r"(?:thời (?:gian|hạn)|tiến độ)[^:.;\n]{0,40}:~(?:(?:triển khai|thực hiện)~)?")
FIELD_LABEL = pattern(
    r"(?:(?:thời (?:gian|hạn)|tiến độ)[^:.;\n]{0,40}:~)?"
    r"(?:(?:triển khai|hoàn thành|thực hiện)(?: đảm bảo| bảo đảm| trong)?~)?"
)
# “nguồn chi thường xuyên” is money, “cơ quan thường trực” is not met here
NOT_ADVERB = re.compile(r"(?:chi|vốn|nguồn|kinh phí|ngân sách|dự toán|nhiệm vụ|sự nghiệp)\s+$")
# what a bare “hằng năm” may follow when it tells how often something is done
ADVERB_BEFORE = re.compile(
    r"(?:^|[.;:,()|–]\s*|(?:^|\n)\s*[-+*]\s*|báo\s+cáo(?:\s+\w+){0,6}\s+|cập\s+nhật(?:\s+\w+){0,3}\s+"
    r"|thực\s+hiện\s+|tổ\s+chức\s+|thường\s+xuyên,?\s+)$"
)
NOUN_BEFORE = re.compile(
    r"(?:kế\s+hoạch|chương\s+trình|dự\s+toán|nghị\s+quyết|kinh\s+phí|quy\s+định)\s+$"
)
# “từ ngày … đến ngày …” that tells what happened, not what is to be done
ALREADY = re.compile(r"(?:\bđã\b|xảy\s+ra|bị\s+thiệt\s+hại|do\s+đợt)[^.;]*$")
SLOW_ISSUE = 14  # days a notice of conclusions may come after the day it sets
NEAR = 250
REPROACH = re.compile(
    r"(?:chưa|không|đã|chậm|quá\s+hạn|yêu\s+cầu\s+tại|theo\s+yêu\s+cầu)(?!\w)[^.;]*$"
)
DATED = {
    "date",
    "range",
    "daily",
    "weekly",
    "monthly",
    "quarterly",
    "half_yearly",
    "yearly",
    "relative",
    "event",
}


def read_deadlines(
    text: str, issued_on: date | None, *, field: bool = False
) -> tuple[Deadline, ...]:
    """Every deadline printed in the text, in its order; days before the issue are not deadlines.

    `field` says that the text is nothing but a deadline, e.g. a table cell “Quý III năm 2026”.
    """
    page = plain(text)
    return tuple(
        _printed(text, page, one, start, end)
        for start, end, all_read in _readings(page, issued_on, field)
        for one in all_read
        if not _is_past(page.lower, one, start, issued_on)
    )


def binding(deadlines: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    """What counts in one order: urgency and permanence only where no term is set, each once."""
    dated = tuple(d for d in deadlines if d.kind in DATED)
    if dated:
        return dated
    lasting = tuple(d for d in deadlines if d.kind == "continuous")
    return (lasting or deadlines)[:1]


def _is_past(low: str, one: Deadline, start: int, issued_on: date | None) -> bool:
    """A day before the issue is told of, not set; “Giao … trước ngày” a few days late is kept."""
    if not issued_on or not one.due_on or one.due_on >= issued_on:
        return False
    if (issued_on - one.due_on).days > SLOW_ISSUE or not low.startswith(("trước", "chậm"), start):
        return True
    return bool(REPROACH.search(low[max(0, start - NEAR) : start]))


def _readings(
    page: Plain, issued_on: date | None, field: bool
) -> Iterator[tuple[int, int, list[Deadline]]]:
    value = _field_start(page.lower, field)
    at = 0
    while trigger := TRIGGER.search(page.lower, at):
        at = trigger.end()
        is_field = value == trigger.start()
        for start, end, all_read in _at(page.lower, trigger, is_field, issued_on):
            yield start, end, all_read
            at = max(at, end)


def _field_start(low: str, field: bool) -> int:
    """Where the value of the field begins; -1 in running text."""
    start = len(low) - len(low.lstrip(" \t\r\n-:|("))
    label = (FIELD_LABEL if field else TIME_LABEL).match(low, start)
    return label.end() if label else start if field else -1


def _at(
    low: str, trigger: re.Match[str], is_field: bool, issued_on: date | None
) -> Iterator[tuple[int, int, list[Deadline]]]:
    word = trigger[0] if trigger[0] in BY_WORD else "#"
    for phrase in BY_WORD[word]:
        if phrase.field and not is_field:
            continue
        form = phrase.form.match(low, trigger.start())
        if form and _holds(low, form, phrase) and (read := phrase.reader(form, issued_on)):
            yield form.start(), form.end(), read
            return
    bare = BARE_FORM.match(low, trigger.start())
    if (
        bare
        and (bare["often"] or word in ("hằng", "hàng", "mỗi"))
        and _is_adverb(low, bare, is_field)
    ):
        yield bare.start(), bare.end(), BARE[" ".join(bare["unit"].split())](bare, issued_on)


def _holds(low: str, form: re.Match[str], phrase: Phrase) -> bool:
    before = low[max(0, form.start() - 60) : form.start()]
    if form[0].startswith("thường"):
        return not NOT_ADVERB.search(before)
    if form[0].startswith(("từ", "vào")):
        return not ALREADY.search(before)
    return True


def _is_adverb(low: str, bare: re.Match[str], is_field: bool) -> bool:
    before = low[max(0, bare.start() - 60) : bare.start()]
    if NOUN_BEFORE.search(before):
        return False
    return is_field or bool(bare["often"]) or bool(ADVERB_BEFORE.search(before))


def _printed(text: str, page: Plain, one: Deadline, start: int, end: int) -> Deadline:
    begin, stop = page.span(start, end)
    by = page.lower[start:end]
    return replace(
        one, phrase=flat(text[begin:stop]), start=begin, end=stop,
        strict="trước" in by and one.kind != "event",
    )  # fmt: skip
