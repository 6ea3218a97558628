"""Inspections: planned, carried out, and what they found."""

from typing import Self

from django.db import models

from dondoc.agencies.models import Agency, Officer
from dondoc.planning.models import ProgrammeItem
from dondoc.tasks.models import Task


class InspectionQuerySet(models.QuerySet["Inspection"]):
    def visible_to(self, officer: Officer) -> Self:
        """The committee's readers see all; a unit sees those made of it."""
        if officer.reads_committee:
            return self.filter(committee_id=officer.committee_id)
        return self.filter(units__in=officer.scope()).distinct()


class Inspection(models.Model):
    """A check of how units carry out their work (kiểm tra): a plan, then findings."""

    class State(models.TextChoices):
        PLANNED = "planned", "Theo kế hoạch"
        DONE = "done", "Đã kiểm tra"
        CANCELLED = "cancelled", "Không thực hiện"

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.PLANNED
    )
    subject = models.CharField("nội dung kiểm tra", max_length=300)
    units: "models.ManyToManyField[Agency, Agency]" = models.ManyToManyField(
        Agency, related_name="+", verbose_name="đơn vị được kiểm tra"
    )
    planned_on = models.DateField("ngày kiểm tra")
    inspectors = models.CharField("thành phần kiểm tra", max_length=300, blank=True)
    conclusion = models.TextField("kết luận", blank=True)
    planned_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    done_at = models.DateTimeField("xong lúc", null=True)
    cancelled_with = models.TextField("lý do không thực hiện", blank=True)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = "cuộc kiểm tra"
        indexes = [models.Index(fields=["committee", "planned_on"], name="inspection_by_day")]

    def __str__(self) -> str:
        return self.subject


class InspectionFindingQuerySet(models.QuerySet["InspectionFinding"]):
    def visible_to(self, officer: Officer) -> Self:
        """All of the committee's; a unit reads what was found of itself, once it is concluded."""
        if officer.reads_committee:
            return self.filter(inspection__committee_id=officer.committee_id)
        return self.filter(unit__in=officer.scope(), inspection__state=Inspection.State.DONE)


class InspectionFinding(models.Model):
    """What an inspection found of one unit: it calls for a remedy, or for nothing."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="findings")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    task = models.ForeignKey(Task, models.PROTECT, null=True, related_name="+")
    item = models.ForeignKey(ProgrammeItem, models.PROTECT, null=True, related_name="+")
    content = models.TextField("phát hiện")
    poor = models.BooleanField("phải khắc phục", default=False)

    objects = InspectionFindingQuerySet.as_manager()

    class Meta:
        verbose_name = "phát hiện kiểm tra"
        indexes = [models.Index(fields=["inspection", "unit", "id"], name="finding_by_inspection")]

    def __str__(self) -> str:
        return self.content[:80]
