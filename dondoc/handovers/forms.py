"""What people are asked in the room."""

from datetime import date
from typing import Any

from django import forms

from dondoc.agencies.models import Officer
from dondoc.handovers.models import Handover
from dondoc.handovers.queries import may_receive, may_succeed, seats_within_reach
from dondoc.ui.forms import HouseForm


def _by_body(seats: Any) -> list[Any]:
    groups: dict[str, list[tuple[int, str]]] = {}
    for seat in seats:
        groups.setdefault(seat.agency.name, []).append((seat.pk, f"{seat.name}, {seat.title}"))
    return list(groups.items())


class SeatChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable when it runs
    """A person in a seat, offered under his body."""

    def __init__(self, seats: Any, *, label: str, empty: str, required: bool = False) -> None:
        super().__init__(
            seats, label=label, required=required,
            error_messages={"invalid_choice": "Hãy chọn người trong danh sách."},
        )  # fmt: skip
        self.widget.choices = [("", empty), *_by_body(seats)]


class BodyChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A body, by name."""

    def __init__(self, bodies: Any, *, label: str, empty: str) -> None:
        super().__init__(
            bodies, label=label, required=False, empty_label=empty,
            error_messages={"invalid_choice": "Hãy chọn đơn vị trong danh sách."},
        )  # fmt: skip


class WhoseForm(HouseForm):
    """Whose work is to be handed over: somebody who sits now, or sat not long ago."""

    def __init__(self, *args: Any, by: Officer, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = seats_within_reach(by).seated_on(day).filter(delegated_by=None)
        self.fields["giver"] = SeatChoice(
            seats.order_by("agency__path", "user__name", "pk"),
            label="Người bàn giao", empty="Chọn…", required=True,
        )  # fmt: skip
        self.fields["giver"].error_messages["required"] = "Hãy chọn người bàn giao."


class TakerForm(HouseForm):
    """Who takes it: a person, or for a body that ended another body."""

    def __init__(self, *args: Any, handover: Handover, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if handover.kind == Handover.Kind.UNIT:
            self.fields["successor"] = BodyChoice(
                may_succeed(handover, day), label=self.said, empty=self.empty
            )
        else:
            self.fields["receiver"] = SeatChoice(
                may_receive(handover, day), label=self.said, empty=self.empty
            )
        self.order_fields(("receiver", "successor"))

    said = "Người nhận"
    empty = "Như người nhận chung"


class FillInForm(TakerForm):
    """The common receiver, why, and on what decision."""

    said = "Người nhận chung"
    empty = "Chọn riêng từng việc"
    reason = forms.CharField(
        label="Lý do", max_length=300, required=False,
        help_text="Ví dụ: chuyển công tác, nghỉ hưu, nghỉ dài ngày.",
    )  # fmt: skip
    basis = forms.CharField(
        label="Căn cứ", max_length=200, required=False,
        help_text="Số quyết định, nếu có.",
    )  # fmt: skip


class SortLinesForm(TakerForm):
    """Which lines, and to whom, or that they stay."""

    lines = forms.TypedMultipleChoiceField(
        coerce=int, required=False, widget=forms.MultipleHiddenInput
    )
    leave = forms.BooleanField(required=False, widget=forms.HiddenInput)
    whole = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        handover: Handover = kwargs["handover"]
        keys = handover.lines.values_list("pk", flat=True)
        self.fields["lines"].choices = [(pk, pk) for pk in keys]  # type: ignore[attr-defined]


class ReceiptForm(HouseForm):
    """What was found missing; nothing where all is there."""

    missing = forms.CharField(
        label="Việc, hồ sơ còn thiếu", required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Để trống nếu đã nhận đủ. Người lập và Văn phòng được báo điều bạn ghi.",
    )  # fmt: skip
