"""What people are asked: which period and cut-off, in which words, over whose signature."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import VIET_NAM, day_of, local
from dondoc.reports.models import Finding
from dondoc.rules.named_periods import spoken
from dondoc.rules.periods import NoPeriod, Period, last_months
from dondoc.tasks.forms.base import HourInput, day
from dondoc.tasks.forms.base import words as sentences
from dondoc.ui.forms import HouseForm

END_OF_WORK = time(17, 0)


def last_cut_off(at: datetime) -> datetime:
    """The last 17:00 that has passed."""
    today = datetime.combine(day_of(at), END_OF_WORK, VIET_NAM)
    return today if today <= at else today - timedelta(days=1)


class CutOffForm(HouseForm):
    """As of when figures are counted."""

    as_of_on = day("Chốt số liệu ngày")
    as_of_time = forms.TimeField(
        label="Lúc", widget=HourInput(), error_messages={"required": "Hãy chọn giờ chốt số liệu."}
    )

    def as_of(self) -> datetime:
        """The cut-off as an instant."""
        said = self.cleaned_data
        return datetime.combine(said["as_of_on"], said["as_of_time"], VIET_NAM)

    @staticmethod
    def at(moment: datetime) -> dict[str, Any]:
        """First values that say this moment."""
        there = local(moment)
        return {"as_of_on": there.date(), "as_of_time": there.time()}


class DrawUpForm(CutOffForm):
    """A new report: its period and cut-off."""

    field_order = ("from_on", "to_on", "as_of_on", "as_of_time", "carry_over")
    from_on = day("Từ ngày")
    to_on = day("Đến ngày")
    carry_over = forms.BooleanField(label="Tính cả nhiệm vụ kỳ trước chuyển sang", required=False)

    @classmethod
    def usual(cls, at: datetime) -> dict[str, Any]:
        """From 1 January to the last cut-off."""
        as_of = last_cut_off(at)
        to_on = day_of(as_of)
        return {"from_on": date(to_on.year, 1, 1), "to_on": to_on, **cls.at(as_of)}

    def clean(self) -> dict[str, Any]:
        """Says what is wrong with the period in words."""
        said = super().clean() or self.cleaned_data
        if {"from_on", "to_on"} <= said.keys():
            try:
                said["period"] = Period(said["from_on"], said["to_on"], said["carry_over"])
            except NoPeriod as error:
                self.add_error("from_on", str(error))
        return said


class WordsForm(HouseForm):
    """A section or paragraph in other words."""

    text = sentences("Nội dung", rows=6)


class FindingForm(HouseForm):
    """A proposal, perhaps in other words, accepted or dropped by the button pressed."""

    words = sentences("Lời văn", rows=4)
    requirement = sentences("Yêu cầu kèm theo", rows=3, required=False)
    decision = forms.ChoiceField(choices=Finding.Decision.choices, widget=forms.HiddenInput)


class SignForm(HouseForm):
    """Over whose signature the dispatch goes out."""

    signer = forms.TypedChoiceField(
        label="Người ký", coerce=int, error_messages={"required": "Hãy chọn người ký."}
    )

    def __init__(self, *args: Any, leaders: list[Officer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaders = {leader.pk: leader for leader in leaders}
        choices = [(leader.pk, f"{leader.name}, {leader.title}") for leader in leaders]
        self.fields["signer"].choices = choices  # type: ignore[attr-defined]

    def leader(self) -> Officer:
        """The leader chosen."""
        return self.leaders[self.cleaned_data["signer"]]


class DrawUpSummaryForm(CutOffForm):
    """A month's summary: which month, as of when."""

    field_order = ("month", "as_of_on", "as_of_time")
    month = forms.ChoiceField(label="Tháng")

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = reversed(last_months(day_of(at), 6))
        self.fields["month"].choices = [  # type: ignore[attr-defined]
            (one.from_on.isoformat(), spoken(one).capitalize()) for one in months
        ]

    def first_day(self) -> date:
        """The first day of the month chosen."""
        return date.fromisoformat(self.cleaned_data["month"])


class DirectionForm(HouseForm):
    """What the Chairman writes on a summary: his words, whose it is, by when."""

    words = sentences("Ý kiến chỉ đạo", rows=3)
    lead = forms.TypedChoiceField(
        label="Đơn vị chủ trì", coerce=int,
        error_messages={"required": "Hãy chọn đơn vị chủ trì."},
    )  # fmt: skip
    due_on = day("Thời hạn", required=False)

    def __init__(self, *args: Any, units: list[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.pk: unit for unit in units}
        choices = [("", "Chọn…"), *((unit.pk, unit.name) for unit in units)]
        self.fields["lead"].choices = choices  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """The words of the form as the move takes them."""
        return self.cleaned_data | {"lead": self.units[self.cleaned_data["lead"]]}
