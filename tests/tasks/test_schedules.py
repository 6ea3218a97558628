"""Tasks that wait for one another: laid out, slipped, frozen, by those who may."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.rules import critical_path
from dondoc.tasks import actions
from dondoc.tasks.models import Baseline, Dependency, Schedule, ScheduledTask, Task
from dondoc.tasks.schedules.holding import holders
from dondoc.tasks.schedules.outlook import Outlook
from dondoc.tasks.schedules.showing import View
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.tasks.plans import START, laid_out, road, task_of

SignIn = Callable[[Officer], Client]


def days_of(schedule: Schedule, at: datetime) -> dict[str, tuple[date, date]]:
    outlook = Outlook.of(schedule, day_of(at))
    return {
        outlook.by_id[pk].content: (one.early_start, one.early_finish)
        for pk, one in outlook.placed.items()
    }


def test_each_stands_after_what_it_waits_for(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    outlook = Outlook.of(schedule, day_of(at))
    assert days_of(schedule, at) == {
        "Khảo sát tuyến đường": (date(2022, 3, 16), date(2022, 3, 18)),
        "Bố trí vốn bồi thường": (date(2022, 3, 21), date(2022, 3, 25)),
        "Bàn giao mặt bằng": (date(2022, 3, 25), date(2022, 3, 25)),
        "Thông báo cho nhân dân": (date(2022, 3, 16), date(2022, 3, 17)),
    }
    assert outlook.chain == tuple(task.pk for task in tasks[:3])
    assert outlook.placed[tasks[3].pk].total_slack == 6


def test_what_is_not_begun_begins_today_at_the_earliest(cast: Cast, at: datetime) -> None:
    schedule, _ = road(cast, at)
    later = at + timedelta(days=5)  # Monday 21/03, nothing was taken up
    assert days_of(schedule, later)["Khảo sát tuyến đường"][0] == date(2022, 3, 21)


def test_what_is_in_hand_ends_today_at_the_earliest(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    actions.accept(tasks[0], by=cast.hoa, at=at)
    assert days_of(schedule, at + timedelta(days=1))["Khảo sát tuyến đường"][1] == date(2022, 3, 18)
    late = days_of(schedule, at + timedelta(days=6))  # Tuesday 22/03
    assert late["Khảo sát tuyến đường"] == (date(2022, 3, 18), date(2022, 3, 22))
    assert late["Bố trí vốn bồi thường"][0] == date(2022, 3, 23)


def test_what_is_submitted_stands_on_its_day(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    actions.submit(
        tasks[0], by=cast.hoa, at=at + timedelta(days=1), narrative="Đã khảo sát xong toàn tuyến."
    )
    outlook = Outlook.of(schedule, day_of(at + timedelta(days=6)))
    assert outlook.placed[tasks[0].pk].early_finish == date(2022, 3, 17)
    assert tasks[0].pk not in outlook.chain


def test_a_recalled_task_holds_nothing_up(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    actions.recall(tasks[0], by=cast.binh, at=at, reason="Giao nhầm")
    assert days_of(schedule, at)["Bố trí vốn bồi thường"][0] == date(2022, 3, 16)
    assert [row.code for row in Outlook.of(schedule, day_of(at)).recalled] == [tasks[0].code]


def test_a_loop_is_refused_by_name(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    with pytest.raises(Refused) as refusal:
        actions.link(schedule, by=cast.binh, at=at, earlier=tasks[2], later=tasks[0])
    said = str(refusal.value)
    assert "chờ nhau thành vòng" in said
    assert f"{tasks[0].code} (Khảo sát tuyến đường) → {tasks[1].code}" in said
    assert not Dependency.objects.filter(earlier__task=tasks[2]).exists()


def test_a_task_is_in_one_schedule_only(cast: Cast, at: datetime) -> None:
    _, tasks = road(cast, at)
    other = actions.set_up(cast.city, by=cast.binh, at=at, name="Khác", start_on=START)
    with pytest.raises(Refused, match="đã ở khung tiến độ “Đường găng quý II”"):
        actions.add_tasks(other, by=cast.binh, at=at, tasks=tasks[:1], duration=3)


def test_only_the_assigning_side_keeps_a_schedule(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    for stranger in (cast.khoa, cast.hoa, cast.dung):
        with pytest.raises(NotPermitted):
            actions.plan_task(
                schedule, by=stranger, at=at, task=tasks[0], duration=9, not_before=None,
                reason="Muốn thế",
            )  # fmt: skip
        with pytest.raises(NotPermitted):
            actions.set_up(cast.city, by=stranger, at=at, name="Của tôi", start_on=START)
    actions.plan_task(
        schedule, by=cast.nam, at=at, task=tasks[0], duration=4, not_before=None, reason="Mưa"
    )
    assert ScheduledTask.objects.get(task=tasks[0]).duration == 4


def test_a_slip_that_breaks_a_deadline_warns_its_unit(cast: Cast, at: datetime) -> None:
    from dondoc.notifications.models import Notice
    from dondoc.notifications.telling import tell

    schedule, tasks = road(cast, at)
    _ = cast.khoa, cast.hoa, cast.xuan, cast.lan
    tell(at)
    Notice.objects.all().delete()
    actions.plan_task(
        schedule, by=cast.binh, at=at, task=tasks[0], duration=7, not_before=None,
        reason="Mưa kéo dài",
    )  # fmt: skip
    entry = Entry.objects.get(verb="task.warn_of_slip")
    assert entry.subject_id == tasks[1].pk  # Tài chính: 31/03 instead of 28/03
    assert entry.said == {"finish_on": "2022-03-31", "reason": "Mưa kéo dài"}
    tell(at)
    told = set(Notice.objects.filter(step="task.warn_of_slip").values_list("officer", flat=True))
    assert told == {cast.xuan.pk, cast.lan.pk}
    planned = set(
        Notice.objects.filter(step="schedule.plan_task").values_list("officer", flat=True)
    )
    assert {cast.khoa.pk, cast.hoa.pk} <= planned


def test_what_was_late_already_is_not_told_again(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    for duration in (7, 9):
        actions.plan_task(
            schedule, by=cast.binh, at=at, task=tasks[0], duration=duration, not_before=None,
            reason="Mưa",
        )  # fmt: skip
    found = Entry.objects.filter(verb="task.warn_of_slip").values_list("subject_id", flat=True)
    assert sorted(found) == sorted([tasks[1].pk, tasks[0].pk])  # its own deadline at 9 days
    with pytest.raises(Refused, match="vẫn kịp"):
        actions.warn_of_slip(
            tasks[0], by=cast.binh, at=at, finish_on=date(2022, 3, 20), reason="Nhầm"
        )


def test_a_frozen_plan_stays_as_it_was(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    first = actions.set_baseline(schedule, by=cast.binh, at=at, reason="Kế hoạch 12")
    actions.plan_task(
        schedule, by=cast.binh, at=at, task=tasks[0], duration=5, not_before=None, reason="Mưa"
    )
    outlook = Outlook.of(schedule, day_of(at))
    assert outlook.finish_drift == 2
    assert outlook.drift(tasks[1].pk) == 2
    assert outlook.drift(tasks[3].pk) == 0
    actions.set_baseline(schedule, by=cast.lan, at=at)
    assert Outlook.of(schedule, day_of(at)).finish_drift == 0
    assert Baseline.objects.count() == 2
    for change in (lambda: first.delete(), lambda: first.save()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_closing_frees_the_tasks_and_keeps_their_days(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    actions.close_schedule(schedule, by=cast.binh, at=at, reason="Đã bàn giao")
    last = Baseline.objects.get()
    assert last.rows[str(tasks[1].pk)] == ["2022-03-21", "2022-03-25", 5]
    assert not ScheduledTask.objects.exists()
    with pytest.raises(NotNow):
        actions.redraw(schedule, by=cast.binh, at=at, name="Lại", start_on=START)


def test_links_and_tasks_are_taken_out(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    actions.unlink(schedule, by=cast.binh, at=at, earlier=tasks[0], later=tasks[1])
    assert days_of(schedule, at)["Bố trí vốn bồi thường"][0] == START
    with pytest.raises(Refused, match="không có liên kết"):
        actions.unlink(schedule, by=cast.binh, at=at, earlier=tasks[0], later=tasks[1])
    actions.take_out(schedule, by=cast.binh, at=at, tasks=[tasks[2]], reason="Không cần nữa")
    assert set(days_of(schedule, at)) == {
        "Khảo sát tuyến đường", "Bố trí vốn bồi thường", "Thông báo cho nhân dân"
    }  # fmt: skip


def test_who_holds_up_whom_is_told_by_harm(cast: Cast, at: datetime) -> None:
    schedule, tasks = road(cast, at)
    found = holders(View(schedule, cast.binh, day_of(at)))
    assert [(one.unit, one.waiting) for one in found] == [
        ("Sở Xây dựng", ["Sở Tài chính"]), ("Sở Tài chính", ["Sở Xây dựng"])
    ]  # fmt: skip
    worst = found[0].holds[0]
    assert (worst.until, worst.days, worst.behind) == (date(2022, 3, 21), 3, 2)
    actions.submit(tasks[0], by=cast.hoa, at=at, narrative="Đã khảo sát xong tuyến đường.")
    after = holders(View(schedule, cast.binh, day_of(at)))
    assert [one.unit for one in after] == ["Sở Tài chính"]


def drawn(draw: st.DrawFn) -> tuple[list[int], dict[int, list[tuple[int, str, int]]]]:
    lengths = draw(st.lists(st.integers(0, 6), min_size=2, max_size=7))
    waits: dict[int, list[tuple[int, str, int]]] = {}
    for n in range(1, len(lengths)):
        earlier = draw(st.lists(st.integers(0, n - 1), unique=True, max_size=3))
        kinds = st.tuples(st.sampled_from(["FS", "SS", "FF"]), st.integers(-3, 4))
        waits[n] = [(one, *draw(kinds)) for one in earlier]
    return lengths, waits


plans = st.composite(drawn)()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=plans, days=st.integers(1, 15))
def test_the_stored_network_is_laid_out_by_the_rule(
    cast: Cast, at: datetime, plan: tuple[list[int], dict[int, list[tuple[int, str, int]]]],
    days: int,
) -> None:  # fmt: skip
    """Dates are the rule's; slack and chain hold; a preview writes nothing."""
    _ = cast.binh, cast.construction, cast.finance  # they outlive each plan
    with transaction.atomic():
        _check_one(cast, at, *plan, days)
        transaction.set_rollback(True)


def _check_one(
    cast: Cast, at: datetime, lengths: list[int], waits: dict[int, list[tuple[int, str, int]]],
    days: int,
) -> None:  # fmt: skip
    tasks = [
        task_of(cast, at, f"Việc {n}", ("construction", "finance")[n % 2])
        for n in range(len(lengths))
    ]
    schedule = laid_out(cast, at, tasks, lengths, waits)
    network = critical_path.Network(
        [
            critical_path.Activity(
                task.pk, lengths[n],
                tuple(critical_path.Dependency(tasks[m].pk, critical_path.Type(kind), lag)
                      for m, kind, lag in waits.get(n, ())),
                not_before=START,
            )
            for n, task in enumerate(tasks)
        ],
        START, calendar_of(cast.city),
    )  # fmt: skip
    outlook = Outlook.of(schedule, day_of(at))
    laid = critical_path.schedule(network)
    assert outlook.placed == laid.placed
    assert outlook.chain == laid.chain
    for one in outlook.placed.values():
        assert 0 <= one.free_slack <= one.total_slack
        assert one.critical == (one.total_slack == 0)
    assert all(outlook.placed[pk].critical for pk in outlook.chain)
    assert outlook.placed[outlook.chain[-1]].early_finish == outlook.finish
    before = _all_rows()
    slipped = View(schedule, cast.binh, day_of(at)).slip(tasks[0].pk, days)
    assert slipped.finish == critical_path.slip(network, tasks[0].pk, days).after.finish
    assert slipped.slip.finish_days == max(0, days - outlook.placed[tasks[0].pk].total_slack)
    assert _all_rows() == before


def _all_rows() -> list[list[object]]:
    kinds = (Schedule, ScheduledTask, Dependency, Baseline, Task, Entry)
    return [list(kind.objects.order_by("pk").values()) for kind in kinds]
