"""What is asked of whoever turns a document into tasks."""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms

from dondoc.agencies.directory import Directory, Found, agencies_of
from dondoc.agencies.models import Agency, Field, Officer
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.typed_day import NotADay, typed_day
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.actions.drafts import Draft
from dondoc.tasks.actions.intake import SET_BY_HAND
from dondoc.tasks.forms.base import HourInput, day, words
from dondoc.tasks.forms.giving import set_choices
from dondoc.tasks.models import Proposal
from dondoc.ui.forms import HouseForm


class Units(forms.MultipleChoiceField):
    """Bodies ticked in the directory of the committee."""

    def __init__(self, label: str) -> None:
        wrong = {"invalid_choice": "Có đơn vị không thuộc danh bạ của cơ quan giao."}
        super().__init__(
            label=label, required=False, widget=forms.CheckboxSelectMultiple, error_messages=wrong
        )


class ProposalForm(HouseForm):
    """The content, the units and the deadline of one proposal; it may still lack something."""

    content = words("Nội dung nhiệm vụ", rows=5)
    lead_names = forms.CharField(
        label="Chủ trì: thêm theo tên", required=False, max_length=500,
        help_text="Gõ tên, tên viết tắt hoặc “các sở, ban, ngành”; nhiều tên cách nhau bằng dấu ;",
    )  # fmt: skip
    leads = Units("Đơn vị chủ trì")
    supporting_names = forms.CharField(
        label="Phối hợp: thêm theo tên", required=False, max_length=500
    )
    supporting = Units("Đơn vị phối hợp")
    due_on = day("Thời hạn", required=False)
    due_time = forms.TimeField(
        label="Giờ", required=False, widget=HourInput(), help_text="Để trống: hết ngày."
    )
    no_deadline = forms.BooleanField(label="Không thời hạn", required=False)
    product = forms.CharField(label="Sản phẩm", required=False, max_length=300)
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, directory: Directory, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directory = directory
        for name in ("leads", "supporting"):
            units = self.fields[name]
            assert isinstance(units, Units)
            units.choices = [(a.pk, a.name) for a in directory.bodies.values()]
            self.fields[f"{name.removesuffix('s')}_names"].widget.attrs["list"] = "units"

    @classmethod
    def first_of(cls, proposal: Proposal) -> dict[str, Any]:
        """What the form opens with."""
        names = ("content", "product", "due_on", "due_time", "no_deadline", "start", "end")
        return {
            **{name: getattr(proposal, name) for name in names},
            "leads": [a.pk for a in proposal.leads.all()],
            "supporting": [a.pk for a in proposal.supporting.all()],
        }

    def clean_lead_names(self) -> list[Agency]:
        return self._named("lead_names")

    def clean_supporting_names(self) -> list[Agency]:
        return self._named("supporting_names")

    def _named(self, name: str) -> list[Agency]:
        """Typed names, each found in the directory as a printed one would be."""
        typed = [one.strip() for one in re.split(r"[;\n]", self.cleaned_data[name])]
        found = self.directory.find_all(filter(None, typed))
        for one in found:
            if not one.agencies:
                self.add_error(name, not_known(one))
        return agencies_of(found)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("due_on") and said.get("no_deadline"):
            self.add_error("due_on", "Hoặc chọn thời hạn, hoặc chọn “không thời hạn”.")
        for name in ("leads", "supporting"):
            ticked = [self.directory.bodies[int(pk)] for pk in said.get(name) or []]
            typed = said.get(f"{name.removesuffix('s')}_names") or []
            said[name] = list(dict.fromkeys([*ticked, *typed]))
        return said

    def said(self) -> dict[str, Any]:
        """The words as `edit` takes them."""
        names = (
            "content", "leads", "supporting", "product", "due_on", "due_time", "no_deadline",
        )  # fmt: skip
        return {name: self.cleaned_data[name] for name in names}

    def draft(self) -> Draft:
        """The words as `add` takes them."""
        said = self.cleaned_data
        rule = "Người vào nhiệm vụ ấn định." if said["due_on"] else ""
        return Draft(
            said["content"].strip(), said["leads"], said["supporting"], lead_confidence=100,
            start=said["start"], end=said["end"], product=said["product"],
            due=Due(said["due_on"], said["due_time"] if said["due_on"] else None, rule=rule),
            no_deadline=said["no_deadline"],
        )  # fmt: skip


class SplitForm(HouseForm):
    """The words of either part."""

    first = words("Phần thứ nhất", rows=5)
    second = words("Phần thứ hai", rows=5)


class LeadsForm(HouseForm):
    """The unit each unrecognised name means: pressed among the nearest, or typed."""

    def __init__(
        self, *args: Any, asked: Sequence[Found], directory: Directory, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.directory = asked, directory
        for n in range(len(asked)):
            self.fields[f"unit_{n}"] = forms.IntegerField(required=False)
            self.fields[f"name_{n}"] = forms.CharField(required=False, max_length=200)
            self.fields[f"learn_{n}"] = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        meant = [(one, self._meant(n)) for n, one in enumerate(self.asked)]
        if not self.errors and not all(units for _, units in meant):
            raise forms.ValidationError("Hãy chọn đơn vị cho mọi tên gọi chưa nhận ra.")
        said["leads"] = [unit for _, units in meant for unit in units]
        said["learned"] = {
            one.printed[:200]: units[0]
            for n, (one, units) in enumerate(meant)
            if said.get(f"learn_{n}") and one.printed and len(units) == 1
        }
        return said

    def _meant(self, n: int) -> list[Agency]:
        pressed, typed = (self.cleaned_data.get(f"{name}_{n}") for name in ("unit", "name"))
        if pressed in self.directory.bodies:
            return [self.directory.bodies[pressed]]
        if not typed:
            return []
        found = self.directory.find(typed)
        if not found.agencies:
            self.add_error(None, not_known(found))
        return list(found.agencies)


def not_known(found: Found) -> str:
    """What to say of a typed name that means no body."""
    near = "; ".join(candidate.agency.name for candidate in found.candidates[:3])
    advice = f" Gần giống: {near}." if near else " Hãy chọn trong danh sách."
    return f"Không nhận ra “{found.printed}”.{advice}"


class DueForm(HouseForm):
    """The deadline: a day as it is typed, another of those printed, or that there is none."""

    due_on = forms.CharField(required=False, max_length=40)
    no_deadline = forms.BooleanField(required=False)
    term = forms.IntegerField(required=False, min_value=0)

    def __init__(
        self, *args: Any, proposal: Proposal, today: date, calendar: WorkingCalendar, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposal, self.today, self.calendar = proposal, today, calendar

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("no_deadline"):
            return {"due": Due(), "no_deadline": True}
        if said.get("term") is not None:
            return {"due": self._printed(said["term"]), "no_deadline": False}
        if not said.get("due_on"):
            raise forms.ValidationError("Hãy gõ ngày, hoặc bấm “Không thời hạn”.")
        try:
            typed = typed_day(said["due_on"], self.today, self.calendar)
        except NotADay as error:
            raise forms.ValidationError(str(error)) from None
        if typed.on is None:
            return {"due": Due(), "no_deadline": True}
        return {"due": Due(typed.on, rule=typed.rule or SET_BY_HAND), "no_deadline": False}

    def _printed(self, number: int) -> Due:
        """One of the deadlines that were read."""
        read = dict(enumerate(self.proposal.deadlines)).get(number)
        if not read or not read["on"]:
            raise forms.ValidationError("Thời hạn này không có ngày. Hãy gõ ngày.")
        at = time.fromisoformat(read["at"]) if read["at"] else None
        on = date.fromisoformat(read["on"])
        return Due(on, at, read["phrase"], read["rule"], read["strict"])


class GiveForm(HouseForm):
    """In whose name, in which field of work, and which of those that wait."""

    leader = forms.ModelChoiceField(Officer.objects.none(), required=False)
    field = forms.ModelChoiceField(Field.objects.none(), required=False)

    def __init__(self, *args: Any, leaders: list[Officer], fields: list[Field], **kw: Any) -> None:
        super().__init__(*args, **kw)
        set_choices(
            self,
            leader=Officer.objects.filter(pk__in=[leader.pk for leader in leaders]),
            field=Field.objects.filter(pk__in=[one.pk for one in fields]),
        )
