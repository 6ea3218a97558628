"""Nouns of telling: a notice to one officer, its way out by mail, and who wants it how."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import ExpressionWrapper, F, Q

from dondoc.agencies.models import Officer
from dondoc.agencies.roles import LOOKS_AFTER_TELLING, OFFICE
from dondoc.journal.models import Entry, kind_of
from dondoc.meetings.models import Participant
from dondoc.rules.quiet_hours import Habit
from dondoc.tasks.models import ProgressUpdate


class Kind(models.TextChoices):
    ASSIGNED = "assigned", "Giao việc"
    RETURNED = "returned", "Trả lại"
    EXTENSION = "extension", "Gia hạn"
    RESULT = "result", "Kết quả"
    CHANGE = "change", "Thay đổi"
    DUE_SOON = "due_soon", "Sắp đến hạn"
    OVERDUE = "overdue", "Quá hạn"
    PROGRESS = "progress", "Nhắc tiến độ"
    MEETING = "meeting", "Cuộc họp"
    URGED = "urged", "Đôn đốc, chỉ đạo"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, officer: Officer) -> Self:
        """Notices are read by the officer they were written to, and by nobody else."""
        return self.filter(officer=officer)

    def about(self, subject: models.Model) -> Self:
        """What was told of one subject."""
        return self.filter(subject_kind=kind_of(subject), subject_id=subject.pk)

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)


IS_READ = ExpressionWrapper(Q(read_at__isnull=False), output_field=models.BooleanField())
"""Puts unread notices first, in an order an index can follow on both databases."""


class Notice(models.Model):
    """One officer told of one deed, or of one deadline; the in-app inbox is what counts."""

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+")
    subject_kind = models.CharField("loại việc được báo", max_length=40)
    subject_id = models.BigIntegerField("mã việc được báo")
    kind = models.CharField("loại", max_length=10, choices=Kind.choices)
    step = models.CharField("việc", max_length=60)
    day = models.DateField("thời hạn được nhắc", null=True)
    urgent = models.BooleanField("khẩn", default=False)
    words = models.CharField("nội dung", max_length=400)
    url = models.CharField("mở đến", max_length=200)
    created_at = models.DateTimeField("báo lúc")
    read_at = models.DateTimeField("đọc lúc", null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "thông báo"
        indexes = [
            models.Index(
                "officer", IS_READ, F("created_at").desc(), F("id").desc(), name="notice_in_order"
            ),
            models.Index(
                fields=["officer", "kind"], condition=Q(read_at=None), name="unread_by_kind"
            ),
            models.Index(fields=["created_at"], condition=Q(entry=None), name="reminder_by_time"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "officer"], condition=Q(entry__isnull=False), name="told_once"
            ),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "step", "day", "officer"],
                condition=Q(entry__isnull=True),
                name="reminded_once",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def asks_update(self) -> bool:
        """Is the next thing to do an update of a task?"""
        return self.subject_kind == "task" and self.kind in (
            Kind.ASSIGNED, Kind.RETURNED, Kind.DUE_SOON, Kind.OVERDUE, Kind.PROGRESS
        )  # fmt: skip


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def visible_to(self, officer: Officer) -> Self:
        """The Office and the administrator see what could not reach the people of their bodies."""
        if officer.role not in LOOKS_AFTER_TELLING:
            return self.none()
        root = officer.agency.committee or officer.agency
        return self.filter(notice__officer__agency__path__startswith=root.path)

    def undelivered(self) -> Self:
        """What did not go out, and what only goes out late."""
        late = Q(state=Delivery.State.QUEUED, tries__gt=0)
        return self.filter(late | Q(state__in=(Delivery.State.FAILED, Delivery.State.SKIPPED)))


class Outgoing(models.Model):
    """What is on its way through a channel outside the house."""

    class State(models.TextChoices):
        QUEUED = "queued", "Chờ gửi"
        SENT = "sent", "Đã gửi"
        FAILED = "failed", "Không gửi được"
        SKIPPED = "skipped", "Không gửi"
        UNWANTED = "unwanted", "Người nhận không muốn"

    state = models.CharField("trạng thái", max_length=8, choices=State.choices)
    tries = models.PositiveSmallIntegerField("số lần gửi", default=0)
    next_try_at = models.DateTimeField("gửi lại lúc", null=True)
    leased_until = models.DateTimeField("đang gửi đến", null=True)
    message_id = models.CharField("mã thư", max_length=120, blank=True)
    error = models.CharField("lý do", max_length=300, blank=True)
    sent_at = models.DateTimeField("gửi lúc", null=True)

    class Meta:
        abstract = True


class Digest(Outgoing):
    """The one letter of a day to one officer: what was gathered for it, and how the unit stands."""

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="+")
    day = models.DateField("ngày")
    created_at = models.DateTimeField("soạn lúc")

    class Meta:
        verbose_name = "thư gộp hằng ngày"
        indexes = [
            models.Index(
                fields=["next_try_at", "id"], condition=Q(state="queued"), name="digest_waiting"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["officer", "day"], name="one_digest_a_day"),
        ]

    def __str__(self) -> str:
        return f"Thư gộp ngày {self.day:%d/%m/%Y}"


class Delivery(Outgoing):
    """A notice on its way through a channel outside the house."""

    class Channel(models.TextChoices):
        MAIL = "mail", "Thư điện tử"
        DIGEST = "digest", "Thư gộp hằng ngày"
        TEXT = "text", "Tin nhắn"
        PUSH = "push", "Thông báo trên thiết bị"

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    channel = models.CharField("kênh", max_length=8, choices=Channel.choices)
    digest = models.ForeignKey(Digest, models.SET_NULL, null=True, related_name="deliveries")

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = "lần gửi"
        indexes = [
            models.Index(
                fields=["next_try_at", "id"], condition=Q(state="queued"), name="delivery_waiting"
            ),
            models.Index(fields=["state", "-id"], name="delivery_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["notice", "channel"], name="one_way_per_channel"),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.get_state_display().lower()}"


class GuestLetterQuerySet(models.QuerySet["GuestLetter"]):
    def visible_to(self, officer: Officer) -> Self:
        """The Office sees what could not reach the guests of its committee's meetings."""
        if officer.role not in OFFICE:
            return self.none()
        return self.filter(participant__meeting__committee=officer.committee_id)

    def undelivered(self) -> Self:
        """What did not go out, and what only goes out late."""
        late = Q(state=Outgoing.State.QUEUED, tries__gt=0)
        return self.filter(late | Q(state__in=(Outgoing.State.FAILED, Outgoing.State.SKIPPED)))


class GuestLetter(Outgoing):
    """A mail to somebody from outside who is asked to a meeting, and has no seat in the house."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    step = models.CharField("việc", max_length=60)
    words = models.CharField("nội dung", max_length=400)
    created_at = models.DateTimeField("viết lúc")

    objects = GuestLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "thư gửi khách mời"
        indexes = [
            models.Index(
                fields=["next_try_at", "id"], condition=Q(state="queued"), name="letter_waiting"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["entry", "participant"], name="one_letter_per_deed"),
        ]

    def __str__(self) -> str:
        return f"Thư gửi {self.participant}: {self.get_state_display().lower()}"


class MailReplyQuerySet(models.QuerySet["MailReply"]):
    def visible_to(self, officer: Officer) -> Self:
        """The Office and the administrator see what the people of their bodies wrote in vain."""
        if officer.role not in LOOKS_AFTER_TELLING:
            return self.none()
        root = officer.agency.committee or officer.agency
        return self.filter(notice__officer__agency__path__startswith=root.path)


class MailReply(Outgoing):
    """A letter that came to the address of replies, and on its way the answer, if it needs one."""

    class Outcome(models.TextChoices):
        POSTED = "posted", "Đã ghi cập nhật"
        REFUSED = "refused", "Chưa ghi được"
        IGNORED = "ignored", "Bỏ qua"

    received_id = models.CharField("mã thư đến", max_length=200, unique=True)
    received_at = models.DateTimeField("nhận lúc")
    sender = models.CharField("người gửi", max_length=254)
    notice = models.ForeignKey(Notice, models.CASCADE, null=True, related_name="+")
    update = models.ForeignKey(ProgressUpdate, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField("kết quả", max_length=8, choices=Outcome.choices)
    words = models.CharField("vì sao", max_length=600, blank=True)
    stranger_on = models.DateField("ngày trả lời người chưa xác minh", null=True)

    objects = MailReplyQuerySet.as_manager()

    class Meta:
        verbose_name = "thư trả lời"
        indexes = [
            models.Index(
                fields=["next_try_at", "id"], condition=Q(state="queued"), name="answer_waiting"
            ),
            models.Index(fields=["sender", "received_at"], name="reply_by_sender"),
            models.Index(fields=["-id"], condition=Q(outcome="refused"), name="reply_refused"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "stranger_on"], name="a_stranger_is_answered_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(outcome="posted", update__isnull=False)
                | (~Q(outcome="posted") & Q(update__isnull=True)),
                name="a_posted_reply_has_its_update",
            ),
        ]

    def __str__(self) -> str:
        return f"thư của {self.sender}: {self.get_outcome_display().lower()}"


class PushDeviceQuerySet(models.QuerySet["PushDevice"]):
    def visible_to(self, officer: Officer) -> Self:
        """Everyone's own; a device is a person's, in whatever seat."""
        return self.filter(user=officer.user_id)


class PushDevice(models.Model):
    """A browser on which a person lets the house show that something waits (RFC 8030, 8291)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    endpoint = models.URLField("địa chỉ nhận", max_length=800, unique=True)
    p256dh = models.CharField("khóa công khai của thiết bị", max_length=120)
    auth = models.CharField("bí mật của thiết bị", max_length=40)
    name = models.CharField("thiết bị", max_length=120)
    added_at = models.DateTimeField("bật lúc")

    objects = PushDeviceQuerySet.as_manager()

    class Meta:
        verbose_name = "thiết bị nhận thông báo"

    def __str__(self) -> str:
        return self.name


def only_urgent() -> list[str]:
    """What comes by message to who said nothing."""
    return [Preference.URGENT]


class Preference(models.Model):
    """What an officer wants by mail, message and device, and when: at once, together, not at rest.

    Without one everything comes by mail and on devices at once, and what is urgent by message; the
    inbox has all of it regardless.
    """

    URGENT = "urgent"
    """What is urgent by its step, whatever its kind: not to be refused by mail."""

    officer = models.OneToOneField(Officer, models.CASCADE, related_name="+")
    unmailed = models.JSONField("loại không nhận thư", default=list)
    unpushed = models.JSONField("loại không báo trên thiết bị", default=list)
    texted = models.JSONField("loại nhận tin nhắn", default=only_urgent)
    digest_at = models.TimeField("gộp thành một thư lúc", null=True)
    quiet_from = models.TimeField("không gửi từ", null=True)
    quiet_until = models.TimeField("đến", null=True)
    rests = models.BooleanField("không gửi vào ngày nghỉ", default=False)
    sums_up = models.BooleanField("kèm tình hình đơn vị", default=False)

    class Meta:
        verbose_name = "cách nhận tin"
        indexes = [
            models.Index(
                fields=["digest_at"], condition=Q(digest_at__isnull=False), name="habit_by_hour"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from__isnull=True, quiet_until__isnull=True)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="quiet_hours_have_both_ends",
            ),
            models.CheckConstraint(
                condition=Q(sums_up=False) | Q(digest_at__isnull=False),
                name="the_unit_is_summed_up_in_the_days_letter",
            ),
        ]

    def __str__(self) -> str:
        return f"cách nhận tin của {self.officer_id}"

    @property
    def mailed(self) -> list[str]:
        """The kinds that also come by mail."""
        return [kind for kind in Kind.values if kind not in self.unmailed]

    @property
    def pushed(self) -> list[str]:
        """The kinds that also show on the person's devices."""
        return [kind for kind in Kind.values if kind not in self.unpushed]

    def wants(self, notice: Notice, channel: str) -> bool:
        """Does the notice also go by the channel?"""
        if channel == Delivery.Channel.TEXT:
            return notice.kind in self.texted or (notice.urgent and self.URGENT in self.texted)
        refused = self.unpushed if channel == Delivery.Channel.PUSH else self.unmailed
        return notice.urgent or notice.kind not in refused

    @property
    def rule(self) -> Habit:
        """As the rule of quiet hours reads it."""
        return Habit(self.digest_at, self.quiet_from, self.quiet_until, self.rests)
