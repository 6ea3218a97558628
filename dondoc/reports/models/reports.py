"""The periodic report of the Office: figures as of a cut-off, frozen when it is issued."""

from typing import ClassVar, Self

from django.db import models

from dondoc.agencies.models import Officer
from dondoc.documents.models import Issuable, issued_with_files
from dondoc.reports.figures import Figures
from dondoc.rules.periods import Period


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, officer: Officer) -> Self:
        """The reports of a committee, for those who read all of its work."""
        if not officer.reads_committee:
            return self.none()
        return self.filter(committee_id=officer.committee_id)

    def bare(self) -> Self:
        """Without the long lists, for tables of reports."""
        return self.defer("figures", "parts")


class Report(Issuable):
    """Báo cáo tổng hợp tình hình thực hiện nhiệm vụ of one period."""

    UNRECORDED: ClassVar[tuple[str, ...]] = ("figures",)  # the journal keeps their SHA-256

    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến ngày")
    carry_over = models.BooleanField("tính cả nhiệm vụ kỳ trước chuyển sang", default=False)
    as_of = models.DateTimeField("số liệu chốt lúc")
    formula = models.CharField("phiên bản công thức", max_length=20)
    figures = models.JSONField("số liệu")
    sha256 = models.CharField("mã kiểm tra số liệu (SHA-256)", max_length=64)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo tổng hợp"
        indexes = [models.Index(fields=["committee", "-as_of", "-id"], name="report_by_cut_off")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_on__gte=models.F("from_on")),
                name="a_report_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=issued_with_files(), name="an_issued_report_has_its_files"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """ "Báo cáo số 12/BC-VP", or what it reports on while it is a draft."""
        number = self.letterhead.get("number")
        return f"Báo cáo số {number}" if number else f"Dự thảo báo cáo {self.period}"

    @property
    def period(self) -> Period:
        return Period(self.from_on, self.to_on, self.carry_over)

    @property
    def counted(self) -> Figures:
        """Its figures, to be read by name."""
        return Figures(self.figures)
