"""What people are asked in the room."""

from datetime import date
from typing import Any

from django import forms

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.remedies.models import Consideration
from dondoc.tasks.forms.base import words as sentences
from dondoc.ui.forms import HouseForm


class DraftConsiderationForm(HouseForm):
    """On whom the Office drafts a proposal of its own accord: a unit, or a person of it."""

    about = forms.ChoiceField(
        label="Tập thể, cá nhân", error_messages={"required": "Hãy chọn tập thể hoặc cá nhân."}
    )

    def __init__(self, *args: Any, committee: Agency, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = list(Agency.objects.units_of(committee).existing_on(day).order_by("name"))
        seats = Officer.objects.filter(
            agency__in=units, delegated_by=None, role__in=(Role.UNIT_HEAD, Role.OFFICER)
        ).seated_on(day)
        people: dict[int, list[Officer]] = {}
        for seat in seats.select_related("user", "agency").order_by("role", "user__name", "pk"):
            people.setdefault(seat.agency_id, []).append(seat)
        self.units = {f"u{unit.pk}": (unit, None) for unit in units}
        self.people = {
            f"p{seat.pk}": (seat.agency, seat) for some in people.values() for seat in some
        }
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            ("", "Chọn…"),
            *(
                (
                    unit.name,
                    [
                        (f"u{unit.pk}", f"Tập thể {unit.name}"),
                        *(
                            (f"p{seat.pk}", f"{seat.name}, {seat.title}")
                            for seat in people.get(unit.pk, ())
                        ),
                    ],
                )
                for unit in units
            ),
        ]

    def chosen(self) -> tuple[Agency, Officer | None]:
        """The unit, and the person where one was chosen."""
        key = self.cleaned_data["about"]
        return self.people[key] if key in self.people else self.units[key]


class ConsiderationWordsForm(HouseForm):
    """The proposal in other words."""

    words = sentences("Nội dung đề xuất", rows=7)


class DropForm(HouseForm):
    """Why a draft is not submitted."""

    reason = sentences("Lý do không trình", rows=2)


class ReturnForm(HouseForm):
    """What the Chairman wants to know first."""

    answer = sentences("Điều cần Văn phòng làm rõ", rows=2)


class DecideConsiderationForm(HouseForm):
    """The Chairman's conclusion and words."""

    outcome = forms.ChoiceField(
        label="Kết luận", choices=Consideration.Outcome.choices, widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một kết luận."},
    )  # fmt: skip
    answer = sentences("Ý kiến quyết định", rows=3)
