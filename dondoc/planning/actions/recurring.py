"""Recurring duties: set up once, given anew each period, changed for what is still to come."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, Field, Officer
from dondoc.agencies.roles import hands_over_for, leader_of, office_of
from dondoc.database.clock import day_of
from dondoc.journal.models import House
from dondoc.planning.models import DutyOccurrence, RecurringDuty
from dondoc.rules.recurring import Occurrence, Recurrence, occurrences, problems
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.workflow import Flow, NotNow, Refused

duty_flow = Flow("recurringduty", "nhiệm vụ định kỳ")
State = RecurringDuty.State
LONGEST_AHEAD = 90


def sets_up(by: Any, committee: Agency) -> bool:
    """The Office of the committee, and its leaders."""
    return office_of(by, committee.pk) or leader_of(by, committee.pk)


def keeps(by: Any, duty: RecurringDuty) -> bool:
    """The Office and the leaders of the committee that gives it."""
    return office_of(by, duty.committee_id) or leader_of(by, duty.committee_id)


def hands_over_duty(by: Any, duty: RecurringDuty) -> bool:
    """Whoever hands over for the committee that gives it, or for a unit that carries it out."""
    return hands_over_for(by, duty.committee) or any(
        hands_over_for(by, unit) for unit in duty.leads.select_related("committee", "parent")
    )


def the_house(by: Any, duty: RecurringDuty) -> bool:
    """The house itself, by its clock."""
    return isinstance(by, House)


@duty_flow.start("Lập nhiệm vụ định kỳ", who=sets_up)
def set_up_duty(
    committee: Agency, *, by: Officer, at: datetime, content: str, leads: Sequence[Agency],
    recurrence: Recurrence, product: str = "", leader: Officer | None = None,
    field: Field | None = None, ahead_days: int = 10, until_on: date | None = None,
) -> RecurringDuty:  # fmt: skip
    """A template; its first occurrence is the next one from today on."""
    _require_sense(content, leads, recurrence, ahead_days, until_on, at)
    duty = RecurringDuty.objects.create(
        committee=committee, content=content.strip(), product=product.strip(), leader=leader,
        field=field, every=recurrence.every, day=recurrence.day, month=recurrence.month,
        off_day=recurrence.off_day, ahead_days=ahead_days, until_on=until_on, set_up_by=by,
        set_up_at=at, made_until=day_of(at) - timedelta(days=1),
    )  # fmt: skip
    duty.leads.set(leads)
    return duty


def _require_sense(
    content: str, leads: Collection[Agency], recurrence: Recurrence, ahead_days: int,
    until_on: date | None, at: datetime,
) -> None:  # fmt: skip
    if not content.strip():
        raise Refused("Hãy nhập nội dung cần thực hiện mỗi kỳ.")
    if not leads:
        raise Refused("Hãy chọn ít nhất một đơn vị thực hiện.")
    for words in problems(recurrence):
        raise Refused(words)
    if not 0 <= ahead_days <= LONGEST_AHEAD:
        raise Refused(f"Số ngày giao trước phải từ 0 đến {LONGEST_AHEAD}.")
    if until_on is not None and until_on < day_of(at):
        raise Refused("Ngày kết thúc đã qua. Hãy chọn ngày từ hôm nay, hoặc bỏ trống.")


@duty_flow.step("Sửa nhiệm vụ định kỳ", who=keeps, frm=(State.RUNNING, State.PAUSED))
def edit_duty(
    duty: RecurringDuty, *, by: Officer, at: datetime, content: str, leads: Sequence[Agency],
    recurrence: Recurrence, product: str = "", leader: Officer | None = None,
    field: Field | None = None, ahead_days: int = 10, until_on: date | None = None,
) -> None:  # fmt: skip
    """Changes what is still to come; occurrences already given stay as they are."""
    _require_sense(content, leads, recurrence, ahead_days, until_on, at)
    duty.content, duty.product, duty.leader, duty.field = content.strip(), product, leader, field
    duty.every, duty.day, duty.month = recurrence.every, recurrence.day, recurrence.month
    duty.off_day, duty.ahead_days, duty.until_on = recurrence.off_day, ahead_days, until_on
    duty.leads.set(leads)


@duty_flow.step("Tạm dừng định kỳ", who=keeps, frm=State.RUNNING, to=State.PAUSED)
def pause_duty(duty: RecurringDuty, *, by: Officer, at: datetime, reason: str) -> None:
    """Nothing more is given until it is resumed; what was given runs on."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do tạm dừng.")


@duty_flow.step("Tiếp tục định kỳ", who=keeps, frm=State.PAUSED, to=State.RUNNING)
def resume_duty(duty: RecurringDuty, *, by: Officer, at: datetime) -> None:
    """It goes on from today; what fell into the pause is not made up for."""
    duty.made_until = max(duty.made_until, day_of(at) - timedelta(days=1))


@duty_flow.step("Kết thúc định kỳ", who=keeps, frm=(State.RUNNING, State.PAUSED), to=State.ENDED)
def end_duty(duty: RecurringDuty, *, by: Officer, at: datetime, reason: str) -> None:
    """No further occurrence is given."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do kết thúc.")


@duty_flow.step("Bỏ qua một kỳ", who=keeps, frm=(State.RUNNING, State.PAUSED))
def skip_occurrence(
    duty: RecurringDuty, *, by: Officer, at: datetime, period: date, reason: str
) -> None:
    """One period that is still to come is left out, with its reason."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do bỏ qua kỳ này.")
    coming = {one.period: one for one in occurrences_of(duty, day_of(at), 366)}
    one = coming.get(period)
    if one is None or duty.occurrences.filter(period=period).exists():
        raise Refused("Kỳ này đã giao hoặc không có trong lịch. Hãy chọn một kỳ chưa giao.")
    DutyOccurrence.objects.bulk_create(
        DutyOccurrence(
            duty=duty, unit=unit, period=period, due_on=one.due_on, skipped=reason.strip()
        )
        for unit in duty.leads.order_by("pk")
    )


@duty_flow.step("Giao kỳ mới", who=the_house, frm=State.RUNNING)
def give_occurrences(duty: RecurringDuty, *, by: House, at: datetime) -> int:
    """Gives what is named by days up to `ahead_days` from today, each to each unit, once."""
    today = day_of(at)
    given = 0
    for one in occurrences_of(duty, today, duty.ahead_days):
        for unit in duty.leads.existing_on(today).order_by("pk"):
            given += _give(duty, unit, one, by, at)
    duty.made_until = max(duty.made_until, today + timedelta(days=duty.ahead_days))
    if duty.until_on is not None and duty.made_until >= duty.until_on:
        duty.made_until = duty.until_on
    return given


def occurrences_of(duty: RecurringDuty, today: date, ahead: int) -> list[Occurrence]:
    """Those not yet given whose day comes within so many days."""
    until = today + timedelta(days=ahead)
    if duty.until_on is not None:
        until = min(until, duty.until_on)
    found = occurrences(duty.recurrence, duty.made_until, until, calendar_of(duty.committee))
    return [one for one in found if one.due_on >= today]


def _give(duty: RecurringDuty, unit: Agency, one: Occurrence, by: House, at: datetime) -> int:
    if duty.occurrences.filter(period=one.period, unit=unit).exists():
        return 0
    task = tasks.assign(
        duty.committee, by=by, at=at, lead=unit, content=duty.content, product=duty.product,
        due=Due(one.due_on, rule=f"định kỳ {duty.recurrence.words}, kỳ {one.period:%d/%m/%Y}"),
        leader=duty.leader, field=duty.field,
    )  # fmt: skip
    DutyOccurrence.objects.create(
        duty=duty, unit=unit, period=one.period, due_on=one.due_on, task=task
    )
    return 1


@duty_flow.step("Bàn giao", who=hands_over_duty, frm=(State.RUNNING, State.PAUSED))
def pass_on_duty(
    duty: RecurringDuty, *, by: Officer, at: datetime, giver: Officer, receiver: Officer,
    handover: str,
) -> None:  # fmt: skip
    """Periods still to be given are given in another leader's name."""
    if duty.leader_id != giver.pk:
        raise NotNow("Nhiệm vụ định kỳ đã có lãnh đạo khác. Hãy lập lại danh sách bàn giao.")
    if words := unfit_for_duty(duty, receiver):
        raise Refused(words)
    duty.leader = receiver


def unfit_for_duty(duty: RecurringDuty, receiver: Officer) -> str:
    """Why it cannot be given in his name; empty when it can."""
    fits = leader_of(receiver, duty.committee_id)
    return "" if fits else f"{receiver.name} không phải lãnh đạo của {duty.committee.name}."


@duty_flow.step("Chuyển cơ quan kế thừa", who=hands_over_duty, frm=(State.RUNNING, State.PAUSED))
def succeed_in_duty(
    duty: RecurringDuty, *, by: Officer, at: datetime, ended: Agency, successor: Agency,
    handover: str,
) -> None:  # fmt: skip
    """The successor carries out the periods to come; those left out stay left out for it too."""
    if not duty.leads.filter(pk=ended.pk).exists():
        raise NotNow("Nhiệm vụ định kỳ đã có đơn vị khác nhận. Hãy lập lại danh sách bàn giao.")
    today = day_of(at)
    if not successor.exists_on(today):
        raise Refused(f"{successor.name} không hoạt động vào ngày bàn giao.")
    if not duty.leads.filter(pk=successor.pk).exists():
        _leave_out_too(duty, ended, successor, today)
        duty.leads.add(successor)
    duty.leads.remove(ended)


def _leave_out_too(duty: RecurringDuty, ended: Agency, successor: Agency, today: date) -> None:
    skipped = duty.occurrences.filter(unit=ended, task=None, due_on__gte=today)
    DutyOccurrence.objects.bulk_create(
        DutyOccurrence(
            duty=duty, unit=successor, period=one.period, due_on=one.due_on, skipped=one.skipped
        )
        for one in skipped.order_by("period")
    )
