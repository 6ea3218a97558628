"""A unit is merged, split, ended: its open work goes to its successors, its past stays its own."""

from datetime import date, datetime, timedelta

import pytest

from dondoc.agencies.actions import move_under
from dondoc.database.clock import day_of
from dondoc.handovers import actions
from dondoc.handovers.models import Receipt
from dondoc.journal.models import Entry, House
from dondoc.meetings import actions as meetings
from dondoc.meetings.models import Participant, Preparation
from dondoc.meetings.parts import Who
from dondoc.rules.periods import Period
from dondoc.scorecards.queries import figures
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.handovers.stage import DUE, given, merges

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=5)
YEAR = Period(date(2022, 1, 1), date(2022, 12, 31))


def merged(cast: Cast, at: datetime) -> None:
    """Sở Xây dựng ended yesterday; Sở Tài chính took over."""
    assert cast.xuan
    merges(cast.construction, [cast.finance], at)


def test_what_it_led_gave_and_supported_is_its_successors(cast: Cast, at: datetime) -> None:
    led = given(cast, at)
    supported = given(cast, at, "Phối hợp", lead=cast.promotion, executor=None,
                      supporting=[cast.construction])  # fmt: skip
    merged(cast, at)
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    assert handover.successor == cast.finance, "its only successor is proposed"
    actions.hand_over(handover, by=cast.lan, at=at + LATER)
    led.refresh_from_db()
    assert led.lead == cast.finance
    assert led.executor is None, "Tâm's seat ended with the unit"
    assert "tai chinh" in led.search
    assert [one.agency for one in supported.supports.all()] == [cast.finance]
    receipt = Receipt.objects.get()
    head = cast.seat(cast.finance, "unit_head", "Giám đốc Sở", "Ngô Tài")
    with pytest.raises(NotPermitted):
        actions.sign_receipt(receipt, by=cast.xuan, at=at + LATER)
    actions.sign_receipt(receipt, by=head, at=at + LATER)
    assert receipt.state == Receipt.State.SIGNED


def test_whoever_moved_along_carries_on_in_his_new_seat(cast: Cast, at: datetime) -> None:
    task = given(cast, at)
    there = cast.seat(cast.finance, "officer", "Chuyên viên", "Hồ Tâm")
    merged(cast, at)
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    actions.hand_over(handover, by=cast.lan, at=at + LATER)
    task.refresh_from_db()
    assert task.executor == there


def test_past_figures_do_not_move(cast: Cast, at: datetime) -> None:
    """As of any moment before, the task is its first unit's; from the deed on the successor's."""
    given(cast, at - timedelta(days=3))
    merged(cast, at)
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    actions.hand_over(handover, by=cast.lan, at=at + LATER)

    def led_at(moment: datetime) -> dict[str, int]:
        rows = figures(cast.city, YEAR, moment)
        return {row.unit.name: row.tally.assigned for row in rows if row.tally.assigned}

    before = led_at(at - timedelta(days=1))
    assert before == {"Sở Xây dựng": 1}
    assert led_at(at + LATER) == {"Sở Tài chính": 1}


def test_split_in_two_each_line_has_its_own_receiver(cast: Cast, at: datetime) -> None:
    first, second = given(cast, at, "Một"), given(cast, at, "Hai")
    merges(cast.construction, [cast.finance, cast.promotion], at)
    handover = actions.draft_succession(cast.construction, by=cast.quyen, at=at)
    assert handover.successor is None
    with pytest.raises(Refused, match="Chưa có người nhận"):
        actions.hand_over(handover, by=cast.quyen, at=at + LATER)
    for task, body in ((first, cast.finance), (second, cast.promotion)):
        line = handover.lines.get(subject=task.pk, holding="lead")
        actions.sort_lines(handover, by=cast.quyen, at=at, lines=[line.pk], successor=body)
    actions.hand_over(handover, by=cast.quyen, at=at + LATER)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.lead, second.lead) == (cast.finance, cast.promotion)


def test_one_that_works_on_hands_nothing_over(cast: Cast, at: datetime) -> None:
    given(cast, at)
    with pytest.raises(Refused, match="còn hoạt động"):
        actions.draft_succession(cast.construction, by=cast.lan, at=at)


def test_what_it_had_given_further_down_is_its_successors_to_judge(
    cast: Cast, at: datetime
) -> None:
    below = cast.body(cast.construction, "Phòng Quy hoạch", "division")
    task = given(cast, at, executor=None)
    tasks.pass_down(task, by=cast.hoa, at=at, lead=below, content="Phần", due=Due(DUE))
    move_under(below, by=House(), at=at, parent=cast.finance, from_on=day_of(at))
    merged(cast, at)
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    actions.hand_over(handover, by=cast.lan, at=at + LATER)
    child = Task.objects.get(parent=task)
    assert (child.issuer, child.lead) == (cast.finance, below)


def test_meetings_and_their_preparations_go_over(cast: Cast, at: datetime) -> None:
    meeting = meetings.plan_meeting(
        cast.city, by=cast.binh, at=at, title="Giao ban", lead=cast.construction,
        leader=cast.nam, chair=cast.nam, starts_at=at + timedelta(days=9),
        participants=[Who(agency=cast.construction)],
    )  # fmt: skip
    merged(cast, at)
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    actions.hand_over(handover, by=cast.lan, at=at + LATER)
    meeting.refresh_from_db()
    assert meeting.lead == cast.finance
    units = Preparation.objects.filter(meeting=meeting, done_at=None).values_list("unit", flat=True)
    assert cast.construction.pk not in set(units)
    assert Participant.objects.get(meeting=meeting).agency == cast.finance


def test_a_later_receiver_that_ended_too_is_refused(cast: Cast, at: datetime) -> None:
    given(cast, at)
    merges(cast.construction, [cast.finance], at)
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    merges(cast.finance, [cast.promotion], at)
    with pytest.raises(Refused, match="không còn hoạt động"):
        actions.hand_over(handover, by=cast.lan, at=at + LATER)
    assert Task.objects.get().lead == cast.construction


def test_a_task_somebody_already_moved_does_not_move_twice(cast: Cast, at: datetime) -> None:
    task = given(cast, at)
    merged(cast, at)
    said = {"part": "lead", "ended": cast.construction, "successor": cast.finance}
    tasks.succeed(task, by=cast.lan, at=at, handover="thử", **said)
    with pytest.raises(NotNow):
        tasks.succeed(task, by=cast.lan, at=at, handover="thử", **said)


def test_what_was_asked_of_it_is_asked_of_its_successor(cast: Cast, at: datetime) -> None:
    task = given(cast, at, lead=cast.promotion, executor=None, supporting=[cast.construction])
    asker = cast.seat(cast.promotion, "focal_point", "Đầu mối", "Trần Hỏi")
    asked = tasks.ask_coordination(
        task, by=asker, at=at, unit=cast.construction, words="Cho ý kiến quy hoạch",
        answer_on=day_of(at) + timedelta(days=3),
    )  # fmt: skip
    merged(cast, at)
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    assert handover.lines.filter(holding="coordination").count() == 1
    actions.hand_over(handover, by=cast.lan, at=at + LATER)
    asked.refresh_from_db()
    assert asked.unit == cast.finance
    verb = Entry.objects.about(asked).latest("seq").verb
    assert verb == "coordination.succeed_in_coordination"
    tasks.answer_coordination(asked, by=cast.xuan, at=at + LATER, answer="Đã có ý kiến tại số 15.")
