"""What is asked of whoever sets up a duty that comes again."""

from datetime import date
from typing import Any

from django import forms

from dondoc.agencies.models import Agency, Field, Officer, Role
from dondoc.rules.recurring import EVERY, MONTHS, OFF_DAYS, WEEKDAYS, Every, OffDay, Recurrence
from dondoc.tasks.forms.base import day as day_field
from dondoc.tasks.forms.base import words
from dondoc.ui.forms import HouseForm


class DutyForm(HouseForm):
    """Content, units, how often; the fields of a rhythm that is not chosen are not read."""

    content = words("Nội dung thực hiện mỗi kỳ", rows=3)
    product = forms.CharField(label="Sản phẩm", required=False, max_length=300)
    leads = forms.ModelMultipleChoiceField(
        Agency.objects.none(), label="Đơn vị thực hiện", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một đơn vị thực hiện."},
        help_text="Mỗi đơn vị nhận một nhiệm vụ riêng mỗi kỳ.",
    )  # fmt: skip
    every = forms.ChoiceField(
        label="Chu kỳ", choices=[(k.value, v) for k, v in EVERY.items()], initial=Every.MONTH
    )
    weekday = forms.TypedChoiceField(
        label="Thứ (chu kỳ tuần)", choices=list(enumerate(WEEKDAYS)), coerce=int, initial=4
    )
    day = forms.IntegerField(
        label="Ngày trong tháng", min_value=1, max_value=31, initial=25,
        help_text="31 là ngày cuối tháng.",
    )  # fmt: skip
    month = forms.IntegerField(
        label="Tháng thứ mấy của kỳ (quý, sáu tháng, năm)", min_value=1, max_value=12, initial=1
    )
    off_day = forms.ChoiceField(
        label="Khi gặp ngày nghỉ",
        choices=[(k.value, v) for k, v in OFF_DAYS.items()],
        initial=OffDay.EARLIER,
    )
    ahead_days = forms.IntegerField(
        label="Giao trước (ngày)", min_value=0, max_value=90, initial=10,
        help_text="Nhiệm vụ của kỳ tới được giao trước hạn chừng ấy ngày.",
    )  # fmt: skip
    until_on = day_field("Thực hiện đến hết ngày", required=False)
    leader = forms.ModelChoiceField(
        Officer.objects.none(), label="Lãnh đạo giao", required=False, empty_label="Không ghi"
    )
    field = forms.ModelChoiceField(
        Field.objects.none(), label="Lĩnh vực", required=False, empty_label="Không ghi"
    )

    def __init__(self, *args: Any, committee: Agency, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.committee, self.today = committee, today
        leaders = Officer.objects.seated_on(today).filter(agency=committee, role=Role.LEADER)
        units = Agency.objects.units_of(committee).existing_on(today)
        rows = {
            "leads": units.order_by("name", "pk"),
            "leader": leaders.select_related("user", "agency", "delegated_by__user"),
            "field": Field.objects.filter(committee=committee).order_by("name"),
        }
        for name, found in rows.items():
            self.fields[name].queryset = found  # type: ignore[attr-defined]  # model choices

    def recurrence(self) -> Recurrence:
        """The rhythm as the rule takes it."""
        said = self.cleaned_data
        every = Every(said["every"])
        day = said["weekday"] if every == Every.WEEK else said["day"]
        month = said["month"] if every in MONTHS and every != Every.MONTH else 1
        return Recurrence(every, day, month, OffDay(said["off_day"]))

    def said(self) -> dict[str, Any]:
        """As the deed takes it."""
        names = ("content", "product", "leader", "field", "ahead_days", "until_on")
        return {
            **{name: self.cleaned_data[name] for name in names},
            "leads": list(self.cleaned_data["leads"]), "recurrence": self.recurrence(),
        }  # fmt: skip


class DutyReasonForm(HouseForm):
    """Why it is paused or ended."""

    reason = words("Lý do", rows=2)


class SkipOccurrenceForm(HouseForm):
    """Which period is left out, and why."""

    period = day_field("Kỳ bỏ qua")
    reason = words("Lý do bỏ qua", rows=2)
