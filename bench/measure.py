"""How long the server takes for what people do all day, beside the bare statements underneath."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import Max
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench import data
from bench.weeks import busy_week
from dondoc.agencies.models import Officer
from dondoc.config.commands import cli
from dondoc.database import clock
from dondoc.rules.periods import Period
from dondoc.tasks.models import State, Task, TaskVersion

ROUNDS = 25


@dataclass(frozen=True)
class Result:
    """Milliseconds at the middle and the slow end, queries, and the floor of their bare SQL."""

    name: str
    p50: float
    p95: float
    queries: int
    floor: float


def measure(rounds: int = ROUNDS) -> list[Result]:
    """Every measurement, with a progress bar."""
    people = data.cast()
    stand_at_the_end()
    jobs = _jobs(people)
    gc.collect()
    gc.freeze()  # as the server does when it opens
    with cli.progress(jobs, "Đo", len(jobs)) as bar:
        return [_time(name, act, 3 if name in SLOW else rounds) for name, act in bar]


def stand_at_the_end() -> None:
    """The clock of the measurements stands an hour after the last deed of the data."""
    last = TaskVersion.objects.aggregate(at=Max("valid_from"))["at"]
    now = last + timedelta(hours=1)
    clock.now = lambda: now  # type: ignore[assignment]


SLOW = ("số liệu mọi đơn vị", "dự thảo báo cáo", "xuất xlsx 10 000 dòng")
Act = Callable[[], object]


def _jobs(people: data.Cast) -> list[tuple[str, Act]]:
    leader, tracker, focal = (_client(o) for o in (people.leader, people.tracker, people.focal))
    tasks, found = reverse("tasks:list"), reverse("tasks:search")
    own = Task.objects.filter(lead=people.focal.agency, state=State.UNDER_WAY).order_by("pk")
    codes = list(own.values_list("code", flat=True)[:200])
    assert codes, "không có nhiệm vụ đang thực hiện để đo"
    turns = iter(codes * 50)

    def post_update() -> object:
        page = reverse("tasks:move", args=[next(turns), "post_update"])
        return _seen(focal.post(page, {"narrative": "Đã họp, đang hoàn chỉnh dự thảo."}))

    monday = busy_week(people.committee, people.tracker, people.leader)
    chairs = people.leader.pk
    typed = {"on": f"{monday}", "session": "morning", "starts_at": "08:30", "chairs": chairs}
    week = f"{reverse('planning:week')}?on={monday}"

    def type_entry() -> object:
        return _seen(tracker.post(reverse("planning:entry_clashes"), typed))

    def show(client: Client, page: str) -> Act:
        return lambda: _seen(client.get(page))

    return [
        ("trang lãnh đạo", show(leader, reverse("scorecards:leader"))),
        ("bàn làm việc đơn vị", show(focal, reverse("tasks:desk"))),
        ("danh sách lọc, trang 1", show(tracker, f"{tasks}?scope=issued&timeliness=overdue")),
        ("danh sách lọc, trang 400", show(tracker, f"{tasks}?scope=issued&state=done&page=400")),
        ("tìm không dấu", show(tracker, f"{found}?q=quy hoach duong")),
        ("phiếu nhiệm vụ", show(focal, reverse("tasks:detail", args=[codes[0]]))),
        ("cập nhật tình hình", post_update),
        ("báo một việc cho người nghe", lambda: _tell(people, codes[0])),
        ("lịch tuần 60 mục, soát trùng", show(tracker, week)),
        ("soát trùng khi đang gõ", type_entry),
        ("số liệu mọi đơn vị", lambda: _figures(people)),
        ("dự thảo báo cáo", lambda: _draft(people)),
        ("xuất xlsx 10 000 dòng", lambda: _export(tracker)),
    ]


def _client(officer: Officer) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _seen(answer: HttpResponse) -> object:
    assert answer.status_code in (200, 302), f"trả lời {answer.status_code}"
    return answer.content


def _tell(people: data.Cast, code: str) -> object:
    """One deed and the telling of it, as the bell does every two seconds."""
    from dondoc.notifications.telling import tell
    from dondoc.tasks import actions

    task = Task.objects.get(code=code)
    deed = actions.unstar if task.starred else actions.star
    deed(task, by=people.tracker, at=clock.now(), reason="Đo")
    return tell(clock.now())


def _figures(people: data.Cast) -> object:
    from dondoc.scorecards.queries import figures

    return figures(people.committee, _year(), clock.now())


def _year() -> Period:
    return Period(date(2022, 1, 1), date(2022, 12, 30))


def _draft(people: data.Cast) -> object:
    from dondoc.reports.actions import draw_up

    return draw_up(
        people.committee, by=people.tracker, at=clock.now(), period=_year(), as_of=clock.now()
    )


def _export(client: Client) -> object:
    page = f"{reverse('tasks:export')}?scope=issued&state=under_way&to=2022-07-31"
    answer = client.get(page)
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def _time(name: str, act: Act, rounds: int) -> Result:
    act()
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    with CaptureQueriesContext(connection) as context:
        act()
    reads = [q["sql"] for q in context.captured_queries if q["sql"].startswith("SELECT")]
    p95 = statistics.quantiles(spent, n=20)[18] if rounds > 3 else max(spent)
    return Result(name, statistics.median(spent), p95, len(context), _floor(reads))


def _floor(statements: list[str]) -> float:
    """The same reads on the bare driver, rows fetched and thrown away."""
    with connection.cursor() as cursor:
        start = time.perf_counter()
        for statement in statements:
            cursor.cursor.execute(statement)
            cursor.cursor.fetchall()
    return (time.perf_counter() - start) * 1000
