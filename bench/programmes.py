"""How long a month of 40 units × 30 items takes to show, beside the bare statements underneath.

DONDOC_HOME=/somewhere/empty .venv/bin/python -m bench.programmes
"""

import gc
import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import product

UNITS, ITEMS, ROUNDS = 40, 30, 40
OPENED = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)
APPROVED = datetime(2026, 5, 27, 1, 0, tzinfo=UTC)
READ = datetime(2026, 6, 18, 1, 0, tzinfo=UTC)


def main() -> None:
    """Fills an empty installation when it is empty, then measures its pages."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from dondoc.planning.models import Programme

    call_command("migrate", verbosity=0)
    if not Programme.objects.exists():
        start = time.perf_counter()
        fill()
        print(f"lập dữ liệu, duyệt {UNITS * ITEMS} nội dung: {time.perf_counter() - start:.1f} s")
    measure()


def fill() -> None:
    """A city, its 40 units, a month they registered and the Chairman approved."""
    from django.db import transaction

    from dondoc.accounts.models import User
    from dondoc.agencies.actions import appoint, establish
    from dondoc.agencies.models import Agency, Kind, Officer, Role
    from dondoc.journal.models import House
    from dondoc.planning.actions import programmes as actions

    house = House()

    def body(parent: Agency | None, name: str, kind: str) -> Agency:
        return establish(parent, by=house, at=OPENED, name=name, kind=kind)

    def seat(agency: Agency, role: str, title: str) -> Officer:
        number = User.objects.count()
        user = User.objects.create_user(f"nguoi{number}", name=f"Người thứ {number}")
        return appoint(
            agency, by=house, at=OPENED, user=user, role=role, title=title,
            from_on=date(2020, 1, 1),
        )  # fmt: skip

    with transaction.atomic():
        city = body(None, "UBND thành phố Đo Lường", Kind.PROVINCE)
        chairman = seat(city, Role.LEADER, "Chủ tịch UBND")
        deputies = [seat(city, Role.LEADER, "Phó Chủ tịch UBND") for _ in range(4)]
        tracker = seat(body(city, "Văn phòng UBND", Kind.OFFICE), Role.TRACKING_OFFICER, "CV")
        units = [body(city, f"Sở số {n:02d}", Kind.DEPARTMENT) for n in range(1, UNITS)]
        heads = {unit: seat(unit, Role.UNIT_HEAD, "Giám đốc Sở") for unit in units}
        heads[tracker.agency] = tracker
        month = actions.open_programme(
            city, by=tracker, at=OPENED, period="month", from_on=date(2026, 6, 1)
        )
        for (unit, head), n in product(heads.items(), range(ITEMS)):
            actions.register(
                month, by=head, at=OPENED, unit=unit, due_on=date(2026, 6, 1 + n % 30),
                content=f"Rà soát, tham mưu UBND thành phố ban hành kế hoạch số {n} của {unit}",
                product="Kế hoạch", leader=deputies[n % 4], focal=n % 10 == 0,
            )  # fmt: skip
        actions.submit_programme(month, by=tracker, at=APPROVED)
        actions.approve(month, by=chairman, at=APPROVED)


def measure() -> None:
    """Middle and slow end of each page, its queries, and their floor on the bare driver."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from dondoc.agencies.models import Officer, Role
    from dondoc.database import clock
    from dondoc.planning.models import Programme

    clock.now = lambda: READ  # type: ignore[assignment]
    month = Programme.objects.get()
    officer = Officer.objects.get(role=Role.TRACKING_OFFICER)
    client = Client(headers={"host": "localhost"})
    client.force_login(officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert month.items.count() == UNITS * ITEMS
    one = reverse("planning:programme", args=[month.pk])
    pages = {
        "tháng: đơn vị × tuần": one,
        "tháng: theo lãnh đạo": f"{one}?view=list",
        "tháng: một đơn vị": f"{one}?unit={officer.agency_id}",
        "kết quả": reverse("planning:results", args=[month.pk]),
    }
    client.get(one)
    gc.collect()
    gc.freeze()  # as the server does when it opens
    heads = ("p50 ms", "p95 ms", "CPU p50", "CPU p95", "truy vấn", "sàn SQL")
    print(f"{'trang':<24}{heads[0]:>8}" + "".join(f"{h:>9}" for h in heads[1:]) + f"{'KB':>6}")
    for name, page in pages.items():
        size = len(client.get(page).content) // 1024
        spent, worked = [], []
        for _ in range(ROUNDS):
            wall, cpu = _time(lambda page=page: client.get(page))  # type: ignore[misc]
            spent.append(wall)
            worked.append(cpu)
        with CaptureQueriesContext(connection) as context:
            client.get(page)
        reads = [q["sql"] for q in context.captured_queries if q["sql"].startswith("SELECT")]
        p95, cpu95 = (statistics.quantiles(of, n=20)[18] for of in (spent, worked))
        middle, floor = statistics.median(spent), _floor(reads)
        print(
            f"{name:<24}{middle:>8.1f}{p95:>9.1f}{statistics.median(worked):>9.1f}{cpu95:>9.1f}"
            f"{len(context):>9}{floor:>9.1f}{size:>6}"
        )


def _time(act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock on the wall, and of the processor (what a busy machine spares)."""
    start, begun = time.perf_counter(), time.process_time()
    act()
    return (time.perf_counter() - start) * 1000, (time.process_time() - begun) * 1000


def _floor(statements: list[str]) -> float:
    """The same reads on the bare driver, rows fetched and thrown away."""
    from django.db import connection

    with connection.cursor() as cursor:
        start = time.perf_counter()
        for statement in statements:
            cursor.cursor.execute(statement)
            cursor.cursor.fetchall()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
