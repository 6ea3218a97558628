"""The days a committee works, and the numbers its regulation sets: data with their sources."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from dondoc.agencies.models.agencies import Agency
from dondoc.agencies.models.agencies import Kind as AgencyKind


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


WEEKDAYS = ((0, "Hai"), (1, "Ba"), (2, "Tư"), (3, "Năm"), (4, "Sáu"), (5, "Bảy"), (6, "Chủ nhật"))
DAY_OF_MONTH = [MinValueValidator(1), MaxValueValidator(28)]  # every month has these days
A_FEW_DAYS = [MinValueValidator(0), MaxValueValidator(30)]
PERCENT = [MinValueValidator(1), MaxValueValidator(100)]
HOURS_OF_DAYS = [MinValueValidator(0), MaxValueValidator(240)]

PROFILES: dict[str, dict[str, Any]] = {
    AgencyKind.PROVINCE: {"meeting_ready_days": 3, "meeting_ready_in_working_days": True},
}
"""Where a kind of committee works otherwise than a commune: papers 03 working days before a meeting
(QĐ 45/2018), not the ward's 02 days."""


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
    register_day = models.PositiveSmallIntegerField(
        "đăng ký chương trình kỳ sau đến ngày", default=25, validators=DAY_OF_MONTH
    )
    approve_day = models.PositiveSmallIntegerField(
        "duyệt chương trình kỳ sau đến ngày", default=28, validators=DAY_OF_MONTH
    )
    week_decided_weekday = models.PositiveSmallIntegerField(
        "lịch tuần sau chốt vào thứ", choices=WEEKDAYS, default=4
    )
    week_decided_hour = models.PositiveSmallIntegerField(
        "lịch tuần sau chốt trước (giờ)", default=17,
        validators=[MinValueValidator(0), MaxValueValidator(23)],
    )  # fmt: skip
    meeting_ready_days = models.PositiveSmallIntegerField(
        "giấy mời, tài liệu, điều kiện xong trước cuộc họp (ngày)",
        default=2,
        validators=A_FEW_DAYS,
    )
    meeting_ready_in_working_days = models.BooleanField(
        "tính ngày làm việc cho việc chuẩn bị họp", default=False,
        help_text="Bỏ trống: tính ngày theo lịch, gặp ngày nghỉ thì làm sớm hơn.",
    )  # fmt: skip
    unready_blocks_week = models.BooleanField(
        "không ban hành lịch tuần khi cuộc họp chưa chuẩn bị xong", default=False,
        help_text="Bỏ trống: chỉ cảnh báo.",
    )  # fmt: skip
    conclusion_days = models.PositiveSmallIntegerField(
        "thông báo kết luận sau cuộc họp (ngày làm việc)", default=5, validators=A_FEW_DAYS
    )
    remedy_report_day = models.PositiveSmallIntegerField(
        "báo cáo khắc phục hằng tháng trước ngày", default=25, validators=DAY_OF_MONTH
    )
    due_soon_percent = models.PositiveSmallIntegerField(
        "sắp đến hạn khi đã qua (% thời gian)", default=80, validators=PERCENT,
        help_text="Đến trước thì tính trước, so với số ngày làm việc còn lại.",
    )  # fmt: skip
    urge_again_hours = models.PositiveSmallIntegerField(
        "không đôn đốc lại cùng một việc trong (giờ)", default=4, validators=HOURS_OF_DAYS
    )
    slip_answer_days = models.PositiveSmallIntegerField(
        "trả lời phiếu, công văn đôn đốc trong (ngày làm việc)", default=3, validators=A_FEW_DAYS
    )
    explanation_days = models.PositiveSmallIntegerField(
        "trả lời yêu cầu giải trình trong (ngày làm việc)", default=2, validators=A_FEW_DAYS
    )
    instruction_days = models.PositiveSmallIntegerField(
        "báo cáo việc thực hiện ý kiến chỉ đạo trong (ngày làm việc)",
        default=5,
        validators=A_FEW_DAYS,
    )
    obstacle_days = models.PositiveSmallIntegerField(
        "trả lời khó khăn, vướng mắc trong (ngày làm việc)", default=3, validators=A_FEW_DAYS
    )
    red_periods_to_criticise = models.PositiveSmallIntegerField(
        "đề nghị phê bình khi bị nêu chậm liên tiếp (kỳ)", default=2, validators=A_FEW_DAYS
    )
    red_periods_to_summon = models.PositiveSmallIntegerField(
        "mời làm việc khi bị nêu chậm liên tiếp (kỳ)", default=3, validators=A_FEW_DAYS
    )

    class Meta:
        verbose_name = "quy định của UBND"

    def __str__(self) -> str:
        return f"Quy định của {self.committee}"

    @classmethod
    def of(cls, committee: Agency) -> "CommitteeRules":
        """The committee's own numbers, or the profile of its kind where it has set none."""
        own = cls.objects.filter(pk=committee.pk).first()
        return own or cls(committee=committee, **PROFILES.get(committee.kind, {}))
