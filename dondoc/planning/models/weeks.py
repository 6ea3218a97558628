"""The weekly schedule of a committee's leaders, and the private addresses of its calendars."""

from datetime import timedelta
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
        PUBLISHED = "published", "Đã ban hành"

    VERSION = None

    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.DRAFT
    )
    monday = models.DateField("tuần từ ngày")
    note = models.CharField("ghi chú", max_length=500, blank=True)
    decided_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)

    objects = WeekQuerySet.as_manager()

    class Meta:
        verbose_name = "lịch công tác tuần"
        constraints = [
            models.UniqueConstraint(fields=["committee", "monday"], name="one_week"),
        ]

    def __str__(self) -> str:
        sunday = self.monday + timedelta(days=6)
        number = self.monday.isocalendar().week
        return f"Lịch công tác tuần {number} ({self.monday:%d/%m} - {sunday:%d/%m/%Y})"


class WeekEntryQuerySet(models.QuerySet["WeekEntry"]):
    def visible_to(self, officer: Officer) -> Self:
        """What is published, to all; what is proposed, to the Office, leaders and its own unit."""
        seen = Q(week__state=Week.State.PUBLISHED, state__in=WeekEntry.STANDING)
        seen |= Q(preparing_id__in=officer.scope()) | Q(proposed_by=officer)
        own = Q(week__committee_id=officer.committee_id)
        return self.filter(own) if officer.reads_committee else self.filter(own & seen)


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
        POSTPONED = "postponed", "Hoãn"
        CANCELLED = "cancelled", "Hủy"

    class Change(models.TextChoices):
        NONE = "", "không đổi"
        ADDED = "added", "Bổ sung"
        RESCHEDULED = "rescheduled", "Đổi giờ"
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
    uid = models.UUIDField("mã lịch", unique=True)
    sequence = models.PositiveIntegerField("lần sửa lịch", default=0)
    proposed_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField("đề xuất lúc")

    objects = WeekEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "mục lịch công tác"
        indexes = [
            models.Index(fields=["week", "on", "starts_at", "id"], name="entry_by_day"),
            models.Index(fields=["room", "on"], name="entry_by_room"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
                name="an_entry_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.content[:80]


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


class OutsideEvent(models.Model):
    """A published item of the Party Committee or the Council, which the week must not overlap."""

    class Body(models.TextChoices):
        PARTY = "party", "Đảng ủy"
        COUNCIL = "council", "HĐND"
        ABOVE = "above", "cấp trên"

    committee = models.ForeignKey(Agency, models.CASCADE, related_name="+", verbose_name="UBND")
    body = models.CharField("cơ quan", max_length=8, choices=Body.choices)
    on = models.DateField("ngày")
    starts_at = models.TimeField("từ", null=True, blank=True)
    ends_at = models.TimeField("đến", null=True, blank=True)
    content = models.CharField("nội dung", max_length=500)
    officers: "models.ManyToManyField[Officer, Officer]" = models.ManyToManyField(
        Officer, related_name="+", blank=True, verbose_name="lãnh đạo dự"
    )

    class Meta:
        verbose_name = "lịch của Đảng ủy, HĐND"
        indexes = [models.Index(fields=["committee", "on"], name="outside_by_day")]

    def __str__(self) -> str:
        return self.content


class CalendarFeed(models.Model):
    """The private iCal address of a person, a unit or a committee; renewed, the old one is dead."""

    owner = models.ForeignKey(Officer, models.CASCADE, related_name="+", verbose_name="của")
    agency = models.ForeignKey(
        Agency, models.CASCADE, null=True, related_name="+", verbose_name="lịch của đơn vị"
    )
    secret = models.CharField("mã bí mật", max_length=64, unique=True)
    renewed_at = models.DateTimeField("cấp lúc")

    class Meta:
        verbose_name = "địa chỉ lịch iCal"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "agency"], nulls_distinct=False, name="one_feed_of_each"
            ),
        ]

    def __str__(self) -> str:
        return f"Lịch của {self.agency or self.owner}"
