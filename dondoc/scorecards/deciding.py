"""What needs a leader now: at most ten matters, the kinds in turn so that none hides another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, zip_longest

from django.urls import reverse

from dondoc.agencies.calendars import soon_until
from dondoc.agencies.models import Agency, CommitteeRules, Officer
from dondoc.database.clock import day_of
from dondoc.remedies.models import ObjectiveCause
from dondoc.rules.timeliness import Judgement, soon_in_words
from dondoc.rules.wording import day_short
from dondoc.tasks.models import Extension, Obstacle, State, Task
from dondoc.tasks.models.tasks import TaskQuerySet
from dondoc.urging.models import LeaderWord

MOST = 10
ANSWER_SHOWN = 120


@dataclass(frozen=True)
class Matter:
    """A task that waits for a leader, and why."""

    task: Task
    why: str
    judged: Judgement
    page: str

    @property
    def timeliness(self) -> str:
        return str(self.judged.timeliness)


@dataclass(frozen=True)
class Place:
    """Whose eyes look, at which committee, when; `given` are the committee's tasks he sees."""

    officer: Officer
    committee: Agency
    at: datetime
    given: TaskQuerySet


Waiting = Iterator[tuple[Task, str, str]]
"""Tasks with why they wait and the page where it is decided; nothing for the task's own page."""


def matters(officer: Officer, committee: Agency, at: datetime) -> list[Matter]:
    """What waits of each kind, those waiting longest first; the kinds take turns."""
    given = Task.objects.visible_to(officer).filter(issuer=committee).select_related("lead")
    here = Place(officer, committee, at, given)
    in_turn = chain.from_iterable(zip_longest(*(kind(here) for kind in KINDS)))
    chosen = [waiting for waiting in in_turn if waiting is not None][:MOST]
    soon = soon_until(committee, at)
    return [
        Matter(task, why, task.judged(at, soon), page or reverse("tasks:detail", args=[task.code]))
        for task, why, page in chosen
    ]


def _late_stars(here: Place) -> Waiting:
    late = here.given.overdue(here.at).starred().order_by("due_at", "pk")[:MOST]
    return ((task, "Nhiệm vụ gắn sao đã quá hạn", "") for task in late)


def _answers(here: Place) -> Waiting:
    said = LeaderWord.objects.to_read().filter(said_by=here.officer, committee=here.committee)
    for one in said.select_related("task__lead").order_by("answered_at", "pk")[:MOST]:
        why = f"Đơn vị đã trả lời “{one.get_kind_display().lower()}”: {_short(one.answer)}"
        yield one.task, why, reverse("urging:leader_word", args=[one.pk])


def _obstacles(here: Place) -> Waiting:
    met = Obstacle.objects.waiting().filter(committee=here.committee)
    mine = met.before(here.officer, day_of(here.at)).select_related("task__lead")
    for one in mine.order_by("-task__starred", "answer_on", "pk")[:MOST]:
        until = day_short(one.answer_on)
        why = f"Vướng mắc chờ ý kiến trước hết {until}: {_short(one.words)}"
        yield one.task, why, reverse("tasks:obstacle", args=[one.pk])


def _causes(here: Place) -> Waiting:
    asked = ObjectiveCause.objects.waiting().filter(
        committee=here.committee, task__in=here.given.values("pk")
    )
    rows = asked.select_related("task__lead").order_by("-task__starred", "asked_at", "pk")[:MOST]
    for one in rows:
        assert one.task is not None  # asked for by the filter
        why = f"Đề nghị công nhận nguyên nhân khách quan: {_short(one.reason)}"
        yield one.task, why, reverse("remedies:cause", args=[one.pk])


def _extensions(here: Place) -> Waiting:
    asked = Extension.objects.filter(
        state=Extension.State.ASKED, task__in=here.given.values("pk")
    ).select_related("task__lead")
    for one in asked.order_by("asked_at", "pk")[:MOST]:
        yield one.task, f"Đề nghị gia hạn đến {day_short(one.due_on_asked)}", ""


def _returned(here: Place) -> Waiting:
    rows = here.given.filter(state=State.RETURNED).order_by("assigned_at", "pk")[:MOST]
    return ((task, "Đơn vị trả lại, chờ giao lại", "") for task in rows)


def _put_off(here: Place) -> Waiting:
    due = here.given.filter(state=State.SUSPENDED, review_on__lte=day_of(here.at))
    for task in due.order_by("review_on", "pk")[:MOST]:
        until = day_short(task.review_on) if task.review_on else ""
        yield task, f"Tạm hoãn, xem xét lại ngày {until}", ""


KINDS = (_late_stars, _answers, _obstacles, _causes, _extensions, _returned, _put_off)
"""In the order in which they take turns."""


def _short(words: str) -> str:
    return words if len(words) <= ANSWER_SHOWN else f"{words[:ANSWER_SHOWN]}…"


def soon_words(committee: Agency) -> str:
    """When a task of the committee is due soon, in words."""
    rules = CommitteeRules.of(committee)
    return soon_in_words(rules.due_soon_days, rules.due_soon_percent)
