"""Who sees the files that go with a task."""

from dondoc.agencies.models import Officer
from dondoc.tasks.models import Task


def goes_with_a_visible_task(pk: int, officer: Officer) -> bool:
    """The file is attached to an update of a task the officer may see."""
    return Task.objects.visible_to(officer).filter(updates__attachments__file=pk).exists()
