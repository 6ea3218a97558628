"""What people fill in about being told."""

from typing import Any

from django import forms

from dondoc.notifications.models import Kind, Preference
from dondoc.notifications.pushing import is_key
from dondoc.rules.quiet_hours import Habit
from dondoc.tasks.forms.base import HourInput
from dondoc.ui.forms import HouseForm

HOURS = ("digest_at", "quiet_from", "quiet_until")


class PreferenceForm(HouseForm):
    """Which kinds of notice also come by mail, message or on devices, and when."""

    kinds = forms.MultipleChoiceField(
        label="Nhận thư điện tử khi",
        choices=Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Thông báo trong hệ thống luôn có đủ các loại.",
    )
    digest_at = forms.TimeField(
        label="Gộp thành một thư mỗi ngày, lúc", required=False, widget=HourInput(),
        help_text="Để trống: mỗi việc một thư, gửi ngay. Việc khẩn luôn gửi ngay.",
    )  # fmt: skip
    sums_up = forms.BooleanField(
        label="Kèm tình hình đơn vị và từng người trong thư gộp", required=False
    )
    quiet_from = forms.TimeField(label="Không gửi từ", required=False, widget=HourInput())
    quiet_until = forms.TimeField(
        label="Đến", required=False, widget=HourInput(),
        help_text="Thư, tin trong khoảng này gửi vào lúc hết khoảng; việc khẩn vẫn gửi ngay.",
    )  # fmt: skip
    rests = forms.BooleanField(label="Không gửi vào ngày nghỉ, ngày lễ", required=False)
    texted = forms.MultipleChoiceField(
        label="Nhận tin nhắn điện thoại khi",
        choices=[(Preference.URGENT, "Việc khẩn"), *Kind.choices],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tin nhắn chỉ nói loại việc và mã nhiệm vụ; nội dung đọc trong hệ thống.",
    )

    pushed = forms.MultipleChoiceField(
        label="Báo trên thiết bị đã bật khi", choices=Kind.choices, required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Việc khẩn luôn được báo.",
    )  # fmt: skip

    def __init__(self, *args: Any, heads: bool, texts: bool, devices: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not devices:
            del self.fields["pushed"]
        if not texts:
            del self.fields["texted"]
        if not heads:
            del self.fields["sums_up"]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if (said.get("quiet_from") is None) != (said.get("quiet_until") is None):
            self.add_error("quiet_until", "Hãy nhập cả giờ bắt đầu và giờ kết thúc.")
        elif said.get("quiet_from") and said["quiet_from"] == said["quiet_until"]:
            self.add_error("quiet_until", "Giờ kết thúc phải khác giờ bắt đầu.")
        elif (hour := said.get("digest_at")) and self._habit().is_quiet(hour):
            self.add_error("digest_at", "Giờ này nằm trong khoảng không gửi: hãy chọn giờ khác.")
        if said.get("sums_up") and not said.get("digest_at"):
            self.add_error("digest_at", "Tình hình đơn vị đi cùng thư gộp: hãy chọn giờ nhận.")
        return said

    def _habit(self) -> Habit:
        digest_at, quiet_from, quiet_until = (self.cleaned_data.get(name) for name in HOURS)
        return Habit(digest_at, quiet_from, quiet_until)

    def said(self) -> dict[str, Any]:
        """What is wanted, as the deed takes it."""
        return {"sums_up": False, **self.cleaned_data}


class DeviceForm(HouseForm):
    """What a browser says of itself when its person turns notices on (RFC 8291)."""

    endpoint = forms.URLField(max_length=800, assume_scheme="https")
    p256dh = forms.RegexField(r"^[A-Za-z0-9_-]{80,120}$")
    auth = forms.RegexField(r"^[A-Za-z0-9_-]{22}$")

    def clean_p256dh(self) -> str:
        key = str(self.cleaned_data["p256dh"])
        if not is_key(key):
            raise forms.ValidationError("Khóa của thiết bị không đúng.")
        return key
