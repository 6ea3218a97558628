"""Considerations: whether a person or a collective answers for late work, decided by a person."""

from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer, Role


class ConsiderationQuerySet(models.QuerySet["Consideration"]):
    def visible_to(self, officer: Officer) -> Self:
        """Drafts to the Office, submitted ones to leaders too, decided ones to those concerned.

        Of a collective that is its heads and focal points, of a person he alone.
        """
        decided = Q(state="decided")
        seen = decided & Q(person__user=officer.user_id)
        if officer.role in (Role.UNIT_HEAD, Role.FOCAL_POINT):
            seen |= decided & Q(person=None, unit=officer.agency_id)
        committee = Q(committee_id=officer.committee_id)
        if officer.role in (Role.OFFICE_HEAD, Role.TRACKING_OFFICER):
            seen |= committee
        if officer.role in (Role.LEADER, Role.AUDITOR):
            seen |= committee & Q(state__in=("submitted", "decided"))
        if officer.role == Role.EMULATION_READER:
            seen |= committee & decided
        return self.filter(seen)


class Consideration(models.Model):
    """A draft to consider who answers, a person or a collective; a person decides on its facts."""

    class State(models.TextChoices):
        DRAFT = "draft", "Dự thảo"
        SUBMITTED = "submitted", "Đã trình Chủ tịch"
        DECIDED = "decided", "Đã quyết định"
        DROPPED = "dropped", "Không trình"

    class Outcome(models.TextChoices):
        NONE = "none", "Không xem xét trách nhiệm"
        REMIND = "remind", "Nhắc nhở, rút kinh nghiệm"
        CRITICISE = "criticise", "Phê bình"
        REVIEW = "review", "Kiểm điểm trách nhiệm"

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.DRAFT
    )
    month = models.DateField("tháng")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="tập thể")
    person = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="cá nhân"
    )
    facts = models.JSONField("căn cứ", default=dict)
    words = models.TextField("nội dung đề xuất")
    drawn_up_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    drawn_up_at = models.DateTimeField("lập lúc")
    submitted_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField("trình lúc", null=True)
    outcome = models.CharField("quyết định", max_length=10, choices=Outcome.choices, blank=True)
    answer = models.TextField("ý kiến", blank=True)
    decided_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)

    objects = ConsiderationQuerySet.as_manager()

    class Meta:
        verbose_name = "đề xuất xem xét trách nhiệm"
        indexes = [
            models.Index(fields=["committee", "-month", "-id"], name="consideration_by_month"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["month", "person"], condition=~Q(state="dropped") & Q(person__isnull=False),
                name="a_person_is_considered_once_a_month",
            ),
            models.UniqueConstraint(
                fields=["month", "unit"], condition=~Q(state="dropped") & Q(person__isnull=True),
                name="a_collective_is_considered_once_a_month",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided")
                | Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(outcome=""),
                name="a_person_decides_with_an_outcome",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.of_whom} tháng {self.month.month}/{self.month.year}"

    @property
    def of_whom(self) -> str:
        """ "tập thể Phòng Kinh tế", "ông (bà) Lê An": as the facts keep it."""
        return str(self.facts.get("of_whom", self.pk))
