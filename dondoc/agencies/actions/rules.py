"""What a committee's regulation sets, and the days it works."""

from datetime import date, datetime

from dondoc.agencies.actions.bodies import agency_flow
from dondoc.agencies.models import Agency, CalendarDay, CommitteeRules
from dondoc.agencies.roles import administers
from dondoc.journal.models import Actor
from dondoc.workflow import NotPermitted, Refused


@agency_flow.step("Đặt quy định", who=administers, frm=None)
def set_rules(agency: Agency, *, by: Actor, at: datetime, numbers: dict[str, int]) -> None:
    """The committee's own thresholds and customs, named as the fields of CommitteeRules."""
    if not agency.is_committee:
        raise Refused("Chỉ UBND mới có quy định riêng.")
    rules = CommitteeRules.of(agency)
    for name, number in numbers.items():
        setattr(rules, name, number)
    if rules.request_below < rules.criticise_below:
        raise Refused("Ngưỡng yêu cầu không thể thấp hơn ngưỡng phê bình.")
    if rules.approve_day < rules.register_day:
        raise Refused("Ngày duyệt chương trình không thể sớm hơn ngày hết hạn đăng ký.")
    rules.save()


@agency_flow.step("Thêm ngày nghỉ, ngày làm bù", who=administers, frm=None)
def add_day(
    agency: Agency,
    *,
    by: Actor,
    at: datetime,
    day: date,
    kind: str,
    name: str,
    source: str,
    national: bool = False,
    below: bool = False,
) -> CalendarDay:
    """A day off or a day worked in exchange: of the committee, of all below it, or of the nation.

    National days are kept by a top committee.
    """
    scope = _scope(agency, national)
    if CalendarDay.objects.filter(day=day, scope=scope).exists():
        raise Refused(f"Ngày {day:%d/%m/%Y} đã có trong lịch.")
    return CalendarDay.objects.create(
        day=day, kind=kind, name=name, source=source, scope=scope,
        reaches_below=below and not national,
    )  # fmt: skip


@agency_flow.step("Bỏ ngày nghỉ, ngày làm bù", who=administers, frm=None)
def remove_day(
    agency: Agency, *, by: Actor, at: datetime, day: date, national: bool = False
) -> None:
    """The day is again what the week makes it."""
    gone, _ = CalendarDay.objects.filter(day=day, scope=_scope(agency, national)).delete()
    if not gone:
        raise Refused(f"Ngày {day:%d/%m/%Y} không có trong lịch.")


def _scope(agency: Agency, national: bool) -> Agency | None:
    if not national:
        return agency
    if agency.parent_id is not None:
        raise NotPermitted("Lịch cả nước chỉ do quản trị của UBND cấp trên cùng cập nhật.")
    return None
