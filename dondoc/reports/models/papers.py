"""What a report and a dispatch have in common: a draft that is issued once, with its files."""

from typing import Any

from django.db import models

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.models import Document, StoredFile


class PaperState(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    ISSUED = "issued", "Đã ban hành"


class Issuable(models.Model):
    """A paper of a committee: changed while it is a draft, never once it is issued."""

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    state = models.CharField(
        "trạng thái", max_length=6, choices=PaperState.choices, default=PaperState.DRAFT
    )
    subject = models.CharField("trích yếu", max_length=300)
    parts = models.JSONField("nội dung", default=list)
    letterhead = models.JSONField("thể thức", default=dict)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name="văn bản ban hành"
    )
    docx = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    pdf = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    drawn_up_by = models.ForeignKey(
        Officer, models.PROTECT, related_name="+", verbose_name="người lập"
    )
    drawn_up_at = models.DateTimeField("lập lúc")
    issued_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="người ban hành"
    )
    issued_at = models.DateTimeField("ban hành lúc", null=True)

    class Meta:
        abstract = True

    @property
    def is_draft(self) -> bool:
        return self.state == PaperState.DRAFT

    def part(self, key: str) -> dict[str, Any] | None:
        """The section or paragraph of that key."""
        return next((part for part in self.parts if part["key"] == key), None)


def issued_with_files() -> models.Q:
    """What the database holds true of every issued paper."""
    complete = models.Q(
        document__isnull=False, docx__isnull=False, pdf__isnull=False, issued_at__isnull=False
    )
    return ~models.Q(state=PaperState.ISSUED) | complete
