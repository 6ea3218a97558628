"""The days a committee works, and the numbers its regulation sets: data with their sources."""

from django.db import models

from dondoc.agencies.models.agencies import Agency


class CalendarDay(models.Model):
    """A day off on a weekday, or a Saturday or Sunday worked in exchange."""

    class Kind(models.TextChoices):
        OFF = "off", "nghỉ"
        WORK = "work", "làm bù"

    day = models.DateField("ngày")
    kind = models.CharField("loại", max_length=4, choices=Kind.choices)
    name = models.CharField("tên", max_length=120)
    source = models.CharField("căn cứ", max_length=200)
    scope = models.ForeignKey(
        Agency, models.CASCADE, null=True, blank=True, related_name="+",
        verbose_name="áp dụng cho", help_text="Để trống: cả nước.",
    )  # fmt: skip
    reaches_below = models.BooleanField("cả UBND cấp dưới", default=False)

    class Meta:
        verbose_name = "ngày nghỉ, ngày làm bù"
        constraints = [
            models.UniqueConstraint(
                fields=["day"], condition=models.Q(scope=None), name="one_kind_per_national_day"
            ),
            models.UniqueConstraint(fields=["day", "scope"], name="one_kind_per_local_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.get_kind_display()}: {self.name}"


class CommitteeRules(models.Model):
    """What a committee's regulation sets, each with the default of practice."""

    committee = models.OneToOneField(Agency, models.CASCADE, related_name="rules", primary_key=True)
    due_soon_days = models.PositiveSmallIntegerField(
        "sắp đến hạn khi còn (ngày làm việc)", default=5
    )
    stale_days = models.PositiveSmallIntegerField("lâu không cập nhật sau (ngày)", default=30)
    max_extensions = models.PositiveSmallIntegerField("số lần gia hạn tối đa", default=1)
    criticise_below = models.PositiveSmallIntegerField(
        "phê bình khi hoàn thành dưới (%)", default=50
    )
    criticise_update_below = models.PositiveSmallIntegerField(
        "phê bình khi cập nhật dưới (%)", default=50
    )
    request_below = models.PositiveSmallIntegerField("yêu cầu khi hoàn thành dưới (%)", default=60)
    praise_above = models.PositiveSmallIntegerField("biểu dương khi hoàn thành từ (%)", default=90)
    minimum_sample = models.PositiveSmallIntegerField(
        "chỉ xếp hạng khi có ít nhất (nhiệm vụ)", default=5
    )
    strict_before = models.BooleanField(
        "“trước ngày D”: tính hạn là ngày liền trước D", default=False,
        help_text="Bỏ trống: hạn là chính ngày D, theo thông lệ của Văn phòng Chính phủ.",
    )  # fmt: skip
    star_quota = models.PositiveSmallIntegerField("cảnh báo khi gắn sao quá (%)", default=15)

    class Meta:
        verbose_name = "quy định của UBND"

    def __str__(self) -> str:
        return f"Quy định của {self.committee}"

    @classmethod
    def of(cls, committee: Agency) -> "CommitteeRules":
        """The committee's own numbers, or the defaults where it has set none."""
        return cls.objects.filter(pk=committee.pk).first() or cls(committee=committee)
