"""Duties: what is done every so many seconds, or at an hour of the day in Việt Nam.

A duty of an hour is done once per slot over all nodes. After an outage only the latest slot is
run: one catch-up, not several. Each duty is idempotent, so a crash half-way is simply run again.
"""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.db import transaction

from dondoc.database.clock import VIET_NAM, day_of
from dondoc.jobs.models import DutyRun, still_held

log = logging.getLogger(__name__)

PULSE = datetime(1970, 1, 1, tzinfo=UTC)
"""The slot of a duty done every few seconds: it has one row, not forty thousand a day."""
NOTED_EVERY = timedelta(minutes=1)
LEASE = timedelta(minutes=10)
RETRY = timedelta(minutes=5)


@dataclass(frozen=True)
class Duty:
    """Something the house does by itself: `at` an hour of the day, or `every` so many seconds."""

    name: str
    label: str
    do: Callable[[datetime], int]
    at: time | None = None
    every: int = 0

    @property
    def hour(self) -> str:
        """When it is done, in words."""
        return f"{self.at:%H:%M} hằng ngày" if self.at else f"mỗi {self.every} giây"

    def slot(self, moment: datetime) -> datetime:
        """The latest slot that has begun."""
        if self.at is None:
            return PULSE
        slot = datetime.combine(day_of(moment), self.at, VIET_NAM)
        return slot if slot <= moment else slot - timedelta(days=1)

    def next_after(self, moment: datetime) -> datetime:
        """When it is due next."""
        if self.at is None:
            return moment + timedelta(seconds=self.every)
        return self.slot(moment) + timedelta(days=1)


def perform(duty: Duty, moment: datetime, holder: str) -> int | None:
    """Does the duty if it is due and nobody else has it; the number of things done, or None."""
    return _perform_slot(duty, moment, holder) if duty.at else _perform_pulse(duty, moment, holder)


def _perform_slot(duty: Duty, moment: datetime, holder: str) -> int | None:
    run = _claim(duty, moment, holder)
    if run is None:
        return None
    mine = DutyRun.objects.filter(pk=run.pk, holder=holder, tries=run.tries)
    try:
        done = duty.do(moment)
    except Exception:
        log.exception("duty %s failed", duty.name)
        mine.update(error=traceback.format_exc(), leased_until=moment + RETRY)
        return None
    mine.update(error="", done=done, finished_at=moment, leased_until=None)
    return done


def _claim(duty: Duty, moment: datetime, holder: str) -> DutyRun | None:
    slot = duty.slot(moment)
    if DutyRun.objects.filter(name=duty.name, slot=slot, finished_at__isnull=False).exists():
        return None
    with transaction.atomic():
        DutyRun.objects.get_or_create(
            name=duty.name, slot=slot, defaults={"holder": holder, "started_at": moment}
        )
        run = DutyRun.objects.select_for_update().get(name=duty.name, slot=slot)
        if run.finished_at or still_held(run.leased_until, moment, LEASE):
            return None
        run.holder, run.started_at, run.leased_until = holder, moment, moment + LEASE
        run.tries += 1
        run.save()
        return run


def _perform_pulse(duty: Duty, moment: datetime, holder: str) -> int | None:
    try:
        done, error = duty.do(moment), ""
    except Exception:
        log.exception("duty %s failed", duty.name)
        done, error = 0, traceback.format_exc()
    run = DutyRun.objects.filter(name=duty.name, slot=PULSE).first()
    recent = run and run.finished_at and abs(moment - run.finished_at) < NOTED_EVERY
    if done or error or not recent or (run and run.error):
        _note_pulse(duty, moment, holder, done, error)
    return done


def _note_pulse(duty: Duty, moment: datetime, holder: str, done: int, error: str) -> None:
    facts: dict[str, Any] = {"holder": holder, "started_at": moment, "done": done, "error": error}
    if not error:  # what fails again and again was last done when it last succeeded
        facts["finished_at"] = moment
    DutyRun.objects.update_or_create(name=duty.name, slot=PULSE, defaults=facts)
