"""The bell: takes the oldest untold entries, tells whoever must hear, and forgets them.

Notices are made and the untold row removed in one transaction, so a crash loses nothing and
doubles nothing. An entry that cannot be told is put off and logged; it never stops the bell.
"""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from dondoc.database.clock import day_of
from dondoc.journal.models import Untold
from dondoc.notifications.audience import AUDIENCE, Deed, nobody, officers_who_hear
from dondoc.notifications.guest_letters import write_to_guests
from dondoc.notifications.noticing import notice_each
from dondoc.notifications.seats import Seats
from dondoc.notifications.subjects import key_of, subjects_of

log = logging.getLogger(__name__)

BATCH = 25
"""Entries told in one transaction: few, since on SQLite writers wait meanwhile."""
LONGEST_DELAY = timedelta(hours=6)


def tell(at: datetime) -> int:
    """Tells until nothing waits; the number of entries dealt with.

    Who sits where is asked once for the whole call, which lasts seconds.
    """
    told, seats = 0, Seats(day_of(at))
    while batch := tell_once(at, seats):
        told += batch
    return told


def tell_once(at: datetime, seats: Seats, limit: int = BATCH) -> int:
    """Tells the oldest untold entries in one transaction; the number dealt with."""
    with transaction.atomic():
        waiting = list(_waiting(at)[:limit])
        subjects = subjects_of(u.entry for u in waiting)
        seats.read_watchers([pk for kind, pk in subjects if kind == "task"])
        told = [
            u.pk for u in waiting if _tell_or_put_off(u, subjects.get(key_of(u.entry)), seats, at)
        ]
        Untold.objects.filter(pk__in=told).delete()
    return len(waiting)


def _waiting(at: datetime) -> QuerySet[Untold]:
    due = Q(not_before__isnull=True) | Q(not_before__lte=at)
    oldest = Untold.objects.filter(due).select_related("entry").order_by("entry_id")
    if connection.features.has_select_for_update_skip_locked:
        oldest = oldest.select_for_update(skip_locked=True, of=("self",))
    return oldest


def _tell_or_put_off(untold: Untold, subject: Any, seats: Seats, at: datetime) -> bool:
    if subject is None:  # what has no line among the subjects is for the journal only
        return True
    try:
        with transaction.atomic():
            _tell(Deed(subject, seats, untold.entry), untold.entry.verb, at)
    except Exception:
        log.exception("entry %s could not be told", untold.pk)
        untold.failures += 1
        untold.not_before = at + min(timedelta(minutes=2**untold.failures), LONGEST_DELAY)
        untold.save(update_fields=["failures", "not_before"])
        return False
    return True


def _tell(deed: Deed, verb: str, at: datetime) -> None:
    # what is written outside the flows (exports and the like) has no line and tells nobody
    hearers = AUDIENCE.get(verb, nobody)
    notice_each(officers_who_hear(hearers, deed), verb, deed, at=at)
    write_to_guests(deed, verb, at)
