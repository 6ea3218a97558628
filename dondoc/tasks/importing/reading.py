"""A sheet of tasks as plain lines: our own template, our own export, an e-office's export."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dondoc.documents.sheets import Cell, Sheet
from dondoc.rules.folding import fold
from dondoc.workflow import Refused

HEADINGS = {
    "code": ("ma nhiem vu", "ma"),
    "number": ("so nhiem vu", "so", "so/ma nhiem vu"),
    "content": ("nhiem vu", "noi dung", "noi dung nhiem vu", "ten nhiem vu"),
    "lead": ("chu tri", "don vi chu tri", "co quan chu tri"),
    "supporting": ("phoi hop", "don vi phoi hop", "co quan phoi hop"),
    "leader": ("lanh dao chi dao", "lanh dao giao"),
    "document": ("van ban giao", "van ban", "so ky hieu van ban"),
    "field": ("linh vuc",),
    "product": ("san pham",),
    "parent": ("nhiem vu cha",),
    "given_on": ("ngay tao", "ngay giao", "ngay chi dao"),
    "due_on": ("han xu ly", "thoi han", "han", "han hoan thanh"),
}
NEEDED = {"content": "Nhiệm vụ", "lead": "Chủ trì"}
EMPTY_DAYS = (date(1970, 1, 1), date(1900, 1, 1), date(1899, 12, 30))
"""What spreadsheets and databases write for a day that was never given."""
NO_DAY = ("", "khong", "khong co", "khong thoi han", "khong han", "-", "x")
DAY_FORMS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
CUT = ("…", "...")


@dataclass(frozen=True)
class Line:
    """One row of the sheet; `problems` stop it, `notes` are only told."""

    row: int
    content: str
    lead: str
    code: str = ""
    number: str = ""
    supporting: tuple[str, ...] = ()
    leader: str = ""
    document: str = ""
    field: str = ""
    product: str = ""
    parent: str = ""
    given_on: date | None = None
    due_on: date | None = None
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_lines(sheet: Sheet) -> list[Line]:
    """The rows that say something; raises Refused when a needed column is not there."""
    columns = _columns(sheet.headers)
    missing = [label for name, label in NEEDED.items() if name not in columns]
    if missing:
        raise Refused(
            f"Không thấy cột {', '.join(f'“{label}”' for label in missing)}. Các cột đọc được: "
            f"{', '.join(filter(None, sheet.headers))}. Hãy dùng mẫu nhập của hệ thống."
        )
    rows = enumerate(sheet.rows, sheet.first_row)
    return [_line(at, row, columns) for at, row in rows if any(cell is not None for cell in row)]


def _columns(headers: Sequence[str]) -> dict[str, int]:
    """Which column says what; where two headings mean the same, the first counts."""
    meant = {word: name for name, words in HEADINGS.items() for word in words}
    columns: dict[str, int] = {}
    for at, heading in enumerate(headers):
        name = meant.get(fold(re.sub(r"\(.*?\)|\*", "", heading)))
        if name and name not in columns:
            columns[name] = at
    return columns


def _line(at: int, row: Sequence[Cell], columns: dict[str, int]) -> Line:
    problems: list[str] = []
    notes: list[str] = []

    def cell(name: str) -> Cell:
        return row[columns[name]] if name in columns and columns[name] < len(row) else None

    said = {name: _text(cell(name)) for name in HEADINGS if name not in ("given_on", "due_on")}
    supporting = tuple(_names(said.pop("supporting")))
    given_on = _day(cell("given_on"), "ngày tạo", notes, notes)
    due_on = _day(cell("due_on"), "thời hạn", problems, notes)
    if not said["content"]:
        problems.append("không có nội dung nhiệm vụ")
    if not said["lead"]:
        problems.append("không có đơn vị chủ trì")
    if said["content"].endswith(CUT):
        notes.append("nội dung bị cắt ở hệ thống cũ")
    return Line(
        row=at, supporting=supporting, given_on=given_on, due_on=due_on,
        problems=tuple(problems), notes=tuple(notes), **said,
    )  # fmt: skip


def _text(cell: Cell) -> str:
    if isinstance(cell, date):  # and datetime
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else " ".join(str(cell).split())


def _names(text: str) -> list[str]:
    """Units are told apart by semicolons; a name may hold a comma of its own."""
    return [name.strip() for name in re.split(r"[;\n]", text) if name.strip()]


def _day(cell: Cell, label: str, wrong: list[str], notes: list[str]) -> date | None:
    day = cell.date() if isinstance(cell, datetime) else cell
    if not isinstance(day, date):
        text = _text(cell)
        if fold(text) in NO_DAY:
            return None
        day = _day_of_text(text)
        if day is None:
            wrong.append(f"không đọc được {label} “{text[:40]}”")
            return None
    if day in EMPTY_DAYS:
        notes.append(f"{label} {day:%d/%m/%Y} hiểu là không có")
        return None
    return day


def _day_of_text(text: str) -> date | None:
    for form in DAY_FORMS:
        try:
            return datetime.strptime(text.split(" ")[0], form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    return None
