"""Every kind of open work a person or a body may hold: how it is found, named, and moved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from dondoc.agencies.models import Officer
from dondoc.database.clock import local
from dondoc.handovers import open_work
from dondoc.meetings import actions as meetings
from dondoc.meetings.actions.handing_on import unfit_for_meeting
from dondoc.meetings.flow import hands_over_meeting
from dondoc.meetings.models import Meeting, Preparation
from dondoc.planning import actions as planning
from dondoc.planning.actions import programmes
from dondoc.planning.actions.programmes.handing_on import unfit_for_item
from dondoc.planning.actions.recurring import hands_over_duty, unfit_for_duty
from dondoc.planning.models import ProgrammeItem, RecurringDuty
from dondoc.planning.programme_flow import hands_over_item
from dondoc.remedies import actions as remedies
from dondoc.remedies.actions.handing_on import unfit_for_remedy
from dondoc.remedies.flow import hands_over_remedy
from dondoc.remedies.models import Remedy
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.handing_on import UNFIT
from dondoc.tasks.actions.obstacles import unfit_for_obstacle
from dondoc.tasks.flow import (
    hands_over_coordination,
    hands_over_list,
    hands_over_obstacle,
    hands_over_task,
)
from dondoc.tasks.models import Obstacle, SavedFilter, Task, Watch
from dondoc.tasks.models.tasks import UNFINISHED
from dondoc.urging import actions as urging
from dondoc.urging.flow import hands_over_line, hands_over_urging
from dondoc.urging.models import ReviewLine

Rows = Callable[[], "QuerySet[Any]"]


def anybody_fits(row: Any, receiver: Any) -> str:
    """Nothing is asked of the receiver."""
    return ""


@dataclass(frozen=True)
class Holding:
    """One kind of open work. `holder` is the column that says whose it is."""

    key: str
    label: str
    rows: Rows
    holder: str
    words: Callable[[Any], str]
    note: Callable[[Any], str]
    may: Callable[[Any, Any], bool]
    move: Callable[..., None]
    """`move(row, taker=…, by=…, at=…, giver or ended=…, handover=…)`: one journalled action."""
    unfit: Callable[[Any, Any], str] = anybody_fits
    is_work: bool = True
    """Must somebody living hold it? Not what a person kept for himself."""

    def held_by(self, holder: Any) -> "QuerySet[Any]":
        """The open ones of this person or body."""
        return self.rows().filter(**{self.holder: holder}).order_by("pk")


def _due(task: Task) -> str:
    due = f"hạn {task.due_on:%d/%m/%Y}" if task.due_on else "không thời hạn"
    return f"{task.get_state_display()}, {due}"


def _named(task: Task) -> str:
    return f"{task.code}: {' '.join(task.content.split())}"


def _of_task(row: Any) -> Task:
    found: Task = row.task
    return found


def _task_part(key: str, label: str) -> Holding:
    def move(row: Task, taker: Officer, **said: Any) -> None:
        tasks.pass_on(row, part=key, receiver=taker, **said)

    return Holding(
        key, label, open_work.tasks, key, _named, _due, hands_over_task, move, UNFIT[key]
    )


def _watch(row: Watch, taker: Officer, **said: Any) -> None:
    tasks.pass_on_watch(row.task, receiver=taker, **said)


def _watch_unfit(row: Watch, receiver: Officer) -> str:
    """Asked of what the receiver sees, once for all."""
    seen: set[int] | None = getattr(receiver, "_sees", None)
    if seen is None:
        watched = Watch.objects.filter(task__state__in=UNFINISHED).values("task_id")
        visible = Task.objects.visible_to(receiver).filter(pk__in=watched)
        seen = set(visible.values_list("pk", flat=True))
        receiver._sees = seen  # type: ignore[attr-defined]  # for as long as the list is looked at
    return "" if row.task_id in seen else f"{receiver.name} không được xem nhiệm vụ này."


def _filter(row: SavedFilter, taker: Officer, giver: Officer, **said: Any) -> None:
    tasks.pass_on_filter(giver, name=row.name, receiver=taker, **said)


def _obstacle(row: Obstacle, taker: Officer, **said: Any) -> None:
    tasks.pass_on_obstacle(row, receiver=taker, **said)


def _asked(row: Any) -> str:
    return f"{row.task.code}: {' '.join(row.words.split())}"[:300]


def _answer_by(row: Any) -> str:
    return f"trả lời trước hết {row.answer_on:%d/%m/%Y}"


def _held_on(meeting: Meeting) -> str:
    return f"họp ngày {local(meeting.starts_at):%d/%m/%Y}"


def _meeting_part(part: str, label: str) -> Holding:
    def move(row: Meeting, taker: Officer, **said: Any) -> None:
        meetings.pass_on_meeting(row, part=part, receiver=taker, **said)

    def unfit(row: Meeting, receiver: Officer) -> str:
        return unfit_for_meeting(part, row, receiver)

    return Holding(
        f"meeting_{part}", label, open_work.meetings, part, str, _held_on, hands_over_meeting, move,
        unfit,
    )  # fmt: skip


def _preparing(row: Preparation) -> str:
    return f"{row}: {row.meeting.title}"


def _preparation(row: Preparation, taker: Officer, **said: Any) -> None:
    meetings.pass_on_meeting(
        row.meeting, part="preparation", preparation=row, receiver=taker, **said
    )


def _item_part(part: str, label: str) -> Holding:
    def move(row: ProgrammeItem, taker: Officer, **said: Any) -> None:
        programmes.pass_on_item(row, part=part, receiver=taker, **said)

    def unfit(row: ProgrammeItem, receiver: Officer) -> str:
        return unfit_for_item(part, row, receiver)

    return Holding(
        f"item_{part}", label, open_work.items, part, str, _item_due, hands_over_item, move, unfit
    )  # fmt: skip


def _item_due(item: ProgrammeItem) -> str:
    return f"{item.programme}, hạn {item.due_on:%d/%m/%Y}"[:200]


def _remedy_note(remedy: Remedy) -> str:
    commit = f", cam kết {remedy.commit_on:%d/%m/%Y}" if remedy.commit_on else ""
    return f"{remedy.get_state_display()}{commit}"


def _remedy(row: Remedy, taker: Officer, **said: Any) -> None:
    remedies.pass_on_remedy(row, receiver=taker, **said)


def _often(duty: RecurringDuty) -> str:
    return f"{duty.get_state_display()}, {duty.recurrence.words}"


def _duty(row: RecurringDuty, taker: Officer, **said: Any) -> None:
    planning.pass_on_duty(row, receiver=taker, **said)


def _confirm_until(line: ReviewLine) -> str:
    return f"xong trước hết {line.review.until:%d/%m/%Y}"


OF_OFFICERS: tuple[Holding, ...] = (
    _task_part("executor", "Nhiệm vụ đang thực hiện"),
    _task_part("tracker", "Nhiệm vụ đang theo dõi cho bên giao"),
    _task_part("leader", "Nhiệm vụ đã giao với tư cách lãnh đạo"),
    Holding(
        "obstacle", "Khó khăn, vướng mắc chờ ý kiến", open_work.obstacles, "leader", _asked,
        _answer_by, hands_over_obstacle, _obstacle, unfit_for_obstacle,
    ),
    Holding(
        "remedy", "Việc khắc phục", open_work.remedies, "person", str, _remedy_note,
        hands_over_remedy, _remedy, unfit_for_remedy,
    ),
    Holding(
        "duty", "Nhiệm vụ định kỳ đã giao với tư cách lãnh đạo", open_work.duties, "leader",
        str, _often, hands_over_duty, _duty, unfit_for_duty,
    ),
    _item_part("person", "Nội dung đăng ký chương trình công tác"),
    _item_part("leader", "Nội dung chương trình phụ trách"),
    _meeting_part("leader", "Cuộc họp phụ trách nội dung"),
    _meeting_part("chair", "Cuộc họp chủ trì"),
    _meeting_part("follower", "Cuộc họp theo dõi"),
    Holding(
        "preparation", "Việc chuẩn bị họp", open_work.preparations, "person", _preparing,
        lambda row: f"xong trước {row.due_on:%d/%m/%Y}",
        lambda by, row: hands_over_meeting(by, row.meeting), _preparation,
        lambda row, one: unfit_for_meeting("preparation", row.meeting, one),
    ),
    Holding(
        "watch", "Nhiệm vụ tự theo dõi", open_work.watches, "officer",
        lambda row: _named(row.task), lambda row: _due(row.task),
        lambda by, row: hands_over_task(by, row.task), _watch, _watch_unfit, is_work=False,
    ),
    Holding(
        "filter", "Bộ lọc đã lưu", lambda: SavedFilter.objects.select_related("officer__agency"),
        "officer", str, lambda row: "",
        lambda by, row: hands_over_list(by, row.officer), _filter, is_work=False,
    ),
)  # fmt: skip
"""What a person in his seat may hold."""


def _succeed(part: str) -> Callable[..., None]:
    def move(row: Task, taker: Any, **said: Any) -> None:
        tasks.succeed(row, part=part, successor=taker, **said)

    return move


def _succession(deed: Callable[..., None]) -> Callable[..., None]:
    """The deed by which a body takes a thing over, as a holding moves it."""

    def move(row: Any, taker: Any, **said: Any) -> None:
        deed(row, successor=taker, **said)

    return move


OF_UNITS: tuple[Holding, ...] = (
    Holding(
        "lead", "Nhiệm vụ chủ trì", open_work.tasks, "lead", _named, _due, hands_over_task,
        _succeed("lead"),
    ),
    Holding(
        "issuer", "Nhiệm vụ đã giao cho cấp dưới", open_work.tasks, "issuer", _named, _due,
        hands_over_task, _succeed("issuer"),
    ),
    Holding(
        "supporting", "Nhiệm vụ phối hợp", open_work.supports, "agency",
        lambda row: _named(row.task), lambda row: _due(row.task),
        lambda by, row: hands_over_task(by, row.task),
        lambda row, taker, **said: _succeed("supporting")(row.task, taker, **said),
    ),
    Holding(
        "coordination", "Đề nghị phối hợp chờ trả lời", open_work.coordinations, "unit", _asked,
        _answer_by, hands_over_coordination,
        _succession(tasks.succeed_in_coordination),
    ),
    Holding(
        "word", "Ý kiến của lãnh đạo chưa xong", open_work.words, "unit", _asked, _answer_by,
        hands_over_urging,
        _succession(urging.succeed_in_word),
    ),
    Holding(
        "slip", "Phiếu, công văn đôn đốc chưa trả lời", open_work.slips, "unit", str, _answer_by,
        hands_over_urging,
        _succession(urging.succeed_in_slip),
    ),
    Holding(
        "review_line", "Nhiệm vụ phải rà soát", open_work.review_lines, "unit", str,
        _confirm_until, hands_over_line, _succession(urging.succeed_in_line),
    ),
    Holding(
        "duty_unit", "Nhiệm vụ định kỳ", open_work.duty_units, "agency",
        lambda row: str(row.recurringduty), lambda row: _often(row.recurringduty),
        lambda by, row: hands_over_duty(by, row.recurringduty),
        lambda row, taker, **said: planning.succeed_in_duty(
            row.recurringduty, successor=taker, **said
        ),
    ),
    Holding(
        "remedy_unit", "Việc khắc phục", open_work.remedies, "unit", str, _remedy_note,
        hands_over_remedy,
        _succession(remedies.succeed_in_remedy),
    ),
    Holding(
        "item_unit", "Nội dung đăng ký chương trình công tác", open_work.items, "unit", str,
        _item_due, hands_over_item,
        _succession(programmes.succeed_in_item),
    ),
    Holding(
        "meeting_lead", "Cuộc họp chủ trì tham mưu", open_work.meetings, "lead", str, _held_on,
        hands_over_meeting,
        _succession(meetings.succeed_in_meeting),
    ),
    Holding(
        "preparation_unit", "Việc chuẩn bị họp", open_work.preparations, "unit", _preparing,
        lambda row: f"xong trước {row.due_on:%d/%m/%Y}",
        lambda by, row: hands_over_meeting(by, row.meeting),
        lambda row, taker, **said: meetings.succeed_in_meeting(
            row.meeting, preparation=row, successor=taker, **said
        ),
    ),
)  # fmt: skip
"""What a body may hold."""


def holdings_of(is_unit: bool) -> tuple[Holding, ...]:
    """Of a body that ended, or of a person."""
    return OF_UNITS if is_unit else OF_OFFICERS


def by_key(holdings: Iterable[Holding]) -> dict[str, Holding]:
    """Each by the word its lines keep."""
    return {one.key: one for one in holdings}
