"""Slips: the papers that urge a unit, one matter or a whole list, and what it answered."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.database.clock import day_of
from dondoc.documents.models import Printed
from dondoc.tasks.models import Task


class SlipQuerySet(models.QuerySet["Slip"]):
    def visible_to(self, officer: Officer) -> Self:
        """The Office, leaders and auditors of the committee see all; a unit what was sent to it."""
        own = Q(committee_id=officer.committee_id)
        if officer.role in (Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.LEADER, Role.AUDITOR):
            mine = own & ~Q(unit_id=officer.agency_id)
        else:
            mine = Q(pk=None)
        received = Q(unit_id__in=officer.scope()) & ~Q(state__in=("draft", "dropped"))
        return self.filter(mine | received)

    def sent(self) -> Self:
        """Those that went out."""
        return self.exclude(state__in=("draft", "dropped"))

    def waiting(self) -> Self:
        """Sent, and the unit has not answered."""
        return self.filter(state=Slip.State.SENT)


class Slip(Printed):
    """Phiếu, công văn đôn đốc: one paper to one unit about one or several of its tasks."""

    class Kind(models.TextChoices):
        REMINDER = "reminder", "Phiếu nhắc việc"
        LETTER = "letter", "Công văn đôn đốc"
        EXPLANATION = "explanation", "Yêu cầu giải trình"

    class State(models.TextChoices):
        DRAFT = "draft", "Dự thảo"
        SENT = "sent", "Đã gửi, chờ trả lời"
        ANSWERED = "answered", "Đã trả lời"
        CLOSED = "closed", "Đã khép lại"
        RAISED = "raised", "Đã chuyển bước cao hơn"
        DROPPED = "dropped", "Không gửi"

    VERSION = None

    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    state = models.CharField("trạng thái", max_length=8, choices=State.choices, default=State.DRAFT)
    step = models.CharField("bước của thang đôn đốc", max_length=30, blank=True)
    words = models.TextField("nội dung")
    answer_on = models.DateField("trả lời trước hết ngày")
    raised_from = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="raised_to", verbose_name="tiếp theo"
    )
    drawn_up_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    drawn_up_at = models.DateTimeField("soạn lúc")
    answered_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    times_returned = models.PositiveSmallIntegerField("số lần trả lại", default=0)
    remark = models.TextField("ý kiến của Văn phòng", blank=True)
    closed_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField("khép lại lúc", null=True)

    objects = SlipQuerySet.as_manager()

    class Meta:
        verbose_name = "phiếu, công văn đôn đốc"
        indexes = [
            models.Index(fields=["committee", "state", "-id"], name="slip_by_state"),
            models.Index(fields=["unit", "state", "answer_on"], name="slip_by_unit"),
            models.Index(fields=["committee", "issued_at"], name="slip_by_sending"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("draft", "dropped"))
                | Q(document__isnull=False, issued_at__isnull=False),
                name="a_sent_slip_has_its_number",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered")
                | Q(answered_by__isnull=False, answered_at__isnull=False),
                name="an_answer_has_its_author",
            ),
        ]

    def __str__(self) -> str:
        number = self.letterhead.get("number")
        name = self.get_kind_display()
        return f"{name} số {number}" if number else f"{name} (dự thảo)"

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def awaits_unit(self) -> bool:
        return self.state == self.State.SENT

    def is_late(self, today: date) -> bool:
        """The day of the answer has passed without one, or the answer came after it."""
        answered = self.answered_on
        if self.state in (self.State.DRAFT, self.State.DROPPED):
            return False
        if answered is None and not self.awaits_unit:
            return False
        return (answered or today) > self.answer_on

    @property
    def answered_on(self) -> date | None:
        """The day of the answer in Việt Nam."""
        return day_of(self.answered_at) if self.answered_at else None


class SlipMatter(models.Model):
    """One task a slip is about, as it stood when the slip was sent, and the unit's answer."""

    slip = models.ForeignKey(Slip, models.CASCADE, related_name="matters")
    task = models.ForeignKey(Task, models.PROTECT, related_name="+")
    stood = models.JSONField("tình trạng khi gửi", default=dict)
    cause = models.TextField("nguyên nhân", blank=True)
    solution = models.TextField("giải pháp", blank=True)
    commit_on = models.DateField("cam kết xong ngày", null=True)

    class Meta:
        verbose_name = "việc được đôn đốc"
        indexes = [models.Index(fields=["task", "-slip"], name="matter_by_task")]
        constraints = [
            models.UniqueConstraint(fields=["slip", "task"], name="one_matter_per_slip"),
        ]

    def __str__(self) -> str:
        return f"{self.slip_id}: {self.task_id}"

    @property
    def is_answered(self) -> bool:
        return bool(self.solution)
