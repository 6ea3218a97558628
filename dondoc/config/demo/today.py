"""The last days before the demonstration stands still: what waits for a decision this morning."""

from datetime import date, datetime, timedelta
from pathlib import Path

from dondoc.config.demo.bodies import CRITICISED
from dondoc.config.demo.plan import CUT_OFF, STANDS_AT, office_hour
from dondoc.config.demo.story import Deed, Story, Work
from dondoc.documents.actions import register
from dondoc.documents.models import Type
from dondoc.tasks import actions

REASON = "Đã hoàn thành 70% khối lượng; còn chờ ý kiến thống nhất của các đơn vị liên quan."
NOT_OURS = (
    "Nội dung thuộc chức năng của đơn vị khác; đề nghị giao lại cho cơ quan quản lý chuyên ngành."
)


def plan_today(story: Story) -> None:
    """Extensions asked and decided, tasks returned, and a document that nobody has read yet."""
    _plan_extensions(story)
    _plan_returns(story)
    _plan_arrivals(story)


def _running(story: Story, low: date, high: date) -> list[Work]:
    """Works in the unit's hands whose deadline falls between the days."""
    return [
        work
        for work in story.works
        if _of_the_city(story, work)
        and work.order.life.due_on
        and low <= work.order.life.due_on <= high
        and work.order.life.steps
        and work.order.life.steps[-1].verb in ("accept", "post_update")
    ]


def _of_the_city(story: Story, work: Work) -> bool:
    """Given by the city, and not to the district whose figures are known by heart."""
    return work.committee == story.city.committee and work.unit.name != CRITICISED


def _plan_extensions(story: Story) -> None:
    soon = _running(
        story, STANDS_AT.date() + timedelta(days=1), STANDS_AT.date() + timedelta(days=40)
    )
    story.draw.shuffle(soon)
    for number, work in enumerate(soon[:60]):
        pending = number < 7
        days = story.draw.randint(0, 2) if pending else story.draw.randint(4, 9)
        day = CUT_OFF.date() - timedelta(days=days)
        asked_at = max(
            office_hour(story.draw, day), work.order.life.steps[-1].at + timedelta(hours=1)
        )
        if asked_at < CUT_OFF:
            _plan_extension(story, work, asked_at, pending=pending, granted=number % 4 != 0)


def _plan_extension(
    story: Story, work: Work, asked_at: datetime, *, pending: bool, granted: bool
) -> None:
    due_on = work.order.life.due_on
    assert due_on is not None
    wanted = due_on + timedelta(days=story.draw.choice((15, 20, 30)))

    def ask() -> None:
        asked = actions.ask_extension(
            work.task, by=work.staff[0], at=asked_at, reason=REASON, due_on=wanted
        )
        if pending:
            return
        decided_at, head = asked_at + timedelta(minutes=90), story.city.office_head
        if granted:
            actions.grant_extension(
                work.task, by=head, at=decided_at, extension=asked, due_on=wanted,
                answer="Đồng ý, đây là lần gia hạn cuối.",
            )  # fmt: skip
        else:
            actions.refuse_extension(
                work.task, by=head, at=decided_at, extension=asked,
                answer="Chưa đủ căn cứ; tập trung hoàn thành đúng hạn.",
            )  # fmt: skip

    story.then(asked_at, ask)


def _plan_returns(story: Story) -> None:
    untouched = [
        work
        for work in story.works
        if not work.order.life.steps
        and work.unit.name != CRITICISED
        and not work.order.life.starred
    ]
    for work in untouched[-40::10]:
        returned_at = max(
            work.order.life.assigned_at + timedelta(hours=20), CUT_OFF - timedelta(hours=26)
        )
        story.then(returned_at, _return(work, returned_at))


def _return(work: Work, at: datetime) -> Deed:
    by = work.staff[1]
    return lambda: actions.return_to_assigner(work.task, by=by, at=at, reason=NOT_OURS)


DISPATCH = Path(__file__).with_name("dispatch.txt")
ARRIVED_AT = CUT_OFF - timedelta(hours=1)


def _plan_arrivals(story: Story) -> None:
    city, leader = story.city, story.draw.choice(story.city.leaders[1:])
    letterhead = {
        "type": Type.DISPATCH,
        "number": "2588/UBND-ĐTĐT",
        "issued_on": ARRIVED_AT.date(),
        "issuer": city.committee.name,
        "issuer_agency": city.committee,
        "signer_authority": "KT. CHỦ TỊCH",
        "signer_title": "PHÓ CHỦ TỊCH",
        "signer_name": leader.user.name,
        "subject": "chấn chỉnh trật tự xây dựng và phòng, chống ngập úng mùa mưa năm 2022",
        "addressees": ["Các sở, ban, ngành", "UBND các quận, huyện"],
        "recipients": ["Như trên", "CT và các PCT UBND thành phố", "Lưu: VT, ĐTĐT"],
    }
    text = DISPATCH.read_text().format(signer=leader.user.name)

    def arrive() -> None:
        register(city.committee, by=city.clerk, at=ARRIVED_AT, text=text, letterhead=letterhead)

    story.then(ARRIVED_AT, arrive)
