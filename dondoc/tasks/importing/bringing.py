"""Doing what was planned: every new row becomes a task by the move `assign`, all or none."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due, Source
from dondoc.tasks.importing.planning import Outcome, Plan, Planned
from dondoc.tasks.models import Task
from dondoc.workflow import Refused

Watching = Callable[[list[Planned]], Iterable[Planned]]


def bring_in(
    plan: Plan, *, by: Officer, at: datetime, watching: Watching = iter, revise: bool = False
) -> list[Task]:
    """Gives the new tasks and, with `revise`, corrects the words of known ones: all or none."""
    made: dict[str, Task] = {}
    tasks: list[Task] = []
    with transaction.atomic():
        for row in watching(_parents_first(plan.of(Outcome.NEW))):
            task = _said_with_row(row, _assign, plan, row, made, by, at)
            tasks.append(task)
            if row.line.number:
                made[row.line.number] = task
        for row in plan.of(Outcome.CHANGED) if revise else ():
            _said_with_row(row, _revise, row, by, at)
        actions.import_tasks(
            by, by=by, at=at, sha256=plan.sha256, rows=len(plan.rows), made=len(tasks)
        )
    return tasks


def _parents_first(rows: list[Planned]) -> list[Planned]:
    """A parent stands before its children; a circle is left in the order of the sheet."""
    numbered = {row.line.number: row for row in rows if row.line.number}
    ordered: dict[int, Planned] = {}

    def put(row: Planned, below: frozenset[int]) -> None:
        parent = numbered.get(row.line.parent)
        if parent is not None and id(parent) not in below:
            put(parent, below | {id(row)})
        ordered.setdefault(id(row), row)

    for row in rows:
        put(row, frozenset([id(row)]))
    return list(ordered.values())


def _said_with_row(row: Planned, deed: Callable[..., Task], *args: Any) -> Task:
    try:
        return deed(*args)
    except Refused as refusal:
        raise type(refusal)(f"Dòng {row.line.row}: {refusal} Chưa nhập dòng nào.") from refusal


def _assign(plan: Plan, row: Planned, made: dict[str, Task], by: Officer, at: datetime) -> Task:
    line = row.line
    assert row.lead is not None
    parent = made.get(line.parent) or _known(plan, line.parent)
    return actions.assign(
        plan.issuer, by=by, at=at, lead=row.lead, content=line.content,
        due=Due(line.due_on, rule="nhập từ tệp" if line.due_on else ""),
        supporting=row.supporting, source=Source(row.document), leader=row.leader,
        field=row.field, product=line.product[:300], parent=parent,
        external_number=line.number[:60] or None,
        claimed_on=line.given_on if line.given_on and line.given_on <= day_of(at) else None,
    )  # fmt: skip


def _known(plan: Plan, number: str) -> Task | None:
    return (
        Task.objects.filter(issuer=plan.issuer, external_number=number).first() if number else None
    )


def _revise(row: Planned, by: Officer, at: datetime) -> Task:
    task = row.existing
    assert task is not None
    supporting = row.supporting or [support.agency for support in task.supports.all()]
    product = row.line.product or task.product
    actions.revise(
        task, by=by, at=at, content=row.line.content, supporting=supporting, product=product,
        reason="Cập nhật từ tệp nhập",
    )  # fmt: skip
    return task
