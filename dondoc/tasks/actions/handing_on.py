"""Work that outlives its people and bodies: each part of a task goes on to whoever takes it over.

Nobody is told task by task: the hand-over they belong to is told once.
"""

from collections.abc import Callable
from datetime import date, datetime

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.roles import assigns_for, leader_of, office_of
from dondoc.database.clock import day_of
from dondoc.tasks.actions.filing import filing
from dondoc.tasks.flow import flow, hands_over_list, hands_over_task
from dondoc.tasks.models import SavedFilter, Task, Watch
from dondoc.tasks.models.tasks import UNFINISHED, Support
from dondoc.workflow import NotNow, Refused

CHANGED = "đã có người khác nhận từ trước. Hãy lập lại danh sách bàn giao."


def unfit_executor(task: Task, receiver: Officer) -> str:
    """Why he cannot carry it out; empty when he can."""
    fits = receiver.agency.path.startswith(task.lead.path)
    return "" if fits else f"{receiver.name} không thuộc {task.lead.name}."


def unfit_tracker(task: Task, receiver: Officer) -> str:
    """Why he cannot track it for the side that assigned it."""
    fits = assigns_for(receiver, task.issuer) or office_of(receiver, task.issuer.committee_id)
    return "" if fits else f"{receiver.name} không thuộc bên giao ({task.issuer.name})."


def unfit_leader(task: Task, receiver: Officer) -> str:
    """Why he cannot stand for it as the leader who assigned it."""
    leads = leader_of(receiver, task.issuer.committee_id) or assigns_for(receiver, task.issuer)
    return "" if leads else f"{receiver.name} không phải lãnh đạo của {task.issuer.name}."


UNFIT: dict[str, Callable[[Task, Officer], str]] = {
    "executor": unfit_executor, "tracker": unfit_tracker, "leader": unfit_leader,
}  # fmt: skip


@flow.step("Bàn giao", who=hands_over_task, frm=UNFINISHED)
def pass_on(
    task: Task, *, by: Officer, at: datetime, part: str, giver: Officer, receiver: Officer,
    handover: str,
) -> None:  # fmt: skip
    """Who carries out, tracks or answers for the task is another from now on."""
    if getattr(task, f"{part}_id") != giver.pk:
        raise NotNow(f"Nhiệm vụ {task.code} {CHANGED}")
    if words := UNFIT[part](task, receiver):
        raise Refused(f"Nhiệm vụ {task.code}: {words}")
    setattr(task, part, receiver)


@flow.step("Bàn giao theo dõi", who=hands_over_task, frm=UNFINISHED)
def pass_on_watch(
    task: Task, *, by: Officer, at: datetime, giver: Officer, receiver: Officer, handover: str
) -> None:
    """Who followed the task of his own accord lets another follow it."""
    if not Task.objects.visible_to(receiver).filter(pk=task.pk).exists():
        raise Refused(f"{receiver.name} không được xem nhiệm vụ {task.code}.")
    Watch.objects.filter(task=task, officer=giver).delete()
    Watch.objects.get_or_create(task=task, officer=receiver)


@flow.step("Chuyển cơ quan kế thừa", who=hands_over_task, frm=UNFINISHED)
def succeed(
    task: Task, *, by: Officer, at: datetime, part: str, ended: Agency, successor: Agency,
    handover: str,
) -> None:  # fmt: skip
    """What a body that ended led, gave or supported is its successor's; the past stays its own."""
    if not successor.exists_on(day_of(at)):
        raise Refused(f"{successor.name} không hoạt động vào ngày bàn giao.")
    SUCCEED[part](task, ended, successor, day_of(at))


def _lead(task: Task, ended: Agency, successor: Agency, day: date) -> None:
    if task.lead_id != ended.pk:
        raise NotNow(f"Nhiệm vụ {task.code} {CHANGED}")
    task.lead = successor
    if task.executor is not None and not task.executor.agency.path.startswith(successor.path):
        task.executor = _in_new_seat(task.executor, successor, day)
    task.supports.filter(agency=successor).delete()
    task.search = task.searchable()


def _in_new_seat(executor: Officer, successor: Agency, day: date) -> Officer | None:
    """The same person where he sits now, if that is with the successor."""
    seats = Officer.objects.seated_on(day).filter(user=executor.user_id, delegated_by=None)
    return seats.filter(agency__path__startswith=successor.path).order_by("pk").first()


def _issuer(task: Task, ended: Agency, successor: Agency, day: date) -> None:
    if task.issuer_id != ended.pk:
        raise NotNow(f"Nhiệm vụ {task.code} {CHANGED}")
    outside = task.external_number
    if outside and Task.objects.filter(issuer=successor, external_number=outside).exists():
        raise Refused(f"{successor.name} đã có nhiệm vụ số {outside} từ hệ thống khác.")
    task.issuer = successor


def _supporting(task: Task, ended: Agency, successor: Agency, day: date) -> None:
    task.supports.filter(agency=ended).delete()
    if successor.pk != task.lead_id:
        Support.objects.get_or_create(task=task, agency=successor)


SUCCEED: dict[str, Callable[[Task, Agency, Agency, date], None]] = {
    "lead": _lead, "issuer": _issuer, "supporting": _supporting,
}  # fmt: skip


@filing.step("Bàn giao bộ lọc đã lưu", who=hands_over_list, frm=None)
def pass_on_filter(
    officer: Officer, *, by: Officer, at: datetime, name: str, receiver: Officer, handover: str
) -> None:
    """A kept list goes on to another; one of the same name that he has stays as it is."""
    kept = SavedFilter.objects.filter(officer=officer, name=name).first()
    if kept is None:
        raise NotNow(f"Bộ lọc “{name}” không còn. Hãy lập lại danh sách bàn giao.")
    SavedFilter.objects.get_or_create(officer=receiver, name=name, defaults={"query": kept.query})
    kept.delete()
