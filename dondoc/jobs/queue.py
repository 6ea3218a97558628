"""Work asked for in somebody's deed and done behind his back: once, whatever dies meanwhile.

    enqueue("read_hand_in", hand_in.pk, at)     # in the deed's own transaction

A `Work` takes as long as it needs outside any transaction and returns what is to be written.
That is written together with the end of the job, and only by its latest taker: who was thought
dead and comes back finds the fence closed, so nothing is written twice.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models, transaction

from dondoc.jobs.models import AWRY, Job

LEASE = timedelta(seconds=30)
"""How long a taker is believed alive without a sign of life."""
RETRY = timedelta(seconds=20)
MOST_FAILURES = 3

Told = Callable[[int, int], None]
"""Tells how much is done, and of how much; raises where the work is no longer wanted."""
Write = Callable[[datetime], None]


class Lost(Exception):
    """Another has taken the job, or nobody wants it any more: what was found is thrown away."""


@dataclass(frozen=True)
class Work:
    """One kind of work: `do` reads and returns what to write; `give_up` says it did not succeed."""

    name: str
    label: str
    do: Callable[[int, Told], Write]
    give_up: Callable[[int, datetime], None]


def enqueue(work: str, about: int, at: datetime) -> None:
    """Asks for the work; whoever is still at an earlier asking has lost it."""
    forget(work, about)
    Job.objects.create(work=work, about=about, asked_at=at, not_before=at)


def forget(work: str, about: int) -> None:
    """Nobody wants the work any more."""
    Job.objects.filter(work=work, about=about).delete()


def job_of(work: str, about: int) -> Job | None:
    """How far the work is; None when it was never asked for, or is written."""
    return Job.objects.filter(work=work, about=about).first()


def jobs_of(work: str, about: Collection[int]) -> dict[int, Job]:
    """The same of several, by what they are about."""
    return {job.about: job for job in Job.objects.filter(work=work, about__in=about)}


def standing_of_queue() -> dict[str, int]:
    """How many jobs wait, are held, and were given up: for who watches over the house."""
    hopeless, held = models.Q(failed_at__isnull=False), models.Q(leased_until__isnull=False)
    return Job.objects.aggregate(
        waiting=models.Count("pk", filter=~hopeless & ~held),
        held=models.Count("pk", filter=~hopeless & held),
        given_up=models.Count("pk", filter=hopeless),
    )


def take(works: Collection[str], holder: str, at: datetime) -> Job | None:
    """The job whose turn it is, for this holder alone; None when nothing waits."""
    waiting = _waiting(works, at)
    if not waiting.exists():  # a look that takes no lock, once a second
        return None
    with transaction.atomic():
        locked = waiting.select_for_update(skip_locked=True)
        job = locked.order_by("not_before", "pk").first()
        if job is None:
            return None
        if job.leased_until is not None:  # its taker gave no sign of life
            job.failures += 1
        job.taken += 1
        job.holder, job.leased_until = holder, at + LEASE
        job.save()
        return job


def _waiting(works: Collection[str], at: datetime) -> models.QuerySet[Job]:
    """What may be taken; a date further off than dates are set is of a clock since set back."""
    longest = RETRY * MOST_FAILURES
    wanted = Job.objects.filter(work__in=works, failed_at__isnull=True)
    later = wanted.exclude(not_before__gt=at, not_before__lte=at + longest)
    return later.exclude(leased_until__gt=at, leased_until__lte=at + LEASE + AWRY)


def beat(job: Job, at: datetime) -> None:
    """A sign of life."""
    _mine_or_lost(job, leased_until=at + LEASE)


def tell(job: Job, done: int, total: int) -> None:
    """How far the work is, for whoever waits for it."""
    _mine_or_lost(job, done=done, total=total)


def _mine_or_lost(job: Job, **facts: object) -> None:
    if not Job.objects.filter(pk=job.pk, taken=job.taken).update(**facts):
        raise Lost


def put_back(job: Job, at: datetime) -> None:
    """The worker is asked to stop: another goes on at once, and it is nobody's failure."""
    _mine_or_lost(job, leased_until=None, not_before=at)


def let_go_of(holder: str, at: datetime) -> None:
    """The whole process stops: others go on at once with what it still holds."""
    held = Job.objects.filter(holder=holder, leased_until__gt=at, failed_at__isnull=True)
    held.update(leased_until=None, not_before=at)


def finish(job: Job, write: Write, at: datetime) -> None:
    """What came of the work is written and the job is gone, both or neither."""
    with transaction.atomic():
        _hold_fence(job)
        write(at)
        Job.objects.filter(pk=job.pk).delete()


def fail(job: Job, work: Work, error: str, at: datetime) -> None:
    """Something broke: later again, or, after so many times, for good and said so."""
    with transaction.atomic():
        _hold_fence(job)
        job.failures += 1
        job.error, job.leased_until = error, None
        job.not_before = at + RETRY * job.failures
        if is_hopeless(job):
            job.failed_at = at
            work.give_up(job.about, at)
        job.save()


def is_hopeless(job: Job) -> bool:
    """It broke, or took its worker along, as often as is borne."""
    return job.failures >= MOST_FAILURES


def _hold_fence(job: Job) -> None:
    mine = Job.objects.select_for_update().filter(pk=job.pk, taken=job.taken)
    if mine.first() is None:
        raise Lost
