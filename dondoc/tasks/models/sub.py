"""What gathers about a task: updates, files, requests for extension, saved filters."""

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Officer
from dondoc.documents.models import StoredFile
from dondoc.tasks.models.tasks import Task, Watch

__all__ = ["Attachment", "Extension", "ProgressUpdate", "SavedFilter", "Watch"]


class ProgressUpdate(models.Model):
    """What a unit says of a task: how it stands (tình hình) or what came of it (kết quả)."""

    class Kind(models.TextChoices):
        PROGRESS = "progress", "tình hình thực hiện"
        RESULT = "result", "kết quả"

    task = models.ForeignKey(Task, models.PROTECT, related_name="updates")
    kind = models.CharField("loại", max_length=8, choices=Kind.choices, default=Kind.PROGRESS)
    author = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    posted_at = models.DateTimeField("cập nhật lúc")
    claimed_on = models.DateField("ngày thực hiện theo lời khai", null=True, blank=True)
    narrative = models.TextField("tình hình, kết quả")
    percent = models.PositiveSmallIntegerField("tiến độ (%)", null=True, blank=True)
    milestone = models.CharField("mốc đạt được", max_length=200, blank=True)
    obstacle = models.TextField("khó khăn, vướng mắc", blank=True)
    proposal = models.TextField("đề xuất, kiến nghị", blank=True)

    class Meta:
        verbose_name = "cập nhật tình hình thực hiện"
        indexes = [
            models.Index(fields=["task", "-posted_at"], name="update_by_task"),
            models.Index(fields=["author", "-posted_at"], name="update_by_author"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(narrative=""), name="an_update_says_something"),
        ]

    def __str__(self) -> str:
        return self.narrative[:80]


class Attachment(models.Model):
    """A file that goes with an update: evidence, a photo, the answer that was sent."""

    update = models.ForeignKey(ProgressUpdate, models.PROTECT, related_name="attachments")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "tệp đính kèm"

    def __str__(self) -> str:
        return self.file.name


class Extension(models.Model):
    """A request to move a deadline, made before it passes, and the assigner's answer."""

    class State(models.TextChoices):
        ASKED = "asked", "Chờ quyết định"
        GRANTED = "granted", "Đồng ý gia hạn"
        REFUSED = "refused", "Không đồng ý"

    task = models.ForeignKey(Task, models.PROTECT, related_name="extensions")
    state = models.CharField("trạng thái", max_length=8, choices=State.choices, default=State.ASKED)
    asked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("đề nghị lúc")
    reason = models.TextField("lý do")
    due_on_before = models.DateField("thời hạn đang áp dụng")
    due_on_asked = models.DateField("thời hạn đề nghị")
    due_on_granted = models.DateField("thời hạn được duyệt", null=True)
    decided_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    answer = models.TextField("ý kiến quyết định", blank=True)

    class Meta:
        verbose_name = "đề nghị gia hạn"
        indexes = [models.Index(fields=["state", "asked_at"], name="extension_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(state="asked"), name="one_open_extension"
            ),
        ]

    def __str__(self) -> str:
        return f"Gia hạn đến {self.due_on_asked:%d/%m/%Y}"


class SavedFilter(models.Model):
    """A list a person comes back to: a name for an address."""

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="+")
    name = models.CharField("tên bộ lọc", max_length=80)
    query = models.CharField("điều kiện", max_length=500)

    class Meta:
        verbose_name = "bộ lọc đã lưu"
        constraints = [
            models.UniqueConstraint(fields=["officer", "name"], name="one_filter_per_name"),
        ]

    def __str__(self) -> str:
        return self.name
