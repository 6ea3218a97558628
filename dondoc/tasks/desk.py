"""What lies on a desk: the buckets of a unit's open work, and what waits for those who give it."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from dondoc.agencies.calendars import Thresholds, thresholds_of
from dondoc.agencies.models import Agency, Officer, Role
from dondoc.agencies.roles import READERS, assigns_for
from dondoc.journal.models import Entry
from dondoc.rules.timeliness import Timeliness
from dondoc.tasks.filters import TaskFilter, in_scope
from dondoc.tasks.models import Coordination, Extension, State, Task, TaskQuerySet
from dondoc.tasks.models.tasks import IN_HAND

SHOWN = 5
"""Rows of a bucket that stand on the desk; the rest are in its list."""


@dataclass(frozen=True)
class Bucket:
    """One number of the desk, the address of exactly its list, and its first rows."""

    key: str
    word: str
    icon: str
    tone: str | None
    href: str
    count: int
    rows: list[Task]


def thresholds_for(officer: Officer, at: datetime) -> Thresholds:
    """The thresholds of the committee the seat belongs to."""
    return thresholds_of(officer.agency.committee or officer.agency, at)


def gives_for(officer: Officer) -> list[Agency]:
    """The bodies in whose name the officer gives tasks: his committee first, then his own."""
    bodies = {body.pk: body for body in (officer.agency.committee, officer.agency) if body}
    return [body for body in bodies.values() if assigns_for(officer, body)]


class Desk:
    """The desk of one officer at one moment; every number is the count of the list it leads to."""

    def __init__(self, officer: Officer, at: datetime) -> None:
        self.officer, self.at = officer, at
        self.thresholds = thresholds_for(officer, at)
        # the bodies a seat works for lie within its scope: what they lead or gave is visible to it
        mine = officer.role == Role.OFFICER
        self.tasks = Task.objects.visible_to(officer) if mine else Task.objects.all()

    def own(self) -> list[Bucket]:
        """What the unit, or a single officer, has to do, the most pressing first."""
        scope = "mine" if self.officer.role == Role.OFFICER else "unit"
        due_soon = TaskFilter(scope, timeliness=(Timeliness.DUE_SOON,))
        quiet = TaskFilter(scope, state=tuple(IN_HAND), stale=True)
        sent = TaskFilter(scope, (State.SUBMITTED,))
        under_way = TaskFilter(scope, (State.ACCEPTED, State.UNDER_WAY))
        late = TaskFilter(scope, timeliness=(Timeliness.OVERDUE,))
        return [
            self._bucket("accept", "Cần tiếp nhận", "inbox", TaskFilter(scope, (State.ASSIGNED,))),
            self._bucket("overdue", "Quá hạn", "alert-triangle-filled", late, "overdue"),
            self._bucket("due_soon", "Sắp đến hạn", "hourglass", due_soon, "due_soon"),
            self._bucket("update", "Cần cập nhật kỳ này", "history", quiet),
            self._bucket(
                "rework", "Thực hiện lại", "rotate-clockwise", TaskFilter(scope, (State.REWORK,))
            ),
            self._bucket("submitted", "Chờ xác nhận", "send", sent),
            self._asked("extension", self._tasks(TaskFilter(scope))),
            self._bucket("under_way", "Đang thực hiện", "list-check", under_way),
        ]

    def asked_of_unit(self) -> list[Coordination]:
        """What other units wait for this one to say or do, the earliest day first."""
        owed = Coordination.objects.waiting().filter(unit=self.officer.agency_id)
        rows = owed.select_related("task__lead").defer("task__search")
        return list(rows.order_by("answer_on", "pk")[:SHOWN])

    def to_decide(self, bodies: list[Agency]) -> list[Bucket]:
        """What waits for the decision of those who gave the tasks."""
        results = TaskFilter("issued", (State.SUBMITTED,))
        returned = TaskFilter("issued", (State.RETURNED,))
        waiting = TaskFilter("issued", (State.SUSPENDED,))
        given = Task.objects.filter(issuer__in=[body.pk for body in bodies])
        return [
            self._bucket("confirm", "Kết quả chờ xác nhận", "send", results),
            self._bucket("returned", "Đơn vị trả lại", "arrow-back-up", returned),
            self._asked("asked", given, reverse("tasks:approvals")),
            self._bucket("suspended", "Đang tạm hoãn", "player-pause", waiting),
        ]

    def _tasks(self, wanted: TaskFilter) -> TaskQuerySet:
        return wanted.apply(self.tasks, self.officer, self.at, self.thresholds)

    def _bucket(
        self, key: str, word: str, icon: str, wanted: TaskFilter, tone: str | None = None
    ) -> Bucket:
        tasks = self._tasks(wanted)
        rows = list(in_order(tasks)[: SHOWN + 1])
        count = len(rows) if len(rows) <= SHOWN else tasks.count()
        href = f"{reverse('tasks:list')}?{wanted.to_query()}"
        return Bucket(key, word, icon, tone, href, count, rows[:SHOWN])

    def _asked(self, key: str, tasks: TaskQuerySet, page: str = "") -> Bucket:
        """Requests for time: few at once, so the page itself shows their whole list."""
        rows = list(in_order(tasks.filter(extensions__state=Extension.State.ASKED)))
        word, icon = "Đề nghị gia hạn", "calendar-time"
        return Bucket(key, word, icon, None, f"{page}#{key}", len(rows), rows)


def to_update(officer: Officer, most: int) -> list[Task]:
    """Open tasks the seat may speak of: those entrusted to the person, then those of the unit."""
    if officer.role in READERS:
        return []
    in_hand = Task.objects.filter(state__in=IN_HAND)
    mine = list(in_order(in_hand.filter(executor=officer))[:most])
    unit = in_hand.filter(in_scope("unit", officer)).exclude(pk__in=[task.pk for task in mine])
    return [*mine, *in_order(unit)[: most - len(mine)]]


def in_order(tasks: TaskQuerySet) -> TaskQuerySet:
    """Star first, then the nearest deadline; those without a deadline last."""
    return TaskFilter().ordered(tasks).select_related("lead", "issuer").defer("search")


@dataclass(frozen=True)
class Waiting:
    """A task that waits for a decision, with the words that came with it."""

    task: Task
    words: str
    who: str
    extension: Extension | None = None


def to_confirm(bodies: list[Agency]) -> list[Waiting]:
    """Results that wait, each with its last words."""
    tasks = _given(bodies, State.SUBMITTED)
    said = _last_words(tasks, "task.submit", "narrative")
    return [Waiting(task, *said.get(task.pk, ("", ""))) for task in tasks]


def sent_home(bodies: list[Agency]) -> list[Waiting]:
    """Tasks that units returned, each with its reason."""
    tasks = _given(bodies, State.RETURNED)
    said = _last_words(tasks, "task.return_to_assigner", "reason")
    return [Waiting(task, *said.get(task.pk, ("", ""))) for task in tasks]


def asked_for(bodies: list[Agency]) -> list[Waiting]:
    """Requests for more time that wait, the oldest first."""
    asked = Extension.objects.filter(
        state=Extension.State.ASKED, task__issuer__in=[body.pk for body in bodies]
    ).select_related("task__lead", "task__issuer", "asked_by__user", "asked_by__agency")
    return [
        Waiting(one.task, one.reason, f"{one.asked_by.name}, {one.asked_by.title}", one)
        for one in asked.order_by("asked_at", "pk")[:MOST]
    ]


MOST = 100
"""Rows of one kind on the page of decisions; the oldest go first, the rest follow as these go."""


def _given(bodies: list[Agency], state: str) -> list[Task]:
    tasks = Task.objects.filter(issuer__in=[body.pk for body in bodies], state=state)
    return list(in_order(tasks)[:MOST])


def _last_words(tasks: list[Task], verb: str, name: str) -> dict[int, tuple[str, str]]:
    """What was said, and by whom, the last time the deed was done to each task."""
    entries = Entry.objects.filter(
        subject_kind="task", subject_id__in=[task.pk for task in tasks], verb=verb
    )
    return {
        one.subject_id: (one.said.get(name, ""), f"{one.actor_name}, {one.actor_title}")
        for one in entries.order_by("seq")
    }
