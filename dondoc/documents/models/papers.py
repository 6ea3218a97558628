"""What papers of a committee have in common: printed, numbered, kept with their files."""

from typing import Any

from django.db import models

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.models.documents import Document, StoredFile


class PaperState(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    ISSUED = "issued", "Đã ban hành"


class Printed(models.Model):
    """Whatever goes out under a number: its letterhead, its two files, its place in the register.

    A thing with a life of its own (a meeting, a schedule) keeps its own states; one that is
    nothing but a paper is `Issuable`.
    """

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    subject = models.CharField("trích yếu", max_length=300)
    letterhead = models.JSONField("thể thức", default=dict)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name="văn bản ban hành"
    )
    docx = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    pdf = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    issued_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="người ban hành"
    )
    issued_at = models.DateTimeField("ban hành lúc", null=True)

    class Meta:
        abstract = True


class Issuable(Printed):
    """A paper of a committee: changed while it is a draft, never once it is issued."""

    VERSION = None

    state = models.CharField(
        "trạng thái", max_length=6, choices=PaperState.choices, default=PaperState.DRAFT
    )
    parts = models.JSONField("nội dung", default=list)
    drawn_up_by = models.ForeignKey(
        Officer, models.PROTECT, related_name="+", verbose_name="người lập"
    )
    drawn_up_at = models.DateTimeField("lập lúc")

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
