"""What a report counts, read in one statement so that counts and lists cannot disagree."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from dondoc.agencies import calendars
from dondoc.agencies.models import Agency
from dondoc.database.clock import VIET_NAM, day_of
from dondoc.documents.models import PaperState
from dondoc.reports.figures import ALL, unit_row
from dondoc.reports.models import Dispatch, Finding, Report
from dondoc.rules.periods import Period
from dondoc.rules.scoring import COUNTS, CURRENT, Tally, total
from dondoc.rules.timeliness import LABELS, Timeliness
from dondoc.rules.wording import day_short
from dondoc.scorecards.queries import DUE, conditions, counted, units_of
from dondoc.scorecards.queries import count as count_tallies
from dondoc.tasks.models import ProgressUpdate

MOST_ROWS = 500
"""Rows of the appendix of overdue tasks; the number beside it is the true one."""

Lists = dict[int, dict[str, list[str]]]
Facts = dict[str, Any]


def compute(
    committee: Agency, period: Period, as_of: datetime, previous: Report | None
) -> dict[str, Any]:
    """Everything a report freezes: units with counts, rates and codes, lists, obstacles."""
    tasks = counted_tasks(committee, period, as_of)
    lists = _lists(tasks)
    units = units_of(committee, period, as_of, also=lists)
    names = {unit.pk: unit.name for unit in units}
    before = _before(committee, period, previous)
    rows = [_unit(unit, lists.get(unit.pk, {}), before["units"].get(unit.pk)) for unit in units]
    overdue = sorted(
        (t for t in tasks if t["open_overdue"]), key=lambda t: (t["due_at"], t["code"])
    )
    return {
        "committee": committee.name,
        "period": period.written,
        "carry_over": period.carry_over,
        "as_of": as_of.astimezone(VIET_NAM).isoformat(),
        "formula": CURRENT.version,
        "previous": before["label"],
        "units": rows,
        "total": unit_row(
            ALL, "Tổng cộng", "", total(Tally(**row["counts"]) for row in rows),
            before["total"], CURRENT,
        ),
        "starred": [_told(t, names, as_of) for t in tasks if t["starred"]],
        "overdue": [_told(t, names, as_of) for t in overdue[:MOST_ROWS]],
        "obstacles": _obstacles(committee, tasks, names, as_of),
    }  # fmt: skip


def counted_tasks(committee: Agency, period: Period, as_of: datetime) -> list[Facts]:
    """Every counted task as of the moment, with each count it belongs to as a flag."""
    soon = calendars.soon_until(committee, as_of)
    flags = {
        f"is_{name}": ExpressionWrapper(condition or Q(pk__gt=0), output_field=BooleanField())
        for name, condition in conditions(DUE, soon, as_of).items()
    }
    plain = ("task_id", "task__code", "task__content", "lead_id", "due_at", "submitted_at")
    tasks = counted(committee, period, as_of).annotate(**flags).order_by("task__code")
    return [
        {name.removeprefix("task__").removeprefix("is_"): value for name, value in row.items()}
        for row in tasks.values(*plain, *flags)
    ]


def _lists(tasks: Iterable[Facts]) -> Lists:
    lists: Lists = {}
    for task in tasks:
        unit = lists.setdefault(task["lead_id"], {})
        for name in COUNTS:
            if task[name]:
                unit.setdefault(name, []).append(task["code"])
    return lists


def _unit(unit: Any, codes: dict[str, list[str]], before: Tally | None) -> dict[str, Any]:
    now = Tally(**{name: len(codes.get(name, ())) for name in COUNTS})
    return unit_row(unit.pk, unit.name, unit.kind, now, before, CURRENT, codes)


def previous_report(committee: Agency, as_of: datetime) -> Report | None:
    """The committee's last report issued on an earlier cut-off."""
    issued = Report.objects.filter(committee=committee, state=PaperState.ISSUED)
    return issued.filter(as_of__lt=as_of).order_by("-as_of", "-pk").first()


def _before(committee: Agency, period: Period, previous: Report | None) -> dict[str, Any]:
    """The figures to compare with: the last report's, else the equal period before, recounted."""
    if previous is not None:
        told = previous.counted
        units = {line.pk: line.now for line in told.units}
        label = f"{previous.label} ({previous.period})"
        return {"label": label, "units": units, "total": told.total.now}
    earlier = period.previous()
    tallies = count_tallies(committee, earlier, earlier.ends_at)
    label = f"kỳ {earlier}" if tallies else ""
    return {"label": label, "units": tallies, "total": total(tallies.values()) if tallies else None}


STANDINGS = {
    "completed_on_time": Timeliness.DONE_ON_TIME,
    "completed_late": Timeliness.DONE_LATE,
    "completed_no_deadline": Timeliness.DONE_NO_DEADLINE,
    "open_overdue": Timeliness.OVERDUE,
    "open_due_soon": Timeliness.DUE_SOON,
    "open_in_term": Timeliness.IN_TERM,
    "open_no_deadline": Timeliness.NO_DEADLINE,
}


def _told(task: Facts, names: dict[int, str], as_of: datetime) -> dict[str, str]:
    due_on = day_of(task["due_at"] - timedelta(microseconds=1)) if task["due_at"] else None
    standing = LABELS[next(word for name, word in STANDINGS.items() if task[name])]
    if due_on and task["open_overdue"]:
        late = day_of(task["submitted_at"] or as_of) - due_on
        standing += f" {late.days} ngày" if late.days else " hôm nay"
    return {
        "code": task["code"],
        "content": " ".join(task["content"].split()),
        "unit": names[task["lead_id"]],
        "due": day_short(due_on) if due_on else "Không thời hạn",
        "standing": standing,
    }


def _obstacles(
    committee: Agency, tasks: list[Facts], names: dict[int, str], as_of: datetime
) -> list[dict[str, str]]:
    """What units last said stands in the way of their open tasks."""
    open_ = {task["task_id"]: task for task in tasks if task["open_total"]}
    said = ProgressUpdate.objects.filter(
        task__issuer=committee, posted_at__lte=as_of, kind=ProgressUpdate.Kind.PROGRESS
    ).exclude(obstacle="")
    rows = said.order_by("posted_at", "pk").values_list("task_id", "obstacle", "proposal")
    last = {task: (obstacle, proposal) for task, obstacle, proposal in rows if task in open_}
    return [
        {
            "code": open_[pk]["code"],
            "unit": names[open_[pk]["lead_id"]],
            "obstacle": " ".join(obstacle.split()),
            "proposal": " ".join(proposal.split()),
        }
        for pk, (obstacle, proposal) in sorted(
            last.items(), key=lambda pair: open_[pair[0]]["code"]
        )
    ]


def criticised_before(committee: Agency, before: datetime) -> dict[int, str]:
    """Units criticised in dispatches issued before, each with the last one's number and day."""
    found = Finding.objects.filter(
        kind=Finding.Kind.CRITICISM, decision=Finding.Decision.ACCEPTED,
        dispatch__committee=committee, dispatch__state=PaperState.ISSUED,
        dispatch__issued_at__lt=before,
    )  # fmt: skip
    rows = found.order_by("dispatch__issued_at", "pk").values_list("unit", "dispatch__letterhead")
    return {unit: f"Công văn số {head['number']} {head['day_in_words']}" for unit, head in rows}


def changes_since(report: Report, previous: Report) -> dict[str, int]:
    """How many tasks fell overdue, came out of it, and were starred between two frozen reports."""
    now, was = report.counted, previous.counted

    def fresh(count: str) -> int:
        return len(set(now.codes(ALL, count)) - set(was.codes(ALL, count)))

    still_counted = set(was.codes(ALL, "open_overdue")) & set(now.codes(ALL, "assigned"))
    return {
        "assigned": fresh("assigned"),
        "overdue": fresh("open_overdue"),
        "out_of_overdue": len(still_counted - set(now.codes(ALL, "open_overdue"))),
        "starred": fresh("starred"),
    }


def dispatches_seen(officer: Any, report: Report) -> QuerySet[Dispatch]:
    """The dispatches that rely on the report, newest first."""
    seen = Dispatch.objects.visible_to(officer).filter(report=report)
    return seen.defer("parts").order_by("-drawn_up_at", "-pk")
