"""What is asked when units work together on a task."""

from typing import Any, cast

from django import forms

from dondoc.agencies.models import Agency
from dondoc.tasks.forms.base import day, words
from dondoc.tasks.forms.giving import AgencyChoice
from dondoc.tasks.models import Task
from dondoc.ui.forms import HouseForm


class AskCoordinationForm(HouseForm):
    """Đề nghị phối hợp."""

    unit = AgencyChoice("Đơn vị phối hợp")
    words = words("Nội dung cần phối hợp", help_text="Cần ý kiến, số liệu hay phần việc gì.")
    answer_on = day("Trả lời trước hết ngày")

    def __init__(self, *args: Any, task: Task, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Agency]", self.fields["unit"])
        field.queryset = task.supporting.order_by("name")


class AnswerCoordinationForm(HouseForm):
    """Trả lời phối hợp."""

    answer = words("Ý kiến, kết quả phối hợp", rows=5)


class ReturnCoordinationForm(HouseForm):
    """Đề nghị làm rõ."""

    remark = words("Điều cần làm rõ", rows=2)


class WithdrawCoordinationForm(HouseForm):
    """Rút đề nghị."""

    remark = words("Lý do rút", rows=2)
