"""What people complain of in other systems, by the names of their complaints (nos. 1, 2, 3, 5).

No. 4 has a story of its own (`test_own_scheduler`), no. 12 stands with recurring duties, no. 13
with the page of a task.
"""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from dondoc.agencies.models import CalendarDay, Officer
from dondoc.notifications import noticing
from dondoc.notifications.delivering import deliver
from dondoc.notifications.digests import deliver_digests
from dondoc.notifications.models import Delivery, Notice, Preference
from dondoc.notifications.reminding import remind
from dondoc.notifications.telling import tell
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from tests.cast import Cast
from tests.notifications.conftest import Sink

SignIn = Callable[[Officer], Client]
DUE = date(2022, 4, 15)


def seven(day: date) -> datetime:
    """07:00 of the day in Việt Nam."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def given(cast: Cast, due: date, content: str, at: datetime) -> Task:
    return actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction, content=content, due=Due(due)
    )


@pytest.mark.usefixtures("committed")
def test_duplicates_or_a_storm_of_mails(
    cast: Cast,
    task: Task,
    at: datetime,
    sink: Sink,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """1. Fifty runs, one that falls mid-way, two at once: each is told once, by one mail."""
    assert task.pk
    for number in range(20):
        given(cast, DUE, f"Việc {number}", at)
    tell(at)
    deliver(at)
    before, morning = len(sink.mails), seven(date(2022, 4, 12))

    def fall(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(noticing.Delivery.objects, "bulk_create", fall)
        with pytest.raises(KeyboardInterrupt):
            remind(morning)

    def strike() -> None:
        remind(morning + timedelta(minutes=1))
        deliver(morning + timedelta(minutes=1))
        connection.close()

    clocks = [Thread(target=strike) for _ in range(2)]
    for clock in clocks:
        clock.start()
    for clock in clocks:
        clock.join()
    for run in range(50):
        remind(morning + timedelta(minutes=2 + run))
        deliver(morning + timedelta(minutes=2 + run))
    notices = Notice.objects.filter(entry=None)
    keys = Counter(notices.values_list("subject_id", "step", "day", "officer"))
    assert len(keys) >= 21
    assert set(keys.values()) == {1}
    ids = Counter(sink.ids[before:])
    assert set(ids.values()) == {1}
    assert len(ids) == notices.filter(deliveries__state=Delivery.State.SENT).count()


def test_silence_after_an_outage(cast: Cast, task: Task, sink: Sink) -> None:
    """2. Three days without the scheduler: one letter that catches up, not three, not none."""
    Preference.objects.create(officer=cast.hoa, digest_at=time(7))
    tell(seven(date(2022, 3, 16)))
    deliver_digests(seven(date(2022, 3, 17)))
    for day in (17, 18, 19):
        actions.star(task, by=cast.binh, at=seven(date(2022, 3, day)), reason=f"Ngày {day}")
    back = seven(date(2022, 3, 21)) + timedelta(hours=1)
    for run in range(50):
        tell(back + timedelta(minutes=run))
        deliver_digests(back + timedelta(minutes=run))
        deliver_digests(back + timedelta(hours=23, minutes=run))
    letters = [mail for mail in sink.mails if cast.hoa.user.email in str(mail["To"])]
    assert len(letters) == 2, "the one before the outage, and the one that catches up"
    body = letters[1].get_body(("plain",))
    assert body is not None
    assert body.get_content().count("sao nhiệm vụ") == 3


def test_weekend_and_tet_noise(cast: Cast, task: Task, sink: Sink) -> None:
    """3. Over a weekend, Hùng Kings and a made-up Saturday, letters go on working days alone."""
    assert task.due_on == DUE
    given(cast, date(2022, 4, 14), "Việc đến hạn ngày 14", seven(date(2022, 3, 16)))
    CalendarDay.objects.create(
        day=date(2022, 4, 9), kind="work", name="Làm bù", source="Thông báo", scope=cast.city
    )
    for day in range(7, 20):
        remind(seven(date(2022, 4, day)))
    days = {one.created_at.day for one in Notice.objects.filter(entry=None)}
    assert days <= {7, 8, 9, 12, 13, 14, 15, 18, 19}
    assert 9 in days, "a Saturday worked instead of another day counts as a working day"
    assert not days & {10, 11, 16, 17}


def test_static_dates_in_a_scheduled_report(
    cast: Cast, at: datetime, as_officer: SignIn, clock_at: Callable[[datetime], None]
) -> None:
    """5. A kept list and a new report go with the day on which they are opened."""
    near = given(cast, date(2022, 3, 18), "Việc của tháng ba", at)
    later = given(cast, date(2022, 4, 20), "Việc của tháng tư", at)
    client = as_officer(cast.binh)
    kept = "/tasks/?scope=all&timeliness=due_soon"
    asked = {"name": "Sắp đến hạn", "query": "scope=all&timeliness=due_soon"}
    assert client.post("/tasks/filters/save/", asked).status_code == 302
    page = client.get(kept).content.decode()
    assert near.code in page
    assert later.code not in page
    assert 'value="2022-03-' in client.get("/reports/draw-up/").content.decode()
    clock_at(seven(date(2022, 4, 18)))
    page = signed_in_anew(cast.binh).get(kept).content.decode()
    assert later.code in page
    assert near.code not in page


def signed_in_anew(officer: Officer) -> Client:
    """A month later: no session lasts so long."""
    client = Client()
    client.force_login(officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["seat"] = officer.pk
    session.save()
    return client
