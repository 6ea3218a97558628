"""What stands beside the week: events of other bodies, and private addresses of calendars."""

from typing import Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer


class OutsideEventQuerySet(models.QuerySet["OutsideEvent"]):
    def visible_to(self, officer: Officer) -> Self:
        """Published by others for the committee: all of the committee may see them."""
        return self.filter(committee_id=officer.committee_id)

    def held(self) -> Self:
        """Those not taken back."""
        return self.filter(gone_at=None)


class OutsideEvent(models.Model):
    """A published item of the Party Committee or the Council, which the week must not overlap."""

    class Body(models.TextChoices):
        PARTY = "party", "Đảng ủy"
        COUNCIL = "council", "HĐND"
        ABOVE = "above", "cấp trên"

    committee = models.ForeignKey(Agency, models.CASCADE, related_name="+", verbose_name="UBND")
    body = models.CharField("cơ quan", max_length=8, choices=Body.choices)
    on = models.DateField("ngày")
    session = models.CharField(
        "buổi",
        max_length=10,
        choices=(
            ("morning", "Sáng"), ("afternoon", "Chiều"), ("evening", "Tối"), ("all_day", "Cả ngày"),
        ),
        default="morning",
    )  # fmt: skip
    starts_at = models.TimeField("từ", null=True, blank=True)
    ends_at = models.TimeField("đến", null=True, blank=True)
    content = models.CharField("nội dung", max_length=500)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    source = models.CharField("mã trong tệp lịch", max_length=255, blank=True)
    noted_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField("ghi lúc")
    gone_at = models.DateTimeField("bỏ lúc", null=True)
    officers: "models.ManyToManyField[Officer, Officer]" = models.ManyToManyField(
        Officer, related_name="+", blank=True, verbose_name="lãnh đạo dự"
    )

    VERSION = None

    objects = OutsideEventQuerySet.as_manager()

    class Meta:
        verbose_name = "lịch của Đảng ủy, HĐND"
        indexes = [models.Index(fields=["committee", "on"], name="outside_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "body", "source"], condition=~models.Q(source=""),
                name="one_outside_event_per_source",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.content

    @property
    def hours(self) -> str:
        """ "08h00 – 10h00", or the session."""
        if self.starts_at is None:
            return str(self.get_session_display()).lower()
        return " – ".join(f"{at:%Hh%M}" for at in (self.starts_at, self.ends_at) if at)


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def own(self, officer: Officer) -> Self:
        """Nobody but its owner ever sees an address, administrators included."""
        return self.filter(owner=officer)


class CalendarFeed(models.Model):
    """The private iCal address of a person, a unit or a committee; renewed, the old one is dead.

    The address itself is stored nowhere: it is worked out from the seed and the house's own key,
    so that neither the journal nor a copy of the database gives it away.
    """

    VERSION = None
    UNRECORDED = ("seed",)

    owner = models.ForeignKey(Officer, models.CASCADE, related_name="+", verbose_name="của")
    agency = models.ForeignKey(
        Agency, models.CASCADE, null=True, related_name="+", verbose_name="lịch của đơn vị"
    )
    seed = models.CharField("mầm của mã bí mật", max_length=64)
    renewed_at = models.DateTimeField("cấp lúc")
    closed_at = models.DateTimeField("thôi dùng lúc", null=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = "địa chỉ lịch iCal"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "agency"], condition=Q(agency__isnull=False),
                name="one_feed_of_each_unit",
            ),
            models.UniqueConstraint(
                fields=["owner"], condition=Q(agency__isnull=True), name="one_feed_of_ones_own"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Lịch của {self.agency or self.owner}"
