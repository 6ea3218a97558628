"""Forms of the import: which sheet, which bodies its names mean, and the yes to the preview."""

from typing import Any

from django import forms

from dondoc.agencies.models import Agency
from dondoc.tasks.importing.planning import Plan
from dondoc.ui.forms import HouseForm

LARGEST = 5 * 1024 * 1024


class ImportForm(HouseForm):
    """The sheet to read."""

    file = forms.FileField(
        label="Tệp Excel (.xlsx)",
        help_text="Mẫu của hệ thống, danh sách đã xuất, hoặc tệp xuất từ phần mềm cũ. Tối đa 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError("Tệp lớn hơn 5 MB. Hãy tách thành nhiều tệp.")
        return file


class ConfirmImportForm(HouseForm):
    """The yes to what the preview said."""

    sha256 = forms.CharField(widget=forms.HiddenInput)
    revise = forms.BooleanField(
        label="Sửa cả nội dung, phối hợp của nhiệm vụ đã có theo tệp", required=False
    )


class NamesForm(HouseForm):
    """Which body each unknown name means; what is chosen is remembered as an alias."""

    sha256 = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any, plan: Plan) -> None:
        super().__init__(data)
        self.fields["sha256"].initial = plan.sha256
        self.names = list(plan.unmatched)
        units = Agency.objects.under(plan.issuer).order_by("name")
        every = [(body.pk, body.name) for body in units]
        for at, name in enumerate(self.names):
            near = [(body.pk, body.name) for body in plan.unmatched[name]]
            choices = [("", "Chưa chọn (không nhập các dòng này)")]
            grouped = (
                [*choices, ("Gần giống", near), ("Tất cả", every)] if near else choices + every
            )
            self.fields[f"name_{at}"] = forms.ChoiceField(
                label=f"“{name}”", choices=grouped, required=False
            )

    def chosen(self) -> dict[str, int]:
        """The key of the body chosen for each name."""
        said = {name: self.cleaned_data.get(f"name_{at}") for at, name in enumerate(self.names)}
        return {name: int(key) for name, key in said.items() if key}
