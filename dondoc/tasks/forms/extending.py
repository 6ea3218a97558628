"""What is asked when a deadline is to move."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dondoc.tasks.forms.base import MoveForm, day, words
from dondoc.tasks.forms.due import DueFields
from dondoc.tasks.models import Extension


class AskExtensionForm(MoveForm):
    """Đề nghị gia hạn."""

    send = "Gửi đề nghị"
    saved = "Đã gửi đề nghị gia hạn."
    advice = "Thời hạn hiện tại vẫn áp dụng cho đến khi có quyết định."

    due_on = day("Thời hạn đề nghị")
    reason = words("Lý do", help_text="Vì sao cần thêm thời gian; đã làm được đến đâu.")


class _DecisionForm(MoveForm):
    """A decision on the request that was open when the page was opened."""

    extension = forms.ModelChoiceField(
        Extension.objects.none(),
        label="Đề nghị",
        widget=forms.HiddenInput,
        error_messages={
            "required": "Nhiệm vụ này không có đề nghị gia hạn nào đang chờ.",
            "invalid_choice": "Đề nghị này không thuộc nhiệm vụ đang xem.",
        },
    )

    def offer(self) -> None:
        self.asked = self.task.extensions.filter(state=Extension.State.ASKED).first()
        field = self.fields["extension"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.task.extensions.all()
        self.initial.setdefault("extension", self.asked and self.asked.pk)

    def clean_extension(self) -> Extension:
        """Whoever comes second is told who decided first, and what."""
        asked: Extension = self.cleaned_data["extension"]
        if asked.decided_by is None:
            return asked
        self.status = 409
        words = asked.get_state_display().lower()
        raise ValidationError(f"{asked.decided_by.name} đã quyết định đề nghị này trước: {words}.")


class GrantExtensionForm(_DecisionForm):
    """Đồng ý gia hạn."""

    send = "Đồng ý gia hạn"
    saved = "Đã đồng ý gia hạn."
    advice = "Có thể duyệt ngày sớm hơn ngày đơn vị đề nghị. Thời hạn gốc vẫn được giữ và hiển thị."

    due_on = day("Thời hạn mới")
    answer = words("Ý kiến", required=False, rows=2)

    def offer(self) -> None:
        super().offer()
        self.initial.setdefault("due_on", self.asked and self.asked.due_on_asked)


class RefuseExtensionForm(_DecisionForm):
    """Không đồng ý gia hạn."""

    send = "Không đồng ý"
    saved = "Đã từ chối gia hạn; thời hạn giữ nguyên."

    answer = words("Lý do không đồng ý")


class ChangeDeadlineForm(DueFields, MoveForm):
    """Điều chỉnh thời hạn."""

    send = "Điều chỉnh thời hạn"
    saved = "Đã điều chỉnh thời hạn."
    advice = "Thời hạn gốc vẫn được giữ và hiển thị."
    looks_again = True

    reason = words("Lý do, căn cứ", help_text="Nêu số, ký hiệu văn bản nếu có.")

    def offer(self) -> None:
        self.start_from(self.task)

    def said(self) -> dict[str, Any]:
        return self.with_due(super().said())
