"""After the lock: asked with a reason, decided by the Chairman; the task follows in one deed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.planning.actions.programmes.deciding import task_of
from dondoc.planning.actions.programmes.registering import next_place, put_words
from dondoc.planning.actions.programmes.versions import keep_version
from dondoc.planning.models import ChangeRequest, Programme, ProgrammeItem
from dondoc.planning.programme_flow import (
    arranges,
    asks_change_of,
    change_flow,
    decides_change,
    registers_for,
    takes_part,
)
from dondoc.planning.queries import units_of
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models.tasks import OPEN
from dondoc.workflow import NotNow, NotPermitted, Refused

Kind, State = ChangeRequest.Kind, ChangeRequest.State
Item = ProgrammeItem.State


@change_flow.start("Đề nghị chuyển kỳ, đổi thời hạn", who=asks_change_of)
def ask_move(
    item: ProgrammeItem, *, by: Officer, at: datetime, due_on: date, reason: str
) -> ChangeRequest:
    """Another day, in this period or a later one."""
    _require_changeable(item, reason)
    if due_on == item.due_on:
        raise Refused("Thời hạn mới trùng thời hạn hiện tại. Hãy chọn ngày khác.")
    if due_on < item.programme.from_on:
        raise Refused("Thời hạn mới không được trước kỳ của chương trình.")
    if due_on < day_of(at):
        raise Refused("Thời hạn mới đã qua. Hãy chọn ngày từ hôm nay.")
    return _asked(item, Kind.MOVE, by, at, reason, due_on=due_on)


@change_flow.start("Đề nghị đưa ra khỏi chương trình", who=asks_change_of)
def ask_drop(item: ProgrammeItem, *, by: Officer, at: datetime, reason: str) -> ChangeRequest:
    """The item is to be given up."""
    _require_changeable(item, reason)
    return _asked(item, Kind.DROP, by, at, reason)


def _require_changeable(item: ProgrammeItem, reason: str) -> None:
    item.refresh_from_db()
    if not item.programme.is_locked:
        raise NotNow("Chương trình chưa khóa: hãy sửa hoặc rút nội dung đăng ký.")
    if item.state != Item.APPROVED or (item.task and item.task.state not in OPEN):
        raise NotNow("Nội dung này đã xong hoặc không còn trong chương trình.")
    if not reason.strip():
        raise Refused("Hãy nêu lý do đề nghị điều chỉnh.")
    if item.changes.filter(state=State.ASKED).exists():
        raise NotNow("Đã có một đề nghị đang chờ quyết định cho nội dung này.")


def _asked(
    item: ProgrammeItem, kind: str, by: Officer, at: datetime, reason: str, **facts: Any
) -> ChangeRequest:
    return ChangeRequest.objects.create(
        programme=item.programme, item=item, unit=item.unit, kind=kind, asked_by=by, asked_at=at,
        reason=reason.strip(), **facts,
    )  # fmt: skip


@change_flow.start("Đề nghị bổ sung", who=takes_part)
def ask_addition(
    programme: Programme,
    *,
    by: Officer,
    at: datetime,
    unit: Agency,
    content: str,
    due_on: date,
    reason: str,
    product: str = "",
    person: Officer | None = None,
    coordinating: Sequence[Agency] = (),
    focal: bool = False,
) -> ChangeRequest:
    """Something new, after the programme was locked."""
    if not programme.is_locked:
        raise NotNow("Chương trình chưa khóa: hãy đăng ký nội dung như thường.")
    if not units_of(programme.committee, day_of(at)).filter(pk=unit.pk).exists():
        raise Refused(f"{unit.name} không phải đơn vị của chương trình này.")
    if not (arranges(by, programme) or registers_for(by, unit)):
        raise NotPermitted(f"Bạn không đề nghị thay cho {unit.name}.")
    if not reason.strip():
        raise Refused("Hãy nêu lý do đề nghị bổ sung.")
    probe = ProgrammeItem(programme=programme, unit=unit)
    put_words(
        probe, at=at, content=content, due_on=due_on, product=product, person=person,
        starts_on=None, focal=focal, field=None, leader=None, coordinating=coordinating,
    )  # fmt: skip
    wanted = {
        "content": probe.content, "product": probe.product, "focal": focal,
        "person": person.pk if person else None, "coordinating": [one.pk for one in coordinating],
    }  # fmt: skip
    return ChangeRequest.objects.create(
        programme=programme, unit=unit, kind=Kind.ADD, asked_by=by, asked_at=at,
        reason=reason.strip(), due_on=due_on, wanted=wanted,
    )  # fmt: skip


@change_flow.step("Đồng ý điều chỉnh", who=decides_change, frm=State.ASKED, to=State.GRANTED)
def grant_change(change: ChangeRequest, *, by: Officer, at: datetime, answer: str = "") -> None:
    """The programme changes as asked, its task with it, and the version is kept."""
    change.answer, change.decided_by, change.decided_at = answer.strip(), by, at
    change.state = State.GRANTED
    change.save()  # the database lets an item of a locked programme change by this alone
    GRANTED[Kind(change.kind)](change, by, at)
    keep_version(change.programme, at, f"Điều chỉnh: {change.get_kind_display()}", change)


def _move(change: ChangeRequest, by: Officer, at: datetime) -> None:
    item = _still_open(change)
    assert change.due_on is not None
    later = change.due_on > item.programme.to_on
    item.due_on, item.reason = change.due_on, change.reason[:500]
    item.state = Item.MOVED if later else Item.APPROVED
    item.save()
    if item.task is not None:
        due = Due(change.due_on, rule="điều chỉnh chương trình công tác")
        tasks.change_deadline(item.task, by=by, at=at, due=due, reason=change.reason)


def _drop(change: ChangeRequest, by: Officer, at: datetime) -> None:
    item = _still_open(change)
    item.state, item.reason = Item.DROPPED, change.reason[:500]
    item.save()
    if item.task is not None:
        tasks.recall(item.task, by=by, at=at, reason=change.reason)


def _still_open(change: ChangeRequest) -> ProgrammeItem:
    item = change.item
    assert item is not None
    item.refresh_from_db()
    if item.state != Item.APPROVED or (item.task and item.task.state not in OPEN):
        raise NotNow("Nội dung này đã xong hoặc không còn trong chương trình. Hãy từ chối đề nghị.")
    return item


def _add(change: ChangeRequest, by: Officer, at: datetime) -> None:
    wanted, programme = change.wanted, change.programme
    assert change.due_on is not None
    item = ProgrammeItem(
        programme=programme, unit=change.unit, state=Item.APPROVED, registered_by=change.asked_by,
        registered_at=change.asked_at, added_at=at, place=next_place(programme),
        reason=change.reason[:500],
    )  # fmt: skip
    coordinating = list(Agency.objects.filter(pk__in=wanted["coordinating"]))
    put_words(
        item, at=at, content=wanted["content"], due_on=change.due_on, product=wanted["product"],
        person=Officer.objects.filter(pk=wanted["person"]).first(), starts_on=None,
        focal=wanted["focal"], field=None, leader=None, coordinating=coordinating,
    )  # fmt: skip
    item.save()
    item.coordinating.set(coordinating)
    item.task = task_of(item, by, at)
    item.save()
    change.item = item


GRANTED = {Kind.MOVE: _move, Kind.DROP: _drop, Kind.ADD: _add}


@change_flow.step("Không đồng ý điều chỉnh", who=decides_change, frm=State.ASKED, to=State.REFUSED)
def refuse_change(change: ChangeRequest, *, by: Officer, at: datetime, answer: str) -> None:
    """The programme stands; the unit is told why."""
    if not answer.strip():
        raise Refused("Hãy nêu lý do không đồng ý.")
    change.answer, change.decided_by, change.decided_at = answer.strip(), by, at
