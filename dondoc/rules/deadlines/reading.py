"""Reads the deadlines printed in a text, from left to right, once."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dondoc.rules.deadlines.guards import around, untold
from dondoc.rules.deadlines.misprints import mended
from dondoc.rules.deadlines.phrases import PHRASES, Phrase
from dondoc.rules.deadlines.words import Deadline, pattern
from dondoc.rules.plain import Plain, flat, plain

BY_WORD: dict[str, list[Phrase]] = defaultdict(list)
for _phrase in PHRASES:
    for _word in _phrase.words:
        BY_WORD[_word].append(_phrase)

# “#” stands for a number
FIRST_WORDS = sorted((w for w in BY_WORD if w != "#"), key=len, reverse=True)
TRIGGER = re.compile(
    r"(?<!\w)(?:(?:" + "|".join((*FIRST_WORDS, "tiến")) + r"|\d{1,4})(?!\w)|\d{1,2}(?=[hg]))"
)
TIME_LABEL = pattern(
    r"(?:(?:thời (?:gian|hạn|điểm)|tiến độ|hạn)[^:.,;\n]{0,40}|hoàn thành~):~"
    r"(?:(?:triển khai|thực hiện)(?: đảm bảo| bảo đảm)?~)?"
)
FIELD_LABEL = pattern(
    r"(?:(?:thời (?:gian|hạn)|tiến độ)[^:.;\n]{0,40}:~)?"
    r"(?:(?:triển khai|hoàn thành|thực hiện)(?: đảm bảo| bảo đảm| trong)?~)?"
)
SLOW_ISSUE = 14  # days a notice of conclusions may come after the day it sets
NEAR = 250
REPROACH = re.compile(
    r"(?:chưa|không|đã|chậm|quá\s+hạn|yêu\s+cầu\s+tại|theo\s+yêu\s+cầu)(?!\w)[^.;]*$"
)
AS_TOLD = pattern(r".{0,12}theo (?:đúng )?(?:yêu cầu|đề nghị|quy định|chỉ đạo)(?: của {WORD}| tại)")
STRICT = re.compile(r"(?<!tuần\s)(?<!\w)trước(?!\w)")


def read_deadlines(
    text: str, issued_on: date | None, *, field: bool = False
) -> tuple[Deadline, ...]:
    """Every deadline printed in the text, in its order; days before the issue are not deadlines.

    `field` says that the text is nothing but a deadline, e.g. a table cell “Quý III năm 2026”.
    """
    page = plain(text)
    page = replace(page, lower=mended(page.lower))
    return tuple(
        _printed(text, page, one, start, end)
        for start, end, all_read in _readings(page, issued_on, field)
        for one in all_read
        if not _is_past(page.lower, one, start, end, issued_on)
    )


def _readings(
    page: Plain, issued_on: date | None, field: bool
) -> Iterator[tuple[int, int, list[Deadline]]]:
    value = _field_start(page.lower, field)
    at = 0
    while trigger := TRIGGER.search(page.lower, at):
        at = trigger.end()
        if label := TIME_LABEL.match(page.lower, trigger.start()):
            value = label.end()
        read = _at(page.lower, trigger, value == trigger.start(), issued_on)
        if read:
            yield read
            at = max(at, read[1])


def _field_start(low: str, field: bool) -> int:
    """Where the value of the field begins; -1 in running text."""
    start = len(low) - len(low.lstrip(" \t\r\n-:|("))
    label = FIELD_LABEL.match(low, start) if field else None
    return label.end() if label else -1


def _at(
    low: str, trigger: re.Match[str], is_field: bool, issued_on: date | None
) -> tuple[int, int, list[Deadline]] | None:
    """The first rule that holds at this word."""
    for phrase in _rules_for(trigger[0]):
        if phrase.field and not is_field:
            continue
        form = phrase.form.match(low, trigger.start())
        if not form:
            continue
        if not is_field and not phrase.guard(*around(low, form.start(), form.end())):
            if phrase.guard is untold:  # a stretch of data is told of to its end
                return form.start(), form.end(), []
            continue
        if read := phrase.reader(form, issued_on):
            return form.start(), form.end(), read
    return None


def _rules_for(word: str) -> list[Phrase]:
    if not word[0].isdigit():
        return BY_WORD[word]
    return [*BY_WORD.get(word, ()), *BY_WORD["#"]]


def _is_past(low: str, one: Deadline, start: int, end: int, issued_on: date | None) -> bool:
    """A day before the issue is told of, not set; “Giao … trước ngày” a few days late is kept."""
    if not issued_on or not one.due_on or one.due_on >= issued_on:
        return False
    if (issued_on - one.due_on).days > SLOW_ISSUE or not low.startswith(("trước", "chậm"), start):
        return True
    before, after = low[max(0, start - NEAR) : start], low[end : end + NEAR]
    return bool(REPROACH.search(before) or AS_TOLD.match(after))


def _printed(text: str, page: Plain, one: Deadline, start: int, end: int) -> Deadline:
    while end > start and page.lower[end - 1].isspace():
        end -= 1
    begin, stop = page.span(start, end)
    strict = one.kind not in ("event", "relative") and STRICT.search(page.lower, start, end)
    phrase = flat(text[begin:stop])
    return replace(one, phrase=phrase, start=begin, end=stop, strict=bool(strict))
