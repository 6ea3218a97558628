"""What the pages of figures show: lines of the league table, the sheet of a unit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from dondoc.agencies.calendars import soon_until
from dondoc.agencies.models import CommitteeRules, Field, Officer, Role
from dondoc.database.clock import day_of
from dondoc.database.snapshot import snapshot
from dondoc.rules.periods import last_months
from dondoc.rules.scoring import CURRENT, Group, Rate, Share, Tally, change, rank, total
from dondoc.rules.timeliness import Judgement, judge
from dondoc.rules.wording import percent_of, points
from dondoc.scorecards import queries
from dondoc.scorecards.asking import Question
from dondoc.scorecards.queries import Unit
from dondoc.tasks.models import State, TaskVersion

COMPLETION, UPDATE = CURRENT.rate("completion_rate"), CURRENT.rate("update_rate")


@dataclass(frozen=True)
class Figure:
    """A rate as it is shown: x/n, per cent, and its change in points."""

    rate: Rate
    share: Share
    change: int | None

    @property
    def percent(self) -> str:
        return percent_of(self.share.hundredths)

    @property
    def change_words(self) -> str | None:
        return None if self.change is None else points(self.change)


@dataclass(frozen=True)
class Line:
    """One unit of the league table."""

    unit: Unit
    tally: Tally
    place: int | None
    reason: str
    completion: Figure
    update: Figure


@dataclass(frozen=True)
class League:
    """The table of a committee: groups of lines, and the whole."""

    groups: list[tuple[Group, list[Line]]]
    whole: Tally
    was: Tally
    completion: Figure
    update: Figure
    minimum: int

    @property
    def lines(self) -> list[Line]:
        return [line for _, lines in self.groups for line in lines]

    def worst(self, n: int) -> list[Line]:
        """The ranked units with the lowest completion, worst first."""
        ranked = [line for line in self.lines if line.place is not None]
        return sorted(ranked, key=lambda line: line.completion.share.hundredths or 0)[:n]


def league(question: Question, before: Question, sort: str = "") -> League:
    """Units in groups by size, ranked or sorted as asked, with their change against `before`."""
    with snapshot():
        rows = queries.figures(question.committee, question.period, question.as_of)
        earlier = queries.remembered(before.committee, before.period, before.as_of)
        minimum = CommitteeRules.of(question.committee).minimum_sample
    units = {row.unit.pk: row.unit for row in rows}
    standings = rank({row.unit.pk: row.tally for row in rows}, minimum)
    groups: dict[Group, list[Line]] = {}
    for one in standings:
        was = earlier.get(one.key, Tally())
        line = Line(
            units[one.key], one.tally, one.place, one.reason,
            figure(COMPLETION, one.tally, was), figure(UPDATE, one.tally, was),
        )  # fmt: skip
        groups.setdefault(one.group, []).append(line)
    whole, was = total(row.tally for row in rows), total(earlier.values())
    return League(
        [(group, in_order(lines, sort)) for group, lines in groups.items()],
        whole, was, figure(COMPLETION, whole, was), figure(UPDATE, whole, was), minimum,
    )  # fmt: skip


def figure(rate: Rate, now: Tally, was: Tally) -> Figure:
    """A rate with its change since an earlier tally."""
    share = rate.of(now)
    return Figure(rate, share, change(share, rate.of(was)))


SORTS: dict[str, Callable[[Line], Any]] = {
    "name": lambda line: line.unit.name,
    "assigned": lambda line: line.tally.assigned,
    "completed": lambda line: line.tally.completed,
    "open_total": lambda line: line.tally.open_total,
    "open_overdue": lambda line: line.tally.open_overdue,
    "updated": lambda line: line.tally.updated,
    "starred": lambda line: line.tally.starred,
    "completion": lambda line: line.completion.share.hundredths or 0,
    "update": lambda line: line.update.share.hundredths or 0,
}


def in_order(lines: list[Line], sort: str) -> list[Line]:
    """By the column asked for ('-assigned' downwards), else as ranked."""
    key = SORTS.get(sort.removeprefix("-"))
    return sorted(lines, key=key, reverse=sort.startswith("-")) if key else lines


@dataclass(frozen=True)
class Part:
    """One part of a unit's work (a leader's, a field's, the starred) and how to ask for it."""

    word: str
    tally: Tally
    completion: Figure
    query: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """All that the sheet of a unit says."""

    tally: Tally
    original: Tally
    figures: list[Figure]
    months: list[dict[str, Any]]
    splits: list[tuple[str, list[Part]]]
    dragging: list["Told"]
    head: Officer | None


def sheet(question: Question, unit: int) -> Sheet:
    """A unit's counts, rates, trend, both deadlines, parts, and what drags its rate down."""
    only = Q(lead_id=unit)

    def one(asked: Question, soon: datetime, deadline: str = queries.DUE) -> Tally:
        counted = queries.count(
            asked.committee, asked.period, asked.as_of,
            only=only, deadline=deadline, soon_until=soon,
        )  # fmt: skip
        return counted.get(unit, Tally())

    def rated(asked: Question) -> Tally:  # for rates alone: what is due soon is in none of them
        return one(asked, asked.as_of)

    with snapshot():
        soon = soon_until(question.committee, question.as_of)
        tally, was = one(question, soon), rated(question.before())
        return Sheet(
            tally,
            one(question, soon, queries.ORIGINAL),
            [figure(rate, tally, was) for rate in CURRENT.rates],
            [_month(asked, rated(asked)) for asked in twelve_months(question)],
            _splits(question, only),
            _dragging(question, unit),
            head_of(unit, question),
        )


def twelve_months(question: Question) -> list[Question]:
    """The twelve months up to the cut-off, each with what was carried into it, as of its end."""
    day = day_of(question.as_of)
    return [
        Question(
            question.committee,
            replace(month, carry_over=True),
            min(month.ends_at - timedelta(microseconds=1), question.as_of),
        )
        for month in last_months(day, 12)
    ]


def _month(asked: Question, tally: Tally) -> dict[str, Any]:
    completion, update = COMPLETION.of(tally), UPDATE.of(tally)
    return {
        "label": f"{asked.period.from_on:%m/%y}",
        "value": None if completion.hundredths is None else completion.hundredths / 100,
        "value2": None if update.hundredths is None else update.hundredths / 100,
        "text": percent_of(completion.hundredths),
        "text2": percent_of(update.hundredths),
    }


def _splits(question: Question, only: Q) -> list[tuple[str, list[Part]]]:
    def parts(by: str, names: dict[int, str], unknown: str, more: Q) -> list[Part]:
        asked = (question.committee, question.period, question.as_of)
        found = queries.count(*asked, by=by, only=more, soon_until=question.as_of)
        return [
            Part(names.get(key, unknown) if key else unknown, tally,
                 figure(COMPLETION, tally, Tally()), {by: str(key or "none")})
            for key, tally in sorted(found.items(), key=lambda item: -item[1].assigned)
        ]  # fmt: skip

    leaders = {one.pk: one.name for one in Officer.objects.select_related("user").filter(
        agency=question.committee)}  # fmt: skip
    fields = dict(Field.objects.filter(committee=question.committee).values_list("pk", "name"))
    starred = [
        replace(part, word="Nhiệm vụ gắn sao", query={"starred": "1"})
        for part in parts("unit", {}, "", only & Q(starred=True))
    ]
    return [
        ("Lãnh đạo giao", parts("leader", leaders, "Chưa ghi lãnh đạo giao", only)),
        ("Lĩnh vực", parts("field", fields, "Chưa ghi lĩnh vực", only)),
        ("Gắn sao", starred),
    ]


def _dragging(question: Question, unit: int, n: int = 5) -> list["Told"]:
    asked = (question.committee, question.period, question.as_of, unit, "open_overdue")
    return told(question, queries.behind(*asked).order_by("due_at", "task_id")[:n])


def head_of(unit: int, question: Question) -> Officer | None:
    """Who headed the unit on the day of the cut-off."""
    heads = Officer.objects.seated_on(day_of(question.as_of)).filter(
        agency=unit, role__in=(Role.UNIT_HEAD, Role.LEADER), delegated_by=None
    )
    return heads.select_related("user").order_by("role", "from_on", "pk").first()


@dataclass(frozen=True)
class Told:
    """A task as it stood at the cut-off, and how it was judged then."""

    version: TaskVersion
    judged: Judgement
    lead: str

    @property
    def timeliness(self) -> str:
        return str(self.judged.timeliness)


def told(question: Question, versions: Any) -> list[Told]:
    """The versions with the judgement of their moment and the names of that day."""
    soon = soon_until(question.committee, question.as_of)
    found = list(versions.select_related("task"))
    leads = {version.lead_id for version in found}
    named = queries.units_of(question.committee, question.period, question.as_of, also=leads)
    names = {unit.pk: unit.name for unit in named}
    return [
        Told(one, _judged(one, question.as_of, soon), names.get(one.lead_id, "")) for one in found
    ]


def _judged(version: TaskVersion, moment: datetime, soon: datetime) -> Judgement:
    if version.state == State.SUSPENDED:  # its clock stopped when it came to stand so
        moment = soon = version.valid_from
    return judge(
        version.due_at, submitted_at=version.submitted_at, done=version.state == State.DONE,
        moment=moment, soon_until=soon, soon_at=version.soon_at,
    )  # fmt: skip
