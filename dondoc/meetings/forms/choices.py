"""The rows that forms about meetings offer: bodies, people, rooms, vehicles of a committee."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q

from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.agencies.models.agencies import AgencyQuerySet
from dondoc.agencies.models.officers import OfficerQuerySet
from dondoc.agencies.roles import READERS
from dondoc.database.clock import VIET_NAM
from dondoc.meetings.models import AgendaItem, Resource
from dondoc.meetings.parts import Point, Who

_POINT = re.compile(r"^(\d{1,2})[:h](\d{2})?\s*(.*)$")
_GUEST = re.compile(
    r"^(.*?)(?:[<(]\s*([^<>()\s]+@[^<>()\s]+)\s*[>)]|\s([^\s@<>()]+@[^\s<>()]+))?\s*$"
)
AGENDA_HELP = (
    "Mỗi dòng một mục: giờ, nội dung | người trình bày | số phút. "
    "Ví dụ: 08:00 Báo cáo kết quả | Trưởng phòng | 15"
)


class Bodies(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """One body by its name."""

    def __init__(self, label: str, **about: Any) -> None:
        super().__init__(Agency.objects.none(), label=label, **about)


class People(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """One person by name and title."""

    def __init__(self, label: str, **about: Any) -> None:
        super().__init__(Officer.objects.none(), label=label, **about)

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {obj.title}, {obj.agency.short_name or obj.agency.name}"


class Ticked(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Several rows, ticked."""

    def __init__(self, label: str, **about: Any) -> None:
        super().__init__(
            Agency.objects.none(), label=label, required=False,
            widget=forms.CheckboxSelectMultiple, **about,
        )  # fmt: skip

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {obj.title}" if isinstance(obj, Officer) else str(obj)


class Things(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """A room or a vehicle, or none."""

    def __init__(self, label: str) -> None:
        super().__init__(
            Resource.objects.none(), label=label, required=False, empty_label="Không dùng"
        )

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.seats} chỗ)" if obj.seats else str(obj)


def offer(form: forms.Form, **choices: Any) -> None:
    """Gives each named field the rows it may choose from."""
    for name, rows in choices.items():
        if (field := form.fields.get(name)) is not None:
            field.queryset = rows  # type: ignore[attr-defined]


def units_of(committee: Agency, today: date) -> AgencyQuerySet:
    """The bodies directly under the committee, its Office and partners among them."""
    return Agency.objects.existing_on(today).filter(parent=committee).order_by("name", "pk")


def people_of(committee: Agency, today: date) -> OfficerQuerySet:
    """Everybody seated in the committee, its Office and its units, leaders first."""
    seats = Officer.objects.seated_on(today).exclude(role__in=READERS)
    near = Q(agency=committee) | Q(agency__parent=committee, agency__committee=committee)
    near |= Q(agency__parent=committee, agency__kind=Kind.PARTNER)
    named = seats.filter(near).select_related("user", "agency", "delegated_by__user")
    return named.order_by("agency__path", "user__name", "pk")


def leaders_of(committee: Agency, today: date) -> OfficerQuerySet:
    """The leaders of the committee."""
    return people_of(committee, today).filter(role=Role.LEADER)


def heads_of(committee: Agency, today: date) -> OfficerQuerySet:
    """Those who are asked by name: leaders and heads."""
    asked = (Role.LEADER, Role.OFFICE_HEAD, Role.UNIT_HEAD)
    return people_of(committee, today).filter(role__in=asked)


def resources_of(committee: Agency, kind: str, chosen: int | None = None) -> Any:
    """Those in use, and the one that is chosen already."""
    rows = Resource.objects.filter(committee=committee, kind=kind)
    return rows.filter(Q(in_use=True) | Q(pk=chosen or 0)).order_by("name")


def instant(day: date, hour: time | None) -> datetime | None:
    """Day and hour in Việt Nam as an instant."""
    return datetime.combine(day, hour, VIET_NAM) if hour else None


def points_of(text: str) -> list[Point]:
    """The lines of an agenda; what is not understood stays as content."""
    return [_point(line) for line in map(str.strip, text.splitlines()) if line]


def _point(line: str) -> Point:
    starts, words = None, line
    if (found := _POINT.match(line)) and int(found[1]) < 24 and int(found[2] or 0) < 60:
        starts, words = time(int(found[1]), int(found[2] or 0)), found[3].lstrip("-–: ")
    content, _, rest = words.partition("|")
    presenter, _, minutes = rest.partition("|")
    digits = re.sub(r"\D", "", minutes)[:3]
    return Point(
        content.strip()[:500] or line, starts, int(digits) if digits else None,
        presenter.strip()[:200],
    )  # fmt: skip


def lines_of(agenda: Iterable[AgendaItem]) -> str:
    """An agenda as it was typed, to be typed on."""
    return "\n".join(_line(point) for point in agenda)


def _line(point: AgendaItem) -> str:
    hour = f"{point.starts:%H:%M} " if point.starts else ""
    tail = [point.presenter, str(point.minutes or "")]
    while tail and not tail[-1]:
        tail.pop()
    return " | ".join([f"{hour}{point.content}", *tail])


def guests_of(text: str) -> list[Who]:
    """One guest to a line, "Tên <thư điện tử>"; a wrong address is said."""
    found = []
    for line in map(str.strip, text.splitlines()):
        if not line:
            continue
        match = _GUEST.match(line)
        name, email = (match[1] or "", match[2] or match[3] or "") if match else (line, "")
        if "@" in line:
            try:
                validate_email(email)
            except ValidationError as error:
                words = f"Địa chỉ thư không đúng ở dòng “{line}”."
                raise ValidationError(words) from error
        found.append(Who(name=(name.strip(" ,;-") or email)[:200], email=email))
    return found
