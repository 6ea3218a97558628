"""Fields for evidence: each file is judged by its bytes before anything is kept."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from dondoc.documents.filing import content_of
from dondoc.documents.guard import FileRefused, inspect

MOST = 10
"""Files that may go with one update."""
ACCEPTED = ".docx,.pdf,.xlsx,.txt,.png,.jpg,.jpeg,.webp"


class ManyFiles(forms.ClearableFileInput):
    """The browser's chooser, for more than one file."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """None or some files, all of which may be kept; a refusal names its file."""

    def __init__(self, label: str, **about: Any) -> None:
        widget = ManyFiles(attrs={"accept": ACCEPTED})
        super().__init__(label=label, required=False, widget=widget, **about)

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        uploads: Sequence[UploadedFile[bytes]] = [upload for upload in data or [] if upload]
        if len(uploads) > MOST:
            raise ValidationError(f"Mỗi lần gửi tối đa {MOST} tệp. Hãy bỏ bớt hoặc gửi thêm lần.")
        refused = [words for upload in uploads if (words := _refusal(upload))]
        if refused:
            raise ValidationError(refused)
        return list(uploads)


class PhotoField(forms.FileField):
    """One photo, taken on the spot."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, required=False)

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        if not data:
            return []
        if words := _refusal(data):
            raise ValidationError(words)
        return [data]


def _refusal(upload: "UploadedFile[bytes]") -> str:
    """Why the file may not be kept; nothing where it may."""
    try:
        inspect(upload.name or "", content_of(upload))
    except FileRefused as refusal:
        return f"{upload.name}: {refusal}"
    return ""
