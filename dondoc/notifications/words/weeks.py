"""What is said of the week and its entries."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

SAYINGS: dict[str, Saying] = {
    "week.submit_week": Saying(Kind.CHANGE, "Lịch tuần chờ duyệt", "{who} trình duyệt {week}."),
    "week.send_back_week": Saying(
        Kind.RETURNED, "Yêu cầu xếp lại lịch tuần", "{who} yêu cầu xếp lại {week}: {reason}"
    ),
    "week.publish_week": Saying(Kind.CHANGE, "Lịch công tác tuần", "{who} ban hành {week}."),
    "weekentry.propose_entry": Saying(
        Kind.CHANGE, "Đề xuất lịch tuần", "{who} đề xuất lịch {when}."
    ),
    "weekentry.accept_entry": Saying(Kind.CHANGE, "Đã xếp lịch", "{who} xếp lịch {when}{where}."),
    "weekentry.decline_entry": Saying(
        Kind.RETURNED, "Không xếp lịch", "{who} không xếp lịch {when}: {reason}"
    ),
    "weekentry.add_entry": Saying(
        Kind.CHANGE, "Bổ sung lịch tuần", "{who} bổ sung lịch {when}{where}."
    ),
    "weekentry.arrange_entry": Saying(
        Kind.CHANGE,
        "Thay đổi lịch tuần",
        "{who} đổi lịch, nay là {when}{where} (trước: {before}): {reason}",
    ),
    "weekentry.postpone_entry": Saying(
        Kind.CHANGE, "Hoãn lịch", "{who} hoãn lịch {when}: {reason}"
    ),
    "weekentry.cancel_entry": Saying(Kind.CHANGE, "Hủy lịch", "{who} hủy lịch {when}: {reason}"),
    "weekentry.schedule_meeting": Saying(
        Kind.CHANGE, "Bổ sung lịch tuần", "{who} đưa cuộc họp vào lịch {when}{where}."
    ),
    "weekentry.follow_meeting": Saying(
        Kind.CHANGE,
        "Thay đổi lịch họp",
        "Lịch đổi theo hồ sơ cuộc họp: {standing} {when}{where} (trước: {before}).",
    ),
}
