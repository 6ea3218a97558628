"""Stars and watching: marks beside the work."""

from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.tasks.flow import anyone_who_sees, flow, issuing_office
from dondoc.tasks.models import Task, Watch
from dondoc.tasks.models.tasks import OPEN
from dondoc.workflow import Refused


@flow.step("Gắn sao", who=issuing_office, frm=OPEN)
def star(task: Task, *, by: Officer, at: datetime, reason: str) -> None:
    """The Office marks the task as important, focal, key (quan trọng, trọng tâm, trọng điểm)."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do gắn sao: vì sao đây là nhiệm vụ quan trọng, trọng tâm.")
    task.starred, task.star_reason = True, reason.strip()


@flow.step("Bỏ sao", who=issuing_office, frm=OPEN)
def unstar(task: Task, *, by: Officer, at: datetime, reason: str) -> None:
    """The Office takes the star off, with its reason."""
    if not task.starred:
        raise Refused("Nhiệm vụ này chưa được gắn sao.")
    if not reason.strip():
        raise Refused("Hãy nêu lý do bỏ sao.")
    task.starred, task.star_reason = False, ""


@flow.step("Theo dõi", who=anyone_who_sees, frm=None)
def watch(task: Task, *, by: Officer, at: datetime) -> None:
    """A person follows a task that is not his."""
    Watch.objects.get_or_create(task=task, officer=by)


@flow.step("Thôi theo dõi", who=anyone_who_sees, frm=None)
def unwatch(task: Task, *, by: Officer, at: datetime) -> None:
    """A person stops following the task."""
    Watch.objects.filter(task=task, officer=by).delete()
