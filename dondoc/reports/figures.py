"""The frozen figures of a report, read by name; every number is printed here and nowhere else."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dondoc.rules.judging import moved
from dondoc.rules.periods import Period, period_of
from dondoc.rules.scoring import COUNTS, FORMULAS, Formulas, Tally, change
from dondoc.rules.wording import percent_of, thousands

ALL = 0
"""The key of all units together, where an address names a unit."""


def canonical(data: dict[str, Any]) -> bytes:
    """The figures as the one text their SHA-256 covers; the JSON download is these bytes."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1).encode()


def checkpoint(data: dict[str, Any]) -> str:
    """The SHA-256 that the report prints."""
    return hashlib.sha256(canonical(data)).hexdigest()


@dataclass(frozen=True)
class Line:
    """A unit, or all of them, with its counts now and in the period before."""

    pk: int
    name: str
    now: Tally
    before: Tally | None
    formulas: Formulas

    def count(self, name: str) -> str:
        """ "1.204"."""
        return thousands(getattr(self.now, name))

    def rate(self, key: str) -> str:
        """ "29,24%"."""
        return percent_of(self.formulas.rate(key).of(self.now).hundredths)

    def rose(self, key: str) -> int | None:
        """The change of a rate in hundredths of a point."""
        rate = self.formulas.rate(key)
        return change(rate.of(self.now), rate.of(self.before)) if self.before else None


class Figures:
    """What was counted, by name."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    @property
    def formulas(self) -> Formulas:
        return FORMULAS[self.data["formula"]]

    @property
    def period(self) -> Period:
        return period_of(self.data["period"], carry_over=self.data["carry_over"])

    @property
    def as_of(self) -> datetime:
        return datetime.fromisoformat(self.data["as_of"])

    @property
    def units(self) -> list[Line]:
        return [self._line(row) for row in self.data["units"]]

    @property
    def total(self) -> Line:
        return self._line(self.data["total"])

    def unit(self, pk: int) -> Line | None:
        """One unit, or all together under `ALL`."""
        return next((line for line in [self.total, *self.units] if line.pk == pk), None)

    def codes(self, pk: int, count: str) -> list[str]:
        """Exactly the tasks behind one number, in order."""
        rows = [row for row in self.data["units"] if pk in (ALL, row["pk"])]
        return sorted(code for row in rows for code in row["tasks"].get(count, ()))

    def _line(self, row: dict[str, Any]) -> Line:
        before = Tally(**row["before"]) if row["before"] else None
        return Line(row["pk"], row["name"], Tally(**row["counts"]), before, self.formulas)


def unit_row(
    pk: int,
    name: str,
    kind: str,
    now: Tally,
    before: Tally | None,
    formulas: Formulas,
    tasks: dict[str, list[str]] | None = None,
) -> dict[str, Any]:
    """A line as it is frozen: counts, rates as printed, and the codes behind the counts."""
    line = Line(pk, name, now, before, formulas)
    row: dict[str, Any] = {
        "pk": pk, "name": name, "kind": kind, "counts": as_counts(now),
        "rates": {rate.key: line.rate(rate.key) for rate in formulas.rates},
        "before": as_counts(before) if before else None,
    }  # fmt: skip
    return row if tasks is None else row | {"tasks": tasks}


def as_counts(tally: Tally) -> dict[str, int]:
    """The counts of a tally by name."""
    return {name: getattr(tally, name) for name in COUNTS}


@dataclass(frozen=True)
class Column:
    """A column of the table by units: the same words on screen, in Word, PDF and Excel."""

    group: str
    heading: str
    width: float  # millimetres on a landscape page
    value: Callable[[Line], str]
    count: str = ""  # the list behind it

    @property
    def full_heading(self) -> str:
        """ "Đã hoàn thành: đúng hạn"."""
        return f"{self.group}: {self.heading.lower()}" if self.group else self.heading


def _count(group: str, heading: str, name: str) -> Column:
    return Column(group, heading, 15, lambda line: line.count(name), name)


def _rate(group: str, heading: str, key: str) -> Column:
    return Column(group, heading, 18, lambda line: line.rate(key))


DONE, OPEN, STAR = "Đã hoàn thành", "Đang thực hiện", "Gắn sao"
COLUMNS = (
    _count("", "Được giao", "assigned"),
    _count(DONE, "Tổng", "completed"),
    _count(DONE, "Đúng hạn", "completed_on_time"),
    _count(DONE, "Quá hạn", "completed_late"),
    _count(OPEN, "Tổng", "open_total"),
    _count(OPEN, "Quá hạn", "open_overdue"),
    _count(STAR, "Tổng", "starred"),
    _count(STAR, "Quá hạn", "starred_overdue"),
    _count("", "Có cập nhật", "updated"),
    _rate("Tỉ lệ", "Hoàn thành", "completion_rate"),
    _rate("Tỉ lệ", "Cập nhật", "update_rate"),
    Column("Tỉ lệ", "So kỳ trước (điểm)", 22, lambda line: _bare(line.rose("completion_rate"))),
)


def _bare(rose: int | None) -> str:
    """ "giảm 2,58": the unit stands in the heading."""
    return moved(rose).removesuffix(" điểm")


def cells(line: Line) -> tuple[str, ...]:
    """The line's numbers as printed, column by column."""
    return tuple(column.value(line) for column in COLUMNS)
