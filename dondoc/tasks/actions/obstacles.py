"""An obstacle: raised with an update, answered with a direction, handed on or closed."""

from datetime import datetime

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import CommitteeRules, Officer, Role
from dondoc.database.clock import day_of
from dondoc.tasks.actions.handing_on import unfit_leader
from dondoc.tasks.flow import (
    answers_obstacle,
    ends_obstacle,
    hands_over_obstacle,
    lead_unit,
    places_obstacle,
    raises,
)
from dondoc.tasks.models import Obstacle, Task
from dondoc.workflow import Flow, NotNow, Refused

obstacle_flow = Flow("obstacle", "khó khăn, vướng mắc")
State = Obstacle.State


def put_before_the_leader(
    task: Task, *, by: Officer, at: datetime, words: str, proposal: str
) -> None:
    """What an update says: a new obstacle, or the standing one in new words with its old clock."""
    standing = task.obstacles.filter(state=State.WAITING).first()
    if standing is None:
        raise_obstacle(task, by=by, at=at, words=words, proposal=proposal)
    elif (standing.words, standing.proposal) != (words, proposal):
        restate_obstacle(standing, by=by, at=at, words=words, proposal=proposal)


@obstacle_flow.start("Nêu khó khăn, vướng mắc", who=lead_unit)
def raise_obstacle(task: Task, *, by: Officer, at: datetime, words: str, proposal: str) -> Obstacle:
    """It goes to the leader who gave the task, or to all of them, with a day for their word."""
    committee, today = task.issuer.committee or task.issuer, day_of(at)
    days = CommitteeRules.of(committee).obstacle_days
    leader = task.leader
    if leader is not None and leader.until_on is not None and leader.until_on < today:
        leader = None
    return Obstacle.objects.create(
        task=task, committee=task.issuer, words=words, proposal=proposal, leader=leader,
        raised_by=by, raised_at=at,
        answer_on=calendar_of(committee).add_working_days(today, days),
    )  # fmt: skip


@obstacle_flow.step("Nêu lại khó khăn, vướng mắc", who=raises, frm=State.WAITING)
def restate_obstacle(
    obstacle: Obstacle, *, by: Officer, at: datetime, words: str, proposal: str
) -> None:
    """The unit says it anew; the clock of the word it waits for runs on."""
    obstacle.words, obstacle.proposal = words, proposal


@obstacle_flow.step(
    "Cho ý kiến chỉ đạo", who=answers_obstacle, frm=State.WAITING, to=State.ANSWERED
)
def answer_obstacle(obstacle: Obstacle, *, by: Officer, at: datetime, direction: str) -> None:
    """The leader's direction in his own words."""
    if not direction.strip():
        raise Refused("Hãy ghi ý kiến chỉ đạo: ai làm gì, trước ngày nào.")
    obstacle.direction = direction.strip()
    obstacle.answered_by, obstacle.answered_at = by, at


@obstacle_flow.step("Chuyển lãnh đạo khác", who=places_obstacle, frm=State.WAITING)
def hand_on_obstacle(obstacle: Obstacle, *, by: Officer, at: datetime, leader: Officer) -> None:
    """To the leader whose field it is; the clock runs on."""
    today = day_of(at)
    seated = Officer.objects.seated_on(today).filter(role=Role.LEADER)
    if not seated.filter(pk=leader.pk, agency=obstacle.committee).exists():
        raise Refused("Hãy chọn một lãnh đạo đương chức của bên giao việc.")
    if leader.pk == obstacle.leader_id:
        raise Refused(f"{leader.name} đang phụ trách vướng mắc này rồi.")
    obstacle.leader, obstacle.times_handed_on = leader, obstacle.times_handed_on + 1


@obstacle_flow.step("Khép lại", who=ends_obstacle, frm=State.WAITING, to=State.CLOSED)
def close_obstacle(obstacle: Obstacle, *, by: Officer, at: datetime, remark: str) -> None:
    """It needs no direction: solved by the unit, or not a matter for the leader."""
    if not remark.strip():
        raise Refused("Hãy nêu vì sao khép lại.")
    obstacle.remark, obstacle.closed_by, obstacle.closed_at = remark.strip(), by, at


@obstacle_flow.step("Bàn giao", who=hands_over_obstacle, frm=State.WAITING)
def pass_on_obstacle(
    obstacle: Obstacle, *, by: Officer, at: datetime, giver: Officer, receiver: Officer,
    handover: str,
) -> None:  # fmt: skip
    """It waits for another leader from now on; the clock runs on."""
    if obstacle.leader_id != giver.pk:
        raise NotNow("Vướng mắc đã chuyển lãnh đạo khác. Hãy lập lại danh sách bàn giao.")
    if words := unfit_for_obstacle(obstacle, receiver):
        raise Refused(words)
    obstacle.leader = receiver


def unfit_for_obstacle(obstacle: Obstacle, receiver: Officer) -> str:
    """Why he cannot answer it; empty when he can."""
    return unfit_leader(obstacle.task, receiver)
