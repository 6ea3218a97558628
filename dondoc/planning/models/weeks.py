"""The weekly schedule of a committee's leaders: the week, its entries, and who takes part."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.models import Printed
from dondoc.meetings.models import Meeting, Resource
from dondoc.planning.models.programmes import ProgrammeItem


class WeekQuerySet(models.QuerySet["Week"]):
    def visible_to(self, officer: Officer) -> Self:
        """The weeks of the officer's own committee."""
        return self.filter(committee_id=officer.committee_id)


class Week(Printed):
    """Lịch công tác tuần: proposed by units, arranged by the Office, decided by the Chairman."""

    class State(models.TextChoices):
        DRAFT = "draft", "Đang xây dựng"
        SUBMITTED = "submitted", "Chờ Chủ tịch duyệt"
        PUBLISHED = "published", "Đã ban hành"

    VERSION = None

    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.DRAFT
    )
    monday = models.DateField("tuần từ ngày")
    closes_at = models.DateTimeField("chốt lịch lúc")
    note = models.CharField("ghi chú", max_length=500, blank=True)
    decided_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    left = models.JSONField("còn vướng khi ban hành", default=list)

    objects = WeekQuerySet.as_manager()

    class Meta:
        verbose_name = "lịch công tác tuần"
        constraints = [
            models.UniqueConstraint(fields=["committee", "monday"], name="one_week"),
        ]

    def __str__(self) -> str:
        return f"Lịch công tác {self.label} ({self.monday:%d/%m} - {self.sunday:%d/%m/%Y})"

    @property
    def label(self) -> str:
        """ "tuần 20"."""
        return f"tuần {self.monday.isocalendar().week}"

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> list[date]:
        """Monday to Sunday."""
        return [self.monday + timedelta(days=n) for n in range(7)]

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def is_late(self) -> bool:
        """Was it decided after its hour?"""
        return self.decided_at is not None and self.decided_at > self.closes_at


class WeekEntryQuerySet(models.QuerySet["WeekEntry"]):
    def visible_to(self, officer: Officer) -> Self:
        """What is published, to all; what is proposed, to the Office, leaders and its own unit."""
        own = Q(week__committee_id=officer.committee_id)
        if officer.reads_committee:
            return self.filter(own)
        scope = officer.scope()
        seen = Q(week__state=Week.State.PUBLISHED, state__in=WeekEntry.STANDING)
        seen |= Q(preparing_id__in=scope) | Q(unit_id__in=scope) | Q(proposed_by=officer)
        return self.filter(own & seen)

    def published(self) -> Self:
        """What people were told of: of published weeks, the cancelled and postponed among it."""
        return self.filter(week__state=Week.State.PUBLISHED, state__in=WeekEntry.STANDING)

    def in_full(self) -> Self:
        """With all that a line of the schedule says, in two queries."""
        people = WeekPerson.objects.select_related("officer__user", "officer__agency", "agency")
        rows = self.select_related(
            "week", "week__committee", "room", "vehicle", "preparing", "unit", "follower__user",
            "meeting", "meeting__chair",
        )  # fmt: skip
        return rows.prefetch_related(
            models.Prefetch("people", people.order_by("pk"), to_attr="named")
        )

    def in_order(self) -> Self:
        """As the schedule prints them: by day, session and hour."""
        rank = models.Case(
            *(models.When(session=name, then=n) for n, name in enumerate(ORDER)),
            default=len(ORDER),
        )
        return self.alias(rank=rank).order_by(
            "on", "rank", models.F("starts_at").asc(nulls_first=True), "pk"
        )


class WeekEntry(models.Model):
    """One line of the week: when, what, who chairs and attends, where, who prepares."""

    class Session(models.TextChoices):
        MORNING = "morning", "Sáng"
        AFTERNOON = "afternoon", "Chiều"
        EVENING = "evening", "Tối"
        ALL_DAY = "all_day", "Cả ngày"

    class State(models.TextChoices):
        PROPOSED = "proposed", "Đề xuất"
        ARRANGED = "arranged", "Đã xếp lịch"
        DECLINED = "declined", "Không xếp"
        WITHDRAWN = "withdrawn", "Đã rút"
        POSTPONED = "postponed", "Hoãn"
        CANCELLED = "cancelled", "Hủy"

    class Change(models.TextChoices):
        NONE = "", "không đổi"
        ADDED = "added", "Bổ sung"
        RESCHEDULED = "rescheduled", "Đổi giờ"
        ADJUSTED = "adjusted", "Điều chỉnh"
        POSTPONED = "postponed", "Hoãn"
        CANCELLED = "cancelled", "Hủy"

    class Invites(models.TextChoices):
        SCHEDULE = "schedule", "Lịch này thay thư mời"
        SEPARATE = "separate", "Giấy mời riêng"

    STANDING = ("arranged", "postponed", "cancelled")
    VERSION = None

    week = models.ForeignKey(Week, models.PROTECT, related_name="entries")
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.PROPOSED
    )
    on = models.DateField("ngày")
    session = models.CharField("buổi", max_length=10, choices=Session.choices)
    starts_at = models.TimeField("từ", null=True, blank=True)
    ends_at = models.TimeField("đến", null=True, blank=True)
    repeats = models.BooleanField("tất cả các ngày làm việc trong tuần", default=False)
    content = models.TextField("nội dung")
    place = models.CharField("địa điểm", max_length=200, blank=True)
    room = models.ForeignKey(
        Resource, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="phòng họp"
    )
    vehicle = models.ForeignKey(
        Resource, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="xe"
    )
    preparing = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="chuẩn bị"
    )
    follower = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="Văn phòng theo dõi",
    )  # fmt: skip
    invites = models.CharField(
        "thư mời", max_length=8, choices=Invites.choices, default=Invites.SCHEDULE
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cuộc họp"
    )
    item = models.ForeignKey(
        ProgrammeItem, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="nội dung chương trình",
    )  # fmt: skip
    note = models.CharField("ghi chú", max_length=300, blank=True)
    change = models.CharField(
        "thay đổi", max_length=12, choices=Change.choices, default=Change.NONE, blank=True
    )
    changed_at = models.DateTimeField("thay đổi lúc", null=True)
    added_at = models.DateTimeField("bổ sung sau khi ban hành lúc", null=True)
    told = models.JSONField("như đã ban hành", default=dict)
    reason = models.CharField("lý do", max_length=500, blank=True)
    moved_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="chuyển sang tuần khác",
    )  # fmt: skip
    uid = models.UUIDField("mã lịch", unique=True)
    sequence = models.PositiveIntegerField("lần sửa lịch", default=0)
    unit = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name="đơn vị đề xuất"
    )
    proposed_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField("đề xuất lúc")

    objects = WeekEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "mục lịch công tác"
        indexes = [
            models.Index(fields=["week", "on", "starts_at", "id"], name="entry_by_day"),
            models.Index(fields=["room", "on"], name="entry_by_room"),
            models.Index(fields=["vehicle", "on"], name="entry_by_vehicle"),
            models.Index(fields=["unit", "week"], name="entry_by_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
                name="an_entry_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.content[:80]

    @property
    def is_off(self) -> bool:
        """Told of, and no longer held."""
        return self.state in (self.State.POSTPONED, self.State.CANCELLED)

    @property
    def is_standing(self) -> bool:
        return self.state in self.STANDING

    @property
    def is_late(self) -> bool:
        """Proposed after the week was to be decided (of an entry fetched with its week)."""
        return self.proposed_at > self.week.closes_at


ORDER = ("all_day", "morning", "afternoon", "evening")
"""Sessions as they stand under a day: what lasts all day comes first."""


class WeekPerson(models.Model):
    """A leader who chairs or attends an entry, a body or person who takes part, or words."""

    class Part(models.TextChoices):
        CHAIRS = "chairs", "chủ trì"
        ATTENDS = "attends", "dự"
        TAKES_PART = "takes_part", "thành phần"

    entry = models.ForeignKey(WeekEntry, models.CASCADE, related_name="people")
    part = models.CharField("vai trò", max_length=10, choices=Part.choices)
    officer = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    words = models.CharField("thành phần khác", max_length=500, blank=True)

    class Meta:
        verbose_name = "thành phần mục lịch"
        indexes = [
            models.Index(fields=["officer", "entry"], name="week_person"),
            models.Index(fields=["agency", "entry"], name="week_body"),
        ]

    def __str__(self) -> str:
        return self.words or str(self.officer or self.agency)
