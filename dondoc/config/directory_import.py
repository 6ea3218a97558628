"""Bodies and people from a spreadsheet: read, judged row by row, then done all or not at all.

Doing the same sheet twice changes nothing: a body is known by name under its parent, a person
by his sign-in name, a seat by person, body and role.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, Any

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.accounts.secrets import Secret
from dondoc.agencies.actions import appoint, establish, open_account
from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.agencies.queries import users_visible_to
from dondoc.documents.sheets import Cell, Column, Sheet, write_sheet
from dondoc.rules.folding import fold
from dondoc.workflow import Refused

COLUMNS = (
    Column("Tên cơ quan", 40), Column("Thuộc cơ quan", 34), Column("Loại", 22),
    Column("Tên viết tắt", 14), Column("Mã định danh", 16), Column("Họ và tên", 24),
    Column("Tên đăng nhập", 18), Column("Thư điện tử", 26), Column("Điện thoại", 14),
    Column("Vai trò", 26), Column("Chức vụ", 24), Column("Từ ngày", 12), Column("Đến hết ngày", 12),
)  # fmt: skip
NOTES = (
    "Mỗi dòng: một cơ quan, hoặc một người tại cơ quan đó. Cơ quan cấp trên phải có trước.",
    "Loại: " + "; ".join(Kind.labels),
    "Vai trò: " + "; ".join(Role.labels),
)
_KINDS = {fold(label): value for value, label in Kind.choices}
_ROLES = {fold(label): value for value, label in Role.choices}
_NEEDED = ("ten co quan", "thuoc co quan", "loai")


@dataclass
class Row:
    """One line of the sheet: what it asks for, and what is wrong with it."""

    number: int
    said: Mapping[str, Cell]
    wrong: list[str] = field(default_factory=list)
    new_body: bool = False
    new_person: bool = False
    new_seat: bool = False

    def text(self, heading: str) -> str:
        """The cell under a heading, as trimmed text."""
        value = self.said.get(fold(heading))
        return " ".join(str(value).split()) if value is not None else ""

    def day(self, heading: str) -> date | None:
        """The cell as a day; a word that is none is noted as wrong."""
        value = self.said.get(fold(heading))
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date) or value is None:
            return value
        for form in ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y"):
            try:
                return datetime.strptime(str(value).strip(), form).date()  # noqa: DTZ007  a day has no zone
            except ValueError:
                continue
        self.wrong.append(f"{heading} “{value}” không phải ngày (dd/mm/yyyy)")
        return None


def write_template(stream: IO[bytes]) -> None:
    """The empty sheet to fill in, with one example of each kind of row."""
    body = ("Phòng Kinh tế", "UBND xã …", Kind.DIVISION.label, "PKT", "", *[""] * 8)
    person = ("Phòng Kinh tế", "UBND xã …", "", "", "", "Nguyễn Văn A", "nguyenvana", "", "",
              Role.OFFICER.label, "Chuyên viên", "01/07/2025", "")  # fmt: skip
    write_sheet("Danh bạ", COLUMNS, [body, person], note_lines=NOTES, stream=stream)


class _Trial(Exception):
    """Undoes what a preview has tried."""


@dataclass
class Import:
    """The judged sheet; `passwords` are the one-time words of those newly made."""

    rows: list[Row]
    passwords: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return bool(self.rows) and not any(row.wrong for row in self.rows)

    def count(self, what: str) -> int:
        """How many rows make something new: 'new_body', 'new_person', 'new_seat'."""
        return sum(getattr(row, what) for row in self.rows)


def preview(sheet: Sheet, root: Agency, *, by: Officer, at: datetime, demo: bool) -> Import:
    """Does it all and undoes it: what is told is what would happen, every error named."""
    found = Import([])
    try:
        with transaction.atomic():
            found = _go_through(sheet, root, by=by, at=at, demo=demo)
            raise _Trial
    except _Trial:
        found.passwords.clear()
        return found


def carry_out(sheet: Sheet, root: Agency, *, by: Officer, at: datetime, demo: bool) -> Import:
    """All rows in one transaction; with a single wrong row nothing is kept."""
    with transaction.atomic():
        found = _go_through(sheet, root, by=by, at=at, demo=demo)
        if not found.is_clean:
            raise Refused("Bảng còn lỗi nên chưa nhập gì. Hãy sửa các dòng được nêu rồi nhập lại.")
        return found


def _go_through(sheet: Sheet, root: Agency, *, by: Officer, at: datetime, demo: bool) -> Import:
    headings = [fold(name) for name in sheet.headers]
    if missing := [name for name in _NEEDED if name not in headings]:
        raise Refused(f"Thiếu cột: {', '.join(missing)}. Hãy dùng tệp mẫu.")
    told = Import([])
    bodies = _Bodies(root)
    for number, cells in enumerate(sheet.rows, sheet.first_row):
        if any(cell is not None for cell in cells):
            row = Row(number, dict(zip(headings, cells, strict=False)))
            told.rows.append(row)
            _take(row, bodies, told, {"by": by, "at": at}, demo)
    _note_doubles(told.rows)
    return told


def _take(row: Row, bodies: "_Bodies", told: Import, said: dict[str, Any], demo: bool) -> None:
    try:
        with transaction.atomic():
            agency = bodies.find_or_found(row, said)
            if agency is not None and row.text("Họ và tên"):
                _seat(row, agency, told, said, demo)
            if row.wrong:
                raise Refused("")
    except Refused as refusal:
        if str(refusal):
            row.wrong.append(str(refusal))


class _Bodies:
    """The bodies below the root by folded name, asked for once."""

    def __init__(self, root: Agency) -> None:
        self.known: dict[str, list[Agency]] = {}
        for body in Agency.objects.under(root).filter(until_on=None):
            self._remember(body)

    def _remember(self, body: Agency) -> None:
        self.known.setdefault(fold(body.name), []).append(body)

    def find_or_found(self, row: Row, said: dict[str, Any]) -> Agency | None:
        """The body of the row; a new one where it has a kind and its parent is known."""
        name, above = row.text("Tên cơ quan"), row.text("Thuộc cơ quan")
        if not name:
            row.wrong.append("Thiếu tên cơ quan")
            return None
        found = self.known.get(fold(name), [])
        if above:
            found = [b for b in found if b.parent and fold(b.parent.name) == fold(above)]
        if len(found) > 1:
            row.wrong.append(f"Có {len(found)} cơ quan tên “{name}”: hãy ghi Thuộc cơ quan")
            return None
        return found[0] if found else self._found(row, name, above, said)

    def _found(self, row: Row, name: str, above: str, said: dict[str, Any]) -> Agency | None:
        kind = _KINDS.get(fold(row.text("Loại")))
        parents = self.known.get(fold(above), []) if above else []
        if len(parents) != 1:
            row.wrong.append(f"Không rõ cơ quan cấp trên “{above}”")
        if kind is None:
            row.wrong.append(f"Loại “{row.text('Loại')}” không có trong danh mục")
        if row.wrong or kind is None:
            return None
        day = row.day("Từ ngày") if not row.text("Họ và tên") else None
        dated: dict[str, Any] = {"from_on": day} if day else {}
        body = establish(
            parents[0], name=name, kind=kind, short_name=row.text("Tên viết tắt"),
            identifier=row.text("Mã định danh"), is_scored=kind != Kind.PARTNER, **dated, **said,
        )  # fmt: skip
        row.new_body = True
        self._remember(body)
        return body


def _seat(row: Row, agency: Agency, told: Import, said: dict[str, Any], demo: bool) -> None:
    username = row.text("Tên đăng nhập").casefold()
    role = _ROLES.get(fold(row.text("Vai trò")))
    from_on, until_on = row.day("Từ ngày"), row.day("Đến hết ngày")
    if not username:
        row.wrong.append("Thiếu tên đăng nhập")
    if role is None:
        row.wrong.append(f"Vai trò “{row.text('Vai trò')}” không có trong danh mục")
    if from_on is None and not row.wrong:
        row.wrong.append("Thiếu Từ ngày")
    if row.wrong or role is None or from_on is None:
        return
    user = _person(row, agency, username, told, said, demo)
    if Officer.objects.filter(user=user, agency=agency, role=role, from_on=from_on).exists():
        return
    appoint(
        agency, user=user, role=role, title=row.text("Chức vụ") or Role(role).label,
        from_on=from_on, until_on=until_on, **said,
    )  # fmt: skip
    row.new_seat = True


def _person(
    row: Row, agency: Agency, username: str, told: Import, said: dict[str, Any], demo: bool
) -> User:
    name = row.text("Họ và tên")
    known = User.objects.filter(username__iexact=username).first()
    if known is not None:
        if fold(known.name) != fold(name):
            raise Refused(f"Tên đăng nhập “{username}” là của {known.name}")
        if not users_visible_to(said["by"]).filter(pk=known.pk).exists():
            raise Refused(f"{known.name} không thuộc phạm vi bạn quản trị")
        return known
    secret = None if demo else Secret.draw()
    user = open_account(
        agency, username=username, name=name, password=secret, email=row.text("Thư điện tử"),
        phone=row.text("Điện thoại"), **said,
    )  # fmt: skip
    row.new_person = True
    if secret is not None:
        told.passwords.append((name, username, secret.text))
    return user


def _note_doubles(rows: Sequence[Row]) -> None:
    seen: dict[tuple[str, ...], int] = {}
    names = ("Tên cơ quan", "Thuộc cơ quan", "Tên đăng nhập", "Vai trò", "Từ ngày")
    for row in rows:
        key = tuple(fold(row.text(name)) for name in names)
        if key in seen:
            row.wrong.append(f"Trùng với dòng {seen[key]}")
        seen.setdefault(key, row.number)
