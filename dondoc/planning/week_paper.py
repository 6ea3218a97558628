"""The week as offices print it: one landscape table, days down the side, signed by the Chairman."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.database.clock import day_of
from dondoc.documents import letterheads
from dondoc.documents.letterheads import on_paper
from dondoc.planning.models import Week
from dondoc.planning.week_facts import days_word
from dondoc.planning.week_table import Day, Line, Table
from dondoc.rules import decree30, layout
from dondoc.rules.layout import Cell, Column, HeaderCell, Paper, Paragraph, Row, Run
from dondoc.rules.wording import day_short

REPLACES = "LỊCH NÀY THAY THƯ MỜI HỌP"
COLUMNS = (
    Column(22, "center"), Column(22, "center"), Column(78), Column(42), Column(56), Column(36),
    Column(34),
)  # fmt: skip
HEADS = (
    "Thứ, ngày", "Giờ", "Nội dung", "Chủ trì, dự", "Thành phần", "Địa điểm", "Chuẩn bị, theo dõi",
)  # fmt: skip


def week_paper(week: Week, officer: Officer) -> Paper:
    """The week as it stands, as this officer may see it."""
    table = Table(week.committee, week.monday, officer)
    letterhead = week.letterhead or draft_letterhead(week.committee)
    rows = tuple(_rows(table))
    return Paper(
        kind=decree30.Kind.SCHEDULE,
        type_name="Lịch công tác tuần",
        subject=f"(Từ ngày {day_short(week.monday)} đến ngày {day_short(week.sunday)})",
        recipients=recipients_of(week.committee),
        body=tuple(_body(week, table, rows)),
        landscape=True,
        **on_paper(letterhead) | _decided(week),
    )


def _decided(week: Week) -> dict[str, object]:
    """It bears no number: a schedule is out once it is decided, on the day it is."""
    day = day_of(week.decided_at) if week.decided_at else None
    return {"day": day, "draft": day is None}


def draft_letterhead(committee: Agency) -> dict[str, str]:
    """Before anyone has signed."""
    return {
        "issuer": letterheads.in_full(committee.name), "parent": "", "symbol": "",
        "place": committee.place or committee.name, "authority": "", "signer_title": "CHỦ TỊCH",
        "signer": "",
    }  # fmt: skip


def letterhead_of(week: Week, by: Officer, by_order: bool, at: datetime) -> dict[str, str]:
    """Signed by the leader who decides, or TL. by the Chief of Office."""
    committee = week.committee
    head = _chief_of_office(committee, at) if by_order else None
    signed = letterheads.committee_letterhead(committee, by, symbol="")
    signed["signer_title"] = signed["signer_title"].partition(" UBND")[0]
    if head is not None:
        signed |= letterheads.signature("TL. CHỦ TỊCH", "Chánh Văn phòng", head)
    return {**signed, "symbol": ""}


def _chief_of_office(committee: Agency, at: datetime) -> Officer | None:
    heads = Officer.objects.filter(agency__committee=committee, role=Role.OFFICE_HEAD)
    seated = heads.seated_on(day_of(at)).filter(agency__kind=Kind.OFFICE)
    return seated.select_related("user", "agency").order_by("pk").first()


def recipients_of(committee: Agency) -> tuple[str, ...]:
    """Nơi nhận."""
    whose = letterheads.spoken(committee.name)
    return (
        f"Chủ tịch, các Phó Chủ tịch {whose}", f"Các phòng, đơn vị thuộc {whose}",
        "Các cơ quan, đơn vị có trong lịch", "Lưu: VT, VP",
    )  # fmt: skip


def _body(week: Week, table: Table, rows: tuple[Row, ...]) -> Iterable[layout.Block]:
    heads = (tuple(HeaderCell(head) for head in HEADS),)
    banner = ((HeaderCell(REPLACES, across=len(HEADS)),),) if table.replaces_invitations else ()
    yield layout.Table(COLUMNS, (*banner, *heads), rows)
    if week.note:
        yield Paragraph((Run("Ghi chú: ", bold=True), Run(week.note)))


def _rows(table: Table) -> Iterable[Row]:
    if table.repeating:
        yield from _block(("Các ngày làm việc trong tuần",), [("", table.repeating)])
    for day in table.days:
        yield from _day(day)


def _day(day: Day) -> Iterable[Row]:
    label = tuple(days_word(day.on).rsplit(" ", 1))
    if not day.sessions:
        if day.on.weekday() < 5:
            yield Row((_words(label, bold=True), "", "Làm việc tại cơ quan", "", "", "", ""))
        return
    yield from _block(label, [(s.label, s.lines) for s in day.sessions])


def _block(label: tuple[str, ...], parts: Sequence[tuple[str, Sequence[Line]]]) -> Iterable[Row]:
    """The lines of a day beside one cell that reaches down over them all."""
    count = sum(len(lines) for _, lines in parts)
    first = True
    for session, lines in parts:
        for number, line in enumerate(lines):
            cells = _cells(line, session if number == 0 else "")
            yield Row((_words(label, bold=True, down=count), *cells) if first else cells)
            first = False


def _words(lines: Sequence[str], *, bold: bool = False, down: int = 1) -> Cell:
    return layout.cell("\n".join(line for line in lines if line), bold=bold, down=down)


def _cells(line: Line, session: str) -> tuple[str | Cell, ...]:
    entry = line.entry
    time = [session.upper()] if session else []
    time += line.hours.replace(" – ", " -\n").splitlines()
    chairs = [f"Chủ trì: {line.chairs}"] if line.chairs and line.attends else [line.chairs]
    chairs += [f"Dự: {line.attends}"] if line.attends else []
    follows = [f"Giao {entry.preparing} chuẩn bị"] if entry.preparing else []
    follows += [f"LĐVP: đ/c {entry.follower.user.name}"] if entry.follower else []
    return (
        _words(time), _content(line), _words(chairs), line.participants, _place(line),
        _words(follows),
    )  # fmt: skip


def _content(line: Line) -> Cell:
    """The content under its mark, and what was published before."""
    entry = line.entry
    lines: list[layout.Runs] = []
    if entry.change:
        was = [f"{label}: {before}" for label, before, _ in line.was if before]
        told = f" (trước: {'; '.join(was)})" if was and not entry.is_off else ""
        lines.append((Run(f"[{entry.get_change_display().upper()}]{told}", bold=True),))
    lines += [(Run(words),) for words in entry.content.splitlines() if words.strip()]
    if entry.is_off and entry.reason:
        lines.append((Run(f"Lý do: {entry.reason}", italic=True),))
    if entry.invites == entry.Invites.SEPARATE:
        lines.append((Run("(Giấy mời riêng)", italic=True),))
    if entry.note:
        lines.append((Run(f"Ghi chú: {entry.note}", italic=True),))
    return Cell(tuple(lines))


def _place(line: Line) -> Cell:
    vehicle = f"Xe: {line.entry.vehicle}" if line.entry.vehicle else ""
    return _words([line.where, vehicle])
