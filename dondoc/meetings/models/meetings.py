"""A meeting from its plan to its conclusions: who leads it, when, where, and on what."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Field, Officer
from dondoc.database.clock import day_of, local
from dondoc.meetings.models.resources import Resource
from dondoc.rules.clashes import USUAL_LENGTH

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class SeriesQuerySet(models.QuerySet["Series"]):
    def visible_to(self, officer: Officer) -> Self:
        """Those of the officer's own committee."""
        return self.filter(committee_id=officer.committee_id)


class Series(models.Model):
    """Meetings that follow one another (giao ban, họp tháng): each asks after the last."""

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    name = models.CharField("tên", max_length=200)
    rhythm = models.CharField("định kỳ", max_length=120, blank=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = "chuỗi cuộc họp"
        constraints = [
            models.UniqueConstraint(fields=["committee", "name"], name="one_series_per_name"),
        ]

    def __str__(self) -> str:
        return self.name


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, officer: Officer) -> Self:
        """The committee's readers see all of it; others what they lead, prepare or are asked to."""
        scope = officer.scope()
        seen = Q(lead_id__in=scope) | Q(chair=officer) | Q(leader=officer)
        deputising = Q(deputy=officer, consent=True)
        asked = Participant.objects.standing().filter(
            Q(agency_id__in=scope) | Q(officer=officer) | deputising
        )
        prepared = Preparation.objects.filter(Q(unit_id__in=scope) | Q(person=officer))
        seen |= Q(pk__in=asked.values("meeting")) | Q(pk__in=prepared.values("meeting"))
        if officer.reads_committee:
            seen |= Q(committee_id=officer.committee_id)
        return self.filter(seen)


class Meeting(models.Model):
    """A conference or working session (hội nghị, cuộc họp, cuộc làm việc) and its dossier."""

    class State(models.TextChoices):
        PLANNED = "planned", "Đang chuẩn bị"
        HELD = "held", "Đã họp, chờ kết luận"
        CONCLUDED = "concluded", "Đã có kết luận"
        CANCELLED = "cancelled", "Đã hủy"

    class Approval(models.TextChoices):
        NONE = "none", "Chưa xin ý kiến"
        ASKED = "asked", "Chờ ý kiến lãnh đạo"
        RETURNED = "returned", "Yêu cầu chỉnh sửa"
        GRANTED = "granted", "Đã duyệt nội dung"

    VERSION = None

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name="chuỗi"
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.PLANNED
    )
    title = models.CharField("tên cuộc họp", max_length=300)
    content = models.TextField("nội dung", blank=True)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    lead = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name="đơn vị chủ trì tham mưu"
    )
    leader = models.ForeignKey(
        Officer, models.PROTECT, related_name="+", verbose_name="lãnh đạo phụ trách lĩnh vực"
    )
    chair = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="chủ trì")
    follower = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="Văn phòng theo dõi",
    )  # fmt: skip
    starts_at = models.DateTimeField("bắt đầu")
    ends_at = models.DateTimeField("kết thúc", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    room = models.ForeignKey(
        Resource, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="phòng họp"
    )
    vehicle = models.ForeignKey(
        Resource, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="xe"
    )
    approval = models.CharField(
        "ý kiến về nội dung", max_length=8, choices=Approval.choices, default=Approval.NONE
    )
    approved_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField("duyệt nội dung lúc", null=True)
    opinion = models.TextField("ý kiến của lãnh đạo", blank=True)
    minutes = models.TextField("biên bản", blank=True)
    conclusions = models.TextField("kết luận", blank=True)
    cancelled_for = models.CharField("lý do hủy", max_length=300, blank=True)
    held_at = models.DateTimeField("kết thúc họp lúc", null=True)
    uid = models.UUIDField("mã lịch", unique=True)
    sequence = models.PositiveIntegerField("lần sửa lịch", default=0)
    created_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("lập lúc")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "cuộc họp"
        indexes = [
            models.Index(fields=["committee", "starts_at", "id"], name="meeting_by_time"),
            models.Index(fields=["lead", "starts_at"], name="meeting_by_lead"),
            models.Index(fields=["series", "starts_at"], name="meeting_by_series"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
                name="a_meeting_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def day(self) -> date:
        return day_of(self.starts_at)

    @property
    def when(self) -> str:
        """ "08:00–10:00, thứ Năm 12/05/2022"."""
        there = local(self.starts_at)
        until = f"–{local(self.ends_at):%H:%M}" if self.ends_at else ""
        return f"{there:%H:%M}{until}, {WEEKDAYS[there.weekday()]} {there:%d/%m/%Y}"

    @property
    def over_at(self) -> datetime:
        """When it ends, as planned or by custom."""
        return self.ends_at or self.starts_at + USUAL_LENGTH

    @property
    def where(self) -> str:
        """The room, then the place, as invitations say it."""
        return ", ".join(part for part in (self.room.name if self.room else "", self.place) if part)

    @property
    def is_invited(self) -> bool:
        """Has its invitation gone out? Fetch the invitation along."""
        invitation = getattr(self, "invitation", None)
        return invitation is not None and not invitation.is_draft

    @property
    def is_open(self) -> bool:
        """Is it still to be held?"""
        return self.state == self.State.PLANNED


class Preparation(models.Model):
    """One thing to be ready before a meeting, with its person; its clock runs back from the day."""

    class Kind(models.TextChoices):
        CONTENT = "content", "nội dung"
        PAPERS = "papers", "tài liệu"
        REPORT = "report", "báo cáo"
        APPROVAL = "approval", "ý kiến lãnh đạo phụ trách"
        INVITATION = "invitation", "giấy mời"
        ROOM = "room", "phòng họp"
        SCREEN = "screen", "màn hình, âm thanh"
        WATER = "water", "nước uống"
        VEHICLE = "vehicle", "xe"
        OTHER = "other", "điều kiện khác"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="preparations")
    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    label = models.CharField("việc", max_length=200, blank=True)
    unit = models.ForeignKey(
        Agency, models.PROTECT, null=True, related_name="+", verbose_name="đơn vị"
    )
    person = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người làm"
    )
    ahead = models.PositiveSmallIntegerField("sớm hơn (ngày làm việc)", default=0)
    due_on = models.DateField("xong trước hết ngày")
    done_at = models.DateTimeField("xong lúc", null=True)
    done_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "việc chuẩn bị họp"
        indexes = [
            models.Index(
                fields=["due_on", "meeting"], condition=Q(done_at__isnull=True),
                name="preparation_waiting",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.label or str(self.get_kind_display())

    @property
    def was_in_time(self) -> bool:
        """Done, and by its day."""
        return self.done_at is not None and day_of(self.done_at) <= self.due_on


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def standing(self) -> Self:
        """Without those whose invitation was withdrawn."""
        return self.filter(withdrawn_at=None)


class Participant(models.Model):
    """Who is asked to a meeting: a body, a person in a seat, or somebody from outside by name."""

    class Answer(models.TextChoices):
        NONE = "none", "Chưa trả lời"
        ATTENDS = "attends", "Dự họp"
        DEPUTY = "deputy", "Cử người dự thay"
        DECLINES = "declines", "Vắng mặt"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participants")
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị"
    )
    officer = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người dự"
    )
    name = models.CharField("thành phần khác", max_length=200, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    asked_at = models.DateTimeField("mời lúc", null=True)
    withdrawn_at = models.DateTimeField("thôi mời lúc", null=True)
    answer = models.CharField("trả lời", max_length=8, choices=Answer.choices, default=Answer.NONE)
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    reason = models.CharField("lý do", max_length=300, blank=True)
    deputy = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dự thay"
    )
    consent = models.BooleanField("chủ trì đồng ý cử thay", null=True)
    attended = models.BooleanField("có mặt", null=True)
    read_at = models.DateTimeField("mở tài liệu lúc", null=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = "thành phần dự họp"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "agency"], condition=Q(agency__isnull=False),
                name="a_body_is_asked_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "officer"], condition=Q(officer__isnull=False),
                name="a_person_is_asked_once",
            ),
            models.CheckConstraint(
                condition=Q(agency__isnull=False) | Q(officer__isnull=False) | ~Q(name=""),
                name="a_participant_is_somebody",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name or str(self.officer or self.agency)
