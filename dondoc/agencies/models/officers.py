"""People in their seats. Officers act, users only sign in: a right belongs to the seat."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from dondoc.agencies.models.agencies import Agency, Field, subtree_ids


class Role(models.TextChoices):
    LEADER = "leader", "Lãnh đạo UBND"
    OFFICE_HEAD = "office_head", "Lãnh đạo Văn phòng"
    TRACKING_OFFICER = "tracking_officer", "Chuyên viên theo dõi (Văn phòng)"
    CLERK = "clerk", "Văn thư"
    UNIT_HEAD = "unit_head", "Lãnh đạo đơn vị"
    FOCAL_POINT = "focal_point", "Đầu mối đơn vị"
    OFFICER = "officer", "Chuyên viên, người thực hiện"
    EMULATION_READER = "emulation_reader", "Thi đua - Khen thưởng"
    AUDITOR = "auditor", "Thanh tra, kiểm tra"
    ADMINISTRATOR = "administrator", "Quản trị hệ thống"


COMMITTEE_ROLES = (Role.LEADER, Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.CLERK)
"""Seats that speak for the whole committee, though they may stand in its Office."""

COMMITTEE_READERS = (*COMMITTEE_ROLES, Role.EMULATION_READER, Role.AUDITOR)


class Authority(models.TextChoices):
    NONE = "", "ký trực tiếp"
    ON_BEHALF = "TM.", "TM. (thay mặt)"
    DEPUTY = "KT.", "KT. (ký thay)"
    BY_ORDER = "TL.", "TL. (thừa lệnh)"
    BY_MANDATE = "TUQ.", "TUQ. (thừa ủy quyền)"
    ACTING = "Q.", "Q. (quyền)"


class OfficerQuerySet(models.QuerySet["Officer"]):
    def seated_on(self, day: date) -> Self:
        """The seats that are held on the day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)

    def visible_to(self, officer: Any) -> Self:
        """Every signed-in officer may look up who holds which seat."""
        return self


class Officer(models.Model):
    """A person in a seat for a period; a delegation is a seat lent to another for a time."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="seats")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="officers")
    role = models.CharField("vai trò", max_length=16, choices=Role.choices)
    title = models.CharField("chức vụ", max_length=120)
    authority = models.CharField(
        "thẩm quyền ký", max_length=4, choices=Authority.choices, blank=True, default=""
    )
    from_on = models.DateField("từ ngày")
    until_on = models.DateField("đến hết ngày", null=True, blank=True)
    delegated_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="delegations",
        verbose_name="thay cho",
    )  # fmt: skip

    objects = OfficerQuerySet.as_manager()

    class Meta:
        verbose_name = "người giữ chức vụ"
        indexes = [models.Index(fields=["agency", "role"], name="officer_by_agency")]
        constraints = [
            models.CheckConstraint(
                condition=Q(delegated_by__isnull=True) | Q(until_on__isnull=False),
                name="a_delegation_has_an_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user.name}, {self.full_title}"

    @property
    def full_title(self) -> str:
        """The title as history keeps it, with the person it is held for."""
        title = f"{self.title}, {self.agency.name}"
        if self.delegated_by is not None:
            title += f" (thay {self.delegated_by.user.name})"
        return title

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def agency_name(self) -> str:
        return self.agency.name

    @property
    def actor_id(self) -> int:
        return self.pk

    @property
    def actor_name(self) -> str:
        return self.user.name

    @property
    def actor_title(self) -> str:
        return self.full_title

    @property
    def committee_id(self) -> int | None:
        """The committee the seat belongs to."""
        return self.agency.committee_id

    @property
    def reads_committee(self) -> bool:
        """Does the seat see all of the committee's work?"""
        return self.role in COMMITTEE_READERS and self.agency.committee_id is not None

    def scope(self) -> list[int]:
        """The ids of the bodies whose work this seat may see, asked once in its life in memory."""
        return self._scope

    @cached_property
    def _scope(self) -> list[int]:
        root = self.agency.committee if self.reads_committee else self.agency
        return subtree_ids([root]) if root else []


class Charge(models.Model):
    """A leader in charge of a field for a period (lãnh đạo phụ trách lĩnh vực)."""

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="charges")
    field = models.ForeignKey(Field, models.CASCADE, related_name="charges")
    from_on = models.DateField("từ ngày")
    until_on = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "phân công phụ trách lĩnh vực"

    def __str__(self) -> str:
        return f"{self.officer.user.name}: {self.field.name}"
