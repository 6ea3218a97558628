"""Who hears of what: every verb has its line, and the right people are in it."""

import importlib
import pkgutil
from collections import Counter
from datetime import datetime

import pytest

import dondoc
from dondoc.database.clock import day_of
from dondoc.notifications.audience import (
    AUDIENCE,
    REMINDED,
    Deed,
    nobody,
    officers_who_hear,
    tasks,
)
from dondoc.notifications.lines import SaidTwice, all_lines
from dondoc.notifications.models import Notice
from dondoc.notifications.seats import Seats
from dondoc.notifications.subjects import SUBJECTS
from dondoc.notifications.telling import tell
from dondoc.notifications.words import SAYINGS
from dondoc.rules.ladder import SPOKEN, Hearer
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.workflow import Flow
from tests.cast import Cast
from tests.planning.programmes import stage as programmes


def every_verb() -> set[str]:
    for module in pkgutil.walk_packages(dondoc.__path__, "dondoc."):
        if "actions" in module.name.split("."):
            importlib.import_module(module.name)
    return {move.name for flow in Flow.all.values() for move in flow.moves.values()}


def test_every_verb_of_every_flow_has_a_line() -> None:
    silent = every_verb() - set(AUDIENCE)
    assert not silent, f"notifications/audience has no line for {sorted(silent)}"


def test_whatever_is_heard_is_said_in_words() -> None:
    heard = {verb for verb, hearers in AUDIENCE.items() if hearers is not nobody} | set(REMINDED)
    assert heard | {str(when) for when in SPOKEN} == set(SAYINGS)


def test_whatever_is_heard_is_about_something_that_can_be_told_of() -> None:
    """A flow bears the name of its subject's model; without a line nobody would be told."""
    heard = {verb for verb, hearers in AUDIENCE.items() if hearers is not nobody}
    mute = {verb.partition(".")[0] for verb in heard} - set(SUBJECTS)
    assert not mute, f"notifications/subjects has no line for {sorted(mute)}"


def test_no_verb_has_two_lines() -> None:
    with pytest.raises(SaidTwice, match=r"task\.star"):
        all_lines({"task.star": nobody}, {"task.star": nobody})


def test_whoever_hears_of_a_task_may_see_it(cast: Cast, task: Task, at: datetime) -> None:
    actions.entrust(task, by=cast.khoa, at=at, executor=cast.tam)
    actions.watch(task, by=cast.dung, at=at)
    deed = Deed(task, Seats(day_of(at)))
    for verb, hearers in {**AUDIENCE, **tasks.URGED}.items():
        if verb.startswith("task.") or verb in tasks.URGED:
            for officer in officers_who_hear(hearers, deed):
                assert Task.objects.visible_to(officer).filter(pk=task.pk).exists(), verb


def who_hears(verb: str, task: Task, at: datetime) -> set[str]:
    hearers = {**AUDIENCE, **tasks.URGED}[verb]
    return {o.user.name for o in officers_who_hear(hearers, Deed(task, Seats(day_of(at))))}


def test_an_assignment_is_heard_by_lead_and_supporting_units(
    cast: Cast, task: Task, at: datetime
) -> None:
    assert cast.tam
    assert cast.minh
    assert who_hears("task.assign", task, at) == {"Ngô Hoa", "Vũ Khoa", "Bùi Xuân", "Phạm Bình"}


def test_a_result_is_heard_by_the_tracker_named_and_else_by_the_office(
    cast: Cast, task: Task, at: datetime
) -> None:
    assert who_hears("task.submit", task, at) == {"Phạm Bình"}
    task.tracker = None
    assert who_hears("task.submit", task, at) == {"Phạm Bình", "Trần Lan"}


def test_the_head_of_the_office_hears_of_a_request_for_more_time(
    cast: Cast, task: Task, at: datetime
) -> None:
    assert "Trần Lan" in who_hears("task.ask_extension", task, at)


def test_who_follows_a_task_hears_and_who_left_his_seat_does_not(
    cast: Cast, task: Task, at: datetime
) -> None:
    actions.watch(task, by=cast.dung, at=at)
    assert "Cao Dũng" in who_hears("task.confirm", task, at)
    cast.dung.until_on = day_of(at).replace(day=1)
    cast.dung.save()
    assert "Cao Dũng" not in who_hears("task.confirm", task, at)


def test_a_district_without_an_office_still_hears_through_whoever_sits_there(
    cast: Cast, task: Task, at: datetime
) -> None:
    task.lead = cast.ward
    leader = cast.seat(cast.ward, "leader", "Chủ tịch UBND phường", "Tạ Sơn")
    assert leader.user.name in who_hears(Hearer.HEAD, task, at)


def test_a_result_of_the_office_itself_is_heard_by_the_leader_who_confirms_it(
    cast: Cast, at: datetime
) -> None:
    own = actions.assign(
        cast.city, by=cast.lan, at=at, lead=cast.office, content="Kế hoạch giao ban",
        due=Due(None), leader=cast.nam,
    )  # fmt: skip
    assert who_hears("task.submit", own, at) == {"Lê Nam"}


def test_an_approved_programme_is_told_once_and_its_tasks_to_those_named(
    cast: Cast, at: datetime
) -> None:
    april = programmes.opened(cast)
    named = programmes.item(cast, april, "Rà soát", person=cast.viet)
    programmes.item(cast, april, "Kiểm tra", coordinating=[cast.ward_division])
    programmes.item(cast, april, "Kế hoạch", unit=cast.ward_office, by=cast.hanh)
    programmes.approved(cast, april)
    tell(programmes.MARCH_16)
    told = Counter(
        Notice.objects.filter(step__in=("task.assign", "programme.approve")).values_list(
            "officer__user__name", "step"
        )
    )
    assert told == {
        ("Châu Phúc", "programme.approve"): 1, ("Mai Thu", "programme.approve"): 1,
        ("Trịnh Hạnh", "programme.approve"): 1, ("Lưu Giang", "programme.approve"): 1,
        ("Kiều Việt", "task.assign"): 1, ("Mai Thu", "task.assign"): 1,
    }  # fmt: skip
    named.refresh_from_db()
    words = Notice.objects.filter(step="programme.approve").values_list("words", flat=True)
    assert all("3 nội dung" in one for one in words)
