"""A directive as read → drafts of tasks: names become bodies of the day, terms become days."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.directory import Directory, Found, agencies_of
from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.database.clock import day_of
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.deadlines import Deadline, binding, due_moment_of_relative
from dondoc.rules.deadlines.fixing import last_day
from dondoc.rules.directive import Directive, Order
from dondoc.rules.wording import day_in_week
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.actions.drafts import Draft, Term
from dondoc.tasks.models.proposals import NAMES
from dondoc.tasks.source import Span

EVERY = {
    "daily": "hằng ngày", "weekly": "hằng tuần", "monthly": "hằng tháng",
    "quarterly": "hằng quý", "half_yearly": "sáu tháng", "yearly": "hằng năm",
}  # fmt: skip
UNDATED = {
    "continuous": "Làm thường xuyên, văn bản không ghi ngày.",
    "urgent": "Yêu cầu gấp, văn bản không ghi ngày.",
    "event": "Tính theo một sự kiện, văn bản không ghi ngày của sự kiện.",
}
LINE_END = re.compile(r"(?<!\n)[ \t]*\n(?!\s*\n|\s*(?:[-+–•*]|\d{1,2}[.)]|[a-zđ][.)])\s)[ \t]*")
"""The end of a printed line inside a sentence: no empty line, no new item of a list."""
NO_SUCH_DAY = "không có, lấy"
"""What the reader says of a day that the calendar lacks, and for which it took the nearest."""
LAST_WORKING = "ngày làm việc cuối cùng"
MOSTLY_READ = 0.1
"""Share of an order's letters that may be hard to read before a person is asked to look."""
SURELY = 0.8
"""Confidence of the reader from which a deadline is not asked about."""


def drafts_of(
    directive: Directive, committee: Agency, arrived_at: datetime, faint: Sequence[Span] = ()
) -> list[Draft]:
    """One draft for each order found, in the order of the paper; `faint`: words hard to read."""
    days = Days(
        day_of(arrived_at), directive.issued_on, calendar_of(committee),
        CommitteeRules.of(committee).strict_before,
    )  # fmt: skip
    directory = Directory.of(committee, days.arrived_on, directive.issued_on)
    return [
        _draft(order, directory, terms_of(order.deadlines, days), _inside(order, faint))
        for order in directive.orders
    ]


def _inside(order: Order, faint: Sequence[Span]) -> list[Span]:
    return [span for span in faint if order.start <= span[0] < order.end]


@dataclass(frozen=True)
class Days:
    """What days are counted from and by: arrival, issue, the committee's calendar and custom."""

    arrived_on: date
    issued_on: date | None
    calendar: WorkingCalendar
    strict_before: bool = False
    """“trước ngày D” means the day before D."""

    def anchor_of(self, one: Deadline) -> date | None:
        """The day a term is counted from, where it is known."""
        return {"receipt": self.arrived_on, "issue": self.issued_on}.get(one.anchor)


def _draft(order: Order, directory: Directory, terms: list[Term], faint: Sequence[Span]) -> Draft:
    leads, supporting = (directory.find_all(names) for names in (order.lead, order.supporting))
    return Draft(
        content=_content(order),
        leads=leads_of(leads),
        supporting=agencies_of(supporting),
        lead_text=NAMES.join(order.lead),
        supporting_text=NAMES.join(order.supporting),
        lead_confidence=min((one.confidence for one in leads), default=0),
        clause=(order.clause or "")[:20],
        start=order.start,
        end=order.end,
        due=binding_due(terms),
        terms=terms,
        doubts=[
            *_doubts_of_names(supporting),
            *_doubts_of(terms),
            *_doubts_of_scan(order, terms, faint),
        ],
    )


def leads_of(leads: Sequence[Found]) -> list[Agency]:
    """The leads, or none while one name is not recognised: nobody drops out unnoticed."""
    return agencies_of(leads) if all(one.agencies for one in leads) else []


def _content(order: Order) -> str:
    """The words of the order without its number, and without the ends of printed lines."""
    number = re.escape((order.clause or "").rsplit(".", 1)[-1])
    words = re.sub(rf"^{number}\s*[.)]\s*", "", order.content) if number else order.content
    return LINE_END.sub(" ", words)


def _doubts_of_names(supporting: Sequence[Found]) -> list[dict[str, str]]:
    """Coordinating bodies that nobody recognised, and so would drop out unnoticed."""
    unknown = [one.printed for one in supporting if not one.agencies and not one.concerned]
    why = f"chưa nhận ra đơn vị phối hợp “{'”, “'.join(unknown)}”"
    return [{"about": "supporting", "why": why}] if unknown else []


def _doubts_of_scan(
    order: Order, terms: Sequence[Term], faint: Sequence[Span]
) -> list[dict[str, str]]:
    """Words of the scan that were hard to read: in the deadline, or too many to rely on."""
    dues = [(term.start, term.end) for term in terms if term.start is not None]
    if any(s < (end or 0) and (start or 0) < e for s, e in faint for start, end in dues):
        return [{"about": "due", "why": "chữ mờ ở thời hạn, hãy đối chiếu với bản quét"}]
    if sum(e - s for s, e in faint) > MOSTLY_READ * (order.end - order.start):
        return [{"about": "content", "why": "nhiều chữ mờ, hãy đối chiếu với bản quét"}]
    return []


def _doubts_of(terms: Sequence[Term]) -> list[dict[str, str]]:
    dated = {term.due.on for term in terms if term.due.on}
    several = [f"văn bản ghi {len(dated)} thời hạn, đang lấy ngày sớm nhất"] * (len(dated) > 1)
    unsure = [term.doubt for term in terms if term.doubt and term.due == binding_due(terms)]
    return [{"about": "due", "why": why} for why in (*several, *unsure)]


def binding_due(terms: Sequence[Term]) -> Due:
    """The deadline that binds: the earliest day printed or counted; no day where none is."""
    dated = [term.due for term in terms if term.due.on]
    first = next((term.due for term in terms), Due())
    return min(dated, key=lambda due: due.on or date.max) if dated else first


def terms_of(deadlines: tuple[Deadline, ...], days: Days) -> list[Term]:
    """Each deadline of an order as the committee understands it."""
    return [Term(_fixed(one, days), one.start, one.end, _doubt(one)) for one in binding(deadlines)]


def _doubt(one: Deadline) -> str:
    """What the reader was not sure of: a day that does not exist, or its own finding."""
    if NO_SUCH_DAY in one.detail:
        return one.detail
    is_dated = one.due_on is not None or one.is_term
    return "chưa chắc đọc đúng thời hạn" if is_dated and one.confidence < SURELY else ""


def _fixed(one: Deadline, days: Days) -> Due:
    anchor = days.anchor_of(one)
    if one.is_term and anchor:
        return _counted(one, anchor, days.calendar)
    if one.strict and one.due_on and days.strict_before:
        eve = one.due_on - timedelta(days=1)
        rule = "Theo quy định của UBND, “trước ngày” được tính hạn là ngày liền trước."
        return Due(eve, _time(one.time), one.phrase, rule, strict=True)
    on = one.due_on
    if on and LAST_WORKING in one.detail:
        on = days.calendar.previous_working(on)
    return Due(on, _time(one.time), one.phrase, _rule(one), one.strict)


def _counted(one: Deadline, anchor: date, calendar: WorkingCalendar) -> Due:
    """A term in days, from the day it is counted from, with the way it went over days off."""
    on, hour = due_moment_of_relative(one, anchor, calendar)
    since = "ngày nhận" if one.anchor == "receipt" else "ngày ban hành"
    term = f"{one.detail[1:]} kể từ {since} {anchor:%d/%m/%Y}"
    last, rolled = last_day(one, anchor), ""
    if on and not one.working and on != last:
        rolled = f"; {day_in_week(last)} là ngày nghỉ nên tính đến {day_in_week(on)}"
    return Due(on, _time(hour), one.phrase, f"{term}{rolled}.")


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
