"""The papers of a meeting: what is read before it, its invitation, its notice of conclusions."""

from django.db import models

from dondoc.agencies.models import Officer
from dondoc.documents.models import Issuable, StoredFile, issued_with_files
from dondoc.meetings.models.meetings import Meeting


class AgendaItem(models.Model):
    """One point of the agenda: when, what, who presents."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    place = models.PositiveSmallIntegerField("thứ tự")
    starts = models.TimeField("giờ", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField("số phút", null=True, blank=True)
    content = models.CharField("nội dung", max_length=500)
    presenter = models.CharField("trình bày", max_length=200, blank=True)

    class Meta:
        verbose_name = "mục chương trình họp"

    def __str__(self) -> str:
        return self.content


class MeetingPaper(models.Model):
    """A file of the dossier, opened by those invited before the meeting."""

    class Kind(models.TextChoices):
        PAPER = "paper", "tài liệu"
        REPORT = "report", "báo cáo"
        MINUTES = "minutes", "biên bản"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="papers")
    kind = models.CharField("loại", max_length=8, choices=Kind.choices, default=Kind.PAPER)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    added_at = models.DateTimeField("thêm lúc")

    class Meta:
        verbose_name = "tài liệu họp"

    def __str__(self) -> str:
        return self.file.name


class Invitation(Issuable):
    """Giấy mời (NĐ 30/2020, mẫu 1.7), drafted from the dossier and numbered when it is sent."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="invitation")
    signer = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "giấy mời"
        constraints = [
            models.CheckConstraint(
                condition=issued_with_files(), name="an_issued_invitation_has_its_files"
            ),
        ]

    def __str__(self) -> str:
        return f"Giấy mời {self.letterhead.get('number') or '(dự thảo)'}"


class ConclusionNotice(Issuable):
    """Thông báo kết luận: within 05 working days; its sentences become tasks."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="notice")
    signer = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "thông báo kết luận"
        constraints = [
            models.CheckConstraint(
                condition=issued_with_files(), name="an_issued_notice_has_its_files"
            ),
        ]

    def __str__(self) -> str:
        return f"Thông báo {self.letterhead.get('number') or '(dự thảo)'}"
