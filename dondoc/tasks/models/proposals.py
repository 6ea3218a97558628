"""What a reading of a document proposes, until a person confirms it."""

from typing import Self

from django.db import models

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.models import Document

NAMES = "; "
"""What stands between the printed names of several leads."""


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def visible_to(self, officer: Officer) -> Self:
        """The proposals of the documents the officer may see."""
        return self.filter(document__in=Document.objects.visible_to(officer))


class Proposal(models.Model):
    """One order found in a document: a task in the making."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Chờ xác nhận"
        CONFIRMED = "confirmed", "Đã giao"
        DROPPED = "dropped", "Đã bỏ"

    document = models.ForeignKey(Document, models.PROTECT, related_name="proposals")
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.PROPOSED
    )
    position = models.PositiveIntegerField("thứ tự")
    start = models.PositiveIntegerField("từ ký tự", null=True)
    end = models.PositiveIntegerField("đến ký tự", null=True)
    clause = models.CharField("điểm, khoản", max_length=20, blank=True)
    content = models.TextField("nội dung")
    product = models.CharField("sản phẩm", max_length=300, blank=True)
    lead_text = models.CharField("chủ trì như trong văn bản", max_length=500, blank=True)
    leads = models.ManyToManyField(Agency, related_name="+", blank=True, verbose_name="chủ trì")
    lead_confidence = models.PositiveSmallIntegerField("độ tin cậy (%)", default=0)
    supporting_text = models.CharField("phối hợp như trong văn bản", max_length=1000, blank=True)
    supporting = models.ManyToManyField(
        Agency, related_name="+", blank=True, verbose_name="phối hợp"
    )
    due_phrase = models.CharField("nguyên văn thời hạn", max_length=200, blank=True)
    due_rule = models.CharField("cách hiểu", max_length=200, blank=True)
    due_on = models.DateField("thời hạn", null=True, blank=True)
    due_time = models.TimeField("giờ", null=True, blank=True)
    due_strict = models.BooleanField("“trước ngày”", default=False)
    no_deadline = models.BooleanField("không thời hạn", default=False)
    deadlines = models.JSONField("các thời hạn đọc được", default=list, blank=True)
    doubts = models.JSONField("điều cần xem", default=list, blank=True)
    edited = models.BooleanField("đã sửa tay", default=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "đề xuất nhiệm vụ"
        indexes = [models.Index(fields=["document", "position"], name="proposal_by_document")]

    def __str__(self) -> str:
        return self.content[:80]

    @property
    def lead_names(self) -> list[str]:
        """The printed names of its leads, one by one."""
        return [name for name in self.lead_text.split(NAMES) if name]
