"""What the lead unit is asked: how it stands, the result, why it is not its own to do."""

from typing import Any

from django import forms

from dondoc.tasks.forms.base import MoveForm, day, words
from dondoc.tasks.forms.files import FilesField, PhotoField

CHIPS = (25, 50, 75, 90)
"""Percentages offered at one touch; a hundred is for the result."""


def _with_files(said: dict[str, Any]) -> dict[str, Any]:
    said["files"] = [*said.pop("photo"), *said.pop("attached")]
    return said


class PostUpdateForm(MoveForm):
    """Cập nhật tình hình thực hiện."""

    send = "Gửi cập nhật"
    saved = "Đã lưu cập nhật tình hình."

    narrative = words(
        "Tình hình thực hiện",
        help_text="Một câu là đủ: đã làm gì, đang ở bước nào.",
        rows=3,
    )
    percent = forms.TypedChoiceField(
        label="Tiến độ", required=False, coerce=int, empty_value=None, widget=forms.RadioSelect
    )
    photo = PhotoField("Ảnh hiện trường")
    obstacle = words("Khó khăn, vướng mắc", required=False, rows=2)
    proposal = words(
        "Đề xuất, kiến nghị",
        required=False,
        rows=2,
        help_text="Bắt buộc khi đã nêu khó khăn, vướng mắc.",
    )
    milestone = forms.CharField(label="Mốc đạt được", required=False, max_length=200)
    claimed_on = day(
        "Ngày thực hiện",
        required=False,
        help_text="Chỉ điền khi việc làm xong trước hôm nay; hệ thống vẫn ghi ngày nhập.",
    )
    attached = FilesField("Tệp đính kèm", help_text="Tối đa 10 tệp, mỗi tệp 25 MB.")

    def offer(self) -> None:
        percent = self.fields["percent"]
        assert isinstance(percent, forms.TypedChoiceField)
        percent.help_text = f"Đang ở {self.task.percent}%."
        percent.choices = [("", "Giữ"), *((n, f"{n}%") for n in CHIPS)]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("obstacle") and not said.get("proposal"):
            self.add_error(
                "proposal",
                "Đã nêu khó khăn, vướng mắc: hãy nêu cả đề xuất, kiến nghị xử lý.",
            )
        return said

    def said(self) -> dict[str, Any]:
        return _with_files(super().said())


class SubmitForm(MoveForm):
    """Trình kết quả."""

    send = "Trình kết quả"
    saved = "Đã trình kết quả. Đúng hạn hay quá hạn được tính theo lúc trình."
    advice = (
        "Kết quả được chuyển đến bên giao để xác nhận. "
        "Đúng hạn hay quá hạn tính theo lúc bấm trình, không theo lúc xác nhận."
    )

    narrative = words(
        "Kết quả", help_text="Nêu số, ký hiệu văn bản hoặc sản phẩm đã hoàn thành.", rows=4
    )
    attached = FilesField("Tệp minh chứng", help_text="Tối đa 10 tệp, mỗi tệp 25 MB.")
    photo = PhotoField("Ảnh hiện trường")
    claimed_on = day(
        "Ngày hoàn thành thực tế",
        required=False,
        help_text="Chỉ điền khi hoàn thành trước hôm nay.",
    )
    late_reason = words("Lý do chậm", rows=2)

    def offer(self) -> None:
        late = self.task.due_at is not None and self.at >= self.task.due_at
        if not late:
            del self.fields["late_reason"]

    def said(self) -> dict[str, Any]:
        return _with_files(super().said())


class ReturnToAssignerForm(MoveForm):
    """Trả lại bên giao."""

    send = "Trả lại bên giao"
    saved = "Đã trả lại bên giao."
    advice = "Chỉ trả lại khi nhiệm vụ không thuộc thẩm quyền của đơn vị."

    reason = words(
        "Lý do trả lại", help_text="Vì sao không thuộc thẩm quyền; đơn vị nào phù hợp hơn."
    )
