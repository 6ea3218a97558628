"""Amber: few working days are left, or most of the time is over. Orange: done late, for ever."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.models import CommitteeRules, Officer
from dondoc.database.clock import day_of
from dondoc.rules.timeliness import Timeliness, share_moment
from dondoc.scorecards import queries
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task, TaskVersion
from dondoc.tasks.schedules.charting import chart
from dondoc.tasks.schedules.showing import View
from tests.cast import Cast
from tests.scorecards.lives import MARCH, RESULT, day, finish, give
from tests.tasks.plans import road

SignIn = Callable[[Officer], Client]
LONG = date(2022, 6, 8)  # 100 days after 1 March: 80 % are over on 20 May


def kind_of(task: Task, at: datetime, cast: Cast) -> str:
    return str(task.judged(at, thresholds_of(cast.city, at).soon_until).timeliness)


def test_a_long_task_is_due_soon_when_four_fifths_of_its_time_are_over(cast: Cast) -> None:
    task = give(cast, LONG)
    moment = share_moment(MARCH, task.due_at or MARCH, 80)
    assert task.soon_at == moment
    before, after = moment - timedelta(minutes=1), moment + timedelta(minutes=1)
    assert kind_of(task, before, cast) == Timeliness.IN_TERM
    assert kind_of(task, after, cast) == Timeliness.DUE_SOON
    for at, soon in ((before, 0), (after, 1)):
        until = thresholds_of(cast.city, at).soon_until
        assert Task.objects.due_soon(at, until).count() == soon
        half_year = queries.Period(date(2022, 1, 1), date(2022, 6, 30))
        tally = queries.count(cast.city, half_year, at)[cast.construction.pk]
        assert tally.open_due_soon == soon


def test_a_short_task_is_due_soon_by_its_days(cast: Cast) -> None:
    task = give(cast, date(2022, 3, 10), at=MARCH)
    assert kind_of(task, day(0), cast) == Timeliness.IN_TERM
    assert kind_of(task, day(2), cast) == Timeliness.DUE_SOON  # five working days, 22 % of the time


def test_the_committee_sets_the_share_and_it_holds_for_deadlines_given_from_then_on(
    cast: Cast,
) -> None:
    before = give(cast, LONG)
    CommitteeRules.objects.create(committee=cast.city, due_soon_percent=50)
    after = give(cast, LONG)
    assert before.soon_at
    assert after.soon_at
    assert after.soon_at == share_moment(MARCH, after.due_at or MARCH, 50) < before.soon_at


def test_a_moved_deadline_has_a_share_of_its_own_and_the_past_keeps_the_old(cast: Cast) -> None:
    task = give(cast, LONG)
    was, moved_at = task.soon_at, datetime(2022, 5, 25, tzinfo=UTC)
    half_year = queries.Period(date(2022, 1, 1), date(2022, 6, 30))
    told = queries.count(cast.city, half_year, moved_at - timedelta(hours=1))
    actions.change_deadline(
        task, by=cast.lan, at=moved_at, due=Due(date(2022, 12, 30)), reason="Theo công văn"
    )
    assert was
    assert task.soon_at
    assert task.soon_at > was
    versions = TaskVersion.objects.filter(task=task).order_by("valid_from")
    assert [one.soon_at for one in versions] == [was, task.soon_at]
    assert kind_of(task, moved_at, cast) == Timeliness.IN_TERM
    assert queries.count(cast.city, half_year, moved_at - timedelta(hours=1)) == told
    assert told[cast.construction.pk].open_due_soon == 1
    actions.change_deadline(task, by=cast.lan, at=moved_at, due=Due(None), reason="Bỏ hạn")
    assert task.soon_at is None


@pytest.mark.parametrize("page", ["tasks:list", "scorecards:leader", "tasks:desk"])
def test_pages_say_what_counts_as_soon(cast: Cast, as_officer: SignIn, page: str) -> None:
    give(cast, date(2022, 3, 18))
    who = cast.nam if page == "scorecards:leader" else cast.hoa
    shown = as_officer(who).get(reverse(page)).content.decode()
    assert "còn 5 ngày làm việc trở xuống hoặc đã qua 80 % thời gian" in shown


def line_of(client: Client, page: str, code: str) -> str:
    """The row of a table in which the task stands."""
    html = client.get(page).content.decode()
    rows = [row for row in html.split("<tr")[1:] if code in row]
    return rows[0].split("</tr>")[0]


def test_done_late_is_orange_with_its_word_in_lists_on_its_page_and_in_figures(
    cast: Cast, as_officer: SignIn
) -> None:
    late, good = give(cast, date(2022, 3, 5)), give(cast, date(2022, 3, 14))
    finish(cast, late, day(8))
    finish(cast, good, day(8))
    lan = as_officer(cast.lan)
    pages = (
        f"{reverse('tasks:list')}?state=done",
        f"{reverse('scorecards:behind')}?count=completed&unit={cast.construction.pk}",
    )
    for page in pages:
        row, other = line_of(lan, page, late.code), line_of(lan, page, good.code)
        assert "Hoàn thành quá hạn" in row
        assert "tone-green" not in row
        assert "tone-orange" not in other
    detail = lan.get(reverse("tasks:detail", args=[late.code])).content.decode()
    head = detail[detail.index("<h1") :][:2500]
    assert "Hoàn thành quá hạn 4 ngày" in head
    assert "tone-green" not in head
    unit = lan.get(reverse("scorecards:unit", args=[cast.construction.pk])).content.decode()
    assert 'class="dd-tile tone-orange"' in unit


def test_in_a_schedule_too_what_was_done_late_stays_orange(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    schedule, tasks = road(cast, at - timedelta(days=9))
    late = tasks[0]
    Task.objects.filter(pk=late.pk).update(due_at=at - timedelta(days=5))
    late.refresh_from_db()
    actions.submit(
        late, by=cast.khoa, at=at - timedelta(days=3), narrative=RESULT, late_reason="Chờ ý kiến"
    )
    view = View(schedule, cast.binh, day_of(at))
    shown = view.find(late.code)
    assert shown
    assert shown.tone == Timeliness.DONE_LATE
    assert shown.standing == "Đã xong, quá hạn"
    bars = {row["id"]: row for row in chart(view, None)["rows"] if row["kind"] == "task"}
    assert bars[late.pk]["doneLate"]
    page = as_officer(cast.binh).get(reverse("tasks:schedule", args=[schedule.pk]))
    assert "Đã xong, quá hạn" in page.content.decode()
