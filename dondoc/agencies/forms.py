"""The forms of people and bodies, one for each move that asks for something."""

from typing import Any, cast

from django import forms

from dondoc.accounts.models import User
from dondoc.agencies.models import (
    Agency,
    Authority,
    CalendarDay,
    CommitteeRules,
    Field,
    Kind,
    Officer,
    Role,
)
from dondoc.ui.forms import HouseForm

BASIS = "Số, ký hiệu, ngày của quyết định. Ví dụ: Quyết định số 15/QĐ-UBND ngày 10/02/2022."

OWN, BELOW, NATIONAL = "own", "below", "national"
"""To whom a day of the calendar applies; otherwise the key of a committee below."""


class DayField(forms.DateField):
    """A day, picked or typed (dd/mm/yyyy)."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class EstablishForm(HouseForm):
    name = forms.CharField(label="Tên", max_length=200)
    kind = forms.ChoiceField(label="Loại", choices=Kind.choices)
    short_name = forms.CharField(label="Tên viết tắt", max_length=60, required=False)
    symbol = forms.CharField(label="Ký hiệu văn bản", max_length=30, required=False)
    identifier = forms.CharField(
        label="Mã định danh", max_length=35, required=False,
        help_text="Theo QĐ 20/2020, ví dụ H17.1.5.",
    )  # fmt: skip
    place = forms.CharField(
        label="Địa danh ghi trên văn bản", max_length=60, required=False,
        help_text="Để trống: như cơ quan cấp trên.",
    )  # fmt: skip
    is_scored = forms.BooleanField(label="Được giao việc và chấm điểm", required=False)
    from_on = DayField(label="Thành lập từ ngày")
    basis = forms.CharField(label="Căn cứ", max_length=200, required=False, help_text=BASIS)


class RenameForm(HouseForm):
    name = forms.CharField(label="Tên mới", max_length=200)
    short_name = forms.CharField(label="Tên viết tắt", max_length=60, required=False)
    from_on = DayField(label="Có hiệu lực từ ngày")
    basis = forms.CharField(label="Căn cứ", max_length=200, required=False, help_text=BASIS)


class DescribeForm(HouseForm):
    symbol = forms.CharField(label="Ký hiệu văn bản", max_length=30, required=False)
    identifier = forms.CharField(
        label="Mã định danh", max_length=35, required=False,
        help_text="Theo QĐ 20/2020, ví dụ H17.1.5.",
    )  # fmt: skip
    old_identifier = forms.CharField(
        label="Mã định danh cũ", max_length=35, required=False,
        help_text="Dạng cũ, ví dụ 000.00.00.H41.",
    )  # fmt: skip
    place = forms.CharField(label="Địa danh ghi trên văn bản", max_length=60, required=False)
    is_scored = forms.BooleanField(label="Được giao việc và chấm điểm", required=False)


class ChoosesAgency(HouseForm):
    """A form that offers the bodies below a root."""

    chooser = ""

    def __init__(self, *args: Any, under: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Agency.objects.under(under).filter(until_on=None).order_by("name", "pk")
        self.fields[self.chooser].queryset = offered  # type: ignore[attr-defined]  # a model field


class MoveUnderForm(ChoosesAgency):
    chooser = "parent"
    parent = forms.ModelChoiceField(label="Cơ quan tiếp nhận", queryset=Agency.objects.none())
    from_on = DayField(label="Có hiệu lực từ ngày")
    basis = forms.CharField(label="Căn cứ", max_length=200, required=False, help_text=BASIS)


class NameSuccessorsForm(ChoosesAgency):
    chooser = "successors"
    successors = forms.ModelMultipleChoiceField(
        label="Cơ quan kế thừa", queryset=Agency.objects.none(), required=False,
        help_text="Hợp nhất, sáp nhập: chọn một; chia, tách: chọn nhiều (giữ phím Ctrl).",
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )  # fmt: skip
    basis = forms.CharField(label="Căn cứ", max_length=200, required=False, help_text=BASIS)

    def clean_successors(self) -> list[Agency]:
        """Bodies by name, as the journal keeps them."""
        return list(self.cleaned_data["successors"])


class DissolveForm(NameSuccessorsForm):
    until_on = DayField(label="Ngày hoạt động cuối cùng")
    field_order = ("until_on", "successors", "basis")


class AliasForm(HouseForm):
    name = forms.CharField(
        label="Tên gọi khác", max_length=200,
        help_text="Cách văn bản thường viết, ví dụ: Sở XD. Không phân biệt dấu, chữ hoa.",
    )  # fmt: skip


class FieldsForm(HouseForm):
    fields_chosen = forms.ModelMultipleChoiceField(
        label="Lĩnh vực", queryset=Field.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, committee: Agency | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Field.objects.filter(committee=committee).order_by("name", "pk")
        self.fields["fields_chosen"].queryset = offered  # type: ignore[attr-defined]  # a model field


class NewFieldForm(HouseForm):
    name = forms.CharField(label="Tên lĩnh vực", max_length=120)


class SeatForm(HouseForm):
    role = forms.ChoiceField(
        label="Vai trò", choices=Role.choices, help_text="Vai trò quyết định quyền xem và làm."
    )
    title = forms.CharField(label="Chức vụ", max_length=120, help_text="Như ghi trên văn bản.")
    authority = forms.ChoiceField(label="Thẩm quyền ký", choices=Authority.choices, required=False)
    from_on = DayField(label="Từ ngày")
    until_on = DayField(label="Đến hết ngày", required=False)


class AppointForm(SeatForm):
    username = forms.CharField(
        label="Tên đăng nhập của người được phân công", max_length=60,
        help_text="Người đã có tài khoản. Người mới: dùng “Thêm người mới”.",
    )  # fmt: skip
    field_order = ("username",)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        name = said.pop("username", "").strip()
        said["user"] = self.people.filter(username__iexact=name).first()
        if name and said["user"] is None:
            self.add_error("username", "Không tìm thấy tài khoản này trong phạm vi bạn quản trị.")
        return said


class NewcomerForm(SeatForm):
    name = forms.CharField(label="Họ và tên", max_length=100)
    username = forms.RegexField(
        r"^[\w.-]{2,60}$", label="Tên đăng nhập", max_length=60,
        help_text="Chữ, số, dấu chấm, gạch nối; không dấu cách.",
        error_messages={"invalid": "Chỉ dùng chữ, số, dấu chấm, gạch nối; ít nhất 2 ký tự."},
    )  # fmt: skip
    email = forms.EmailField(label="Thư điện tử", required=False)
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    field_order = ("name", "username", "email", "phone")


class EndSeatForm(HouseForm):
    last_day = DayField(label="Ngày cuối cùng giữ chức vụ")


class DelegateForm(HouseForm):
    user = forms.ModelChoiceField(label="Người nhận ủy quyền", queryset=User.objects.none())
    from_on = DayField(label="Từ ngày")
    until_on = DayField(label="Đến hết ngày")

    def __init__(self, *args: Any, seat: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        same = Officer.objects.filter(agency__committee=seat.agency.committee_id, until_on=None)
        people = User.objects.filter(pk__in=same.values("user_id"), is_active=True)
        offered = people.exclude(pk=seat.user_id).order_by("name", "pk")
        self.fields["user"].queryset = offered  # type: ignore[attr-defined]  # a model field


class ChargeForm(HouseForm):
    field = forms.ModelChoiceField(label="Lĩnh vực", queryset=Field.objects.none())
    from_on = DayField(label="Phụ trách từ ngày")

    def __init__(self, *args: Any, seat: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Field.objects.filter(committee=seat.committee_id).order_by("name", "pk")
        self.fields["field"].queryset = offered  # type: ignore[attr-defined]  # a model field


class ReasonForm(HouseForm):
    reason = forms.CharField(label="Lý do", max_length=300)


class RulesForm(HouseForm):
    """One number for each threshold of CommitteeRules, one tick for each custom."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in CommitteeRules._meta.concrete_fields:
            if not field.primary_key:
                self.fields[field.name] = _field_of(field)


def _field_of(rule: Any) -> forms.Field:
    label = str(rule.verbose_name)
    label = label[0].upper() + label[1:]
    if rule.get_internal_type() == "BooleanField":
        return forms.BooleanField(label=label, required=False, help_text=rule.help_text)
    if rule.choices:
        return forms.TypedChoiceField(label=label, choices=rule.choices, coerce=int)
    bounds = {each.code: each.limit_value for each in rule.validators}
    least, most = bounds["min_value"], min(bounds["max_value"], 100 if "%" in label else 365)
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, help_text=rule.help_text
    )


class DayForm(HouseForm):
    day = DayField(label="Ngày")
    kind = forms.ChoiceField(label="Loại", choices=CalendarDay.Kind.choices)
    name = forms.CharField(label="Tên", max_length=120, help_text="Ví dụ: Giỗ Tổ Hùng Vương.")
    source = forms.CharField(label="Căn cứ", max_length=200, help_text=BASIS)
    scope = forms.ChoiceField(
        label="Áp dụng cho", help_text="Ví dụ nghỉ tránh bão: chọn đúng nơi được nghỉ."
    )

    def __init__(self, *args: Any, root: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        below = Agency.objects.under(root).committees().exclude(pk=root.pk).order_by("path")
        scope = cast("forms.ChoiceField", self.fields["scope"])
        scope.choices = [
            (OWN, root.name),
            *([(BELOW, f"{root.name} và các UBND trực thuộc")] if below else []),
            *((str(one.pk), one.name) for one in below),
            *([] if root.parent_id else [(NATIONAL, "Cả nước")]),
        ]
