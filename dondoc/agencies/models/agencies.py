"""Bodies: committees, their offices, departments, districts, communes, divisions, partners.

An agency is the same body through its renamings; each name, parent and kind it had stands as a
dated form, so that a reorganisation never changes a past figure.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q


class Kind(models.TextChoices):
    PROVINCE = "province", "UBND tỉnh, thành phố"
    DISTRICT = "district", "UBND quận, huyện"
    COMMUNE = "commune", "UBND xã, phường, đặc khu"
    OFFICE = "office", "Văn phòng"
    DEPARTMENT = "department", "Sở, ngành"
    BOARD = "board", "Ban, đơn vị sự nghiệp"
    DIVISION = "division", "Phòng chuyên môn"
    CENTRE = "centre", "Trung tâm"
    PARTNER = "partner", "Cơ quan phối hợp"


COMMITTEES = (Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)


class AgencyQuerySet(models.QuerySet["Agency"]):
    def existing_on(self, day: date) -> Self:
        """The bodies that existed on the day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)

    def under(self, agency: "Agency") -> Self:
        """The body and all below it."""
        return self.filter(path__startswith=agency.path)

    def committees(self) -> Self:
        return self.filter(kind__in=COMMITTEES)

    def units_of(self, committee: "Agency") -> Self:
        """The scored bodies directly under a committee, to which it gives tasks."""
        return self.filter(parent=committee, is_scored=True)

    def visible_to(self, officer: Any) -> Self:
        """Every signed-in officer may look up bodies: the directory is not confidential."""
        return self


class Agency(models.Model):
    """A body, as it is today."""

    name = models.CharField("tên", max_length=200)
    short_name = models.CharField("tên viết tắt", max_length=60, blank=True)
    code = models.CharField("mã ngắn dùng trong mã nhiệm vụ", max_length=14, unique=True)
    symbol = models.CharField("ký hiệu văn bản", max_length=30, blank=True)
    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="trực thuộc"
    )
    committee = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", verbose_name="thuộc UBND"
    )
    path = models.CharField("đường dẫn", max_length=120, db_index=True)
    identifier = models.CharField("mã định danh (QĐ 20/2020)", max_length=35, blank=True)
    old_identifier = models.CharField("mã định danh cũ", max_length=35, blank=True)
    place = models.CharField("địa danh ghi trên văn bản", max_length=60, blank=True)
    is_scored = models.BooleanField("được chấm điểm", default=True)
    fields: "models.ManyToManyField[Field, Field]" = models.ManyToManyField(
        "Field", related_name="+", blank=True, verbose_name="lĩnh vực"
    )
    from_on = models.DateField("thành lập từ", default=date(2000, 1, 1))
    until_on = models.DateField("đến hết ngày", null=True, blank=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = "cơ quan, đơn vị"
        indexes = [models.Index(fields=["parent", "kind"], name="agency_by_parent")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on")),
                name="agency_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_committee(self) -> bool:
        return self.kind in COMMITTEES

    def exists_on(self, day: date) -> bool:
        """Did the body exist on that day?"""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


class AgencyForm(models.Model):
    """The name, parent and kind a body had over a stretch of days."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="forms")
    name = models.CharField("tên", max_length=200)
    short_name = models.CharField("tên viết tắt", max_length=60, blank=True)
    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    parent = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    path = models.CharField("đường dẫn", max_length=120)
    from_on = models.DateField("từ ngày")
    until_on = models.DateField("đến hết ngày", null=True)
    basis = models.CharField("căn cứ", max_length=200, blank=True)

    class Meta:
        verbose_name = "tên và vị trí qua các thời kỳ"
        indexes = [models.Index(fields=["agency", "from_on"], name="form_by_agency")]

    def __str__(self) -> str:
        return f"{self.name} (từ {self.from_on})"


class Succession(models.Model):
    """A body whose work another took over: merged, split, or ended."""

    ended = models.ForeignKey(Agency, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    on = models.DateField("từ ngày")
    basis = models.CharField("căn cứ", max_length=200, blank=True)

    class Meta:
        verbose_name = "cơ quan kế thừa"
        constraints = [
            models.UniqueConstraint(fields=["ended", "successor"], name="one_succession"),
        ]

    def __str__(self) -> str:
        return f"{self.ended} → {self.successor}"


class Alias(models.Model):
    """Another way people write a body's name; learned when an officer chooses."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="aliases")
    committee = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    name = models.CharField("tên gọi khác", max_length=200)
    folded = models.CharField("dạng so khớp", max_length=200)
    taught_by = models.ForeignKey(
        "Officer", models.PROTECT, null=True, related_name="+", verbose_name="người ghi nhớ"
    )
    taught_at = models.DateTimeField("ghi nhớ lúc", null=True)

    class Meta:
        verbose_name = "tên gọi khác"
        constraints = [
            models.UniqueConstraint(fields=["committee", "folded"], name="one_meaning_per_alias"),
        ]

    def __str__(self) -> str:
        return self.name


class Field(models.Model):
    """A field of work (lĩnh vực) of a committee."""

    committee = models.ForeignKey(Agency, models.CASCADE, related_name="+")
    name = models.CharField("lĩnh vực", max_length=120)

    class Meta:
        verbose_name = "lĩnh vực"
        constraints = [
            models.UniqueConstraint(fields=["committee", "name"], name="one_field_per_name"),
        ]

    def __str__(self) -> str:
        return self.name


def subtree_ids(agencies: Iterable[Agency]) -> list[int]:
    """The ids of the bodies and all below them, resolved first so that lists use `IN`."""
    paths = [agency.path for agency in agencies]
    if not paths:
        return []
    within = Q()
    for path in paths:
        within |= Q(path__startswith=path)
    return list(Agency.objects.filter(within).values_list("pk", flat=True))
