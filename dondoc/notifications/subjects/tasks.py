"""How tasks and their schedules are told of."""

from datetime import date

from django.urls import reverse

from dondoc.notifications.subjects.kinds import Subject
from dondoc.tasks.models import Coordination, Obstacle, Schedule, Task


def _due(day: date | None) -> str:
    return f"thời hạn {day:%d/%m/%Y}" if day else "không thời hạn"


def is_hushed(task: Task | None) -> bool:
    """Of a confidential document only the number is tracked, so its task says nothing either."""
    return bool(task and task.document and task.document.number_only)


SUBJECTS: dict[str, Subject] = {
    "task": Subject(
        rows=Task.objects.select_related("lead", "issuer", "document").defer("document__text"),
        words=lambda task: {
            "code": task.code, "lead": task.lead.name, "due": _due(task.due_on),
        },
        page=lambda task: reverse("tasks:detail", args=[task.code]),
        content=lambda task: task.content,
        hushed=lambda task: is_hushed(task),
    ),
    "obstacle": Subject(
        rows=Obstacle.objects.select_related(
            "committee", "task__lead", "task__issuer", "task__document"
        ).defer("task__search", "task__document__text"),
        words=lambda obstacle: {
            "code": obstacle.task.code, "lead": obstacle.task.lead.name,
            "answer": f"cho ý kiến trước hết ngày {obstacle.answer_on:%d/%m/%Y}",
        },
        page=lambda obstacle: reverse("tasks:obstacle", args=[obstacle.pk]),
        content=lambda obstacle: obstacle.words,
        hushed=lambda obstacle: is_hushed(obstacle.task),
    ),
    "coordination": Subject(
        rows=Coordination.objects.select_related(
            "unit", "task__lead", "task__issuer", "task__document"
        ).defer("task__search", "task__document__text"),
        words=lambda one: {
            "code": one.task.code, "lead": one.task.lead.name, "unit": one.unit.name,
            "answer": f"trả lời trước hết ngày {one.answer_on:%d/%m/%Y}",
        },
        page=lambda one: reverse("tasks:coordination", args=[one.pk]),
        content=lambda one: one.words,
        hushed=lambda one: is_hushed(one.task),
    ),
    "schedule": Subject(
        rows=Schedule.objects.select_related("committee"),
        words=lambda schedule: {"code": "", "name": schedule.name},
        page=lambda schedule: reverse("tasks:schedule", args=[schedule.pk]),
    ),
}  # fmt: skip
