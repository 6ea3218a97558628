"""The first words of a slip, and its tasks as they stand."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of, local
from dondoc.documents.letterheads import spoken
from dondoc.rules.timeliness import Timeliness
from dondoc.rules.wording import day_short
from dondoc.tasks.models import Task
from dondoc.urging.models import Slip

Kind = Slip.Kind


def stood(task: Task, committee: Agency, at: datetime) -> dict[str, Any]:
    """A task as the slip shows it for ever."""
    judged = task.judged(at, thresholds_of(committee, at).soon_until)
    late = judged.timeliness in (Timeliness.OVERDUE, Timeliness.DONE_LATE)
    last = task.last_updated_at
    return {
        "code": task.code,
        "content": task.content,
        "due": day_short(task.due_on) if task.due_on else "",
        "standing": judged.label,
        "days_late": -judged.days if late and judged.days is not None else 0,
        "updated": day_short(local(last).date()) if last else "",
        "starred": task.starred,
    }


def subject_of(kind: str) -> str:
    """The trích yếu of each kind."""
    return {
        Kind.REMINDER: "Nhắc thực hiện nhiệm vụ được giao",
        Kind.LETTER: "đôn đốc thực hiện nhiệm vụ được giao",
        Kind.EXPLANATION: "yêu cầu giải trình việc chậm thực hiện nhiệm vụ được giao",
    }[Kind(kind)]


def words_of(
    kind: str, unit: Agency, committee: Agency, rows: Sequence[dict[str, Any]], answer_on: date,
    at: datetime,
) -> str:  # fmt: skip
    """What the Office says before it changes a word: how many, how late, what it wants by when."""
    whose, today, until = spoken(committee.name), day_short(day_of(at)), day_short(answer_on)
    late = [row for row in rows if row["days_late"]]
    which = "tại danh sách kèm theo" if len(rows) > 1 else "nêu dưới đây"
    told = f"Qua theo dõi trên hệ thống, đến ngày {today}, {unit.name} còn {len(rows)} nhiệm vụ "
    told += f"do {whose} giao cần đôn đốc ({which})"
    told += f", trong đó {len(late)} nhiệm vụ đã quá hạn." if late else "."
    asked = {
        Kind.REMINDER: (
            f"Đề nghị {unit.name} khẩn trương thực hiện, cập nhật tình hình và trả lời trên hệ "
            f"thống trước hết ngày {until}: nguyên nhân, giải pháp, ngày cam kết hoàn thành."
        ),
        Kind.LETTER: (
            f"Đề nghị Thủ trưởng {unit.name} chỉ đạo thực hiện dứt điểm; nêu nguyên nhân, giải "
            f"pháp và ngày cam kết hoàn thành của từng nhiệm vụ, trả lời trên hệ thống trước hết "
            f"ngày {until}."
        ),
        Kind.EXPLANATION: (
            f"Yêu cầu Thủ trưởng {unit.name} giải trình rõ nguyên nhân chậm, trách nhiệm của từng "
            f"khâu, giải pháp khắc phục và ngày cam kết hoàn thành; trả lời trên hệ thống trước "
            f"hết ngày {until}. Quá thời hạn trên, Văn phòng báo cáo Chủ tịch {whose} xem xét."
        ),
    }[Kind(kind)]
    return f"{told}\n{asked}"
