"""The data that is measured on: 200 units, 100 000 tasks, 400 000 updates, 1 000 000 entries.

Bodies and people come about by the house's own actions; the mass of rows is written straight into
the tables, in the shape that the actions would have left (a benchmark may, the product may not).
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from django.db import connection, models, transaction

from dondoc.accounts.models import User
from dondoc.agencies.actions import appoint, establish
from dondoc.agencies.models import Agency, Kind, Officer, Role
from dondoc.config.commands import cli
from dondoc.database.models import Installation
from dondoc.journal.models import Entry, House
from dondoc.rules.timeliness import due_moment, share_moment
from dondoc.tasks.models import ProgressUpdate, State, Task, TaskVersion
from dondoc.tasks.models.tasks import COUNTED

UNITS = 200
UPDATES_PER_TASK = 4
BEGIN = datetime(2022, 1, 4, 2, 0, tzinfo=UTC)
END = datetime(2022, 12, 30, 9, 0, tzinfo=UTC)
WORDS = (
    "rà soát", "kiểm tra", "báo cáo", "quy hoạch", "mặt bằng", "đường", "điện", "nước", "cấp phép",
    "đầu tư công", "khu công nghiệp", "tái định cư", "chuyển đổi số", "trường học", "bệnh viện",
    "môi trường", "chống ngập", "dịch vụ công", "đất đai", "hồ sơ", "đơn thư", "kinh phí",
)  # fmt: skip


@dataclass
class Cast:
    """Who the measurements are taken as."""

    committee: Agency
    leader: Officer
    tracker: Officer
    focal: Officer


def fill(tasks: int, seed: int = 200) -> None:
    """Fills an empty installation with so many tasks, each with its life and its journal."""
    draw = Random(seed)
    with transaction.atomic():
        units = _bodies()
        committee = Agency.objects.get(parent=None)
        people = {o.agency_id: o for o in Officer.objects.filter(role=Role.FOCAL_POINT)}
        tracker = Officer.objects.get(role=Role.TRACKING_OFFICER)
        lives = (_life(draw, number, committee, units, people, tracker) for number in range(tasks))
        with cli.progress(lives, f"{tasks} nhiệm vụ", tasks) as bar:
            _write(bar)
        Installation.objects.update_or_create(pk=1, defaults={"demo": True, "clock_offset": 0})
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def cast() -> Cast:
    """The people of a filled installation."""
    officers = Officer.objects.select_related("user", "agency", "agency__committee")
    busiest = officers.filter(role=Role.FOCAL_POINT).order_by("pk")[0]
    return Cast(
        Agency.objects.get(parent=None),
        officers.get(role=Role.LEADER),
        officers.get(role=Role.TRACKING_OFFICER),
        busiest,
    )


def _bodies() -> list[Agency]:
    house, at = House(), BEGIN
    city = establish(None, by=house, at=at, name="UBND tỉnh Đo Lường", kind=Kind.PROVINCE)
    office = establish(city, by=house, at=at, name="Văn phòng UBND tỉnh", kind=Kind.OFFICE)
    seats = [(city, Role.LEADER), (office, Role.TRACKING_OFFICER)]
    units = [
        establish(city, by=house, at=at, name=f"Đơn vị số {n:03d}", kind=Kind.DEPARTMENT)
        for n in range(1, UNITS + 1)
    ]
    seats += [(unit, Role.FOCAL_POINT) for unit in units]
    for number, (agency, role) in enumerate(seats):
        user = User.objects.create_user(f"nguoi{number}", name=f"Người thứ {number}")
        appoint(
            agency,
            by=house,
            at=at,
            user=user,
            role=role,
            title=role.label,
            from_on=date(2020, 1, 1),
        )
    return units


@dataclass
class Life:
    """All rows of one task."""

    task: Task
    versions: list[TaskVersion]
    updates: list[ProgressUpdate]
    entries: list[Entry]


def _life(
    draw: Random,
    number: int,
    committee: Agency,
    units: list[Agency],
    people: dict[int, Officer],
    tracker: Officer,
) -> Life:
    # one unit in ten gets half of all work, as in life
    unit = units[draw.randrange(20)] if draw.random() < 0.5 else units[draw.randrange(UNITS)]
    focal = people[unit.pk]
    assigned_at = BEGIN + (END - BEGIN) * draw.random()
    due_on = (
        None if draw.random() < 0.07 else (assigned_at + timedelta(days=draw.randint(5, 90))).date()
    )
    content = " ".join(draw.choices(WORDS, k=14)).capitalize()
    task = Task(
        pk=number + 1, code=f"{committee.code}-2022-{number + 1:06d}", content=content,
issuer=committee, lead=unit, tracker=tracker, assigned_at=assigned_at,
        due_on=due_on, due_at=due_moment(due_on) if due_on else None, original_due_on=due_on,
        original_due_at=due_moment(due_on) if due_on else None,
        soon_at=share_moment(assigned_at, due_moment(due_on), 80) if due_on else None,
        starred=draw.random() < 0.08,
    )  # fmt: skip
    task.search = task.searchable()
    if task.starred:
        task.star_reason = "Trọng tâm"
    life = Life(task, [], [], [])
    _step(life, "assign", tracker, assigned_at, State.ASSIGNED)
    if draw.random() < 0.9:
        _work(draw, life, focal, tracker)
    return life


def _work(draw: Random, life: Life, focal: Officer, tracker: Officer) -> None:
    task, now = life.task, life.task.assigned_at
    now += timedelta(days=draw.random() * 3)
    task.accepted_at = now
    _step(life, "accept", focal, now, State.ACCEPTED)
    for _ in range(draw.choice((2, 4, 5, 6))):
        now += timedelta(days=draw.random() * 9)
        task.first_updated_at = task.first_updated_at or now
        task.last_updated_at = now
        life.updates.append(
            ProgressUpdate(
                task_id=task.pk,
                author=focal,
                posted_at=now,
                narrative="Đang thực hiện theo kế hoạch.",
                percent=50,
            )
        )
        _step(life, "post_update", focal, now, State.UNDER_WAY)
    for _ in range(draw.choice((0, 2, 4, 6))):  # watching, stars and corrections of a year
        now += timedelta(hours=draw.random() * 30)
        _step(life, "watch", tracker, now, task.state)
    if draw.random() < 0.8:
        now += timedelta(days=draw.random() * 5)
        task.submitted_at = now
        _step(life, "submit", focal, now, State.SUBMITTED)
        if draw.random() < 0.95:
            now += timedelta(days=draw.random() * 5)
            task.confirmed_at = now
            _step(life, "confirm", tracker, now, State.DONE)


def _step(life: Life, verb: str, by: Officer, at: datetime, state: str) -> None:
    task, was = life.task, life.task.state
    task.state = state
    last = life.entries[-1] if life.entries else None
    entry = Entry(
        subject_kind="task", subject_id=task.pk, seq=len(life.entries) + 1, verb=f"task.{verb}",
        recorded_at=at, actor_id=by.pk, user_id=by.user_id, agency_id=by.agency_id,
        actor_name="Người dùng", actor_title="Chuyên viên", was={"state": str(was)},
        now={"state": str(state)}, said={}, before=last.hash if last else "",
    )  # fmt: skip
    entry.hash = entry.seal()
    life.entries.append(entry)
    if verb == "watch" or (was == state and life.versions):
        return
    if life.versions:
        life.versions[-1].valid_until = at
    facts = {name: getattr(task, name) for name in COUNTED}
    life.versions.append(TaskVersion(task_id=task.pk, valid_from=at, **facts))


def _write(lives: Iterable[Life]) -> None:
    for batch in _batches(iter(lives), 2000):
        _insert(Task, [life.task for life in batch])
        _insert(TaskVersion, [row for life in batch for row in life.versions])
        _insert(ProgressUpdate, [row for life in batch for row in life.updates])
        _insert(Entry, [row for life in batch for row in life.entries])


def _batches(rows: Iterator[Life], size: int) -> Iterator[list[Life]]:
    while batch := list(islice(rows, size)):
        yield batch


def _insert(model: type[models.Model], rows: list[Any]) -> None:
    """The plainest way into a table: one prepared statement, many rows."""
    fields = [f for f in model._meta.concrete_fields if not f.primary_key or model is Task]
    columns = ", ".join(connection.ops.quote_name(f.column) for f in fields)
    marks = ", ".join(["%s"] * len(fields))
    values = [[_plain(f, row) for f in fields] for row in rows]
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)


def _plain(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    value = getattr(row, field.attname)
    if isinstance(field, models.JSONField):
        return json.dumps(value, ensure_ascii=False)
    return field.get_db_prep_save(value, connection)
