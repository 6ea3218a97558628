"""What is asked for the week: an entry with its people and things, a reason, another day."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.models.officers import OfficerQuerySet
from dondoc.agencies.roles import OFFICE, READERS
from dondoc.database.clock import day_of
from dondoc.meetings.models import Resource
from dondoc.planning.models import OutsideEvent, ProgrammeItem, WeekEntry
from dondoc.planning.week_facts import PEOPLE, TIME, facts_now
from dondoc.tasks.forms.base import HourInput, day, words
from dondoc.tasks.forms.giving import OfficerChoice, may_support, set_choices
from dondoc.ui.forms import HouseForm

Session = WeekEntry.Session
BY_DOSSIER = (*TIME, "content", "place", "room", "vehicle", *PEOPLE)
"""What a meeting's own dossier says, and the week only copies."""


def an_hour(label: str, **about: Any) -> forms.TimeField:
    """An hour of the day, which may be left open."""
    return forms.TimeField(label=label, required=False, widget=HourInput(), **about)


class People(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Persons in seats, ticked."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: str) -> None:
        super().__init__(Officer.objects.none(), label=label, required=False)

    def label_from_instance(self, obj: Any) -> str:
        """By name and title; the body only where it says more."""
        return f"{obj.user.name}, {obj.title}" + (
            "" if obj.agency.is_committee else f" ({obj.agency.short_name or obj.agency.name})"
        )


class Bodies(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Bodies, ticked."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: str) -> None:
        super().__init__(Agency.objects.none(), label=label, required=False)


def thing(label: str, empty: str) -> Any:
    """A room or a vehicle of the committee."""
    return forms.ModelChoiceField(
        Resource.objects.none(), label=label, required=False, empty_label=empty
    )


class EntryForm(HouseForm):
    """An entry of the week."""

    on = day("Ngày")
    session = forms.ChoiceField(label="Buổi", choices=Session.choices, initial=Session.MORNING)
    starts_at = an_hour("Từ giờ")
    ends_at = an_hour("Đến giờ", help_text="Không ghi: tính khoảng 90 phút.")
    repeats = forms.BooleanField(
        label="Tất cả các ngày làm việc trong tuần, kể từ ngày này", required=False
    )
    content = words("Nội dung", rows=3)
    chairs = People("Chủ trì")
    attends = People("Lãnh đạo dự")
    bodies = Bodies("Đơn vị tham dự")
    persons = People("Cá nhân tham dự")
    others = forms.CharField(
        label="Thành phần khác", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}), help_text="Cách nhau bằng dấu chấm phẩy.",
    )  # fmt: skip
    room = thing("Phòng họp", "Không dùng phòng họp")
    place = forms.CharField(label="Địa điểm khác", required=False, max_length=200)
    vehicle = thing("Xe", "Không dùng xe")
    preparing = forms.ModelChoiceField(
        Agency.objects.none(), label="Giao chuẩn bị", required=False, empty_label="Không giao"
    )
    follower = OfficerChoice("Văn phòng theo dõi", required=False, empty_label="Chưa phân công")
    invites = forms.ChoiceField(
        label="Thư mời", choices=WeekEntry.Invites.choices, initial=WeekEntry.Invites.SCHEDULE
    )
    item = forms.ModelChoiceField(
        ProgrammeItem.objects.none(), label="Nội dung chương trình công tác", required=False,
        empty_label="Không gắn",
    )  # fmt: skip
    note = forms.CharField(label="Ghi chú", required=False, max_length=300)
    reason = words("Lý do thay đổi", required=False, rows=2)

    def __init__(
        self,
        *args: Any,
        committee: Agency,
        at: datetime,
        entry: WeekEntry | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.committee, self.entry = committee, entry
        today = day_of(at)
        self._offer(today)
        if entry is None or not entry.told:
            del self.fields["reason"]
        else:
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = (
                "Lịch đã ban hành: hãy nêu lý do thay đổi."
            )
        if entry is not None:
            self.initial = {**_as_typed(facts_now(entry)), **self.initial}
            if entry.meeting_id:
                for name in self._by_dossier():
                    self.fields[name].disabled = True

    def _by_dossier(self) -> tuple[str, ...]:
        """Once the meeting's own invitation has gone out, the schedule is none."""
        assert self.entry is not None
        invited = self.entry.meeting is not None and self.entry.meeting.is_invited
        return (*BY_DOSSIER, "invites") if invited else BY_DOSSIER

    def _offer(self, today: date) -> None:
        committee = self.committee
        seats = Officer.objects.seated_on(today).select_related("user", "agency", "delegated_by")
        leaders = seats.filter(agency=committee, role=Role.LEADER).order_by("pk")
        things = Resource.objects.filter(committee=committee, in_use=True).order_by("name")
        bodies = may_support(committee, today)
        set_choices(
            self,
            chairs=leaders,
            attends=leaders,
            bodies=bodies,
            persons=_people(seats, committee),
            preparing=bodies,
            item=_items(committee, today, self.entry),
            follower=seats.filter(agency__committee=committee, role__in=OFFICE).order_by("pk"),
            room=things.filter(kind=Resource.Kind.ROOM),
            vehicle=things.filter(kind=Resource.Kind.VEHICLE),
        )
        if self.entry is not None:  # who was named keeps his place though he left his seat
            self._keep_named()

    def _keep_named(self) -> None:
        assert self.entry is not None
        now = facts_now(self.entry)
        for name in ("chairs", "attends", "persons"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelMultipleChoiceField)
            kept = Officer.objects.filter(pk__in=[one.pk for one in now[name]])
            both = Officer.objects.filter(
                Q(pk__in=kept.values("pk")) | Q(pk__in=field.queryset.values("pk"))  # type: ignore[union-attr]
            )
            field.queryset = both.select_related("user", "agency", "delegated_by").order_by("pk")

    def facts(self) -> dict[str, Any]:
        """The words of the form as the actions take them."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "reason"}
        for name in ("chairs", "attends", "bodies", "persons"):
            said[name] = list(said.get(name) or ())
        if self.entry is not None and self.entry.meeting_id:
            now = facts_now(self.entry)
            said.update({name: now[name] for name in BY_DOSSIER})
        return said

    def clean(self) -> dict[str, Any]:
        """An end needs a beginning before it."""
        said = super().clean() or self.cleaned_data
        starts, ends = said.get("starts_at"), said.get("ends_at")
        if ends and (starts is None or ends <= starts) and "ends_at" not in self.errors:
            self.add_error("ends_at", "Giờ kết thúc phải sau giờ bắt đầu.")
        return said


def _items(committee: Agency, today: date, entry: WeekEntry | None) -> "QuerySet[ProgrammeItem]":
    """What is approved in the programmes that run today or later, and what is linked already."""
    running = Q(programme__committee=committee, state=ProgrammeItem.State.APPROVED)
    running &= Q(programme__to_on__gte=today)
    kept = Q(pk=entry.item_id) if entry is not None and entry.item_id else Q(pk=None)
    items = ProgrammeItem.objects.filter(running | kept).select_related("unit", "programme")
    return items.order_by("due_on", "pk")


def _people(seats: OfficerQuerySet, committee: Agency) -> OfficerQuerySet:
    """Those of the committee's own bodies: leaders stand in fields of their own."""
    own = Q(agency__parent=committee) | Q(agency=committee)
    return seats.filter(own).exclude(role__in=(Role.LEADER, *READERS)).order_by("agency", "pk")


def _as_typed(facts: dict[str, Any]) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for name, value in facts.items():
        if isinstance(value, list):
            typed[name] = [one.pk for one in value]
        else:
            typed[name] = getattr(value, "pk", value)
    return typed


class ReasonForm(HouseForm):
    """Why an entry is left out, put off or cancelled, or a week sent back."""

    reason = words("Lý do", rows=2)


class PostponeForm(ReasonForm):
    """Why, and the new day where it is known; it lies in another week."""

    on = day("Chuyển sang ngày", required=False, help_text="Để trống khi chưa định ngày mới.")
    starts_at = an_hour("Từ giờ")
    ends_at = an_hour("Đến giờ")

    def moved(self) -> dict[str, Any] | None:
        """The new time, where one was given."""
        said = self.cleaned_data
        if said["on"] is None:
            return None
        hours = {name: said[name] for name in ("starts_at", "ends_at") if said["starts_at"]}
        return {"on": said["on"], **hours}


class PublishForm(HouseForm):
    """Over whose signature the week goes out."""

    by_order = forms.TypedChoiceField(
        label="Ký ban hành", coerce=lambda value: value == "office", initial="leader",
        choices=(("leader", "Tôi ký"), ("office", "TL. Chủ tịch, Chánh Văn phòng ký")),
        widget=forms.RadioSelect,
    )  # fmt: skip


class OutsideForm(HouseForm):
    """An event of the Party Committee, the Council or a body above."""

    body = forms.ChoiceField(label="Cơ quan", choices=OutsideEvent.Body.choices)
    on = day("Ngày")
    session = forms.ChoiceField(label="Buổi", choices=Session.choices, initial=Session.MORNING)
    starts_at = an_hour("Từ giờ")
    ends_at = an_hour("Đến giờ")
    content = forms.CharField(
        label="Nội dung", max_length=500, error_messages={"required": "Hãy nhập nội dung."}
    )
    place = forms.CharField(label="Địa điểm", required=False, max_length=200)
    officers = People("Lãnh đạo UBND dự")

    def __init__(self, *args: Any, committee: Agency, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = Officer.objects.seated_on(day_of(at)).filter(agency=committee, role=Role.LEADER)
        set_choices(self, officers=seats.select_related("user", "agency").order_by("pk"))

    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        return {**self.cleaned_data, "officers": list(self.cleaned_data["officers"])}


LARGEST = 2_000_000
"""Bytes of a calendar file: years of a busy body."""


class ImportForm(HouseForm):
    """A calendar file of another body, or its text pasted."""

    body = forms.ChoiceField(label="Cơ quan", choices=OutsideEvent.Body.choices)
    file = forms.FileField(label="Tệp lịch (.ics)", required=False)
    text = forms.CharField(
        label="Hoặc dán nội dung tệp", required=False, max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )  # fmt: skip
    officers = People("Lãnh đạo UBND dự các sự kiện này")

    def __init__(self, *args: Any, committee: Agency, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = Officer.objects.seated_on(day_of(at)).filter(agency=committee, role=Role.LEADER)
        set_choices(self, officers=seats.select_related("user", "agency").order_by("pk"))

    def content(self) -> bytes:
        """The calendar, from the file or the pasted text."""
        upload: UploadedFile[bytes] | None = self.cleaned_data["file"]
        return upload.read() if upload else str(self.cleaned_data["text"]).encode()

    def clean(self) -> dict[str, Any]:
        """One of the two is needed, and no mountain of bytes."""
        said = super().clean() or self.cleaned_data
        upload = said.get("file")
        if not upload and not (said.get("text") or "").strip() and not self.errors:
            self.add_error("file", "Hãy chọn tệp .ics hoặc dán nội dung tệp.")
        if upload and (upload.size or 0) > LARGEST:
            self.add_error("file", "Tệp lịch quá lớn (tối đa 2 MB).")
        return said
