"""The Office can see why somebody was or was not told of a task, and by which way."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dondoc.agencies.models import Officer
from dondoc.notifications.delivering import deliver
from dondoc.notifications.models import Kind, Preference
from dondoc.notifications.reminding import remind
from dondoc.notifications.telling import tell
from dondoc.rules.timeliness import VIET_NAM
from dondoc.tasks import actions
from dondoc.tasks.models import Task
from tests.cast import Cast
from tests.notifications.conftest import Sink

SignIn = Callable[[Officer], Client]


def heard(client: Client, task: Task, person: Officer | None = None) -> str:
    there = reverse("notifications:heard", args=[task.code])
    answer = client.get(there, {"person": person.pk} if person else {})
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_deed_names_who_was_told_and_how(
    cast: Cast, task: Task, at: datetime, sink: Sink, as_officer: SignIn
) -> None:
    Preference.objects.create(officer=cast.khoa, unmailed=[Kind.ASSIGNED])
    tell(at)
    deliver(at)
    page = heard(as_officer(cast.binh), task)
    assert "Ngô Hoa" in page
    assert "Thư điện tử: đã gửi" in page
    assert "Thư điện tử: người nhận không muốn" in page
    assert "Người nhận đã chọn không nhận loại này qua kênh này." in page
    assert "Chưa đọc" in page


def test_of_one_person_it_says_why_he_was_not_told(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn
) -> None:
    office = as_officer(cast.binh)
    assert "Chưa báo ai: việc còn trong hàng chờ." in heard(office, task, cast.hoa)
    tell(at)
    assert "Được báo." in heard(office, task, cast.hoa)
    assert "Không báo: chính người này đã làm." in heard(office, task, cast.binh)
    actions.watch(task, by=cast.tam, at=at)
    tell(at)
    page = heard(office, task, cast.tam)
    assert "không thuộc diện nghe việc này" in page
    assert "chỉ ghi vào diễn biến, không báo cho ai" in page
    late = cast.seat(cast.construction, "focal_point", "Đầu mối", "Mai Mới")
    Officer.objects.filter(pk=late.pk).update(from_on=at.date() + timedelta(days=1))
    office = as_officer(cast.binh)
    gone = heard(office, task, Officer.objects.get(pk=late.pk))
    assert "mới giữ chức vụ này" in gone or "Mọi người" in gone


def test_reminders_stand_with_the_deadline_they_are_about(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn
) -> None:
    tell(at)
    remind(datetime(2022, 4, 13, 8, tzinfo=VIET_NAM))
    page = heard(as_officer(cast.binh), task)
    assert f"thời hạn {date(2022, 4, 15):%d/%m/%Y}" in page
    assert "Chưa nhắc Trần Lan lần nào." in heard(as_officer(cast.binh), task, cast.lan)


def test_a_unit_does_not_see_who_was_told(cast: Cast, task: Task, as_officer: SignIn) -> None:
    there = reverse("notifications:heard", args=[task.code])
    unit = as_officer(cast.hoa)
    assert unit.get(there).status_code == 404
    assert there not in unit.get(reverse("tasks:detail", args=[task.code])).content.decode()
    office = as_officer(cast.binh)
    assert there in office.get(reverse("tasks:detail", args=[task.code])).content.decode()
    assert office.get(reverse("notifications:heard", args=["X"])).status_code == 404


def test_the_page_asks_no_more_for_more_deeds(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn
) -> None:
    office, asked = as_officer(cast.binh), []
    heard(office, task)
    for _ in range(2):
        for n in range(4):
            deed = actions.unstar if task.starred else actions.star
            deed(task, by=cast.binh, at=at, reason=f"Lần {n}")
        tell(at)
        with CaptureQueriesContext(connection) as context:
            heard(office, task, cast.hoa)
        asked.append(len(context))
    assert asked[0] == asked[1] <= 20
