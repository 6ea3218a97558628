"""What is asked of the leader who puts a task off, or lets it go on."""

from typing import Any

from dondoc.tasks.actions.suspending import due_on_resuming
from dondoc.tasks.forms.base import MoveForm, day, words


class SuspendForm(MoveForm):
    """Tạm hoãn."""

    send = "Tạm hoãn nhiệm vụ"
    saved = "Đã tạm hoãn nhiệm vụ."
    advice = (
        "Trong thời gian tạm hoãn, thời hạn ngừng tính, đơn vị không bị đôn đốc và nhiệm vụ không "
        "nằm trong tỉ lệ nào. Đến ngày xem xét lại, hệ thống nhắc lãnh đạo."
    )

    review_on = day("Ngày xem xét lại", help_text="Khi đó lãnh đạo cho tiếp tục hoặc lùi tiếp.")
    reason = words("Lý do tạm hoãn", help_text="Đang chờ điều kiện gì; nêu căn cứ nếu có.")


class SuspendLongerForm(MoveForm):
    """Lùi ngày xem xét lại."""

    send = "Lùi ngày xem xét lại"
    saved = "Đã lùi ngày xem xét lại."

    review_on = day("Ngày xem xét lại mới")
    reason = words("Lý do tiếp tục tạm hoãn")


class ResumeForm(MoveForm):
    """Cho tiếp tục thực hiện."""

    send = "Cho tiếp tục"
    saved = "Nhiệm vụ được tiếp tục; thời hạn chạy lại từ hôm nay."
    looks_again = True

    due_on = day("Thời hạn mới", required=False)
    reason = words("Ý kiến chỉ đạo", required=False, rows=2)

    def offer(self) -> None:
        proposed = due_on_resuming(self.task, self.at)
        if proposed is None:
            del self.fields["due_on"]
            return
        self.initial.setdefault("due_on", proposed)
        self.fields["due_on"].help_text = (
            f"Giữ đủ số ngày làm việc còn lại lúc tạm hoãn: {proposed:%d/%m/%Y}. "
            "Có thể chọn ngày khác; thời hạn gốc vẫn được giữ."
        )

    def said(self) -> dict[str, Any]:
        return {"due_on": None, **super().said()}
