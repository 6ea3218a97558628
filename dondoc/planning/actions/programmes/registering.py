"""Units register what they undertake: one by one or many at once; edited, withdrawn, sent."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from dondoc.agencies.models import Agency, Charge, Field, Officer
from dondoc.agencies.models.agencies import subtree_ids
from dondoc.database.clock import day_of
from dondoc.planning.models import Programme, ProgrammeItem, Registration
from dondoc.planning.programme_flow import (
    arranges,
    heads_unit,
    item_flow,
    registers_for,
    registrant,
    registration_flow,
    takes_part,
)
from dondoc.planning.queries import units_of
from dondoc.rules.folding import fold
from dondoc.tasks.actions.assigning import composed
from dondoc.workflow import NotNow, NotPermitted, Refused

State = ProgrammeItem.State
NOT_OPEN = (
    "Chương trình không còn nhận đăng ký. Hãy đề nghị Văn phòng trả về, hoặc sau khi "
    "duyệt thì đề nghị bổ sung."
)


@item_flow.start("Đăng ký nội dung", who=takes_part)
def register(
    programme: Programme,
    *,
    by: Officer,
    at: datetime,
    unit: Agency,
    content: str,
    due_on: date,
    product: str = "",
    person: Officer | None = None,
    coordinating: Sequence[Agency] = (),
    starts_on: date | None = None,
    focal: bool = False,
    field: Field | None = None,
    leader: Officer | None = None,
    part_of: ProgrammeItem | None = None,
) -> ProgrammeItem:
    """A unit undertakes something; after the day printed still possible, marked as late."""
    programme.refresh_from_db()
    if not programme.is_open:
        raise NotNow(NOT_OPEN)
    _require_own_unit(programme, by, at, unit)
    item = ProgrammeItem(
        programme=programme, unit=unit, registered_by=by, registered_at=at, part_of=part_of,
        place=next_place(programme),
    )  # fmt: skip
    put_words(
        item, at=at, content=content, due_on=due_on, product=product, person=person,
        starts_on=starts_on, focal=focal, field=field, leader=leader, coordinating=coordinating,
    )  # fmt: skip
    _refuse_a_double(item)
    if part_of is not None:
        _require_longer(programme, part_of)
    item.save()
    item.coordinating.set(others(coordinating, unit))
    return item


def next_place(programme: Programme) -> int:
    """Behind all that stand in the programme."""
    last: int = programme.items.aggregate(last=Max("place"))["last"] or 0
    return last + 1


def _require_own_unit(programme: Programme, by: Officer, at: datetime, unit: Agency) -> None:
    if not units_of(programme.committee, day_of(at)).filter(pk=unit.pk).exists():
        raise Refused(f"{unit.name} không phải đơn vị đăng ký chương trình này.")
    if not (arranges(by, programme) or registers_for(by, unit)):
        raise NotPermitted(f"Bạn không đăng ký thay cho {unit.name}.")


def put_words(
    item: ProgrammeItem, *, at: datetime, content: str, due_on: date, product: str,
    person: Officer | None, starts_on: date | None, focal: bool, field: Field | None,
    leader: Officer | None, coordinating: Sequence[Agency],
) -> None:  # fmt: skip
    """What is said of an item, where it makes sense; the leader follows from the field."""
    if not content.strip():
        raise Refused("Chưa có nội dung. Hãy nhập nội dung đăng ký.")
    if not item.programme.span.holds(due_on):
        raise Refused(
            f"Thời hạn {due_on:%d/%m/%Y} nằm ngoài {item.programme.label}. Hãy chọn ngày từ "
            f"{item.programme.from_on:%d/%m/%Y} đến {item.programme.to_on:%d/%m/%Y}."
        )
    if starts_on and starts_on > due_on:
        raise Refused("Ngày bắt đầu phải trước hoặc đúng thời hạn.")
    if person is not None and person.agency_id not in subtree_ids([item.unit]):
        raise Refused(f"{person.name} không thuộc {item.unit.name}. Hãy chọn người của đơn vị.")
    item.content, item.product = composed(content), composed(product)[:300]
    item.due_on, item.starts_on, item.person, item.focal = due_on, starts_on, person, focal
    item.field = field or item.field or only_field_of(item.unit)
    item.leader = leader or leader_in_charge(item.field, day_of(at))


def only_field_of(unit: Agency) -> Field | None:
    """The unit's field, where it has but one."""
    found = list(unit.fields.order_by("pk")[:2])
    return found[0] if len(found) == 1 else None


def leader_in_charge(field: Field | None, day: date) -> Officer | None:
    """The leader in charge of a field on the day."""
    if field is None:
        return None
    charges = Charge.objects.filter(field=field, from_on__lte=day).exclude(until_on__lt=day)
    found = charges.select_related("officer").order_by("-from_on", "-pk").first()
    return found.officer if found else None


def others(agencies: Sequence[Agency], unit: Agency) -> list[Agency]:
    """Those that coordinate: not the unit itself."""
    return [agency for agency in agencies if agency.pk != unit.pk]


def _refuse_a_double(item: ProgrammeItem) -> None:
    mine = item.programme.items.filter(unit=item.unit, state=State.REGISTERED)
    said = fold(item.content)
    if any(fold(words) == said for words in mine.values_list("content", flat=True)):
        raise Refused(f"Đơn vị đã đăng ký nội dung này: “{item.content[:80]}”.")


def _require_longer(programme: Programme, part_of: ProgrammeItem) -> None:
    whole = part_of.programme
    fits = whole.from_on <= programme.from_on and programme.to_on <= whole.to_on
    if whole.committee_id != programme.committee_id or whole.pk == programme.pk or not fits:
        raise Refused("Mục này không thuộc chương trình kỳ dài hơn của cùng UBND.")


def take_up(
    programme: Programme, *, by: Officer, at: datetime, unit: Agency, whole: ProgrammeItem
) -> ProgrammeItem:
    """What was undertaken for the year or quarter becomes an item of this shorter period."""
    due_on = min(max(whole.due_on, programme.from_on), programme.to_on)
    return register(
        programme, by=by, at=at, unit=unit, content=whole.content, product=whole.product,
        person=whole.person, coordinating=list(whole.coordinating.all()), due_on=due_on,
        focal=whole.focal, field=whole.field, leader=whole.leader, part_of=whole,
    )  # fmt: skip


def register_rows(
    programme: Programme, *, by: Officer, at: datetime, unit: Agency,
    rows: Sequence[dict[str, Any]],
) -> list[ProgrammeItem]:  # fmt: skip
    """Many at once, all or none; a refusal names its line."""
    done = []
    with transaction.atomic():
        for number, row in enumerate(rows, start=1):
            try:
                done.append(register(programme, by=by, at=at, unit=unit, **row))
            except Refused as refusal:
                if len(rows) > 1:
                    refusal.args = (f"Dòng {number}: {refusal}",)
                raise
    return done


@item_flow.step("Sửa nội dung đăng ký", who=registrant, frm=State.REGISTERED)
def edit_item(
    item: ProgrammeItem,
    *,
    by: Officer,
    at: datetime,
    content: str,
    due_on: date,
    product: str = "",
    person: Officer | None = None,
    coordinating: Sequence[Agency] = (),
    starts_on: date | None = None,
    focal: bool = False,
    field: Field | None = None,
    leader: Officer | None = None,
) -> None:
    """The unit or the Office puts it in other words, before the programme is locked."""
    require_unlocked(item, by)
    if field != item.field:
        item.field = field
    put_words(
        item, at=at, content=content, due_on=due_on, product=product, person=person,
        starts_on=starts_on, focal=focal, field=field, leader=leader, coordinating=coordinating,
    )  # fmt: skip
    item.coordinating.set(others(coordinating, item.unit))


def require_unlocked(item: ProgrammeItem, by: Officer) -> None:
    """Units work on it while it is open; what lies before the Chairman is his and stands still."""
    state = item.programme.state
    if state == Programme.State.OPEN:
        return
    if item.programme.is_locked:
        raise NotNow("Chương trình đã khóa. Hãy gửi đề nghị điều chỉnh, nêu lý do.")
    raise NotNow("Chương trình đang trình Chủ tịch. Văn phòng rút về rồi mới sửa được.")


@item_flow.step("Rút nội dung", who=registrant, frm=State.REGISTERED, to=State.WITHDRAWN)
def withdraw(item: ProgrammeItem, *, by: Officer, at: datetime) -> None:
    """The unit takes back what it registered; a leftover can only be left out by the Office."""
    require_unlocked(item, by)
    if item.carried_from_id is not None:
        raise Refused(
            "Việc chuyển tiếp không rút được. Hãy hoàn thành, hoặc nêu lý do để Văn phòng xem xét."
        )


@registration_flow.start("Gửi đăng ký", who=takes_part)
def complete_registration(
    programme: Programme, *, by: Officer, at: datetime, unit: Agency, nothing: bool = False,
    note: str = "",
) -> Registration:  # fmt: skip
    """The head of a unit says its registration is complete, or that the unit has nothing."""
    if not programme.is_open:
        raise NotNow(NOT_OPEN)
    _require_own_unit(programme, by, at, unit)
    if not (heads_unit(by, unit) or arranges(by, programme)):
        raise NotPermitted("Lãnh đạo đơn vị gửi đăng ký của đơn vị.")
    has_items = programme.items.filter(unit=unit, state=State.REGISTERED).exists()
    if nothing and has_items:
        raise Refused("Đơn vị đang có nội dung đăng ký. Hãy rút hết, hoặc gửi như thường.")
    if not nothing and not has_items:
        raise Refused("Chưa có nội dung nào. Hãy đăng ký, hoặc báo “không có nội dung”.")
    registration, _ = Registration.objects.update_or_create(
        programme=programme, unit=unit,
        defaults={"sent_by": by, "sent_at": at, "nothing": nothing, "note": note.strip()[:500]},
    )  # fmt: skip
    return registration
