"""Remedies: what is late or poor in a month, called for, promised, reported, closed."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.remedies.models.inspections import InspectionFinding
from dondoc.rules.periods import Period
from dondoc.tasks.models import Task


class RemedyQuerySet(models.QuerySet["Remedy"]):
    def visible_to(self, officer: Officer) -> Self:
        """Those of the bodies in the officer's scope."""
        return self.filter(unit_id__in=officer.scope())

    def on_board_of(self, officer: Officer) -> Self:
        """What his committee called for, and what was called for of the body he sits in."""
        if not officer.reads_committee:
            return self.visible_to(officer)
        own = officer.committee_id
        return self.visible_to(officer).filter(Q(committee_id=own) | Q(unit_id=own))

    def open(self) -> Self:
        return self.exclude(state=Remedy.State.CLOSED)

    def in_month(self, month: date) -> Self:
        """Called for in the month, or earlier and not closed before it began."""
        begins = Period(month, month).starts_at
        return self.filter(Q(closed_at__isnull=True) | Q(closed_at__gte=begins), month__lte=month)


class Remedy(models.Model):
    """Khắc phục: one thing a unit must put right, from its call to its confirmed result."""

    class Ground(models.TextChoices):
        LATE = "late", "chậm tiến độ"
        SENT_BACK = "sent_back", "kết quả bị trả lại"
        NOT_DONE = "not_done", "không thực hiện"
        POOR = "poor", "chưa đạt yêu cầu qua kiểm tra"

    class State(models.TextChoices):
        CALLED = "called", "Chờ biện pháp"
        PROMISED = "promised", "Đang khắc phục"
        REPORTED = "reported", "Chờ xác nhận"
        CLOSED = "closed", "Đã khắc phục"

    class Cause(models.TextChoices):
        STAFF = "staff", "thiếu người, bố trí chưa hợp lý"
        LATE_START = "late_start", "triển khai chậm"
        COORDINATION = "coordination", "chờ phối hợp"
        ABOVE = "above", "chờ cấp trên"
        LAW = "law", "vướng quy định"
        FUNDING = "funding", "kinh phí"
        QUALITY = "quality", "chất lượng tham mưu"
        CITIZEN = "citizen", "phụ thuộc tổ chức, người dân"
        FORCE = "force", "thiên tai, dịch bệnh"
        OTHER = "other", "khác"

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    state = models.CharField(
        "trạng thái", max_length=8, choices=State.choices, default=State.CALLED
    )
    month = models.DateField("tháng")
    ground = models.CharField("lý do", max_length=10, choices=Ground.choices)
    task = models.ForeignKey(Task, models.PROTECT, null=True, related_name="+")
    item = models.ForeignKey(ProgrammeItem, models.PROTECT, null=True, related_name="+")
    finding = models.ForeignKey(InspectionFinding, models.PROTECT, null=True, related_name="+")
    called_at = models.DateTimeField("phát sinh lúc")
    cause = models.CharField("nguyên nhân", max_length=12, choices=Cause.choices, blank=True)
    cause_told = models.TextField("nói rõ nguyên nhân", blank=True)
    solution = models.TextField("giải pháp", blank=True)
    commit_on = models.DateField("cam kết xong ngày", null=True, blank=True)
    person = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="người chịu trách nhiệm",
    )  # fmt: skip
    result = models.TextField("kết quả khắc phục", blank=True)
    reported_at = models.DateTimeField("báo cáo lúc", null=True)
    times_returned = models.PositiveSmallIntegerField("số lần trả lại", default=0)
    returned_with = models.TextField("ý kiến khi trả lại", blank=True)
    despite = models.TextField("lý do đóng khi nhiệm vụ chưa xong", blank=True)
    closed_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField("xác nhận lúc", null=True)

    excuse: "ObjectiveCause | None" = None
    """The cause granted for it, where figures of a month were asked for."""

    objects = RemedyQuerySet.as_manager()

    class Meta:
        verbose_name = "việc khắc phục"
        indexes = [
            models.Index(fields=["committee", "month", "unit", "id"], name="remedy_by_month"),
            models.Index(fields=["unit", "state"], name="remedy_by_unit"),
            models.Index(fields=["committee", "state", "month", "id"], name="remedy_by_state"),
            models.Index(fields=["committee", "closed_at"], name="remedy_by_closing"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "month", "ground"], condition=Q(task__isnull=False),
                name="one_remedy_per_task_and_month",
            ),
            models.UniqueConstraint(
                fields=["task", "ground"],
                condition=Q(task__isnull=False) & ~Q(state="closed"),
                name="one_open_remedy_per_task_and_ground",
            ),
            models.UniqueConstraint(
                fields=["item", "month", "ground"],
                condition=Q(task__isnull=True, item__isnull=False),
                name="one_remedy_per_item_and_month",
            ),
            models.UniqueConstraint(
                fields=["finding"], condition=Q(finding__isnull=False),
                name="one_remedy_per_finding",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed")
                | (Q(closed_by__isnull=False) & ~Q(result="")),
                name="a_remedy_closes_with_a_confirmed_result",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_ground_display()}: {self.what}"

    @property
    def what(self) -> str:
        """What is to be put right, in the words it was given in."""
        if self.task is not None:
            return self.task.content
        found = (
            self.item.content if self.item is not None else self.finding and self.finding.content
        )
        return found or ""

    @property
    def is_open(self) -> bool:
        return self.state != self.State.CLOSED


LATENESS = (Remedy.Ground.LATE, Remedy.Ground.NOT_DONE)
"""Grounds that are a matter of time, not of quality."""


class ObjectiveCauseQuerySet(models.QuerySet["ObjectiveCause"]):
    def visible_to(self, officer: Officer) -> Self:
        """Those of the bodies in the officer's scope, of tasks only those he sees."""
        seen = Q(task=None) | Q(task__in=Task.objects.visible_to(officer))
        return self.filter(seen, unit_id__in=officer.scope())

    def waiting(self) -> Self:
        return self.filter(state=ObjectiveCause.State.ASKED)

    def granted(self, as_of: datetime) -> Self:
        """Those granted by the moment; what is granted stays so."""
        return self.filter(state=ObjectiveCause.State.GRANTED, decided_at__lte=as_of)

    def of_lateness(self) -> Self:
        """Those asked for being late: not for a result that was poor or sent back."""
        return self.filter(Q(remedy=None) | Q(remedy__ground__in=LATENESS))


class ObjectiveCause(models.Model):
    """An objective cause asked for by the unit and granted, or not, by the side that assigned.

    It is asked for with a remedy or of a late task itself; with a remedy of a task it is the task's
    too. It stands beside the figures and changes none: late stays late.
    """

    class State(models.TextChoices):
        ASKED = "asked", "Chờ xem xét"
        GRANTED = "granted", "Công nhận khách quan"
        REFUSED = "refused", "Không công nhận"

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    remedy = models.OneToOneField(Remedy, models.PROTECT, null=True, related_name="objective")
    task = models.ForeignKey(Task, models.PROTECT, null=True, related_name="+")
    state = models.CharField("trạng thái", max_length=8, choices=State.choices, default=State.ASKED)
    reason = models.TextField("lý do")
    asked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("đề nghị lúc")
    decided_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    answer = models.TextField("ý kiến", blank=True)

    objects = ObjectiveCauseQuerySet.as_manager()

    class Meta:
        verbose_name = "nguyên nhân khách quan"
        indexes = [
            models.Index(fields=["committee", "state", "asked_at"], name="cause_by_committee"),
            models.Index(fields=["unit", "state", "asked_at"], name="cause_by_unit"),
            models.Index(fields=["task"], condition=Q(state="granted"), name="cause_granted"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(remedy__isnull=True) & ~Q(state="refused"),
                name="one_cause_stands_for_a_task",
            ),
            models.CheckConstraint(
                condition=Q(remedy__isnull=False) | Q(task__isnull=False),
                name="a_cause_is_of_a_remedy_or_a_task",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reason[:80]

    @property
    def ground(self) -> str:
        """For what it was asked: of a task itself for being late."""
        return self.remedy.ground if self.remedy else Remedy.Ground.LATE

    @property
    def stands(self) -> bool:
        """Waiting or granted: no other is asked for beside it."""
        return self.state != self.State.REFUSED


class RemedyReportQuerySet(models.QuerySet["RemedyReport"]):
    def visible_to(self, officer: Officer) -> Self:
        """Those of the bodies in the officer's scope."""
        return self.filter(unit_id__in=officer.scope())


class RemedyReport(models.Model):
    """The unit's monthly report of what it put right, signed by its head before the 25th."""

    class State(models.TextChoices):
        DUE = "due", "Chưa báo cáo"
        SIGNED = "signed", "Đã ký gửi"
        RETURNED = "returned", "Trả lại, làm lại"
        ACCEPTED = "accepted", "Đã tiếp nhận"

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    state = models.CharField("trạng thái", max_length=8, choices=State.choices, default=State.DUE)
    month = models.DateField("tháng")
    due_on = models.DateField("hạn báo cáo")
    words = models.TextField("nội dung", blank=True)
    letterhead = models.JSONField("thể thức", default=dict)
    remedies = models.JSONField("các việc khi ký", default=list)
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, related_name="+", verbose_name="đăng ký kèm theo"
    )
    signed_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField("ký lúc", null=True)
    answer = models.TextField("ý kiến Văn phòng", blank=True)
    answered_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    times_returned = models.PositiveSmallIntegerField("số lần trả lại", default=0)
    urged_on = models.DateField("đôn đốc ngày", null=True)
    times_urged = models.PositiveSmallIntegerField("số lần đôn đốc", default=0)

    objects = RemedyReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo khắc phục"
        indexes = [models.Index(fields=["committee", "month", "unit"], name="report_by_month")]
        constraints = [
            models.UniqueConstraint(fields=["unit", "month"], name="one_report_per_month"),
            models.CheckConstraint(
                condition=~Q(state__in=("signed", "accepted"))
                | (Q(signed_by__isnull=False, signed_at__isnull=False) & ~Q(words="")),
                name="a_signed_report_has_its_words",
            ),
        ]

    def __str__(self) -> str:
        return f"Báo cáo khắc phục tháng {self.month:%m/%Y}"

    @property
    def is_signed(self) -> bool:
        return self.state in (self.State.SIGNED, self.State.ACCEPTED)

    @property
    def was_late(self) -> bool:
        """Was it signed after its day?"""
        return self.signed_at is not None and day_of(self.signed_at) > self.due_on
