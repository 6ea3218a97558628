"""A schedule as the chart draws it: lanes of units, the tasks of those that are open, arrows."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from dondoc.tasks.schedules.showing import Shown, View

CHAIN = 0
"""The lane of the critical chain, before those of the units."""
MOST_IN_A_LANE = 150
FEW = 60
"""So many tasks are all shown at once; of more, only the chain."""
LONGEST_WINDOW = timedelta(days=1100)
ONE_DAY = timedelta(days=1)


def chart(view: View, lanes: Collection[int] | None) -> dict[str, Any]:
    """What is drawn with these lanes open; none asked for: those a page begins with."""
    by_lane: dict[int, list[int]] = defaultdict(list)
    for task_id in view.ids():
        by_lane[view.outlook.by_id[task_id].lead_id].append(task_id)
    begin = {CHAIN} if len(view.outlook.rows) > FEW else {CHAIN, *by_lane}
    opened = begin if lanes is None else set(lanes)
    rows = _lane(view, CHAIN, "Đường găng", list(view.outlook.chain), CHAIN in opened)
    shown = set(view.outlook.chain) if CHAIN in opened else set()
    names = dict(view.units())
    first_day = {lane: view.outlook.placed[ids[0]].early_start for lane, ids in by_lane.items()}
    for lane in sorted(by_lane, key=lambda lane: (first_day[lane], names[lane])):
        ids = by_lane[lane]
        rest = [pk for pk in ids if pk not in shown] if CHAIN in opened else ids
        rows += _lane(view, lane, names[lane], rest, lane in opened, whole=ids)
    drawn = {row["id"] for row in rows if row["kind"] == "task"}
    return {
        "today": view.today.isoformat(),
        "off": _days_off(view, rows),
        "rows": rows,
        "links": [
            [one.earlier, one.later, one.type]
            for one in view.outlook.links
            if one.earlier in drawn and one.later in drawn
        ],
    }


def _lane(
    view: View, lane: int, name: str, ids: list[int], is_open: bool, whole: list[int] | None = None
) -> list[dict[str, Any]]:
    whole = ids if whole is None else whole
    if not whole:
        return []
    placed = [view.outlook.placed[pk] for pk in whole]
    critical = sum(one.critical for one in placed)
    head = {
        "kind": "lane", "id": lane, "name": name, "count": len(whole), "critical": critical,
        "start": min(one.early_start for one in placed).isoformat(),
        "finish": max(one.early_finish for one in placed).isoformat(),
        "open": is_open, "more": max(0, len(ids) - MOST_IN_A_LANE) if is_open else 0,
    }  # fmt: skip
    shown = ids[:MOST_IN_A_LANE] if is_open else []
    return [head, *(_bar(view, view.show(pk)) for pk in shown)]


def _bar(view: View, shown: Shown) -> dict[str, Any]:
    page = reverse("tasks:schedule_task", args=[view.schedule.pk, shown.row.code])
    return {
        "kind": "task", "id": shown.pk, "name": shown.content, "code": shown.code,
        "unit": shown.lead, "page": page if shown.is_seen else "",
        "start": shown.start.isoformat(), "finish": shown.finish.isoformat(),
        "milestone": shown.row.is_milestone,
        "done": shown.is_finished,
        "doneLate": shown.row.was_late,
        "critical": shown.is_critical, "words": shown.standing, "late": shown.late,
        "base": [day.isoformat() for day in shown.planned] if shown.planned else None,
    }  # fmt: skip


def _days_off(view: View, rows: list[dict[str, Any]]) -> list[str]:
    """Days nobody works, over the window that is drawn."""
    ends = [date.fromisoformat(row[end]) for row in rows for end in ("start", "finish")]
    first, last = min(ends, default=view.today), max(ends, default=view.today)
    day, last = first - 14 * ONE_DAY, min(last + 45 * ONE_DAY, first + LONGEST_WINDOW)
    found = []
    while day <= last:
        if not view.outlook.calendar.is_working(day):
            found.append(day.isoformat())
        day += ONE_DAY
    return found
