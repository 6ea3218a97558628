"""Duties that come again: one template, and an occurrence for each period and unit."""

from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Field, Officer
from dondoc.rules.recurring import EVERY, OFF_DAYS, Every, OffDay, Recurrence
from dondoc.tasks.models import Task


class RecurringDutyQuerySet(models.QuerySet["RecurringDuty"]):
    def visible_to(self, officer: Officer) -> Self:
        """Who reads the committee's work sees all of it; a unit what it must do."""
        mine = self.filter(leads__in=officer.scope()).values("pk")
        if officer.reads_committee:
            return self.filter(Q(committee=officer.committee_id) | Q(pk__in=mine))
        return self.filter(pk__in=mine)


class RecurringDuty(models.Model):
    """Nhiệm vụ định kỳ: what is to be done each time, by whom, and how often."""

    class State(models.TextChoices):
        RUNNING = "running", "Đang chạy"
        PAUSED = "paused", "Tạm dừng"
        ENDED = "ended", "Đã kết thúc"

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    state = models.CharField(
        "trạng thái", max_length=8, choices=State.choices, default=State.RUNNING
    )
    content = models.TextField("nội dung")
    product = models.CharField("sản phẩm", max_length=300, blank=True)
    leads: "models.ManyToManyField[Agency, Agency]" = models.ManyToManyField(
        Agency, related_name="+", verbose_name="đơn vị thực hiện"
    )
    leader = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="lãnh đạo giao",
    )  # fmt: skip
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    every = models.CharField(
        "chu kỳ", max_length=14, choices=[(one.value, words) for one, words in EVERY.items()]
    )
    day = models.PositiveSmallIntegerField("ngày", default=25)
    month = models.PositiveSmallIntegerField("tháng trong kỳ", default=1)
    off_day = models.CharField(
        "gặp ngày nghỉ", max_length=8, default=OffDay.EARLIER,
        choices=[(one.value, words) for one, words in OFF_DAYS.items()],
    )  # fmt: skip
    ahead_days = models.PositiveSmallIntegerField("giao trước (ngày)", default=10)
    made_until = models.DateField("đã giao đến hết ngày")
    until_on = models.DateField("thực hiện đến hết ngày", null=True, blank=True)
    set_up_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    set_up_at = models.DateTimeField("lập lúc")

    objects = RecurringDutyQuerySet.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ định kỳ"
        indexes = [
            models.Index(fields=["committee", "state", "-id"], name="recurring_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.content[:80]} ({self.recurrence.words})"

    @property
    def recurrence(self) -> Recurrence:
        """How often it comes, as the rule takes it."""
        return Recurrence(Every(self.every), self.day, self.month, OffDay(self.off_day))


class DutyOccurrence(models.Model):
    """One period of a recurring duty for one unit: its task, or why it was left out."""

    duty = models.ForeignKey(RecurringDuty, models.PROTECT, related_name="occurrences")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    period = models.DateField("kỳ")
    due_on = models.DateField("thời hạn")
    task = models.OneToOneField(Task, models.PROTECT, null=True, related_name="+")
    skipped = models.CharField("lý do bỏ qua", max_length=300, blank=True)

    class Meta:
        verbose_name = "kỳ của nhiệm vụ định kỳ"
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "period", "unit"], name="one_occurrence_per_period"
            ),
            models.CheckConstraint(
                condition=Q(task__isnull=False) | ~Q(skipped=""), name="given_or_skipped"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.duty_id} kỳ {self.period:%d/%m/%Y}"
