"""What is said of hand-overs."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

SAYINGS: dict[str, Saying] = {
    "handover.hand_over": Saying(
        Kind.ASSIGNED, "Bạn nhận bàn giao công việc",
        "{who} bàn giao công việc của {whose}. Hãy xem danh sách và ký nhận.",
    ),
    "handover.carry_out": Saying(
        Kind.ASSIGNED, "Bạn nhận bàn giao công việc",
        "{who} bàn giao công việc của {whose}. Hãy xem danh sách và ký nhận.",
    ),
    "handover.stop_moving": Saying(
        Kind.RETURNED, "Chưa bàn giao được",
        "Chưa việc nào của {whose} được chuyển: {stopped_for}",
    ),
    "receipt.sign_receipt": Saying(
        Kind.RESULT, "Đã ký nhận bàn giao", "{who} ký nhận công việc của {whose}. {lacking}"
    ),
}  # fmt: skip
