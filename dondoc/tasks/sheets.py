"""A list of tasks as a sheet; its headings are those the import reads."""

from collections.abc import Iterator
from typing import IO

from dondoc.database.clock import day_of, local
from dondoc.documents.sheets import Cell, Column, write_sheet
from dondoc.tasks.filters import SCOPES
from dondoc.tasks.queries import Row, TaskList

TITLE = "Danh sách nhiệm vụ"
COLUMNS = (
    Column("Mã nhiệm vụ", 18),
    Column("Số nhiệm vụ", 14),
    Column("Nhiệm vụ", 60),
    Column("Chủ trì", 28),
    Column("Phối hợp", 32),
    Column("Lãnh đạo chỉ đạo", 22),
    Column("Văn bản giao", 20),
    Column("Lĩnh vực", 18),
    Column("Sản phẩm", 24),
    Column("Ngày giao", 12),
    Column("Hạn xử lý", 12),
    Column("Thời hạn gốc", 12),
    Column("Số lần gia hạn", 9),
    Column("Trạng thái", 20),
    Column("Tình trạng hạn", 20),
    Column("Tiến độ (%)", 9),
    Column("Cập nhật gần nhất", 17),
    Column("Gắn sao", 9),
)


def write_tasks(shown: TaskList, conditions: list[str], stream: IO[bytes]) -> int:
    """Writes every row of the list with who took it out, when and by which conditions."""
    officer, count = shown.officer, shown.tasks.count()
    notes = (
        f"Người xuất: {officer.actor_name}, {officer.actor_title}",
        f"Thời điểm: {local(shown.moment):%H:%M ngày %d/%m/%Y}",
        f"Phạm vi: {SCOPES[shown.wanted.scope]}. Điều kiện: {'; '.join(conditions) or 'không có'}",
        f"Số nhiệm vụ: {count}",
    )
    write_sheet(TITLE, COLUMNS, _cells(shown), note_lines=notes, stream=stream)
    return count


def _cells(shown: TaskList) -> Iterator[tuple[Cell, ...]]:
    return (cells_of(row) for row in shown.all_rows())


def cells_of(row: Row) -> tuple[Cell, ...]:
    """One task under COLUMNS."""
    task = row.task
    return (
        task.code,
        task.external_number,
        task.content,
        task.lead.name,
        row.supporting,
        task.leader.user.name if task.leader else None,
        task.document.number if task.document else None,
        task.field.name if task.field else None,
        task.product,
        day_of(task.assigned_at),
        task.due_on,
        task.original_due_on if task.extensions_granted else None,
        task.extensions_granted or None,
        task.get_state_display(),
        row.judgement.label if row.judgement else None,
        task.percent,
        task.last_updated_at,
        "x" if task.starred else None,
    )
