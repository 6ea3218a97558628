"""What is done to the tree of bodies: each change dated, so that no past figure moves."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from dondoc.agencies.actions.seats import end_seat
from dondoc.agencies.models import Agency, AgencyForm, Officer, Succession
from dondoc.agencies.models.agencies import COMMITTEES
from dondoc.agencies.roles import administers
from dondoc.database.clock import day_of
from dondoc.journal.models import Actor
from dondoc.rules.folding import fold
from dondoc.rules.identifiers import is_identifier, is_old_identifier
from dondoc.workflow import Flow, NotPermitted, Refused

agency_flow = Flow("agency", "cơ quan, đơn vị")
ONE_DAY = timedelta(days=1)


@agency_flow.start("Thành lập", who=administers)
def establish(
    parent: Agency | None,
    *,
    by: Actor,
    at: datetime,
    name: str,
    kind: str,
    short_name: str = "",
    symbol: str = "",
    identifier: str = "",
    place: str = "",
    is_scored: bool = True,
    from_on: date = date(2000, 1, 1),
    basis: str = "",
) -> Agency:
    """A body comes into being under its parent, with its first dated form."""
    _check_identifiers(identifier, "")
    agency = Agency.objects.create(
        name=name,
        code=_free_code(name), short_name=short_name, symbol=symbol, kind=kind, parent=parent,
        identifier=identifier, place=place or (parent.place if parent else ""),
        is_scored=is_scored, from_on=from_on, path="",
    )  # fmt: skip
    agency.path = f"{parent.path if parent else '/'}{agency.pk}/"
    agency.committee = agency if kind in COMMITTEES else parent and parent.committee
    agency.save()
    AgencyForm.objects.create(
        agency=agency, name=name, short_name=short_name, kind=kind, parent=parent,
        path=agency.path, from_on=from_on, basis=basis,
    )  # fmt: skip
    return agency


PREFIXES = ("UBND", "thành phố", "tỉnh", "quận", "huyện", "thị xã", "xã", "phường", "đặc khu")


def _free_code(name: str) -> str:
    """The first letters of the name proper, with a number where another has them already."""
    proper = name
    for prefix in PREFIXES:
        proper = proper.removeprefix(prefix).strip()
    words = re.findall(r"\w+", fold(proper or name))  # typed and spoken without marks
    letters = "".join(word[0] for word in words).upper()[:10] or "DV"
    taken = set(Agency.objects.filter(code__startswith=letters).values_list("code", flat=True))
    numbered = (f"{letters}{n}" for n in range(2, len(taken) + 3))
    return next(code for code in (letters, *numbered) if code not in taken)


def _check_identifiers(identifier: str, old_identifier: str) -> None:
    if identifier and not is_identifier(identifier):
        raise Refused(
            "Mã định danh chưa đúng dạng QĐ 20/2020: tối đa 35 ký tự, các nhóm cách nhau bằng dấu "
            "chấm, nhóm đầu là một chữ A–Y và hai chữ số, ví dụ H17.1.5."
        )
    if old_identifier and not is_old_identifier(old_identifier):
        raise Refused("Mã định danh cũ chưa đúng dạng, ví dụ 000.00.00.H41.")


@agency_flow.step("Đổi tên", who=administers, frm=None)
def rename(
    agency: Agency,
    *,
    by: Actor,
    at: datetime,
    name: str,
    from_on: date,
    short_name: str = "",
    basis: str = "",
) -> None:
    """The same body goes by a new name from a day on; its past keeps the old one."""
    agency.name, agency.short_name = name, short_name
    _open_form(agency, from_on, basis, at)


@agency_flow.step("Sửa thông tin", who=administers, frm=None)
def describe(
    agency: Agency,
    *,
    by: Actor,
    at: datetime,
    symbol: str,
    identifier: str,
    old_identifier: str,
    place: str,
    is_scored: bool,
) -> None:
    """What else is known of the body: symbol of its documents, identifiers, place."""
    _check_identifiers(identifier, old_identifier)
    agency.symbol, agency.place, agency.is_scored = symbol, place, is_scored
    agency.identifier, agency.old_identifier = identifier, old_identifier


@agency_flow.step("Chuyển trực thuộc", who=administers, frm=None)
def move_under(
    agency: Agency, *, by: Actor, at: datetime, parent: Agency, from_on: date, basis: str = ""
) -> None:
    """The body and all below it come under another from a day on."""
    if not administers(by, parent):
        raise NotPermitted("Bạn không quản trị cơ quan tiếp nhận.")
    if parent.path.startswith(agency.path):
        raise Refused("Không thể đưa một cơ quan vào dưới chính nó hoặc đơn vị trực thuộc nó.")
    below = list(Agency.objects.under(agency).exclude(pk=agency.pk).order_by("path"))
    was, agency.parent = agency.path, parent
    agency.path = f"{parent.path}{agency.pk}/"
    outer = agency.committee_id
    if not agency.is_committee:
        agency.committee = parent.committee
    _open_form(agency, from_on, basis, at)
    for body in below:
        body.path = agency.path + body.path.removeprefix(was)
        if body.committee_id == outer and not agency.is_committee:
            body.committee = agency.committee
        body.save()
        _open_form(body, from_on, basis, at)


def _open_form(agency: Agency, from_on: date, basis: str, at: datetime) -> None:
    """The form in force ends the day before, the new one begins; one of that day is amended."""
    if from_on > day_of(at):
        raise Refused("Hãy ghi nhận khi quyết định đã có hiệu lực: ngày không sau hôm nay.")
    form = AgencyForm.objects.filter(agency=agency, until_on=None).order_by("-from_on").first()
    if form is None:
        raise Refused("Cơ quan đã kết thúc hoạt động, không thể thay đổi.")
    if from_on < form.from_on:
        raise Refused(f"Ngày hiệu lực phải sau lần thay đổi trước ({form.from_on:%d/%m/%Y}).")
    if from_on > form.from_on:
        form.until_on = from_on - ONE_DAY
        form.save()
        form = AgencyForm(agency=agency, from_on=from_on)
    form.name, form.short_name, form.kind = agency.name, agency.short_name, agency.kind
    form.parent, form.path, form.basis = agency.parent, agency.path, basis
    form.save()


@agency_flow.step("Kết thúc hoạt động", who=administers, frm=None)
def dissolve(
    agency: Agency,
    *,
    by: Actor,
    at: datetime,
    until_on: date,
    successors: Sequence[Agency] = (),
    basis: str = "",
) -> None:
    """The body ends with that day; its seats end with it, its successors take over the next."""
    _refuse_dissolving(agency, until_on, successors)
    agency.until_on = until_on
    AgencyForm.objects.filter(agency=agency, until_on=None).update(until_on=until_on)
    _succeed(agency, until_on + ONE_DAY, successors, basis)
    for seat in Officer.objects.filter(agency=agency).seated_on(until_on + ONE_DAY):
        end_seat(seat, by=by, at=at, last_day=max(until_on, seat.from_on))


def _refuse_dissolving(agency: Agency, until_on: date, successors: Sequence[Agency]) -> None:
    after = until_on + ONE_DAY
    if agency.until_on is not None:
        raise Refused(f"Cơ quan đã kết thúc hoạt động ngày {agency.until_on:%d/%m/%Y}.")
    if until_on < agency.from_on:
        raise Refused("Ngày kết thúc phải sau ngày thành lập.")
    left = Agency.objects.filter(parent=agency).existing_on(after).count()
    if left:
        raise Refused(f"Còn {left} đơn vị trực thuộc: hãy chuyển hoặc kết thúc chúng trước.")
    _refuse_successors(agency, after, successors)


def _refuse_successors(agency: Agency, after: date, successors: Sequence[Agency]) -> None:
    for successor in successors:
        if successor.pk == agency.pk or not successor.exists_on(after):
            raise Refused(
                f"{successor.name} không tồn tại ngày {after:%d/%m/%Y}, không thể kế thừa."
            )


def _succeed(agency: Agency, on: date, successors: Sequence[Agency], basis: str) -> None:
    for successor in successors:
        Succession.objects.create(ended=agency, successor=successor, on=on, basis=basis)


@agency_flow.step("Ghi nhận cơ quan kế thừa", who=administers, frm=None)
def name_successors(
    agency: Agency, *, by: Actor, at: datetime, successors: Sequence[Agency], basis: str = ""
) -> None:
    """Who took over from a body that ended, where that was not said or said wrongly then."""
    if agency.until_on is None:
        raise Refused("Cơ quan còn hoạt động: cơ quan kế thừa được chọn khi kết thúc hoạt động.")
    after = agency.until_on + ONE_DAY
    _refuse_successors(agency, after, successors)
    Succession.objects.filter(ended=agency).delete()
    _succeed(agency, after, successors, basis)
