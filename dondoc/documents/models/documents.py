"""Documents: what assigns work, what reports on it, and the files behind both."""

from datetime import date
from typing import Self

from django.db import models, transaction

from dondoc.agencies.models import Agency, Officer


class Type(models.TextChoices):
    """Types of official documents (Nghị định 30/2020, Phụ lục III)."""

    DISPATCH = "dispatch", "công văn"
    DIRECTIVE = "directive", "chỉ thị"
    PLAN = "plan", "kế hoạch"
    NOTICE = "notice", "thông báo"
    TELEGRAM = "telegram", "công điện"
    DECISION = "decision", "quyết định"
    REPORT = "report", "báo cáo"
    INVITATION = "invitation", "giấy mời"
    SUBMISSION = "submission", "tờ trình"
    ORAL = "oral", "ý kiến trực tiếp"
    PROGRAMME = "programme", "chương trình"
    MINUTES = "minutes", "biên bản"
    OTHER = "other", "khác"


class Urgency(models.TextChoices):
    NORMAL = "normal", "thường"
    URGENT = "urgent", "khẩn"
    VERY_URGENT = "very_urgent", "thượng khẩn"
    FLASH = "flash", "hỏa tốc"


class StoredFile(models.Model):
    """A file kept byte for byte under its SHA-256; served only as download."""

    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    name = models.CharField("tên tệp", max_length=160)
    kind = models.CharField("loại", max_length=10)
    size = models.PositiveBigIntegerField("dung lượng")
    uploaded_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField("tải lên lúc")

    class Meta:
        verbose_name = "tệp"

    def __str__(self) -> str:
        return self.name


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, officer: Officer) -> Self:
        """Documents of the bodies in the officer's scope, and those issued by his committee."""
        return self.filter(
            models.Q(committee_id__in=officer.scope())
            | models.Q(committee_id=officer.committee_id, state=Document.State.ISSUED)
        )


class Document(models.Model):
    """A document registered by a committee: it arrived, or the committee issued it."""

    class State(models.TextChoices):
        REGISTERED = "registered", "Đã vào sổ"
        READ = "read", "Đang tách nhiệm vụ"
        CLOSED = "closed", "Đã giao xong nhiệm vụ"
        ISSUED = "issued", "Đã ban hành"

    VERSION = None
    UNRECORDED = ("text",)

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    state = models.CharField(
        "trạng thái", max_length=12, choices=State.choices, default=State.REGISTERED
    )
    type = models.CharField(
        "loại văn bản", max_length=12, choices=Type.choices, default=Type.DISPATCH
    )
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    issuer_agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="+"
    )
    signer_authority = models.CharField("thẩm quyền ký", max_length=120, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=120, blank=True)
    signer_name = models.CharField("người ký", max_length=100, blank=True)
    subject = models.CharField("trích yếu", max_length=500, blank=True)
    urgency = models.CharField(
        "độ khẩn", max_length=12, choices=Urgency.choices, default=Urgency.NORMAL
    )
    addressees = models.JSONField("kính gửi", default=list, blank=True)
    recipients = models.JSONField("nơi nhận", default=list, blank=True)
    text = models.TextField("toàn văn", blank=True)
    original = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    number_only = models.BooleanField("chỉ theo dõi số (văn bản mật)", default=False)
    arrived_at = models.DateTimeField("đến lúc")
    registered_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    relies_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    search = models.TextField(editable=False, default="")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản"
        indexes = [
            models.Index(fields=["committee", "-arrived_at", "-id"], name="document_by_arrival"),
            models.Index(fields=["committee", "number"], name="document_by_number"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """How people name it: type, number and day."""
        day = f" ngày {self.issued_on:%d/%m/%Y}" if self.issued_on else ""
        return f"{self.get_type_display().capitalize()} {self.number or 'chưa có số'}{day}"


class DocumentPage(models.Model):
    """A page of a document: where its words stand in the text, and where on its picture.

    Each of `words` is `[start, end, left, top, right, bottom, confidence]`: offsets into the
    document's text, fractions of the picture's width and height, 0 to 100. The picture itself is
    drawn from the original file when somebody looks at it.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="pages")
    number = models.PositiveSmallIntegerField("trang")
    start = models.PositiveIntegerField("bắt đầu")
    end = models.PositiveIntegerField("kết thúc")
    scanned = models.BooleanField("bản quét", default=False)
    turn = models.FloatField("góc xoay", default=0.0)
    words = models.JSONField("vị trí chữ", default=list, blank=True)

    class Meta:
        verbose_name = "trang văn bản"
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_row_per_page"),
        ]

    def __str__(self) -> str:
        return f"trang {self.number}"


class Register(models.Model):
    """The running number of one series of one body in one year; a number is never given twice."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm")
    series = models.CharField("sổ", max_length=30)
    last = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "sổ đăng ký số"
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "series"], name="one_register"),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.year}: {self.last}"

    @classmethod
    def take(cls, agency: Agency, series: str, on: date, count: int = 1) -> int:
        """The next number (the first of `count`), taken for good when the transaction commits."""
        kept = cls.objects.filter(agency=agency, year=on.year, series=series)
        with transaction.atomic():
            if not kept.update(last=models.F("last") + count):  # the update holds the row
                cls.objects.get_or_create(agency=agency, year=on.year, series=series)
                kept.update(last=models.F("last") + count)
            last: int = kept.values_list("last", flat=True).get()
            return last - count + 1
