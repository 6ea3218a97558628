"""What meetings are held in and driven to: rooms and vehicles of a committee."""

from typing import Self

from django.db import models

from dondoc.agencies.models import Agency, Officer


class ResourceQuerySet(models.QuerySet["Resource"]):
    def visible_to(self, officer: Officer) -> Self:
        """Those of the officer's own committee."""
        return self.filter(committee_id=officer.committee_id)


class Resource(models.Model):
    """A room or a vehicle, which cannot be in two places at once."""

    class Kind(models.TextChoices):
        ROOM = "room", "phòng họp"
        VEHICLE = "vehicle", "xe"

    committee = models.ForeignKey(Agency, models.CASCADE, related_name="+", verbose_name="UBND")
    kind = models.CharField("loại", max_length=8, choices=Kind.choices)
    name = models.CharField("tên", max_length=120)
    seats = models.PositiveSmallIntegerField("số chỗ", null=True, blank=True)
    in_use = models.BooleanField("đang dùng", default=True)

    objects = ResourceQuerySet.as_manager()

    class Meta:
        verbose_name = "phòng họp, xe"
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "kind", "name"], name="one_resource_per_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name
