"""What an import would do, row by row, before anything is done."""

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial

from dondoc.agencies.directory import Directory, Found
from dondoc.agencies.models import Agency, Field, Officer, Role
from dondoc.documents.models import Document
from dondoc.documents.sheets import read_sheet
from dondoc.rules.folding import fold
from dondoc.tasks.importing.reading import CUT, Line, read_lines
from dondoc.tasks.models import Task

OFFERED = 4  # bodies to choose from, for a name that is not known
CERTAIN = 90  # percent below which a name is told beside the body it is taken for


class Outcome(StrEnum):
    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"
    UNMATCHED = "unmatched"
    SKIPPED = "skipped"


LABELS = {
    Outcome.NEW: "Mới",
    Outcome.KNOWN: "Đã có",
    Outcome.CHANGED: "Đã có, nội dung khác",
    Outcome.UNMATCHED: "Tên đơn vị không khớp",
    Outcome.SKIPPED: "Bỏ qua",
}


@dataclass
class Planned:
    """One row and what would become of it."""

    line: Line
    outcome: Outcome = Outcome.NEW
    words: list[str] = dataclasses.field(default_factory=list)
    lead: Agency | None = None
    supporting: list[Agency] = dataclasses.field(default_factory=list)
    leader: Officer | None = None
    document: Document | None = None
    field: Field | None = None
    existing: Task | None = None

    @property
    def label(self) -> str:
        return LABELS[self.outcome]

    def put_down(self, outcome: Outcome, *words: str) -> None:
        """Says what becomes of the row, and why."""
        self.outcome = outcome
        self.words += words


@dataclass
class Plan:
    """The whole sheet, planned for one committee by one officer."""

    issuer: Agency
    officer: Officer
    sha256: str
    rows: list[Planned]
    unmatched: dict[str, list[Agency]]

    def of(self, outcome: Outcome) -> list[Planned]:
        """The rows with this outcome, in the order of the sheet."""
        return [row for row in self.rows if row.outcome == outcome]

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows there are of each outcome."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in Outcome}


def plan_import(content: bytes, *, issuer: Agency, officer: Officer, today: date) -> Plan:
    """Reads the sheet and plans each row; raises FileRefused, ExtractionFailed or Refused."""
    rows = [Planned(line) for line in read_lines(read_sheet(content))]
    find = cache(partial(_find, Directory.of(issuer, today)))
    subjects = _Subjects(issuer, officer)
    existing = _Existing(issuer)
    for row in rows:
        if row.line.problems:
            row.put_down(Outcome.SKIPPED, *row.line.problems)
    _skip_repeated(rows)
    unmatched: dict[str, list[Agency]] = {}
    for row in rows:
        row.words += row.line.notes
        if row.outcome == Outcome.NEW:
            _match(row, find, unmatched)
        if row.outcome == Outcome.NEW:
            subjects.match(row)
            existing.compare(row)
        if row.outcome == Outcome.NEW:
            _require_living_deadline(row, today)
    return Plan(issuer, officer, hashlib.sha256(content).hexdigest(), rows, unmatched)


def _skip_repeated(rows: Iterable[Planned]) -> None:
    """Of rows with one number the newest is kept; of equal rows the first."""
    kept: dict[tuple[object, ...], Planned] = {}
    for row in (r for r in rows if r.outcome == Outcome.NEW):
        line = row.line
        alike = (fold(line.lead), fold(line.content), line.due_on)
        key = (
            ("code", line.code) if line.code else ("number", line.number) if line.number else alike
        )
        other = kept.setdefault(key, row)
        if other is row:
            continue
        older, newer = (row, other) if _day(row) < _day(other) else (other, row)
        if key is alike:
            older, newer = row, other
        older.put_down(Outcome.SKIPPED, f"trùng với dòng {newer.line.row} (giữ dòng mới hơn)")
        kept[key] = newer


def _day(row: Planned) -> date:
    return row.line.given_on or date.min


def _match(row: Planned, find: Callable[[str], Found], unmatched: dict[str, list[Agency]]) -> None:
    named = [("chủ trì", row.line.lead), *(("phối hợp", name) for name in row.line.supporting)]
    bodies = []
    for part, name in named:
        found = find(name)
        bodies.append(found.agencies[0] if len(found.agencies) == 1 else None)
        if bodies[-1] is None:
            unmatched.setdefault(name, [c.agency for c in found.candidates][:OFFERED])
            row.put_down(Outcome.UNMATCHED, f"{part} “{name}” không khớp đơn vị nào")
        elif found.confidence < CERTAIN:
            cut = "bị cắt, " if name.endswith(CUT) else ""
            row.words.append(f"{part} “{name}” {cut}hiểu là {bodies[-1].name}")
    row.lead = bodies[0]
    row.supporting = [body for body in bodies[1:] if body]


def _find(directory: Directory, name: str) -> Found:
    """Which body the name means, also where the sheet cut it short."""
    found = directory.find(name)
    if found.agencies or not name.endswith(CUT):
        return found
    by_beginning = directory.beginning(name.removesuffix("…").removesuffix("..."))
    return by_beginning if by_beginning.candidates else found


def _require_living_deadline(row: Planned, today: date) -> None:
    """A deadline in the past is only carried over with the day the task was given."""
    line = row.line
    given_on = min(line.given_on or today, today)
    if line.given_on and line.given_on > today:
        row.words.append(f"ngày tạo {line.given_on:%d/%m/%Y} ở tương lai, không dùng")
    if line.due_on and line.due_on < given_on:
        row.put_down(Outcome.SKIPPED, f"thời hạn {line.due_on:%d/%m/%Y} trước ngày giao")
    elif line.due_on and line.due_on < today:
        row.words.append(f"thời hạn {line.due_on:%d/%m/%Y} đã qua: nhập vào là quá hạn")


class _Subjects:
    """Leaders, fields and documents by what the sheet calls them; not found is told, not fatal."""

    def __init__(self, issuer: Agency, officer: Officer) -> None:
        self.officer, self.issuer = officer, issuer
        leaders = Officer.objects.filter(agency=issuer, role=Role.LEADER).select_related("user")
        self.leaders = {fold(leader.user.name): leader for leader in leaders.order_by("pk")}
        self.fields = {fold(f.name): f for f in Field.objects.filter(committee=issuer)}
        self.documents: dict[str, Document | None] = {}

    def match(self, row: Planned) -> None:
        line = row.line
        leader = fold(line.leader)
        row.leader = next((o for name, o in self.leaders.items() if leader.endswith(name)), None)
        row.field = self.fields.get(fold(line.field))
        row.document = self._document(line.document) if line.document else None
        for label, said, found in (
            ("lãnh đạo", line.leader, row.leader),
            ("lĩnh vực", line.field, row.field),
            ("văn bản", line.document, row.document),
        ):
            if said and found is None:
                row.words.append(f"không thấy {label} “{said}”, để trống")

    def _document(self, number: str) -> Document | None:
        if number not in self.documents:
            visible = Document.objects.visible_to(self.officer).filter(committee=self.issuer)
            self.documents[number] = visible.filter(number=number).order_by("-pk").first()
        return self.documents[number]


class _Existing:
    """The committee's tasks, found again by code, by number, or by saying the very same."""

    def __init__(self, issuer: Agency) -> None:
        columns = ("code", "external_number", "lead_id", "content", "original_due_on", "due_on")
        self.by_code: dict[str, Task] = {}
        self.by_number: dict[str, Task] = {}
        self.by_words: dict[tuple[object, ...], Task] = {}
        for task in Task.objects.filter(issuer=issuer).only(*columns, "state", "product"):
            self.by_code[task.code] = task
            if task.external_number:
                self.by_number[task.external_number] = task
            self.by_words[task.lead_id, task.content, task.original_due_on] = task

    def compare(self, row: Planned) -> None:
        line = row.line
        if line.code and line.code not in self.by_code:
            words = f"mã {line.code} không có ở đây (xóa ô mã để nhập như nhiệm vụ mới)"
            row.put_down(Outcome.SKIPPED, words)
            return
        task = self.by_code.get(line.code) or self.by_number.get(line.number)
        if task is None and not line.number:
            lead = row.lead.pk if row.lead else None
            task = self.by_words.get((lead, line.content, line.due_on))
        if task is not None:
            row.existing = task
            row.put_down(*_compared(row, task))


def _compared(row: Planned, task: Task) -> tuple[Outcome, str]:
    line = row.line
    different = []
    cut = line.content.rstrip("….")
    if " ".join(task.content.split()) != line.content and not (
        line.content.endswith(CUT) and task.content.startswith(cut)
    ):
        different.append("nội dung")
    if row.lead and task.lead_id != row.lead.pk:
        different.append("chủ trì (không tự đổi)")
    if line.due_on not in (task.due_on, task.original_due_on):
        different.append("thời hạn (không tự đổi, dùng gia hạn)")
    if not different:
        return Outcome.KNOWN, f"là {task.code}"
    return Outcome.CHANGED, f"là {task.code}, khác: {', '.join(different)}"
