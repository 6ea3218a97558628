"""What follows a head's seat by itself: his successor finds it, and the protocol names it."""

from datetime import datetime

from dondoc.agencies.models import Agency, Charge, Officer, Role
from dondoc.agencies.models.agencies import subtree_ids
from dondoc.database.clock import day_of
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.tasks.models import State, Task


def seat_holdings(giver: Officer, at: datetime) -> list[str]:
    """Counts in words, those that are nothing left out."""
    body = giver.agency
    counts = [*_of_body(body, at), *_of_leader(giver, at)]
    return [f"{words}: {count}" for words, count in counts if count]


def _of_body(body: Agency, at: datetime) -> list[tuple[str, int]]:
    led = Task.objects.filter(lead__in=subtree_ids([body]))
    reports = RemedyReport.objects.filter(unit=body, state__in=("due", "returned"))
    remedies = Remedy.objects.filter(unit=body).exclude(state=Remedy.State.CLOSED)
    items = ProgrammeItem.objects.filter(unit=body, state=ProgrammeItem.State.REGISTERED)
    return [
        ("Nhiệm vụ đơn vị đang chủ trì", led.open().count()),
        ("Trong đó quá hạn", led.overdue(at).count()),
        ("Kết quả đã trình, chờ xác nhận", led.filter(state=State.SUBMITTED).count()),
        ("Việc khắc phục chưa xong", remedies.count()),
        ("Báo cáo khắc phục phải ký gửi", reports.count()),
        ("Nội dung đang đăng ký chương trình công tác",
         items.filter(programme__state=Programme.State.OPEN).count()),
    ]  # fmt: skip


def _of_leader(giver: Officer, at: datetime) -> list[tuple[str, int]]:
    if giver.role != Role.LEADER:
        return []
    day = day_of(at)
    charges = Charge.objects.filter(officer=giver, from_on__lte=day)
    return [("Lĩnh vực được phân công phụ trách (phân công lại ở Quản trị)", charges.count())]
