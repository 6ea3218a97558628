"""What is said of tasks."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

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
    "task.suspend": Saying(
        Kind.CHANGE, "Tạm hoãn nhiệm vụ", "{who} tạm hoãn nhiệm vụ {code}: {reason}"
    ),
    "task.suspend_longer": Saying(
        Kind.CHANGE, "Tiếp tục tạm hoãn", "{who} tiếp tục tạm hoãn nhiệm vụ {code}: {reason}"
    ),
    "task.resume": Saying(
        Kind.EXTENSION,
        "Cho tiếp tục thực hiện",
        "{who} cho tiếp tục thực hiện nhiệm vụ {code}, {due}.",
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
    "task.warn_of_slip": Saying(
        Kind.EXTENSION,
        "Nhiệm vụ khó kịp thời hạn",
        "Theo khung tiến độ {who} vừa đổi, nhiệm vụ {code} của {lead} khó kịp {due}: {reason}",
    ),
    "coordination.ask_coordination": Saying(
        Kind.ASSIGNED,
        "Đề nghị phối hợp",
        "{who} ({lead}) đề nghị {unit} phối hợp nhiệm vụ {code}, {answer}.",
    ),
    "coordination.answer_coordination": Saying(
        Kind.RESULT, "Đã phối hợp", "{who} ({unit}) trả lời đề nghị phối hợp nhiệm vụ {code}."
    ),
    "coordination.return_coordination": Saying(
        Kind.RETURNED, "Đề nghị làm rõ", "{who} đề nghị {unit} làm rõ về nhiệm vụ {code}: {reason}"
    ),
    "coordination.withdraw_coordination": Saying(
        Kind.CHANGE, "Rút đề nghị phối hợp", "{who} rút đề nghị {unit} phối hợp nhiệm vụ {code}."
    ),
    "obstacle.raise_obstacle": Saying(
        Kind.URGED,
        "Khó khăn, vướng mắc chờ ý kiến",
        "{who} ({lead}) nêu vướng mắc ở nhiệm vụ {code}, {answer}.",
    ),
    "obstacle.restate_obstacle": Saying(
        Kind.CHANGE, "Nêu lại vướng mắc", "{who} nêu lại vướng mắc ở nhiệm vụ {code}, {answer}."
    ),
    "obstacle.answer_obstacle": Saying(
        Kind.URGED,
        "Ý kiến chỉ đạo về vướng mắc",
        "{who} cho ý kiến về vướng mắc ở nhiệm vụ {code} của {lead}.",
    ),
    "obstacle.hand_on_obstacle": Saying(
        Kind.URGED,
        "Vướng mắc chuyển đến chờ ý kiến",
        "{who} chuyển vướng mắc của {lead} ở nhiệm vụ {code}, {answer}.",
    ),
    "obstacle.close_obstacle": Saying(
        Kind.CHANGE, "Khép lại vướng mắc", "{who} khép lại vướng mắc ở nhiệm vụ {code}: {reason}"
    ),
    "before_due": Saying(
        Kind.DUE_SOON, "Sắp đến hạn", "Nhiệm vụ {code} của {lead} sắp đến hạn: {due}."
    ),
    "on_due": Saying(
        Kind.DUE_SOON, "Đến hạn hôm nay", "Nhiệm vụ {code} của {lead} đến hạn hôm nay: {due}."
    ),
    "after_due": Saying(Kind.OVERDUE, "Quá hạn", "Nhiệm vụ {code} của {lead} đã quá hạn: {due}."),
    "share": Saying(
        Kind.PROGRESS,
        "Nhắc tiến độ",
        "Nhiệm vụ {code} của {lead} đã qua một phần thời gian, {due}: hãy xem tiến độ có kịp.",
    ),
    "silence": Saying(
        Kind.PROGRESS,
        "Lâu không cập nhật",
        "Nhiệm vụ {code} của {lead} lâu không cập nhật tình hình, {due}.",
    ),
}
