"""Lines that were pasted, held to what there is: every code known, no task of another schedule."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dondoc.rules.schedule_lines import Line, Problem, Wait, as_line
from dondoc.tasks.models import Schedule, ScheduledTask, State, Task
from dondoc.tasks.schedules.outlook import Outlook


@dataclass
class Checked:
    """The lines, the tasks their codes mean, and what is wrong with which line."""

    lines: Sequence[Line]
    tasks: dict[str, Task] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def check(schedule: Schedule, lines: Sequence[Line]) -> Checked:
    """Holds the lines to the tasks of the committee and to each other, in two queries."""
    found = Checked(lines, _tasks(schedule, lines))
    elsewhere = {
        one.task.code: one.schedule
        for one in ScheduledTask.objects.filter(task__in=found.tasks.values())
        .exclude(schedule=schedule)
        .select_related("task", "schedule")
    }
    inside = set(
        ScheduledTask.objects.filter(schedule=schedule).values_list("task__code", flat=True)
    )
    inside |= {line.code for line in lines}
    seen: dict[str, int] = {}
    for line in lines:
        words = _wrong(line, found.tasks, elsewhere, inside, seen)
        found.problems += [Problem(line.number, word) for word in words]
        seen.setdefault(line.code, line.number)
    return found


def _tasks(schedule: Schedule, lines: Sequence[Line]) -> dict[str, Task]:
    codes = {line.code for line in lines}
    return {
        task.code: task for task in Task.objects.filter(issuer=schedule.committee, code__in=codes)
    }


def _wrong(
    line: Line, tasks: dict[str, Task], elsewhere: dict[str, Schedule], inside: set[str],
    seen: dict[str, int],
) -> Iterable[str]:  # fmt: skip
    task = tasks.get(line.code)
    if task is None:
        yield f"không có nhiệm vụ mã “{line.code}” do cơ quan này giao."
    elif task.state == State.RECALLED:
        yield f"{line.code} đã thu hồi."
    if line.code in elsewhere:
        yield f"{line.code} đang ở khung tiến độ “{elsewhere[line.code]}”."
    if line.code in seen:
        yield f"{line.code} đã có ở dòng {seen[line.code]}."
    codes = [wait.code for wait in line.after]
    for code in dict.fromkeys(codes):
        if code == line.code:
            yield f"{code} không thể chờ chính nó."
        elif code not in inside:
            yield f"chờ {code} nhưng mã này không có trong khung và không có trong các dòng."
        if codes.count(code) > 1:
            yield f"chờ {code} hai lần."


def lines_of(outlook: Outlook) -> str:
    """The schedule as lines that can be pasted again."""
    by_id = outlook.by_id
    return "\n".join(
        as_line(Line(
            number, row.code, row.duration,
            tuple(Wait(by_id[one.earlier].code, one.type, one.lag)
                  for one in outlook.waits.get(row.task_id, ())),
            row.not_before,
        ))
        for number, row in enumerate(outlook.rows, start=1)
    )  # fmt: skip
