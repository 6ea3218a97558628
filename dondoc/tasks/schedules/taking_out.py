"""A schedule taken out: as a sheet, and in the format `dondoc critical-path` reads."""

import json
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any

from dondoc.documents.sheets import Cell, Column, write_sheet
from dondoc.tasks.schedules.outlook import Row
from dondoc.tasks.schedules.showing import View

COLUMNS = (
    Column("Mã", 18), Column("Việc", 60), Column("Đơn vị", 28), Column("Số ngày", 9),
    Column("Bắt đầu", 12), Column("Xong", 12), Column("Muộn nhất xong", 14),
    Column("Dự trữ toàn phần", 10), Column("Dự trữ riêng", 10), Column("Găng", 8),
    Column("Chờ việc", 30), Column("Thời hạn", 12), Column("Xong theo khung gốc", 14),
    Column("So với gốc (ngày)", 10), Column("Tình trạng", 18),
)  # fmt: skip


def as_sheet(view: View) -> bytes:
    """Every task of the schedule as the reader may see it."""
    outlook, stream = view.outlook, BytesIO()
    finish = f"{outlook.finish:%d/%m/%Y}" if outlook.finish else "chưa có việc"
    notes = (
        f"Người xuất: {view.officer.actor_name}, {view.officer.actor_title}",
        f"Tính đến ngày {view.today:%d/%m/%Y}. Xong dự kiến: {finish}.",
        "Số ngày, dự trữ tính bằng ngày làm việc.",
    )
    write_sheet(
        f"Khung tiến độ: {view.schedule.name}", COLUMNS, _cells(view), note_lines=notes,
        stream=stream,
    )  # fmt: skip
    return stream.getvalue()


def _cells(view: View) -> Iterator[tuple[Cell, ...]]:
    for task_id in view.ids():
        one = view.show(task_id)
        waits = ", ".join(f"{wait.other.name} {wait.label}" for wait in view.waits_of(task_id))
        yield (
            one.code, one.content, one.lead, one.row.duration, one.start, one.finish,
            one.placed.late_finish, one.placed.total_slack, one.placed.free_slack,
            "găng" if one.is_critical else None, waits, one.row.due_on,
            one.planned[1] if one.planned else None, one.drift, one.standing,
        )  # fmt: skip


def as_json(view: View) -> bytes:
    """The plan itself, for `dondoc critical-path`: no floors, deadlines or days of the past.

    That format has no milestones: one is told as a day's work.
    """
    outlook = view.outlook
    told = {row.task_id: _id(n, row, view) for n, row in enumerate(outlook.rows, start=1)}
    days = _days(view)
    plan = {
        "start": view.schedule.start_on.isoformat(),
        "weekend": sorted(outlook.calendar.weekend),
        "days_off": days["off"],
        "work_days": days["work"],
        "tasks": [
            {
                "id": told[row.task_id],
                "duration": max(1, row.duration),
                "after": [
                    {"id": told[one.earlier], "type": one.type, "lag": one.lag}
                    for one in outlook.waits.get(row.task_id, ())
                ],
            }
            for row in outlook.rows
        ],
    }
    return json.dumps(plan, ensure_ascii=False, indent=1).encode()


def _id(number: int, row: Row, view: View) -> str:
    return row.code if row.task_id in view.seen else f"khac-{number}"


def _days(view: View) -> dict[str, Any]:
    """The special days from a year before the start on."""
    since = view.schedule.start_on - timedelta(days=366)
    calendar = view.outlook.calendar
    kinds = {"off": calendar.days_off, "work": calendar.work_days}
    return {
        kind: [day.isoformat() for day in sorted(days) if day >= since]
        for kind, days in kinds.items()
    }
