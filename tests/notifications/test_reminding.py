"""The ladder walked by the clock: each step said once, on working days, never two at a time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import connection

from dondoc.agencies.models import CalendarDay, CommitteeRules, Officer
from dondoc.notifications.models import Notice
from dondoc.notifications.reminding import remind
from dondoc.rules.ladder import DEFAULT, Hearer, Step, When
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.urging.actions import set_ladder
from tests.cast import Cast
from tests.urging.test_slips import MARCH_16, sent

RESULT = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."
DUE = date(2022, 4, 15)  # a Friday; Monday 11 is Hùng Kings
REMIND, HEAD = "before_due.remind", "before_due.head"
TODAY, LATE, SILENT = "on_due.head", "after_due.office", "silence.stale"


def seven(day: date) -> datetime:
    """07:00 of the day in Việt Nam."""
    return datetime(day.year, day.month, day.day, 0, 0, tzinfo=UTC)


def april(day: int) -> datetime:
    return seven(date(2022, 4, day))


def reminded(officer: Officer) -> list[tuple[str, date | None]]:
    notices = Notice.objects.filter(officer=officer, entry=None).order_by("pk")
    return [(notice.step, notice.day) for notice in notices]


def walk(first: date, last: date, runs: int = 1) -> None:
    """The duty on every day of a stretch, days off too, so many times a day."""
    day = first
    while day <= last:
        for run in range(runs):
            remind(seven(day) + timedelta(minutes=run))
        day += timedelta(days=1)


def test_each_step_is_heard_by_whom_it_names_once_in_fifty_runs(cast: Cast, task: Task) -> None:
    actions.entrust(task, by=cast.khoa, at=april(1), executor=cast.tam)
    walk(date(2022, 4, 6), date(2022, 4, 20), runs=5)
    assert reminded(cast.tam) == reminded(cast.hoa) == [(REMIND, DUE), (LATE, DUE)]
    assert reminded(cast.khoa) == [(HEAD, DUE), (TODAY, DUE), (LATE, DUE)]
    assert reminded(cast.binh) == [(LATE, DUE)]
    told = Notice.objects.filter(officer=cast.khoa, step=TODAY).get()
    assert told.urgent
    assert told.created_at == april(15)


def test_nothing_is_said_at_the_weekend_nor_on_a_holiday_but_on_a_day_made_up(
    cast: Cast, task: Task
) -> None:
    assert remind(april(9)) == 0  # Saturday
    assert remind(april(11)) == 0  # Giỗ Tổ Hùng Vương
    CalendarDay.objects.create(
        day=date(2022, 4, 9), kind="work", name="Làm bù", source="Thông báo", scope=cast.city
    )
    CalendarDay.objects.create(
        day=date(2022, 4, 13), kind="off", name="Bão", source="Công điện", scope=cast.city
    )
    walk(date(2022, 4, 9), date(2022, 4, 13))
    assert [one.created_at for one in Notice.objects.filter(officer=cast.hoa)] == [april(9)]


def test_the_ladder_goes_over_tet(cast: Cast) -> None:
    given = actions.assign(
        cast.city, by=cast.binh, at=seven(date(2026, 2, 2)), lead=cast.construction,
        content="Báo cáo Tết", due=Due(date(2026, 2, 24)), executor=cast.tam,
    )  # fmt: skip
    actions.post_update(
        given, by=cast.hoa, at=seven(date(2026, 2, 10)), narrative="Đang làm", percent=10
    )
    walk(date(2026, 2, 11), date(2026, 2, 26))
    days = {n.step: n.created_at for n in Notice.objects.filter(entry=None, subject_id=given.pk)}
    assert days == {
        REMIND: seven(date(2026, 2, 12)), HEAD: seven(date(2026, 2, 23)),
        TODAY: seven(date(2026, 2, 24)), LATE: seven(date(2026, 2, 25)),
    }  # fmt: skip


def test_after_three_days_of_outage_only_the_highest_step_is_said_once(
    cast: Cast, task: Task
) -> None:
    assert cast.khoa
    remind(april(8))
    for _ in range(50):
        remind(april(18))  # from Tuesday 12 on the machine was off
    assert reminded(cast.khoa) == [(LATE, DUE)]
    assert reminded(cast.hoa) == [(LATE, DUE)]


def test_a_deadline_on_a_sunday_is_late_on_monday_and_never_due_today(cast: Cast) -> None:
    given(cast, date(2022, 4, 17))
    walk(date(2022, 4, 8), date(2022, 4, 19))
    assert [step for step, _ in reminded(cast.khoa)] == [HEAD, LATE]


def given(cast: Cast, due: date | None, **facts: Any) -> Task:
    """A task of 16 March, with whoever hears of it in his seat."""
    assert all((cast.hoa, cast.khoa, cast.tam, cast.binh))
    return actions.assign(
        cast.city, by=cast.binh, at=facts.pop("at", seven(date(2022, 3, 16))),
        lead=cast.construction, content="Rà soát quy hoạch",
        due=Due(due, facts.pop("hour", None)), tracker=cast.binh, **facts,
    )  # fmt: skip


def test_a_starred_task_is_urged_earlier(cast: Cast, task: Task) -> None:
    actions.star(task, by=cast.binh, at=april(1), reason="Trọng tâm")
    walk(date(2022, 4, 4), date(2022, 4, 18))
    said = {n.step: n.created_at for n in Notice.objects.filter(entry=None)}
    assert said == {REMIND: april(7), HEAD: april(13), TODAY: april(15), LATE: april(18)}


def test_a_task_with_an_hour_is_not_called_due_today_when_the_hour_has_passed(cast: Cast) -> None:
    given(cast, DUE, hour=time(6))
    remind(april(15))
    assert reminded(cast.khoa) == []
    remind(april(18))
    assert reminded(cast.khoa) == [(LATE, DUE)]


def test_a_result_that_waits_for_the_office_is_not_chased(cast: Cast, task: Task) -> None:
    actions.submit(task, by=cast.hoa, at=april(7), narrative=RESULT)
    walk(date(2022, 4, 8), date(2022, 4, 20))
    assert not Notice.objects.filter(entry=None).exists()


def test_what_comes_back_from_the_office_late_is_urged_again(cast: Cast, task: Task) -> None:
    actions.submit(task, by=cast.hoa, at=april(12), narrative=RESULT)
    walk(date(2022, 4, 12), date(2022, 4, 19))
    actions.send_back(task, by=cast.binh, at=april(19), reason="Thiếu phụ lục")
    remind(april(20))
    assert reminded(cast.hoa) == [(LATE, DUE)]


def test_a_new_deadline_is_called_out_afresh(cast: Cast, task: Task) -> None:
    remind(april(12))
    may = date(2022, 5, 20)
    actions.change_deadline(task, by=cast.lan, at=april(12), due=Due(may), reason="Theo công văn")
    actions.post_update(task, by=cast.hoa, at=april(12), narrative="Đang làm", percent=10)
    walk(date(2022, 4, 13), date(2022, 5, 17))
    assert [each for each in reminded(cast.hoa) if each[0] == REMIND] == [
        (REMIND, DUE),
        (REMIND, may),
    ]


def test_a_task_given_on_the_eve_is_not_reminded_of_what_was_just_said(cast: Cast) -> None:
    given(cast, DUE, at=april(13))
    remind(april(14))
    assert reminded(cast.hoa) == []
    assert reminded(cast.khoa) == [(HEAD, DUE)]


def test_a_backlog_of_years_is_not_said_again(cast: Cast, task: Task) -> None:
    assert remind(seven(date(2022, 5, 30))) == 0


def test_a_task_of_which_nothing_is_heard_is_urged_like_a_late_one(cast: Cast) -> None:
    CommitteeRules.objects.create(committee=cast.city, stale_days=20)
    quiet = given(cast, None)
    walk(date(2022, 4, 1), date(2022, 4, 20))
    assert reminded(cast.hoa) == reminded(cast.khoa) == [(SILENT, date(2022, 3, 16))]
    assert Notice.objects.get(officer=cast.hoa, step=SILENT).created_at == april(6)
    actions.post_update(quiet, by=cast.hoa, at=april(20), narrative="Đang làm", percent=10)
    walk(date(2022, 5, 9), date(2022, 5, 12))
    assert reminded(cast.hoa)[1:] == [(SILENT, date(2022, 4, 20))]


def test_a_long_task_gets_a_word_at_half_its_time_and_a_short_one_none(cast: Cast) -> None:
    long, short = given(cast, date(2022, 5, 15)), given(cast, date(2022, 4, 15))
    walk(date(2022, 3, 17), date(2022, 5, 4))
    half = Notice.objects.filter(step="share.half", officer=cast.hoa)
    assert [(one.subject_id, one.created_at) for one in half] == [(long.pk, april(18))]
    assert short.pk != long.pk


def test_one_matter_is_urged_once_a_day_though_two_steps_fall_on_it(cast: Cast) -> None:
    CommitteeRules.objects.create(committee=cast.city, stale_days=22)
    given(cast, date(2022, 4, 13), at=seven(date(2022, 3, 16)))
    remind(april(8))  # 3 working days before, and silent since 23 days
    assert reminded(cast.hoa) == [(REMIND, date(2022, 4, 13))]
    remind(april(8) + timedelta(hours=8))
    assert len(reminded(cast.hoa)) == 1
    remind(april(12))
    assert reminded(cast.khoa) == [(HEAD, date(2022, 4, 13))]


def test_the_office_sets_its_own_steps(cast: Cast, task: Task) -> None:
    leader = Step("after_due.own1", When.AFTER_DUE, n=3, hearers=(Hearer.LEADER,))
    steps = [replace(one, active=one.key != HEAD) for one in DEFAULT]
    set_ladder(cast.city, by=cast.lan, at=april(1), steps=[*steps, leader])
    task.leader = cast.nam
    task.save()
    walk(date(2022, 4, 12), date(2022, 4, 21))
    assert [step for step, _ in reminded(cast.khoa)] == [TODAY, LATE]
    assert reminded(cast.nam) == [("after_due.own1", DUE)]


def test_who_follows_a_task_hears_that_it_is_late(cast: Cast, task: Task) -> None:
    actions.watch(task, by=cast.dung, at=april(1))
    walk(date(2022, 4, 12), date(2022, 4, 19))
    assert reminded(cast.dung) == [(LATE, DUE)]


def test_a_thousand_matters_are_told_in_a_few_statements(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for _ in range(60):
        given(cast, DUE)
    with django_assert_max_num_queries(45):
        assert remind(april(18)) == 180


@pytest.mark.usefixtures("committed")
def test_two_clocks_at_once_remind_once(cast: Cast, task: Task) -> None:
    for _ in range(20):
        given(cast, DUE)

    def strike() -> None:
        remind(april(12))
        connection.close()

    clocks = [Thread(target=strike) for _ in range(2)]
    for clock in clocks:
        clock.start()
    for clock in clocks:
        clock.join()
    assert len(reminded(cast.hoa)) == 21


def test_what_the_office_urged_by_paper_this_morning_the_clock_leaves_alone(
    cast: Cast, settings: Any, tmp_path: Any
) -> None:
    settings.FILES = tmp_path
    task = given(cast, date(2022, 3, 15), at=seven(date(2022, 2, 28)))
    sent(cast, task)  # on 16 March at 09:00, one day late
    remind(MARCH_16 + timedelta(hours=3))
    assert not Notice.objects.about(task).filter(entry=None).exists()
    remind(seven(date(2022, 3, 17)))
    assert (LATE, date(2022, 3, 15)) in reminded(cast.hoa)
