"""The bell of an open page follows what is told, and is no sign of life of its own."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.tasks import actions
from dondoc.tasks.models import Task
from tests.browser import DESK, Screen
from tests.cast import PASSWORD, Cast
from tests.notifications.conftest import Sink

SignIn = Callable[[Officer], Client]
RINGS = 20_000


def rung(answer: Any) -> dict[str, str]:
    assert answer["Content-Type"] == "text/event-stream"
    lines = answer.content.decode().strip().splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_an_open_page_hears_the_number_and_again_only_when_it_has_changed(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn
) -> None:
    tell(at)
    client = as_officer(cast.hoa)
    first = rung(client.get("/inbox/bell/"))
    assert json.loads(first["data"]) == {"unread": 1}
    again = rung(client.get("/inbox/bell/", headers={"Last-Event-ID": first["id"]}))
    assert "data" not in again
    actions.star(task, by=cast.binh, at=at, reason="Trọng tâm")
    tell(at)
    third = rung(client.get("/inbox/bell/", headers={"Last-Event-ID": first["id"]}))
    assert json.loads(third["data"]) == {"unread": 2}
    assert "quy hoạch" not in str(third), "no words: pages stand open in meetings"


def test_nobody_else_hears_and_who_is_signed_out_is_let_go(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn
) -> None:
    tell(at)
    other = rung(as_officer(cast.tam).get("/inbox/bell/"))
    assert json.loads(other["data"]) == {"unread": 0}
    assert Client().get("/inbox/bell/").status_code == 204


def test_one_question_to_the_notices(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    client = as_officer(cast.hoa)
    client.get("/inbox/bell/")
    with CaptureQueriesContext(connection) as context:
        client.get("/inbox/bell/")
    assert len(context) <= 5, "session, account, seat, and the number"


def test_listening_alone_does_not_keep_a_session_alive(
    cast: Cast, at: datetime, as_officer: SignIn, clock_at: Callable[[datetime], None]
) -> None:
    client = as_officer(cast.hoa)
    client.get("/inbox/")
    for minute in range(2, settings.IDLE_SECONDS // 60 + 4, 2):
        clock_at(at + timedelta(minutes=minute))
        last = client.get("/inbox/bell/")
    assert last.status_code == 204, "the stream ends without an error in the page"
    answer = client.get("/inbox/", follow=True)
    assert "/login/" in answer.redirect_chain[-1][0]
    assert "Phiên làm việc đã hết" in answer.content.decode()


@pytest.mark.browser
def test_a_deed_of_one_rings_the_open_page_of_another(
    committed: None, cast: Cast, task: Task, at: datetime, sink: Sink, browser: Any,
    live_server: Any, clock_at: Callable[[datetime], None], settings: Any,
) -> None:  # fmt: skip
    settings.BELL_SECONDS = 1
    clock_at(at)
    tell(at)
    Notice.objects.all().delete()
    screen = Screen(browser, live_server.url, DESK)
    try:
        screen.go("/login/")
        screen.pass_door(cast.hoa.user.username, PASSWORD)
        screen.go("/inbox/")
        assert screen.page.locator("[data-bell] .dd-count").count() == 0
        actions.star(task, by=cast.binh, at=at, reason="Trọng tâm")
        tell(at)
        badge = screen.page.locator("[data-bell] .dd-count")
        badge.wait_for(timeout=RINGS)
        assert badge.inner_text().startswith("1")
        assert screen.page.locator("#toast").inner_text() == "1 thông báo mới"
        assert not screen.wrong
    finally:
        screen.leave()
