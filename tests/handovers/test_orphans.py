"""The page of what has no living owner, and that handing over empties it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.agencies.actions import disable
from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.handovers import actions
from dondoc.handovers.holdings import OF_OFFICERS, OF_UNITS
from dondoc.handovers.orphans import Orphans, orphans_of
from dondoc.journal.models import Entry
from dondoc.meetings import actions as meetings
from dondoc.meetings.models import Preparation
from dondoc.planning.actions.programmes import pass_on_item, succeed_in_item
from dondoc.remedies.models import Remedy
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task
from dondoc.workflow import NotNow
from tests.cast import Cast
from tests.handovers import stage
from tests.planning.programmes import stage as programmes

pytestmark = pytest.mark.django_db
SignIn = Callable[[Officer], Client]
LATER = timedelta(minutes=5)


def seen_by(officer: Officer, at: datetime) -> Orphans:
    return orphans_of(officer, day_of(at))


def kinds(found: Orphans) -> set[str]:
    return {holding.key for holding, _ in found.by_holding()}


def everything_in_hand(cast: Cast, at: datetime) -> None:
    """Tâm, Bình and Nam hold some of every kind of work; Sở Xây dựng answers for it."""
    assert cast.hoa
    task = stage.given(cast, at, tracker=cast.binh, leader=cast.nam)
    meeting = meetings.plan_meeting(
        cast.city, by=cast.binh, at=at, title="Giao ban", lead=cast.construction,
        leader=cast.nam, chair=cast.nam, follower=cast.binh, starts_at=at + timedelta(days=9),
    )  # fmt: skip
    for preparation in Preparation.objects.filter(meeting=meeting):
        said = {"unit": cast.construction, "person": cast.tam}
        meetings.entrust_preparation(meeting, by=cast.binh, at=at, preparation=preparation, **said)
    Remedy.objects.create(
        committee=cast.city, unit=cast.construction, month=date(2022, 3, 1), ground="late",
        task=task, called_at=at, person=cast.tam,
    )  # fmt: skip


def test_while_everybody_sits_the_page_is_empty(cast: Cast, at: datetime) -> None:
    everything_in_hand(cast, at)
    assert seen_by(cast.lan, at).total == 0


def test_each_kind_of_work_of_those_who_left_is_there(cast: Cast, at: datetime) -> None:
    everything_in_hand(cast, at)
    for one in (cast.tam, cast.binh, cast.nam):
        stage.leaves(one, at)
    found = seen_by(cast.lan, at)
    assert kinds(found) == {
        "executor", "tracker", "leader", "remedy", "meeting_leader", "meeting_chair",
        "meeting_follower", "preparation",
    }  # fmt: skip
    assert {one.whose for one in found.people} == {cast.nam, cast.binh, cast.tam}


def test_whoever_cannot_sign_in_is_no_living_owner(cast: Cast, at: datetime) -> None:
    stage.given(cast, at)
    disable(cast.tam.user, by=cast.quyen, at=at, reason="Nghỉ dài ngày")
    assert [one.whose for one in seen_by(cast.quyen, at).people] == [cast.tam]


def test_a_unit_with_tasks_in_which_nobody_answers_is_named(cast: Cast, at: datetime) -> None:
    stage.given(cast, at)
    assert seen_by(cast.lan, at).headless == [cast.construction], "Tâm is only an officer"
    assert cast.khoa
    assert seen_by(cast.lan, at).headless == []


def test_a_unit_that_ended_with_tasks_is_named(cast: Cast, at: datetime) -> None:
    everything_in_hand(cast, at)
    stage.merges(cast.construction, [cast.finance], at)
    found = seen_by(cast.lan, at)
    assert [one.whose for one in found.bodies] == [cast.construction]
    assert {holding.key for holding, _ in found.bodies[0].counts} == {
        "lead",
        "remedy_unit",
        "meeting_lead",
        "preparation_unit",
    }


def test_a_head_sees_his_own_unit_alone_and_others_have_no_such_page(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    stage.given(cast, at, tracker=cast.binh)
    stage.leaves(cast.tam, at)
    stage.leaves(cast.binh, at)
    assert [one.whose for one in seen_by(cast.khoa, at).people] == [cast.tam]
    page = as_officer(cast.khoa).get("/handovers/orphans/").content.decode()
    assert "Hồ Tâm" in page
    assert "Phạm Bình" not in page
    assert as_officer(cast.hoa).get("/handovers/orphans/").status_code == 404


def test_one_press_begins_the_list_of_what_is_left(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    stage.given(cast, at)
    stage.leaves(cast.tam, at)
    client = as_officer(cast.lan)
    answer = client.post(f"/handovers/draft/seat/{cast.tam.pk}/", follow=True)
    assert "Chưa có người nhận" in answer.content.decode()
    again = client.post(f"/handovers/draft/seat/{cast.tam.pk}/", follow=True)
    assert again.redirect_chain == answer.redirect_chain, "to the one already begun"


def test_the_desk_of_the_office_and_of_the_administrator_count_it(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    stage.given(cast, at)
    stage.leaves(cast.tam, at)
    assert cast.khoa
    for who, there in ((cast.lan, "/desk/"), (cast.quyen, "/administration/")):
        assert "1 việc chưa có người phụ trách" in as_officer(who).get(there).content.decode()


def test_however_much_is_left_the_questions_asked_are_as_many(
    cast: Cast, at: datetime, django_assert_num_queries: Any
) -> None:
    everything_in_hand(cast, at)
    for number in range(12):
        stage.given(cast, at, f"Việc {number}", tracker=cast.binh)
    stage.leaves(cast.tam, at)
    stage.leaves(cast.binh, at)
    lan = cast.lan
    with django_assert_num_queries(4):
        seen_by(lan, at)


def successor_of(cast: Cast, giver: Officer) -> Officer:
    """Somebody new in the same body and role."""
    return cast.seat(giver.agency, giver.role, giver.title, f"Người kế nhiệm {giver.name}")


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    gone=st.sets(st.sampled_from(["tam", "binh", "nam", "hoa", "khoa"]), min_size=1),
    unit_ends=st.booleans(),
    how_many=st.integers(1, 4),
)
def test_nothing_is_left_with_nobody(
    db: None, gone: set[str], unit_ends: bool, how_many: int
) -> None:
    """Whoever leaves and whatever ends: after handing over all of it the page is empty."""
    from django.db import transaction

    with transaction.atomic():
        at = datetime.fromisoformat("2022-03-16T02:00:00+00:00")
        cast = Cast()
        assert cast.khoa
        everything_in_hand(cast, at)
        for number in range(how_many):
            task = stage.given(cast, at, f"Việc {number}", tracker=cast.binh, leader=cast.nam)
            tasks.watch(task, by=cast.hoa, at=at)
        for who in sorted(gone):
            stage.leaves(getattr(cast, who), at)
        if unit_ends:
            stage.merges(cast.construction, [cast.finance], at)
            cast.seat(cast.finance, "unit_head", "Giám đốc Sở", "Ngô Tài")
        hand_all_over(cast, at)
        left = seen_by(cast.quyen, at)
        assert left.people == left.bodies == []
        assert Task.objects.filter(state__in=("assigned", "accepted")).exists()
        transaction.set_rollback(True)


def hand_all_over(cast: Cast, at: datetime) -> None:
    """Bodies first, then people, each to a successor."""
    for one in seen_by(cast.quyen, at).bodies:
        ended: Agency = one.whose
        handover = actions.draft_succession(ended, by=cast.quyen, at=at)
        actions.hand_over(handover, by=cast.quyen, at=at + LATER)
    for one in seen_by(cast.quyen, at).people:
        giver: Officer = one.whose
        handover = actions.draft_handover(giver, by=cast.quyen, at=at)
        heir = successor_of(cast, giver)
        actions.fill_in(handover, by=cast.quyen, at=at, receiver=heir)
        actions.hand_over(handover, by=cast.quyen, at=at + LATER)


def test_each_thing_tells_in_its_own_history_who_took_it_over(cast: Cast, at: datetime) -> None:
    everything_in_hand(cast, at)
    for one in (cast.tam, cast.binh, cast.nam):
        stage.leaves(one, at)
    hand_all_over(cast, at)
    stage.merges(cast.construction, [cast.finance], at)
    hand_all_over(cast, at)
    told = set(Entry.objects.filter(said__has_key="handover").values_list("verb", flat=True))
    assert told == {
        "task.pass_on", "meeting.pass_on_meeting", "remedy.pass_on_remedy", "task.succeed",
        "meeting.succeed_in_meeting", "remedy.succeed_in_remedy",
    }  # fmt: skip


def test_what_is_being_registered_goes_over_and_a_locked_programme_stands(
    cast: Cast, at: datetime
) -> None:
    april, may = programmes.opened(cast), programmes.opened(cast, month=5)
    open_item = programmes.item(cast, april, "Rà soát", person=cast.viet, leader=cast.yen)
    locked = programmes.item(cast, may, "Kiểm tra", person=cast.viet)
    programmes.approved(cast, may)
    locked.refresh_from_db()
    heir = successor_of(cast, cast.viet)
    handover = actions.draft_handover(cast.viet, by=cast.hanh, at=at)
    actions.fill_in(handover, by=cast.hanh, at=at, receiver=heir)
    actions.hand_over(handover, by=cast.hanh, at=at)
    open_item.refresh_from_db()
    assert open_item.person == heir
    said: dict[str, Any] = {"part": "person", "giver": cast.viet, "receiver": heir}
    with pytest.raises(NotNow):
        pass_on_item(locked, by=cast.hanh, at=at, handover="thử", **said)
    assert locked.task is not None
    locked.task.refresh_from_db()
    assert locked.task.executor == heir, "what is locked is carried on by its task"
    said = {"ended": cast.ward_economy, "successor": cast.ward_division, "handover": "thử"}
    succeed_in_item(open_item, by=cast.hanh, at=at, **said)
    assert (open_item.unit, open_item.person) == (cast.ward_division, None)


def test_every_kind_says_what_it_is() -> None:
    keys = [holding.key for holding in (*OF_OFFICERS, *OF_UNITS)]
    assert len(keys) == len(set(keys))
    assert all(holding.label for holding in (*OF_OFFICERS, *OF_UNITS))
