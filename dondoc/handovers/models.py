"""Hand-overs: whose open work goes to whom, in one deed, with its protocol and its receipts."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.queries import root_of
from dondoc.agencies.roles import HEADS, OFFICE
from dondoc.documents.models import StoredFile


class HandoverQuerySet(models.QuerySet["Handover"]):
    def visible_to(self, officer: Officer) -> Self:
        """The Office and the administrator all; heads those of their units; givers, receivers."""
        concerned = Q(giver__user=officer.user_id) | Q(receipts__receiver__user=officer.user_id)
        if officer.role == Role.ADMINISTRATOR:
            concerned |= Q(body__path__startswith=root_of(officer).path)
        if officer.role in OFFICE and officer.committee_id:
            concerned |= Q(body__committee=officer.committee_id)
            concerned |= Q(body__parent=officer.committee_id)
        if officer.role in HEADS:
            concerned |= Q(body__path__startswith=officer.agency.path)
            concerned |= Q(receipts__successor=officer.agency_id)
        return self.filter(pk__in=Handover.objects.filter(concerned).values("pk"))


UNFINISHED = ("draft", "moving")


class Handover(models.Model):
    """The open work of one seat, or of one body that ended, handed over in one deed."""

    class Kind(models.TextChoices):
        OFFICER = "officer", "Người thôi giữ chức vụ, vắng lâu ngày"
        HEAD = "head", "Thay đổi người đứng đầu"
        UNIT = "unit", "Đơn vị sáp nhập, chia tách, kết thúc"

    class State(models.TextChoices):
        DRAFT = "draft", "Đang lập"
        MOVING = "moving", "Đang chuyển việc"
        DONE = "done", "Đã bàn giao"
        DROPPED = "dropped", "Không bàn giao"

    VERSION = None
    UNRECORDED: ClassVar[tuple[str, ...]] = ("facts",)

    committee = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="UBND")
    kind = models.CharField("loại", max_length=8, choices=Kind.choices)
    state = models.CharField("trạng thái", max_length=8, choices=State.choices, default=State.DRAFT)
    giver = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="người bàn giao"
    )
    body = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name="đơn vị bàn giao"
    )
    receiver = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="người nhận chung"
    )
    successor = models.ForeignKey(
        Agency, models.PROTECT, null=True, related_name="+", verbose_name="đơn vị nhận chung"
    )
    reason = models.CharField("lý do", max_length=300, blank=True)
    basis = models.CharField("căn cứ", max_length=200, blank=True)
    drawn_up_by = models.ForeignKey(
        Officer, models.PROTECT, related_name="+", verbose_name="người lập"
    )
    drawn_up_at = models.DateTimeField("lập lúc")
    handed_over_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="người quyết định"
    )
    handed_over_at = models.DateTimeField("bàn giao lúc", null=True)
    facts = models.JSONField("việc theo chức vụ", default=list)
    stopped_for = models.CharField("lý do chưa chuyển được", max_length=500, blank=True)
    docx = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    pdf = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = "bàn giao"
        indexes = [
            models.Index(fields=["body", "-drawn_up_at"], name="handover_by_body"),
            models.Index(fields=["giver"], name="handover_by_giver"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="done")
                | Q(docx__isnull=False, pdf__isnull=False, handed_over_at__isnull=False),
                name="handed_over_with_its_protocol",
            ),
            models.UniqueConstraint(
                fields=["giver"], condition=Q(giver__isnull=False, state__in=UNFINISHED),
                name="one_open_handover_of_a_seat",
            ),
            models.UniqueConstraint(
                fields=["body"], condition=Q(giver__isnull=True, state__in=UNFINISHED),
                name="one_open_handover_of_a_body",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Bàn giao công việc của {self.whose}"

    @property
    def whose(self) -> str:
        """The person in his seat, or the body."""
        return f"{self.giver.name}, {self.giver.full_title}" if self.giver else self.body.name

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_over(self) -> bool:
        """Has the work gone over?"""
        return self.state == self.State.DONE


class HandoverLine(models.Model):
    """One thing of the list: what it is, and who takes it where that is not the common receiver."""

    class Outcome(models.TextChoices):
        WAITS = "waits", "chưa chuyển"
        MOVED = "moved", "đã chuyển"
        LEFT = "left", "để lại"
        CHANGED = "changed", "đã thay đổi trước khi bàn giao"

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="lines")
    holding = models.CharField("loại việc", max_length=20)
    subject = models.BigIntegerField("mã việc")
    words = models.CharField("nội dung", max_length=300)
    note = models.CharField("ghi chú", max_length=200, blank=True)
    receiver = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    successor = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(
        "kết quả", max_length=7, choices=Outcome.choices, default=Outcome.WAITS
    )

    class Meta:
        verbose_name = "việc bàn giao"
        constraints = [
            models.UniqueConstraint(
                fields=["handover", "holding", "subject"], name="listed_once_in_a_handover"
            ),
        ]

    def __str__(self) -> str:
        return self.words


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    def visible_to(self, officer: Officer) -> Self:
        """Whoever sees the hand-over sees who received it."""
        return self.filter(handover__in=Handover.objects.visible_to(officer))


class Receipt(models.Model):
    """What one receiver got, and that he signed for it, or what he found missing."""

    class State(models.TextChoices):
        WAITS = "waits", "Chờ ký nhận"
        SIGNED = "signed", "Đã ký nhận"
        LACKING = "lacking", "Đã ký nhận, còn thiếu"

    VERSION = None

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="receipts")
    receiver = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="người nhận"
    )
    successor = models.ForeignKey(
        Agency, models.PROTECT, null=True, related_name="+", verbose_name="đơn vị nhận"
    )
    count = models.PositiveIntegerField("số việc")
    state = models.CharField("trạng thái", max_length=7, choices=State.choices, default=State.WAITS)
    signed_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField("ký nhận lúc", null=True)
    missing = models.TextField("còn thiếu", blank=True)

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = "ký nhận bàn giao"
        indexes = [
            models.Index(fields=["handover"], condition=Q(state="waits"), name="receipt_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(receiver__isnull=False) ^ Q(successor__isnull=False),
                name="received_by_a_person_or_a_body",
            ),
            models.CheckConstraint(
                condition=Q(state="waits") | Q(signed_by__isnull=False, signed_at__isnull=False),
                name="a_receipt_is_signed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.whom}: {self.count} việc"

    @property
    def whom(self) -> str:
        """The person, or the body whose head signs."""
        return str(self.receiver or self.successor)
