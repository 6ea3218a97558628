"""The week as people read it: days, sessions and lines; whole, or of one leader, unit or room."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import groupby

from django.db.models import Exists, OuterRef, Q

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.database.clock import VIET_NAM
from dondoc.meetings.models import Meeting, Resource
from dondoc.planning.meeting_facts import LIVE, is_out_of_step
from dondoc.planning.models import OutsideEvent, Week, WeekEntry, WeekPerson
from dondoc.planning.models.weeks import ORDER, WeekEntryQuerySet
from dondoc.planning.week_clashes import bookings_of, clashes_by_entry, events_of
from dondoc.planning.week_facts import (
    BARE,
    days_word,
    differences,
    hours,
    leaders,
    participants,
    when,
    where,
)
from dondoc.planning.week_flow import arranges_meeting
from dondoc.rules.weeks import monday_of

Part = WeekPerson.Part
State = WeekEntry.State
SATURDAY = 5


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    entry: WeekEntry
    clashes: Sequence[str] = ()

    @property
    def hours(self) -> str:
        return hours(self.entry) if self.entry.starts_at else ""

    @property
    def when(self) -> str:
        return when(self.entry)

    @property
    def chairs(self) -> str:
        return leaders(self.entry, Part.CHAIRS)

    @property
    def attends(self) -> str:
        return leaders(self.entry, Part.ATTENDS)

    @property
    def participants(self) -> str:
        return participants(self.entry)

    @property
    def where(self) -> str:
        return where(self.entry)

    @property
    def was(self) -> list[tuple[str, str, str]]:
        """What was published otherwise."""
        return differences(self.entry)

    @property
    def out_of_step(self) -> bool:
        """The dossier of its meeting says otherwise, for the minute until the house follows."""
        return is_out_of_step(self.entry)


@dataclass(frozen=True)
class SessionOf:
    """A session of a day with its lines."""

    label: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Day:
    """A day with its sessions, and what other bodies hold on it."""

    on: date
    sessions: Sequence[SessionOf]
    outside: Sequence[OutsideEvent] = ()

    @property
    def label(self) -> str:
        return days_word(self.on)

    @property
    def count(self) -> int:
        """Lines under the day."""
        return sum(len(session.lines) for session in self.sessions)


@dataclass(frozen=True)
class Lens:
    """Through which eyes the week is read: all of it, or a leader's, a unit's, a room's."""

    leader: Officer | None = None
    unit: Agency | None = None
    resource: Resource | None = None

    @property
    def label(self) -> str:
        """Whose calendar it is."""
        return str(self.leader.user.name if self.leader else self.unit or self.resource or "")

    def over(self, entries: WeekEntryQuerySet) -> WeekEntryQuerySet:
        """The entries that concern it."""
        if self.leader:
            seats = Officer.objects.filter(user=self.leader.user_id)
            named = WeekPerson.objects.filter(officer__in=seats)
            return entries.filter(
                Q(pk__in=named.values("entry")) | Q(follower__user=self.leader.user_id)
            )
        if self.unit:
            asked = WeekPerson.objects.filter(Q(agency=self.unit) | Q(officer__agency=self.unit))
            return entries.filter(
                Q(pk__in=asked.values("entry")) | Q(preparing=self.unit) | Q(unit=self.unit)
            )
        if self.resource:
            return entries.filter(Q(room=self.resource) | Q(vehicle=self.resource))
        return entries


@dataclass
class Table:
    """A week of a committee as one person may see it."""

    committee: Agency
    monday: date
    officer: Officer
    lens: Lens = field(default_factory=Lens)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @cached_property
    def week(self) -> Week | None:
        """The week itself; none before anything was proposed for it."""
        found = Week.objects.visible_to(self.officer).filter(monday=self.monday)
        related = ("committee", "decided_by__user", "document", "docx", "pdf")
        return found.select_related(*related).first()

    @cached_property
    def entries(self) -> list[WeekEntry]:
        """All the officer may see of it, in order."""
        if self.week is None:
            return []
        seen = WeekEntry.objects.visible_to(self.officer).filter(week=self.week)
        return list(self.lens.over(seen).in_full().in_order())

    @cached_property
    def events(self) -> list[OutsideEvent]:
        return events_of(self.committee, self.monday, self.sunday)

    @cached_property
    def clashes(self) -> dict[int, list[str]]:
        """The clashes of each entry, for those who arrange and lead."""
        if not self.officer.reads_committee or self.week is None:
            return {}
        whole = self.entries
        if self.lens != Lens():
            whole = list(WeekEntry.objects.filter(week=self.week).in_full().in_order())
        return clashes_by_entry(bookings_of(self.committee, self.monday, whole, self.events))

    def _lines(self, entries: Iterable[WeekEntry]) -> list[Line]:
        return [Line(entry, self.clashes.get(entry.pk, ())) for entry in entries]

    @property
    def repeating(self) -> list[Line]:
        """What is held on every working day stands above the days."""
        return self._lines(e for e in self._standing if e.repeats)

    @property
    def _standing(self) -> list[WeekEntry]:
        return [entry for entry in self.entries if entry.is_standing]

    @property
    def days(self) -> list[Day]:
        """Monday to Friday, and a day at the weekend that holds something."""
        by_day: dict[date, list[Line]] = defaultdict(list)
        for line in self._lines(e for e in self._standing if not e.repeats):
            by_day[line.entry.on].append(line)
        outside: dict[date, list[OutsideEvent]] = defaultdict(list)
        for event in self._events_seen:
            outside[event.on].append(event)
        days = [self.monday + timedelta(days=n) for n in range(7)]
        return [
            Day(day, _sessions(by_day[day]), outside[day])
            for day in days
            if day.weekday() < SATURDAY or by_day[day] or outside[day]
        ]

    @property
    def _events_seen(self) -> list[OutsideEvent]:
        """Of a leader, those he is asked to; of a unit or a room, none."""
        if self.lens.leader:
            who = self.lens.leader.user_id
            return [e for e in self.events if any(o.user_id == who for o in e.officers.all())]
        return [] if self.lens != Lens() else self.events

    def unscheduled(self) -> list[Meeting]:
        """Meetings of the week the officer may put in, which are not in it yet."""
        if self.lens != Lens():
            return []
        begins = datetime.combine(self.monday, time(), VIET_NAM)
        planned = Meeting.objects.visible_to(self.officer).filter(
            committee=self.committee, state=Meeting.State.PLANNED,
            starts_at__range=(begins, begins + timedelta(days=7)),
        )  # fmt: skip
        held = WeekEntry.objects.filter(meeting=OuterRef("pk"), state__in=LIVE)
        rows = planned.exclude(Exists(held)).select_related("lead", "chair__user", "chair__agency")
        found = rows.distinct().order_by("starts_at", "pk")
        return [one for one in found if arranges_meeting(self.officer, one)]

    def waiting(self) -> list[Line]:
        """Proposals that are not arranged yet."""
        return self._lines(e for e in self.entries if e.state == State.PROPOSED)

    def left_out(self) -> list[Line]:
        """Proposals declined."""
        return self._lines(e for e in self.entries if e.state == State.DECLINED)

    @property
    def replaces_invitations(self) -> bool:
        return any(e.invites == WeekEntry.Invites.SCHEDULE for e in self._standing)


def _sessions(lines: list[Line]) -> list[SessionOf]:
    place = {name: n for n, name in enumerate(ORDER)}
    grouped = groupby(
        sorted(lines, key=lambda line: place[line.entry.session]),
        key=lambda line: line.entry.session,
    )
    return [SessionOf(BARE[name], list(some)) for name, some in grouped]


def leaders_of(committee: Agency, today: date) -> list[Officer]:
    """The leaders seated today, whose calendars may be read alone."""
    seats = Officer.objects.filter(agency=committee, role=Role.LEADER).seated_on(today)
    return list(seats.select_related("user", "agency").order_by("pk"))


def next_of(officer: Officer, today: date) -> list[Line]:
    """What a person has today and tomorrow, published, for the phone."""
    lens = Lens(leader=officer)
    seen = WeekEntry.objects.visible_to(officer).published()
    span = (monday_of(today), today + timedelta(days=1))
    mine = lens.over(seen).filter(on__range=span).in_full().in_order()
    return [Line(entry) for entry in mine if entry.repeats or entry.on >= today]
