"""What every form of a move has: its task, who is asked, and the words around the fields."""

from datetime import date, datetime
from typing import Any, ClassVar

from django import forms

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.tasks.models import Task
from dondoc.ui.forms import HouseForm


class MoveForm(HouseForm):
    """The form of one move on one task."""

    send: ClassVar[str] = "Gửi"
    saved: ClassVar[str] = "Đã ghi nhận."
    advice: ClassVar[str] = ""
    """What will come of it, in one sentence above the fields."""
    looks_again: ClassVar[bool] = False
    """Overwrites words of others: refused where somebody changed the task since it was opened."""

    def __init__(
        self, *args: Any, task: Task, officer: Officer, at: datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.task, self.officer, self.at = task, officer, at
        self.today: date = day_of(at)
        self.offer()

    def offer(self) -> None:
        """Fills in the choices and first values that depend on the task."""

    def said(self) -> dict[str, Any]:
        """The words of the form as the move takes them."""
        return dict(self.cleaned_data)


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class HourInput(forms.TimeInput):
    """The browser's own clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def words(label: str, *, required: bool = True, rows: int = 3, **about: Any) -> forms.CharField:
    """A field for sentences; where they are needed, the error says what is missing."""
    missing = {"required": f"Hãy nhập {label[0].lower()}{label[1:]}."}
    return forms.CharField(
        label=label, required=required, max_length=10_000, error_messages=missing,
        widget=forms.Textarea(attrs={"rows": rows}), **about,
    )  # fmt: skip


def day(label: str, *, required: bool = True, **about: Any) -> forms.DateField:
    """A field for a day."""
    missing = {"required": f"Hãy chọn {label[0].lower()}{label[1:]}."}
    return forms.DateField(
        label=label, required=required, widget=DayInput(), error_messages=missing, **about
    )
