"""What a hand-over holds: its list as it is now, who takes each line, what stands in the way."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.models.agencies import AgencyQuerySet
from dondoc.agencies.models.officers import OfficerQuerySet
from dondoc.agencies.queries import root_of
from dondoc.agencies.roles import HEADS, OFFICE
from dondoc.handovers.holdings import Holding, by_key, holdings_of
from dondoc.handovers.models import Handover, HandoverLine

Outcome = HandoverLine.Outcome
LEADING = (Role.LEADER, Role.OFFICE_HEAD, Role.UNIT_HEAD)


def holdings_in(handover: Handover) -> dict[str, Holding]:
    """The kinds of work this hand-over may hold."""
    return by_key(holdings_of(handover.kind == Handover.Kind.UNIT))


def holder_of(handover: Handover) -> Officer | Agency:
    """Whose work it is."""
    return handover.giver or handover.body


def gathered(handover: Handover) -> list[HandoverLine]:
    """What the giver holds now, as lines of the list; one query for each kind."""
    holder = holder_of(handover)
    return [
        HandoverLine(
            handover=handover, holding=key, subject=row.pk,
            words=holding.words(row)[:300], note=holding.note(row)[:200],
        )
        for key, holding in holdings_in(handover).items()
        for row in holding.held_by(holder)
    ]  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A line with whoever takes it and what stands in the way of that."""

    line: HandoverLine
    taker: Officer | Agency | None
    problem: str = ""

    @property
    def pk(self) -> int:
        return self.line.pk

    @property
    def is_left(self) -> bool:
        return self.line.outcome == Outcome.LEFT


@dataclass(frozen=True)
class Sheet:
    """The whole list: its lines by kind, how many are taken, left, or cannot go as they stand."""

    groups: list[tuple[Holding, list[Shown]]]
    new: int
    """What came to the giver since the list was drawn up."""

    @property
    def lines(self) -> list[Shown]:
        return [one for _, rows in self.groups for one in rows]

    @property
    def wrong(self) -> list[Shown]:
        """What cannot go as it stands: without a receiver, or to one who may not have it."""
        return [one for one in self.lines if one.problem]

    @property
    def going(self) -> int:
        return sum(not one.is_left for one in self.lines)

    @property
    def takers(self) -> list[tuple[str, int]]:
        """Who takes how many."""
        counted = Counter(str(one.taker) for one in self.lines if one.taker and not one.is_left)
        return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def sheet_of(handover: Handover, by: Officer, day: date) -> Sheet:
    """The list as it stands, judged against what is so now; one query for each kind."""
    related = ("receiver__user", "receiver__agency__committee", "successor")
    lines = handover.lines.select_related(*related).order_by("pk")
    listed: dict[str, dict[int, HandoverLine]] = defaultdict(dict)
    for line in lines:
        listed[line.holding][line.subject] = line
    groups, new = [], 0
    for key, holding in holdings_in(handover).items():
        rows = {row.pk: row for row in holding.held_by(holder_of(handover))}
        new += len(rows.keys() - listed[key].keys())
        shown = [
            _shown(handover, line, holding, rows.get(pk), by, day)
            for pk, line in listed[key].items()
            if pk in rows or handover.is_over
        ]
        if shown:
            groups.append((holding, shown))
    return Sheet(groups, new)


def _shown(
    handover: Handover, line: HandoverLine, holding: Holding, row: Any, by: Officer, day: date
) -> Shown:
    taker: Officer | Agency | None = (
        line.receiver or line.successor or handover.receiver or handover.successor
    )
    if handover.is_over or line.outcome == Outcome.LEFT:
        return Shown(line, taker)
    if not holding.may(by, row):
        return Shown(line, taker, "Bạn không có quyền bàn giao việc này: hãy để lại.")
    if taker is None:
        return Shown(line, None, "Chưa có người nhận.")
    return Shown(line, taker, unfit(taker, handover, day) or holding.unfit(row, taker))


def unfit(taker: Officer | Agency, handover: Handover, day: date) -> str:
    """Why this one can take nothing over here; empty when he can."""
    if isinstance(taker, Agency):
        if taker.pk == handover.body_id:
            return "Đơn vị nhận phải là đơn vị khác."
        return "" if taker.exists_on(day) else f"{taker.name} không còn hoạt động."
    if taker.pk == handover.giver_id:
        return "Người nhận phải là người khác, hoặc chức vụ khác."
    if not sits(taker, day):
        return f"{taker.name} không còn giữ chức vụ này, hoặc tài khoản đã khóa."
    if taker.role in (Role.EMULATION_READER, Role.AUDITOR, Role.ADMINISTRATOR):
        return f"{taker.name} giữ vai trò chỉ xem, không nhận việc được."
    return ""


def sits(officer: Officer, day: date) -> bool:
    """Does he hold the seat on the day, and can he sign in?"""
    ended = officer.until_on is not None and officer.until_on < day
    return officer.from_on <= day and not ended and officer.user.is_active


def within_reach(officer: Officer) -> Q | None:
    """The bodies whose work the officer hands over; None for whoever hands over nothing."""
    if officer.role == Role.ADMINISTRATOR:
        return Q(path__startswith=root_of(officer).path)
    if officer.role in OFFICE and officer.committee_id:
        return Q(committee=officer.committee_id) | Q(parent=officer.committee_id)
    if officer.role in HEADS:
        return Q(path__startswith=officer.agency.path)
    return None


def bodies_within_reach(officer: Officer) -> AgencyQuerySet:
    """The same as a query of bodies."""
    reach = within_reach(officer)
    return Agency.objects.none() if reach is None else Agency.objects.filter(reach)


def seats_within_reach(officer: Officer) -> OfficerQuerySet:
    """Seats of those bodies, held or ended."""
    seats = Officer.objects.filter(agency__in=bodies_within_reach(officer))
    return seats.select_related("user", "agency", "delegated_by__user")


def may_receive(handover: Handover, day: date) -> "QuerySet[Officer]":
    """Whom the list offers: who sits in the same committee today and works there."""
    working = Officer.objects.seated_on(day).filter(user__is_active=True, delegated_by=None)
    near = Q(agency__committee=handover.committee_id) | Q(
        agency__path__startswith=handover.body.path
    )
    readers = (Role.EMULATION_READER, Role.AUDITOR, Role.ADMINISTRATOR)
    found = working.filter(near).exclude(role__in=readers).exclude(pk=handover.giver_id or 0)
    return found.select_related("user", "agency").order_by("agency__path", "user__name", "pk")


def may_succeed(handover: Handover, day: date) -> "QuerySet[Agency]":
    """Bodies of the committee that work today; the named successors among them."""
    parent = handover.body.parent_id or handover.committee_id
    near = Q(committee=handover.committee_id) | Q(parent=parent)
    named = Q(pk__in=handover.body.successions.values("successor"))
    found = Agency.objects.existing_on(day).filter(near | named).exclude(pk=handover.body_id)
    return found.order_by("name", "pk")
