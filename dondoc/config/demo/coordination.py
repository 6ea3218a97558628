"""Units that work together: asked, answered in time or late, and one that is still waited for."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from dondoc.agencies.models import Agency, Officer, Role
from dondoc.config.demo.story import Story
from dondoc.config.demo.urging import hour
from dondoc.tasks import actions
from dondoc.tasks.models import Coordination, Task
from dondoc.tasks.models.tasks import IN_HAND

ASKED = (
    "Cho ý kiến về nguồn vốn và khả năng cân đối trong quý II.",
    "Cung cấp hiện trạng sử dụng đất khu vực dự án, kèm bản vẽ.",
    "Thẩm định phần quy hoạch, trả lời bằng văn bản.",
    "Cử người tham gia đoàn kiểm tra thực địa, báo lại danh sách.",
)
ANSWER = "Đã thống nhất, gửi kèm số liệu tại Công văn số 812 ngày 29/4/2022."


def plan_coordination(story: Story) -> None:
    """Four requests of the last weeks."""
    made = Made(story)
    story.then(hour(4, 25, 9), made.asked)
    story.then(hour(4, 29, 10), made.answered)
    story.then(hour(5, 9, 10), made.answered_late)


def _speaker(agency: int) -> Officer:
    seats = Officer.objects.filter(agency=agency, until_on=None, delegated_by=None)
    roles = (Role.FOCAL_POINT, Role.UNIT_HEAD)
    return seats.filter(role__in=roles).order_by("role", "pk").first() or seats.get()


@dataclass
class Made:
    """What stands from one day to the next."""

    story: Story
    requests: list[Coordination] = field(default_factory=list)

    def asked(self) -> None:
        """Each by another lead unit, of the first unit that supports its task."""
        at = hour(4, 25, 9)
        leads: set[int] = set()
        given = Task.objects.filter(issuer=self.story.city.committee, state__in=IN_HAND)
        together = given.exclude(supports=None).select_related("lead").distinct().order_by("pk")
        for task in together:
            partner = task.supporting.order_by("name").first()
            if partner is None or task.lead_id in leads:
                continue
            leads.add(task.lead_id)
            words = ASKED[len(self.requests)]
            self.requests.append(self._ask(task, partner, words, at))
            if len(self.requests) == len(ASKED):
                return

    def _ask(self, task: Task, partner: Agency, words: str, at: datetime) -> Coordination:
        return actions.ask_coordination(
            task, by=_speaker(task.lead_id), at=at + timedelta(minutes=len(self.requests)),
            unit=partner, words=words, answer_on=date(2022, 4, 29),
        )  # fmt: skip

    def answered(self) -> None:
        """In time."""
        self._answer(self.requests[:1], hour(4, 29, 10))

    def answered_late(self) -> None:
        """Ten days later than asked; two are still waited for."""
        self._answer(self.requests[1:2], hour(5, 9, 10))

    def _answer(self, some: list[Coordination], at: datetime) -> None:
        for one in some:
            actions.answer_coordination(one, by=_speaker(one.unit_id), at=at, answer=ANSWER)
