"""The daily duty over 100 000 open tasks of 200 units: `python -m bench.urging`.

Every task is in hand; deadlines lie from a year ago to a quarter ahead, one task in twelve has
none, one in ten is starred, one in five was never spoken of. Three mornings are measured: the
first (ten working days of steps at once, as after an outage), the same again, and an ordinary one.
The floor is the same reads and as many rows written by the bare driver.
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FIRST = datetime(2023, 6, 12, 0, 0, tzinfo=UTC)  # a Monday, 07:00 in Việt Nam
MORNINGS = (
    ("sáng đầu (dồn 10 ngày)", FIRST),
    ("chạy lại cùng sáng", FIRST + timedelta(minutes=5)),
    ("sáng thường", FIRST + timedelta(days=1)),
)


def fill(count: int, seed: int = 5) -> None:
    """Bodies and people by the house's actions; the mass of tasks straight into the table."""
    from bench import data
    from dondoc.accounts.models import User
    from dondoc.agencies.actions import appoint
    from dondoc.agencies.models import Agency, Officer, Role
    from dondoc.journal.models import House

    units = data._bodies()
    for number, unit in enumerate(units):
        user = User.objects.create_user(f"truong{number}", name=f"Trưởng đơn vị {number}")
        appoint(
            unit, by=House(), at=data.BEGIN, user=user, role=Role.UNIT_HEAD, title="Giám đốc",
            from_on=date(2020, 1, 1),
        )  # fmt: skip
    committee = Agency.objects.get(parent=None)
    tracker = Officer.objects.get(role=Role.TRACKING_OFFICER)
    for batch in data._batches(_tasks(count, Random(seed), committee, units, tracker), 5000):
        data._insert(type(batch[0]), batch)


def _tasks(count: int, draw: Random, committee: Any, units: Any, tracker: Any) -> Iterator[Any]:
    from dondoc.rules.timeliness import due_moment, share_moment
    from dondoc.tasks.models import State, Task

    for number in range(count):
        given = FIRST - timedelta(days=draw.randint(1, 365), minutes=draw.randint(0, 600))
        due_on = (FIRST + timedelta(days=draw.randint(-360, 90))).date()
        due_on = max(due_on, given.date())
        due_at = None if number % 12 == 0 else due_moment(due_on)
        heard = None if number % 5 == 0 else FIRST - timedelta(days=draw.random() * 60)
        yield Task(
            code=f"DL-2023-{number:06d}", content="Rà soát, báo cáo kết quả thực hiện " * 4,
            issuer=committee, lead=draw.choice(units), tracker=tracker, state=State.UNDER_WAY,
            assigned_at=given, accepted_at=given, due_on=due_on if due_at else None, due_at=due_at,
            original_due_on=due_on if due_at else None, original_due_at=due_at,
            soon_at=due_at and share_moment(given, due_at, 80), starred=number % 10 == 0,
            star_reason="Trọng tâm" if number % 10 == 0 else "", last_updated_at=heard,
            first_updated_at=heard,
        )  # fmt: skip


class Watcher:
    """How long each write holds the database, and how many statements a morning takes."""

    def __init__(self) -> None:
        self.statements = 0
        self.reads: list[tuple[str, Any]] = []
        self.longest, self._began = 0.0, 0.0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.statements += 1
        if sql.startswith("SELECT"):
            self.reads.append((sql, params))
        if sql.startswith("BEGIN"):
            self._began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            if sql.startswith("INSERT"):
                self.longest = max(self.longest, time.perf_counter() - self._began)


def measure() -> None:
    """Each morning beside its floor."""
    from django.db import connection
    from django.urls import reverse

    from dondoc.notifications.models import Delivery, Notice
    from dondoc.notifications.reminding import remind

    reverse("tasks:list")  # a running house has read its addresses
    words = f"{'buổi':<26}{'giây':>8}{'báo':>9}{'câu lệnh':>10}{'ghi lâu nhất ms':>17}"
    print(f"{words}{'sàn SQL giây':>14}{'bộ nhớ MB':>11}")
    for name, at in MORNINGS:
        watcher, began = Watcher(), time.perf_counter()
        with connection.execute_wrapper(watcher):
            made = remind(at)
        spent = time.perf_counter() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        floor = _floor(watcher.reads, made)
        print(
            f"{name:<26}{spent:>8.2f}{made:>9}{watcher.statements:>10}"
            f"{watcher.longest * 1000:>17.0f}{floor:>14.2f}{memory:>11.0f}"
        )
    print(f"tổng: {Notice.objects.count()} thông báo, {Delivery.objects.count()} lượt gửi")


def _floor(reads: list[tuple[str, Any]], rows: int) -> float:
    """The same reads on the bare driver, and as many notices and deliveries, rolled back."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM notifications_notice LIMIT 1")
        names = [column[0] for column in cursor.description or ()]
        one = cursor.fetchone()
    began = time.perf_counter()
    with connection.cursor() as cursor:
        for sql, params in reads:
            cursor.execute(sql, params)
            cursor.fetchall()
        if one is not None and rows:
            bare = cursor.connection if hasattr(cursor, "connection") else connection.connection
            kept = [n for n in names if n != "id"]
            told = [one[names.index(n)] for n in kept]
            place, day = kept.index("subject_id"), kept.index("step")
            marks = ",".join("?" * len(kept))
            into = f"INSERT INTO notifications_notice ({','.join(kept)}) VALUES ({marks})"
            raw = bare.connection if hasattr(bare, "connection") else bare
            raw.execute("BEGIN")
            raw.executemany(
                into,
                (
                    [n + 10**9 if i == place else "floor" if i == day else v
                     for i, v in enumerate(told)]
                    for n in range(rows)
                ),
            )  # fmt: skip
            raw.execute("ROLLBACK")
    return time.perf_counter() - began


def main() -> None:
    """Fills a home of its own when it is empty, then measures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--tasks", type=int, default=100_000)
    asked.add_argument("--home", type=Path)
    said = asked.parse_args()
    home = said.home or ROOT / "var" / f"bench-urging-{said.tasks}"
    home.mkdir(parents=True, exist_ok=True)
    os.environ["DONDOC_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from dondoc.notifications.models import Notice
    from dondoc.tasks.models import Task

    call_command("migrate", verbosity=0)
    if not Task.objects.exists():
        fill(said.tasks)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    if Notice.objects.filter(entry=None).exists():
        sys.exit("Đã đo trên dữ liệu này. Hãy xóa thư mục đo rồi chạy lại.")
    measure()


if __name__ == "__main__":
    main()
