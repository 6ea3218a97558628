"""What is said of each deed: its kind, a title fit for a mail's subject, and one sentence.

A title never says what the task is about: subjects are read on locked screens and by servers.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dondoc.journal.models import Entry
from dondoc.notifications.models import Kind
from dondoc.tasks.models import Task

LONGEST = 400
"""Letters a notice holds; a longer reason is read on the task's page."""


@dataclass(frozen=True)
class Saying:
    """How a deed is told."""

    kind: Kind
    title: str
    sentence: str


SAYINGS: dict[str, Saying] = {
    "task.assign": Saying(
        Kind.ASSIGNED, "Nhiệm vụ mới", "{who} giao nhiệm vụ {code} cho {lead}, {due}."
    ),
    "task.pass_down": Saying(
        Kind.CHANGE, "Đã chuyển cấp dưới", "{who} chuyển nhiệm vụ {code} xuống cấp dưới."
    ),
    "task.entrust": Saying(
        Kind.ASSIGNED, "Được giao thực hiện", "{who} giao người thực hiện nhiệm vụ {code}, {due}."
    ),
    "task.reassign": Saying(
        Kind.ASSIGNED, "Nhiệm vụ giao lại", "{who} giao lại nhiệm vụ {code} cho {lead}, {due}."
    ),
    "task.revise": Saying(
        Kind.CHANGE, "Sửa nội dung nhiệm vụ", "{who} sửa nội dung nhiệm vụ {code}: {reason}"
    ),
    "task.recall": Saying(
        Kind.CHANGE, "Thu hồi nhiệm vụ", "{who} thu hồi nhiệm vụ {code}: {reason}"
    ),
    "task.return_to_assigner": Saying(
        Kind.RETURNED, "Đơn vị trả lại nhiệm vụ", "{who} trả lại nhiệm vụ {code}: {reason}"
    ),
    "task.post_update": Saying(
        Kind.CHANGE, "Có cập nhật mới", "{who} cập nhật nhiệm vụ {code}: {reason}"
    ),
    "task.ask_extension": Saying(
        Kind.EXTENSION, "Đề nghị gia hạn", "{who} đề nghị gia hạn nhiệm vụ {code}: {reason}"
    ),
    "task.grant_extension": Saying(
        Kind.EXTENSION, "Đồng ý gia hạn", "{who} đồng ý gia hạn nhiệm vụ {code}, {due}."
    ),
    "task.refuse_extension": Saying(
        Kind.EXTENSION, "Không đồng ý gia hạn", "{who} không đồng ý gia hạn {code}: {reason}"
    ),
    "task.change_deadline": Saying(
        Kind.EXTENSION, "Điều chỉnh thời hạn", "{who} điều chỉnh thời hạn {code}, {due}: {reason}"
    ),
    "task.submit": Saying(
        Kind.RESULT, "Chờ xác nhận kết quả", "{who} trình kết quả nhiệm vụ {code}."
    ),
    "task.confirm": Saying(
        Kind.RESULT, "Đã xác nhận hoàn thành", "{who} xác nhận hoàn thành nhiệm vụ {code}."
    ),
    "task.send_back": Saying(
        Kind.RETURNED, "Kết quả bị trả lại", "{who} trả lại kết quả nhiệm vụ {code}: {reason}"
    ),
    "task.reopen": Saying(
        Kind.RETURNED, "Mở lại nhiệm vụ", "{who} mở lại nhiệm vụ {code}: {reason}"
    ),
    "task.star": Saying(Kind.CHANGE, "Gắn sao nhiệm vụ", "{who} gắn sao nhiệm vụ {code}: {reason}"),
    "task.unstar": Saying(Kind.CHANGE, "Bỏ sao nhiệm vụ", "{who} bỏ sao nhiệm vụ {code}: {reason}"),
    "due_soon": Saying(
        Kind.DUE_SOON, "Sắp đến hạn", "Nhiệm vụ {code} của {lead} sắp đến hạn: {due}."
    ),
    "overdue": Saying(Kind.OVERDUE, "Quá hạn", "Nhiệm vụ {code} của {lead} đã quá hạn: {due}."),
}


def sentence(step: str, task: Task, entry: Entry | None = None) -> str:
    """What is told, as one sentence no longer than a notice."""
    said: dict[str, Any] = entry.said if entry else {}
    reason = said.get("reason") or said.get("answer") or said.get("narrative") or ""
    words = SAYINGS[step].sentence.format(
        who=entry.actor_name if entry else "", code=task.code, lead=task.lead.name,
        due=_due(task.due_on), reason=" ".join(str(reason).split()) or "không nêu lý do",
    )  # fmt: skip
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _due(day: date | None) -> str:
    return f"thời hạn {day:%d/%m/%Y}" if day else "không thời hạn"
