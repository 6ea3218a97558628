"""What is asked of whoever turns a document into tasks."""

import re
from typing import Any

from django import forms

from dondoc.agencies.directory import Directory, agencies_of
from dondoc.agencies.models import Agency, Field, Officer
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.actions.intake import Draft
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
                near = "; ".join(c.agency.name for c in one.candidates[:3])
                advice = f" Gần giống: {near}." if near else " Hãy chọn trong danh sách."
                self.add_error(name, f"Không nhận ra “{one.printed}”.{advice}")
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


class DueForm(HouseForm):
    """The deadline the text does not say, or that there is none."""

    due_on = day("Thời hạn", required=False)
    no_deadline = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if "due_on" in said and not said["due_on"] and not said["no_deadline"]:
            self.add_error("due_on", "Hãy chọn ngày, hoặc bấm “Không thời hạn”.")
        return said


class GiveForm(HouseForm):
    """In whose name, and in which field of work."""

    leader = forms.ModelChoiceField(Officer.objects.none(), required=False)
    field = forms.ModelChoiceField(Field.objects.none(), required=False)

    def __init__(self, *args: Any, leaders: list[Officer], fields: list[Field], **kw: Any) -> None:
        super().__init__(*args, **kw)
        set_choices(
            self,
            leader=Officer.objects.filter(pk__in=[leader.pk for leader in leaders]),
            field=Field.objects.filter(pk__in=[one.pk for one in fields]),
        )
