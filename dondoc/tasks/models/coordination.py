"""What a lead unit asks of a supporting one: an opinion or a piece of work, by a day."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.rules.waiting import Span
from dondoc.tasks.models.tasks import OPEN, Task


class CoordinationQuerySet(models.QuerySet["Coordination"]):
    def visible_to(self, officer: Officer) -> Self:
        """Of the tasks one sees."""
        return self.filter(task__in=Task.objects.visible_to(officer))

    def waiting(self) -> Self:
        """The supporting unit owes an answer; where the task has ended it owes none."""
        return self.filter(state=Coordination.State.WAITING, task__state__in=OPEN)


class Coordination(models.Model):
    """Đề nghị phối hợp: asked, answered in time, late or not at all; every day of it is seen."""

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ phối hợp"
        ANSWERED = "answered", "Đã phối hợp"
        WITHDRAWN = "withdrawn", "Đã rút"

    VERSION = None

    task = models.ForeignKey(
        Task, models.PROTECT, related_name="coordinations", verbose_name="nhiệm vụ"
    )
    unit = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name="đơn vị phối hợp"
    )
    words = models.TextField("nội dung đề nghị phối hợp")
    state = models.CharField(
        "trạng thái", max_length=9, choices=State.choices, default=State.WAITING
    )
    answer_on = models.DateField("trả lời trước hết ngày")
    asked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("đề nghị lúc")
    answer = models.TextField("trả lời", blank=True)
    answered_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    times_returned = models.PositiveSmallIntegerField("số lần đề nghị làm rõ", default=0)
    remark = models.TextField("điều cần làm rõ, lý do rút", blank=True)
    withdrawn_at = models.DateTimeField("rút lúc", null=True)

    objects = CoordinationQuerySet.as_manager()

    class Meta:
        verbose_name = "đề nghị phối hợp"
        indexes = [
            models.Index(fields=["unit", "state", "answer_on"], name="coordination_by_unit"),
            models.Index(fields=["task", "-id"], name="coordination_by_task"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="something_is_asked_of_a_partner"),
        ]

    def __str__(self) -> str:
        return self.words[:80]

    def span(self, today: date) -> Span:
        """The days the lead unit waited, or has waited so far."""
        ended = self.answered_at or self.withdrawn_at
        return day_of(self.asked_at), day_of(ended) if ended else today

    def is_late(self, today: date) -> bool:
        """The answer came, or still has to come, after its day."""
        return self.state != self.State.WITHDRAWN and self.span(today)[1] > self.answer_on
