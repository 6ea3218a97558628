"""The committee's dispatch on a report: whom it criticises, asks, commends."""

from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.models import Issuable, PaperState, issued_with_files
from dondoc.reports.models.reports import Report


class DispatchQuerySet(models.QuerySet["Dispatch"]):
    def visible_to(self, officer: Officer) -> Self:
        """Drafts for the committee's readers; issued ones for all bodies of its tree."""
        above = [int(pk) for pk in officer.agency.path.strip("/").split("/")]
        seen = Q(state=PaperState.ISSUED, committee_id__in=above)
        if officer.reads_committee:
            seen |= Q(committee_id=officer.committee_id)
        return self.filter(seen)


class Dispatch(Issuable):
    """Công văn về việc thực hiện nhiệm vụ, which relies on an issued report."""

    report = models.ForeignKey(
        Report, models.PROTECT, related_name="dispatches", verbose_name="căn cứ báo cáo"
    )
    signer = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="người ký"
    )

    objects = DispatchQuerySet.as_manager()

    class Meta:
        verbose_name = "công văn chỉ đạo"
        indexes = [
            models.Index(fields=["committee", "-drawn_up_at", "-id"], name="dispatch_by_time")
        ]
        constraints = [
            models.CheckConstraint(
                condition=issued_with_files(), name="an_issued_dispatch_has_its_files"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """ "Công văn số 06/UBND-KSTT"."""
        number = self.letterhead.get("number")
        return f"Công văn số {number}" if number else "Dự thảo công văn"


class Finding(models.Model):
    """What a draft proposes to say of one unit, and what people made of the proposal."""

    class Kind(models.TextChoices):
        CRITICISM = "criticism", "Phê bình"
        REQUEST = "request", "Yêu cầu"
        COMMENDATION = "commendation", "Biểu dương"

    class Decision(models.TextChoices):
        PROPOSED = "proposed", "Chờ quyết định"
        ACCEPTED = "accepted", "Chấp nhận"
        DROPPED = "dropped", "Bỏ"

    dispatch = models.ForeignKey(Dispatch, models.PROTECT, related_name="findings")
    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    unit_name = models.CharField("tên đơn vị khi đó", max_length=200)
    place = models.PositiveSmallIntegerField("thứ tự")
    reasons = models.JSONField("lý do", default=list)
    figures = models.JSONField("số liệu", default=dict)
    words = models.TextField("lời văn")
    requirement = models.TextField("yêu cầu kèm theo", blank=True)
    reworded = models.BooleanField("đã sửa lời", default=False)
    decision = models.CharField(
        "quyết định", max_length=8, choices=Decision.choices, default=Decision.PROPOSED
    )

    class Meta:
        verbose_name = "đề xuất phê bình, yêu cầu, biểu dương"
        constraints = [
            models.UniqueConstraint(fields=["dispatch", "unit"], name="one_finding_per_unit"),
        ]
        indexes = [models.Index(fields=["unit", "kind"], name="finding_by_unit")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.unit_name}"
