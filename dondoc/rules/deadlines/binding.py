"""Which of the deadlines printed in one order bind it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dondoc.rules.deadlines.words import Deadline

UNDATED = ("continuous", "urgent")
WITH_YEAR = re.compile(r"\d{4}")
RECURRING = ("daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly")
ONCE = (*RECURRING, "range")


def binding(deadlines: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    """What counts in one order: urgency and permanence only where no term is set, each once."""
    dated = [d for d in deadlines if d.kind not in UNDATED]
    if dated:
        return tuple(_each_once(_told_apart(_yearly(dated))))
    lasting = tuple(d for d in deadlines if d.kind == "continuous")
    return (lasting or deadlines)[:1]


def _yearly(dated: list[Deadline]) -> list[Deadline]:
    """“định kỳ hằng năm báo cáo … trước ngày 15/12”: the day without a year is that of each."""
    every = next((i for i, d in enumerate(dated) if d.kind == "yearly" and not _has_day(d)), None)
    if every is None:
        return dated
    return [_each_year(d) if i > every else d for i, d in enumerate(dated)]


def _each_year(one: Deadline) -> Deadline:
    if one.kind != "date" or one.due_on is None or WITH_YEAR.search(one.phrase):
        return one
    if not re.search(r"\d", one.phrase):
        return one
    return replace(one, kind="yearly", rule=f"yearly:{one.due_on.day}/{one.due_on.month}")


def _told_apart(dated: list[Deadline]) -> list[Deadline]:
    """“hằng năm” alone says nothing beside “trước ngày 15/11 hằng năm”."""
    full = {d.kind for d in dated if d.kind in RECURRING and _has_day(d)}
    return [d for d in dated if d.kind not in full or _has_day(d)]


def _has_day(one: Deadline) -> bool:
    return ":" in one.rule or one.time is not None


def _each_once(dated: Iterable[Deadline]) -> Iterable[Deadline]:
    """A recurrence or a stretch of days printed twice is one; days may be those of two works."""
    seen = set()
    for one in dated:
        key = one.kind, one.due_on, one.time, one.rule, one.detail
        if one.kind not in ONCE or key not in seen:
            yield one
        seen.add(key)
