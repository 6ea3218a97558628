"""The week follows the dossiers of its meetings, by the house's own clock."""

import logging
from datetime import datetime

from dondoc.database.clock import day_of
from dondoc.journal.models import House
from dondoc.planning.actions.week_meetings import follow_meeting
from dondoc.planning.meeting_facts import LIVE, is_out_of_step
from dondoc.planning.models import WeekEntry
from dondoc.workflow import Refused

log = logging.getLogger(__name__)


def keep_step(at: datetime) -> int:
    """Every entry to come whose meeting says otherwise; the number that were brought into step."""
    coming = WeekEntry.objects.filter(
        meeting__isnull=False, state__in=LIVE, on__gte=day_of(at)
    ).in_full()
    behind = [entry for entry in coming.order_by("pk") if is_out_of_step(entry)]
    return sum(_follow(entry, at) for entry in behind)


def _follow(entry: WeekEntry, at: datetime) -> bool:
    try:
        follow_meeting(entry, by=House(), at=at)
    except Refused as refusal:
        log.warning("entry %s does not follow its meeting: %s", entry.pk, refusal)
        return False
    return True
