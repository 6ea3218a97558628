"""Every duty of the house with its hour: what is done by the clock, and nothing else is."""

from datetime import time

from dondoc.documents.sweeping import sweep_hand_ins
from dondoc.jobs.duties import Duty
from dondoc.notifications.answers import deliver_answers
from dondoc.notifications.delivering import deliver
from dondoc.notifications.digests import deliver_digests
from dondoc.notifications.guest_letters import deliver_to_guests
from dondoc.notifications.mailbox import fetch_replies
from dondoc.notifications.pushing import deliver_pushes
from dondoc.notifications.reminding import remind
from dondoc.notifications.reminding_meetings import remind_meetings
from dondoc.notifications.telling import tell
from dondoc.notifications.texting import deliver_texts
from dondoc.planning.keeping_step import keep_step
from dondoc.planning.programme_duty import keep_programmes
from dondoc.planning.recurring_duty import give_recurring
from dondoc.remedies.calling import call_remedies

DUTIES = (
    Duty("tell", "Báo việc mới trong hệ thống", tell, every=2),
    Duty("deliver", "Gửi thư điện tử", deliver, every=5),
    Duty("deliver_digests", "Gửi thư gộp hằng ngày theo giờ đã chọn", deliver_digests, every=30),
    Duty("deliver_texts", "Gửi tin nhắn qua cổng SMS, Zalo", deliver_texts, every=5),
    Duty("deliver_pushes", "Báo trên thiết bị đã bật thông báo", deliver_pushes, every=5),
    Duty("keep_step", "Cập nhật lịch tuần theo hồ sơ cuộc họp", keep_step, every=30),
    Duty("deliver_to_guests", "Gửi giấy mời đến khách ngoài hệ thống", deliver_to_guests, every=5),
    Duty("fetch_replies", "Nhận cập nhật gửi bằng thư trả lời", fetch_replies, every=60),
    Duty("deliver_answers", "Báo lại thư trả lời chưa ghi được", deliver_answers, every=30),
    Duty("sweep", "Bỏ văn bản đưa vào quá 7 ngày chưa vào sổ", sweep_hand_ins, at=time(3)),
    Duty("give_recurring", "Giao nhiệm vụ định kỳ của kỳ tới", give_recurring, at=time(5)),
    Duty("call_remedies", "Yêu cầu khắc phục, mở báo cáo khắc phục", call_remedies, at=time(6)),
    Duty(
        "programmes",
        "Mở đăng ký, chuyển tiếp, nhắc đăng ký chương trình công tác",
        keep_programmes,
        at=time(6, 30),
    ),
    Duty("remind", "Nhắc sắp đến hạn, quá hạn (ngày làm việc)", remind, at=time(7)),
    Duty(
        "remind_meetings", "Báo cuộc họp chưa chuẩn bị xong, chậm kết luận (ngày làm việc)",
        remind_meetings, at=time(7),
    ),
)  # fmt: skip
