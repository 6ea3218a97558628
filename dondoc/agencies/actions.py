"""What is done to the tree of bodies and its seats."""

import re
from datetime import date, datetime, timedelta

from dondoc.accounts.models import User
from dondoc.agencies.models import Agency, AgencyForm, Alias, Charge, Field, Officer, Role
from dondoc.agencies.models.agencies import COMMITTEES
from dondoc.agencies.roles import administrator_of, office_of
from dondoc.journal.models import Actor
from dondoc.rules.folding import fold
from dondoc.workflow import Flow, Refused

agency_flow = Flow("agency", "cơ quan, đơn vị")
officer_flow = Flow("officer", "người giữ chức vụ")


def _administers(by: Actor, agency: Agency | None) -> bool:
    """The administrator above, or the operator at the command line."""
    return by.actor_id is None or (agency is not None and administrator_of(by, agency))


@agency_flow.start("Thành lập", who=_administers)
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
    letters = "".join(word[0] for word in re.findall(r"\w+", proper or name)).upper()[:10] or "DV"
    taken = set(Agency.objects.filter(code__startswith=letters).values_list("code", flat=True))
    numbered = (f"{letters}{n}" for n in range(2, len(taken) + 3))
    return next(code for code in (letters, *numbered) if code not in taken)


def _administers_seat(by: Actor, officer: Officer) -> bool:
    return _administers(by, officer.agency)


@officer_flow.start("Bổ nhiệm, phân công", who=_administers)
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
    if role == Role.ADMINISTRATOR and isinstance(by, Officer) and by.user_id == user.pk:
        raise Refused("Không ai tự giao quyền quản trị cho chính mình.")
    return Officer.objects.create(
        agency=agency, user=user, role=role, title=title, from_on=from_on, until_on=until_on,
        authority=authority,
    )  # fmt: skip


def _keeps_names(by: Actor, agency: Agency) -> bool:
    return administrator_of(by, agency) or any(
        office_of(by, committee) for committee in (agency.committee_id, agency.parent_id)
    )


@agency_flow.step("Ghi nhớ tên gọi khác", who=_keeps_names, frm=None)
def keep_alias(agency: Agency, *, by: Officer, at: datetime, name: str) -> None:
    """The way a document wrote the name is remembered for the next reading."""
    Alias.objects.update_or_create(
        committee_id=by.committee_id, folded=fold(name), defaults={"agency": agency, "name": name}
    )


@agency_flow.step("Thêm lĩnh vực", who=_administers, frm=None)
def found_field(agency: Agency, *, by: Actor, at: datetime, name: str) -> Field:
    """A committee names a field of its work."""
    return Field.objects.create(committee=agency, name=name)


@officer_flow.step("Phân công phụ trách lĩnh vực", who=_administers_seat, frm=None)
def put_in_charge(
    officer: Officer, *, by: Actor, at: datetime, field: Field, from_on: date
) -> None:
    """A leader takes charge of a field from a day on; whoever had it before has it no longer."""
    last_day = from_on - timedelta(days=1)
    Charge.objects.filter(field=field, until_on=None).update(until_on=last_day)
    Charge.objects.create(officer=officer, field=field, from_on=from_on)
