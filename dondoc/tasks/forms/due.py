"""The fields of a deadline: a day, or the plain words that there is none; never invented."""

from typing import Any

from django import forms

from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.forms.base import HourInput, day
from dondoc.tasks.models import Task
from dondoc.ui.forms import HouseForm


class DueFields(HouseForm):
    """A day with its hour and the phrase it comes from, or “không thời hạn”."""

    due_on = day("Thời hạn", required=False, help_text="Chọn ngày, hoặc đánh dấu “Không thời hạn”.")
    no_deadline = forms.BooleanField(label="Không thời hạn", required=False)
    due_time = forms.TimeField(
        label="Giờ", required=False, widget=HourInput(), help_text="Để trống: hết ngày."
    )
    due_phrase = forms.CharField(
        label="Nguyên văn thời hạn", required=False, max_length=200,
        help_text="Chép đúng chữ trong văn bản, ví dụ “trước ngày 15/4/2022”.",
    )  # fmt: skip

    def start_from(self, task: Task) -> None:
        """The form opens with the deadline that applies."""
        first = {
            "due_on": task.due_on, "due_time": task.due_time, "due_phrase": task.due_phrase,
            "no_deadline": task.due_on is None,
        }  # fmt: skip
        self.initial = {**first, **self.initial}

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if "due_on" in said and bool(said["due_on"]) == said["no_deadline"]:
            self.add_error("due_on", "Hãy chọn một ngày, hoặc đánh dấu “Không thời hạn”.")
        return said

    def with_due(self, said: dict[str, Any]) -> dict[str, Any]:
        """The fields as the one deadline that moves take."""
        on, hour, phrase = said.pop("due_on"), said.pop("due_time"), said.pop("due_phrase")
        said.pop("no_deadline")
        strict = phrase.casefold().startswith("trước")
        said["due"] = Due(on, hour if on else None, phrase, "cán bộ nhập" if on else "", strict)
        return said
