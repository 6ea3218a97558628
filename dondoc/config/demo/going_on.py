"""What comes again by itself, rests for a while, goes into other hands, or was beyond a unit."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dondoc.agencies.models import Agency, Officer
from dondoc.config.demo.story import Story
from dondoc.config.demo.urging import hour
from dondoc.handovers import actions as handovers
from dondoc.handovers.models import Handover, Receipt
from dondoc.planning import actions as planning
from dondoc.planning.recurring_duty import give_recurring
from dondoc.remedies import actions as remedies
from dondoc.remedies.models import ObjectiveCause
from dondoc.rules.recurring import Every, Recurrence
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task
from dondoc.tasks.models.tasks import IN_HAND

MONTHLY = "Báo cáo kết quả thực hiện nhiệm vụ trọng tâm tháng, phương hướng tháng sau"
REPORTERS = ("Sở Công Thương", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Tư pháp")
HANDING = "Sở Nội vụ"
WAITS = "Chờ Thủ tướng Chính phủ phê duyệt điều chỉnh quy hoạch chung thành phố."
BEYOND = "Chờ Bộ Tài chính cho ý kiến về nguồn vốn, sở đã gửi hai văn bản đề nghị."
SEEN = "Có văn bản trao đổi với bộ, ngoài thẩm quyền của sở."


def plan_what_goes_on(story: Story) -> None:
    """The last ten days: a task rests, an officer leaves, a report falls due every month."""
    made = GoingOn(story)
    story.then(hour(5, 4, 10), made.put_off)
    story.then(hour(5, 5, 9), made.left)
    story.then(hour(5, 6, 14), made.received)
    story.then(hour(5, 6, 15), made.set_up)
    story.then(hour(5, 7, 5), made.given)
    story.then(hour(5, 10, 14), made.excused)
    story.then(hour(5, 10, 16), made.believed)


@dataclass
class GoingOn:
    """What stands from one day to the next."""

    story: Story
    handover: Handover | None = None
    cause: ObjectiveCause | None = None

    def put_off(self) -> None:
        """Two tasks wait for what is above the city; one is to be looked at again this morning."""
        at, leader = hour(5, 4, 10), self.story.city.leaders[1]
        unit = self.story.city.units[REPORTERS[1]]
        for n, review_on in enumerate((date(2022, 5, 12), date(2022, 6, 30))):
            task = self._in_hand(unit, at, late=False)[0]
            then = at + timedelta(minutes=n)
            tasks.suspend(task, by=leader, at=then, reason=WAITS, review_on=review_on)

    def left(self) -> None:
        """An officer of Sở Nội vụ is called elsewhere, and his head hands over what he had."""
        at = hour(5, 5, 9)
        head, focal, leaver = self._staff(HANDING)
        for n, task in enumerate(self._in_hand(self.story.city.units[HANDING], at, late=False)[:3]):
            then = at - timedelta(hours=1) + timedelta(minutes=n)
            tasks.entrust(task, by=head, at=then, executor=leaver)
        handover = handovers.draft_handover(leaver, by=head, at=at)
        handovers.fill_in(
            handover, by=head, at=at + timedelta(minutes=5), receiver=focal,
            reason="Chuyển công tác", basis="Quyết định số 118/QĐ-SNV ngày 04/5/2022",
        )  # fmt: skip
        handovers.hand_over(handover, by=head, at=at + timedelta(minutes=9))
        self.handover = handover

    def received(self) -> None:
        """Who took it over has it."""
        focal = self._staff(HANDING)[1]
        receipt = Receipt.objects.get(handover=self.handover)
        handovers.sign_receipt(receipt, by=focal, at=hour(5, 6, 14))

    def set_up(self) -> None:
        """Three departments report by the 25th of every month."""
        city = self.story.city
        planning.set_up_duty(
            city.committee, by=city.office_head, at=hour(5, 6, 15), content=MONTHLY,
            leads=[city.units[name] for name in REPORTERS], product="Báo cáo",
            recurrence=Recurrence(Every.MONTH, 25), leader=city.leaders[0], ahead_days=20,
        )  # fmt: skip

    def given(self) -> None:
        """The clock gives the first of them."""
        give_recurring(hour(5, 7, 5))

    def excused(self) -> None:
        """Two units say that a late task was not in their power."""
        at = hour(5, 10, 14)
        for n, name in enumerate(("Sở Tài chính", "Sở Kế hoạch và Đầu tư")):
            then = at + timedelta(minutes=n)
            task = self._in_hand(self.story.city.units[name], at, late=True)[0]
            self.cause = remedies.ask_objective(
                task, by=self._staff(name)[0], at=then, reason=BEYOND
            )

    def believed(self) -> None:
        """The last of them is believed; the other waits."""
        assert self.cause is not None
        leader = self.story.city.leaders[1]
        remedies.grant_objective(self.cause, by=leader, at=hour(5, 10, 16), answer=SEEN)

    def _staff(self, name: str) -> tuple[Officer, Officer, Officer]:
        return self.story.city.staff[self.story.city.units[name].pk]

    def _in_hand(self, unit: Agency, at: datetime, *, late: bool) -> list[Task]:
        given = Task.objects.filter(issuer=self.story.city.committee, lead=unit, state__in=IN_HAND)
        found = given.overdue(at) if late else given.exclude(due_at__lte=at)
        return list(found.select_related("lead", "issuer").order_by("pk"))
