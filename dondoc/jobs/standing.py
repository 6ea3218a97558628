"""How the clockwork of the house stands: who leads, what ran last, what is due, what is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, Subquery

from dondoc.jobs.duties import LEASE, PULSE, Duty
from dondoc.jobs.models import DutyRun, Lease
from dondoc.jobs.supervisor import BEAT, NAME

REMEMBERED = timedelta(days=40)
"""How far back a last run is looked for."""
MISSED_BEATS = timedelta(seconds=2 * BEAT)
"""A lease that ran out this long ago was taken over by nobody."""
HANDING_ON = timedelta(seconds=90)
"""Between a leader who stopped in order and the next one; pulses are noted once a minute."""


@dataclass(frozen=True)
class Standing:
    """How a duty stands: when it ran last and how, when it runs next, whether it is late."""

    duty: Duty
    last: DutyRun | None
    next_at: datetime
    is_late: bool

    @property
    def is_running(self) -> bool:
        """Somebody is at it now."""
        run = self.last
        return run is not None and run.leased_until is not None and not run.error


def standings_of(duties: Sequence[Duty], moment: datetime) -> list[Standing]:
    """How each duty stands at the moment; one query."""
    recent = Q(slot=PULSE) | Q(slot__gte=moment - REMEMBERED)
    runs = DutyRun.objects.filter(recent, name__in=[duty.name for duty in duties])
    by_slot = {(run.name, run.slot): run for run in runs.order_by("started_at", "pk")}
    last = {run.name: run for run in by_slot.values()}
    return [
        Standing(
            duty, last.get(duty.name), duty.next_after(moment),
            _is_late(duty, by_slot.get((duty.name, duty.slot(moment))), moment),
        )
        for duty in duties
    ]  # fmt: skip


def _is_late(duty: Duty, run: DutyRun | None, moment: datetime) -> bool:
    """A slot missed by more than ten minutes, or a pulse that has not been heard for as long."""
    done_at = run.finished_at if run else None
    if duty.at is not None:
        return done_at is None and moment - duty.slot(moment) > LEASE
    return done_at is None or moment - done_at > max(LEASE, timedelta(seconds=3 * duty.every))


@dataclass(frozen=True)
class Alarm:
    """What is wrong with the clockwork: nobody leads, or duties are late."""

    nobody_leads: bool
    late: list[Duty]

    @property
    def rings(self) -> bool:
        return self.nobody_leads or bool(self.late)


def alarm_at(duties: Sequence[Duty], moment: datetime) -> Alarm:
    """Is anything wrong at the moment? One query of as many rows as there are duties."""
    slots = {duty.name: duty.slot(moment) for duty in duties}
    lease = Lease.objects.filter(name=NAME).values("until")
    runs = DutyRun.objects.filter(name__in=slots, slot__in=set(slots.values())).only(
        "name", "slot", "finished_at"
    )
    rows = list(runs.annotate(led_until=Subquery(lease)))
    until: datetime | None = getattr(rows[0], "led_until", None) if rows else None
    now = {run.name: run for run in rows if slots[run.name] == run.slot}
    late = [duty for duty in duties if _is_late(duty, now.get(duty.name), moment)]
    return Alarm(not _is_led(until, rows, moment), late)


def _is_led(until: datetime | None, rows: Sequence[DutyRun], moment: datetime) -> bool:
    """Somebody holds the lease, or put it down in order a moment ago."""
    if until is not None:
        return until > moment - MISSED_BEATS
    heard = [run.finished_at for run in rows if run.slot == PULSE and run.finished_at]
    return any(abs(moment - one) < HANDING_ON for one in heard)


def leader() -> Lease | None:
    """Who does the duties now, or did last."""
    return Lease.objects.filter(name=NAME).first()
