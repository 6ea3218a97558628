"""The inbox of one person with 50 000 notices, and the bell: `python -m bench.telling`.

The notices lie over two years and ten thousand are unread; the page is asked as the browser asks,
its first and its five-hundredth. The bell tells of deeds on tasks, each heard by a head and a focal
point with a mail address, as it does every two seconds; only the telling is timed. The floor is
the page's own reads, and as many notices and mails written, by the bare driver.
"""

import argparse
import os
import sys
import time
from datetime import timedelta
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
NOTICES, UNREAD, DEEDS, ROUNDS = 50_000, 10_000, 1_500, 40


def fill(seed: int = 11) -> None:
    """Bodies, people and two hundred tasks by the house's hand; the notices straight in."""
    from bench import data
    from dondoc.agencies.models import Officer, Role
    from dondoc.notifications.models import Kind, Notice
    from dondoc.tasks.models import Task

    data.fill(200)
    draw, person = Random(seed), Officer.objects.filter(role=Role.FOCAL_POINT).first()
    keys = list(Task.objects.values_list("pk", flat=True))
    rows = (
        Notice(
            officer=person, subject_kind="task", subject_id=keys[n % len(keys)],
            kind=draw.choice(Kind.values), step="floor", day=(data.BEGIN + timedelta(n)).date(),
            words="Văn phòng UBND gắn sao nhiệm vụ, hạn hết ngày 15/4/2022." * 2, url="/tasks/",
            created_at=data.BEGIN + timedelta(minutes=20 * n),
            read_at=None if n >= NOTICES - UNREAD else data.BEGIN + timedelta(minutes=20 * n + 9),
        )
        for n in range(NOTICES)
    )  # fmt: skip
    Notice.objects.bulk_create(rows, batch_size=2000)


def inbox() -> None:
    """Milliseconds of the page at the middle and the slow end, beside its bare reads."""
    from bench.measure import _client, _seen, _time, stand_at_the_end
    from dondoc.agencies.models import Officer
    from dondoc.notifications.models import Notice

    stand_at_the_end()
    person = Officer.objects.get(pk=Notice.objects.filter(step="floor").values("officer")[:1])
    client = _client(person)
    print(f"{'trang':<34}{'p50 ms':>8}{'p95 ms':>8}{'câu lệnh':>10}{'sàn SQL ms':>12}")
    for name, page in (
        ("hộp thông báo, trang 1", "/inbox/"),
        ("hộp thông báo, trang 500", "/inbox/?page=500"),
        ("một loại", "/inbox/?kind=overdue"),
    ):
        one = _time(name, lambda page=page: _seen(client.get(page)), ROUNDS)
        print(f"{one.name:<34}{one.p50:>8.0f}{one.p95:>8.0f}{one.queries:>10}{one.floor:>12.1f}")


def bell() -> None:
    """Notices a second, beside the bare driver."""
    from bench import data
    from dondoc.accounts.models import User
    from dondoc.database import clock
    from dondoc.notifications.models import Delivery, Notice
    from dondoc.notifications.telling import tell
    from dondoc.tasks import actions
    from dondoc.tasks.models import Task

    people, tasks = data.cast(), list(Task.objects.open()[:100])
    User.objects.filter(email="").update(email="can-bo@example.vn")
    tell(clock.now())
    for n in range(DEEDS):
        task = tasks[n % len(tasks)]
        deed = actions.unstar if task.starred else actions.star
        deed(task, by=people.tracker, at=clock.now(), reason="Đo")
    before, began = Notice.objects.count(), time.perf_counter()
    tell(clock.now())
    spent, made = time.perf_counter() - began, Notice.objects.count() - before
    floor = _floor(made)
    print(f"báo {made} lượt ({Delivery.objects.count()} thư): {spent:.2f} giây, "
          f"{made / spent:.0f} lượt/giây; sàn SQL {floor:.2f} giây")  # fmt: skip


def _floor(rows: int) -> float:
    """As many notices and mails, copied one by one and rolled back."""
    from django.db import connection

    began = time.perf_counter()
    with connection.cursor() as cursor:
        raw = cursor.connection
        for table, fixed in (("notifications_notice", "entry_id"), ("notifications_delivery", "")):
            cursor.execute(f"SELECT * FROM {table} LIMIT 1")
            names = [column[0] for column in cursor.description or () if column[0] != "id"]
            if cursor.fetchone() is None:
                continue
            told = ",".join("NULL" if name == fixed else name for name in names)
            told = told.replace("step", "?", 1) if fixed else told.replace("channel", "?", 1)
            into = f"INSERT INTO {table} ({','.join(names)}) SELECT {told} FROM {table} LIMIT 1"
            raw.executemany(into, ((f"{table}{n}",) for n in range(rows)))
        raw.rollback()
    return time.perf_counter() - began


def main() -> None:
    """Fills a home of its own when it is empty, then measures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--home", type=Path)
    home = asked.parse_args().home or ROOT / "var" / "bench-telling"
    home.mkdir(parents=True, exist_ok=True)
    os.environ["DONDOC_HOME"] = str(home)
    os.environ.setdefault("DONDOC_SMTP_HOST", "127.0.0.1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from dondoc.tasks.models import Task

    if not Task.objects.exists():
        fill()
    inbox()
    bell()


if __name__ == "__main__":
    main()
