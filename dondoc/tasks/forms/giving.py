"""What is asked of whoever gives work: a new task, a part passed down, another unit, new words."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q

from dondoc.agencies.models import Agency, Field, Kind, Officer, Role
from dondoc.agencies.models.agencies import AgencyQuerySet
from dondoc.agencies.models.officers import OfficerQuerySet
from dondoc.agencies.roles import OFFICE, READERS
from dondoc.documents.models import Urgency
from dondoc.tasks.actions.assigning import Source
from dondoc.tasks.forms.base import MoveForm, words
from dondoc.tasks.forms.due import DueFields
from dondoc.ui.forms import HouseForm

NO_UNIT = {
    "required": "Hãy chọn đơn vị.",
    "invalid_choice": "Đơn vị này không nằm trong các đơn vị được giao từ đây.",
}


class AgencyChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """A body, chosen by its name."""

    def __init__(self, label: str, **about: Any) -> None:
        about.setdefault("error_messages", NO_UNIT)
        super().__init__(Agency.objects.none(), label=label, empty_label="Chọn đơn vị", **about)


class SupportingChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """The coordinating bodies, ticked."""

    def __init__(self) -> None:
        super().__init__(
            Agency.objects.none(), label="Đơn vị phối hợp", required=False,
            widget=forms.CheckboxSelectMultiple, error_messages=NO_UNIT,
        )  # fmt: skip


class OfficerChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """A person in a seat, by name and title."""

    def __init__(self, label: str, **about: Any) -> None:
        super().__init__(Officer.objects.none(), label=label, **about)


def units_under(issuer: Agency, today: date) -> AgencyQuerySet:
    """The bodies to which this one gives tasks today."""
    standing = Agency.objects.existing_on(today)
    if issuer.is_committee:
        return standing.units_of(issuer).order_by("name", "pk")
    return bodies_below(issuer, today)


def bodies_below(agency: Agency, today: date) -> AgencyQuerySet:
    """All bodies below this one that exist today, nearest first."""
    below = Agency.objects.existing_on(today).under(agency).exclude(pk=agency.pk)
    return below.order_by("path", "pk")


def may_support(issuer: Agency, today: date) -> AgencyQuerySet:
    """The bodies that may coordinate: those directly under the issuer, partners among them."""
    return Agency.objects.existing_on(today).filter(parent=issuer).order_by("name", "pk")


def people_of(agency: Agency, today: date) -> OfficerQuerySet:
    """Those seated in the body today, or in the Office of the committee it is."""
    seats = Officer.objects.seated_on(today).exclude(role__in=READERS)
    where = Q(agency=agency)
    if agency.is_committee:
        where |= Q(agency__parent=agency, agency__kind=Kind.OFFICE)
    named = seats.filter(where).select_related("user", "agency", "delegated_by__user")
    return named.order_by("user__name", "pk")


def set_choices(form: forms.Form, **choices: Any) -> None:
    """Gives each named field the rows it may choose from."""
    for name, rows in choices.items():
        field = form.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows


class PassDownForm(DueFields, MoveForm):
    """Chuyển cấp dưới thực hiện."""

    send = "Chuyển cấp dưới"
    saved = "Đã chuyển cấp dưới thực hiện."
    advice = "Đơn vị cấp dưới luôn thấy nguyên văn và thời hạn cuối cùng của nhiệm vụ này."

    lead = AgencyChoice("Đơn vị thực hiện")
    content = words("Nội dung giao", rows=4)
    field_order = ("lead", "content", "due_on", "no_deadline", "due_time", "due_phrase")

    def offer(self) -> None:
        set_choices(self, lead=bodies_below(self.task.lead, self.today))
        self.start_from(self.task)
        self.initial.setdefault("content", self.task.content)

    def said(self) -> dict[str, Any]:
        return self.with_due(super().said())


class EntrustForm(MoveForm):
    """Giao người thực hiện."""

    send = "Giao người thực hiện"
    saved = "Đã giao người thực hiện."

    executor = OfficerChoice("Người thực hiện", empty_label="Chọn người thực hiện")

    def offer(self) -> None:
        set_choices(self, executor=people_of(self.task.lead, self.today))


class ReassignForm(MoveForm):
    """Giao lại."""

    send = "Giao lại"
    saved = "Đã giao lại nhiệm vụ."

    lead = AgencyChoice("Đơn vị chủ trì")
    reason = words(
        "Lý do", required=False, help_text="Bắt buộc khi giao lại cho chính đơn vị đã trả."
    )

    def offer(self) -> None:
        set_choices(self, lead=units_under(self.task.issuer, self.today))


class ReviseForm(MoveForm):
    """Sửa nội dung."""

    send = "Lưu nội dung"
    saved = "Đã sửa nội dung; lời cũ còn trong diễn biến."
    advice = "Lời cũ không mất: diễn biến giữ cả lời cũ và lời mới."
    looks_again = True

    content = words("Nội dung nhiệm vụ", rows=5)
    product = forms.CharField(label="Sản phẩm", required=False, max_length=300)
    reason = words("Lý do sửa", rows=2)
    supporting = SupportingChoice()

    def offer(self) -> None:
        chosen = list(self.task.supports.values_list("agency", flat=True))
        offered = may_support(self.task.issuer, self.today) | Agency.objects.filter(pk__in=chosen)
        set_choices(self, supporting=offered.exclude(pk=self.task.lead_id))
        now = {"content": self.task.content, "product": self.task.product, "supporting": chosen}
        self.initial = {**now, **self.initial}

    def said(self) -> dict[str, Any]:
        said = super().said()
        return {**said, "supporting": list(said["supporting"])}


class RecallForm(MoveForm):
    """Thu hồi."""

    send = "Thu hồi nhiệm vụ"
    saved = "Đã thu hồi nhiệm vụ."
    advice = "Nhiệm vụ bị thu hồi không còn được tính, nhưng vẫn lưu trong hồ sơ."

    reason = words("Lý do thu hồi")


class AssignForm(DueFields, HouseForm):
    """Giao nhiệm vụ không kèm văn bản."""

    lead = AgencyChoice("Đơn vị chủ trì")
    content = words("Nội dung nhiệm vụ", rows=5)
    product = forms.CharField(label="Sản phẩm", required=False, max_length=300)
    leader = OfficerChoice("Lãnh đạo giao", required=False, empty_label="Không ghi")
    field = forms.ModelChoiceField(
        Field.objects.none(), label="Lĩnh vực", required=False, empty_label="Không ghi"
    )
    tracker = OfficerChoice("Người theo dõi", required=False, empty_label="Không ghi")
    urgency = forms.ChoiceField(label="Độ khẩn", choices=Urgency.choices, initial=Urgency.NORMAL)
    supporting = SupportingChoice()
    field_order = ("lead", "content", "due_on", "no_deadline", "due_time", "due_phrase", "product")

    def __init__(
        self, *args: Any, issuer: Agency, officer: Officer, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        seats = Officer.objects.seated_on(today).select_related("user", "agency", "delegated_by")
        above = seats.filter(agency__committee=issuer)
        set_choices(
            self,
            lead=units_under(issuer, today),
            supporting=may_support(issuer, today),
            leader=above.filter(role=Role.LEADER),
            tracker=above.filter(role__in=OFFICE),
            field=Field.objects.filter(committee=issuer).order_by("name"),
        )
        if officer.role in OFFICE:
            self.initial.setdefault("tracker", officer.pk)

    def said(self) -> dict[str, Any]:
        """The words of the form as the move takes them."""
        said = self.with_due(dict(self.cleaned_data))
        return {**said, "supporting": list(said["supporting"]), "source": Source()}
