"""Who sits where on the day of telling, asked of the database once for a whole batch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from django.db.models import Q

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import OFFICE
from dondoc.notifications.models import Preference, PushDevice
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.quiet_hours import letter_moment
from dondoc.tasks.models import Task, Watch

ANSWERABLE = (Role.UNIT_HEAD, Role.FOCAL_POINT)
LAST_RESORT = (Role.LEADER, Role.CLERK, Role.OFFICER)


@dataclass
class Seats:
    """The seats of one day; what was asked once is remembered for as long as the batch lasts."""

    day: date
    _sitting: dict[tuple[str, int], frozenset[int]] = field(default_factory=dict)
    _people: dict[int, Officer | None] = field(default_factory=dict)
    _watching: dict[int, frozenset[int]] = field(default_factory=dict)
    _calendars: dict[int, WorkingCalendar] = field(default_factory=dict)

    @cached_property
    def _preferences(self) -> dict[int, Preference]:
        """Of those who said how they want to hear; the others hear at once of everything."""
        return {one.officer_id: one for one in Preference.objects.all()}

    @cached_property
    def _with_devices(self) -> frozenset[int]:
        """People who let a device show that something waits."""
        return frozenset(PushDevice.objects.values_list("user", flat=True))

    def has_device(self, officer: Officer) -> bool:
        """Did the officer turn notices on somewhere?"""
        return officer.user_id in self._with_devices

    def preference_of(self, officer: Officer) -> Preference:
        """How the officer wants to hear."""
        return self._preferences.get(officer.pk) or Preference(officer=officer)

    def letter_for(self, officer: Officer, at: datetime, *, urgent: bool) -> tuple[datetime, bool]:
        """When a letter to the officer goes out, and whether as part of the day's one letter."""
        wanted = self._preferences.get(officer.pk)
        if wanted is None or urgent:
            return at, False
        when = letter_moment(at, wanted.rule, self.calendar(officer))
        return when, wanted.digest_at is not None

    def rest_until(self, officer: Officer, at: datetime) -> datetime:
        """The first moment, not before this one, at which something may disturb the officer."""
        wanted = self._preferences.get(officer.pk)
        if wanted is None:
            return at
        return letter_moment(at, replace(wanted.rule, digest_at=None), self.calendar(officer))

    def calendar(self, officer: Officer) -> WorkingCalendar:
        """The days on which the officer's committee works."""
        body = officer.agency.committee or officer.agency
        if body.pk not in self._calendars:
            self._calendars[body.pk] = calendar_of(body)
        return self._calendars[body.pk]

    def answering_for(self, body: Agency) -> frozenset[int]:
        """A committee's Office, a unit's head and focal points; where there are none, who sits."""
        theirs = Q(agency=body, role__in=ANSWERABLE)
        if body.is_committee:
            theirs |= Q(agency__committee=body, role__in=OFFICE)
        return self._asked("answering", body, theirs) or self._asked(
            "last resort", body, Q(agency=body, role__in=LAST_RESORT)
        )

    def heading(self, body: Agency) -> frozenset[int]:
        """The head of a unit; of a committee the head of its Office, else whoever leads it."""
        if not body.is_committee:
            heads = self._asked("heading", body, Q(agency=body, role=Role.UNIT_HEAD))
            return heads or self.answering_for(body)
        return self.deciding_for(body) or self.leading(body)

    def relaying_for(self, body: Agency) -> frozenset[int]:
        """Focal points of a unit, who tracks in a committee's Office; else who answers for it."""
        theirs = Q(agency=body, role=Role.FOCAL_POINT)
        if body.is_committee:
            theirs |= Q(agency__committee=body, role=Role.TRACKING_OFFICER)
        return self._asked("relaying", body, theirs) or self.answering_for(body)

    def watching(self, task: Task) -> frozenset[int]:
        """Those who follow a task that is not theirs."""
        if task.pk not in self._watching:
            self.read_watchers([task.pk])
        return self._watching[task.pk]

    def read_watchers(self, tasks: Sequence[int]) -> None:
        """Asks who follows each of these tasks, in one query."""
        found: dict[int, set[int]] = {pk: set() for pk in tasks}
        rows = Watch.objects.filter(task__in=tasks).values_list("task_id", "officer_id")
        for task, officer in rows:
            found[task].add(officer)
        self._watching.update({pk: frozenset(officers) for pk, officers in found.items()})

    def deciding_for(self, body: Agency) -> frozenset[int]:
        """Who may decide on a deadline: the head of a committee's Office, or of a smaller body."""
        if not body.is_committee:
            return self.answering_for(body)
        return self._asked("deciding", body, Q(role=Role.OFFICE_HEAD, agency__committee=body))

    def chairman_of(self, body: Agency) -> frozenset[int]:
        """The Chairman of a committee and whoever he lent his seat to; else all who lead it."""
        leads = Q(agency=body, role=Role.LEADER)
        chair = self._asked("chairman", body, leads & ~Q(title__istartswith="phó"))
        return chair or self.leading(body)

    def leading(self, body: Agency) -> frozenset[int]:
        """All leaders of a committee."""
        return self._asked("leading", body, Q(agency=body, role=Role.LEADER))

    def of(self, ids: Iterable[int]) -> list[Officer]:
        """Those who sit on the day and can sign in; one's own seats before those lent."""
        wanted = set(ids)
        if unknown := wanted - set(self._people):
            found = Officer.objects.seated_on(self.day).filter(pk__in=unknown, user__is_active=True)
            self._people.update(dict.fromkeys(unknown))
            self._people.update(found.select_related("user").in_bulk())
        people = [person for pk in sorted(wanted) if (person := self._people[pk])]
        return sorted(people, key=lambda person: person.delegated_by_id is not None)

    def _asked(self, what: str, body: Agency, which: Q) -> frozenset[int]:
        key = (what, body.pk)
        if key not in self._sitting:
            seated = Officer.objects.seated_on(self.day).filter(which)
            self._sitting[key] = frozenset(seated.values_list("pk", flat=True))
        return self._sitting[key]
