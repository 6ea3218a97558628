"""What stands in the database so that several nodes share one clock: runs and leases."""

from datetime import datetime, timedelta

from django.db import models, transaction

LEASE = timedelta(seconds=20)
"""How long a holder is believed alive without a sign of life."""


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
    return until is not None and at < until <= at + longest


class DutyRun(models.Model):
    """One run of one duty: the row is what keeps a second node from running the same slot."""

    name = models.CharField("việc", max_length=40)
    slot = models.DateTimeField("giờ đã định")
    holder = models.CharField("tiến trình chạy", max_length=100)
    started_at = models.DateTimeField("bắt đầu lúc")
    finished_at = models.DateTimeField("xong lúc", null=True)
    leased_until = models.DateTimeField("giữ đến", null=True)
    tries = models.PositiveIntegerField("số lần chạy", default=0)
    done = models.PositiveIntegerField("số việc đã làm", default=0)
    error = models.TextField("lỗi", blank=True)

    class Meta:
        verbose_name = "lần chạy theo lịch"
        constraints = [
            models.UniqueConstraint(fields=["name", "slot"], name="one_run_per_slot"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.slot:%d/%m/%Y %H:%M}"
