"""What the room lends to pages of lower rooms: remedies of a task, the desk's strip and counts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from markupsafe import Markup

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.planning.models import Programme
from dondoc.remedies import board, queries
from dondoc.remedies.flow import asks_causes
from dondoc.remedies.models import ObjectiveCause, Remedy, RemedyReport
from dondoc.rules.remedies import month_before
from dondoc.rules.timeliness import is_late
from dondoc.tasks.models import Task
from dondoc.ui.panels import drawn

State = Remedy.State


def remedies_of_task(task: Task, officer: Officer, at: datetime) -> Markup:
    """The remedies a task needed and its objective causes; nothing where it was never late."""
    late = is_late(task.due_at, task.submitted_at, at)
    seen = Remedy.objects.visible_to(officer).filter(task=task)
    rows = list(queries.shown(seen).order_by("-month", "-pk"))
    if not (late or rows):
        return Markup("")
    related = ("asked_by__user", "decided_by__user")
    of_task = ObjectiveCause.objects.visible_to(officer).filter(task=task).select_related(*related)
    causes = list(of_task.order_by("-asked_at", "-pk"))
    may_ask = late and asks_causes(officer, task) and not any(one.stands for one in causes)
    ask = reverse("remedies:ask_cause", args=[task.code]) if may_ask else ""
    if not (rows or causes or ask):
        return Markup("")
    return drawn("remedies/on_task.html", {"remedies": rows, "causes": causes, "ask": ask})


def report_beside_registration(programme: Programme, unit: Agency, officer: Officer) -> Markup:
    """On the page where a unit registers: its report of remedies, due by the same day."""
    month = month_before(programme.from_on)
    own = RemedyReport.objects.visible_to(officer).filter(
        committee=programme.committee_id, month=month, unit=unit
    )
    report = own.select_related("unit", "committee").first()
    if report is None:
        return Markup("")
    return drawn("remedies/beside_registration.html", {"report": report})


@dataclass(frozen=True)
class Pressing:
    """One number of the desk and the address of exactly its list."""

    word: str
    icon: str
    tone: str | None
    href: str
    count: int


def remedies_on_desk(officer: Officer, at: datetime) -> Markup:
    """ "Trước ngày 25" and what waits: of a unit what it must put right, of the Office the rest."""
    strip = board.strip_of(officer, at)
    if strip is None or officer.role in (Role.CLERK, Role.OFFICER):
        return Markup("")
    numbers = _numbers(officer, at)
    if not any(one.count for one in numbers) and strip.report is None and not strip.of:
        return Markup("")
    context = {"strip": strip, "numbers": numbers, "officer": officer}
    return drawn("remedies/on_desk.html", context)


def _numbers(officer: Officer, at: datetime) -> list[Pressing]:
    asked = board.BoardFilter.asked_in(at)
    seen = asked.apply(Remedy.objects.on_board_of(officer)).order_by()
    counts = dict(seen.values_list("state").annotate(Count("pk")))
    where = reverse("remedies:board")
    numbers = [
        Pressing(
            word, icon, "overdue" if state == State.CALLED else None,
            f"{where}?{asked.to_query(state=str(state))}", counts.get(state, 0),
        )
        for state, word, icon, _ in board.COLUMNS[:3]
    ]  # fmt: skip
    if officer.role in (Role.OFFICE_HEAD, Role.LEADER):
        waiting = ObjectiveCause.objects.visible_to(officer).waiting().count()
        href = f"{reverse('remedies:causes')}?state={ObjectiveCause.State.ASKED}"
        numbers.append(Pressing("Nguyên nhân khách quan chờ xét", "scale", None, href, waiting))
    return numbers


LENT: dict[str, Callable[..., Markup]] = {
    "remedies_of_task": remedies_of_task,
    "remedies_on_desk": remedies_on_desk,
    "report_beside_registration": report_beside_registration,
}
