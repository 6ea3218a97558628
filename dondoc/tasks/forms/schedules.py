"""What is asked of people who lay tasks out in time."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dondoc.rules.folding import fold
from dondoc.rules.schedule_lines import Line, Problem, read_lines
from dondoc.tasks.forms.base import day, words
from dondoc.tasks.models import Dependency, Schedule, State, Task
from dondoc.tasks.models.schedules import LONGEST
from dondoc.tasks.schedules.lines import check
from dondoc.ui.forms import HouseForm

LARGEST_PASTE = 500_000
NEAR = 6
DIGITS = {"inputmode": "numeric"}


def length(label: str = "Số ngày làm việc", **about: Any) -> forms.IntegerField:
    """A field for working days; 0 is a milestone."""
    return forms.IntegerField(
        label=label, min_value=0, max_value=LONGEST,
        help_text="0 là mốc: chỉ có ngày, không kéo dài.",
        error_messages={
            "required": "Hãy nhập số ngày làm việc.", "invalid": "Hãy nhập một số.",
            "max_value": f"Nhiều nhất {LONGEST} ngày làm việc.",
            "min_value": "Ít nhất 0 ngày (mốc).",
        },
        **about,
    )  # fmt: skip


class SetUpForm(HouseForm):
    """Lập, sửa khung tiến độ."""

    name = forms.CharField(
        label="Tên khung tiến độ", max_length=200,
        error_messages={"required": "Hãy nhập tên khung tiến độ."},
        help_text="Ví dụ: Đường găng chuẩn bị Kỳ họp thứ Bảy HĐND phường.",
    )  # fmt: skip
    start_on = day("Ngày bắt đầu", help_text="Không việc nào được xếp trước ngày này.")


class AddTasksForm(HouseForm):
    """Các nhiệm vụ đã chọn, mỗi việc bấy nhiêu ngày."""

    tasks = forms.ModelMultipleChoiceField(
        Task.objects.none(), label="Nhiệm vụ",
        error_messages={
            "required": "Hãy chọn ít nhất một nhiệm vụ.",
            "invalid_choice": "Có nhiệm vụ không chọn được nữa. Hãy tìm lại.",
        },
    )  # fmt: skip
    duration = length("Số ngày làm việc mỗi việc", initial=5)

    def __init__(self, *args: Any, schedule: Schedule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["tasks"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = free_tasks(schedule)


def free_tasks(schedule: Schedule) -> Any:
    """Tasks the committee gave that stand in no schedule yet."""
    given = Task.objects.filter(issuer=schedule.committee_id, scheduled__isnull=True)
    return given.exclude(state=State.RECALLED)


class PlanTaskForm(HouseForm):
    """Thời lượng, ngày sớm nhất của một việc, và vì sao đổi."""

    duration = length()
    not_before = day(
        "Không bắt đầu trước ngày", required=False, help_text="Bỏ trống: theo việc nó chờ."
    )
    reason = words("Lý do", rows=2)


class LinkForm(HouseForm):
    """Việc này chờ việc nào."""

    earlier = forms.CharField(
        label="Chờ việc", max_length=300, help_text="Gõ mã, hoặc vài chữ trong nội dung.",
        error_messages={"required": "Hãy nhập mã hoặc nội dung việc phải chờ."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    kind = forms.ChoiceField(label="Kiểu", choices=Dependency.Type.choices, initial="FS")
    lag = forms.IntegerField(
        label="Độ trễ (ngày làm việc)", initial=0, min_value=-LONGEST, max_value=LONGEST,
        required=False, help_text="Số âm là làm gối đầu.",
        error_messages={
            "invalid": "Hãy nhập một số, ví dụ 2 hoặc -1.",
            "min_value": f"Ít nhất -{LONGEST}.", "max_value": f"Nhiều nhất {LONGEST}.",
        },
    )  # fmt: skip

    def __init__(self, *args: Any, schedule: Schedule, later: Task, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.schedule, self.later = schedule, later

    def clean_earlier(self) -> Task:
        """The task meant by its code, or by words that only one task of the schedule holds."""
        said = self.cleaned_data["earlier"].strip()
        found = named(self.schedule, said)
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(f"Không có việc nào trong khung khớp “{said[:60]}”.")
        near = "; ".join(f"{task.code} {task.content[:50]}" for task in found[:NEAR])
        raise ValidationError(f"Có nhiều việc khớp, hãy gõ mã: {near}.")

    def clean_lag(self) -> int:
        return int(self.cleaned_data["lag"] or 0)


def named(schedule: Schedule, said: str) -> list[Task]:
    """The tasks of the schedule with this code, else those that hold all these words."""
    inside = Task.objects.filter(scheduled__schedule=schedule).exclude(state=State.RECALLED)
    first = said.split()[0] if said.split() else ""
    if exact := list(inside.filter(code=first)):
        return exact
    for word in fold(said).split()[:12]:
        inside = inside.filter(search__contains=word)
    return list(inside.order_by("code")[:20]) if said.strip() else []


class ReasonForm(HouseForm):
    """Vì sao."""

    reason = words("Lý do", rows=2)


class BaselineForm(HouseForm):
    """Đặt khung gốc."""

    reason = words(
        "Căn cứ", required=False, rows=2, help_text="Ví dụ: Kế hoạch số 12/KH-UBND ngày 10/5/2022."
    )


class LayInForm(HouseForm):
    """Nhiều dòng dán từ bảng tính."""

    text = forms.CharField(
        label="Các dòng", max_length=LARGEST_PASTE, strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "wrap": "off"}),
        help_text="Mỗi dòng một việc: mã; số ngày; chờ các mã nào; không trước ngày.",
        error_messages={"required": "Hãy dán ít nhất một dòng."},
    )  # fmt: skip

    def __init__(self, *args: Any, schedule: Schedule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.schedule = schedule
        self.lines: list[Line] = []
        self.problems: list[Problem] = []

    def clean_text(self) -> str:
        """Every line is held to what there is; each that is wrong is named."""
        text: str = self.cleaned_data["text"]
        self.lines, unread = read_lines(text)
        if not self.lines and not unread:
            raise ValidationError("Hãy dán ít nhất một dòng.")
        wrong = [*unread, *check(self.schedule, self.lines).problems]
        self.problems = sorted(wrong, key=lambda one: one.number)
        if self.problems:
            count = len({one.number for one in self.problems})
            raise ValidationError(f"{count} dòng cần sửa; chưa nhập dòng nào.")
        return text


class SlipForm(HouseForm):
    """“Nếu việc này chậm n ngày”."""

    days = forms.IntegerField(
        label="Chậm (ngày làm việc)", min_value=1, max_value=LONGEST, initial=7,
        error_messages={
            "required": "Hãy nhập số ngày chậm.", "invalid": "Hãy nhập một số.",
            "min_value": "Số ngày chậm từ 1 trở lên.",
            "max_value": f"Nhiều nhất {LONGEST} ngày.",
        },
    )  # fmt: skip
