"""Who, which room, which vehicle is wanted twice in a week; also against events of other bodies."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, Officer
from dondoc.planning.models import OutsideEvent, Week, WeekEntry
from dondoc.planning.week_facts import hours, named, short
from dondoc.rules.clashes import Booking, Clash, Thing, clash_of, clashes, span_of
from dondoc.rules.weeks import working_days
from dondoc.rules.wording import day_short, weekday

State = WeekEntry.State
HELD = (State.ARRANGED, State.PROPOSED)
"""What takes people's time; what is postponed, cancelled or declined no longer does."""


@dataclass(frozen=True)
class Held:
    """What holds a booking, as a sentence names it."""

    pk: int | None
    label: str
    hours: str
    body: str = ""

    def __str__(self) -> str:
        whose = f" ({self.body})" if self.body else ""
        return f"“{self.label}”{whose} {self.hours}"


class Bookings:
    """The bookings of some days of a committee, and the words for what they want."""

    def __init__(self) -> None:
        self.all: list[Booking] = []
        self.held: dict[str, Held] = {}
        self.words: dict[Thing, str] = {}

    def take(self, key: str, held: Held, days: Iterable[date], span: tuple[int, int]) -> None:
        """Something held on each of the days."""
        self.held[key] = held
        things = frozenset(self._wanted)
        self.all += [Booking(key, day, span, things) for day in days]

    def want(self, words: dict[Thing, str]) -> None:
        """What the next booking takes."""
        self._wanted = set(words)
        self.words.update(words)

    def is_ours(self, clash: Clash) -> bool:
        """Is one of the two ours to arrange? What others hold at once is theirs to settle."""
        return any(self.held[one.key].pk is not None for one in (clash.one, clash.other))

    def sentence(self, clash: Clash, seen_from: str | None = None) -> str:
        """ "Chủ tịch Lê Nam trùng lịch thứ Ba 17/05/2022: “A” 08h00 và “B” 09h00."."""
        who = "; ".join(sorted(self.words[thing] for thing in clash.shared))
        day = f"{weekday(clash.one.on)} {day_short(clash.one.on)}"
        if seen_from in (clash.one.key, clash.other.key):
            other = clash.other if clash.one.key == seen_from else clash.one
            return f"{who} đã có lịch {day}: {self.held[other.key]}."
        one, other_held = self.held[clash.one.key], self.held[clash.other.key]
        return f"{who} trùng lịch {day}: {one} và {other_held}."


def person(officer: Officer) -> dict[Thing, str]:
    """A person is one, in however many seats he sits."""
    return {("person", officer.user_id): short(officer)}


def wants(entry: WeekEntry) -> dict[Thing, str]:
    """The persons, the room and the vehicle an entry takes."""
    found: dict[Thing, str] = {}
    for one in named(entry):
        if one.officer is not None:
            found.update(person(one.officer))
    if entry.room is not None:
        found["room", entry.room.pk] = str(entry.room)
    if entry.vehicle is not None:
        found["vehicle", entry.vehicle.pk] = f"Xe {entry.vehicle}"
    return found


def days_of(entry: WeekEntry, working: Sequence[date]) -> list[date]:
    """Its day, or each working day of its week from then on."""
    return [day for day in working if day >= entry.on] if entry.repeats else [entry.on]


def key_of(entry: WeekEntry) -> str:
    return f"entry-{entry.pk or 'new'}"


def bookings_of(
    committee: Agency, monday: date, entries: Iterable[WeekEntry], events: Iterable[OutsideEvent]
) -> Bookings:
    """All that is held in a week, from entries and events already fetched."""
    found = Bookings()
    working = working_days(monday, calendar_of(committee))
    for entry in entries:
        if entry.state in HELD:
            book(found, entry, working)
    for event in events:
        found.want({k: v for o in event.officers.all() for k, v in person(o).items()})
        held = Held(None, event.content, event.hours, event.get_body_display())
        span = span_of(event.session, event.starts_at, event.ends_at)
        found.take(f"outside-{event.pk}", held, [event.on], span)
    return found


def book(found: Bookings, entry: WeekEntry, working: Sequence[date]) -> None:
    """An entry among the bookings."""
    found.want(wants(entry))
    span = span_of(entry.session, entry.starts_at, entry.ends_at)
    held = Held(entry.pk, _brief(entry.content), hours(entry).lower())
    found.take(key_of(entry), held, days_of(entry, working), span)


def _brief(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 80 else f"{flat[:79].rstrip()}…"


def events_of(committee: Agency, monday: date, sunday: date) -> list[OutsideEvent]:
    """What other bodies published for the week, with the leaders they ask."""
    events = OutsideEvent.objects.held().filter(committee=committee, on__range=(monday, sunday))
    return list(
        events.prefetch_related("officers__user", "officers__agency").order_by(
            "on", "starts_at", "pk"
        )
    )


def clashes_by_entry(bookings: Bookings) -> dict[int, list[str]]:
    """For each entry the sentences that concern it."""
    said: dict[int, list[str]] = defaultdict(list)
    for clash in clashes(bookings.all):
        for booking in (clash.one, clash.other):
            if pk := bookings.held[booking.key].pk:
                said[pk].append(bookings.sentence(clash, booking.key))
    return said


def clashes_left(week: Week) -> list[str]:
    """What still clashes among what is arranged, as the publication lists it."""
    entries = WeekEntry.objects.filter(week=week, state=State.ARRANGED).in_full().in_order()
    events = events_of(week.committee, week.monday, week.sunday)
    bookings = bookings_of(week.committee, week.monday, entries, events)
    return [bookings.sentence(clash) for clash in clashes(bookings.all) if bookings.is_ours(clash)]


def clashes_of_draft(draft: WeekEntry, week: Week, replaces: int | None) -> list[str]:
    """What an entry still being typed would clash with."""
    others = WeekEntry.objects.filter(week__committee=week.committee, week__monday=week.monday)
    entries = others.filter(state__in=HELD).exclude(pk__in=[replaces or 0]).in_full()
    events = events_of(week.committee, week.monday, week.sunday)
    bookings = bookings_of(week.committee, week.monday, entries, events)
    standing = list(bookings.all)
    book(bookings, draft, working_days(week.monday, calendar_of(week.committee)))
    own = bookings.all[len(standing) :]
    found = {
        bookings.sentence(clash, key_of(draft)): None
        for mine in own
        for other in standing
        if (clash := clash_of(mine, other))
    }
    return list(found)
