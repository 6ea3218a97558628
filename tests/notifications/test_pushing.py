"""Notices on a person's own devices, through a push service of our own that can read them."""

import json
import shutil
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client
from pytest_django import Settings

from dondoc.agencies.models import Officer
from dondoc.notifications.audience import Deed
from dondoc.notifications.models import Delivery, Kind, Notice, Preference, PushDevice
from dondoc.notifications.noticing import Telling, notice_all
from dondoc.notifications.pushing import deliver_pushes, is_service, public_key
from dondoc.notifications.seats import Seats
from dondoc.notifications.telling import tell
from dondoc.rules.timeliness import VIET_NAM
from dondoc.tasks.models import Task
from tests.browser import ARGUMENTS, DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast

SignIn = Callable[[Officer], Client]
NIGHT = datetime(2022, 3, 16, 22, tzinfo=VIET_NAM)
AUTH = b"0123456789abcdef"


def in_text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


class Service:
    """A push service: keeps what it is given, answers as it is told, and plays the browser too."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.taken: list[tuple[str, dict[str, str], bytes]] = []
        self.answers: dict[str, int] = {}
        self.home = ""

    def said_by(self, name: str) -> dict[str, str]:
        """What the browser of this name tells the house when notices are turned on."""
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {
            "endpoint": f"{self.home}/{name}", "p256dh": in_text(point), "auth": in_text(AUTH),
        }  # fmt: skip

    @property
    def shown(self) -> list[dict[str, Any]]:
        """What devices could read, and nobody on the way."""
        return [
            json.loads(http_ece.decrypt(body, private_key=self.key, auth_secret=AUTH))
            for _, _, body in self.taken
        ]


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    kept = Service()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = kept.answers.get(self.path.strip("/"), 201)
            if status == 201:
                headers = {name.lower(): value for name, value in self.headers.items()}
                kept.taken.append((self.path, headers, body))
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", f"{kept.home}/elsewhere")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    Thread(target=server.serve_forever, daemon=True).start()
    kept.home = f"http://127.0.0.1:{server.server_port}"
    settings.PUSH_SERVICES = [kept.home]
    yield kept
    server.shutdown()
    server.server_close()


def turned_on(service: Service, client: Client, name: str = "phone") -> None:
    answer = client.post(
        "/inbox/settings/devices/", service.said_by(name), headers={"User-Agent": "Firefox/130"}
    )
    assert answer.status_code == 302


def urgent(cast: Cast, task: Task, at: datetime) -> None:
    deed = Deed(task, Seats(at.date()))
    notice_all([Telling([cast.hoa], "after_due", deed, at, at.date(), urgent=True)])


def pushes() -> Any:
    return Delivery.objects.filter(channel=Delivery.Channel.PUSH)


def test_what_happens_shows_on_every_device_once_and_says_no_content(
    cast: Cast, task: Task, at: datetime, service: Service, as_officer: SignIn
) -> None:
    client = as_officer(cast.hoa)
    turned_on(service, client)
    turned_on(service, client, "desk")
    tell(at)
    for _ in range(50):
        deliver_pushes(at)
    assert sorted(path for path, _, _ in service.taken) == ["/desk", "/phone"]
    notice = Notice.objects.get(officer=cast.hoa)
    assert service.shown[0] == {
        "title": f"Nhiệm vụ mới {task.code}", "url": f"/inbox/{notice.pk}/",
        "tag": f"notice-{notice.pk}", "urgent": False,
    }  # fmt: skip
    _, headers, body = service.taken[0]
    assert headers["authorization"].startswith("vapid t=")
    assert f"k={public_key()}" in headers["authorization"]
    assert task.code.encode() not in body, "encrypted on its way"
    assert pushes().get().state == Delivery.State.SENT
    opened = client.get(service.shown[0]["url"])
    assert opened.headers["Location"] == notice.url


def test_nobody_hears_on_devices_who_did_not_turn_them_on(
    cast: Cast, task: Task, at: datetime, service: Service
) -> None:
    tell(at)
    assert not pushes().exists()


def test_kinds_and_rest_hold_for_devices_and_what_is_urgent_comes_regardless(
    cast: Cast, task: Task, service: Service, as_officer: SignIn
) -> None:
    client = as_officer(cast.hoa)
    turned_on(service, client)
    assert "Báo trên thiết bị đã bật khi" in client.get("/inbox/settings/").content.decode()
    client.post("/inbox/settings/", {"kinds": ["assigned"], "pushed": ["due_soon"]})
    wanted = Preference.objects.get(officer=cast.hoa)
    assert (wanted.pushed, wanted.mailed) == ([Kind.DUE_SOON], [Kind.ASSIGNED])
    tell(NIGHT)
    assert not pushes().exists()
    Preference.objects.filter(officer=cast.hoa).update(
        unpushed=[], quiet_from=time(21), quiet_until=time(6)
    )
    deed = Deed(task, Seats(NIGHT.date()))
    notice_all([Telling([cast.hoa], "before_due", deed, NIGHT, NIGHT.date())])
    urgent(cast, task, NIGHT)
    deliver_pushes(NIGHT)
    assert [one["urgent"] for one in service.shown] == [True]
    deliver_pushes(NIGHT + timedelta(hours=8))
    assert [one["urgent"] for one in service.shown] == [True, False]


def test_a_device_that_is_gone_is_forgotten_and_the_last_one_is_told_of(
    cast: Cast, task: Task, service: Service, as_officer: SignIn
) -> None:
    client = as_officer(cast.hoa)
    turned_on(service, client)
    turned_on(service, client, "desk")
    service.answers["phone"] = 410
    urgent(cast, task, NIGHT)
    deliver_pushes(NIGHT)
    assert [one.endpoint for one in PushDevice.objects.all()] == [f"{service.home}/desk"]
    assert pushes().get().state == Delivery.State.SENT
    service.answers["desk"] = 404
    deed = Deed(task, Seats(NIGHT.date()))
    notice_all([Telling([cast.hoa], "before_due", deed, NIGHT, NIGHT.date(), urgent=True)])
    deliver_pushes(NIGHT)
    assert not PushDevice.objects.exists()
    assert "không còn thiết bị nào" in pushes().undelivered().get().error


def test_a_service_that_is_busy_is_asked_again_and_one_that_refuses_is_not(
    cast: Cast, task: Task, service: Service, as_officer: SignIn
) -> None:
    turned_on(service, as_officer(cast.hoa))
    service.answers["phone"] = 503
    urgent(cast, task, NIGHT)
    deliver_pushes(NIGHT)
    one = pushes().get()
    assert (one.state, one.tries) == (Delivery.State.QUEUED, 1)
    service.answers["phone"] = 403
    deliver_pushes(NIGHT + timedelta(minutes=2))
    assert pushes().get().state == Delivery.State.FAILED
    office = as_officer(cast.binh)
    page = office.get("/inbox/deliveries/").content.decode()
    assert "Dịch vụ thông báo không nhận (mã 403)." in page
    service.answers.clear()
    office.post(f"/inbox/deliveries/{one.pk}/retry/")
    deliver_pushes(NIGHT + timedelta(minutes=4))
    assert len(service.taken) == 1


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://127.0.0.1:9/x", "https://169.254.169.254/latest", "https://evil.example/x",
        "https://fcm.googleapis.com@evil.example/x", "https://evil.example/.push.apple.com",
        "https://evil.example\\@x.push.apple.com/", "ftp://fcm.googleapis.com/x",
    ],
)  # fmt: skip
def test_the_house_posts_to_no_address_but_those_of_push_services(
    cast: Cast, as_officer: SignIn, service: Service, endpoint: str, settings: Settings
) -> None:
    settings.PUSH_SERVICES = ["https://fcm.googleapis.com", "https://*.push.apple.com"]
    assert not is_service(endpoint)
    said = {**service.said_by("x"), "endpoint": endpoint}
    answer = as_officer(cast.hoa).post("/inbox/settings/devices/", said)
    assert answer.status_code == 409 or "chưa cho" in answer.content.decode()
    assert not PushDevice.objects.exists()


def test_a_service_that_sends_the_house_elsewhere_is_not_followed(
    cast: Cast, task: Task, service: Service, as_officer: SignIn
) -> None:
    client = as_officer(cast.hoa)
    turned_on(service, client)
    service.answers["phone"] = 307
    urgent(cast, task, NIGHT)
    deliver_pushes(NIGHT)
    assert service.taken == []
    assert pushes().get().tries == 1
    assert "Chưa gửi được" in client.post("/inbox/settings/test_push/").content.decode()
    assert service.taken == []


def test_addresses_of_the_services_are_known() -> None:
    assert is_service("https://fcm.googleapis.com/fcm/send/abc")
    assert is_service("https://updates.push.services.mozilla.com/wpush/v2/abc")
    assert is_service("https://web.push.apple.com/abc")
    assert is_service("https://sg2p.notify.windows.com/w/?token=abc")


def test_one_turns_devices_on_and_off_and_tries_them(
    cast: Cast, service: Service, as_officer: SignIn
) -> None:
    client = as_officer(cast.hoa)
    turned_on(service, client)
    page = client.get("/inbox/settings/").content.decode()
    assert "Firefox" in page
    client.post("/inbox/settings/test_push/")
    assert service.shown[0]["title"] == "Thông báo thử"
    service.answers["phone"] = 500
    assert "mã 500" in client.post("/inbox/settings/test_push/").content.decode()
    device = PushDevice.objects.get()
    stranger = as_officer(cast.xuan)
    assert stranger.post(f"/inbox/settings/devices/{device.pk}/remove/").status_code == 404
    assert "Firefox" not in stranger.get("/inbox/settings/").content.decode()
    as_officer(cast.hoa).post(f"/inbox/settings/devices/{device.pk}/remove/")
    assert not PushDevice.objects.exists()


def test_a_shared_browser_shows_only_what_its_last_person_hears(
    cast: Cast, task: Task, at: datetime, service: Service, as_officer: SignIn
) -> None:
    turned_on(service, as_officer(cast.hoa))
    turned_on(service, as_officer(cast.xuan))
    assert PushDevice.objects.get().user == cast.xuan.user
    tell(at)
    assert {one.notice.officer for one in pushes()} == {cast.xuan}


def test_bad_words_of_a_browser_are_refused_in_words(
    cast: Cast, service: Service, as_officer: SignIn
) -> None:
    client = as_officer(cast.hoa)
    said = service.said_by("x")
    off_the_curve = in_text(b"\x04" + 64 * b"\x01")
    for wrong in (
        {}, {**said, "p256dh": "ngắn"}, {**said, "p256dh": off_the_curve}, {**said, "auth": "ngắn"},
    ):  # fmt: skip
        answer = client.post("/inbox/settings/devices/", wrong)
        assert "Hãy bấm bật lại" in answer.content.decode()
    assert not PushDevice.objects.exists()


def test_the_key_is_the_same_on_every_node_and_another_with_another_secret(
    settings: Settings,
) -> None:
    first = public_key()
    assert len(urlsafe_b64decode(first + "=")) == 65
    settings.SECRET_KEY = "khác"
    assert public_key() != first


def test_where_push_is_switched_off_nothing_is_offered(
    cast: Cast, settings: Settings, as_officer: SignIn, service: Service
) -> None:
    settings.PUSH_SERVICES = []
    client = as_officer(cast.hoa)
    assert "Thông báo trên thiết bị" not in client.get("/inbox/settings/").content.decode()
    answer = client.post("/inbox/settings/devices/", service.said_by("x")).content.decode()
    assert "DONDOC_PUSH_SERVICES" in answer


@pytest.fixture
def own_browser(browser: Any) -> Iterator[Any]:
    """Its workers are handled from outside, so it is not the one that other stories share."""
    alone = browser.browser_type.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
    yield alone
    alone.close()


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_browser_shows_what_was_pushed_and_says_why_it_cannot_be_turned_on(
    committed: None, cast: Cast, own_browser: Any, live_server: Any, size: tuple[int, int]
) -> None:
    """No service of a browser's maker is reached from here: the push is handed in at its door."""
    assert cast.hoa
    screen = Screen(own_browser, live_server.url, size)
    try:
        screen.context.grant_permissions(["notifications"], origin=live_server.url)
        screen.go("/login/")
        screen.pass_door(cast.hoa.user.username, PASSWORD)
        screen.go("/inbox/settings/")
        screen.see("Cài đặt thông báo")
        door = screen.context.new_cdp_session(screen.page)
        registered: list[str] = []
        door.on(
            "ServiceWorker.workerRegistrationUpdated",
            lambda said: registered.extend(one["registrationId"] for one in said["registrations"]),
        )
        door.send("ServiceWorker.enable")
        screen.press("Bật trên thiết bị này")
        screen.page.get_by_text("chưa kết nối được dịch vụ thông báo").wait_for()
        assert ["incognito" in one for one in screen.wrong] == [True], (
            "a test's browser has no push"
        )
        screen.wrong.clear()
        screen.examine()
        pushed = {"title": "Sắp đến hạn DN-2022-00001", "url": "/inbox/1/", "tag": "n1",
                  "urgent": True}  # fmt: skip
        door.send("ServiceWorker.deliverPushMessage", {
            "origin": live_server.url, "registrationId": registered[-1],
            "data": json.dumps(pushed),
        })  # fmt: skip
        screen.page.wait_for_function(SHOWN)
        assert screen.page.evaluate(SHOWN) == "Đôn Đốc: Sắp đến hạn DN-2022-00001 /inbox/1/"
    finally:
        screen.leave()


SHOWN = """async () => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  const shown = await registrations[0].getNotifications();
  return shown.map((one) => `${one.title}: ${one.body} ${one.data.url}`).join();
}"""
