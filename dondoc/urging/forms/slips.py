"""What people are asked about slips and leaders' words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from dondoc.tasks.forms.base import day, words
from dondoc.ui.forms import HouseForm
from dondoc.urging.models import LeaderWord, Slip, SlipMatter

PHRASES = {
    LeaderWord.Kind.EXPLAIN: (
        "Giải trình rõ nguyên nhân chậm và thời điểm hoàn thành.",
        "Vì sao chưa cập nhật tình hình? Ai chịu trách nhiệm?",
    ),
    LeaderWord.Kind.INSTRUCT: (
        "Tập trung thực hiện dứt điểm trong tuần, báo cáo kết quả.",
        "Làm việc ngay với đơn vị phối hợp, báo cáo trước khi họp giao ban.",
    ),
    LeaderWord.Kind.OPINE: ("Đã xem, đồng ý với hướng xử lý của đơn vị.",),
}
"""What a leader says most, one press away."""


class EditSlipForm(HouseForm):
    """The draft in the Office's own words."""

    words = words("Nội dung", rows=9)
    answer_on = day("Trả lời trước hết ngày")


class DropSlipForm(HouseForm):
    """Why a draft is not sent."""

    reason = words("Lý do không gửi", rows=2)


class ReturnSlipForm(HouseForm):
    """What the answer lacks."""

    remark = words("Câu trả lời còn thiếu điểm nào", rows=3)


class CloseSlipForm(HouseForm):
    """What the Office says when it closes; needed where nobody answered."""

    remark = words("Ý kiến của Văn phòng", required=False, rows=2)


class RaiseSlipForm(HouseForm):
    """Why it goes up a step."""

    remark = words("Lý do chuyển bước cao hơn", rows=2)


class AnswerSlipForm(HouseForm):
    """Cause, solution and day for each matter; the fields of one share its number."""

    def __init__(self, *args: Any, matters: Sequence[SlipMatter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.matters = matters
        for one in matters:
            self.fields[f"cause_{one.pk}"] = words("Nguyên nhân", required=False, rows=2)
            self.fields[f"solution_{one.pk}"] = words(
                "Giải pháp, ai làm gì", required=False, rows=2
            )
            self.fields[f"commit_on_{one.pk}"] = day("Cam kết xong ngày", required=False)
            first = {"cause": one.cause, "solution": one.solution, "commit_on": one.commit_on}
            self.initial.update({f"{name}_{one.pk}": said for name, said in first.items()})

    def rows(self) -> list[tuple[SlipMatter, list[forms.BoundField]]]:
        """Each matter with its three fields."""
        names = ("cause", "solution", "commit_on")
        return [(one, [self[f"{name}_{one.pk}"] for name in names]) for one in self.matters]

    def answers(self) -> dict[int, tuple[str, str, date | None]]:
        """As the deed takes them."""
        return {one.pk: self._answer(one.pk) for one in self.matters}

    def _answer(self, pk: int) -> tuple[str, str, date | None]:
        said = self.cleaned_data
        return said[f"cause_{pk}"], said[f"solution_{pk}"], said[f"commit_on_{pk}"]


class SayWordForm(HouseForm):
    """What the leader wants of a task: a sentence that stands ready, or his own words."""

    phrase = forms.ChoiceField(label="Câu có sẵn", required=False, widget=forms.RadioSelect)
    words = words("Hoặc ghi nguyên văn", required=False, rows=3)
    answer_on = day(
        "Trả lời trước hết ngày", required=False,
        help_text="Bỏ trống: theo số ngày UBND quy định.",
    )  # fmt: skip

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        phrases = PHRASES[LeaderWord.Kind(kind)]
        self.fields["phrase"].choices = [(words, words) for words in phrases]  # type: ignore[attr-defined]  # a choice field
        if kind == LeaderWord.Kind.OPINE:
            del self.fields["answer_on"]

    def said(self) -> dict[str, Any]:
        """His words: those he wrote, else the sentence he chose."""
        data = self.cleaned_data
        own = data["words"].strip()
        chosen = data["phrase"]
        words = f"{chosen}\n{own}" if own and chosen else own or chosen
        return {"words": words, "answer_on": data.get("answer_on")}


class AnswerWordForm(HouseForm):
    """The unit's answer to a leader."""

    answer = words("Trả lời lãnh đạo", rows=5)


class ReturnWordForm(HouseForm):
    """What the answer did not answer."""

    remark = words("Điều cần làm rõ", rows=3)


class ChooseForm(HouseForm):
    """Which tasks are urged, and by which paper."""

    kind = forms.ChoiceField(
        label="Loại văn bản", choices=Slip.Kind.choices,
        error_messages={"required": "Hãy chọn loại văn bản sẽ gửi."},
    )  # fmt: skip
