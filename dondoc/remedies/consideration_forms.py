"""What people are asked in the room."""

from datetime import date
from typing import Any

from django import forms

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.remedies.models import Consideration
from dondoc.tasks.forms.base import words as sentences
from dondoc.ui.forms import HouseForm


class DraftConsiderationForm(HouseForm):
    """On whom the Office drafts a proposal: 'u12' is a unit, 'p34' a person in his seat.

    Offered are the committee's units with their heads and officers of today; the rule may name
    others, who have since left or sit further below.
    """

    about = forms.CharField(
        label="Tập thể, cá nhân", error_messages={"required": "Hãy chọn tập thể hoặc cá nhân."}
    )

    def __init__(self, *args: Any, committee: Agency, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.committee = committee
        self.fields["about"].widget = forms.Select(choices=_offered(committee, day))

    def clean_about(self) -> tuple[Agency, Officer | None]:
        """The unit, and the person where one was chosen."""
        said = self.cleaned_data["about"]
        kind, pk = said[:1], said[1:]
        if pk.isdecimal() and len(pk) < LONGEST_KEY:
            within = {"path__startswith": self.committee.path, "pk": pk}
            if kind == "u" and (unit := Agency.objects.filter(**within).first()):
                return unit, None
            seats = Officer.objects.filter(agency__path__startswith=self.committee.path, pk=pk)
            if kind == "p" and (seat := seats.select_related("agency", "user").first()):
                return seat.agency, seat
        raise forms.ValidationError("Hãy chọn tập thể hoặc cá nhân trong danh sách.")


LONGEST_KEY = 18


def _offered(committee: Agency, day: date) -> list[Any]:
    units = list(Agency.objects.units_of(committee).existing_on(day).order_by("name"))
    seats = Officer.objects.filter(
        agency__in=units, delegated_by=None, role__in=(Role.UNIT_HEAD, Role.OFFICER)
    ).seated_on(day)
    people: dict[int, list[tuple[str, str]]] = {}
    for seat in seats.select_related("user").order_by("role", "user__name", "pk"):
        people.setdefault(seat.agency_id, []).append((f"p{seat.pk}", f"{seat.name}, {seat.title}"))
    groups = [
        (unit.name, [(f"u{unit.pk}", f"Tập thể {unit.name}"), *people.get(unit.pk, ())])
        for unit in units
    ]
    return [("", "Chọn…"), *groups]


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
