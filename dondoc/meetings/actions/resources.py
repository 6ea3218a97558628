"""What the Office keeps beside the meetings: series of them, rooms and vehicles."""

from datetime import datetime

from dondoc.agencies.models import Agency, Officer
from dondoc.meetings.flow import (
    office_of_resource,
    office_of_series,
    resource_flow,
    series_flow,
    the_office,
)
from dondoc.meetings.models import Resource, Series
from dondoc.workflow import Refused


@series_flow.start("Lập chuỗi cuộc họp", who=the_office)
def begin_series(
    committee: Agency, *, by: Officer, at: datetime, name: str, rhythm: str = ""
) -> Series:
    """Meetings that follow one another under one name."""
    _require_name(name)
    if Series.objects.filter(committee=committee, name=name.strip()).exists():
        raise Refused("Đã có chuỗi cuộc họp tên này. Hãy đặt tên khác.")
    return Series.objects.create(committee=committee, name=name.strip(), rhythm=rhythm.strip())


@series_flow.step("Sửa chuỗi cuộc họp", who=office_of_series, frm=None)
def rename_series(
    series: Series, *, by: Officer, at: datetime, name: str, rhythm: str = ""
) -> None:
    """Another name or rhythm; its meetings stay in it."""
    _require_name(name)
    twins = Series.objects.filter(committee=series.committee_id, name=name.strip())
    if twins.exclude(pk=series.pk).exists():
        raise Refused("Đã có chuỗi cuộc họp tên này. Hãy đặt tên khác.")
    series.name, series.rhythm = name.strip(), rhythm.strip()


@resource_flow.start("Thêm phòng họp, xe", who=the_office)
def add_resource(
    committee: Agency, *, by: Officer, at: datetime, kind: str, name: str, seats: int | None = None
) -> Resource:
    """A room or a vehicle the committee has."""
    _require_name(name)
    if Resource.objects.filter(committee=committee, kind=kind, name=name.strip()).exists():
        raise Refused("Đã có phòng họp hoặc xe tên này. Hãy đặt tên khác.")
    return Resource.objects.create(committee=committee, kind=kind, name=name.strip(), seats=seats)


@resource_flow.step("Sửa phòng họp, xe", who=office_of_resource, frm=None)
def change_resource(
    resource: Resource,
    *,
    by: Officer,
    at: datetime,
    name: str,
    seats: int | None = None,
    in_use: bool = True,
) -> None:
    """What is not in use any more is not offered; meetings held there still name it."""
    _require_name(name)
    twins = Resource.objects.filter(
        committee=resource.committee_id, kind=resource.kind, name=name.strip()
    )
    if twins.exclude(pk=resource.pk).exists():
        raise Refused("Đã có phòng họp hoặc xe tên này. Hãy đặt tên khác.")
    resource.name, resource.seats, resource.in_use = name.strip(), seats, in_use


def _require_name(name: str) -> None:
    if not name.strip():
        raise Refused("Hãy nhập tên.")
