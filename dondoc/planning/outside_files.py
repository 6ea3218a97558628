"""Calendar files of other bodies (.ics), read into plain events; what cannot be read is said."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import recurring_ical_events
from icalendar import Calendar, Component, Event

from dondoc.database.clock import VIET_NAM
from dondoc.rules.clashes import session_of
from dondoc.rules.weeks import monday_of
from dondoc.rules.wording import printable
from dondoc.workflow import Refused

AHEAD = timedelta(days=120)
MOST = 1000
"""Events brought in from one file; a body that holds more in four months is not a body."""

TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
WITHIN_A_DAY = {"BYSECOND", "BYMINUTE", "BYHOUR"}
LONGEST = 14
"""Days of one event that are noted; a longer one is a campaign, not an appointment."""


class Unreadable(Refused):
    """The file is not a calendar, or not one a body keeps."""


def read_calendar(content: bytes, today: date) -> list[dict[str, Any]]:
    """The events from this week's Monday on, as `import_outside` takes them."""
    since = monday_of(today)
    try:
        calendar = Calendar.from_ical(content)
        _require_calm(calendar)
        query = recurring_ical_events.of(calendar, skip_bad_series=True)
        found = query.between(since, since + AHEAD)
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(
            "Không đọc được tệp lịch này. Hãy xuất lại tệp .ics từ phần mềm lịch rồi thử lại."
        ) from error
    if len(found) > MOST:
        raise Unreadable(f"Tệp lịch có quá {MOST} sự kiện trong bốn tháng tới. Hãy chia nhỏ tệp.")
    return [facts for event in found for facts in _facts(event, since)]


def _require_calm(calendar: Component) -> None:
    """A rule that repeats within the day is a mistake, or meant to stop us."""
    for event in calendar.walk("VEVENT"):
        rules = event.get("RRULE") or []
        for rule in rules if isinstance(rules, list) else [rules]:
            often = {str(freq).upper() for freq in rule.get("FREQ", [])} & TOO_OFTEN
            if often or WITHIN_A_DAY & {str(name).upper() for name in rule}:
                raise Unreadable(
                    "Tệp lịch có sự kiện lặp nhiều lần trong ngày. Hãy bỏ nó rồi thử lại."
                )


def _facts(event: Event, since: date) -> Iterable[dict[str, Any]]:
    starts, ends = event.start, event.end
    source = _source(event)
    days = _days(starts, ends)
    for number, (day, from_, until) in enumerate(days):
        if day < since:
            continue
        yield {
            "source": (f"{source}#{number}" if number else source)[-255:],
            "gone": str(event.get("STATUS", "")).upper() == "CANCELLED",
            "on": day,
            "session": session_of(from_) if from_ else "all_day",
            "starts_at": from_,
            "ends_at": until,
            "content": _line(event.get("SUMMARY"), 500) or "(không ghi nội dung)",
            "place": _line(event.get("LOCATION"), 200),
        }


def _source(event: Event) -> str:
    """The event's own number; of one that repeats, with the day it stood on by rule."""
    uid = str(event.get("UID", "")) or f"{event.start}-{event.get('SUMMARY', '')}"
    original = event.get("RECURRENCE-ID")
    return f"{uid}@{original.dt:%Y%m%d}" if original is not None else uid


def _line(words: Any, most: int) -> str:
    return " ".join(printable(str(words or "")).split())[:most]


Stretch = tuple[date, time | None, time | None]


def _days(starts: date | datetime, ends: date | datetime) -> list[Stretch]:
    """Each day it lasts, with the hours of that day; hours none when it takes the whole day."""
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return [(day, None, None) for day in _between(starts, ends)]
    begun, over = _local(starts), _local(ends)
    if begun.date() == over.date() or over <= begun:
        until = over.time() if over > begun else None
        return [(begun.date(), _minute(begun.time()), until and _minute(until))]
    first: Stretch = (begun.date(), _minute(begun.time()), None)
    rest = _between(begun.date() + timedelta(days=1), over.date())
    last: list[Stretch] = (
        [(over.date(), time(0), _minute(over.time()))] if over.time() > time(0) else []
    )
    return [first, *((day, None, None) for day in rest), *last][:LONGEST]


def _between(starts: date, ends: date) -> list[date]:
    count = max(1, min((ends - starts).days, LONGEST)) if starts < ends else 1
    return [starts + timedelta(days=n) for n in range(count)] if starts <= ends else []


def _local(instant: datetime) -> datetime:
    """On a clock in Việt Nam; an hour without a zone is already one there."""
    if instant.tzinfo is None:
        return instant.replace(tzinfo=VIET_NAM)
    return instant.astimezone(UTC).astimezone(VIET_NAM)


def _minute(hour: time) -> time:
    return hour.replace(second=0, microsecond=0, tzinfo=None)
