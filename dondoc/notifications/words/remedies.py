"""What is said of remedies, the report of the 25th, inspections."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

SAYINGS: dict[str, Saying] = {
    "remedy.call_for": Saying(
        Kind.ASSIGNED, "Việc phải khắc phục", "{unit} có việc phải khắc phục ({ground}): {what}"
    ),
    "remedy.promise": Saying(
        Kind.CHANGE, "Đã có biện pháp khắc phục", "{unit} đề ra biện pháp, {commit}: {what}"
    ),
    "remedy.report_result": Saying(
        Kind.RESULT, "Kết quả khắc phục chờ xác nhận", "{unit} báo cáo kết quả khắc phục: {what}"
    ),
    "remedy.return_promise": Saying(
        Kind.RETURNED, "Trả lại biện pháp khắc phục", "{who} trả lại biện pháp khắc phục: {reason}"
    ),
    "remedy.return_result": Saying(
        Kind.RETURNED, "Trả lại kết quả khắc phục", "{who} trả lại kết quả khắc phục: {reason}"
    ),
    "remedy.confirm_result": Saying(
        Kind.RESULT, "Đã xác nhận khắc phục", "{who} xác nhận đã khắc phục: {what}"
    ),
    "objectivecause.ask_objective": Saying(
        Kind.CHANGE, "Đề nghị công nhận nguyên nhân khách quan",
        "{unit} đề nghị công nhận nguyên nhân khách quan: {reason}",
    ),
    "objectivecause.grant_objective": Saying(
        Kind.CHANGE, "Công nhận nguyên nhân khách quan",
        "{who} công nhận nguyên nhân khách quan: {reason}",
    ),
    "objectivecause.refuse_objective": Saying(
        Kind.CHANGE, "Không công nhận nguyên nhân khách quan",
        "{who} không công nhận nguyên nhân khách quan: {reason}",
    ),
    "remedyreport.open_report": Saying(
        Kind.ASSIGNED, "Báo cáo khắc phục trong tháng",
        "{unit} gửi báo cáo khắc phục tháng {month}, {due}, cùng đăng ký chương trình tháng sau.",
    ),
    "remedyreport.sign_report": Saying(
        Kind.RESULT, "Đơn vị đã gửi báo cáo khắc phục",
        "{who} ký gửi báo cáo khắc phục tháng {month} của {unit}.",
    ),
    "remedyreport.return_report": Saying(
        Kind.RETURNED, "Trả lại báo cáo khắc phục",
        "{who} trả lại báo cáo khắc phục tháng {month}: {reason}",
    ),
    "remedyreport.accept_report": Saying(
        Kind.RESULT, "Đã tiếp nhận báo cáo khắc phục",
        "{who} tiếp nhận báo cáo khắc phục tháng {month} của {unit}.",
    ),
    "remedyreport.urge_report": Saying(
        Kind.DUE_SOON, "Đôn đốc báo cáo khắc phục",
        "{who} đôn đốc {unit} gửi báo cáo khắc phục tháng {month}, {due}.",
    ),
    "inspection.plan_inspection": Saying(
        Kind.ASSIGNED, "Kế hoạch kiểm tra", "{who} lên kế hoạch kiểm tra ngày {day}: {what}"
    ),
    "inspection.revise_inspection": Saying(
        Kind.CHANGE, "Sửa kế hoạch kiểm tra", "{who} sửa kế hoạch kiểm tra, ngày {day}: {what}"
    ),
    "inspection.cancel_inspection": Saying(
        Kind.CHANGE, "Không thực hiện cuộc kiểm tra", "{who} báo không kiểm tra “{what}”: {reason}"
    ),
    "inspection.conclude": Saying(
        Kind.RESULT, "Kết luận kiểm tra", "{who} kết luận kiểm tra ngày {day}: {what}"
    ),
}  # fmt: skip
