"""Urging in motion: letters sent, answered late or not at all, raised; what leaders asked and read."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.config.demo.bodies import CRITICISED
from dondoc.config.demo.plan import STANDS_AT
from dondoc.config.demo.story import Story
from dondoc.tasks.models import Task
from dondoc.urging import actions
from dondoc.urging.models import Slip

BUILDING = "Sở Xây dựng"
CAUSE = "Hồ sơ của đơn vị tư vấn bàn giao chậm, phải chỉnh sửa hai lần."
HOW = "Lãnh đạo đơn vị trực tiếp làm việc với tư vấn, giao chuyên viên báo cáo tiến độ mỗi thứ Sáu."


def hour(month: int, day: int, at: int) -> datetime:
    """That hour of a day of 2022 in Việt Nam."""
    return datetime(2022, month, day, tzinfo=UTC) + timedelta(hours=at - 7)


def plan_urging(story: Story) -> None:
    """Two weeks of the Office's letters, and what the Vice Chairman asked on the last days."""
    story.then(hour(4, 27, 9), lambda: _closed(story))
    story.then(hour(5, 4, 9), lambda: _raised(story))
    story.then(hour(5, 5, 10), lambda: _answered(story))
    story.then(hour(5, 6, 9), lambda: _silent(story))
    story.then(hour(5, 10, 16), lambda: _asked(story))


def _late(story: Story, unit: Agency, at: datetime, most: int) -> list[Task]:
    late = Task.objects.filter(issuer=story.city.committee, lead=unit).overdue(at)
    return list(late.select_related("lead", "issuer").order_by("-starred", "due_at", "pk")[:most])


def _speaker(unit: Agency) -> Officer:
    """Who answers for the unit: its focal point, else its head."""
    seats = Officer.objects.filter(agency=unit, until_on=None, delegated_by=None)
    roles = (Role.FOCAL_POINT, Role.UNIT_HEAD)
    return seats.filter(role__in=roles).order_by("role", "pk").first() or seats.get()


def _units(story: Story, at: datetime) -> list[Agency]:
    """Units with late work, but for the two that the walk is about."""
    named = (CRITICISED, BUILDING)
    units = [unit for name, unit in sorted(story.city.units.items()) if name not in named]
    return [unit for unit in units if _late(story, unit, at, 1)]


def _send(
    story: Story, unit: Agency, at: datetime, kind: str, most: int, raised_from: Slip | None = None
) -> Slip:
    head = story.city.office_head
    slip = actions.draw_up_slip(
        story.city.committee, by=head, at=at, kind=kind, unit=unit, step="after_due.slip",
        tasks=_late(story, unit, at, most), raised_from=raised_from,
    )  # fmt: skip
    actions.send_slip(slip, by=head, at=at + timedelta(minutes=5))
    return slip


def _answer(slip: Slip, at: datetime, commit_on: date) -> None:
    matters: Sequence[int] = list(slip.matters.values_list("pk", flat=True))
    answers = {pk: (CAUSE, HOW, commit_on) for pk in matters}
    actions.answer_slip(slip, by=_speaker(slip.unit), at=at, answers=answers)


def _closed(story: Story) -> None:
    at = hour(4, 27, 9)
    for unit in _units(story, at)[:2]:
        slip = _send(story, unit, at, "letter", 3)
        _answer(slip, hour(4, 29, 15), date(2022, 5, 20))
        closed_at = hour(5, 4, 8)
        actions.close_slip(slip, by=story.city.office_head, at=closed_at, remark="Giải pháp rõ.")


def _raised(story: Story) -> None:
    """A reminder nobody answered became a letter; that too is still unanswered."""
    at = hour(5, 4, 9)
    unit = _units(story, at)[2]
    slip = _send(story, unit, at, "reminder", 1)
    raised_at = hour(5, 10, 9)

    def raise_it() -> None:
        actions.raise_slip(
            slip, by=story.city.office_head, at=raised_at,
            remark="Quá hạn trả lời, nhiệm vụ chưa có cập nhật nào.",
        )  # fmt: skip
        above = Slip.objects.get(raised_from=slip)
        actions.send_slip(above, by=story.city.office_head, at=raised_at + timedelta(minutes=10))

    story.then(raised_at, raise_it)


def _answered(story: Story) -> None:
    """Answered in time; the Office has not read it yet."""
    at = hour(5, 5, 10)
    unit = _units(story, at)[3]
    slip = _send(story, unit, at, "letter", 2)
    answered_at = hour(5, 10, 10)
    story.then(answered_at, lambda: _answer(slip, answered_at, date(2022, 5, 25)))


def _silent(story: Story) -> None:
    """Sở Xây dựng owes an answer, and its day has passed."""
    _send(story, story.city.units[BUILDING], hour(5, 6, 9), "letter", 3)


def _asked(story: Story) -> None:
    """The Vice Chairman wants one thing explained, has had an answer to another, directs a third."""
    at, leader = hour(5, 10, 16), story.city.leaders[1]
    first, second = (_late(story, unit, at, 1)[0] for unit in _units(story, at)[4:6])
    third = _late(story, story.city.units[BUILDING], at, 1)[0]
    word = actions.say_word(
        first, by=leader, at=at, kind="explain",
        words="Giải trình rõ nguyên nhân chậm và thời điểm hoàn thành.",
    )  # fmt: skip
    answered_at = hour(5, 11, 15)
    assert answered_at < STANDS_AT
    story.then(
        answered_at,
        lambda: actions.answer_word(
            word, by=_speaker(first.lead), at=answered_at,
            answer=f"{CAUSE} {HOW} Cam kết xong trước ngày 25/5/2022.",
        ),
    )  # fmt: skip
    actions.say_word(
        second, by=leader, at=at + timedelta(minutes=2), kind="instruct",
        words="Làm việc ngay với đơn vị phối hợp, báo cáo trước giao ban thứ Hai.",
    )  # fmt: skip
    actions.say_word(
        third, by=leader, at=at + timedelta(minutes=4), kind="explain",
        words="Vì sao chưa cập nhật tình hình? Ai chịu trách nhiệm?",
    )  # fmt: skip
