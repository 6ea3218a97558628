"""What the side that gave the task is asked of its result."""

from dondoc.tasks.forms.base import MoveForm, words


class ConfirmForm(MoveForm):
    """Xác nhận hoàn thành."""

    send = "Xác nhận hoàn thành"
    saved = "Đã xác nhận hoàn thành."

    remark = words("Nhận xét", required=False)


class SendBackForm(MoveForm):
    """Trả lại kết quả."""

    send = "Trả lại kết quả"
    saved = "Đã trả lại kết quả để đơn vị thực hiện lại."
    advice = "Kết quả bị trả lại được tính là chưa hoàn thành; thời hạn tiếp tục chạy."

    reason = words("Kết quả chưa đạt ở điểm nào", rows=4)


class ReopenForm(MoveForm):
    """Mở lại nhiệm vụ đã xong."""

    send = "Mở lại nhiệm vụ"
    saved = "Đã mở lại nhiệm vụ."
    advice = "Nhiệm vụ trở lại trạng thái đang thực hiện và được tính là chưa hoàn thành."

    reason = words("Lý do mở lại")
