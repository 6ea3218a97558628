"""Sessions: listed and ended by their owner, ended by idleness, by disabling, with the seat."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from dondoc.agencies.actions import appoint
from dondoc.agencies.models import Role
from dondoc.journal.models import Entry, House
from tests.cast import PASSWORD, Cast

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:120.0) Gecko/20100101 Firefox/120.0"
PHONE = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
Stand = Callable[[datetime], None]


@pytest.fixture(autouse=True)
def _clock(at: datetime, clock_at: Stand) -> None:
    clock_at(at)


def signed_in(name: str, agent: str = FIREFOX) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post(reverse("account_login"), {"login": name, "password": PASSWORD})
    client.get(reverse("accounts:sessions"))
    return client


def test_hoa_sees_her_devices_and_ends_one(cast: Cast) -> None:
    name = cast.hoa.user.username
    desk, phone = signed_in(name), signed_in(name, PHONE)
    signed_in(cast.tam.user.username)
    page = desk.get(reverse("accounts:sessions")).content.decode()
    assert "Firefox trên Windows" in page
    assert "Chrome trên Android" in page
    assert page.count("Máy này") == 1
    other = cast.hoa.user.usersession_set.get(user_agent=PHONE)
    assert desk.post(reverse("accounts:end_session", args=[other.pk])).status_code == 302
    assert phone.get("/")["Location"].startswith(reverse("account_login"))
    assert desk.get(reverse("accounts:sessions")).status_code == 200
    assert Entry.objects.filter(verb="user.end_session").count() == 1


def test_nobody_ends_the_session_of_another(cast: Cast) -> None:
    hoa, tam = signed_in(cast.hoa.user.username), signed_in(cast.tam.user.username)
    session = cast.tam.user.usersession_set.get()
    assert hoa.post(reverse("accounts:end_session", args=[session.pk])).status_code == 422
    assert tam.get(reverse("accounts:sessions")).status_code == 200


def test_all_others_end_at_once(cast: Cast) -> None:
    name = cast.hoa.user.username
    desk, phone, third = (signed_in(name) for _ in range(3))
    desk.post(reverse("accounts:end_other_sessions"))
    assert desk.get(reverse("accounts:sessions")).status_code == 200
    for gone in (phone, third):
        assert gone.get("/")["Location"].startswith(reverse("account_login"))
    assert (
        desk.session.session_key not in Entry.objects.get(verb="user.end_other_sessions").content()
    )


def test_a_new_password_ends_the_sessions_opened_with_the_old(cast: Cast) -> None:
    name = cast.hoa.user.username
    desk, phone = signed_in(name), signed_in(name)
    new = "song-han-5-cay-cau"
    desk.post(
        reverse("accounts:password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert desk.get(reverse("accounts:sessions")).status_code == 200
    assert phone.get("/")["Location"].startswith(reverse("account_login"))


def test_an_idle_session_ends_unless_kept_alive(cast: Cast, at: datetime, clock_at: Stand) -> None:
    idle, kept = signed_in(cast.hoa.user.username), signed_in(cast.tam.user.username)
    step = timedelta(seconds=settings.IDLE_SECONDS - 10)
    clock_at(at + step)
    assert kept.get(reverse("accounts:keepalive")).status_code == 405
    assert kept.post(reverse("accounts:keepalive")).status_code == 204
    clock_at(at + 2 * step)
    assert kept.get(reverse("accounts:sessions")).status_code == 200
    assert idle.get(reverse("accounts:sessions"))["Location"].startswith(reverse("account_login"))


def test_whoever_was_away_is_led_on_to_where_he_was_going(
    cast: Cast, at: datetime, clock_at: Stand
) -> None:
    hoa, who = signed_in(cast.hoa.user.username), cast.hoa.user.username
    clock_at(at + timedelta(days=1))
    door = hoa.get("/tasks/", {"scope": "all"})["Location"]
    said = {"login": who, "password": PASSWORD}
    assert hoa.post(door, said)["Location"] == "/tasks/?scope=all"
    hoa.get("/inbox/")
    clock_at(at + timedelta(days=2))
    sent = hoa.post("/inbox/read_all/", headers={"referer": "http://testserver/inbox/"})
    assert hoa.post(sent["Location"], said)["Location"].endswith("/inbox/")
    hoa.get("/inbox/")
    clock_at(at + timedelta(days=3))
    assert hoa.get(reverse("account_logout"))["Location"] == reverse("account_login")


def test_a_disabled_account_stops_at_once(cast: Cast) -> None:
    client = signed_in(cast.hoa.user.username)
    user = cast.hoa.user
    user.is_active = False
    user.save()
    assert client.get("/")["Location"].startswith(reverse("account_login"))


def test_when_a_seat_ends_nobody_slips_into_another(cast: Cast, at: datetime) -> None:
    client = signed_in(cast.hoa.user.username)
    second = appoint(
        cast.finance, by=House(), at=at, user=cast.hoa.user, role=Role.OFFICER,
        title="Chuyên viên", from_on=date(2022, 1, 1),
    )  # fmt: skip
    assert client.post(reverse("agencies:seat", args=[second.pk])).status_code == 302
    second.until_on = date(2022, 3, 15)
    second.save()
    answer = client.get("/", follow=True)
    assert answer.redirect_chain[0][0] == reverse("agencies:seats")
    assert "đã kết thúc" in answer.content.decode()
    assert client.post(reverse("agencies:seat", args=[second.pk])).status_code == 404


def test_a_person_without_a_seat_is_told_so(cast: Cast, at: datetime) -> None:
    client = signed_in(cast.hoa.user.username)
    cast.hoa.until_on = date(2022, 3, 15)
    cast.hoa.save()
    answer = client.get("/")
    assert answer.status_code == 403
    assert "không giữ chức vụ nào" in answer.content.decode()
