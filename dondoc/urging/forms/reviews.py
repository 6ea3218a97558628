"""What is asked when a review is opened, of each of its tasks, and when it ends."""

from datetime import date
from typing import Any, cast

from django import forms

from dondoc.agencies.models import Agency
from dondoc.tasks.forms.base import day, words
from dondoc.tasks.models import Task
from dondoc.ui.forms import HouseForm
from dondoc.urging.models import ReviewLine


class OpenReviewForm(HouseForm):
    """Mở đợt rà soát."""

    name = forms.CharField(label="Tên đợt rà soát", max_length=200)
    words = words(
        "Yêu cầu", required=False, help_text="Nêu văn bản chỉ đạo rà soát và điều cần báo cáo."
    )
    until = day("Xong trước hết ngày")
    units = forms.ModelMultipleChoiceField(
        Agency.objects.none(), label="Đơn vị", widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice", "invalid_pk_value"),
            "Hãy chọn ít nhất một đơn vị đang giữ nhiệm vụ.",
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, committee: Agency, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        leads = Task.objects.filter(issuer=committee).open().order_by().values("lead")
        units = cast("forms.ModelMultipleChoiceField[Agency]", self.fields["units"])
        units.queryset = Agency.objects.filter(pk__in=leads).order_by("name")
        self.initial.setdefault("name", f"Rà soát nhiệm vụ được giao tháng {today:%m/%Y}")


class ConfirmLineForm(HouseForm):
    """Rà soát một nhiệm vụ."""

    standing = forms.ChoiceField(
        label="Tình hình", choices=ReviewLine.Standing.choices, widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn tình hình của nhiệm vụ."},
    )  # fmt: skip
    solution = words(
        "Giải pháp, ai làm gì", required=False, rows=3,
        help_text="Bắt buộc khi chậm, khó kịp, hoặc không còn phù hợp.",
    )  # fmt: skip
    commit_on = day("Sẽ hoàn thành ngày", required=False)


class CloseReviewForm(HouseForm):
    """Kết thúc đợt rà soát."""

    remark = words("Nhận xét", required=False, rows=3)
