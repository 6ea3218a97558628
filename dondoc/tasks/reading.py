"""A directive as read → drafts of tasks: names become bodies of the day, terms become days."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.directory import Directory, Found, agencies_of
from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.deadlines import Deadline, binding, due_moment_of_relative
from dondoc.rules.directive import Directive, Order
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.actions.intake import Draft

EVERY = {
    "daily": "hằng ngày", "weekly": "hằng tuần", "monthly": "hằng tháng",
    "quarterly": "hằng quý", "half_yearly": "sáu tháng", "yearly": "hằng năm",
}  # fmt: skip
UNDATED = {
    "continuous": "Làm thường xuyên, văn bản không ghi ngày.",
    "urgent": "Yêu cầu gấp, văn bản không ghi ngày.",
    "event": "Tính theo một sự kiện, văn bản không ghi ngày của sự kiện.",
}
NAMES = "; "
"""What stands between the printed names of several leads."""


def drafts_of(directive: Directive, committee: Agency, arrived_at: datetime) -> list[Draft]:
    """One draft for each order found, in the order of the paper."""
    arrived_on = day_of(arrived_at)
    directory = Directory.of(committee, arrived_on)
    calendar = calendar_of(committee)
    return [
        _draft(order, directory, due_of(order.deadlines, arrived_on, directive.issued_on, calendar))
        for order in directive.orders
    ]


def _draft(order: Order, directory: Directory, due: Due) -> Draft:
    leads = directory.find_all(order.lead)
    return Draft(
        content=_content(order),
        leads=leads_of(leads),
        supporting=agencies_of(directory.find_all(order.supporting)),
        lead_text=NAMES.join(order.lead),
        supporting_text=NAMES.join(order.supporting),
        lead_confidence=min((one.confidence for one in leads), default=0),
        clause=(order.clause or "")[:20],
        start=order.start,
        end=order.end,
        due=due,
    )


def leads_of(leads: Sequence[Found]) -> list[Agency]:
    """The leads, or none while one name is not recognised: nobody drops out unnoticed."""
    return agencies_of(leads) if all(one.agencies for one in leads) else []


def _content(order: Order) -> str:
    number = re.escape((order.clause or "").rsplit(".", 1)[-1])
    return re.sub(rf"^{number}\s*[.)]\s*", "", order.content) if number else order.content


def due_of(
    deadlines: tuple[Deadline, ...],
    arrived_on: date,
    issued_on: date | None,
    calendar: WorkingCalendar,
) -> Due:
    """The deadline that binds: the earliest day printed or counted; no day where none is."""
    fixed = [_fixed(one, arrived_on, issued_on, calendar) for one in binding(deadlines)]
    dated = [due for due in fixed if due.on]
    return min(dated, key=lambda due: due.on or date.max) if dated else next(iter(fixed), Due())


def _fixed(
    one: Deadline, arrived_on: date, issued_on: date | None, calendar: WorkingCalendar
) -> Due:
    anchor = {"receipt": arrived_on, "issue": issued_on}.get(one.anchor)
    if one.is_term and anchor:
        on, hour = due_moment_of_relative(one, anchor, calendar)
        since = "ngày nhận" if one.anchor == "receipt" else "ngày ban hành"
        told = f"{one.detail[1:]} kể từ {since} {anchor:%d/%m/%Y}."
        return Due(on, _time(hour), one.phrase, told)
    return Due(one.due_on, _time(one.time), one.phrase, _rule(one), one.strict)


def _rule(one: Deadline) -> str:
    """How the phrase was understood, in words."""
    if one.due_on is None:
        return UNDATED.get(one.kind, "Văn bản không ghi đủ để xác định ngày.")
    if one.kind in EVERY:
        return f"Định kỳ {EVERY[one.kind]}; đây là kỳ đầu."
    told = "“Trước ngày” được tính hạn đúng ngày đó." if one.strict else "Ngày ghi trong văn bản."
    return f"{told} Lưu ý: {one.detail}." if one.detail else told


def _time(printed: str | None) -> time | None:
    return time.fromisoformat(printed) if printed and printed < "24" else None
