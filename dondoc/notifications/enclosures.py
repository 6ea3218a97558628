"""Files that go with a mail: so far the calendar file of a meeting one is asked to."""

from dataclasses import dataclass
from email.mime.base import MIMEBase
from email.mime.text import MIMEText
from email.utils import parseaddr

from django.conf import settings

from dondoc.meetings.letters import calendar_file
from dondoc.meetings.models import Meeting
from dondoc.notifications.models import Notice

CALENDAR_STEPS = (
    "meeting.issue_invitation", "meeting.add_participants", "meeting.reschedule", "meeting.cancel",
    "meeting.drop_participant",
)  # fmt: skip
"""Of what calendars must hear."""


@dataclass(frozen=True)
class Enclosure:
    """A file by name, with the method a mail program reads in its type."""

    name: str
    content: bytes
    method: str

    def part(self) -> MIMEBase:
        """As it stands in the mail; calendars look for the method in the type."""
        part = MIMEText(self.content.decode(), "calendar", "utf-8")
        part.set_param("method", self.method)
        part.add_header("Content-Disposition", "attachment", filename=self.name)
        return part


def enclosure_of(notice: Notice, meeting: Meeting) -> Enclosure | None:
    """The calendar file, for those who are asked; who only prepares keeps his calendar as it is."""
    if notice.step not in CALENDAR_STEPS or not meeting.is_invited:
        return None
    user = notice.officer.user
    name, content, method = calendar_file(
        meeting,
        organizer=(meeting.committee.name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]),
        attendee=(user.name, user.email),
        link=settings.BASE_URL.rstrip("/") + notice.url,
        stamp=notice.created_at,
        withdrawn=notice.step == "meeting.drop_participant",
    )
    return Enclosure(name, content, method)
