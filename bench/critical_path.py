"""How fast the critical path is found: `python -m bench.critical_path`.

Random plans of up to ten thousand tasks, the whole command with start-up, and one slip as a page
asks for it. “wide”: each task waits for up to three of the twenty before it; “chain”: one after
the other.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from dondoc.rules.calendar import national_calendar
from dondoc.rules.critical_path import Activity, Dependency, Network, Type, schedule, slip

START = date(2026, 1, 5)
SIZES = (100, 2_000, 10_000)


def wide(size: int) -> list[Activity]:
    """Each waits for up to three of the twenty before it."""
    draw = random.Random(size)
    types = list(Type)
    return [
        Activity(n, draw.randint(1, 10), tuple(
            Dependency(earlier, draw.choice(types), draw.randint(-3, 5))
            for earlier in draw.sample(range(max(0, n - 20), n), min(n, draw.randint(0, 3)))
        ))
        for n in range(size)
    ]  # fmt: skip


def chain(size: int) -> list[Activity]:
    """Each waits for the one before it."""
    return [Activity(n, 1 + n % 10, (Dependency(n - 1),) if n else ()) for n in range(size)]


def as_file(activities: list[Activity]) -> str:
    def told(one: Activity) -> dict[str, Any]:
        after = [{"id": d.on, "type": d.type, "lag": d.lag} for d in one.after]
        return {"id": one.id, "duration": one.duration, "after": after}

    return json.dumps({"start": START.isoformat(), "tasks": list(map(told, activities))})


def least(act: Callable[[], object], times: int = 5) -> float:
    """Milliseconds, the least of several."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        spent.append(time.perf_counter() - began)
    return min(spent) * 1000


def lay_out(activities: list[Activity]) -> object:
    laid_out = schedule(Network(activities, START, national_calendar()))
    return laid_out.placed, laid_out.chain


def slipped(activities: list[Activity]) -> object:
    """What the page asks: the network built anew, one task of the critical chain slips 7 days."""
    network = Network(activities, START, national_calendar())
    before = schedule(network)
    what = slip(network, before.chain[0], 7, before)
    return before.placed, what.shifts, what.broken, what.finish_days, what.after.chain


def whole_process(activities: list[Activity]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "plan.json")
        file.write_text(as_file(activities))
        command = [sys.executable, "-m", "dondoc", "critical-path", str(file), "--json"]
        return least(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))


def main() -> None:
    for shape in (wide, chain):
        for size in SIZES:
            activities = shape(size)
            print(
                f"{shape.__name__:6} {size:6} tasks"
                f"   rule {least(lambda a=activities: lay_out(a)):7.1f} ms"
                f"   slip {least(lambda a=activities: slipped(a)):7.1f} ms"
                f"   whole command {whole_process(activities):7.0f} ms"
            )


if __name__ == "__main__":
    main()
