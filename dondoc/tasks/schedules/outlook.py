"""A schedule laid out as of a day: what is done stands where it was done, the rest moves on.

The dates are those of `rules.critical_path`; nothing here is stored. What is not done cannot have
been done before today: a task in hand ends today at the earliest, one not yet taken up begins
today at the earliest.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models.functions import Left

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.rules import critical_path
from dondoc.rules.calendar import WorkingCalendar
from dondoc.rules.critical_path import Activity, LaidOut, Network, Placed
from dondoc.rules.timeliness import is_late
from dondoc.rules.working_days import WorkingDays
from dondoc.tasks.models import Baseline, Dependency, Schedule, ScheduledTask, State, Task

BEGUN = (State.ACCEPTED, State.UNDER_WAY, State.REWORK)
FINISHED = (State.SUBMITTED, State.DONE)
SHOWN_LETTERS = 160
READ = (
    "pk", "task_id", "duration", "not_before", "task__code", "words", "task__lead_id",
    "task__lead__name", "task__state", "task__due_on", "task__due_at", "task__submitted_at",
)  # fmt: skip


class Row(NamedTuple):
    """One task of a schedule, with what its place in time depends on."""

    pk: int
    task_id: int
    duration: int
    not_before: date | None
    code: str
    content: str
    lead_id: int
    lead: str
    state: str
    due_on: date | None
    finished_on: date | None
    was_late: bool
    """Finished, but after its deadline: that stays."""

    @property
    def is_milestone(self) -> bool:
        return not self.duration

    @property
    def is_finished(self) -> bool:
        return self.finished_on is not None

    @property
    def short(self) -> str:
        """Its code and the first of its words."""
        words = self.content if len(self.content) <= 60 else f"{self.content[:59]}…"
        return f"{self.code} ({words})"


class Link(NamedTuple):
    """One dependency between two tasks, by their ids."""

    pk: int
    earlier: int
    later: int
    type: str
    lag: int

    @property
    def label(self) -> str:
        """FS, SS+2, FF-1."""
        return f"{self.type}{self.lag:+d}" if self.lag else self.type


@dataclass(frozen=True)
class Outlook:
    """The tasks and links of one schedule as of a day, and what follows from them."""

    schedule: Schedule
    today: date
    calendar: WorkingCalendar
    rows: tuple[Row, ...]
    links: tuple[Link, ...]
    recalled: tuple[Row, ...] = ()
    """Taken back: they hold nothing up any more."""

    @classmethod
    def of(cls, schedule: Schedule, today: date) -> "Outlook":
        """Read in three queries, however many tasks there are."""
        read = ScheduledTask.objects.filter(schedule=schedule).order_by("pk")
        words = read.annotate(words=Left("task__content", SHOWN_LETTERS))
        every = [_row(found) for found in words.values_list(*READ)]
        rows = [row for row in every if row.state != State.RECALLED]
        calendar = calendar_of(schedule.committee)
        recalled = tuple(row for row in every if row.state == State.RECALLED)
        return cls(schedule, today, calendar, tuple(rows), _links(schedule, rows), recalled)

    @cached_property
    def network(self) -> Network:
        """What the rule lays out; refuses loops."""
        after: dict[int, list[critical_path.Dependency]] = defaultdict(list)
        for link in self.links:
            kind = critical_path.Type(link.type)
            after[link.later].append(critical_path.Dependency(link.earlier, kind, link.lag))
        activities = [self._activity(row, after[row.task_id]) for row in self.rows]
        return Network(activities, self.schedule.start_on, self.calendar)

    def _activity(self, row: Row, after: Iterable[critical_path.Dependency]) -> Activity:
        return Activity(
            row.task_id, row.duration, tuple(after), self._not_before(row), row.finished_on,
            row.due_on,
        )  # fmt: skip

    def _not_before(self, row: Row) -> date | None:
        """The day somebody set, or today where that is later and the work is not done."""
        if row.is_finished:
            return None
        begun = row.state in BEGUN and row.duration
        edge = self._edge_today + 1 - row.duration if begun else self._edge_today
        pressing = self.days.after(edge) if edge > 0 or (not edge and not row.duration) else None
        return max((day for day in (row.not_before, pressing) if day), default=None)

    @cached_property
    def days(self) -> WorkingDays:
        return WorkingDays(self.schedule.start_on, self.calendar)

    @cached_property
    def _edge_today(self) -> int:
        return self.days.start_of(self.today)

    @cached_property
    def laid_out(self) -> LaidOut:
        return critical_path.schedule(self.network)

    @cached_property
    def placed(self) -> dict[int, Placed]:
        """Dates and slack by task id."""
        return {int(pk): one for pk, one in self.laid_out.placed.items()}

    @property
    def finish(self) -> date | None:
        return self.laid_out.finish

    @cached_property
    def chain(self) -> tuple[int, ...]:
        """The ids of one critical chain, in the order of the work."""
        return tuple(int(pk) for pk in self.laid_out.chain)

    @cached_property
    def by_id(self) -> dict[int, Row]:
        return {row.task_id: row for row in self.rows}

    @cached_property
    def waits(self) -> dict[int, list[Link]]:
        """By task: what it waits for."""
        return self._grouped("later")

    @cached_property
    def holds(self) -> dict[int, list[Link]]:
        """By task: what waits for it."""
        return self._grouped("earlier")

    def _grouped(self, end: str) -> dict[int, list[Link]]:
        found: dict[int, list[Link]] = defaultdict(list)
        for link in self.links:
            found[getattr(link, end)].append(link)
        return found

    @cached_property
    def baseline(self) -> Baseline | None:
        """The plan it is compared with: the last that was frozen."""
        related = Baseline.objects.filter(schedule=self.schedule).select_related("set_by__user")
        return related.order_by("-pk").first()

    def planned(self, task_id: int) -> tuple[date, date] | None:
        """First and last day by the baseline."""
        row = self.baseline.rows.get(str(task_id)) if self.baseline else None
        return (date.fromisoformat(row[0]), date.fromisoformat(row[1])) if row else None

    def drift(self, task_id: int) -> int | None:
        """Working days by which it ends later than the baseline had it."""
        planned = self.planned(task_id)
        return self.days_from(planned[1], self.placed[task_id].early_finish) if planned else None

    @property
    def finish_drift(self) -> int | None:
        """Working days by which the whole ends later than the baseline had it."""
        if not self.baseline or not self.baseline.finish_on or not self.finish:
            return None
        return self.days_from(self.baseline.finish_on, self.finish)

    def days_from(self, was: date, now: date) -> int:
        """Working days from the one day's end to the other's."""
        return self.days.end_of(now) - self.days.end_of(was)

    def is_kept(self, task_id: int) -> bool:
        """Will it be done by its deadline? True where there is none."""
        due_on = self.by_id[task_id].due_on
        return due_on is None or self.placed[task_id].early_finish <= due_on

    def missed(self) -> list[Row]:
        """What is not done and will not be done by its deadline."""
        return [row for row in self.rows if not row.is_finished and not self.is_kept(row.task_id)]

    def as_rows(self) -> dict[str, list[str | int]]:
        """What a baseline keeps of each task."""
        kept = ((one, self.by_id[pk].duration) for pk, one in self.placed.items())
        return {
            str(one.id): [one.early_start.isoformat(), one.early_finish.isoformat(), length]
            for one, length in kept
        }


def _row(read: tuple[Any, ...]) -> Row:
    *facts, state, due_on, due_at, submitted_at = read
    finished = state in FINISHED and submitted_at is not None
    late = finished and is_late(due_at, submitted_at, submitted_at)
    return Row._make([*facts, state, due_on, day_of(submitted_at) if finished else None, late])


def _links(schedule: Schedule, rows: Iterable[Row]) -> tuple[Link, ...]:
    """Those between tasks still in force."""
    task_of = {row.pk: row.task_id for row in rows}
    found = Dependency.objects.filter(later__schedule=schedule).order_by("pk")
    read = found.values_list("pk", "earlier_id", "later_id", "type", "lag")
    return tuple(
        Link(pk, task_of[earlier], task_of[later], kind, lag)
        for pk, earlier, later, kind, lag in read
        if earlier in task_of and later in task_of
    )


def seen_by(officer: Officer, schedule: Schedule) -> frozenset[int]:
    """The tasks of the schedule that the officer may see; of others he is told only the unit."""
    visible = Task.objects.visible_to(officer).filter(scheduled__schedule=schedule)
    return frozenset(visible.values_list("pk", flat=True))
