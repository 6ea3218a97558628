"""Deadlines stand in a person's own calendar, with alarms on the days of the ladder."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dondoc.agencies.models import Officer
from dondoc.planning import actions as planning
from dondoc.planning.addresses import token_of
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from tests.cast import Cast

pytestmark = pytest.mark.django_db
FRIDAY = date(2022, 3, 25)
Ask = Callable[[Officer], Any]


@pytest.fixture
def at() -> datetime:
    return datetime(2022, 3, 16, 2, tzinfo=UTC)


@pytest.fixture
def task(cast: Cast, at: datetime) -> Task:
    made = actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction, supporting=[],
        content="Rà soát quy hoạch; trình UBND", due=Due(FRIDAY), tracker=cast.binh,
    )  # fmt: skip
    actions.accept(made, by=cast.hoa, at=at)
    actions.entrust(made, by=cast.khoa, at=at, executor=cast.tam)
    return made


@pytest.fixture
def ask(at: datetime, clock_at: Callable[[datetime], None]) -> Ask:
    """A phone asks the person's own address, without a session."""

    def asked(officer: Officer, agency: Any = None) -> Any:
        feed = planning.renew_feed(officer, by=officer, at=at, agency=agency)
        clock_at(at)
        answer = Client().get(f"/calendars/{token_of(feed)}.ics")
        assert answer.status_code == 200
        return answer.content

    return asked


def events(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def rings(event: icalendar.Event) -> list[timedelta]:
    return [alarm.decoded("trigger") for alarm in event.walk("VALARM")]


def test_who_does_it_is_reminded_three_working_days_before(
    cast: Cast, task: Task, ask: Ask
) -> None:
    content = ask(cast.tam)
    (event,) = events(content)
    assert event.decoded("dtstart") == FRIDAY
    assert str(event["summary"]) == "Hạn: Rà soát quy hoạch; trình UBND"
    assert task.code in str(event["url"])
    assert timedelta(days=-3, hours=8) in rings(event)
    other = vobject.readOne(content.decode()).vevent
    assert other.dtstart.value == FRIDAY
    assert other.valarm.trigger.value == rings(event)[0]


def test_over_days_off_the_alarm_rings_on_a_day_of_work(
    cast: Cast, at: datetime, task: Task, ask: Ask
) -> None:
    actions.change_deadline(task, by=cast.lan, at=at, due=Due(date(2022, 3, 22)), reason="Gấp")
    (event,) = events(ask(cast.tam))
    days = [date(2022, 3, 22) + ring for ring in rings(event)]
    assert date(2022, 3, 17) in days, "Tuesday less three working days is Thursday"


def test_a_moved_deadline_moves_the_event_and_does_not_double_it(
    cast: Cast, at: datetime, task: Task, ask: Ask
) -> None:
    (before,) = events(ask(cast.tam))
    actions.change_deadline(task, by=cast.lan, at=at, due=Due(date(2022, 4, 1)), reason="Gia hạn")
    (after,) = events(ask(cast.tam))
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after.decoded("dtstart") == date(2022, 4, 1)


def test_what_is_handed_in_or_recalled_rings_no_more(
    cast: Cast, at: datetime, task: Task, ask: Ask
) -> None:
    actions.recall(task, by=cast.binh, at=at, reason="Nhầm")
    (event,) = events(ask(cast.tam))
    assert str(event["status"]) == "CANCELLED"
    assert rings(event) == []


def test_the_head_has_his_units_a_stranger_and_the_units_calendar_have_none(
    cast: Cast, task: Task, ask: Ask
) -> None:
    (event,) = events(ask(cast.khoa))
    assert timedelta(days=-1, hours=8) in rings(event)
    assert timedelta(days=-3, hours=8) not in rings(event), "that is for who does it"
    assert events(ask(cast.xuan)) == []
    assert events(ask(cast.khoa, cast.construction)) == []


def test_more_tasks_cost_no_more_questions(cast: Cast, at: datetime, task: Task, ask: Ask) -> None:
    ask(cast.khoa)
    asked = []
    for _ in range(2):
        for n in range(3):
            actions.assign(
                cast.city, by=cast.binh, at=at, lead=cast.construction, supporting=[],
                content=f"Việc {n}", due=Due(FRIDAY), tracker=cast.binh,
            )  # fmt: skip
        with CaptureQueriesContext(connection) as context:
            ask(cast.khoa)
        asked.append(len(context))
    assert asked[0] == asked[1]
