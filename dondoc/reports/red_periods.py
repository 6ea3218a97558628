"""Units named for lateness in report after report: red is remembered, twice criticised, then asked.

A period is an issued report; of several up to the same day the last counts. A unit is named in it
when the committee's dispatch on it criticises the unit or makes a request of it, or, where no
dispatch was issued, when the report's own figures propose so.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache

from dondoc.agencies.models import Agency, CommitteeRules, Officer
from dondoc.documents.models import PaperState
from dondoc.reports.figures import Figures, Line
from dondoc.reports.models import Dispatch, Finding, Report
from dondoc.rules import judging
from dondoc.rules.ladder import Form
from dondoc.urging.models import Ladder

MOST_PERIODS = 12
REMEMBERED = 600
"""Seconds for which is kept whom an issued report names: its figures are frozen, and long."""
LOW = (Finding.Kind.CRITICISM, Finding.Kind.REQUEST)


def limits_of(committee: Agency) -> judging.Thresholds:
    """The committee's numbers, and after how many periods in a row its ladder criticises."""
    rules = CommitteeRules.of(committee)
    return judging.Thresholds(
        rules.criticise_below, rules.criticise_update_below, rules.request_below,
        rules.praise_above, rules.minimum_sample, periods_of(committee, Form.CRITICISM),
    )  # fmt: skip


def periods_of(committee: Agency, form: Form) -> int:
    """After how many periods in a row the ladder takes this step; none where it is off."""
    return next((one.n for one in Ladder.of(committee) if one.form == form and one.active), 0)


def issued_periods(committee: Agency, before: datetime | None = None) -> list[Report]:
    """The committee's issued reports, the newest first, one for each last day."""
    issued = Report.objects.bare().filter(committee=committee, state=PaperState.ISSUED)
    if before is not None:
        issued = issued.filter(as_of__lt=before)
    last: dict[object, Report] = {}
    for report in issued.order_by("-as_of", "-pk")[: 2 * MOST_PERIODS]:
        last.setdefault(report.to_on, report)
    return list(last.values())[:MOST_PERIODS]


def streaks(committee: Agency, before: datetime | None = None) -> dict[int, list[Report]]:
    """By unit the periods in a row, up to the last, in which it was named; the newest first."""
    limits = limits_of(committee)
    found: dict[int, list[Report]] = {}
    for place, report in enumerate(issued_periods(committee, before)):
        named = named_in(report, limits)
        still = named if not place else {pk for pk in named if len(found.get(pk, ())) == place}
        if not still:
            break
        for pk in still:
            found.setdefault(pk, []).append(report)
    return found


def named_in(report: Report, limits: judging.Thresholds) -> frozenset[int]:
    """The units an issued report, or the dispatch on it, names for lateness."""
    key = f"named:{report.pk}:{hash(limits)}"
    dispatched = Dispatch.objects.filter(report=report, state=PaperState.ISSUED)
    if dispatched.exists():
        said = Finding.objects.filter(
            dispatch__in=dispatched, kind__in=LOW, decision=Finding.Decision.ACCEPTED
        )
        return frozenset(said.values_list("unit", flat=True))
    named: frozenset[int] | None = cache.get(key)
    if named is None:
        figures = Figures(Report.objects.values_list("figures", flat=True).get(pk=report.pk))
        cases = [judging.Case(line.pk, line.now, line.before) for line in figures.units]
        found = judging.judge_units(cases, limits, figures.formulas)
        named = frozenset(one.unit for one in found if str(one.kind) in LOW)
        cache.set(key, named, REMEMBERED)
    return named


@dataclass(frozen=True)
class RedPeriod:
    """One period in which the unit was named, and its line in that report."""

    report: Report
    line: Line | None


@dataclass(frozen=True)
class Summoned:
    """A unit named so often in a row that it is asked to come."""

    unit: int
    name: str
    periods: tuple[RedPeriod, ...]


def summoned(officer: Officer, committee: Agency) -> list[Summoned]:
    """The units to be asked to come, the longest in red first, as far as the officer may see."""
    seen = Report.objects.visible_to(officer).filter(committee=committee, state=PaperState.ISSUED)
    if not seen.exists() or not (needed := periods_of(committee, Form.SUMMONS)):
        return []
    red = {unit: told for unit, told in streaks(committee).items() if len(told) >= needed}
    reports = seen.in_bulk({report.pk for told in red.values() for report in told})
    rows = [_summoned(unit, [reports[one.pk] for one in told]) for unit, told in red.items()]
    return sorted(rows, key=lambda row: (-len(row.periods), row.name, row.unit))


def _summoned(unit: int, told: list[Report]) -> Summoned:
    periods = tuple(RedPeriod(report, report.counted.unit(unit)) for report in told)
    name = next((one.line.name for one in periods if one.line), f"Đơn vị số {unit}")
    return Summoned(unit, name, periods)
