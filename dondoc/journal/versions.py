"""Dated versions: what a subject was at any past moment, kept in the deed's own transaction.

"As of T" is one filter: valid_from ≤ T and (no valid_until or T < valid_until).
"""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q


class VersionQuerySet(models.QuerySet[Any]):
    def as_of(self, moment: datetime) -> Self:
        """The versions that were in force at the moment."""
        return self.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gt=moment), valid_from__lte=moment
        )


class Version(models.Model):
    """One stretch of time in which the FACTS of a subject did not change."""

    FACTS: ClassVar[tuple[str, ...]] = ()
    SUBJECT: ClassVar[str] = ""

    valid_from = models.DateTimeField("hiệu lực từ")
    valid_until = models.DateTimeField("đến", null=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def keep(cls, subject: models.Model, at: datetime, *, first: bool = False) -> None:
        """Closes the open version and opens the next, with the facts as they are now.

        The first of a subject has none before it, and looks for none.
        """
        facts = {name: getattr(subject, name) for name in cls.FACTS}
        opened = cls.objects.filter(valid_until=None, **{cls.SUBJECT: subject.pk})
        if not first and (since := opened.values_list("valid_from", flat=True).first()) is not None:
            at = max(
                at, since
            )  # a clock set back must not make a stretch that ends before it began
            opened.update(valid_until=at)
        cls.objects.create(valid_from=at, **{cls.SUBJECT: subject}, **facts)
