"""A hand-over is drawn up and sorted: the whole list first, who takes what, what stays."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.handovers.flow import handover_flow, hands_over, hands_over_body, hands_over_seat
from dondoc.handovers.models import UNFINISHED, Handover, HandoverLine
from dondoc.handovers.queries import LEADING, gathered, unfit
from dondoc.handovers.seat_holdings import seat_holdings
from dondoc.workflow import Refused

State, Outcome = Handover.State, HandoverLine.Outcome
TWICE = "Đã có bản bàn giao đang lập cho {}. Hãy mở bản đó ở trang Bàn giao."


@handover_flow.start("Lập bàn giao công việc", who=hands_over_seat)
def draft_handover(
    giver: Officer, *, by: Officer, at: datetime, reason: str = "", basis: str = ""
) -> Handover:
    """All that a person in his seat has in hand, as a list to be sorted; nothing moves yet."""
    _refuse_twice(Handover.objects.filter(giver=giver), giver.name)
    kind = Handover.Kind.HEAD if giver.role in LEADING else Handover.Kind.OFFICER
    handover = Handover(
        committee=giver.agency.committee or giver.agency, kind=kind, giver=giver,
        body=giver.agency, reason=reason.strip(), basis=basis.strip(), drawn_up_by=by,
        drawn_up_at=at,
    )  # fmt: skip
    if kind == Handover.Kind.HEAD:
        handover.facts = seat_holdings(giver, at)
    return _listed(handover, giver.name)


@handover_flow.start("Lập bàn giao đơn vị", who=hands_over_body)
def draft_succession(
    body: Agency, *, by: Officer, at: datetime, reason: str = "", basis: str = ""
) -> Handover:
    """All that a body which ended has in hand; its only successor is proposed to take it."""
    _refuse_twice(Handover.objects.filter(body=body, giver=None), body.name)
    if body.until_on is None:
        raise Refused(
            f"{body.name} còn hoạt động. Hãy ghi nhận kết thúc hoạt động và cơ quan kế thừa "
            "ở trang đơn vị trước khi bàn giao."
        )
    named = list(body.successions.select_related("successor"))
    handover = Handover(
        committee=body.committee or body, kind=Handover.Kind.UNIT, body=body,
        successor=named[0].successor if len(named) == 1 else None,
        reason=reason.strip() or f"{body.name} kết thúc hoạt động ngày {body.until_on:%d/%m/%Y}",
        basis=basis.strip() or (named[0].basis if named else ""), drawn_up_by=by, drawn_up_at=at,
    )  # fmt: skip
    return _listed(handover, body.name)


def _refuse_twice(same: "QuerySet[Handover]", whose: str) -> None:
    if same.filter(state__in=UNFINISHED).exists():
        raise Refused(TWICE.format(whose))


def _listed(handover: Handover, whose: str) -> Handover:
    lines = gathered(handover)
    if not lines and not handover.facts:
        raise Refused(f"{whose} không còn việc nào phải bàn giao.")
    handover.save()
    HandoverLine.objects.bulk_create(lines, batch_size=500)
    return handover


@handover_flow.step("Chọn người nhận", who=hands_over, frm=State.DRAFT)
def fill_in(
    handover: Handover,
    *,
    by: Officer,
    at: datetime,
    receiver: Officer | None = None,
    successor: Agency | None = None,
    reason: str = "",
    basis: str = "",
) -> None:
    """Who takes all that is not given to another, why, and on what decision."""
    _refuse_unfit(handover, receiver or successor, at)
    handover.receiver, handover.successor = receiver, successor
    handover.reason, handover.basis = reason.strip(), basis.strip()


def _refuse_unfit(handover: Handover, taker: Officer | Agency | None, at: datetime) -> None:
    if taker is not None and (words := unfit(taker, handover, day_of(at))):
        raise Refused(words)


@handover_flow.step("Chọn người nhận từng việc", who=hands_over, frm=State.DRAFT)
def sort_lines(
    handover: Handover,
    *,
    by: Officer,
    at: datetime,
    lines: Collection[int],
    whole: str = "",
    leave: bool = False,
    receiver: Officer | None = None,
    successor: Agency | None = None,
) -> None:
    """These, or all of a kind, go to another than the rest, to the common receiver, or stay."""
    if not lines and not whole:
        raise Refused("Hãy đánh dấu ít nhất một việc trong danh sách.")
    _refuse_unfit(handover, receiver or successor, at)
    outcome = Outcome.LEFT if leave else Outcome.WAITS
    chosen = handover.lines.filter(holding=whole) if whole else handover.lines.filter(pk__in=lines)
    chosen.update(receiver=receiver, successor=successor, outcome=outcome)


@handover_flow.step("Cập nhật danh sách", who=hands_over, frm=State.DRAFT)
def refresh_lines(handover: Handover, *, by: Officer, at: datetime) -> None:
    """What came to the giver since is added, what he no longer has is taken off."""
    found = {(line.holding, line.subject): line for line in gathered(handover)}
    listed = {(line.holding, line.subject): line.pk for line in handover.lines.all()}
    handover.lines.filter(pk__in=[listed[key] for key in listed.keys() - found.keys()]).delete()
    fresh = [line for key, line in found.items() if key not in listed]
    HandoverLine.objects.bulk_create(fresh, batch_size=500)
    if handover.kind == Handover.Kind.HEAD and handover.giver is not None:
        handover.facts = seat_holdings(handover.giver, at)
    handover.stopped_for = ""


@handover_flow.step("Không bàn giao", who=hands_over, frm=State.DRAFT, to=State.DROPPED)
def drop_handover(handover: Handover, *, by: Officer, at: datetime) -> None:
    """The list is let go of; nothing has moved."""
