"""What is said of meetings."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

SAYINGS: dict[str, Saying] = {
    "meeting.plan_meeting": Saying(
        Kind.MEETING, "Hồ sơ cuộc họp mới", "{who} lập hồ sơ {title}, {when}; chuẩn bị xong trước."
    ),
    "meeting.reschedule": Saying(
        Kind.MEETING, "Đổi thời gian, địa điểm họp",
        "{who} đổi {title} sang {when}, {where}: {reason}",
    ),
    "meeting.cancel": Saying(Kind.MEETING, "Hủy cuộc họp", "{who} hủy {title}, {when}: {reason}"),
    "meeting.entrust_preparation": Saying(
        Kind.MEETING, "Được giao chuẩn bị họp", "{who} giao chuẩn bị cho {title}, {when}."
    ),
    "meeting.untick": Saying(
        Kind.MEETING,
        "Việc chuẩn bị chưa xong",
        "{who} báo một việc chuẩn bị của {title} chưa xong.",
    ),
    "meeting.add_participants": Saying(
        Kind.MEETING, "Giấy mời họp", "Mời dự {title}, {when}, {where}."
    ),
    "meeting.drop_participant": Saying(
        Kind.MEETING, "Không mời dự họp nữa", "{who} báo không mời dự {title}, {when} nữa."
    ),
    "meeting.ask_opinion": Saying(
        Kind.MEETING, "Xin ý kiến nội dung họp", "{who} trình xin ý kiến nội dung {title}, {when}."
    ),
    "meeting.approve_content": Saying(
        Kind.MEETING, "Đã duyệt nội dung họp", "{who} duyệt nội dung {title}, {when}."
    ),
    "meeting.return_content": Saying(
        Kind.RETURNED, "Yêu cầu chỉnh sửa nội dung họp",
        "{who} yêu cầu chỉnh sửa nội dung {title}: {reason}",
    ),
    "meeting.issue_invitation": Saying(
        Kind.MEETING, "Giấy mời họp", "Mời dự {title}, {when}, {where}."
    ),
    "meeting.answer": Saying(
        Kind.MEETING, "Trả lời giấy mời", "{who} cử người dự thay hoặc báo vắng {title}, {when}."
    ),
    "meeting.decide_deputy": Saying(
        Kind.MEETING, "Ý kiến về việc dự thay", "{who} đã có ý kiến về người dự thay tại {title}."
    ),
    "meeting.hold": Saying(
        Kind.MEETING, "Đã họp, chờ kết luận", "{title} đã họp xong; hãy soạn thông báo kết luận."
    ),
    "meeting.issue_notice": Saying(
        Kind.MEETING, "Thông báo kết luận", "Đã ban hành thông báo kết luận {title}."
    ),
    "meeting_unready": Saying(
        Kind.OVERDUE, "Chưa chuẩn bị xong cuộc họp",
        "{title}, {when}: quá hạn chuẩn bị mà chưa xong. Hãy mở hồ sơ xem mục còn thiếu.",
    ),
    "conclusion_late": Saying(
        Kind.OVERDUE, "Chậm thông báo kết luận",
        "{title}, {when}: đã quá hạn ban hành thông báo kết luận.",
    ),
}  # fmt: skip
