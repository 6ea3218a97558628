"""Messages go to telephones through the sample gateway, once each, and say no content."""

import importlib.util
import json
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from dondoc.agencies.models import Officer
from dondoc.notifications import delivering
from dondoc.notifications.audience import Deed
from dondoc.notifications.models import Delivery, Kind, Preference
from dondoc.notifications.noticing import Telling, notice_all
from dondoc.notifications.seats import Seats
from dondoc.notifications.telling import tell
from dondoc.notifications.texting import deliver_texts
from dondoc.rules.timeliness import VIET_NAM
from dondoc.tasks.models import Task
from tests.cast import Cast

SignIn = Callable[[Officer], Client]
NIGHT = datetime(2022, 3, 16, 22, tzinfo=VIET_NAM)


class Messages:
    """The gateway of the docs at work, and what it was given."""

    def __init__(self, out: Path, gateway: Any) -> None:
        self.out, self.gateway = out, gateway

    @property
    def sent(self) -> list[dict[str, Any]]:
        lines = self.out.read_text("utf-8").splitlines() if self.out.exists() else []
        return [json.loads(line) for line in lines]


@pytest.fixture
def gateway(settings: Settings, tmp_path: Path) -> Iterator[Messages]:
    spec = importlib.util.spec_from_file_location("sample", "docs/gateway/text_gateway.py")
    assert spec is not None
    assert spec.loader is not None
    sample = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sample)
    server = sample.Gateway(0, "khóa", tmp_path / "sent.jsonl")
    Thread(target=server.serve_forever, daemon=True).start()
    settings.TEXT_GATEWAY = f"http://127.0.0.1:{server.server_port}/"
    settings.TEXT_KEY, settings.TEXT_VIA = "khóa", ["zalo", "sms"]
    settings.BASE_URL = "https://dondoc.example.vn"
    yield Messages(tmp_path / "sent.jsonl", server)
    server.shutdown()
    server.server_close()


def has_phone(officer: Officer, number: str = "0912 345 678") -> None:
    type(officer.user).objects.filter(pk=officer.user_id).update(phone=number)
    officer.user.phone = number


def urgent(cast: Cast, task: Task, at: datetime) -> None:
    deed = Deed(task, Seats(at.date()))
    notice_all([Telling([cast.hoa], "after_due", deed, at, at.date(), urgent=True)])


def texts() -> Any:
    return Delivery.objects.filter(channel=Delivery.Channel.TEXT)


def test_what_is_urgent_comes_by_message_at_once_and_says_no_content(
    cast: Cast, task: Task, gateway: Messages
) -> None:
    has_phone(cast.hoa)
    Preference.objects.create(officer=cast.hoa, quiet_from=time(21), quiet_until=time(6))
    tell(NIGHT)
    urgent(cast, task, NIGHT)
    for _ in range(50):
        deliver_texts(NIGHT)
    (message,) = gateway.sent
    assert message["to"] == "+84912345678"
    assert message["via"] == ["zalo", "sms"]
    assert "KHẨN" in message["text"]
    assert task.code in message["text"]
    assert "Hòa Khánh" not in message["text"]
    assert texts().get().message_id == "m1"


def test_who_chose_a_kind_hears_of_it_when_the_night_is_over(
    cast: Cast, task: Task, gateway: Messages
) -> None:
    has_phone(cast.hoa)
    Preference.objects.create(
        officer=cast.hoa, texted=[Kind.ASSIGNED], quiet_from=time(21), quiet_until=time(6)
    )
    tell(NIGHT)
    urgent(cast, task, NIGHT)
    deliver_texts(NIGHT)
    assert gateway.sent == []
    deliver_texts(NIGHT + timedelta(hours=8))
    assert ["Nhiệm vụ mới" in one["text"] for one in gateway.sent] == [True]


def test_a_sender_that_falls_before_writing_leaves_one_message(
    cast: Cast, task: Task, gateway: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_phone(cast.hoa)
    urgent(cast, task, NIGHT)

    def fall(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(delivering, "close", fall)
        with pytest.raises(KeyboardInterrupt):
            deliver_texts(NIGHT)
    deliver_texts(NIGHT + timedelta(minutes=6))
    assert len(gateway.sent) == 1
    assert texts().get().state == Delivery.State.SENT


def test_a_gateway_that_is_down_is_asked_again_and_one_that_refuses_is_not(
    cast: Cast, task: Task, gateway: Messages, settings: Settings, as_officer: SignIn
) -> None:
    has_phone(cast.hoa)
    urgent(cast, task, NIGHT)
    there, settings.TEXT_GATEWAY = settings.TEXT_GATEWAY, "http://127.0.0.1:9/"
    deliver_texts(NIGHT)
    one = texts().get()
    assert (one.state, one.tries) == (Delivery.State.QUEUED, 1)
    assert "Không kết nối được cổng tin nhắn" in one.error
    settings.TEXT_GATEWAY, settings.TEXT_KEY = there, "sai"
    deliver_texts(NIGHT + timedelta(minutes=2))
    assert texts().get().state == Delivery.State.FAILED
    office = as_officer(cast.binh)
    page = office.get("/inbox/deliveries/").content.decode()
    assert "Cổng tin nhắn không nhận: sai khóa (mã 401)." in page
    assert "0912 345 678" in page
    settings.TEXT_KEY = "khóa"
    office.post(f"/inbox/deliveries/{one.pk}/retry/")
    deliver_texts(NIGHT + timedelta(minutes=4))
    assert len(gateway.sent) == 1


@pytest.mark.parametrize(
    ("number", "why"),
    [("", "chưa có số điện thoại"), ("0236 3822 333", "không phải số di động")],
)
def test_who_cannot_be_reached_is_in_the_list_with_the_reason(
    cast: Cast, task: Task, gateway: Messages, number: str, why: str
) -> None:
    has_phone(cast.hoa, number)
    urgent(cast, task, NIGHT)
    deliver_texts(NIGHT)
    assert gateway.sent == []
    assert why in texts().undelivered().get().error


def test_without_a_gateway_nothing_is_written_of_messages(cast: Cast, task: Task) -> None:
    has_phone(cast.hoa)
    urgent(cast, task, NIGHT)
    assert not texts().exists()


def test_one_chooses_what_comes_and_tries_it(
    cast: Cast, gateway: Messages, as_officer: SignIn, settings: Settings
) -> None:
    has_phone(cast.hoa)
    client = as_officer(cast.hoa)
    assert "Nhận tin nhắn điện thoại khi" in client.get("/inbox/settings/").content.decode()
    client.post("/inbox/settings/", {"kinds": ["assigned"], "texted": ["urgent", "overdue"]})
    assert Preference.objects.get(officer=cast.hoa).texted == ["urgent", "overdue"]
    client.post("/inbox/settings/test_text/")
    assert "thử của hệ thống Đôn Đốc" in gateway.sent[0]["text"]
    settings.TEXT_KEY = "sai"
    answer = client.post("/inbox/settings/test_text/").content.decode()
    assert "sai khóa" in answer
    settings.TEXT_GATEWAY = ""
    assert "Nhận tin nhắn" not in client.get("/inbox/settings/").content.decode()


def test_what_waits_when_its_kind_is_refused_does_not_leave(
    cast: Cast, task: Task, gateway: Messages
) -> None:
    has_phone(cast.hoa)
    urgent(cast, task, NIGHT)
    Preference.objects.create(officer=cast.hoa, texted=[])
    deliver_texts(NIGHT)
    assert gateway.sent == []
    assert texts().get().state == Delivery.State.UNWANTED
