"""What becomes of the items once they are tasks: accepted, told of, handed in, confirmed."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from dondoc.agencies.models import Officer
from dondoc.config.demo.month.items import Fate, Item
from dondoc.config.demo.month.stage import VP, Month, day, hour
from dondoc.planning.models import ProgrammeItem
from dondoc.tasks import actions

TOLD = (
    "Đã triển khai theo kế hoạch, đang phối hợp với các tổ dân phố.",
    "Đã kiểm tra thực tế, đang tổng hợp hồ sơ trình lãnh đạo.",
    "Đã có dự thảo, đang lấy ý kiến các đơn vị phối hợp.",
    "Đã thực hiện phần lớn khối lượng, tiếp tục theo dõi đến hết tháng.",
)
RESULT = "Đã hoàn thành, trình UBND phường tại {paper} số {number}/{symbol}."
THIN = "Số liệu đơn thư chưa khớp với sổ tiếp công dân; đề nghị đối chiếu, bổ sung phụ lục."
HOLIDAYS = (day(4, 11), day(5, 2), day(5, 3))


def plan_lives(month: Month, items: Iterable[Item], approved: date) -> None:
    """The life of each item, by its fate."""
    for number, item in enumerate(items):
        _plan_life(month, item, item.fate, working(approved + timedelta(days=1)), number)


def working(on: date, step: int = 1) -> date:
    """The day itself, or the next on which the ward works."""
    while on.weekday() > 4 or on in HOLIDAYS:
        on += timedelta(days=step)
    return on


def _plan_life(month: Month, item: Item, fate: Fate, accepted: date, number: int) -> None:
    focal, symbol = month.focal(item.unit), item.unit
    if fate.accepted:
        _do(month, item, hour(accepted, 8, 5 + 2 * number), actions.accept, focal)
    if fate.told:
        _do(
            month, item, hour(fate.told, 15, number), actions.post_update, month.officer(symbol),
            narrative=TOLD[number % len(TOLD)], percent=fate.percent, obstacle=fate.obstacle,
            proposal=fate.proposal,
        )  # fmt: skip
    if fate.sent_back:
        before = working(fate.sent_back - timedelta(days=1), -1)
        _hand_in(month, item, before, number, "")
        _do(month, item, hour(fate.sent_back, 9, 10), actions.send_back, _judge(month, item),
            reason=THIN)  # fmt: skip
    if fate.submitted:
        _hand_in(month, item, fate.submitted, number, fate.late)
        confirmed = working(fate.submitted + timedelta(days=1))
        at = hour(confirmed, 10, number)
        if at < hour(day(5, 12), 0):
            _do(month, item, at, actions.confirm, _judge(month, item))


def _hand_in(month: Month, item: Item, on: date, number: int, late: str) -> None:
    narrative = RESULT.format(
        paper=item.product.split(",")[0], number=31 + 3 * number + on.month * on.day,
        symbol=f"BC-{item.unit}",
    )  # fmt: skip
    _do(
        month, item, hour(on, 14, 2 * number), actions.submit, month.head(item.unit),
        narrative=narrative, late_reason=late,
    )  # fmt: skip


def _judge(month: Month, item: Item) -> Officer:
    """The Office confirms what the divisions do, the Chairman what the Office does."""
    return month.chairman if item.unit == VP else month.tracker


def _do(
    month: Month, item: Item, at: datetime, deed: Callable[..., Any], by: Officer, **said: Any
) -> None:  # fmt: skip
    def live() -> None:
        row = ProgrammeItem.objects.select_related("task").get(pk=month.made[item.key].pk)
        assert row.task is not None
        deed(row.task, by=by, at=at, **said)

    month.story.then(at, live)
