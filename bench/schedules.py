"""How fast the critical path page of 2 000 tasks is: `python -m bench.schedules`.

An installation of its own in a passing folder: 40 units, 2 000 tasks that wait for up to three of
the twenty before them. Beside each page the floor of its bare SQL.
"""

import gc
import os
import statistics
import tempfile
import time
from datetime import UTC, date, datetime
from random import Random

TASKS, UNITS, ROUNDS = 2_000, 40, 40
NOW = datetime(2022, 5, 12, 1, 0, tzinfo=UTC)
START = date(2022, 5, 4)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DONDOC_HOME"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        from dondoc.database import clock

        clock.now = lambda: NOW  # type: ignore[assignment]
        found = fill()
        gc.collect()
        gc.freeze()  # as `config/wsgi.py` does
        measure(*found)


def fill() -> tuple[object, object, str]:
    """The schedule, who looks at it, and a task of its chain."""
    from dondoc.accounts.models import User
    from dondoc.agencies.actions import appoint, establish
    from dondoc.agencies.models import Kind, Role
    from dondoc.journal.models import House
    from dondoc.rules.schedule_lines import Line, Wait
    from dondoc.rules.timeliness import due_moment
    from dondoc.tasks import actions
    from dondoc.tasks.models import Task
    from dondoc.tasks.schedules.outlook import Outlook

    house, draw = House(), Random(2000)
    city = establish(None, by=house, at=NOW, name="UBND tỉnh Đo Lường", kind=Kind.PROVINCE)
    office = establish(city, by=house, at=NOW, name="Văn phòng", kind=Kind.OFFICE)
    units = [
        establish(city, by=house, at=NOW, name=f"Sở số {n}", kind=Kind.DEPARTMENT)
        for n in range(UNITS)
    ]
    user = User.objects.create_user("theodoi", "mot-mat-khau-du-dai", name="Người Theo Dõi")
    tracker = appoint(
        office, by=house, at=NOW, user=user, role=Role.TRACKING_OFFICER, title="Chuyên viên",
        from_on=date(2021, 1, 1),
    )  # fmt: skip
    due = date(2029, 12, 28)
    moment = due_moment(due)
    Task.objects.bulk_create(
        Task(
            code=f"{city.code}-2022-{n:05d}", issuer=city, lead=units[n % UNITS], assigned_at=NOW,
            content=f"Hoàn thành hạng mục số {n} của dự án, báo cáo kết quả về Văn phòng " * 2,
            due_on=due, due_at=moment, original_due_on=due, original_due_at=moment,
        )
        for n in range(TASKS)
    )  # fmt: skip
    codes = list(Task.objects.order_by("pk").values_list("code", flat=True))
    lines = [
        Line(n, code, draw.randint(1, 10), tuple(
            Wait(codes[m], draw.choice(("FS", "SS", "FF")), draw.randint(-1, 3))
            for m in draw.sample(range(max(0, n - 20), n), min(n, draw.randint(0, 3)))
        ))
        for n, code in enumerate(codes)
    ]  # fmt: skip
    schedule = actions.set_up(city, by=tracker, at=NOW, name="Hai nghìn việc", start_on=START)
    actions.lay_in(schedule, by=tracker, at=NOW, lines=lines)
    actions.set_baseline(schedule, by=tracker, at=NOW)
    outlook = Outlook.of(schedule, START)
    return schedule, tracker, outlook.by_id[outlook.chain[0]].code


def measure(schedule: object, tracker: object, code: str) -> None:
    from django.test import Client
    from django.urls import reverse

    client = Client(headers={"host": "localhost"})
    client.force_login(tracker.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    pk = schedule.pk
    page = reverse("tasks:schedule", args=[pk])
    slip = reverse("tasks:schedule_slip", args=[pk])
    first, lanes = reverse("tasks:schedule_chart", args=[pk]), ",".join(map(str, range(1, 60)))
    pages = {
        "trang khung tiến độ": page,
        "trang 30 của bảng": f"{page}?page=30",
        "biểu đồ lúc mở": first,
        "biểu đồ mở mọi làn": f"{first}?lanes={lanes}",
        "nếu chậm 7 ngày": f"{slip}?task={code}&days=7",
        "ai giữ chân ai": reverse("tasks:schedule_holders", args=[pk]),
        "một việc trong khung": reverse("tasks:schedule_task", args=[pk, code]),
        "phiếu nhiệm vụ": reverse("tasks:detail", args=[code]),
        "cả bảng để in": f"{page}?rows=all",
        "xuất xlsx": reverse("tasks:schedule_file", args=[pk, "xlsx"]),
    }
    print(f"{'':24} {'p50':>8} {'p95':>8} {'CPU':>8} {'truy vấn':>9} {'SQL trần':>9}   (ms)")
    for name, where in pages.items():
        print(f"{name:24} {_line(client, where)}")


def _line(client: object, where: str) -> str:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.measure import _floor

    assert client.get(where).status_code == 200, where
    spent, worked = [], time.process_time()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        client.get(where)
        spent.append((time.perf_counter() - began) * 1000)
    worked = (time.process_time() - worked) * 1000 / ROUNDS
    with CaptureQueriesContext(connection) as context:
        client.get(where)
    reads = [q["sql"] for q in context.captured_queries if q["sql"].startswith("SELECT")]
    p50, p95 = statistics.median(spent), statistics.quantiles(spent, n=20)[18]
    return f"{p50:8.1f} {p95:8.1f} {worked:8.1f} {len(context):9} {_floor(reads):9.1f}"


if __name__ == "__main__":
    main()
