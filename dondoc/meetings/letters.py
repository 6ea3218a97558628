"""The calendar file that goes with an invitation, its changes, and its end."""

from datetime import datetime

from dondoc.database.clock import local
from dondoc.meetings.calendar import CANCEL, REQUEST, calendar, event
from dondoc.meetings.models import Meeting

ALARM = 30
"""Minutes before a meeting at which calendars ring."""


def calendar_file(
    meeting: Meeting,
    *,
    organizer: tuple[str, str],
    attendee: tuple[str, str],
    link: str,
    stamp: datetime,
    withdrawn: bool = False,
) -> tuple[str, bytes, str]:
    """Its name, its bytes, and the method a mail program must see in the type of the part."""
    over = withdrawn or meeting.state == Meeting.State.CANCELLED
    method = CANCEL if over else REQUEST
    made = event(
        uid=uid_of(meeting, organizer[1]),
        sequence=meeting.sequence + (1 if withdrawn else 0),
        start=meeting.starts_at,
        end=meeting.over_at,
        summary=meeting.title,
        location=meeting.where,
        description=described(meeting),
        alarm=ALARM,
        stamp=stamp,
        status="CANCELLED" if over else "CONFIRMED",
        organizer=organizer,
        attendees=[attendee] if attendee[1] else [],
        link=link,
    )
    return "lich-hop.ics", calendar([made], method=method), method


def uid_of(meeting: Meeting, address: str) -> str:
    """The same through all changes, so that calendars move the event and do not double it."""
    return f"{meeting.uid}@{address.rpartition('@')[2] or 'dondoc'}"


def described(meeting: Meeting) -> str:
    """What stands under the event."""
    lines = [
        f"Chủ trì: {meeting.chair.name}, {meeting.chair.title}",
        f"Thời gian: {local(meeting.starts_at):%H:%M ngày %d/%m/%Y} (giờ Việt Nam)",
        meeting.content,
    ]
    return "\n".join(line for line in lines if line)
