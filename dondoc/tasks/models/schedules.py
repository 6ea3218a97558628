"""Tasks of several units that wait for one another (khung tiến độ), and the frozen plan of them."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from dondoc.agencies.models import Agency, Officer
from dondoc.tasks.models.tasks import Task

LONGEST = 1000
"""Working days one task, or a lag, may take; more is a slip of the finger."""
MOST_TASKS = 5000


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    def visible_to(self, officer: Officer) -> Self:
        """Those of committees the seat looks after, and those that hold a task it may see."""
        seen = Task.objects.visible_to(officer).values("pk")
        holding = ScheduledTask.objects.filter(task__in=seen).values("schedule")
        whole = Q(committee_id__in=officer.scope())
        return self.filter(whole if officer.reads_committee else whole | Q(pk__in=holding))


class Schedule(models.Model):
    """Tasks of one committee laid out in time together (khung tiến độ)."""

    class State(models.TextChoices):
        OPEN = "open", "Đang theo dõi"
        CLOSED = "closed", "Đã khép"

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    state = models.CharField("trạng thái", max_length=6, choices=State.choices, default=State.OPEN)
    name = models.CharField("tên", max_length=200)
    start_on = models.DateField("ngày bắt đầu")
    set_up_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    set_up_at = models.DateTimeField("lập lúc")

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = "khung tiến độ"
        indexes = [models.Index(fields=["committee", "state", "-id"], name="schedule_by_committee")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class ScheduledTask(models.Model):
    """A task in a schedule: how many working days it takes (0: a milestone), and from when."""

    schedule = models.ForeignKey(Schedule, models.PROTECT, related_name="tasks")
    task = models.OneToOneField(Task, models.PROTECT, related_name="scheduled")
    duration = models.PositiveSmallIntegerField("số ngày làm việc")
    not_before = models.DateField("không trước ngày", null=True)

    class Meta:
        verbose_name = "việc trong khung tiến độ"
        constraints = [
            models.CheckConstraint(condition=Q(duration__lte=LONGEST), name="not_too_long"),
        ]

    def __str__(self) -> str:
        return f"{self.task_id}: {self.duration} ngày"


class Dependency(models.Model):
    """What a scheduled task waits for; the types are those of `rules.critical_path`."""

    class Type(models.TextChoices):
        FS = "FS", "Xong rồi bắt đầu"
        SS = "SS", "Cùng bắt đầu"
        FF = "FF", "Cùng xong"

    earlier = models.ForeignKey(ScheduledTask, models.CASCADE, related_name="holds")
    later = models.ForeignKey(ScheduledTask, models.CASCADE, related_name="waits")
    type = models.CharField("kiểu", max_length=2, choices=Type.choices, default=Type.FS)
    lag = models.SmallIntegerField("độ trễ (ngày làm việc)", default=0)

    class Meta:
        verbose_name = "liên kết"
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="one_dependency_between_two"),
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="waits_for_another"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_id} → {self.later_id} {self.type}"


class Baseline(models.Model):
    """The schedule as it stood when somebody froze it (khung gốc); a newer one keeps the older."""

    UNRECORDED: ClassVar[tuple[str, ...]] = ("rows",)

    schedule = models.ForeignKey(Schedule, models.PROTECT, related_name="baselines")
    set_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    set_at = models.DateTimeField("đặt lúc")
    reason = models.CharField("lý do", max_length=500, blank=True)
    finish_on = models.DateField("ngày xong", null=True)
    rows: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(default=dict)
    """By task id: first day, last day, working days."""

    class Meta:
        verbose_name = "khung tiến độ gốc"

    def __str__(self) -> str:
        return f"{self.schedule} {self.set_at:%d/%m/%Y}"
