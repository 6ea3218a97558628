"""The clock's word on meetings: what was not ready by its day, conclusions not made known in time.

Each is told once for each day it should have been done by; days off are silent.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.meetings.clocks import conclusion_due
from dondoc.meetings.models import Meeting
from dondoc.meetings.queries import unready
from dondoc.notifications.audience import REMINDED, Deed, officers_who_hear
from dondoc.notifications.models import Notice
from dondoc.notifications.noticing import notice_each
from dondoc.notifications.seats import Seats

OPEN = (Meeting.State.PLANNED, Meeting.State.HELD)


def remind_meetings(at: datetime) -> int:
    """Tells what is late of the meetings of committees that work today; the notices made."""
    committees = Meeting.objects.filter(state__in=OPEN).values("committee")
    bodies = Agency.objects.filter(pk__in=committees).order_by("pk")
    return sum(_remind_for(body, at) for body in bodies)


def _remind_for(committee: Agency, at: datetime) -> int:
    today = day_of(at)
    if not calendar_of(committee).is_working(today):
        return 0
    seats = Seats(today)
    return sum(
        _tell_once(step, meeting, day, seats, at)
        for step, meeting, day in (*_not_ready(committee, today), *_not_concluded(committee, today))
    )


def _not_ready(committee: Agency, today: date) -> Iterable[tuple[str, Meeting, date]]:
    for meeting, ready in unready(committee, today):
        late = [one.due_on for one in ready.missing if one.due_on < today]
        yield "meeting_unready", meeting, max(late)


def _not_concluded(committee: Agency, today: date) -> Iterable[tuple[str, Meeting, date]]:
    held = Meeting.objects.filter(committee=committee, state=Meeting.State.HELD)
    for meeting in held.select_related("committee").order_by("starts_at", "pk"):
        if (due := conclusion_due(meeting)) < today:
            yield "conclusion_late", meeting, due


def _tell_once(step: str, meeting: Meeting, day: date, seats: Seats, at: datetime) -> int:
    """Looks again under the lock: another node may have said it."""
    with transaction.atomic():
        locked = Meeting.objects.select_for_update(of=("self",)).filter(pk=meeting.pk)
        found = locked.filter(state__in=OPEN).select_related("lead", "committee", "room").first()
        if found is None:
            return 0
        if Notice.objects.about(found).filter(step=step, day=day, entry=None).exists():
            return 0
        deed = Deed(found, seats)
        hearers = officers_who_hear(REMINDED[step], deed)
        return len(notice_each(hearers, step, deed, at=at, day=day))
