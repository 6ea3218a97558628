"""TaskJuggler, a planner of its own kind, gives two hundred random plans the same early dates.

It schedules each task as soon as possible: FS is `depends`, SS `depends … { onstart }`, a lag
`gaplength`, which counts working time. It has neither FF nor a negative lag; both are told by a
helper that runs backwards: a task scheduled as late as possible (`precedes`) that ends where the
task must end (or must be reckoned from), on whose start the task depends. A working day has one
working hour, 9 to 10, so that one slot is one day. A Saturday made up is told by a week in which
Saturdays are worked and all the others are holidays.
"""

import csv
import random
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from dondoc.rules.calendar import WorkingCalendar, national_calendar
from dondoc.rules.critical_path import Activity, Dependency, Network, Type, schedule

needs_taskjuggler = pytest.mark.skipif(
    shutil.which("tj3") is None, reason="không có TaskJuggler ở máy này (sudo apt install tj3)"
)
CALENDARS = {
    "national": national_calendar(),
    "no days off": WorkingCalendar(),
    "six days a week": WorkingCalendar(frozenset({date(2026, 1, 12)}), weekend=frozenset({6})),
    "every day": WorkingCalendar(frozenset({date(2026, 1, 31)}), weekend=frozenset()),
}
SMALL = (*range(1, 25), *range(1, 25), 300)
PLANS = [  # two hundred
    *((name, SMALL) for name in CALENDARS),
    ("national", (2_000, 250)),
    ("no days off", (1_000, 250)),
]
LAGS = (-6, -2, 0, 0, 1, 4)
HOUR = "%Y-%m-%d-%H:%M"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def drawn(size: int, calendar: WorkingCalendar, draw: random.Random) -> Network:
    """Each task waits for up to three of the thirty before it; some are milestones."""
    start = date(2026, 1, 1) + timedelta(draw.randrange(365))
    activities = [
        Activity(
            f"t{n}",
            draw.choice((0, 1, 1, 2, 3, 5, 8)),
            tuple(
                Dependency(f"t{earlier}", draw.choice(list(Type)), draw.choice(LAGS))
                for earlier in draw.sample(range(max(0, n - 30), n), min(n, draw.randrange(4)))
            ),
        )
        for n in range(size)
    ]  # fmt: skip
    draw.shuffle(activities)
    return Network(activities, start, calendar)


def project(
    networks: dict[str, Network], calendar: WorkingCalendar, since: date, until: date
) -> str:
    """All plans of one calendar as one project of TaskJuggler."""
    days = [since + timedelta(n) for n in range((until - since).days)]
    made_up = {d.weekday() for d in days if calendar.is_working(d)} & calendar.weekend
    worked = [name for n, name in enumerate(WEEKDAYS) if n not in calendar.weekend - made_up]
    off = [d for d in days if WEEKDAYS[d.weekday()] in worked and not calendar.is_working(d)]
    rest = set(WEEKDAYS) - set(worked)
    helpers: list[str] = []
    plans = [plan(name, network, helpers) for name, network in networks.items()]
    return "\n".join(
        [
            f'project p "P" {since} - {until} {{',
            '  timezone "UTC"',
            "  timingresolution 60min",
            "  dailyworkinghours 1",
            f"  workinghours {', '.join(worked)} 9:00 - 10:00",
            *([f"  workinghours {', '.join(sorted(rest))} off"] if rest else []),
            "}",
            *(f'leaves holiday "H" {day}' for day in off),
            *plans,
            *helpers,
            'taskreport dates "dates" { formats csv columns id, start, end',
            f'timeformat "{HOUR}" }}',
        ]
    )


def plan(name: str, network: Network, helpers: list[str]) -> str:
    names = (f"{name}h{n}" for n in count())
    lengths = {one.id: one.duration for one in network.activities}
    lines = [f'task {name} "S" {{ milestone start {network.days.after(0)} }}']
    for one in network.activities:
        waits = [depends(name, d, lengths[one.id], helpers, names) for d in one.after]
        length = f"length {one.duration}d" if one.duration else "milestone"
        lines.append(f'task {name}{one.id} "T" {{ {length} depends {name} {" ".join(waits)} }}')
    return "\n".join(lines)


def depends(
    name: str, dependency: Dependency, length: int, helpers: list[str], names: Iterator[str]
) -> str:
    end = "onstart" if dependency.type is Type.SS else "onend"
    gap = f"gaplength {dependency.lag}d" if dependency.lag > 0 else ""
    reached = f"depends {name}{dependency.on} {{ {end} {gap} }}"
    back = max(0, -dependency.lag) + (length if dependency.type is Type.FF else 0)
    if not back:
        return reached
    mark, helper = next(names), next(names)
    helpers.append(f'task {mark} "M" {{ milestone {reached} }}')
    helpers.append(f'task {helper} "B" {{ length {back}d precedes {mark} }}')
    return f"depends {helper} {{ onstart }}"


def dates_by_taskjuggler(text: str, folder: Path) -> dict[str, tuple[datetime, datetime]]:
    (folder / "p.tjp").write_text(text)
    done = subprocess.run(
        ["tj3", "--silent", "--no-color", "p.tjp"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[:2_000]
    with (folder / "dates.csv").open() as file:
        return {
            row["Id"]: (
                datetime.strptime(row["Start"], HOUR),
                datetime.strptime(row["End"], HOUR),
            )
            for row in csv.DictReader(file, delimiter=";")
        }


def early_days(
    calendar: WorkingCalendar, start: datetime, end: datetime, milestone: bool
) -> tuple[date, date]:
    """First and last day worked between two instants, a day being worked from 9 to 10."""
    last = calendar.previous_working((end - timedelta(hours=10)).date())
    first = calendar.next_working((start + timedelta(hours=14)).date())
    return (last, last) if milestone else (first, last)


@needs_taskjuggler
@pytest.mark.slow
@pytest.mark.parametrize(("calendar", "sizes"), PLANS)
def test_early_dates_are_those_of_taskjuggler(
    calendar: str, sizes: tuple[int, ...], tmp_path: Path
) -> None:
    days = CALENDARS[calendar]
    draw = random.Random(f"{calendar} {max(sizes)}")
    networks = {f"n{n}": drawn(size, days, draw) for n, size in enumerate(sizes)}
    laid_out = {name: schedule(one) for name, one in networks.items()}
    until = max(one.finish for one in laid_out.values()) + timedelta(100)
    theirs = dates_by_taskjuggler(project(networks, days, date(2025, 10, 1), until), tmp_path)
    for name, network in networks.items():
        for one in network.activities:
            said = early_days(days, *theirs[name + one.id], milestone=not one.duration)
            assert laid_out[name].placed[one.id][1:3] == said, name + one.id
