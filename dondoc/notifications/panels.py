"""What the room lends to pages of lower rooms."""

from collections.abc import Callable

from django.urls import reverse
from markupsafe import Markup

from dondoc.agencies.models import Officer
from dondoc.agencies.roles import LOOKS_AFTER_TELLING
from dondoc.tasks.models import Task
from dondoc.ui.panels import drawn


def who_heard(task: Task, officer: Officer) -> Markup:
    """The way to who was told of the task, for those who may ask."""
    if officer.role not in LOOKS_AFTER_TELLING:
        return Markup("")
    there = reverse("notifications:heard", args=[task.code])
    return drawn("notifications/who_heard.html", {"there": there})


LENT: dict[str, Callable[..., Markup]] = {"who_heard": who_heard}
