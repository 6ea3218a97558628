"""Urging in motion: letters sent, answered or not, raised; what a leader asked, and was told."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.config.demo.bodies import CRITICISED
from dondoc.config.demo.story import Story
from dondoc.tasks.models import Task
from dondoc.urging import actions
from dondoc.urging.models import LeaderWord, Review, ReviewLine, Slip

BUILDING = "Sở Xây dựng"
CAUSE = "Hồ sơ của đơn vị tư vấn bàn giao chậm, phải chỉnh sửa hai lần."
SAID = (
    ("explain", "Giải trình rõ nguyên nhân chậm và thời điểm hoàn thành."),
    ("instruct", "Làm việc ngay với đơn vị phối hợp, báo cáo trước giao ban thứ Hai."),
    ("explain", "Vì sao chưa cập nhật tình hình? Ai chịu trách nhiệm?"),
)
HOW = "Lãnh đạo đơn vị trực tiếp làm việc với tư vấn, giao chuyên viên báo cáo tiến độ mỗi thứ Sáu."


def hour(month: int, day: int, at: int) -> datetime:
    """That hour of a day of 2022 in Việt Nam."""
    return datetime(2022, month, day, tzinfo=UTC) + timedelta(hours=at - 7)


def plan_urging(story: Story) -> None:
    """Two weeks of the Office's letters, and what the Vice Chairman asked on the last days."""
    made = Made(story)
    story.then(hour(4, 27, 9), made.closed)
    story.then(hour(5, 4, 8), made.reviewed)
    story.then(hour(5, 4, 9), made.reminded)
    story.then(hour(5, 9, 15), made.confirmed)
    story.then(hour(5, 5, 10), made.urged)
    story.then(hour(5, 6, 9), made.silent)
    story.then(hour(5, 10, 9), made.raised)
    story.then(hour(5, 10, 10), made.answered)
    story.then(hour(5, 10, 16), made.asked)
    story.then(hour(5, 11, 15), made.told)


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


def _send(story: Story, unit: Agency, at: datetime, kind: str, most: int) -> Slip:
    head = story.city.office_head
    slip = actions.draw_up_slip(
        story.city.committee, by=head, at=at, kind=kind, unit=unit, step="after_due.slip",
        tasks=_late(story, unit, at, most),
    )  # fmt: skip
    actions.send_slip(slip, by=head, at=at + timedelta(minutes=5))
    return slip


def _answer(slip: Slip, at: datetime, commit_on: date) -> None:
    answers = dict.fromkeys(slip.matters.values_list("pk", flat=True), (CAUSE, HOW, commit_on))
    actions.answer_slip(slip, by=_speaker(slip.unit), at=at, answers=answers)


@dataclass
class Made:
    """What stands from one day to the next."""

    story: Story
    review: Review | None = None
    slips: dict[str, Slip] = field(default_factory=dict)
    words: dict[str, LeaderWord] = field(default_factory=dict)

    def closed(self) -> None:
        """Two units answered in time, and were believed."""
        at, head = hour(4, 27, 9), self.story.city.office_head
        for unit in _units(self.story, at)[:2]:
            slip = _send(self.story, unit, at, "letter", 3)
            _answer(slip, hour(4, 29, 15), date(2022, 5, 20))
            actions.close_slip(slip, by=head, at=hour(4, 29, 17), remark="Giải pháp rõ.")

    def reviewed(self) -> None:
        """The Office has three units confirm what they hold, one by one."""
        at = hour(5, 4, 8)
        units = [*_units(self.story, at)[:2], self.story.city.units[BUILDING]]
        self.review = actions.open_review(
            self.story.city.committee, by=self.story.city.office_head, at=at,
            name="Rà soát nhiệm vụ được giao quý I/2022", until=date(2022, 5, 13), units=units,
            words="Rà soát từng nhiệm vụ, nêu giải pháp và ngày hoàn thành.",
        )  # fmt: skip

    def confirmed(self) -> None:
        """One unit is through, one has begun, Sở Xây dựng has not."""
        assert self.review is not None
        at, lines = hour(5, 9, 15), self.review.lines.waiting().select_related("unit", "task")
        theirs = [line for line in lines if line.unit != self.story.city.units[BUILDING]]
        units = sorted({line.unit for line in theirs}, key=lambda unit: unit.name)
        first = [line for line in theirs if line.unit == units[0]]
        begun = [line for line in theirs if line.unit != units[0]][:2]
        for n, line in enumerate([*first, *begun]):
            late = line.task.due_at is not None and line.task.due_at <= at
            actions.confirm_line(
                line, by=_speaker(line.unit), at=at + timedelta(minutes=n),
                standing=ReviewLine.Standing.BEHIND if late else ReviewLine.Standing.ON_TRACK,
                solution=HOW if late else "", commit_on=date(2022, 5, 31),
            )  # fmt: skip

    def reminded(self) -> None:
        """A reminder nobody answers."""
        at = hour(5, 4, 9)
        unit = _units(self.story, at)[2]
        self.slips["reminded"] = _send(self.story, unit, at, "reminder", 1)

    def raised(self) -> None:
        """It became a letter; that too is still unanswered."""
        at, head = hour(5, 10, 9), self.story.city.office_head
        slip = self.slips["reminded"]
        why = "Quá hạn trả lời, nhiệm vụ chưa có cập nhật nào."
        actions.raise_slip(slip, by=head, at=at, remark=why)
        above = Slip.objects.get(raised_from=slip)
        actions.send_slip(above, by=head, at=at + timedelta(minutes=10))

    def urged(self) -> None:
        """A letter on two tasks."""
        at = hour(5, 5, 10)
        self.slips["urged"] = _send(self.story, _units(self.story, at)[3], at, "letter", 2)

    def answered(self) -> None:
        """Answered in time; the Office has not read it yet."""
        _answer(self.slips["urged"], hour(5, 10, 10), date(2022, 5, 25))

    def silent(self) -> None:
        """Sở Xây dựng owes an answer, and its day has passed."""
        _send(self.story, self.story.city.units[BUILDING], hour(5, 6, 9), "letter", 3)

    def asked(self) -> None:
        """The Vice Chairman wants two things explained, and directs a third."""
        at, leader = hour(5, 10, 16), self.story.city.leaders[1]
        units = [*_units(self.story, at)[4:6], self.story.city.units[BUILDING]]
        for n, (unit, (kind, words)) in enumerate(zip(units, SAID, strict=True)):
            task, then = _late(self.story, unit, at, 1)[0], at + timedelta(minutes=n)
            self.words[kind] = actions.say_word(task, by=leader, at=then, kind=kind, words=words)
            self.words.setdefault("first", self.words[kind])

    def told(self) -> None:
        """One of them is explained, and waits to be read."""
        word, at = self.words["first"], hour(5, 11, 15)
        answer = f"{CAUSE} {HOW} Cam kết xong trước ngày 25/5/2022."
        actions.answer_word(word, by=_speaker(word.unit), at=at, answer=answer)
