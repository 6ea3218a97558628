"""An official table records the day of each task; the reader reads that day, and no other."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from dondoc.rules.deadlines import read_deadlines

TABLE = Path(__file__).parents[2].parent / "shared" / "data" / "directives" / "table624.tsv"
NO_DATE = date(2025, 11, 5)
DATED = re.compile(r"ngày (\d{1,2})/(\d{1,2})/(\d{4})")


def rows():
    if not TABLE.exists():
        return []
    with TABLE.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def issued_on(row):
    printed = DATED.search(row["source_document"])
    return date(*map(int, printed.group(3, 2, 1))) if printed else NO_DATE


def days(row):
    return [d.due_on.isoformat() for d in read_deadlines(row["task"], issued_on(row)) if d.due_on]


pytestmark = pytest.mark.skipif(not TABLE.exists(), reason="the official table is not at hand")


@pytest.mark.parametrize("row", [row for row in rows() if row["phrase"]], ids=lambda r: r["phrase"])
def test_the_day_read_is_the_day_the_government_office_recorded(row):
    assert days(row) == [row["due_on"]]


def test_no_day_is_read_where_the_task_states_none():
    assert [(row["stt"], days(row)) for row in rows() if not row["phrase"] and days(row)] == []
