"""Rooms, vehicles and series, as the Office keeps them."""

from django import forms

from dondoc.meetings.models import Resource
from dondoc.ui.forms import HouseForm

NO_NAME = {"required": "Hãy nhập tên."}


class ResourceForm(HouseForm):
    """A room or a vehicle."""

    kind = forms.ChoiceField(
        label="Loại", choices=[(v, n.capitalize()) for v, n in Resource.Kind.choices]
    )
    name = forms.CharField(label="Tên, biển số", max_length=120, error_messages=NO_NAME)
    seats = forms.IntegerField(label="Số chỗ", required=False, min_value=1, max_value=5000)


class ChangeResourceForm(HouseForm):
    """What may change of one."""

    name = forms.CharField(label="Tên, biển số", max_length=120, error_messages=NO_NAME)
    seats = forms.IntegerField(label="Số chỗ", required=False, min_value=1, max_value=5000)
    in_use = forms.BooleanField(label="Đang dùng", required=False)


class SeriesForm(HouseForm):
    """Meetings that follow one another."""

    name = forms.CharField(label="Tên chuỗi họp", max_length=200, error_messages=NO_NAME)
    rhythm = forms.CharField(
        label="Định kỳ", max_length=120, required=False, help_text="Ví dụ: thứ Hai hằng tuần."
    )
