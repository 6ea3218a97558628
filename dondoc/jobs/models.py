"""What stands in the database so that several nodes share the work: runs, leases, jobs."""

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.db import models, transaction

LEASE = timedelta(seconds=20)
"""How long a holder is believed alive without a sign of life."""
AWRY = timedelta(minutes=1)
"""Who read the clock first may claim last: so much earlier a moment is not a clock set back."""


class Lease(models.Model):
    """The right to act alone, held for a short while and renewed by whoever holds it."""

    name = models.CharField("việc", max_length=40, primary_key=True)
    holder = models.CharField("tiến trình giữ", max_length=100)
    until = models.DateTimeField("đến")

    class Meta:
        verbose_name = "quyền chạy"

    def __str__(self) -> str:
        return f"{self.name}: {self.holder}"

    @classmethod
    def hold(cls, name: str, holder: str, at: datetime) -> bool:
        """Takes or renews the lease; False while another holds it."""
        with transaction.atomic():
            cls.objects.get_or_create(name=name, defaults={"holder": holder, "until": at})
            lease = cls.objects.select_for_update().get(name=name)
            if lease.holder != holder and still_held(lease.until, at, LEASE):
                return False
            cls.objects.filter(name=name).update(holder=holder, until=at + LEASE)
            return True

    @classmethod
    def give_up(cls, name: str, holder: str) -> None:
        """Lets another take over at once."""
        cls.objects.filter(name=name, holder=holder).delete()


def still_held(until: datetime | None, at: datetime, longest: timedelta) -> bool:
    """A lease that ends further away than leases last was given before the clock was set back."""
    return until is not None and at < until <= at + longest + AWRY


class DutyRunQuerySet(models.QuerySet["DutyRun"]):
    def visible_to(self, officer: Any) -> Self:
        """Runs name no task and no person: whoever is let in to their page sees them all."""
        return self


class DutyRun(models.Model):
    """One run of one duty: the row is what keeps a second node from running the same slot."""

    UNRECORDED: ClassVar[tuple[str, ...]] = ("error",)

    name = models.CharField("việc", max_length=40)
    slot = models.DateTimeField("giờ đã định")
    holder = models.CharField("tiến trình chạy", max_length=100)
    started_at = models.DateTimeField("bắt đầu lúc")
    finished_at = models.DateTimeField("xong lúc", null=True)
    leased_until = models.DateTimeField("giữ đến", null=True)
    tries = models.PositiveIntegerField("số lần chạy", default=0)
    done = models.PositiveIntegerField("số việc đã làm", default=0)
    error = models.TextField("lỗi", blank=True)

    objects = DutyRunQuerySet.as_manager()

    class Meta:
        verbose_name = "lần chạy theo lịch"
        constraints = [
            models.UniqueConstraint(fields=["name", "slot"], name="one_run_per_slot"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.slot:%d/%m/%Y %H:%M}"

    @property
    def has_failed(self) -> bool:
        """It broke, and waits for its next try."""
        return bool(self.error) and self.finished_at is None

    @property
    def last_words(self) -> str:
        """What the failure said, without the way to it."""
        return self.error.strip().splitlines()[-1] if self.error.strip() else ""


class Job(models.Model):
    """Work asked for in somebody's deed and done behind his back, by whichever worker takes it.

    A row stands while the work waits, is under way, or has failed for good. `taken` is the fence:
    each taking raises it, and only the latest taker may write what came of the work.
    """

    work = models.CharField("việc", max_length=40)
    about = models.BigIntegerField("của")
    asked_at = models.DateTimeField("yêu cầu lúc")
    not_before = models.DateTimeField("không sớm hơn")
    taken = models.PositiveIntegerField("số lần nhận", default=0)
    failures = models.PositiveIntegerField("số lần hỏng", default=0)
    holder = models.CharField("tiến trình giữ", max_length=100, blank=True)
    leased_until = models.DateTimeField("giữ đến", null=True)
    done = models.PositiveIntegerField("đã xong", default=0)
    total = models.PositiveIntegerField("tất cả", default=0)
    error = models.TextField("lỗi", blank=True)
    failed_at = models.DateTimeField("thôi làm lúc", null=True)

    class Meta:
        verbose_name = "việc chạy nền"
        constraints = [
            models.UniqueConstraint(fields=["work", "about"], name="one_job_per_subject"),
        ]
        indexes = [
            models.Index(
                fields=["not_before", "id"],
                condition=models.Q(failed_at__isnull=True),
                name="job_by_turn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work} {self.about}"
