"""The board of remedies: four columns, what they hold, and what stands beside it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.http import QueryDict

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules, Officer
from dondoc.database.clock import day_of
from dondoc.remedies import queries
from dondoc.remedies.models import ObjectiveCause, Remedy, RemedyReport
from dondoc.remedies.models.remedies import RemedyQuerySet
from dondoc.rules.remedies import month_before, month_of, next_month, report_due
from dondoc.tasks.models import Extension
from dondoc.tasks.models import State as TaskState

State = Remedy.State
SHOWN = 12
"""Cards of a column; the rest are in the list its heading leads to."""
MONTHS = 12
COLUMNS = (
    (State.CALLED, "Cần biện pháp", "alert-triangle", "red"),
    (State.PROMISED, "Đang khắc phục", "player-play", "blue"),
    (State.REPORTED, "Chờ xác nhận", "send", "violet"),
    (State.CLOSED, "Đã đóng", "circle-check", "green"),
)


@dataclass(frozen=True)
class BoardFilter:
    """What of the board is asked for, as its address says it."""

    month: date
    unit: int | None = None
    cause: str = ""
    ground: str = ""
    state: str = ""
    objective: str = ""

    @classmethod
    def asked_in(cls, at: datetime) -> "BoardFilter":
        """All that stands in the month of the moment."""
        return cls(month_of(day_of(at)))

    @classmethod
    def asked(cls, said: QueryDict, at: datetime) -> "BoardFilter":
        """What the address says; nonsense asks for nothing."""
        unit = said.get("unit", "")
        return cls(
            month=month_asked(said.get("month", ""), at),
            unit=int(unit) if unit.isdecimal() and len(unit) < 19 else None,
            cause=_one_of(said.get("cause", ""), Remedy.Cause.values),
            ground=_one_of(said.get("ground", ""), Remedy.Ground.values),
            state=_one_of(said.get("state", ""), State.values),
            objective=_one_of(said.get("objective", ""), ObjectiveCause.State.values),
        )

    def apply(self, remedies: RemedyQuerySet) -> RemedyQuerySet:
        """The remedies that stand in the month, and are of the unit, cause, ground, state."""
        wanted = {
            "unit": self.unit, "cause": self.cause, "ground": self.ground, "state": self.state,
            "objective__state": self.objective,
        }  # fmt: skip
        found = remedies.in_month(self.month)
        return found.filter(**{name: value for name, value in wanted.items() if value})

    def to_query(self, **changes: Any) -> str:
        """The address of this filter, changed so."""
        other = replace(self, **changes)
        said = {
            "month": f"{other.month:%Y-%m}", "unit": other.unit, "cause": other.cause,
            "ground": other.ground, "state": other.state,
            "objective": other.objective,
        }  # fmt: skip
        return urlencode({name: value for name, value in said.items() if value})


def month_asked(written: str, at: datetime) -> date:
    """The month written as 2022-05; this month where nothing sensible is written."""
    try:
        return datetime.strptime(written, "%Y-%m").date()  # noqa: DTZ007  a month has no zone
    except ValueError:
        return month_of(day_of(at))


def _one_of(value: str, values: list[str]) -> str:
    return value if value in values else ""


def months(at: datetime, chosen: date) -> list[tuple[str, str]]:
    """The last twelve months, the newest first; the chosen one among them."""
    month, found = month_of(day_of(at)), []
    for _ in range(MONTHS):
        found.append(month)
        month = month_before(month)
    if chosen not in found:
        found.append(chosen)
    return [(f"{one:%Y-%m}", f"Tháng {one.month}/{one.year}") for one in found]


@dataclass(frozen=True)
class Column:
    """One step of the board: its number is the count of the list it leads to."""

    state: str
    word: str
    icon: str
    tone: str
    href: str
    count: int
    rows: list[Remedy]


def columns(seen: RemedyQuerySet, asked: BoardFilter, where: str) -> list[Column]:
    """The four columns; those that press first stand first in each."""
    return [_column(seen, replace(asked, state=str(row[0])), row, where) for row in COLUMNS]


def _column(seen: RemedyQuerySet, asked: BoardFilter, row: Any, where: str) -> Column:
    state, word, icon, tone = row
    found = asked.apply(seen)
    rows = list(in_order(found, state)[: SHOWN + 1])
    count = len(rows) if len(rows) <= SHOWN else found.count()
    href = f"{where}?{asked.to_query()}"
    return Column(state, word, icon, tone, href, count, rows[:SHOWN])


def in_order(found: RemedyQuerySet, state: str = "") -> RemedyQuerySet:
    """The oldest first; of promises the nearest day; of what was closed the newest."""
    shown = queries.shown(found)
    if state == State.CLOSED:
        return shown.order_by("-closed_at", "-pk")
    if state == State.PROMISED:
        return shown.order_by("commit_on", "pk")
    if state:
        return shown.order_by("month", "called_at", "pk")
    return shown.order_by("month", F("commit_on").asc(nulls_first=True), "pk")


@dataclass(frozen=True)
class Beside:
    """What is shown beside each card: requests for time, what comes again."""

    asked_extensions: frozenset[int]
    most_extensions: int
    again: queries.Repeated
    today: date

    def is_asked(self, remedy: Remedy) -> bool:
        return remedy.task_id in self.asked_extensions

    def broke_promise(self, remedy: Remedy) -> bool:
        """Its new day has passed, and no result was reported."""
        return (
            remedy.state == State.PROMISED
            and remedy.commit_on is not None
            and remedy.commit_on < self.today
        )

    def has_result(self, remedy: Remedy) -> bool:
        """Its task was handed in meanwhile: the result can be reported at one press."""
        open_here = remedy.state in (State.CALLED, State.PROMISED)
        settled = (TaskState.SUBMITTED, TaskState.DONE)
        return open_here and remedy.task is not None and remedy.task.state in settled

    def again_with(self, remedy: Remedy) -> bool:
        """The same task needed a remedy before."""
        return remedy.task_id in self.again.task_ids

    def cause_again(self, remedy: Remedy) -> bool:
        """The unit had this cause in two of the last three months."""
        return (remedy.unit_id, remedy.cause) in self.again.unit_causes


def beside(committee: Agency, seen: RemedyQuerySet, rows: list[Remedy], asked: BoardFilter,
           at: datetime) -> Beside:  # fmt: skip
    """The same for all cards of a page, in a bounded number of queries."""
    tasks = {one.task_id for one in rows if one.task_id}
    waiting = Extension.objects.filter(task__in=tasks, state=Extension.State.ASKED)
    return Beside(
        frozenset(waiting.values_list("task", flat=True)),
        CommitteeRules.of(committee).max_extensions,
        queries.repeats_seen(seen, asked.month),
        day_of(at),
    )


@dataclass(frozen=True)
class Countdown:
    """How far it is to the day of the report; fewer than no days once it has passed."""

    month: date
    due_on: date
    days: int


def countdown(committee: Agency, today: date) -> Countdown:
    """To this month's day; once it has passed, to the next month's."""
    day, calendar = CommitteeRules.of(committee).remedy_report_day, calendar_of(committee)
    month = month_of(today)
    due = report_due(month, day, calendar)
    if due < today:
        month = next_month(month)
        due = report_due(month, day, calendar)
    return Countdown(month, due, (due - today).days)


@dataclass(frozen=True)
class Strip:
    """ "Trước ngày 25": the report of a unit and its registration, or who has not reported yet."""

    countdown: Countdown
    report: RemedyReport | None
    registered: "queries.Registered | None"
    owing: int | None
    of: int


def owed_still(officer: Officer, committee: Agency, today: date) -> Countdown | None:
    """This month's day, though it has passed, while a report of the month is missing."""
    reports = RemedyReport.objects.filter(
        committee=committee, month=month_of(today), due_on__lt=today, state__in=queries.OWED
    )
    mine = reports if officer.reads_committee else reports.filter(unit=officer.agency_id)
    first = mine.order_by("due_on").first()
    return Countdown(first.month, first.due_on, (first.due_on - today).days) if first else None


def strip_of(officer: Officer, at: datetime) -> Strip | None:
    """For a unit its own report; for those who receive reports, how many are owed."""
    committee = officer.agency.committee
    if committee is None:
        return None
    count = owed_still(officer, committee, day_of(at)) or countdown(committee, day_of(at))
    if officer.reads_committee:
        reports = RemedyReport.objects.filter(committee=committee, month=count.month)
        owing = reports.filter(state__in=queries.OWED).count()
        return Strip(count, None, None, owing, reports.count())
    own = RemedyReport.objects.filter(unit=officer.agency_id, month=count.month)
    report = own.select_related("unit", "committee", "programme").first()
    return Strip(count, report, queries.registration_of(report) if report else None, None, 0)


def extensions_asked(officer: Officer, seen: RemedyQuerySet) -> list[Extension]:
    """Requests for more time on tasks of the bodies on the board, the oldest first."""
    bodies = officer.scope()
    asked = Extension.objects.filter(state=Extension.State.ASKED, task__lead__in=bodies)
    if officer.reads_committee:
        asked = asked.filter(task__issuer=officer.committee_id)
    related = ("task__lead", "asked_by__user")
    return list(asked.select_related(*related).order_by("asked_at", "pk")[:SHOWN])
