"""The programme as a sheet: its items with what became of them."""

import io
from datetime import datetime

from dondoc.database.clock import local
from dondoc.documents.sheets import Cell, Column, write_sheet
from dondoc.planning.models import Programme
from dondoc.planning.outcomes import Judged, judge
from dondoc.planning.programme_paper import PRINTED, remark
from dondoc.planning.queries import items_of
from dondoc.rules.programmes import OUTCOME_LABELS

COLUMNS = (
    Column("TT", 6),
    Column("Nội dung công việc", 60),
    Column("Chủ trì", 30),
    Column("Phối hợp", 36),
    Column("Người thực hiện", 24),
    Column("Lãnh đạo phụ trách", 26),
    Column("Lĩnh vực", 20),
    Column("Bắt đầu", 12),
    Column("Thời hạn", 12),
    Column("Sản phẩm", 26),
    Column("Ghi chú", 24),
    Column("Mã nhiệm vụ", 18),
    Column("Kết quả", 22),
    Column("Lý do", 40),
)


def as_xlsx(programme: Programme, at: datetime) -> bytes:
    """Every item that stands or stood in the programme."""
    items = items_of(programme).filter(state__in=PRINTED).prefetch_related("coordinating")
    rows = judge(programme, items, at)
    stream = io.BytesIO()
    write_sheet(
        f"CTr {programme.label}", COLUMNS, (_cells(n, one) for n, one in enumerate(rows, 1)),
        note_lines=(
            f"{programme} của {programme.committee.name}: {programme.get_state_display()}",
            f"Số liệu lúc {local(at):%H:%M ngày %d/%m/%Y}",
        ),
        stream=stream,
    )  # fmt: skip
    return stream.getvalue()


def _cells(number: int, one: Judged) -> tuple[Cell, ...]:
    item = one.item
    return (
        number,
        item.content,
        item.unit.name,
        "; ".join(sorted(unit.name for unit in item.coordinating.all())),
        item.person.name if item.person else None,
        f"{item.leader.title} {item.leader.name}" if item.leader else None,
        item.field.name if item.field else None,
        item.starts_on,
        item.due_on,
        item.product,
        remark(item),
        item.task.code if item.task else None,
        OUTCOME_LABELS[one.outcome] if one.facts.is_approved else item.get_state_display(),
        one.reason or item.reason or None,
    )
