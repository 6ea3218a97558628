"""A new meeting on one page: what, who, when, where, who comes, what must be ready."""

from datetime import date
from typing import Any

from django import forms

from dondoc.agencies.models import Agency, Field, Officer
from dondoc.agencies.roles import office_of
from dondoc.meetings.dossier import office_for
from dondoc.meetings.forms.choices import (
    AGENDA_HELP,
    Bodies,
    People,
    Things,
    Ticked,
    guests_of,
    heads_of,
    instant,
    leaders_of,
    offer,
    people_of,
    points_of,
    resources_of,
    units_of,
)
from dondoc.meetings.models import Preparation, Series
from dondoc.meetings.parts import Thing, Who
from dondoc.meetings.queries import in_charge_of
from dondoc.tasks.forms.base import HourInput, day, words
from dondoc.ui.forms import HouseForm

Kind = Preparation.Kind
OF_LEAD = (Kind.CONTENT, Kind.PAPERS, Kind.REPORT, Kind.APPROVAL)
OF_OFFICE = (Kind.INVITATION, Kind.ROOM, Kind.SCREEN, Kind.WATER, Kind.VEHICLE)
USUAL = (*OF_LEAD, *OF_OFFICE[:4])
NO_LEADER = "Lĩnh vực này chưa phân công lãnh đạo phụ trách. Hãy chọn lãnh đạo."


class SubjectFields(forms.Form):
    """What the meeting is about and who answers for it."""

    title = forms.CharField(
        label="Tên cuộc họp", max_length=300,
        error_messages={"required": "Hãy nhập tên cuộc họp."},
    )  # fmt: skip
    content = words("Nội dung", required=False, rows=4)
    field = forms.ModelChoiceField(
        Field.objects.none(), label="Lĩnh vực", required=False, empty_label="Không ghi"
    )
    leader = People(
        "Lãnh đạo phụ trách (duyệt nội dung)", required=False,
        empty_label="Theo phân công lĩnh vực",
    )  # fmt: skip
    chair = People("Chủ trì", empty_label="Chọn người chủ trì",
                   error_messages={"required": "Hãy chọn người chủ trì."})  # fmt: skip
    follower = People("Văn phòng theo dõi", required=False, empty_label="Không ghi")
    series = forms.ModelChoiceField(
        Series.objects.none(), label="Thuộc chuỗi họp", required=False, empty_label="Không",
        help_text="Cuộc họp mở đầu bằng việc còn lại của lần họp trước trong chuỗi.",
    )  # fmt: skip

    def offer_subject(self, committee: Agency, today: date) -> None:
        """The fields, leaders, series of the committee."""
        people = people_of(committee, today)
        offer(
            self,
            field=Field.objects.filter(committee=committee).order_by("name"),
            leader=leaders_of(committee, today),
            chair=heads_of(committee, today),
            follower=people.filter(agency=office_for(committee)),
            series=Series.objects.filter(committee=committee).order_by("name"),
        )

    def with_leader(self, today: date) -> None:
        """Where none was chosen, the leader in charge of the field; refused where there is none."""
        said = self.cleaned_data
        if said.get("leader") is None:
            said["leader"] = in_charge_of(said.get("field"), today)
        if said["leader"] is None:
            self.add_error("leader", NO_LEADER)


class TimeFields(forms.Form):
    """When and where."""

    day = day("Ngày họp")
    starts = forms.TimeField(
        label="Bắt đầu", widget=HourInput(), error_messages={"required": "Hãy chọn giờ họp."}
    )
    ends = forms.TimeField(label="Kết thúc", widget=HourInput(), required=False)
    room = Things("Phòng họp")
    place = forms.CharField(
        label="Địa điểm", required=False, max_length=200,
        help_text="Ghi khi họp ngoài trụ sở, hoặc để nói rõ thêm.",
    )  # fmt: skip
    vehicle = Things("Xe")

    def offer_places(self, committee: Agency, room: int | None, vehicle: int | None) -> None:
        """The rooms and vehicles of the committee."""
        rooms = resources_of(committee, "room", room)
        offer(self, room=rooms, vehicle=resources_of(committee, "vehicle", vehicle))

    def times(self) -> dict[str, Any]:
        """Day and hours as instants, with the place."""
        said = self.cleaned_data
        return {
            "starts_at": instant(said["day"], said["starts"]),
            "ends_at": instant(said["day"], said["ends"]),
            **{name: said[name] for name in ("room", "place", "vehicle")},
        }

    def clean_ends(self) -> Any:
        """The end stands after the beginning."""
        ends, starts = self.cleaned_data["ends"], self.cleaned_data.get("starts")
        if ends and starts and ends <= starts:
            raise forms.ValidationError("Giờ kết thúc phải sau giờ bắt đầu.")
        return ends


class WhoFields(forms.Form):
    """Who is asked: bodies, people, guests."""

    bodies = Ticked("Đơn vị dự")
    people = Ticked("Người dự")
    guests = words(
        "Khách mời, thành phần khác", required=False, rows=3,
        help_text="Mỗi dòng một người: tên, chức danh <địa chỉ thư> (không có thư thì bỏ trống).",
    )  # fmt: skip

    def offer_who(self, committee: Agency, today: date) -> None:
        """The bodies under the committee, leaders and heads."""
        offer(self, bodies=units_of(committee, today), people=heads_of(committee, today))

    def clean_guests(self) -> list[Who]:
        return guests_of(self.cleaned_data["guests"])

    def whom(self) -> list[Who]:
        """All who are asked."""
        said = self.cleaned_data
        bodies = [Who(agency=one) for one in said["bodies"]]
        return [*bodies, *(Who(officer=one) for one in said["people"]), *said["guests"]]


class PlanForm(WhoFields, TimeFields, SubjectFields, HouseForm):
    """Lập hồ sơ cuộc họp."""

    lead = Bodies("Đơn vị chủ trì tham mưu", empty_label="Chọn đơn vị")
    agenda = words("Chương trình họp", required=False, rows=4, help_text=AGENDA_HELP)
    kinds = forms.MultipleChoiceField(
        label="Việc cần chuẩn bị", choices=[(k.value, k.label.capitalize()) for k in
                                            (*OF_LEAD, *OF_OFFICE)],
        widget=forms.CheckboxSelectMultiple, required=False, initial=[k.value for k in USUAL],
    )  # fmt: skip
    others = words(
        "Điều kiện khác", required=False, rows=2, help_text="Mỗi dòng một việc, ví dụ: băng rôn."
    )

    def __init__(
        self, *args: Any, committee: Agency, officer: Officer, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.committee, self.officer, self.today = committee, officer, today
        self.offer_subject(committee, today)
        self.offer_places(committee, None, None)
        self.offer_who(committee, today)
        units = units_of(committee, today)
        own = office_of(officer, committee.pk)
        offer(self, lead=units if own else units.filter(pk=officer.agency_id))
        if not own:
            self.initial.setdefault("lead", officer.agency_id)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        self.with_leader(self.today)
        return said

    def said(self) -> dict[str, Any]:
        """The words of the form as the deed takes them."""
        said = self.cleaned_data
        kept = ("title", "content", "field", "leader", "chair", "follower", "series", "lead")
        return {
            **{name: said[name] for name in kept}, **self.times(), "things": self._things(),
            "participants": self.whom(), "agenda": points_of(said["agenda"]),
        }  # fmt: skip

    def _things(self) -> list[Thing]:
        said, house = self.cleaned_data, office_for(self.committee)
        kinds = [*said["kinds"], Kind.APPROVAL]  # always asked for, whatever was unticked
        kinds += [Kind.VEHICLE] if said["vehicle"] else []
        things = [
            Thing(kind, unit=said["lead"] if kind in OF_LEAD else house)
            for kind in (*OF_LEAD, *OF_OFFICE)
            if kind in kinds
        ]
        others = map(str.strip, said["others"].splitlines())
        return things + [Thing(Kind.OTHER, words[:200], unit=house) for words in others if words]
