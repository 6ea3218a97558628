"""What a leader says of one task: an explanation he wants, an instruction, an opinion."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.tasks.models import Task


class LeaderWordQuerySet(models.QuerySet["LeaderWord"]):
    def visible_to(self, officer: Officer) -> Self:
        """Those who work for the committee, and the unit he spoke to."""
        readers = (
            Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.LEADER, Role.AUDITOR, Role.CLERK,
        )  # fmt: skip
        own = Q(committee_id=officer.committee_id) if officer.role in readers else Q(pk=None)
        return self.filter(own | Q(unit_id__in=officer.scope()) | Q(task__executor=officer))

    def waiting(self) -> Self:
        """The unit owes an answer."""
        return self.filter(state=LeaderWord.State.STANDING, answer_on__isnull=False)

    def to_read(self) -> Self:
        """Answered, and nobody has taken note."""
        return self.filter(state=LeaderWord.State.ANSWERED)


class LeaderWord(models.Model):
    """Ý kiến của lãnh đạo: his own words on one task, never edited, with their own clock."""

    class Kind(models.TextChoices):
        EXPLAIN = "explain", "Yêu cầu giải trình"
        INSTRUCT = "instruct", "Chỉ đạo"
        OPINE = "opine", "Ý kiến"

    class State(models.TextChoices):
        STANDING = "standing", "Chờ trả lời"
        ANSWERED = "answered", "Đã trả lời"
        CLOSED = "closed", "Đã xem xong"

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    task = models.ForeignKey(Task, models.PROTECT, related_name="+", verbose_name="nhiệm vụ")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    kind = models.CharField("loại", max_length=8, choices=Kind.choices)
    state = models.CharField(
        "trạng thái", max_length=8, choices=State.choices, default=State.STANDING
    )
    words = models.TextField("nguyên văn")
    said_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    said_at = models.DateTimeField("nói lúc")
    answer_on = models.DateField("trả lời trước hết ngày", null=True)
    answer = models.TextField("trả lời", blank=True)
    answered_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    times_returned = models.PositiveSmallIntegerField("số lần yêu cầu làm rõ", default=0)
    remark = models.TextField("ý kiến khi đọc", blank=True)
    closed_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField("xem xong lúc", null=True)

    objects = LeaderWordQuerySet.as_manager()

    class Meta:
        verbose_name = "ý kiến của lãnh đạo"
        indexes = [
            models.Index(fields=["task", "-id"], name="word_by_task"),
            models.Index(fields=["committee", "state", "answer_on"], name="word_by_state"),
            models.Index(fields=["unit", "state", "answer_on"], name="word_by_unit"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_leader_said_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} của {self.said_by.name}"

    def is_late(self, today: date) -> bool:
        """The unit owes an answer and its day has passed."""
        owes = self.state == self.State.STANDING and self.answer_on is not None
        return owes and today > self.answer_on  # type: ignore[operator]  # checked by `owes`
