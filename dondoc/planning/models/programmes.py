"""The work programme of a period: what units register, the Chairman approves, and becomes work."""

from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Field, Officer
from dondoc.database.clock import day_of
from dondoc.documents.models import Printed
from dondoc.rules.programmes import Span, label_of
from dondoc.tasks.models import Task


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, officer: Officer) -> Self:
        """All of the committee, that of the committee it is a unit of, of those above once out."""
        above = [int(pk) for pk in officer.agency.path.strip("/").split("/")]
        own = officer.agency.committee
        whole = Q(committee_id__in=(officer.committee_id, own.parent_id if own else None))
        return self.filter(whole | Q(committee_id__in=above, state=Programme.State.PUBLISHED))


class Programme(Printed):
    """Chương trình công tác năm, quý, tháng of a committee (Nghị định 314, 315/2025)."""

    class Period(models.TextChoices):
        YEAR = "year", "năm"
        QUARTER = "quarter", "quý"
        MONTH = "month", "tháng"

    class State(models.TextChoices):
        OPEN = "open", "Đang đăng ký"
        SUBMITTED = "submitted", "Chờ Chủ tịch duyệt"
        APPROVED = "approved", "Đã duyệt, chưa ban hành"
        PUBLISHED = "published", "Đã ban hành"

    VERSION = None

    state = models.CharField("trạng thái", max_length=10, choices=State.choices, default=State.OPEN)
    period = models.CharField("kỳ", max_length=8, choices=Period.choices)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến ngày")
    register_by = models.DateField("đăng ký đến hết ngày")
    approve_by = models.DateField("duyệt đến hết ngày")
    parts = models.JSONField("lời văn", default=list)
    urged = models.JSONField("đôn đốc đăng ký lần cuối, theo đơn vị", default=dict)
    opened_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField("mở đăng ký lúc")
    submitted_at = models.DateTimeField("trình lúc", null=True)
    approved_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField("duyệt lúc", null=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "chương trình công tác"
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "period", "from_on"], name="one_programme_per_period"
            ),
        ]

    def __str__(self) -> str:
        return f"Chương trình công tác {self.label}"

    @property
    def label(self) -> str:
        """ "tháng 6/2026", "quý II/2026", "năm 2026"."""
        return label_of(self.period, self.from_on)

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.from_on, self.to_on)

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_locked(self) -> bool:
        return self.state in (self.State.APPROVED, self.State.PUBLISHED)


class ItemQuerySet(models.QuerySet["ProgrammeItem"]):
    def visible_to(self, officer: Officer) -> Self:
        """Whoever sees the programme sees what stands in it."""
        return self.filter(programme__in=Programme.objects.visible_to(officer))


class ProgrammeItem(models.Model):
    """One thing a unit undertakes in the period; once approved it is a task."""

    class State(models.TextChoices):
        REGISTERED = "registered", "Đã đăng ký"
        MERGED = "merged", "Đã gộp"
        DECLINED = "declined", "Không đưa vào"
        APPROVED = "approved", "Đã duyệt"
        MOVED = "moved", "Chuyển kỳ khác"
        DROPPED = "dropped", "Đưa ra khỏi chương trình"
        WITHDRAWN = "withdrawn", "Đã rút"

    VERSION = None

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="items")
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.REGISTERED
    )
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="chủ trì")
    content = models.TextField("nội dung")
    product = models.CharField("sản phẩm", max_length=300, blank=True)
    person = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="người thực hiện",
    )  # fmt: skip
    coordinating: "models.ManyToManyField[Agency, Agency]" = models.ManyToManyField(
        Agency, related_name="+", blank=True, verbose_name="phối hợp"
    )
    starts_on = models.DateField("bắt đầu", null=True, blank=True)
    due_on = models.DateField("thời hạn")
    focal = models.BooleanField("trọng tâm", default=False)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    leader = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="lãnh đạo phụ trách",
    )  # fmt: skip
    place = models.PositiveIntegerField("thứ tự", default=0)
    part_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts",
        verbose_name="thuộc mục của chương trình kỳ dài hơn",
    )  # fmt: skip
    carried_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="carried",
        verbose_name="chuyển tiếp từ",
    )  # fmt: skip
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged",
        verbose_name="gộp vào",
    )  # fmt: skip
    task = models.ForeignKey(
        Task, models.PROTECT, null=True, related_name="+", verbose_name="nhiệm vụ"
    )
    registered_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    registered_at = models.DateTimeField("đăng ký lúc")
    added_at = models.DateTimeField("bổ sung sau khi duyệt lúc", null=True)
    reason = models.CharField("lý do", max_length=500, blank=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = "nội dung chương trình công tác"
        indexes = [
            models.Index(fields=["programme", "unit", "place", "id"], name="item_by_unit"),
            models.Index(fields=["unit", "programme"], name="item_of_unit"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["programme", "task"], name="one_item_per_task"),
            models.UniqueConstraint(fields=["programme", "carried_from"], name="carried_once"),
        ]

    def __str__(self) -> str:
        return self.content[:80]

    @property
    def stands(self) -> bool:
        """Is it in the programme, or still asked to be?"""
        return self.state in STANDING

    @property
    def was_approved(self) -> bool:
        """Has it stood in the programme as approved, wherever it is now?"""
        return self.state in APPROVED_ONCE


STANDING = (ProgrammeItem.State.REGISTERED, ProgrammeItem.State.APPROVED)
APPROVED_ONCE = (
    ProgrammeItem.State.APPROVED, ProgrammeItem.State.MOVED, ProgrammeItem.State.DROPPED,
)  # fmt: skip


class Explanation(models.Model):
    """Why an item was not done, or was done late: the unit's own words."""

    VERSION = None

    item = models.OneToOneField(ProgrammeItem, models.PROTECT, related_name="explanation")
    reason = models.TextField("lý do")
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    at = models.DateTimeField("nêu lúc")

    class Meta:
        verbose_name = "lý do chưa hoàn thành"

    def __str__(self) -> str:
        return self.reason[:80]


class Registration(models.Model):
    """A unit's word that its registration for a programme is complete, or that it has nothing."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="registrations")
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    sent_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("gửi lúc")
    nothing = models.BooleanField("không có nội dung đăng ký", default=False)
    note = models.CharField("ghi chú", max_length=500, blank=True)

    class Meta:
        verbose_name = "đăng ký chương trình công tác"
        constraints = [
            models.UniqueConstraint(fields=["programme", "unit"], name="one_registration"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} đăng ký {self.programme_id}"

    @property
    def is_late(self) -> bool:
        """Sent after the day printed (fetched with its programme)."""
        return day_of(self.sent_at) > self.programme.register_by


class ChangeQuerySet(models.QuerySet["ChangeRequest"]):
    def visible_to(self, officer: Officer) -> Self:
        """Whoever sees the programme sees how it was changed."""
        return self.filter(programme__in=Programme.objects.visible_to(officer))


class ChangeRequest(models.Model):
    """A change asked for after the lock, with its reason; the Chairman decides."""

    class Kind(models.TextChoices):
        MOVE = "move", "chuyển kỳ, đổi thời hạn"
        DROP = "drop", "đưa ra khỏi chương trình"
        ADD = "add", "bổ sung"

    class State(models.TextChoices):
        ASKED = "asked", "Chờ quyết định"
        GRANTED = "granted", "Đồng ý"
        REFUSED = "refused", "Không đồng ý"

    VERSION = None

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="changes")
    item = models.ForeignKey(
        ProgrammeItem, models.PROTECT, null=True, related_name="changes", verbose_name="nội dung"
    )
    kind = models.CharField("loại", max_length=4, choices=Kind.choices)
    state = models.CharField("trạng thái", max_length=8, choices=State.choices, default=State.ASKED)
    unit = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="đơn vị")
    reason = models.TextField("lý do")
    due_on = models.DateField("thời hạn mới", null=True)
    wanted = models.JSONField("nội dung bổ sung", default=dict)
    asked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("đề nghị lúc")
    decided_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    answer = models.TextField("ý kiến quyết định", blank=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "đề nghị điều chỉnh chương trình"
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(state="asked"), name="one_open_change_per_item"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason[:60]}"


class ProgrammeVersion(models.Model):
    """The programme as it was locked, and as each decision left it; never changed."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("lần")
    name = models.CharField("tên", max_length=120)
    made_at = models.DateTimeField("lúc")
    cause = models.ForeignKey(ChangeRequest, models.PROTECT, null=True, related_name="+")
    items = models.JSONField("nội dung")

    class Meta:
        verbose_name = "phiên bản chương trình"
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_version_per_number"),
        ]

    def __str__(self) -> str:
        return f"lần {self.number}: {self.name}"
