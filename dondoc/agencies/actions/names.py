"""The other names of a body, and the fields of work."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from dondoc.agencies.actions.bodies import agency_flow
from dondoc.agencies.models import Agency, Alias, Field, Officer
from dondoc.agencies.roles import administers, keeps_names
from dondoc.database.clock import day_of
from dondoc.journal.models import Actor
from dondoc.rules.folding import fold
from dondoc.rules.names.abbreviations import spell
from dondoc.workflow import Refused


@agency_flow.step("Ghi nhớ tên gọi khác", who=keeps_names, frm=None)
def keep_alias(agency: Agency, *, by: Officer, at: datetime, name: str) -> None:
    """How a document wrote the name is remembered for the next reading; the last choice wins."""
    _refuse_a_name_of_another(agency, name, by, day_of(at))
    meant = {"agency": agency, "name": name, "taught_by": by, "taught_at": at}
    Alias.objects.update_or_create(committee_id=by.committee_id, folded=fold(name), defaults=meant)


def _refuse_a_name_of_another(agency: Agency, name: str, by: Officer, today: date) -> None:
    """What a body is called means that body, whatever anybody chose."""
    said = spell(name)
    of_ours = Q(committee_id=by.committee_id) | Q(parent_id=by.committee_id)
    bodies = Agency.objects.existing_on(today).filter(of_ours).exclude(name=agency.name)
    for other in bodies.order_by("pk"):
        if not said.shortened and said.toned == spell(other.name).toned:
            raise Refused(
                f"“{name}” là tên của {other.name}, đang hoạt động: không thể ghi nhớ cho "
                f"{agency.name}. Hãy chọn đơn vị mà không ghi nhớ."
            )


@agency_flow.step("Bỏ tên gọi khác", who=keeps_names, frm=None)
def forget_alias(agency: Agency, *, by: Officer, at: datetime, name: str) -> None:
    """The committee's reading no longer takes that name for this body."""
    gone, _ = Alias.objects.filter(
        agency=agency, committee_id=by.committee_id, folded=fold(name)
    ).delete()
    if not gone:
        raise Refused("Tên gọi này không còn trong danh sách.")


@agency_flow.step("Thêm lĩnh vực", who=administers, frm=None)
def found_field(agency: Agency, *, by: Actor, at: datetime, name: str) -> Field:
    """A committee names a field of its work."""
    if Field.objects.filter(committee=agency, name=name).exists():
        raise Refused(f"Lĩnh vực “{name}” đã có.")
    return Field.objects.create(committee=agency, name=name)


@agency_flow.step("Xác định lĩnh vực", who=administers, frm=None)
def set_fields(agency: Agency, *, by: Actor, at: datetime, fields: Collection[Field]) -> None:
    """The fields of its committee in which the body works."""
    if any(field.committee_id != agency.committee_id for field in fields):
        raise Refused("Chỉ chọn lĩnh vực của UBND mà cơ quan trực thuộc.")
    agency.fields.set(fields)
