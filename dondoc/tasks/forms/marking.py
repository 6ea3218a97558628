"""What is asked when a star is put on or taken off."""

from django import forms

from dondoc.tasks.forms.base import MoveForm, words


class StarForm(MoveForm):
    """Gắn sao."""

    send = "Gắn sao"
    saved = "Đã gắn sao."
    advice = "Nhiệm vụ gắn sao đứng đầu mọi danh sách và được theo dõi riêng trong báo cáo."

    reason = forms.CharField(
        label="Lý do gắn sao",
        max_length=300,
        help_text="Vì sao đây là nhiệm vụ quan trọng, trọng tâm, trọng điểm.",
        error_messages={"required": "Hãy nhập lý do gắn sao."},
    )


class UnstarForm(MoveForm):
    """Bỏ sao."""

    send = "Bỏ sao"
    saved = "Đã bỏ sao."

    reason = words("Lý do bỏ sao", rows=2)
