"""A review campaign: every open task of some units, confirmed again one by one."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.database.clock import day_of
from dondoc.tasks.models import Task
from dondoc.tasks.models.tasks import OPEN

WORKERS = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.LEADER, Role.AUDITOR, Role.CLERK)


class ReviewQuerySet(models.QuerySet["Review"]):
    def visible_to(self, officer: Officer) -> Self:
        """Those who work for the committee, and the units under review."""
        own = Q(committee_id=officer.committee_id) if officer.role in WORKERS else Q(pk=None)
        lines = ReviewLine.objects.visible_to(officer).values("review")
        return self.filter(own | Q(pk__in=lines))


class Review(models.Model):
    """Đợt rà soát các nhiệm vụ được giao."""

    class State(models.TextChoices):
        OPEN = "open", "Đang rà soát"
        CLOSED = "closed", "Đã kết thúc"

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    name = models.CharField("tên đợt rà soát", max_length=200)
    words = models.TextField("yêu cầu")
    state = models.CharField("trạng thái", max_length=6, choices=State.choices, default=State.OPEN)
    until = models.DateField("xong trước hết ngày")
    opened_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("mở lúc")
    urged_at = models.DateTimeField("đôn đốc lúc", null=True)
    closed_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField("kết thúc lúc", null=True)
    remark = models.TextField("nhận xét", blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = "đợt rà soát"
        indexes = [models.Index(fields=["committee", "-id"], name="review_by_committee")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    def is_late(self, today: date) -> bool:
        """Still open after its last day."""
        return self.is_open and today > self.until


class ReviewLineQuerySet(models.QuerySet["ReviewLine"]):
    def visible_to(self, officer: Officer) -> Self:
        """Lines of one's units, of tasks one carries out, and of the committee one works for."""
        own = Q(review__committee=officer.committee_id)
        works = own if officer.role in WORKERS else Q(pk=None)
        return self.filter(works | Q(unit_id__in=officer.scope()) | Q(task__executor=officer))

    def waiting(self) -> Self:
        """Not confirmed, and the task is still open."""
        return self.filter(state=ReviewLine.State.WAITING, task__state__in=OPEN)


class ReviewLine(models.Model):
    """One task in a review: how it stands, what will be done, by when."""

    class State(models.TextChoices):
        WAITING = "waiting", "Chưa rà soát"
        CONFIRMED = "confirmed", "Đã rà soát"

    class Standing(models.TextChoices):
        ON_TRACK = "on_track", "Đúng tiến độ"
        BEHIND = "behind", "Chậm hoặc khó kịp thời hạn"
        FINISHED = "finished", "Đã xong, sẽ trình kết quả"
        UNFIT = "unfit", "Không còn phù hợp, đề nghị thu hồi hoặc tạm hoãn"

    VERSION = None

    review = models.ForeignKey(Review, models.CASCADE, related_name="lines")
    task = models.ForeignKey(Task, models.PROTECT, related_name="+", verbose_name="nhiệm vụ")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    state = models.CharField(
        "trạng thái", max_length=9, choices=State.choices, default=State.WAITING
    )
    standing = models.CharField(
        "tình hình", max_length=8, choices=Standing.choices, blank=True, default=""
    )
    solution = models.TextField("giải pháp", blank=True)
    commit_on = models.DateField("xong ngày", null=True)
    confirmed_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField("rà soát lúc", null=True)

    objects = ReviewLineQuerySet.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ trong đợt rà soát"
        indexes = [
            models.Index(fields=["unit", "state", "review"], name="review_line_by_unit"),
            models.Index(fields=["task", "-id"], name="review_line_by_task"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["review", "task"], name="reviewed_once"),
            models.CheckConstraint(
                condition=Q(state="waiting") | ~Q(standing="") & Q(confirmed_at__isnull=False),
                name="confirmed_with_how_it_stands",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task.code} trong {self.review}"

    @property
    def is_late(self) -> bool:
        """Confirmed after the last day of the review."""
        return self.confirmed_at is not None and day_of(self.confirmed_at) > self.review.until
