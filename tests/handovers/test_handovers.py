"""An officer leaves, a head changes: his open work goes over in one deed, with a protocol."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.documents.filing import visible_to
from dondoc.handovers import actions
from dondoc.handovers.models import Handover, HandoverLine, Receipt
from dondoc.handovers.queries import sheet_of
from dondoc.journal.models import Entry
from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import SavedFilter, Task, Watch
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.handovers.stage import colleague, drawn_up, given, leaves

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=5)


def hand_over(handover: Handover, by: Officer, at: datetime) -> None:
    actions.hand_over(handover, by=by, at=at)


def test_all_he_has_in_hand_goes_over_in_one_deed_and_each_task_tells_so(
    cast: Cast, at: datetime
) -> None:
    mai, rows = colleague(cast), [given(cast, at, f"Việc {n}") for n in range(3)]
    handover = drawn_up(cast, at, cast.tam, mai)
    assert {task.executor for task in Task.objects.all()} == {cast.tam}, "nothing moves yet"
    hand_over(handover, cast.lan, at + LATER)
    assert {task.executor for task in Task.objects.all()} == {mai}
    for task in rows:
        entry = Entry.objects.about(task).get(verb="task.pass_on")
        assert entry.now["executor_id"] == mai.pk
        assert entry.actor_name == "Trần Lan"
    assert set(handover.lines.values_list("outcome", flat=True)) == {"moved"}


def test_what_is_done_stays_with_who_did_it(cast: Cast, at: datetime) -> None:
    mai, task = colleague(cast), given(cast, at)
    tasks.recall(task, by=cast.binh, at=at, reason="Nhầm")
    given(cast, at)
    hand_over(drawn_up(cast, at, cast.tam, mai), cast.lan, at + LATER)
    task.refresh_from_db()
    assert task.executor == cast.tam


def test_watches_and_kept_lists_go_along_unless_left(cast: Cast, at: datetime) -> None:
    mai, task = colleague(cast), given(cast, at)
    tasks.watch(task, by=cast.tam, at=at)
    tasks.save_filter(cast.tam, by=cast.tam, at=at, name="Của tôi", query="state=assigned")
    tasks.save_filter(cast.tam, by=cast.tam, at=at, name="Riêng", query="star=1")
    handover = drawn_up(cast, at, cast.tam, mai)
    own = handover.lines.filter(words="Riêng").values_list("pk", flat=True)
    actions.sort_lines(handover, by=cast.lan, at=at, lines=list(own), leave=True)
    hand_over(handover, cast.lan, at + LATER)
    assert Watch.objects.get().officer == mai
    kept = dict(SavedFilter.objects.values_list("name", "officer"))
    assert kept == {"Của tôi": mai.pk, "Riêng": cast.tam.pk}
    assert (
        Entry.objects.filter(verb__in=("task.pass_on_watch", "filing.pass_on_filter")).count() == 2
    )


def test_a_line_may_go_to_another_than_the_rest(cast: Cast, at: datetime) -> None:
    mai = colleague(cast)
    first, second = given(cast, at, "Một"), given(cast, at, "Hai")
    handover = drawn_up(cast, at, cast.tam, mai)
    line = handover.lines.get(subject=second.pk, holding="executor")
    actions.sort_lines(handover, by=cast.lan, at=at, lines=[line.pk], receiver=cast.hoa)
    hand_over(handover, cast.lan, at + LATER)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.executor, second.executor) == (mai, cast.hoa)
    got = dict(Receipt.objects.values_list("receiver", "count"))
    assert got == {mai.pk: 1, cast.hoa.pk: 1}


@pytest.mark.parametrize(
    ("who", "words"),
    [("tam", "người khác"), ("dung", "chỉ xem"), ("left", "không còn giữ chức vụ")],
)
def test_a_receiver_who_cannot_take_it_is_refused_in_words(
    cast: Cast, at: datetime, who: str, words: str
) -> None:
    given(cast, at)
    receiver = colleague(cast) if who == "left" else getattr(cast, who)
    if who == "left":
        leaves(receiver, at)
    with pytest.raises(Refused, match=words):
        drawn_up(cast, at, cast.tam, receiver)


def test_one_of_another_unit_may_not_carry_it_out_and_the_list_says_so_before(
    cast: Cast, at: datetime
) -> None:
    given(cast, at)
    handover = drawn_up(cast, at, cast.tam, cast.xuan)
    sheet = sheet_of(handover, cast.lan, day_of(at))
    assert "không thuộc Sở Xây dựng" in sheet.wrong[0].problem
    with pytest.raises(Refused, match="Còn 1 việc chưa bàn giao được"):
        hand_over(handover, cast.lan, at + LATER)
    assert Task.objects.get().executor == cast.tam, "none moves where one cannot"


def test_work_that_came_since_the_list_was_drawn_up_is_not_forgotten(
    cast: Cast, at: datetime
) -> None:
    mai = colleague(cast)
    given(cast, at)
    handover = drawn_up(cast, at, cast.tam, mai)
    given(cast, at, "Việc mới")
    with pytest.raises(NotNow, match="1 việc mới"):
        hand_over(handover, cast.lan, at + LATER)
    actions.refresh_lines(handover, by=cast.lan, at=at + LATER)
    hand_over(handover, cast.lan, at + LATER)
    assert set(Task.objects.values_list("executor", flat=True)) == {mai.pk}


def test_what_was_finished_meanwhile_is_told_as_changed_and_does_not_move(
    cast: Cast, at: datetime
) -> None:
    mai, task = colleague(cast), given(cast, at)
    given(cast, at, "Còn lại")
    handover = drawn_up(cast, at, cast.tam, mai)
    tasks.recall(task, by=cast.binh, at=at, reason="Không còn cần")
    hand_over(handover, cast.lan, at + LATER)
    assert handover.lines.get(subject=task.pk).outcome == HandoverLine.Outcome.CHANGED


@pytest.mark.parametrize("who", ["lan", "binh", "khoa", "quyen"])
def test_the_office_the_head_and_the_administrator_hand_over(
    cast: Cast, at: datetime, who: str
) -> None:
    mai, by = colleague(cast), getattr(cast, who)
    given(cast, at)
    handover = actions.draft_handover(cast.tam, by=by, at=at)
    actions.fill_in(handover, by=by, at=at, receiver=mai)
    hand_over(handover, by, at + LATER)
    assert Task.objects.get().executor == mai


@pytest.mark.parametrize("who", ["tam", "hoa", "xuan", "nam", "thao", "dung"])
def test_nobody_else_does(cast: Cast, at: datetime, who: str) -> None:
    given(cast, at)
    with pytest.raises(NotPermitted):
        actions.draft_handover(cast.tam, by=getattr(cast, who), at=at)


def test_two_lists_of_one_person_are_not_drawn_up_and_one_may_be_dropped(
    cast: Cast, at: datetime
) -> None:
    given(cast, at)
    handover = drawn_up(cast, at, cast.tam, None)
    with pytest.raises(Refused, match="đang lập"):
        drawn_up(cast, at, cast.tam, None)
    actions.drop_handover(handover, by=cast.lan, at=at)
    assert drawn_up(cast, at, cast.tam, None).pk != handover.pk


def test_the_receiver_hears_once_signs_and_says_what_is_missing(cast: Cast, at: datetime) -> None:
    mai = colleague(cast)
    for number in range(4):
        given(cast, at, f"Việc {number}")
    tell(at)
    handover = drawn_up(cast, at, cast.tam, mai)
    hand_over(handover, cast.lan, at + LATER)
    before = Notice.objects.count()
    tell(at + LATER)
    told = Notice.objects.all()[before:]
    assert [(one.officer, one.step) for one in told] == [(mai, "handover.hand_over")]
    receipt = Receipt.objects.get()
    with pytest.raises(NotPermitted):
        actions.sign_receipt(receipt, by=cast.hoa, at=at + LATER)
    actions.sign_receipt(receipt, by=mai, at=at + LATER, missing="Chưa thấy hồ sơ đền bù")
    assert receipt.state == Receipt.State.LACKING
    tell(at + LATER)
    heard = Notice.objects.filter(step="receipt.sign_receipt")
    assert cast.lan in [one.officer for one in heard]
    assert "Chưa thấy hồ sơ đền bù" in heard[0].words


def test_the_protocol_is_kept_and_nothing_of_it_changes_any_more(cast: Cast, at: datetime) -> None:
    mai = colleague(cast)
    given(cast, at)
    handover = drawn_up(cast, at, cast.tam, mai)
    hand_over(handover, cast.lan, at + LATER)
    handover.refresh_from_db()
    assert visible_to(mai, handover.pdf_id).exists()
    assert not visible_to(cast.xuan, handover.pdf_id).exists()
    for row in (handover, handover.lines.first()):
        with pytest.raises(DatabaseError), transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(
                **{"reason" if isinstance(row, Handover) else "words": "khác"}
            )


def test_a_new_head_finds_what_follows_the_seat_named_in_the_protocol(
    cast: Cast, at: datetime
) -> None:
    given(cast, at, executor=cast.khoa)
    heir = cast.seat(cast.construction, "unit_head", "Giám đốc Sở", "Vũ Long")
    handover = drawn_up(cast, at, cast.khoa, heir)
    assert handover.kind == Handover.Kind.HEAD
    assert "Nhiệm vụ đơn vị đang chủ trì: 1" in handover.facts
    hand_over(handover, cast.lan, at + LATER)
    assert Task.objects.get().executor == heir


def test_trackers_and_leaders_in_charge_change_with_their_seats(cast: Cast, at: datetime) -> None:
    task = given(cast, at, tracker=cast.binh, leader=cast.nam)
    hand_over(drawn_up(cast, at, cast.binh, cast.lan), cast.lan, at + LATER)
    other = cast.seat(cast.city, "leader", "Phó Chủ tịch UBND", "Lê Hải")
    hand_over(drawn_up(cast, at, cast.nam, other), cast.lan, at + LATER)
    task.refresh_from_db()
    assert (task.tracker, task.leader) == (cast.lan, other)


def test_a_promoted_man_takes_his_work_to_his_own_new_seat(cast: Cast, at: datetime) -> None:
    given(cast, at)
    promoted = cast.seat(cast.construction, "focal_point", "Phó Trưởng phòng", "Hồ Tâm")
    assert promoted.user == cast.tam.user
    hand_over(drawn_up(cast, at, cast.tam, promoted), cast.lan, at + LATER)
    assert Task.objects.get().executor == promoted


def test_day_of_the_protocol_is_the_day_of_the_deed(cast: Cast, at: datetime) -> None:
    given(cast, at)
    handover = drawn_up(cast, at, cast.tam, colleague(cast))
    hand_over(handover, cast.lan, at + LATER)
    assert day_of(handover.handed_over_at) == date(2022, 3, 16)


def test_the_database_itself_knows_one_open_hand_over_of_each(cast: Cast, at: datetime) -> None:
    given(cast, at)
    handover = drawn_up(cast, at, cast.tam, colleague(cast))
    for giver in (cast.tam, None, None):
        handover.pk, handover.giver = None, giver
        try:
            with transaction.atomic():
                handover.save(force_insert=True)
        except IntegrityError:
            continue
        assert giver is None
    assert Handover.objects.filter(giver=cast.tam).count() == 1
    assert Handover.objects.filter(giver=None).count() == 1


def test_an_obstacle_that_waits_for_a_leader_waits_for_who_takes_over(
    cast: Cast, at: datetime
) -> None:
    task = given(cast, at, leader=cast.nam)
    tasks.post_update(
        task, by=cast.hoa, at=at, narrative="Đang làm.", obstacle="Vướng mặt bằng",
        proposal="Đề nghị họp liên ngành",
    )  # fmt: skip
    deputy = cast.seat(cast.city, "leader", "Phó Chủ tịch UBND", "Trịnh Phó")
    handover = drawn_up(cast, at, cast.nam, deputy)
    hand_over(handover, cast.quyen, at + LATER)
    obstacle = task.obstacles.get()
    assert obstacle.leader == deputy
    assert Entry.objects.about(obstacle).filter(verb="obstacle.pass_on_obstacle").count() == 1
    with pytest.raises(NotNow):
        tasks.pass_on_obstacle(
            obstacle, by=cast.quyen, at=at, giver=cast.nam, receiver=deputy, handover="lại"
        )
    with pytest.raises(Refused, match="không phải lãnh đạo"):
        tasks.pass_on_obstacle(
            obstacle, by=cast.quyen, at=at, giver=deputy, receiver=cast.xuan, handover="lại"
        )
