"""Signing in: name and password, throttled; in a demonstration, one press."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from dondoc.accounts.models import User
from dondoc.agencies.actions import appoint, establish
from dondoc.agencies.models import Kind, Role
from dondoc.database.models import Installation
from dondoc.journal.models import Entry, House
from tests.cast import PASSWORD, Cast

WRONG = "Tên đăng nhập hoặc mật khẩu không đúng"


@pytest.fixture(autouse=True)
def _clock(at: datetime, clock_at: Callable[[datetime], None]) -> None:
    clock_at(at)


def sign_in(client: Client, name: str, password: str = PASSWORD, **extra: str) -> object:
    said = {"login": name, "password": password}
    return client.post(reverse("account_login"), said, **extra)


def test_hoa_signs_in_and_out_and_the_journal_knows(cast: Cast, client: Client) -> None:
    user = cast.hoa.user
    client.get(reverse("account_login"))
    client.session["before"] = 1
    client.session.save()
    before = client.session.session_key
    assert sign_in(client, " NgôHoa ".strip()).status_code == 302
    assert client.session.session_key != before
    assert client.post(reverse("account_logout")).status_code == 302
    assert "_auth_user_id" not in client.session
    verbs = list(Entry.objects.about(user).order_by("seq").values_list("verb", "actor_name"))
    assert verbs == [("user.sign_in", "Ngô Hoa"), ("user.sign_out", "Ngô Hoa")]


def test_the_name_may_be_typed_in_any_case(cast: Cast, client: Client) -> None:
    assert cast.hoa.user.username == "ngôhoa"
    assert sign_in(client, "NGÔHOA").status_code == 302


def test_the_same_words_whether_the_name_exists_or_not(cast: Cast, client: Client) -> None:
    disabled = cast.tam.user
    disabled.is_active = False
    disabled.save()
    answers = [
        sign_in(client, cast.hoa.user.username, "sai-mat-khau-roi"),
        sign_in(client, "khong-co-nguoi-nay", "sai-mat-khau-roi"),
        sign_in(client, disabled.username),
    ]
    for answer in answers:
        assert answer.status_code == 422
        assert WRONG in answer.content.decode()
    assert Entry.objects.filter(verb="user.sign_in_refused").count() == 3


def test_five_failures_shut_the_account_for_that_network_alone(cast: Cast, client: Client) -> None:
    name = cast.hoa.user.username
    answers = [sign_in(client, name.upper() if n % 2 else name, f"sai-{n}") for n in range(5)]
    assert [a.status_code for a in answers] == [422, 422, 422, 422, 429]
    assert "Tạm khóa đăng nhập" in answers[-1].content.decode()
    assert sign_in(client, name).status_code == 429
    assert sign_in(Client(), cast.tam.user.username).status_code == 302
    assert sign_in(Client(), name, REMOTE_ADDR="10.1.2.3").status_code == 302


def test_a_page_asked_for_is_opened_after_signing_in(cast: Cast, client: Client) -> None:
    hoa = cast.hoa
    answer = client.post(
        f"{reverse('account_login')}?next={reverse('agencies:seats')}",
        {"login": hoa.user.username, "password": PASSWORD, "next": reverse("agencies:seats")},
    )
    assert answer["Location"] == reverse("agencies:seats")
    away = Client().post(
        f"{reverse('account_login')}?next=https://evil.example/",
        {"login": hoa.user.username, "password": PASSWORD, "next": "https://evil.example/"},
    )
    assert away["Location"] == "/"


def test_a_one_time_password_must_be_changed_first(cast: Cast, client: Client) -> None:
    user = cast.hoa.user
    user.must_change_password = True
    user.save()
    sign_in(client, user.username)
    assert client.get("/")["Location"] == reverse("accounts:password")
    said = {"oldpassword": PASSWORD, "password1": "ngan", "password2": "ngan"}
    short = client.post(reverse("accounts:password"), said)
    assert short.status_code == 422
    assert "quá ngắn" in short.content.decode()
    common = {"oldpassword": PASSWORD, "password1": "1234567890123", "password2": "1234567890123"}
    assert client.post(reverse("accounts:password"), common).status_code == 422
    new = {
        "oldpassword": PASSWORD,
        "password1": "song-han-5-cay-cau",
        "password2": "song-han-5-cay-cau",
    }
    assert client.post(reverse("accounts:password"), new)["Location"] == "/"
    user.refresh_from_db()
    assert not user.must_change_password
    assert user.check_password("song-han-5-cay-cau")
    assert client.get(reverse("agencies:seats")).status_code == 200
    entry = Entry.objects.get(verb="user.change_password")
    assert "song-han" not in entry.content()
    assert "argon2" not in entry.content()


def test_nobody_signs_himself_up(client: Client, db: None) -> None:
    for path in ("/signup/", "/password/reset/", "/email/", "/accounts/signup/"):
        assert client.get(path).status_code == 404


def test_passwords_are_kept_as_argon2(cast: Cast) -> None:
    assert cast.hoa.user.password.startswith("argon2$argon2id$")


def test_without_a_demonstration_there_is_no_door_without_a_lock(
    cast: Cast, client: Client
) -> None:
    assert client.post(reverse("sign_in_as", args=[cast.nam.pk])).status_code == 404
    assert cast.nam.user.name not in client.get(reverse("account_login")).content.decode()


@pytest.fixture
def chairman(db: None, at: datetime) -> int:
    """The Chairman of a demonstration, who has no password."""
    city = establish(None, by=House(), at=at, name="UBND thành phố", kind=Kind.PROVINCE)
    user = User.objects.create_user("chutich", name="Trần Văn An")
    seat = appoint(
        city, by=House(), at=at, user=user, role=Role.LEADER, title="Chủ tịch UBND",
        from_on=date(2021, 1, 1),
    )  # fmt: skip
    Installation.objects.update_or_create(pk=1, defaults={"demo": True})
    return seat.pk


def test_in_a_demonstration_one_press_signs_in(chairman: int, client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode()
    assert "Trần Văn An" in page
    assert 'name="password"' not in page
    assert client.get(reverse("sign_in_as", args=[chairman])).status_code == 405
    assert client.post(reverse("sign_in_as", args=[chairman]))["Location"] == "/"
    assert client.session["seat"] == chairman
    assert client.post(reverse("sign_in_as", args=[chairman + 99])).status_code == 404
    assert "không ai có mật khẩu" in client.get(reverse("accounts:password")).content.decode()


def test_where_anybody_has_a_password_the_demonstration_cannot_be_switched_on(cast: Cast) -> None:
    assert cast.hoa.user.has_usable_password()
    with pytest.raises(IntegrityError, match="Trình diễn"), transaction.atomic():
        Installation.objects.update_or_create(pk=1, defaults={"demo": True})
    Installation.objects.update_or_create(pk=1, defaults={"demo": False})
    with pytest.raises(IntegrityError, match="Trình diễn"), transaction.atomic():
        Installation.objects.filter(pk=1).update(demo=True)


def test_in_a_demonstration_nobody_gets_a_password(chairman: int) -> None:
    user = User.objects.get()
    user.set_password(PASSWORD)
    with pytest.raises(IntegrityError, match="Trình diễn"), transaction.atomic():
        user.save()
    with pytest.raises(IntegrityError, match="Trình diễn"), transaction.atomic():
        User.objects.create_user("moi", PASSWORD, name="Người mới")
