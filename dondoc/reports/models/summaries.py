"""The month told to the Chairman: figures as of a moment, and the directions he writes on it."""

from typing import ClassVar, Self

from django.db import models

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.models import Issuable, issued_with_files
from dondoc.reports.monthly.figures import MonthFigures
from dondoc.tasks.models import Task


class SummaryQuerySet(models.QuerySet["Summary"]):
    def visible_to(self, officer: Officer) -> Self:
        """The summaries of a committee, for those who read all of its work."""
        if not officer.reads_committee:
            return self.none()
        return self.filter(committee_id=officer.committee_id)

    def bare(self) -> Self:
        """Without the long lists, for tables of summaries."""
        return self.defer("figures", "parts")


class Summary(Issuable):
    """Báo cáo tháng của Văn phòng gửi Chủ tịch: programme, week, meetings, late and remedied."""

    UNRECORDED: ClassVar[tuple[str, ...]] = ("figures",)  # the journal keeps their SHA-256

    month = models.DateField("tháng")
    as_of = models.DateTimeField("số liệu chốt lúc")
    figures = models.JSONField("số liệu")
    sha256 = models.CharField("mã kiểm tra số liệu (SHA-256)", max_length=64)

    objects = SummaryQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo tháng gửi Chủ tịch"
        indexes = [models.Index(fields=["committee", "-as_of", "-id"], name="summary_by_cut_off")]
        constraints = [
            models.CheckConstraint(
                condition=issued_with_files(), name="an_issued_summary_has_its_files"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """ "Báo cáo số 14/BC-VP", or the month while it is a draft."""
        number = self.letterhead.get("number")
        return f"Báo cáo số {number}" if number else f"Dự thảo báo cáo {self.month_name}"

    @property
    def month_name(self) -> str:
        """ "tháng 5/2022"."""
        return f"tháng {self.month.month}/{self.month.year}"

    @property
    def counted(self) -> MonthFigures:
        """Its figures, to be read by name."""
        return MonthFigures(self.figures)


class Direction(models.Model):
    """What the Chairman wrote on an issued summary, in his words, and the task it became."""

    summary = models.ForeignKey(Summary, models.PROTECT, related_name="directions")
    words = models.TextField("ý kiến chỉ đạo")
    lead = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="chủ trì")
    due_on = models.DateField("thời hạn", null=True)
    task = models.OneToOneField(
        Task, models.PROTECT, related_name="+", verbose_name="nhiệm vụ đã giao"
    )
    given_by = models.ForeignKey(
        Officer, models.PROTECT, related_name="+", verbose_name="người chỉ đạo"
    )
    given_at = models.DateTimeField("chỉ đạo lúc")

    VERSION = None

    class Meta:
        verbose_name = "ý kiến chỉ đạo trên báo cáo tháng"
        indexes = [models.Index(fields=["summary", "given_at"], name="direction_by_summary")]

    def __str__(self) -> str:
        return self.words[:80]
