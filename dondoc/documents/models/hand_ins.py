"""What somebody handed in, while it is read and until it stands in the register.

Until the house knows that a file is no state secret, nothing of it is in the database, not even
its name: the file waits in the spool under a word drawn by lot. What is kept here afterwards
goes into the document when it is registered, or away.
"""

from typing import Self

from django.db import models

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.models.documents import Document, StoredFile


class HandInQuerySet(models.QuerySet["HandIn"]):
    def visible_to(self, officer: Officer) -> Self:
        """One's own alone: nobody else sees a paper that may still prove to be a state secret."""
        return self.filter(handed_in_by=officer)

    def under_way(self) -> Self:
        """Those that are being read, or wait for somebody to look at them."""
        return self.filter(state__in=HandIn.UNDER_WAY)


class HandIn(models.Model):
    """A file handed in for the register of a body: read by the house, checked by a person."""

    class State(models.TextChoices):
        READING = "reading", "Đang đọc"
        READ = "read", "Chờ kiểm tra"
        FAILED = "failed", "Không đọc được"
        SECRET = "secret", "Văn bản mật"
        REGISTERED = "registered", "Đã vào sổ"
        DROPPED = "dropped", "Đã bỏ"

    UNDER_WAY = (State.READING, State.READ, State.FAILED, State.SECRET)
    VERSION = None
    UNRECORDED = ("text", "pages", "notes", "head")

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    state = models.CharField(
        "trạng thái", max_length=12, choices=State.choices, default=State.READING
    )
    handed_in_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField("đưa vào lúc")
    kind = models.CharField("loại", max_length=10)
    spool = models.CharField("tên ở chỗ chờ", max_length=32, blank=True)
    original = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    text = models.TextField("toàn văn", blank=True)
    pages = models.JSONField("các trang", default=list, blank=True)
    notes = models.JSONField("lưu ý", default=list, blank=True)
    failure = models.CharField("vì sao không đọc được", max_length=300, blank=True)
    head = models.JSONField("số, ngày, cơ quan của văn bản mật", default=dict, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")

    objects = HandInQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản đưa vào"
        indexes = [
            models.Index(fields=["handed_in_by", "state"], name="hand_in_by_person"),
            models.Index(fields=["state", "handed_in_at"], name="hand_in_by_age"),
        ]

    def __str__(self) -> str:
        return f"văn bản đưa vào {self.pk}"
