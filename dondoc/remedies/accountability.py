"""Who answered for what was late or sent back in a period: read as of a moment, never stored.

Heads come from dated seats, leads from the versions of tasks, executors from the journal.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import F, Q

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.remedies.answering import (
    executor_tenures,
    held,
    lead_tenures,
    people_of,
    seats_of,
)
from dondoc.remedies.models import ObjectiveCause, Remedy
from dondoc.rules.accountability import (
    Account,
    Seat,
    Span,
    Stretch,
    lateness,
    who_answered,
)
from dondoc.rules.periods import Period
from dondoc.rules.timeliness import last_day
from dondoc.tasks.models import Extension, State, Task, TaskVersion
from dondoc.tasks.models.tasks import UNCOUNTED

READERS = (
    Role.LEADER, Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.EMULATION_READER, Role.AUDITOR,
)  # fmt: skip
"""Who sees everybody's page; others see their own alone."""

Returns = dict[int, list[date]]
Key = tuple[int | None, int | None]
HEAD, EXECUTOR = 1, 2
"""Capacities in which a person answers."""


def cut_off(period: Period, at: datetime) -> datetime:
    """The end of the period, or now while it lasts."""
    return min(at, period.ends_at - timedelta(microseconds=1))


def committee_for(officer: Officer) -> Agency | None:
    """The committee whose tasks the seat answers for: of a lower committee's seat the one above."""
    agency = officer.agency
    if agency.is_committee and agency.parent_id and not officer.reads_committee:
        return agency.parent.committee if agency.parent else None
    return agency.committee


def reads_all(officer: Officer) -> bool:
    """Does the seat see everybody's page of its committee?"""
    return officer.role in READERS and officer.committee_id is not None


@dataclass(frozen=True)
class Return:
    """A result sent back: on which day, and who led and carried out then."""

    on: date
    head: int | None
    executor: int | None

    def whose(self, capacity: int) -> int | None:
        return self.head if capacity == HEAD else self.executor


@dataclass(frozen=True)
class Item:
    """A task that was late or sent back in the period, and who answered on its days."""

    task: Task
    lead_id: int
    due_on: date | None
    submitted_on: date | None
    is_open: bool
    late: Span | None
    heads: list[Stretch[int, int]]
    executors: list[Stretch[int, int]]
    returned_to: list[Return]
    remedies: list[Remedy] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)
    causes: list[ObjectiveCause] = field(default_factory=list)

    @property
    def code(self) -> str:
        return self.task.code

    @property
    def late_days(self) -> int:
        return self.late.days if self.late else 0

    @property
    def last_day(self) -> date | None:
        """The last late day of the period."""
        return self.heads[-1].span.to_on if self.heads else None

    @property
    def granted(self) -> ObjectiveCause | None:
        """The objective cause that was granted for it, if any."""
        return self.causes[0] if self.causes else None

    @property
    def remedy(self) -> Remedy | None:
        """The last remedy that was called for."""
        return self.remedies[-1] if self.remedies else None

    @property
    def remedied_in(self) -> int | None:
        """Days from the call to the reported result of a closed remedy."""
        one = self.remedy
        if one is None or one.state != Remedy.State.CLOSED:
            return None
        ended = one.reported_at or one.closed_at or one.called_at
        return (day_of(ended) - day_of(one.called_at)).days


@dataclass(frozen=True)
class Line:
    """One item as it counts for one person: his days of it, and returns in his days."""

    item: Item
    spans: list[Span]
    returns: int
    holds_now: bool

    @property
    def days(self) -> int:
        return sum(span.days for span in self.spans)

    @property
    def is_open(self) -> bool:
        """Still overdue, and his to answer for at the cut-off."""
        return self.item.is_open and self.days > 0 and self.holds_now


COUNTS: dict[str, tuple[str, Callable[[Line], bool]]] = {
    "late": ("Việc chậm", lambda line: line.days > 0),
    "open": ("Còn quá hạn", lambda line: line.is_open),
    "sent_back": ("Kết quả bị trả lại", lambda line: line.returns > 0),
    "untold": ("Chưa nêu nguyên nhân", lambda line: not _told(line.item)),
    "remedied": ("Đã khắc phục", lambda line: line.item.remedied_in is not None),
    "granted": ("Nguyên nhân khách quan", lambda line: line.item.granted is not None),
    "extended": ("Được gia hạn", lambda line: bool(line.item.extensions)),
}
"""What is counted of a person; the number and the list behind it read the same condition."""


def _told(item: Item) -> bool:
    return any(remedy.cause for remedy in item.remedies)


@dataclass(frozen=True)
class PersonLines:
    """One person's lines in one capacity, as head of units or as executor."""

    user: int | None
    officer: Officer | None
    lines: list[Line]
    unit_ids: list[int] = field(default_factory=list)

    def only(self, count: str) -> list[Line]:
        """The list behind a number."""
        return [line for line in self.lines if COUNTS[count][1](line)]

    @property
    def counts(self) -> dict[str, int]:
        return {name: len(self.only(name)) for name in COUNTS}

    @property
    def days(self) -> int:
        return sum(line.days for line in self.lines)

    @property
    def account(self) -> Account:
        """What may be held against him: nothing for which an objective cause was granted."""
        held = [line for line in self.lines if line.item.granted is None]
        return Account(
            late=sum(line.days > 0 for line in held),
            still_open=sum(line.is_open for line in held),
            sent_back=sum(line.returns for line in held),
        )


@dataclass(frozen=True)
class Book:
    """All items of a committee in a period, and the people and units they name."""

    committee: Agency
    period: Period
    as_of: datetime
    items: list[Item]
    officers: dict[int, Officer]
    units: dict[int, Agency]

    @cached_property
    def heads(self) -> list[PersonLines]:
        """By person; vacancies of units last."""
        return self._by_person(HEAD)

    @cached_property
    def executors(self) -> list[PersonLines]:
        return [one for one in self._by_person(EXECUTOR) if one.user is not None]

    @cached_property
    def by_unit(self) -> dict[int, PersonLines]:
        """Each unit as a collective: the days it had the item itself."""
        found: dict[int, list[Line]] = {}
        for item in self.items:
            for unit in {s.key for s in item.heads if s.key} | {item.lead_id}:
                spans = [s.span for s in item.heads if s.key == unit]
                back = len(item.returned_to) if unit == item.lead_id else 0
                if spans or back:
                    line = Line(item, spans, back, unit == item.lead_id)
                    found.setdefault(unit, []).append(line)
        return {unit: PersonLines(None, None, lines, [unit]) for unit, lines in found.items()}

    def head(self, user: int) -> PersonLines:
        return self._one(self.heads, user)

    def executor(self, user: int) -> PersonLines:
        return self._one(self.executors, user)

    def _one(self, people: list[PersonLines], user: int) -> PersonLines:
        found = next((one for one in people if one.user == user), None)
        return found or PersonLines(user, None, [])

    def _by_person(self, capacity: int) -> list[PersonLines]:
        lines: dict[Key, list[Line]] = {}
        seats: dict[Key, int | None] = {}
        units: dict[Key, set[int]] = {}
        for item in self.items:
            for key, some in self._shares(item, capacity).items():
                spans = [share.span for share in some if share.span]
                last = bool(spans) and spans[-1].to_on == item.last_day
                line = Line(item, spans, len(some) - len(spans), last)
                lines.setdefault(key, []).append(line)
                seats[key] = some[-1].person
                units.setdefault(key, set()).update(s.unit for s in some if s.unit)
        found = [
            PersonLines(key[0], self.officers.get(seats[key] or 0), some, sorted(units[key]))
            for key, some in lines.items()
        ]
        return sorted(found, key=lambda one: (one.user is None, -one.days, str(one.officer)))

    def _shares(self, item: Item, capacity: int) -> dict[Key, list["_Share"]]:
        parts = item.heads if capacity == HEAD else item.executors
        of_unit = capacity == HEAD
        shares = [_Share(s.person, s.key if of_unit else None, s.span) for s in parts]
        shares += [
            _Share(said.whose(capacity), item.lead_id if of_unit else None, None)
            for said in item.returned_to
        ]
        found: dict[Key, list[_Share]] = {}
        for share in shares:
            found.setdefault(self._key(share), []).append(share)
        return found

    def _key(self, share: "_Share") -> Key:
        """A person by his account, a vacancy by its unit."""
        if share.person is None:
            return None, share.unit
        return self.officers[share.person].user_id, None


@dataclass(frozen=True)
class _Share:
    """A stretch of late days, or a return (no span), with who answered then."""

    person: int | None
    unit: int | None
    span: Span | None


def book(committee: Agency, period: Period, at: datetime) -> Book:
    """Everything late or sent back in the period, in a bounded number of queries."""
    as_of = cut_off(period, at)
    returns = _returns(period, as_of)
    versions = _versions(committee, period, as_of, returns)
    ids = [version.task_id for version in versions]
    leads, doers = lead_tenures(ids), executor_tenures(ids)
    bodies = {t.key for some in leads.values() for t in some}
    units, seats, heads = seats_of(bodies)
    people = people_of({t.key for some in doers.values() for t in some} - {0})
    own = {pk: [Seat(pk, one.from_on, one.until_on)] for pk, one in people.items()}
    remedies, extensions, causes = _remedies(ids), _extensions(ids, as_of), _causes(ids, as_of)
    items = []
    for version in versions:
        pk = version.task_id
        span = Span(period.from_on, min(period.to_on, day_of(as_of)))
        due = last_day(version.due_at) if version.due_at else None
        done_on = day_of(version.submitted_at) if version.submitted_at else None
        late = lateness(due, done_on, day_of(as_of)) if due and is_late(version, as_of) else None
        days = late.within(span) if late else None
        led, done = leads.get(pk, []), doers.get(pk, [])
        items.append(
            Item(
                task=version.task, lead_id=version.lead_id, due_on=due, submitted_on=done_on,
                is_open=version.state != State.DONE and version.submitted_at is None,
                late=late,
                heads=who_answered(days, led, seats) if days else [],
                executors=[s for s in who_answered(days, done, own) if s.person] if days else [],
                returned_to=[
                    Return(day, held(led, seats, day), held(done, own, day))
                    for day in returns.get(pk, [])
                ],
                remedies=remedies.get(pk, []), extensions=extensions.get(pk, []),
                causes=causes.get(pk, []),
            )
        )  # fmt: skip
    return Book(committee, period, as_of, items, heads | people, units)


def is_late(version: TaskVersion, as_of: datetime) -> bool:
    """Judged at submission, or at the cut-off while nothing is submitted."""
    return version.due_at is not None and (version.submitted_at or as_of) >= version.due_at


def _returns(period: Period, as_of: datetime) -> Returns:
    """The days of the period on which results were sent back, by task."""
    found: Returns = {}
    sent = Entry.objects.filter(
        verb="task.send_back", recorded_at__gte=period.starts_at, recorded_at__lte=as_of
    )
    for task, moment in sent.order_by("pk").values_list("subject_id", "recorded_at"):
        found.setdefault(task, []).append(day_of(moment))
    return found


def _versions(
    committee: Agency, period: Period, as_of: datetime, returned: Iterable[int]
) -> list[TaskVersion]:
    late = Q(due_at__lte=as_of) & (
        Q(submitted_at__isnull=True)
        | Q(submitted_at__gte=F("due_at")) & Q(submitted_at__gte=period.starts_at)
    )
    found: list[TaskVersion] = list(
        TaskVersion.objects.as_of(as_of)
        .filter(issuer=committee)
        .filter(late | Q(task_id__in=list(returned)))
        .exclude(state__in=UNCOUNTED)
        .select_related("task")
        .defer("task__search")
        .order_by("due_at", "task_id")
    )
    return found


def _remedies(ids: list[int]) -> dict[int, list[Remedy]]:
    found: dict[int, list[Remedy]] = {}
    called = Remedy.objects.filter(task_id__in=ids).select_related("person__user")
    for one in called.order_by("month", "pk"):
        found.setdefault(one.task_id or 0, []).append(one)
    return found


def _causes(ids: list[int], as_of: datetime) -> dict[int, list[ObjectiveCause]]:
    found: dict[int, list[ObjectiveCause]] = {}
    granted = ObjectiveCause.objects.granted(as_of).filter(task_id__in=ids)
    for one in granted.select_related("decided_by__user", "decided_by__agency").order_by("pk"):
        found.setdefault(one.task_id or 0, []).append(one)
    return found


def _extensions(ids: list[int], as_of: datetime) -> dict[int, list[Extension]]:
    found: dict[int, list[Extension]] = {}
    granted = Extension.objects.filter(
        task_id__in=ids, state=Extension.State.GRANTED, decided_at__lte=as_of
    )
    for one in granted.select_related("decided_by__user").order_by("decided_at", "pk"):
        found.setdefault(one.task_id, []).append(one)
    return found
