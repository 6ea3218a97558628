"""Forms of the list pages."""

from django import forms

from dondoc.tasks.filters import TaskFilter
from dondoc.ui.forms import HouseForm


class SaveFilterForm(HouseForm):
    """A name for the list being looked at."""

    name = forms.CharField(label="Tên bộ lọc", max_length=80)
    query = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def clean_query(self) -> str:
        """Only what a list understands is kept."""
        return TaskFilter.read(self.cleaned_data["query"]).to_query()


class ForgetFilterForm(HouseForm):
    """Which kept list is not needed any more."""

    name = forms.CharField(max_length=80, widget=forms.HiddenInput)
