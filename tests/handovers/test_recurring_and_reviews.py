"""A unit that owes something every month, or confirms its tasks in a review, is merged."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from dondoc.database.clock import day_of
from dondoc.handovers import actions
from dondoc.handovers.models import Handover
from dondoc.handovers.orphans import orphans_of
from dondoc.planning import actions as planning
from dondoc.planning.models import RecurringDuty
from dondoc.planning.recurring_duty import give_recurring
from dondoc.rules.recurring import Every, Recurrence
from dondoc.tasks.models import Task
from dondoc.urging import actions as urging
from dondoc.urging.models import ReviewLine
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.handovers.stage import drawn_up, given, merges

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=5)
MARCH, APRIL = date(2022, 3, 25), date(2022, 4, 25)
REPORT = "Báo cáo kết quả khắc phục"


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.FILES = tmp_path


def monthly(cast: Cast, at: datetime, **more: Any) -> RecurringDuty:
    """Sở Xây dựng reports by the 25th of each month, in the name of Phó Chủ tịch Nam."""
    assert cast.xuan
    return planning.set_up_duty(
        cast.city, by=cast.binh, at=at, content=REPORT, recurrence=Recurrence(Every.MONTH, 25),
        leader=cast.nam, **{"leads": [cast.construction], **more},
    )  # fmt: skip


def five(day: date) -> datetime:
    """05:00 of the day in Việt Nam."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=2)


def succeeded(cast: Cast, at: datetime) -> Handover:
    """Sở Xây dựng ended; its one successor takes over all it held."""
    merges(cast.construction, [cast.finance], at)
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    actions.hand_over(handover, by=cast.lan, at=at + LATER)
    return handover


def due_of(unit: Any) -> list[date | None]:
    return list(Task.objects.filter(lead=unit).order_by("due_at").values_list("due_on", flat=True))


def test_the_successor_is_given_every_period_to_come_and_none_twice(
    cast: Cast, at: datetime
) -> None:
    duty = monthly(cast, at)
    give_recurring(five(date(2022, 3, 17)))
    succeeded(cast, at + timedelta(days=4))
    give_recurring(five(date(2022, 3, 23)))
    assert due_of(cast.finance) == [MARCH], "the one already given went over as a task"
    give_recurring(five(date(2022, 4, 18)))
    assert (due_of(cast.finance), due_of(cast.construction)) == ([MARCH, APRIL], [])
    assert list(duty.leads.all()) == [cast.finance]


def test_a_unit_that_already_owes_it_owes_it_once(cast: Cast, at: datetime) -> None:
    duty = monthly(cast, at, leads=[cast.construction, cast.finance])
    succeeded(cast, at)
    give_recurring(five(date(2022, 3, 17)))
    assert (due_of(cast.finance), list(duty.leads.all())) == ([MARCH], [cast.finance])


def test_a_period_left_out_is_left_out_for_the_successor_too(cast: Cast, at: datetime) -> None:
    duty = monthly(cast, at)
    planning.skip_occurrence(duty, by=cast.lan, at=at, period=MARCH, reason="Tổng kết")
    succeeded(cast, at)
    give_recurring(five(date(2022, 3, 17)))
    assert due_of(cast.finance) == []
    assert duty.occurrences.get(unit=cast.finance).skipped == "Tổng kết"


def test_periods_to_come_are_given_in_the_name_of_the_leader_who_took_over(
    cast: Cast, at: datetime
) -> None:
    duty = monthly(cast, at)
    another = cast.seat(cast.city, "leader", "Phó Chủ tịch UBND", "Lý Phúc")
    wrong = drawn_up(cast, at, cast.nam, cast.binh)
    with pytest.raises(Refused, match="không phải lãnh đạo"):
        actions.hand_over(wrong, by=cast.lan, at=at + LATER)
    actions.fill_in(wrong, by=cast.lan, at=at, receiver=another, reason="phân công lại")
    actions.hand_over(wrong, by=cast.lan, at=at + LATER)
    duty.refresh_from_db()
    assert duty.leader == another
    give_recurring(five(date(2022, 3, 17)))
    assert Task.objects.get().leader == another


def test_what_was_not_yet_confirmed_the_successor_confirms(cast: Cast, at: datetime) -> None:
    assert cast.xuan
    waits, said = given(cast, at, "Còn phải rà soát"), given(cast, at, "Đã rà soát")
    review = urging.open_review(
        cast.city, by=cast.lan, at=at, name="Rà soát quý I", words="Rà soát từng việc.",
        until=day_of(at) + timedelta(days=5), units=[cast.construction],
    )  # fmt: skip
    done = review.lines.get(task=said)
    urging.confirm_line(
        done, by=cast.hoa, at=at, standing="on_track", commit_on=day_of(at) + timedelta(days=9)
    )
    succeeded(cast, at)
    line = review.lines.get(task=waits)
    done.refresh_from_db()
    assert (line.unit, done.unit) == (cast.finance, cast.construction)
    head = cast.seat(cast.finance, "unit_head", "Giám đốc Sở", "Ngô Tài")
    urging.confirm_line(
        line, by=head, at=at + LATER, standing="on_track", commit_on=day_of(at) + timedelta(days=9)
    )
    assert line.state == ReviewLine.State.CONFIRMED


def test_both_stand_among_what_has_no_owner_until_they_went_over(cast: Cast, at: datetime) -> None:
    monthly(cast, at)
    given(cast, at)
    urging.open_review(
        cast.city, by=cast.lan, at=at, name="Rà soát", words="Rà soát.", until=MARCH,
        units=[cast.construction],
    )  # fmt: skip
    merges(cast.construction, [cast.finance], at)
    counted = {one.key: n for one, n in orphans_of(cast.lan, day_of(at)).by_holding()}
    assert (counted["duty_unit"], counted["review_line"]) == (1, 1)
    handover = actions.draft_succession(cast.construction, by=cast.lan, at=at)
    actions.hand_over(handover, by=cast.lan, at=at + LATER)
    assert orphans_of(cast.lan, day_of(at)).bodies == []


def test_neither_goes_over_twice_nor_by_whoever_has_no_say(cast: Cast, at: datetime) -> None:
    duty = monthly(cast, at)
    task = given(cast, at)
    review = urging.open_review(
        cast.city, by=cast.lan, at=at, name="Rà soát", words="Rà soát.", until=MARCH,
        units=[cast.construction],
    )  # fmt: skip
    line = review.lines.get(task=task)
    merges(cast.construction, [cast.finance], at)
    said: dict[str, Any] = {"by": cast.lan, "at": at, "ended": cast.construction, "handover": "thử"}
    for move, row in ((planning.succeed_in_duty, duty), (urging.succeed_in_line, line)):
        with pytest.raises(Refused, match="không hoạt động"):
            move(row, successor=cast.construction, **said)
        with pytest.raises(NotPermitted):
            move(row, successor=cast.finance, **said | {"by": cast.tam})
        move(row, successor=cast.finance, **said)
        with pytest.raises(NotNow):
            move(row, successor=cast.finance, **said)
    with pytest.raises(NotPermitted):
        planning.pass_on_duty(
            duty, by=cast.tam, at=at, giver=cast.nam, receiver=cast.nam, handover="thử"
        )
    with pytest.raises(NotNow):
        planning.pass_on_duty(
            duty, by=cast.lan, at=at, giver=cast.binh, receiver=cast.nam, handover="thử"
        )
