"""The registration of a period is opened; leftovers come in; units are urged."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.database.clock import day_of
from dondoc.journal.models import Actor
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.programme_flow import keeps, opens_for, programme_flow
from dondoc.planning.queries import silent_units, urged_on
from dondoc.rules import programmes as rules
from dondoc.tasks.models.tasks import OPEN
from dondoc.workflow import NotNow, Refused

LONGEST_AHEAD = timedelta(days=400)
State = ProgrammeItem.State
FINISHED_BEFORE = "Đã xong hoặc đã thu hồi trước khi chương trình được duyệt."


@programme_flow.start("Mở đăng ký chương trình", who=opens_for)
def open_programme(
    committee: Agency, *, by: Actor, at: datetime, period: str, from_on: date
) -> Programme:
    """Registration for a year, quarter or month begins; what the last one left open comes in."""
    span = rules.span_of(period, from_on)
    _require_a_coming_period(committee, period, span, at)
    numbers = CommitteeRules.of(committee)
    label = rules.label_of(period, span.from_on)
    programme = Programme.objects.create(
        committee=committee, period=period, from_on=span.from_on, to_on=span.to_on,
        register_by=rules.register_by(period, span.from_on, numbers.register_day),
        approve_by=rules.approve_by(span.from_on, numbers.approve_day),
        subject=f"Công tác {label} của {committee.name}",
        opened_by_id=by.actor_id, opened_at=at,
    )  # fmt: skip
    bring_in_leftovers(programme, at)
    return programme


def _require_a_coming_period(
    committee: Agency, period: str, span: rules.Span, at: datetime
) -> None:
    today = day_of(at)
    if span.to_on < today:
        raise Refused("Kỳ này đã qua. Hãy chọn kỳ hiện tại hoặc kỳ tới.")
    if span.from_on - today > LONGEST_AHEAD:
        raise Refused("Kỳ này còn quá xa. Hãy chọn kỳ gần hơn.")
    if Programme.objects.filter(committee=committee, period=period, from_on=span.from_on).exists():
        label = rules.label_of(period, span.from_on)
        raise NotNow(f"Chương trình công tác {label} đã được mở. Hãy xem trong danh sách.")


@programme_flow.step("Đưa việc chuyển tiếp vào", who=keeps, frm=Programme.State.OPEN)
def carry_over(programme: Programme, *, by: Actor, at: datetime) -> int:
    """What the last programme left open comes in, each once; what was finished since goes out."""
    return bring_in_leftovers(programme, at)


def bring_in_leftovers(programme: Programme, at: datetime) -> int:
    """The number of items that came in."""
    let_finished_go(programme)
    place = programme.items.count()
    carried = [
        _carried(programme, left, at, place + n) for n, left in enumerate(_left_open(programme), 1)
    ]
    ProgrammeItem.objects.bulk_create(carried)
    for item in carried:
        assert item.carried_from is not None
        item.coordinating.set(item.carried_from.coordinating.all())
    return len(carried)


def leftovers_wait(programme: Programme) -> bool:
    """Would bringing leftovers in change anything?"""
    return bool(_left_open(programme)) or _finished(programme).exists()


def let_finished_go(programme: Programme) -> None:
    """A carried item whose task is over by now has no place in the next programme."""
    _finished(programme).update(state=State.WITHDRAWN, reason=FINISHED_BEFORE)


def _finished(programme: Programme) -> QuerySet[ProgrammeItem]:
    held = programme.items.filter(state=State.REGISTERED, task__isnull=False)
    return held.exclude(task__state__in=OPEN)


def _left_open(programme: Programme) -> list[ProgrammeItem]:
    """Open items of the last locked programme, and those moved into this period from any."""
    locked = (Programme.State.APPROVED, Programme.State.PUBLISHED)
    earlier = Programme.objects.filter(
        committee=programme.committee_id, period=programme.period, state__in=locked,
        from_on__lt=programme.from_on,
    )  # fmt: skip
    last = earlier.order_by("-from_on").first()
    open_task = Q(task__state__in=OPEN)
    left = Q(programme=last, state=State.APPROVED)
    until = programme.to_on
    moved = Q(programme__in=earlier, state=State.MOVED, due_on__lte=until, carried=None)
    here = programme.items.exclude(carried_from=None).values("carried_from")
    held = programme.items.exclude(task=None).values("task")
    found = ProgrammeItem.objects.filter(open_task, left | moved).exclude(pk__in=here)
    related = found.exclude(task__in=held).select_related("unit").prefetch_related("coordinating")
    return list(related.order_by("unit", "place", "pk"))


def _carried(programme: Programme, left: ProgrammeItem, at: datetime, place: int) -> ProgrammeItem:
    """The same undertaking in the new period; its task goes on, and keeps its own deadline."""
    due_on = left.due_on if programme.span.holds(left.due_on) else programme.to_on
    return ProgrammeItem(
        programme=programme, unit=left.unit, content=left.content, product=left.product,
        person=left.person, due_on=due_on, focal=left.focal, field=left.field, leader=left.leader,
        place=place, part_of=left.part_of, carried_from=left, task=left.task, registered_at=at,
    )  # fmt: skip


@programme_flow.step("Đôn đốc đăng ký", who=keeps, frm=Programme.State.OPEN)
def urge(
    programme: Programme, *, by: Actor, at: datetime, units: Collection[Agency] = ()
) -> list[Agency]:
    """Units that have not registered are told so, each once a day at most; all unless named."""
    today = day_of(at)
    silent = silent_units(programme, at)
    chosen = {unit.pk for unit in units}
    wanted = [unit for unit in silent if not chosen or unit.pk in chosen]
    if not wanted:
        raise Refused("Các đơn vị đều đã gửi đăng ký. Không còn đơn vị nào để đôn đốc.")
    fresh = [unit for unit in wanted if urged_on(programme, unit.pk) != today]
    if not fresh:
        raise Refused("Hôm nay đã đôn đốc các đơn vị này. Mỗi đơn vị chỉ đôn đốc một lần một ngày.")
    programme.urged = programme.urged | {str(unit.pk): at.isoformat() for unit in fresh}
    return fresh
