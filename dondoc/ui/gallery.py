"""Mock matter for the gallery of components; people and tasks are invented."""

import json
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator

MATTER = Path(__file__).parent / "templates" / "ui" / "gallery" / "matter.json"
PAGES = {
    "": "ui/gallery.html",
    "tasks": "ui/gallery/tasks.html",
    "task": "ui/gallery/task.html",
    "leader": "ui/gallery/leader.html",
    "update": "ui/gallery/update.html",
}


class UpdateForm(forms.Form):
    """What a unit reports, on a phone or a desk."""

    narrative = forms.CharField(
        label="Tình hình thực hiện",
        help_text="Một câu là đủ: đã làm gì, đến đâu.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    standing = forms.ChoiceField(
        label="Tiến độ",
        choices=[("on", "Đúng tiến độ"), ("risk", "Có nguy cơ chậm"), ("late", "Đang chậm")],
        widget=forms.RadioSelect,
    )
    percent = forms.IntegerField(label="Ước đạt (%)", required=False, min_value=0, max_value=100)
    obstacle = forms.CharField(
        label="Vướng mắc, đề xuất", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    photo = forms.FileField(label="Ảnh", required=False)
    unit = forms.ChoiceField(
        label="Giao tiếp cho",
        required=False,
        choices=[("", "Không giao tiếp"), ("1", "Phòng Quản lý đô thị")],
    )
    sure = forms.BooleanField(label="Tôi chịu trách nhiệm về số liệu báo cáo")


def matter() -> dict[str, object]:
    """Everything the gallery's pages show, frame included."""
    told: dict[str, object] = json.loads(
        MATTER.read_text(encoding="utf-8"), object_hook=lambda fields: SimpleNamespace(**fields)
    ).__dict__
    return told | {
        "notices": 3,
        "clock": SimpleNamespace(demo=True, label="12/05/2022"),
        "listing": Paginator(range(1204), 25).page(2),
        "form": UpdateForm(),
        "refused": UpdateForm({"narrative": "", "percent": "140"}, auto_id="refused_%s"),
        "key": "k-1",
        "root": "/ui/",
    }
