"""The door through which a directory comes in from a spreadsheet: template, preview, import."""

import io
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from dondoc.agencies.models import Role
from dondoc.agencies.queries import root_of
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.config.directory_import import Import, carry_out, preview, write_template
from dondoc.database.models import Installation
from dondoc.documents.guard import FileRefused
from dondoc.documents.sheets import ExtractionFailed, read_sheet
from dondoc.ui.forms import HouseForm
from dondoc.workflow import Refused

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ImportForm(HouseForm):
    """A filled-in template, first looked through, then taken in."""

    sheet = forms.FileField(label="Tệp Excel (.xlsx)", help_text="Theo tệp mẫu; tối đa 5.000 dòng.")
    really = forms.BooleanField(
        label="Nhập luôn nếu không có lỗi", required=False,
        help_text="Để trống: chỉ xem trước, chưa ghi gì.",
    )  # fmt: skip


@never_cache
@seated(Role.ADMINISTRATOR)
def import_directory(request: SeatedRequest) -> HttpResponse:
    """Shows what the sheet would do and what is wrong with it; does it when asked and clean."""
    form = ImportForm(request.POST or None, request.FILES or None)
    found: Import | None = None
    if request.method == "POST" and form.is_valid():
        try:
            found = _judge(request, form)
        except (Refused, FileRefused, ExtractionFailed) as refusal:
            form.add_error("sheet", str(refusal))
            form.status = 422
    context = {"form": form, "found": found}
    return render(request, "agencies/import.html", context, status=form.status)


def _judge(request: SeatedRequest, form: ImportForm) -> Import:
    sheet = read_sheet(form.cleaned_data["sheet"].read(), limit_rows=5_000)
    root, demo = root_of(request.officer), Installation.this().demo
    said: dict[str, Any] = {"by": request.officer, "at": request.at, "demo": demo}
    found = preview(sheet, root, **said)
    if form.cleaned_data["really"] and found.is_clean:
        found = carry_out(sheet, root, **said)
        messages.success(request, f"Đã nhập {len(found.rows)} dòng.")
    return found


@seated(Role.ADMINISTRATOR)
def import_template(request: SeatedRequest) -> HttpResponse:
    """The empty sheet."""
    stream = io.BytesIO()
    write_template(stream)
    named = {"Content-Disposition": 'attachment; filename="mau-danh-ba.xlsx"'}
    return HttpResponse(stream.getvalue(), content_type=XLSX, headers=named)
