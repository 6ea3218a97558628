"""The programme as a page shows it: units down, weeks (or months) across."""

from collections.abc import Iterable
from dataclasses import dataclass

from dondoc.agencies.models import Agency, Officer
from dondoc.planning.models import Programme, ProgrammeItem, Registration
from dondoc.planning.outcomes import Judged
from dondoc.planning.queries import by_leader
from dondoc.rules.programmes import PeriodKind, Span, columns_of


@dataclass(frozen=True)
class Row:
    """One unit, what it undertakes in each column, and its word on registration."""

    unit: Agency
    cells: list[list[Judged]]
    count: int
    registration: Registration | None


@dataclass(frozen=True)
class Column:
    """A week or a month of the period."""

    label: str
    span: Span


def columns_for(programme: Programme) -> list[Column]:
    """ "Tuần 1, 01–05/6", "Tháng 7"."""
    spans = columns_of(programme.period, programme.span)
    if programme.period == PeriodKind.MONTH:
        return [
            Column(f"Tuần {n} ({span.from_on:%d}–{span.to_on:%d/%m})", span)
            for n, span in enumerate(spans, start=1)
        ]
    return [Column(f"Tháng {span.from_on.month}", span) for span in spans]


def grid_of(programme: Programme, judged: Iterable[Judged], units: Iterable[Agency]) -> list[Row]:
    """A row for each unit, also for one that has nothing; items stand where they are due."""
    columns = columns_for(programme)
    said = {one.unit_id: one for one in programme.registrations.all()}
    mine: dict[int, list[Judged]] = {}
    bodies = {unit.pk: unit for unit in units}
    for one in judged:
        mine.setdefault(one.item.unit_id, []).append(one)
        bodies.setdefault(one.item.unit_id, one.item.unit)
    return [
        Row(unit, _cells(mine.get(pk, []), columns), len(mine.get(pk, [])), said.get(pk))
        for pk, unit in bodies.items()
    ]


def _cells(judged: list[Judged], columns: list[Column]) -> list[list[Judged]]:
    """An item moved beyond the period stands in its last column."""
    cells: list[list[Judged]] = [[] for _ in columns]
    for one in sorted(judged, key=lambda one: (one.item.due_on, one.item.place, one.item.pk)):
        at = next(
            (n for n, column in enumerate(columns) if one.item.due_on <= column.span.to_on), -1
        )
        cells[at].append(one)
    return cells


def in_groups(
    judged: Iterable[Judged], leaders: Iterable[Officer]
) -> list[tuple[Officer | None, list[Judged]]]:
    """The same under each leader in charge, the Chairman first, without a leader last."""
    found = list(judged)
    by_item: dict[ProgrammeItem, Judged] = {one.item: one for one in found}
    return [
        (leader, [by_item[item] for item in items])
        for leader, items in by_leader((one.item for one in found), leaders)
    ]
