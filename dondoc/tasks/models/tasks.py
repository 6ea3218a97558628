"""The task: one order to one lead, from its assignment to its confirmation.

Three axes, never mixed: the state is stored, timeliness is judged from the deadline, flags
(star, never updated, stale, extended) stand beside both.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import ClassVar, Self

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, Q

from dondoc.agencies.models import Agency, Field, Officer
from dondoc.database.clock import day_of
from dondoc.documents.models import Document, Urgency
from dondoc.journal.versions import Version
from dondoc.rules.folding import fold
from dondoc.rules.timeliness import Judgement, Timeliness, due_moment, is_late, judge
from dondoc.tasks.models.searching import with_words


class State(models.TextChoices):
    ASSIGNED = "assigned", "Đã giao, chưa tiếp nhận"
    RETURNED = "returned", "Đơn vị trả lại"
    ACCEPTED = "accepted", "Đã tiếp nhận"
    UNDER_WAY = "under_way", "Đang thực hiện"
    SUSPENDED = "suspended", "Tạm hoãn"
    SUBMITTED = "submitted", "Chờ xác nhận hoàn thành"
    REWORK = "rework", "Thực hiện lại"
    DONE = "done", "Đã hoàn thành"
    RECALLED = "recalled", "Đã thu hồi"


OPEN = (
    State.ASSIGNED, State.RETURNED, State.ACCEPTED, State.UNDER_WAY, State.SUBMITTED, State.REWORK,
)  # fmt: skip
IN_HAND = (State.ASSIGNED, State.ACCEPTED, State.UNDER_WAY, State.REWORK)
"""States in which the ball lies with the lead unit."""
UNFINISHED = (*OPEN, State.SUSPENDED)  # what somebody must still hold
UNCOUNTED = (State.SUSPENDED, State.RECALLED)  # in no denominator, judged by no deadline


def judgements_at(moment: datetime, soon_until: datetime) -> dict[Timeliness, Q]:
    """What `rules.timeliness.judge` says at the moment, as the database can ask it."""
    open_, done = Q(state__in=OPEN), Q(state=State.DONE)
    running = open_ & Q(submitted_at__isnull=True, due_at__gt=moment)
    end_of_today = due_moment(day_of(moment))
    soon = max(soon_until, end_of_today)
    near = Q(due_at__lte=soon) | Q(soon_at__lte=moment)
    far = Q(due_at__gt=soon) & (Q(soon_at__isnull=True) | Q(soon_at__gt=moment))
    in_time, too_late = Q(submitted_at__lt=F("due_at")), Q(submitted_at__gte=F("due_at"))
    return {
        Timeliness.NO_DEADLINE: open_ & Q(due_at__isnull=True),
        Timeliness.IN_TERM: (running & far) | (open_ & in_time),
        Timeliness.DUE_SOON: running & Q(due_at__gt=end_of_today) & near,
        Timeliness.DUE_TODAY: running & Q(due_at__lte=end_of_today),
        Timeliness.OVERDUE: open_ & (Q(submitted_at__isnull=True, due_at__lte=moment) | too_late),
        Timeliness.DONE_ON_TIME: done & in_time,
        Timeliness.DONE_LATE: done & too_late,
        Timeliness.DONE_NO_DEADLINE: done & Q(due_at__isnull=True),
    }


NO_DEADLINE = ExpressionWrapper(Q(due_at__isnull=True), output_field=BooleanField())
"""Puts tasks without a deadline last, in an order an index can follow on both databases."""

IN_LIST_ORDER = (
    "due_at", "id", "issuer_id", "lead_id", "executor_id", "state", "submitted_at",
    "first_updated_at", "last_updated_at", "assigned_at", "soon_at",
)  # fmt: skip
"""The rest of the narrow index that lists walk: what they are ordered and mostly filtered by."""


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, officer: Officer) -> Self:
        """Tasks the officer's bodies gave, lead, support or were passed down from, and his own."""
        scope = officer.scope()
        supported = Support.objects.filter(agency_id__in=scope).values("task_id")
        watched = Watch.objects.filter(officer=officer).values("task_id")
        if officer.reads_committee:  # nearly all of the table: one scan of the narrow index
            own = Q(issuer_id__in=scope) | Q(lead_id__in=scope) | Q(executor=officer)
            return self.filter(own | Q(pk__in=supported) | Q(pk__in=watched))
        kinds = ({"issuer_id__in": scope}, {"lead_id__in": scope}, {"executor": officer})
        own_ids = [Task.objects.filter(**kind).values("pk") for kind in kinds]
        return self.filter(pk__in=own_ids[0].union(*own_ids[1:], supported, watched))

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def in_force(self) -> Self:
        """All that counts in a denominator: what was neither recalled nor put off."""
        return self.exclude(state__in=UNCOUNTED)

    def starred(self) -> Self:
        return self.filter(starred=True)

    def overdue(self, moment: datetime) -> Self:
        """Open and too late, judged at submission where a result waits for confirmation."""
        return self.filter(judgements_at(moment, moment)[Timeliness.OVERDUE])

    def in_term(self, moment: datetime) -> Self:
        """Open, with a deadline, not too late; those due soon and today are among them."""
        waiting = Q(submitted_at__isnull=False, submitted_at__lt=F("due_at"))
        return self.open().filter(Q(submitted_at__isnull=True, due_at__gt=moment) | waiting)

    def due_soon(self, moment: datetime, soon_until: datetime) -> Self:
        """In term, nothing submitted, and close to the deadline; those due today are among them."""
        pressing = (Timeliness.DUE_SOON, Timeliness.DUE_TODAY)
        return self.judged_to_be(pressing, moment, soon_until)

    def without_deadline(self) -> Self:
        return self.filter(due_at__isnull=True)

    def done_on_time(self) -> Self:
        return self.filter(state=State.DONE, submitted_at__lt=F("due_at"))

    def done_late(self) -> Self:
        """Done late stays done late for ever."""
        return self.filter(state=State.DONE, submitted_at__gte=F("due_at"))

    def judged_to_be(
        self, classes: Collection[str], moment: datetime, soon_until: datetime
    ) -> Self:
        """The tasks in force that `rules.timeliness.judge` puts in one of these classes."""
        judgements = judgements_at(moment, soon_until)
        return self.filter(reduce(or_, (judgements[Timeliness(each)] for each in classes), Q()))

    def search(self, typed: str) -> Self:
        """The tasks that hold the words typed, with accents or without; annotated `as_written`."""
        return with_words(self, typed)

    def never_updated(self) -> Self:
        return self.filter(first_updated_at__isnull=True).exclude(state=State.DONE)

    def stale(self, moment: datetime, days: int) -> Self:
        """Open and without an update for more than so many days."""
        before = moment - timedelta(days=days)
        quiet = Q(last_updated_at__lt=before) | Q(
            last_updated_at__isnull=True, assigned_at__lt=before
        )
        return self.open().filter(quiet)


class TaskFacts(models.Model):
    """The facts by which a task is counted: the same columns on the task and on its versions."""

    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.ASSIGNED
    )
    issuer = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name="cơ quan giao"
    )
    lead = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="chủ trì")
    leader = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="lãnh đạo giao",
    )  # fmt: skip
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="văn bản giao",
    )  # fmt: skip
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    assigned_at = models.DateTimeField("giao lúc")
    due_at = models.DateTimeField("quá hạn từ", null=True, blank=True)
    original_due_at = models.DateTimeField("quá hạn gốc từ", null=True, blank=True)
    soon_at = models.DateTimeField("qua phần lớn thời gian từ", null=True, blank=True)
    starred = models.BooleanField("gắn sao", default=False)
    first_updated_at = models.DateTimeField("cập nhật lần đầu", null=True)
    submitted_at = models.DateTimeField("trình kết quả lúc", null=True)
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True)

    class Meta:
        abstract = True

    @property
    def is_done_late(self) -> bool:
        """Done, and the result came too late: it stays so for ever."""
        return self.state == State.DONE and is_late(
            self.due_at, self.submitted_at, self.assigned_at
        )


COUNTED = (
    "state", "issuer_id", "lead_id", "leader_id", "document_id", "field_id", "assigned_at",
    "due_at", "original_due_at", "soon_at", "starred", "first_updated_at", "submitted_at",
    "confirmed_at",
)  # fmt: skip


class Task(TaskFacts):
    """One order to one lead."""

    UNRECORDED: ClassVar[tuple[str, ...]] = ("search",)

    code = models.CharField("mã nhiệm vụ", max_length=30, unique=True)
    content = models.TextField("nội dung")
    product = models.CharField("sản phẩm", max_length=300, blank=True)
    clause = models.CharField("điểm, khoản", max_length=20, blank=True)
    source_start = models.PositiveIntegerField(null=True)
    source_end = models.PositiveIntegerField(null=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children",
        verbose_name="nhiệm vụ cấp trên",
    )  # fmt: skip
    supporting = models.ManyToManyField(
        Agency, through="Support", related_name="+", verbose_name="phối hợp"
    )
    executor = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="người thực hiện",
    )  # fmt: skip
    tracker = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="người theo dõi",
    )  # fmt: skip
    urgency = models.CharField(
        "độ khẩn", max_length=12, choices=Urgency.choices, default=Urgency.NORMAL
    )
    due_on = models.DateField("thời hạn", null=True, blank=True)
    due_time = models.TimeField("giờ", null=True, blank=True)
    due_strict = models.BooleanField("“trước ngày”", default=False)
    due_phrase = models.CharField("nguyên văn thời hạn", max_length=200, blank=True)
    due_rule = models.CharField("cách hiểu thời hạn", max_length=200, blank=True)
    original_due_on = models.DateField("thời hạn gốc", null=True, blank=True)
    extensions_granted = models.PositiveSmallIntegerField("số lần gia hạn", default=0)
    times_sent_back = models.PositiveSmallIntegerField("số lần trả lại kết quả", default=0)
    star_reason = models.CharField("lý do gắn sao", max_length=300, blank=True)
    accepted_at = models.DateTimeField("tiếp nhận lúc", null=True)
    last_updated_at = models.DateTimeField("cập nhật gần nhất", null=True)
    suspended_at = models.DateTimeField("tạm hoãn lúc", null=True)
    review_on = models.DateField("ngày xem xét lại", null=True)
    percent = models.PositiveSmallIntegerField("tiến độ (%)", default=0)
    external_number = models.CharField(
        "số ở hệ thống khác", max_length=60, null=True, blank=True, default=None
    )
    search = models.TextField(editable=False, default="")

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ"
        indexes = [
            models.Index(fields=["lead", "-starred", "due_at", "id"], name="task_by_lead"),
            models.Index(fields=["issuer", "-starred", "due_at", "id"], name="task_by_issuer"),
            models.Index(fields=["executor", "-starred", "due_at", "id"], name="task_by_executor"),
            models.Index(fields=["tracker", "id"], name="task_by_tracker"),
            models.Index(fields=["leader", "id"], name="task_by_leader"),
            models.Index(fields=["document", "id"], name="task_by_document"),
            models.Index(
                F("starred").desc(), NO_DEADLINE, *IN_LIST_ORDER, name="task_in_list_order"
            ),
            models.Index(fields=["parent", "id"], name="task_by_parent"),
            models.Index(
                fields=["issuer", "due_at", "id"], condition=Q(starred=True), name="task_starred"
            ),
            models.Index(
                fields=["issuer", "assigned_at", "id"],
                condition=Q(state="returned"),
                name="task_returned",
            ),
            models.Index(
                fields=["issuer", "review_on", "id"],
                condition=Q(state="suspended"),
                name="task_suspended",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "external_number"],
                condition=Q(external_number__isnull=False),
                name="one_task_per_external_number",
            ),
            models.CheckConstraint(
                condition=Q(percent__lte=100), name="no_more_than_a_hundred_percent"
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True, due_at__isnull=True)
                | Q(due_on__isnull=False, due_at__isnull=False),
                name="a_day_and_its_moment_go_together",
            ),
            models.CheckConstraint(
                condition=~Q(state="done")
                | Q(submitted_at__isnull=False, confirmed_at__isnull=False),
                name="done_was_submitted_and_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(starred=False) | ~Q(star_reason=""), name="a_star_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.content[:80]}"

    @staticmethod
    def VERSION() -> type["TaskVersion"]:  # noqa: N802  the word workflow.py asks by
        return TaskVersion

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def searchable(self) -> str:
        """The words it is found by: code, content, product, lead, numbers, without marks."""
        number = self.document.number if self.document else ""
        outside = self.external_number or ""
        said = (self.code, self.content, self.product, self.lead.name, number, outside)
        return fold(" ".join(said))

    def judged(self, moment: datetime, soon_until: datetime) -> Judgement:
        """The task's timeliness at the moment; of one put off, when its clock stopped."""
        if self.suspended_at:
            moment = soon_until = self.suspended_at
        return judge(
            self.due_at,
            submitted_at=self.submitted_at,
            done=self.state == State.DONE,
            moment=moment,
            soon_until=soon_until,
            soon_at=self.soon_at,
        )


class TaskVersion(TaskFacts, Version):
    """The task as it stood over a stretch of time; figures as of any moment count these."""

    FACTS: ClassVar[tuple[str, ...]] = COUNTED
    SUBJECT: ClassVar[str] = "task"

    task = models.ForeignKey(Task, models.PROTECT, related_name="versions")

    class Meta:
        verbose_name = "nhiệm vụ qua các thời điểm"
        indexes = [
            models.Index(fields=["task", "valid_from"], name="version_by_task"),
            models.Index(fields=["issuer", "valid_from"], name="version_by_change"),
            models.Index(
                fields=[
                    "issuer",
                    "assigned_at",
                    "lead",
                    "state",
                    "due_at",
                    "submitted_at",
                    "first_updated_at",
                    "starred",
                    "confirmed_at",
                    "soon_at",
                    "id",
                ],
                condition=Q(valid_until__isnull=True),
                name="open_versions",
            ),
            models.Index(fields=["issuer", "assigned_at"], name="version_by_issuer"),
            models.Index(fields=["issuer", "lead", "assigned_at"], name="version_by_unit"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(valid_until__isnull=True), name="one_open_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} từ {self.valid_from}"


class Support(models.Model):
    """A coordinating unit of a task (phối hợp)."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="supports")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "đơn vị phối hợp"
        constraints = [
            models.UniqueConstraint(fields=["agency", "task"], name="supports_once"),
        ]

    def __str__(self) -> str:
        return f"{self.agency} phối hợp {self.task_id}"


class Watch(models.Model):
    """A person who follows a task that is not his."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="+")
    officer = models.ForeignKey(Officer, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "theo dõi"
        constraints = [
            models.UniqueConstraint(fields=["officer", "task"], name="watched_once"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} theo dõi {self.task_id}"
