"""A calendar as other programs read it: iCalendar (RFC 5545), in Việt Nam time.

An entry keeps its UID for life; each change raises its SEQUENCE, and what is put off or cancelled
stays with STATUS:CANCELLED, so that the phone that showed it strikes it out.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from icalendar import Event

from dondoc.agencies.calendars import calendar_of
from dondoc.database.clock import VIET_NAM
from dondoc.meetings import calendar as calendars
from dondoc.planning.models import CalendarFeed, WeekEntry, WeekPerson
from dondoc.planning.week_facts import leaders, participants, where
from dondoc.planning.week_table import Lens
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.clashes import USUAL_LENGTH
from dondoc.rules.weeks import monday_of, working_days

BEHIND, AHEAD = timedelta(weeks=6), timedelta(weeks=26)
"""How much of the past and of what is to come a program is given."""

REFRESH = timedelta(minutes=15)
ONE_DAY = timedelta(days=1)
Part = WeekPerson.Part
Session = WeekEntry.Session

OFFICE_HOURS: dict[str, tuple[time, time]] = {
    Session.MORNING: (time(7, 30), time(11, 30)),
    Session.AFTERNOON: (time(13, 30), time(17)),
    Session.EVENING: (time(19), time(21)),
}
"""Where a session without hours stands in a program that knows only hours."""


Teller = Callable[[CalendarFeed, date], list[Event]]
_BESIDE: list[Teller] = []


def shown_beside(teller: Teller) -> None:
    """An upper room says what else stands in a calendar (deadlines of tasks)."""
    _BESIDE.append(teller)


def entries_of(feed: CalendarFeed, today: date) -> list[WeekEntry]:
    """What its owner may see of the calendar: published weeks and nothing else."""
    seen = WeekEntry.objects.visible_to(feed.owner).published()
    span = (monday_of(today) - BEHIND, today + AHEAD)
    return list(_lens(feed).over(seen).filter(on__range=span).in_full().in_order())


def _lens(feed: CalendarFeed) -> Lens:
    if feed.agency is None:
        return Lens(leader=feed.owner)
    return Lens() if feed.agency.is_committee else Lens(unit=feed.agency)


def calendar_file(feed: CalendarFeed, today: date, address: str) -> bytes:
    """The whole calendar; the same entries always give the same bytes."""
    committee = feed.owner.agency.committee
    events: list[Event] = []
    if committee is not None:
        working = calendar_of(committee)
        events = [event_of(entry, working, address) for entry in entries_of(feed, today)]
    events += [event for tell in _BESIDE for event in tell(feed, today)]
    name = feed.agency.name if feed.agency else feed.owner.user.name
    return calendars.calendar(events, name=f"{name} – lịch công tác", refresh=REFRESH)


def event_of(entry: WeekEntry, working: WorkingCalendar, address: str = "") -> Event:
    """One entry as an event."""
    span = span_of_entry(entry)
    starts, ends = span or (_at(entry.on, time()), _at(entry.on, time()) + ONE_DAY)
    event = calendars.event(
        uid=f"{entry.uid}@dondoc", sequence=entry.sequence, start=starts, end=ends,
        stamp=entry.changed_at or entry.week.decided_at or entry.proposed_at,
        summary=summary_of(entry), description=description_of(entry), location=where(entry),
        status="CANCELLED" if entry.is_off else "CONFIRMED", link=address.format(pk=entry.pk),
    )  # fmt: skip
    if span is None:
        for name, day in (("dtstart", entry.on), ("dtend", entry.on + ONE_DAY)):
            del event[name]
            event.add(name, day)
    if entry.repeats:
        _put_days(event, entry, working, span)
    return event


def summary_of(entry: WeekEntry) -> str:
    """The content; what is off says so first, where programs forget to strike it out."""
    flat = " ".join(entry.content.split())
    return f"[{entry.get_state_display().upper()}] {flat}" if entry.is_off else flat


def description_of(entry: WeekEntry) -> str:
    """What the printed line says beside its content."""
    lines = {
        "Chủ trì": leaders(entry, Part.CHAIRS),
        "Lãnh đạo dự": leaders(entry, Part.ATTENDS),
        "Thành phần": participants(entry),
        "Chuẩn bị": str(entry.preparing or ""),
        "Văn phòng theo dõi": entry.follower.user.name if entry.follower else "",
        "Xe": str(entry.vehicle or ""),
        "Thư mời": entry.get_invites_display(),
        "Ghi chú": entry.note,
        entry.get_change_display() if entry.change else "Thay đổi": entry.reason,
    }
    return "\n".join(f"{label}: {words}" for label, words in lines.items() if words)


def span_of_entry(entry: WeekEntry) -> tuple[datetime, datetime] | None:
    """From when to when on the wall; none for what lasts all day."""
    if entry.starts_at is None:
        if entry.session == Session.ALL_DAY:
            return None
        from_, until = OFFICE_HOURS[entry.session]
        return _at(entry.on, from_), _at(entry.on, until)
    starts = _at(entry.on, entry.starts_at)
    return starts, _at(entry.on, entry.ends_at) if entry.ends_at else starts + USUAL_LENGTH


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, VIET_NAM)


def _put_days(
    event: Event,
    entry: WeekEntry,
    working: WorkingCalendar,
    span: tuple[datetime, datetime] | None,
) -> None:
    """Every day to the last one worked in the week, without those that are not."""
    held = working_days(entry.week.monday, working, entry.on)
    days = [entry.on + timedelta(days=n) for n in range(7 - entry.on.weekday())]
    days = [day for day in days if not held or day <= held[-1]]
    starts = [day if span is None else _at(day, span[0].timetz()) for day in days]
    event.add("rrule", {"freq": "daily", "count": len(days)})
    off = [at for day, at in zip(days, starts, strict=True) if day not in held]
    if off:
        event.add("exdate", off, parameters={"VALUE": "DATE"} if span is None else {})
