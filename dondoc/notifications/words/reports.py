"""What is said of the month told to the Chairman."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

SAYINGS: dict[str, Saying] = {
    "summary.issue_summary": Saying(
        Kind.RESULT, "Báo cáo tháng của Văn phòng", "{who} gửi {code}, {month}; có thể ghi ý kiến "
        "chỉ đạo ngay trên báo cáo.",
    ),
}  # fmt: skip
