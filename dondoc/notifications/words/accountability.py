"""What is said of proposals to consider who answers."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

SAYINGS: dict[str, Saying] = {
    "consideration.submit_consideration": Saying(
        Kind.RESULT, "Văn phòng trình đề xuất", "{who} trình đề xuất xem xét trách nhiệm {month}."
    ),
    "consideration.return_consideration": Saying(
        Kind.RETURNED, "Chủ tịch yêu cầu làm rõ",
        "{who} yêu cầu làm rõ đề xuất xem xét trách nhiệm {month}: {reason}",
    ),
    "consideration.decide_consideration": Saying(
        Kind.RESULT, "Quyết định của Chủ tịch",
        "{who} đã quyết định về đề xuất xem xét trách nhiệm {month}: {outcome}.",
    ),
}  # fmt: skip
