"""What people fill in about being told."""

from django import forms

from dondoc.notifications.models import Kind
from dondoc.ui.forms import HouseForm


class MailForm(HouseForm):
    """Which kinds of notice also come by mail."""

    kinds = forms.MultipleChoiceField(
        label="Nhận thư điện tử khi",
        choices=Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Thông báo trong hệ thống luôn có đủ các loại.",
    )
