"""Words of papers and of the record, who was there, and over whose name a paper goes out."""

from typing import Any

from django import forms

from dondoc.agencies.models import Officer
from dondoc.meetings.models import Meeting, Participant
from dondoc.tasks.forms.base import words
from dondoc.ui.forms import HouseForm


class WordsForm(HouseForm):
    """A part in other words."""

    text = words("Nội dung", rows=6)


class SignForm(HouseForm):
    """Over whose signature the paper goes out."""

    signer = forms.TypedChoiceField(
        label="Người ký", coerce=int, error_messages={"required": "Hãy chọn người ký."}
    )

    def __init__(self, *args: Any, signers: list[Officer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.signers = {one.pk: one for one in signers}
        choices = [(one.pk, f"{one.name}, {one.title}") for one in signers]
        self.fields["signer"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> Officer:
        """The signer chosen."""
        return self.signers[self.cleaned_data["signer"]]


class RecordForm(HouseForm):
    """What is written while the meeting goes on."""

    minutes = words("Diễn biến, ý kiến phát biểu", required=False, rows=8)
    conclusions = words(
        "Kết luận của người chủ trì", required=False, rows=8,
        help_text="Mỗi kết luận một dòng, đánh số “1.”, “2.”; ghi rõ giao đơn vị nào, việc gì, "
        "thời hạn để tách được thành nhiệm vụ.",
    )  # fmt: skip


class Attendance(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Who was asked; whoever comes in his place as the chair agreed stands beside him."""

    def label_from_instance(self, obj: Any) -> str:
        if obj.deputy is None or not obj.consent:
            return str(obj)
        return f"{obj}; dự thay: {obj.deputy.name}, {obj.deputy.title}"


class RollForm(HouseForm):
    """Who is there."""

    present = Attendance(
        Participant.objects.none(), label="Có mặt", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Participant.objects.standing().filter(meeting=meeting).order_by("pk")
        related = (
            "agency", "officer__user", "officer__agency", "officer__delegated_by",
            "deputy__user", "deputy__agency", "deputy__delegated_by",
        )  # fmt: skip
        self.fields["present"].queryset = rows.select_related(*related)  # type: ignore[attr-defined]
