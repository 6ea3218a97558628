"""What is done to seats: taken, lent, given back, ended, put in charge of fields."""

from datetime import date, datetime, timedelta

from dondoc.accounts.models import User
from dondoc.agencies.models import Agency, Charge, Field, Kind, Officer, Role
from dondoc.agencies.roles import administers, administers_seat, ends_seat, lends_seat
from dondoc.database.clock import day_of
from dondoc.journal.models import Actor
from dondoc.workflow import Flow, NotPermitted, Refused

officer_flow = Flow("officer", "người giữ chức vụ")
ONE_DAY = timedelta(days=1)
OF_THE_OFFICE = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.CLERK)


@officer_flow.start("Bổ nhiệm, phân công", who=administers)
def appoint(
    agency: Agency,
    *,
    by: Actor,
    at: datetime,
    user: User,
    role: str,
    title: str,
    from_on: date,
    until_on: date | None = None,
    authority: str = "",
) -> Officer:
    """A person takes a seat in a body."""
    if by.user_id == user.pk:
        raise NotPermitted("Không ai tự giao chức vụ, quyền hạn cho chính mình.")
    _refuse_misplaced(agency, role)
    _refuse_dates(agency, from_on, until_on)
    held = Officer.objects.filter(user=user, agency=agency, role=role, delegated_by=None)
    if held.seated_on(from_on).exists():
        raise Refused(f"{user.name} đang giữ vai trò này tại {agency.name}.")
    return Officer.objects.create(
        agency=agency, user=user, role=role, title=title, from_on=from_on, until_on=until_on,
        authority=authority,
    )  # fmt: skip


def _refuse_misplaced(agency: Agency, role: str) -> None:
    """Roles that speak for a whole committee stand in it or in its Office, nowhere else."""
    if role == Role.LEADER and not agency.is_committee:
        raise Refused("Vai trò “Lãnh đạo UBND” chỉ có ở UBND; ở đơn vị hãy chọn “Lãnh đạo đơn vị”.")
    if role in OF_THE_OFFICE and not (agency.is_committee or agency.kind == Kind.OFFICE):
        raise Refused(f"Vai trò “{Role(role).label}” chỉ có ở UBND hoặc Văn phòng của UBND.")


def _refuse_dates(agency: Agency, from_on: date, until_on: date | None) -> None:
    if until_on is not None and until_on < from_on:
        raise Refused("Ngày kết thúc phải sau ngày bắt đầu.")
    if not agency.exists_on(from_on):
        raise Refused(f"{agency.name} không tồn tại vào ngày {from_on:%d/%m/%Y}.")


@officer_flow.step("Kết thúc chức vụ", who=ends_seat, frm=None)
def end_seat(officer: Officer, *, by: Actor, at: datetime, last_day: date) -> None:
    """The seat is held to the end of that day; what was lent from it and its charges end too."""
    if officer.until_on is not None and officer.until_on < last_day:
        raise Refused(f"Chức vụ này đã kết thúc ngày {officer.until_on:%d/%m/%Y}.")
    if last_day < officer.from_on - ONE_DAY:
        raise Refused("Ngày cuối cùng không thể trước ngày bắt đầu giữ chức vụ.")
    officer.until_on = last_day
    Charge.objects.filter(officer=officer, until_on=None).update(until_on=last_day)
    for lent in Officer.objects.filter(delegated_by=officer, until_on__gt=last_day):
        lent_until = max(last_day, lent.from_on - ONE_DAY)
        end_seat(lent, by=by, at=at, last_day=lent_until)


@officer_flow.start("Ủy quyền", who=lends_seat)
def delegate(
    officer: Officer, *, by: Actor, at: datetime, user: User, from_on: date, until_on: date
) -> Officer:
    """The seat is lent to another of the same committee, who acts "thay" its holder to a day."""
    _refuse_lending(officer, by, user)
    _refuse_dates(officer.agency, from_on, until_on)
    if from_on < day_of(at):
        raise Refused("Ủy quyền không có hiệu lực trở về trước.")
    if officer.until_on is not None and until_on > officer.until_on:
        raise Refused(f"Chức vụ này chỉ giữ đến hết ngày {officer.until_on:%d/%m/%Y}.")
    own = Officer.objects.filter(user=user, delegated_by=None).seated_on(from_on)
    if not own.filter(agency__committee=officer.agency.committee_id).exists():
        raise Refused(f"{user.name} không giữ chức vụ nào của cùng UBND vào ngày bắt đầu.")
    return Officer.objects.create(
        agency=officer.agency, user=user, role=officer.role, title=officer.title,
        authority=officer.authority, from_on=from_on, until_on=until_on, delegated_by=officer,
    )  # fmt: skip


def _refuse_lending(officer: Officer, by: Actor, user: User) -> None:
    if officer.delegated_by_id is not None:
        raise Refused("Chức vụ nhận ủy quyền không được ủy quyền tiếp.")
    if user.pk == officer.user_id:
        raise Refused("Người nhận ủy quyền phải là người khác.")
    if user.pk == by.user_id:
        raise NotPermitted("Không ai tự giao chức vụ, quyền hạn cho chính mình.")


@officer_flow.step("Phân công phụ trách lĩnh vực", who=administers_seat, frm=None)
def put_in_charge(
    officer: Officer, *, by: Actor, at: datetime, field: Field, from_on: date
) -> None:
    """A leader takes charge of a field from a day on; whoever had it before has it no longer."""
    if field.committee_id != officer.committee_id:
        raise Refused("Lĩnh vực này thuộc UBND khác.")
    last_day = from_on - ONE_DAY
    Charge.objects.filter(field=field, until_on=None).update(until_on=last_day)
    Charge.objects.create(officer=officer, field=field, from_on=from_on)
