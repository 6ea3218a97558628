"""What pages of programmes ask: which period, what a unit undertakes, why something changes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.forms import BoundField

from dondoc.agencies.models import Agency, Field, Officer
from dondoc.database.clock import day_of
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.pasting import COLUMNS, Reading, read_pasted
from dondoc.planning.queries import leaders_on
from dondoc.rules.programmes import PeriodKind, label_of, next_span, span_of
from dondoc.tasks.forms.base import DayInput, day, words
from dondoc.tasks.forms.giving import OfficerChoice, SupportingChoice, may_support, people_of
from dondoc.tasks.forms.giving import set_choices as choose_from
from dondoc.ui.forms import HouseForm

QUICK_ROWS = 4
MOST_ROWS = 40


class OpenForm(HouseForm):
    """Which coming period: the current one and the next of each kind."""

    span = forms.ChoiceField(
        label="Kỳ", widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn kỳ của chương trình."},
    )  # fmt: skip

    def __init__(self, *args: Any, committee: Agency, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        have = set(Programme.objects.filter(committee=committee).values_list("period", "from_on"))
        field = self.fields["span"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (f"{kind}:{first.isoformat()}", f"Chương trình công tác {label_of(kind, first)}")
            for kind, first in _coming(day_of(at))
            if (str(kind), first) not in have
        ]

    def said(self) -> dict[str, Any]:
        """The period and its first day."""
        period, first = self.cleaned_data["span"].split(":")
        return {"period": period, "from_on": date.fromisoformat(first)}


def _coming(today: date) -> Iterator[tuple[PeriodKind, date]]:
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR):
        yield kind, next_span(kind, today).from_on
        yield kind, span_of(kind, today).from_on


class ItemForm(HouseForm):
    """What a unit undertakes."""

    content = words("Nội dung", rows=3)
    product = forms.CharField(
        label="Sản phẩm", required=False, max_length=300,
        help_text="Ví dụ: Kế hoạch, Tờ trình, Báo cáo.",
    )  # fmt: skip
    person = OfficerChoice("Người thực hiện", required=False, empty_label="Chưa ghi người")
    starts_on = day("Bắt đầu", required=False)
    due_on = day("Thời hạn")
    focal = forms.BooleanField(label="Nhiệm vụ trọng tâm", required=False)
    field = forms.ModelChoiceField(
        Field.objects.none(), label="Lĩnh vực", required=False, empty_label="Theo đơn vị",
        help_text="Lãnh đạo phụ trách được điền theo lĩnh vực.",
    )  # fmt: skip
    leader = OfficerChoice(
        "Lãnh đạo phụ trách", required=False, empty_label="Theo lĩnh vực phụ trách"
    )
    coordinating = SupportingChoice()

    def __init__(
        self, *args: Any, programme: Programme, unit: Agency, at: datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        committee, today = programme.committee, day_of(at)
        leaders = Officer.objects.filter(pk__in=[o.pk for o in leaders_on(committee, today)])
        choose_from(
            self, person=people_of(unit, today),
            coordinating=may_support(committee, today).exclude(pk=unit.pk),
            field=Field.objects.filter(committee=committee).order_by("name", "pk"),
            leader=leaders.select_related("user", "agency", "delegated_by__user"),
        )  # fmt: skip
        span = {"min": programme.from_on.isoformat(), "max": programme.to_on.isoformat()}
        for name in ("starts_on", "due_on"):
            self.fields[name].widget.attrs.update(span)

    @staticmethod
    def of(item: ProgrammeItem) -> dict[str, Any]:
        """The item as the form opens with it."""
        return {
            "content": item.content, "product": item.product, "person": item.person_id,
            "starts_on": item.starts_on, "due_on": item.due_on, "focal": item.focal,
            "field": item.field_id, "leader": item.leader_id,
            "coordinating": [body.pk for body in item.coordinating.all()],
        }  # fmt: skip

    def said(self) -> dict[str, Any]:
        """The words of the form as the deed takes them."""
        return self.cleaned_data | {"coordinating": list(self.cleaned_data["coordinating"])}


class AdditionForm(ItemForm):
    """Something new after the lock, with its reason."""

    reason = words("Lý do đề nghị bổ sung", rows=2)
    field_order = ("content", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("starts_on", "field", "leader"):
            del self.fields[name]


class RowsForm(HouseForm):
    """Several undertakings at once, a line each; lines without content are left out."""

    PARTS = ("content", "product", "person", "due_on", "focal")

    def __init__(
        self, *args: Any, programme: Programme, people: Sequence[Officer], rows: int = QUICK_ROWS,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.programme, self.people = programme, {str(one.pk): one for one in people}
        sent = sum(1 for name in self.data if name.startswith("content_"))
        self.count = min(max(rows, sent, 1), MOST_ROWS)
        names = [("", "Chưa ghi"), *((key, one.name) for key, one in self.people.items())]
        for n in range(self.count):
            self._add_row(n, names)

    def _add_row(self, n: int, people: list[tuple[str, str]]) -> None:
        span = {
            "min": self.programme.from_on.isoformat(), "max": self.programme.to_on.isoformat(),
        }  # fmt: skip
        due = DayInput()
        due.attrs.update(span)
        number = n + 1
        self.fields[f"content_{n}"] = forms.CharField(
            label=f"Nội dung {number}", required=False, max_length=2_000,
            widget=forms.Textarea(attrs={"rows": 1}),
        )  # fmt: skip
        self.fields[f"product_{n}"] = forms.CharField(
            label=f"Sản phẩm {number}", required=False, max_length=300
        )
        self.fields[f"person_{n}"] = forms.ChoiceField(
            label=f"Người thực hiện {number}", required=False, choices=people
        )
        self.fields[f"due_on_{n}"] = forms.DateField(
            label=f"Thời hạn {number}", required=False, widget=due, initial=self.programme.to_on
        )
        self.fields[f"focal_{n}"] = forms.BooleanField(label=f"Trọng tâm {number}", required=False)

    def lines(self) -> Iterator[dict[str, BoundField]]:
        """The fields, line by line."""
        for n in range(self.count):
            yield {part: self[f"{part}_{n}"] for part in self.PARTS}

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not any(said.get(f"content_{n}", "").strip() for n in range(self.count)):
            self.add_error("content_0", "Hãy nhập ít nhất một nội dung.")
        for n in range(self.count):
            if said.get(f"content_{n}", "").strip() and not said.get(f"due_on_{n}"):
                self.add_error(f"due_on_{n}", "Hãy chọn thời hạn.")
        return said

    def rows(self) -> list[dict[str, Any]]:
        """The lines with content, as the deed takes them."""
        return [
            {
                "content": self.cleaned_data[f"content_{n}"],
                "product": self.cleaned_data[f"product_{n}"],
                "person": self.people.get(self.cleaned_data[f"person_{n}"]),
                "due_on": self.cleaned_data[f"due_on_{n}"],
                "focal": self.cleaned_data[f"focal_{n}"],
            }
            for n in range(self.count)
            if self.cleaned_data[f"content_{n}"].strip()
        ]


class PasteForm(HouseForm):
    """Lines pasted from a sheet."""

    lines = forms.CharField(
        label="Các dòng dán từ bảng tính", max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=f"Mỗi dòng một nội dung, các cột theo thứ tự: {' | '.join(COLUMNS)}.",
        error_messages={"required": "Hãy dán ít nhất một dòng."},
    )  # fmt: skip

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reading = reading
        self.rows: list[dict[str, Any]] = []

    def clean_lines(self) -> str:
        text: str = self.cleaned_data["lines"]
        found = read_pasted(text, self.reading)
        for wrong in found.wrong:
            self.add_error("lines", wrong)
        if not found.rows and not found.wrong:
            self.add_error("lines", "Không có dòng nào ngoài tiêu đề.")
        self.rows = found.rows
        return text


class SendForm(HouseForm):
    """The unit's word."""

    nothing = forms.BooleanField(label="Đơn vị không có nội dung đăng ký", required=False)
    note = forms.CharField(label="Ghi chú", required=False, max_length=500)


class ReasonForm(HouseForm):
    """Why."""

    reason = words("Lý do", rows=3)

    def __init__(self, *args: Any, label: str = "Lý do", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = label


class MoveItemForm(HouseForm):
    """Another day, and why."""

    due_on = day("Thời hạn mới", help_text="Sau kỳ này: nội dung chuyển sang chương trình kỳ đó.")
    reason = words("Lý do", rows=3)


class AnswerForm(HouseForm):
    """The Chairman's words with a decision."""

    answer = forms.CharField(
        label="Ý kiến", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 2})
    )


class PickForm(HouseForm):
    """Which items, and into which one or under whom."""

    items = forms.ModelMultipleChoiceField(
        ProgrammeItem.objects.none(), label="Nội dung đã chọn",
        error_messages={"required": "Hãy chọn ít nhất một nội dung."},
    )  # fmt: skip
    into = forms.ModelChoiceField(
        ProgrammeItem.objects.none(), label="Gộp vào", required=False,
        empty_label="Nội dung đầu tiên được chọn",
    )  # fmt: skip
    leader = OfficerChoice("Lãnh đạo phụ trách", required=False, empty_label="Chọn lãnh đạo")

    def __init__(self, *args: Any, items: Any, leaders: Iterable[Officer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = Officer.objects.filter(pk__in=[one.pk for one in leaders])
        named = seats.select_related("user", "agency", "delegated_by__user")
        choose_from(self, items=items, into=items, leader=named)
