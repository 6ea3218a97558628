"""What is done to schedules: set up, filled, linked, slipped, frozen, closed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.roles import assigns_for
from dondoc.database.clock import day_of
from dondoc.rules.calendar import NoWorkingDay
from dondoc.rules.critical_path import CannotPlan, Loop
from dondoc.rules.schedule_lines import Line
from dondoc.tasks.flow import flow as task_flow
from dondoc.tasks.models import Baseline, Dependency, Schedule, ScheduledTask, State, Task
from dondoc.tasks.models.schedules import LONGEST, MOST_TASKS
from dondoc.tasks.models.tasks import OPEN
from dondoc.tasks.schedules.lines import Checked, check
from dondoc.tasks.schedules.outlook import Outlook
from dondoc.workflow import Flow, Refused

flow = Flow("schedule", "khung tiến độ")
IS_OPEN = Schedule.State.OPEN


def keeps_for(by: Any, committee: Agency) -> bool:
    """Whoever gives tasks in the committee's name lays them out in time."""
    return committee.is_committee and assigns_for(by, committee)


def keeper(by: Any, schedule: Schedule) -> bool:
    """The assigning side of the committee whose schedule it is."""
    return keeps_for(by, schedule.committee)


def keeper_of_task(by: Any, task: Task) -> bool:
    """The assigning side of the committee that gave the task."""
    return keeps_for(by, task.issuer)


@flow.start("Lập khung tiến độ", who=keeps_for)
def set_up(committee: Agency, *, by: Officer, at: datetime, name: str, start_on: date) -> Schedule:
    """An empty schedule of a committee; tasks come into it next."""
    return Schedule.objects.create(
        committee=committee, name=_named(name), start_on=start_on, set_up_by=by, set_up_at=at
    )


def _named(name: str) -> str:
    if not name.strip():
        raise Refused("Khung tiến độ chưa có tên. Hãy nhập tên.")
    return name.strip()[:200]


@flow.step("Sửa khung tiến độ", who=keeper, frm=IS_OPEN)
def redraw(schedule: Schedule, *, by: Officer, at: datetime, name: str, start_on: date) -> None:
    """Another name, or another first day."""
    reason = f"Khung tiến độ bắt đầu từ {start_on:%d/%m/%Y}"
    with _telling_what_breaks(schedule, by, at, reason):
        schedule.name, schedule.start_on = _named(name), start_on


@flow.step("Đưa việc vào khung", who=keeper, frm=IS_OPEN)
def add_tasks(
    schedule: Schedule, *, by: Officer, at: datetime, tasks: Sequence[Task], duration: int
) -> None:
    """Tasks come in, each so many working days long; links and other lengths are set after."""
    _require_length(duration)
    if not tasks:
        raise Refused("Chưa chọn nhiệm vụ nào. Hãy chọn ít nhất một nhiệm vụ.")
    for task in tasks:
        _require_ours(schedule, task)
    taken = ScheduledTask.objects.filter(task__in=tasks).select_related("task", "schedule")
    if one := taken.first():
        raise Refused(f"{one.task.code} đã ở khung tiến độ “{one.schedule}”. Hãy bỏ chọn việc này.")
    rows = [ScheduledTask(schedule=schedule, task=task, duration=duration) for task in tasks]
    ScheduledTask.objects.bulk_create(rows)
    _require_room(schedule)


def _require_length(duration: int) -> None:
    if not 0 <= duration <= LONGEST:
        raise Refused(f"Số ngày làm việc phải từ 0 (mốc) đến {LONGEST}. Hãy ghi lại.")


def _require_ours(schedule: Schedule, task: Task) -> None:
    if task.issuer_id != schedule.committee_id:
        raise Refused(f"{task.code} do cơ quan khác giao. Hãy bỏ chọn việc này.")
    if task.state == State.RECALLED:
        raise Refused(f"{task.code} đã thu hồi. Hãy bỏ chọn việc này.")


def _require_room(schedule: Schedule) -> None:
    if schedule.tasks.count() > MOST_TASKS:
        raise Refused(f"Một khung tiến độ có nhiều nhất {MOST_TASKS} việc. Hãy tách thành hai.")


@flow.step("Đưa việc ra khỏi khung", who=keeper, frm=IS_OPEN)
def take_out(
    schedule: Schedule, *, by: Officer, at: datetime, tasks: Sequence[Task], reason: str
) -> None:
    """Tasks leave with their links; what waited for them waits no more."""
    _require_reason(reason)
    schedule.tasks.filter(task__in=tasks).delete()


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("Hãy nêu lý do.")


@flow.step("Đổi kế hoạch của việc", who=keeper, frm=IS_OPEN)
def plan_task(
    schedule: Schedule, *, by: Officer, at: datetime, task: Task, duration: int,
    not_before: date | None, reason: str,
) -> None:  # fmt: skip
    """A task takes longer or begins later; the units whose deadlines break are told."""
    _require_length(duration)
    _require_reason(reason)
    row = _row_of(schedule, task)
    with _telling_what_breaks(schedule, by, at, reason):
        row.duration, row.not_before = duration, not_before
        row.save()


def _row_of(schedule: Schedule, task: Task) -> ScheduledTask:
    row = schedule.tasks.filter(task=task).first()
    if row is None:
        raise Refused(f"{task.code} không ở khung tiến độ này. Hãy đưa việc vào khung trước.")
    return row


@flow.step("Nối hai việc", who=keeper, frm=IS_OPEN)
def link(
    schedule: Schedule, *, by: Officer, at: datetime, earlier: Task, later: Task,
    kind: str = Dependency.Type.FS, lag: int = 0,
) -> None:  # fmt: skip
    """One task waits for another; linked before, it now waits in this way."""
    if earlier.pk == later.pk:
        raise Refused("Một việc không thể chờ chính nó. Hãy chọn việc khác.")
    if kind not in Dependency.Type.values or abs(lag) > LONGEST:
        raise Refused(f"Hãy chọn kiểu FS, SS hoặc FF và độ trễ trong khoảng ±{LONGEST} ngày.")
    first, last = _row_of(schedule, earlier), _row_of(schedule, later)
    with _telling_what_breaks(schedule, by, at, "Có thêm việc phải chờ"):
        Dependency.objects.update_or_create(
            earlier=first, later=last, defaults={"type": kind, "lag": lag}
        )


@flow.step("Bỏ liên kết", who=keeper, frm=IS_OPEN)
def unlink(schedule: Schedule, *, by: Officer, at: datetime, earlier: Task, later: Task) -> None:
    """The later one waits for the earlier no more."""
    found = Dependency.objects.filter(
        earlier=_row_of(schedule, earlier), later=_row_of(schedule, later)
    )
    if not found.delete()[0]:
        raise Refused("Hai việc này không có liên kết. Hãy xem lại trang.")


@flow.step("Nhập nhiều dòng", who=keeper, frm=IS_OPEN)
def lay_in(schedule: Schedule, *, by: Officer, at: datetime, lines: Sequence[Line]) -> None:
    """Many tasks at once, each with its length and all it waits for; all of them, or none."""
    checked = check(schedule, lines)
    if checked.problems:
        told = "; ".join(f"dòng {one.number}: {one.words}" for one in checked.problems[:5])
        raise Refused(f"Chưa nhập dòng nào. Hãy sửa {told}")
    with _telling_what_breaks(schedule, by, at, "Nhập lại kế hoạch của nhiều việc"):
        _write(schedule, checked)
    _require_room(schedule)


def _write(schedule: Schedule, checked: Checked) -> None:
    rows = [
        ScheduledTask(
            schedule=schedule, task=checked.tasks[line.code], duration=line.duration,
            not_before=line.not_before,
        )
        for line in checked.lines
    ]  # fmt: skip
    ScheduledTask.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["task"],
        update_fields=["duration", "not_before"],
    )  # fmt: skip
    by_code = dict(schedule.tasks.values_list("task__code", "pk"))
    written = [by_code[line.code] for line in checked.lines]
    Dependency.objects.filter(later__in=written).delete()
    Dependency.objects.bulk_create(
        Dependency(
            earlier_id=by_code[wait.code], later_id=by_code[line.code], type=wait.type, lag=wait.lag
        )
        for line in checked.lines
        for wait in line.after
    )


@flow.step("Đặt khung gốc", who=keeper, frm=IS_OPEN)
def set_baseline(schedule: Schedule, *, by: Officer, at: datetime, reason: str = "") -> Baseline:
    """The dates of this day are frozen, to compare with; earlier ones stay."""
    return _freeze(schedule, by, at, reason)


def _freeze(schedule: Schedule, by: Officer, at: datetime, reason: str) -> Baseline:
    outlook = Outlook.of(schedule, day_of(at))
    if not outlook.rows:
        raise Refused("Khung tiến độ chưa có việc nào. Hãy đưa việc vào khung trước.")
    return Baseline.objects.create(
        schedule=schedule, set_by=by, set_at=at, reason=reason.strip()[:500],
        finish_on=outlook.finish, rows=outlook.as_rows(),
    )  # fmt: skip


@flow.step("Khép khung tiến độ", who=keeper, frm=IS_OPEN, to=Schedule.State.CLOSED)
def close_schedule(schedule: Schedule, *, by: Officer, at: datetime, reason: str) -> None:
    """It is followed no more: its last dates are frozen and its tasks are free for another."""
    _require_reason(reason)
    if schedule.tasks.exists():
        _freeze(schedule, by, at, f"Khi khép: {reason}")
        schedule.tasks.all().delete()


@contextmanager
def _telling_what_breaks(
    schedule: Schedule, by: Officer, at: datetime, reason: str
) -> Iterator[None]:
    """Refuses what cannot be laid out; warns of each deadline that was kept before and is not."""
    before = Outlook.of(schedule, day_of(at))
    missed = {row.task_id for row in before.missed()}
    yield
    after = Outlook.of(schedule, day_of(at))
    _require_sense(after)
    fresh = [
        row for row in after.missed() if row.task_id in before.by_id and row.task_id not in missed
    ]
    tasks = Task.objects.in_bulk([row.task_id for row in fresh])
    for row in fresh:
        finish_on = after.placed[row.task_id].early_finish
        warn_of_slip(tasks[row.task_id], by=by, at=at, finish_on=finish_on, reason=reason)


def _require_sense(outlook: Outlook) -> None:
    try:
        _ = outlook.placed
    except Loop as loop:
        ring = [outlook.by_id[int(pk)].short for pk in (*loop.ids, loop.ids[0])]
        raise Refused(
            f"Các việc chờ nhau thành vòng: {' → '.join(ring)}. Hãy bỏ một liên kết."
        ) from loop
    except (CannotPlan, NoWorkingDay, OverflowError) as error:
        raise Refused(f"{error} Hãy xem lại thời lượng, độ trễ và lịch làm việc.") from error


@task_flow.step("Báo khó kịp hạn theo khung tiến độ", who=keeper_of_task, frm=OPEN)
def warn_of_slip(task: Task, *, by: Officer, at: datetime, finish_on: date, reason: str) -> None:
    """A change of the schedule puts the task's end behind its deadline; its unit is told."""
    if task.due_on is None or finish_on <= task.due_on:
        raise Refused("Việc này vẫn kịp thời hạn nên không cần báo.")
