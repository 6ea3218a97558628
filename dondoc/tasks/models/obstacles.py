"""An obstacle a unit met, its proposal, and what the leader in charge says to it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.rules.waiting import Span
from dondoc.tasks.models.tasks import OPEN, Task


class ObstacleQuerySet(models.QuerySet["Obstacle"]):
    def visible_to(self, officer: Officer) -> Self:
        """Of the tasks one sees."""
        return self.filter(task__in=Task.objects.visible_to(officer))

    def waiting(self) -> Self:
        """Somebody owes the unit a word; where the task has ended nobody does."""
        return self.filter(state=Obstacle.State.WAITING, task__state__in=OPEN)

    def before(self, leader: Officer, today: date) -> Self:
        """What waits for this leader: sent to him, to nobody, or to one who has left."""
        left = Q(leader__until_on__lt=today) | Q(leader=None)
        return self.filter(left | Q(leader=leader) | Q(leader=leader.delegated_by_id or 0))


class Obstacle(models.Model):
    """Khó khăn, vướng mắc: said once with its proposal, answered with a direction or closed."""

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ ý kiến lãnh đạo"
        ANSWERED = "answered", "Đã có ý kiến"
        CLOSED = "closed", "Đã khép lại"

    VERSION = None

    task = models.ForeignKey(
        Task, models.PROTECT, related_name="obstacles", verbose_name="nhiệm vụ"
    )
    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="bên giao")
    words = models.TextField("khó khăn, vướng mắc")
    proposal = models.TextField("đề xuất, kiến nghị")
    state = models.CharField(
        "trạng thái", max_length=8, choices=State.choices, default=State.WAITING
    )
    leader = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="lãnh đạo phụ trách"
    )
    raised_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    raised_at = models.DateTimeField("nêu lúc")
    answer_on = models.DateField("cho ý kiến trước hết ngày")
    times_handed_on = models.PositiveSmallIntegerField("số lần chuyển", default=0)
    direction = models.TextField("ý kiến chỉ đạo", blank=True)
    answered_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField("cho ý kiến lúc", null=True)
    remark = models.TextField("lý do khép lại", blank=True)
    closed_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField("khép lại lúc", null=True)

    objects = ObstacleQuerySet.as_manager()

    class Meta:
        verbose_name = "khó khăn, vướng mắc"
        indexes = [
            models.Index(fields=["committee", "state", "answer_on"], name="obstacle_by_state"),
            models.Index(fields=["task", "-id"], name="obstacle_by_task"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(state="waiting"), name="one_obstacle_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(proposal=""), name="an_obstacle_comes_with_a_proposal"
            ),
        ]

    def __str__(self) -> str:
        return self.words[:80]

    def span(self, today: date) -> Span:
        """The days the unit waited for the leader's word, or has waited so far."""
        ended = self.answered_at or self.closed_at
        return day_of(self.raised_at), day_of(ended) if ended else today

    def is_late(self, today: date) -> bool:
        """The word came, or still has to come, after its day."""
        return self.span(today)[1] > self.answer_on
