"""What is said of schedules."""

from dondoc.notifications.models import Kind
from dondoc.notifications.words.sayings import Saying

SAYINGS: dict[str, Saying] = {
    "schedule.plan_task": Saying(
        Kind.CHANGE,
        "Kế hoạch của một việc thay đổi",
        "{who} đổi kế hoạch của một việc trong khung tiến độ “{name}”: {reason}",
    ),
    "schedule.set_baseline": Saying(
        Kind.CHANGE, "Đặt khung tiến độ gốc", "{who} đặt khung gốc của khung tiến độ “{name}”."
    ),
}
