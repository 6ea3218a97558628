"""The flows of the week, and the words their headers use to say who."""

from typing import Any

from dondoc.agencies.models import Officer
from dondoc.agencies.roles import READERS, decides_for, leader_of, office_of, speaks_for
from dondoc.database.clock import day_of
from dondoc.journal.models import House
from dondoc.meetings.models import Meeting
from dondoc.planning.models import OutsideEvent, Week, WeekEntry
from dondoc.workflow import Flow

week_flow = Flow("week", "lịch công tác tuần")
entry_flow = Flow("weekentry", "mục lịch công tác tuần")
outside_flow = Flow("outsideevent", "lịch của Đảng ủy, HĐND, cấp trên")
feed_flow = Flow("calendarfeed", "địa chỉ lịch iCal")


def proposes_for(by: Any, committee: Any) -> bool:
    """Whoever works in a body of the committee."""
    return isinstance(by, Officer) and by.role not in READERS and by.committee_id == committee.pk


def arranges_for(by: Any, committee: Any) -> bool:
    """The Office of the committee."""
    return office_of(by, committee.pk)


def arranges(by: Any, entry: WeekEntry) -> bool:
    """The Office of the committee whose week it is."""
    return office_of(by, entry.week.committee_id)


def proposing_side(by: Any, entry: WeekEntry) -> bool:
    """The unit that proposed the entry, and the Office."""
    own = isinstance(by, Officer) and by.pk == entry.proposed_by_id
    return own or speaks_for(by, entry.unit_id) or arranges(by, entry)


def arranges_or_leads(by: Any, entry: WeekEntry) -> bool:
    """The Office, and the leaders of the committee."""
    return arranges(by, entry) or leader_of(by, entry.week.committee_id)


def arranges_week(by: Any, week: Week) -> bool:
    """The Office of the committee whose week it is."""
    return office_of(by, week.committee_id)


def decides_week(by: Any, week: Week) -> bool:
    """The Chairman of the committee, or whoever he lent his seat to."""
    return decides_for(by, week.committee_id, day_of(week.closes_at))


def arranges_meeting(by: Any, meeting: Meeting) -> bool:
    """The Office of the committee whose meeting it is, and the division that leads it."""
    return office_of(by, meeting.committee_id) or speaks_for(by, meeting.lead_id)


def keeps_step(by: Any, entry: WeekEntry) -> bool:
    """The house itself, and the Office."""
    return isinstance(by, House) or arranges(by, entry)


def keeps_outside(by: Any, event: OutsideEvent) -> bool:
    """The Office of the committee that must not overlap it."""
    return office_of(by, event.committee_id)


def oneself(by: Any, officer: Any) -> bool:
    """Each for himself alone."""
    return isinstance(by, Officer) and by.pk == officer.pk


def owns_feed(by: Any, feed: Any) -> bool:
    """Whose calendar it is."""
    return isinstance(by, Officer) and by.pk == feed.owner_id
