"""Lines pasted from a sheet: one undertaking a line, its columns parted by tabs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.folding import fold
from dondoc.rules.typed_day import NotADay, typed_day

COLUMNS = (
    "Nội dung", "Sản phẩm", "Người thực hiện", "Đơn vị phối hợp", "Thời hạn", "Trọng tâm (x)",
)  # fmt: skip
MOST_LINES = 100
YES = {"x", "co", "trong tam", "1"}


@dataclass
class Pasted:
    """What the lines mean, and what in them is not understood."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Reading:
    """By what the words of a line are understood: people and bodies by name, days of the period."""

    people: dict[str, Officer]
    bodies: dict[str, Agency]
    first: date
    last: date

    @classmethod
    def of(
        cls, people: Iterable[Officer], bodies: Iterable[Agency], first: date, last: date
    ) -> "Reading":
        """Bodies are known by name, short name and symbol; people by name."""
        known = {
            fold(name): body
            for body in bodies
            for name in (body.name, body.short_name, body.symbol)
            if name
        }
        return cls({fold(person.name): person for person in people}, known, first, last)


def read_pasted(text: str, reading: Reading) -> Pasted:
    """Each line by its columns; a line of headings and a leading number are passed over."""
    found = Pasted()
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        found.wrong.append(f"Nhiều hơn {MOST_LINES} dòng. Hãy dán làm nhiều lần.")
        return found
    for number, line in enumerate(lines, start=1):
        cells = _cells(line)
        if number == 1 and _is_heading(cells):
            continue
        _read_line(number, cells, reading, found)
    return found


def _cells(line: str) -> list[str]:
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    if len(cells) > 1 and cells[0].rstrip(".").isdecimal():
        cells = cells[1:]
    return [*cells, *[""] * (len(COLUMNS) - len(cells))]


def _is_heading(cells: list[str]) -> bool:
    return any(fold(cell).startswith("noi dung") for cell in cells[:2])


def _read_line(number: int, cells: list[str], reading: Reading, found: Pasted) -> None:
    content, product, who, with_whom, until, focal = cells[: len(COLUMNS)]
    wrong: list[str] = []
    row: dict[str, Any] = {
        "content": content,
        "product": product,
        "person": _person(who, reading, wrong),
        "coordinating": _bodies(with_whom, reading, wrong),
        "due_on": _day(until, reading, wrong),
        "focal": fold(focal) in YES,
    }
    if not content:
        wrong.append("chưa có nội dung")
    found.rows.append(row)
    found.wrong += [f"Dòng {number}: {words}." for words in wrong]


def _person(name: str, reading: Reading, wrong: list[str]) -> Officer | None:
    person = reading.people.get(fold(name)) if name else None
    if name and person is None:
        wrong.append(f"không có ai tên “{name}” trong đơn vị")
    return person


def _bodies(names: str, reading: Reading, wrong: list[str]) -> list[Agency]:
    found = []
    for name in names.replace(",", ";").split(";"):
        body = reading.bodies.get(fold(name.strip()))
        if body is not None:
            found.append(body)
        elif name.strip():
            wrong.append(f"không rõ đơn vị phối hợp “{name.strip()}”")
    return found


def _day(words: str, reading: Reading, wrong: list[str]) -> date:
    """A day as people write it, in the period; none means its last day."""
    if not words:
        return reading.last
    try:
        day = typed_day(words, reading.first, WorkingCalendar()).on
    except NotADay:
        day = None
    if day is None or not reading.first <= day <= reading.last:
        wrong.append(f"thời hạn “{words}” không phải ngày trong kỳ")
    return day or reading.last
