"""What needs a leader now: at most ten matters, the kinds in turn so that none hides another."""

from collections.abc import Iterable
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


def matters(officer: Officer, committee: Agency, at: datetime) -> list[Matter]:
    """Overdue stars, answers, obstacles, extensions asked for, tasks returned or put off.

    Of each kind those waiting longest first.
    """
    given = Task.objects.visible_to(officer).filter(issuer=committee).select_related("lead")
    late = given.overdue(at).starred().order_by("due_at", "pk")[:MOST]
    returned = given.filter(state=State.RETURNED).order_by("assigned_at", "pk")[:MOST]
    asked = Extension.objects.filter(
        state=Extension.State.ASKED, task__in=Task.objects.visible_to(officer),
        task__issuer=committee,
    ).select_related("task__lead").order_by("asked_at", "pk")[:MOST]  # fmt: skip
    waiting = given.filter(state=State.SUSPENDED, review_on__lte=day_of(at))
    to_review = waiting.order_by("review_on", "pk")[:MOST]
    obstacles = (
        Obstacle.objects.waiting()
        .filter(committee=committee)
        .before(officer, day_of(at))
        .select_related("task__lead")
        .order_by("-task__starred", "answer_on", "pk")[:MOST]
    )
    causes = (
        ObjectiveCause.objects.waiting()
        .filter(committee=committee, task__in=given.values("pk"))
        .select_related("task__lead")
        .order_by("-task__starred", "asked_at", "pk")[:MOST]
    )
    words = LeaderWord.objects.to_read().filter(said_by=officer, committee=committee)
    answers = words.select_related("task__lead").order_by("answered_at", "pk")[:MOST]
    in_turn: Iterable[tuple[Task, str] | tuple[Task, str, str] | None] = chain.from_iterable(
        zip_longest(
            ((task, "Nhiệm vụ gắn sao đã quá hạn") for task in late),
            (
                (one.task, _answered(one), reverse("urging:leader_word", args=[one.pk]))
                for one in answers
            ),
            ((one.task, _met(one), reverse("tasks:obstacle", args=[one.pk])) for one in obstacles),
            (
                (one.task, _not_its_fault(one), reverse("remedies:cause", args=[one.pk]))
                for one in causes
                if one.task is not None
            ),
            ((one.task, f"Đề nghị gia hạn đến {day_short(one.due_on_asked)}") for one in asked),
            ((task, "Đơn vị trả lại, chờ giao lại") for task in returned),
            ((task, _put_off(task)) for task in to_review),
        )
    )
    soon = soon_until(committee, at)
    chosen = [matter for matter in in_turn if matter is not None][:MOST]
    return [_matter(at, soon, *matter) for matter in chosen]


def _matter(at: datetime, soon: datetime, task: Task, why: str, page: str = "") -> Matter:
    there = page or reverse("tasks:detail", args=[task.code])
    return Matter(task, why, task.judged(at, soon), there)


def _put_off(task: Task) -> str:
    until = day_short(task.review_on) if task.review_on else ""
    return f"Tạm hoãn, xem xét lại ngày {until}"


def _met(obstacle: Obstacle) -> str:
    words = obstacle.words
    short = words if len(words) <= ANSWER_SHOWN else f"{words[:ANSWER_SHOWN]}…"
    return f"Vướng mắc chờ ý kiến trước hết {day_short(obstacle.answer_on)}: {short}"


def _not_its_fault(cause: ObjectiveCause) -> str:
    words = cause.reason
    short = words if len(words) <= ANSWER_SHOWN else f"{words[:ANSWER_SHOWN]}…"
    return f"Đề nghị công nhận nguyên nhân khách quan: {short}"


def _answered(word: LeaderWord) -> str:
    short = word.answer if len(word.answer) <= ANSWER_SHOWN else f"{word.answer[:ANSWER_SHOWN]}…"
    return f"Đơn vị đã trả lời “{word.get_kind_display().lower()}”: {short}"


def soon_words(committee: Agency) -> str:
    """When a task of the committee is due soon, in words."""
    rules = CommitteeRules.of(committee)
    return soon_in_words(rules.due_soon_days, rules.due_soon_percent)
