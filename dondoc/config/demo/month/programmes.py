"""The programmes: the quarter and April behind, May under way, June being registered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from dondoc.config.demo.month import items as i
from dondoc.config.demo.month.lives import plan_lives
from dondoc.config.demo.month.stage import KT, NC, TT, VH, VP, Month, day, hour
from dondoc.planning.actions import programmes as actions
from dondoc.planning.models import Programme
from dondoc.planning.programme_duty import keep_programmes


@dataclass(frozen=True)
class Round:
    """One programme from its opening to the paper: its days."""

    name: str
    period: str
    from_on: date
    opened: date
    registered: tuple[date, date]
    submitted: date
    approved: date
    published: date


QUARTER = Round(
    "quarter", "quarter", day(4, 1), day(3, 8), (day(3, 9), day(3, 14)), day(3, 24), day(3, 25),
    day(3, 28),
)  # fmt: skip
APRIL = Round(
    "april", "month", day(4, 1), day(3, 15), (day(3, 16), day(3, 24)), day(3, 28), day(3, 28),
    day(3, 29),
)  # fmt: skip
MAY = Round(
    "may", "month", day(5, 1), day(4, 14), (day(4, 15), day(4, 25)), day(4, 27), day(4, 28),
    day(4, 29),
)  # fmt: skip
JUNE_OPENED = day(5, 10)


def plan_programmes(month: Month) -> None:
    """Each round in its days; what stands in them lives as tasks afterwards."""
    _plan_round(month, QUARTER, i.QUARTER)
    _plan_round(month, APRIL, i.APRIL)
    _plan_round(month, MAY, (*i.MAY, i.MERGED, i.DECLINED))
    _plan_arranging(month)
    plan_lives(month, i.QUARTER, QUARTER.approved)
    plan_lives(month, i.APRIL, APRIL.approved)
    plan_lives(month, i.MAY, MAY.approved)
    _plan_changes(month)
    _plan_reasons(month)
    _plan_june(month)
    for passed in range((day(5, 12) - APRIL.opened).days):
        at = hour(APRIL.opened + timedelta(days=passed + 1), 6, 30)
        month.then(at, keep_programmes)


def _plan_round(month: Month, known: Round, items: tuple[i.Item, ...]) -> None:
    month.keep(
        known.name, hour(known.opened, 8, 15), actions.open_programme, month.committee,
        by=month.tracker, period=known.period, from_on=known.from_on,
    )  # fmt: skip
    first, last = known.registered
    for number, item in enumerate(items):
        on = min(first + timedelta(days=number % 6), last)
        _plan_item(month, known.name, item, hour(on, 9 + number % 7, 7 * number % 60))
    for number, symbol in enumerate(month.symbols):
        sent_at = hour(last, 15, 10 * number + 5)
        month.on(
            known.name, sent_at, actions.complete_registration, by=month.head(symbol),
            unit=month.unit(symbol),
        )  # fmt: skip
    month.on(known.name, hour(known.submitted, 9, 30), _submit, month=month)
    month.on(known.name, hour(known.approved, 15, 40), actions.approve, by=month.chairman)
    month.on(known.name, hour(known.published, 8, 45), actions.publish, by=month.tracker)


def _submit(programme: Programme, *, at: datetime, month: Month) -> None:
    actions.carry_over(programme, by=month.tracker, at=at - timedelta(minutes=20))
    actions.submit_programme(programme, by=month.ward.office_head, at=at)


def _plan_item(month: Month, programme: str, item: i.Item, at: datetime) -> None:
    def enter() -> None:
        month.made[item.key] = actions.register(
            month.made[programme], by=month.focal(item.unit), at=at, unit=month.unit(item.unit),
            content=item.content, due_on=item.due, product=item.product, focal=item.focal,
            person=month.officer(item.unit), coordinating=month.units(item.helped_by),
            part_of=month.made.get(item.part_of),
            leader=month.chairman if item.unit == VP else None,
        )  # fmt: skip

    month.story.then(at, enter)


def _plan_arranging(month: Month) -> None:
    """Before May goes to the Chairman the Office merges one item and leaves another out."""

    def merge() -> None:
        actions.merge(
            month.made["m-speak"], by=month.tracker, at=hour(day(4, 26), 9),
            into=month.made["m-pavement"],
        )  # fmt: skip

    month.story.then(hour(day(4, 26), 9), merge)
    month.on(
        "m-trip", hour(day(4, 26), 9, 20), actions.decline, by=month.tracker,
        reason="Chưa phù hợp lúc này; bố trí vào quý III khi có kinh phí.",
    )  # fmt: skip


def _plan_changes(month: Month) -> None:
    """After the lock: one item moved, one added, one request that waits for the Chairman."""
    month.keep(
        "move", hour(day(5, 5), 10, 30), _ask_move(month, "m-drill"), by=month.head(NC),
        due_on=day(6, 14),
        reason="Thành phố điều chỉnh lịch diễn tập phòng, chống lụt bão sang tháng 6.",
    )  # fmt: skip
    month.on(
        "move", hour(day(5, 6), 8, 20), actions.grant_change, by=month.chairman,
        answer="Đồng ý; Phòng Nội chính hoàn chỉnh kịch bản ngay trong tháng 5.",
    )  # fmt: skip
    month.on(
        "may", hour(day(5, 6), 14, 15), _keep_as(month, "addition", actions.ask_addition),
        by=month.head(KT), unit=month.unit(KT), due_on=day(5, 20),
        content="Xử lý điểm tập kết rác tự phát tại kiệt 127 Âu Cơ",
        product="Biên bản kiểm tra, ảnh hiện trường", coordinating=[month.unit(VH)],
        reason="Công dân phản ánh qua đường dây nóng ngày 05/5, cần xử lý ngay.",
    )  # fmt: skip
    month.on(
        "addition", hour(day(5, 9), 8, 5), actions.grant_change, by=month.chairman,
        answer="Đồng ý bổ sung.",
    )  # fmt: skip
    month.keep(
        "late-screen", hour(day(5, 11), 9, 40), _ask_move(month, "m-screen"), by=month.head(TT),
        due_on=day(6, 10),
        reason="Nhà cung cấp báo giao thiết bị ngày 03/6; Trung tâm đã có văn bản nhắc hợp đồng.",
    )  # fmt: skip


def _ask_move(month: Month, key: str) -> Any:
    return lambda **said: actions.ask_move(month.made[key], **said)


def _keep_as(month: Month, name: str, deed: Any) -> Any:
    def live(subject: Any, **said: Any) -> None:
        month.made[name] = deed(subject, **said)

    return live


REASONS = {
    "a-drain": (KT, "Chưa có kinh phí nạo vét; đã lập dự toán, chuyển sang tháng 5."),
    "a-count": (KT, "06 hộ vắng mặt dài ngày, phải mời làm việc nhiều lần mới đủ thành phần."),
    "a-vaccine": (VH, "Nhiều trẻ vừa khỏi bệnh chưa đủ thời gian tiêm theo hướng dẫn."),
    "a-poor": (VH, "Tổ dân phố phải họp bình xét lại theo ý kiến người dân."),
    "a-scan": (TT, "Máy quét hỏng, thiếu người nhập liệu trong 05 ngày."),
}  # fmt: skip


def _plan_reasons(month: Month) -> None:
    for number, (key, (symbol, reason)) in enumerate(REASONS.items()):
        month.on(
            key, hour(day(5, 4), 8 + number, 25), actions.explain, by=month.head(symbol),
            reason=reason,
        )  # fmt: skip


def _plan_june(month: Month) -> None:
    """Two units have begun to register, one has sent, two have said nothing."""
    month.keep(
        "june", hour(JUNE_OPENED, 8, 30), actions.open_programme, month.committee,
        by=month.tracker, period=Programme.Period.MONTH, from_on=day(6, 1),
    )  # fmt: skip
    for number, item in enumerate(i.JUNE):
        _plan_item(month, "june", item, hour(day(5, 10 + number % 2), 14, 9 * number))
    month.on(
        "june", hour(day(5, 11), 16, 10), actions.complete_registration, by=month.head(NC),
        unit=month.unit(NC), note="Đã rà soát cùng các tổ dân phố.",
    )  # fmt: skip
