"""Mail through a real server on this machine: once each, threaded, readable, and never unsafe."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from threading import Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from dondoc.notifications import actions as mine
from dondoc.notifications import delivering
from dondoc.notifications.audience import Deed
from dondoc.notifications.delivering import deliver, deliver_once
from dondoc.notifications.models import Delivery, Kind, Notice, Preference
from dondoc.notifications.noticing import Telling, notice_all
from dondoc.notifications.seats import Seats
from dondoc.notifications.telling import tell
from dondoc.tasks import actions
from dondoc.tasks.models import Task
from dondoc.workflow import Refused
from tests.cast import Cast
from tests.notifications.conftest import Sink

State = Delivery.State


def test_a_mail_reaches_each_hearer_once_however_often_the_clock_strikes(
    task: Task, at: datetime, sink: Sink
) -> None:
    tell(at)
    for _ in range(50):
        deliver(at)
    assert sorted(str(m["To"]).split("<")[1] for m in sink.mails) == [
        "buixuan@example.vn>", "ngohoa@example.vn>", "vukhoa@example.vn>",
    ]  # fmt: skip
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT}


def test_a_mail_is_in_vietnamese_threaded_by_task_and_leads_to_it(
    cast: Cast, task: Task, at: datetime, sink: Sink
) -> None:
    actions.star(task, by=cast.binh, at=at, reason="Trọng tâm")
    tell(at)
    deliver(at)
    first, second = [m for m in sink.mails if "ngohoa" in str(m["To"])]
    assert str(first["Subject"]).strip() == f"[Đôn Đốc] Nhiệm vụ mới: {task.code}"
    assert "quy hoạch" not in str(first["Subject"])
    assert first["References"] == second["References"] == f"<task-{task.pk}@dondoc.example.vn>"
    assert first["Message-ID"] != second["Message-ID"]
    text = first.get_body(("plain",))
    html = first.get_body(("html",))
    there = reverse("tasks:detail", args=[task.code])
    assert text is not None
    assert html is not None
    assert f"https://dondoc.example.vn{there}" in text.get_content()
    assert "<khu vực>" in text.get_content()
    assert "&lt;khu vực&gt;" in html.get_content()
    assert "Ngô Hoa" in str(first["To"])


def test_of_a_confidential_document_the_mail_says_only_the_code(
    cast: Cast, task: Task, at: datetime, sink: Sink
) -> None:
    from dondoc.documents.models import Document

    task.document = Document.objects.create(committee=cast.city, number_only=True, arrived_at=at)
    task.save()
    tell(at)
    deliver(at)
    assert not any("quy hoạch" in m.as_string() for m in sink.mails)
    assert all(b"quy ho" not in m.as_bytes() for m in sink.mails)


def test_a_server_that_is_down_is_tried_again_and_nothing_is_doubled(
    task: Task, at: datetime, sink: Sink, settings: Settings
) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    tell(at)
    assert deliver(at) == 0
    assert set(Delivery.objects.values_list("state", "tries")) == {(State.QUEUED, 1)}
    assert "Connection refused" in Delivery.objects.first().error  # type: ignore[union-attr]
    settings.EMAIL_PORT = port
    assert deliver(at + timedelta(seconds=30)) == 0
    assert deliver(at + timedelta(minutes=1)) == 3
    assert deliver(at + timedelta(days=1)) == 0
    assert len(sink.mails) == 3


def test_a_busy_mailbox_delays_its_own_mail_only(task: Task, at: datetime, sink: Sink) -> None:
    sink.refuse = 1
    tell(at)
    assert deliver(at) == 2
    assert deliver(at + timedelta(hours=1)) == 1
    assert len(sink.ids) == len(set(sink.ids)) == 3


def test_an_address_refused_for_good_is_shown_and_not_tried_for_ever(
    cast: Cast, task: Task, at: datetime, sink: Sink
) -> None:
    cast.hoa.user.email = "không phải địa chỉ"
    cast.hoa.user.save()
    tell(at)
    assert deliver(at) == 2
    failed = Delivery.objects.get(notice__officer=cast.hoa)
    assert (failed.state, bool(failed.error)) == (State.FAILED, True)


def test_giving_up_after_days_is_a_failure_people_can_see(
    task: Task, at: datetime, sink: Sink, settings: Settings
) -> None:
    settings.EMAIL_PORT = 1
    tell(at)
    Delivery.objects.update(tries=delivering.LAST_TRY - 1)
    deliver(at)
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.FAILED}


def test_a_sender_that_dies_after_the_handover_sends_again_under_the_same_id(
    task: Task, at: datetime, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(at)
    monkeypatch.setattr(delivering, "close", lambda *args, **facts: None)  # killed before writing
    deliver_once(at, Seats(at.date()), 1)
    monkeypatch.undo()
    assert deliver(at) == 2
    assert deliver(at + delivering.LEASE) == 1
    assert len(sink.ids) == 4
    assert len(set(sink.ids)) == 3


def test_who_wants_no_mail_of_a_kind_gets_the_notice_alone(
    cast: Cast, task: Task, at: datetime, sink: Sink
) -> None:
    Preference.objects.create(officer=cast.hoa, unmailed=[Kind.ASSIGNED])
    tell(at)
    deliver(at)
    assert Notice.objects.filter(officer=cast.hoa).count() == 1
    assert not any("ngohoa" in str(m["To"]) for m in sink.mails)


def address_in(mail: EmailMessage) -> str:
    return str(mail["List-Unsubscribe"]).strip(" <>").removeprefix("https://dondoc.example.vn")


def test_one_press_in_the_mail_program_refuses_the_kind_and_no_other(
    cast: Cast, task: Task, at: datetime, sink: Sink
) -> None:
    tell(at)
    deliver(at)
    (mail,) = [m for m in sink.mails if "ngohoa" in str(m["To"])]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stranger = Client(enforce_csrf_checks=True)
    page = stranger.get(address_in(mail)).content.decode()
    assert "Ngô Hoa" in page
    assert "Giao việc" in page
    assert not Preference.objects.exists(), "looking is not refusing"
    answer = stranger.post(address_in(mail), {"List-Unsubscribe": "One-Click"})
    assert "không nhận thư loại “Giao việc” nữa" in answer.content.decode()
    assert Preference.objects.get().unmailed == [Kind.ASSIGNED]
    assert Preference.objects.get().officer == cast.hoa


@pytest.mark.parametrize("token", ["x", "1.assigned:abc", "1:2:3"])
def test_an_address_not_ours_refuses_nothing(cast: Cast, token: str) -> None:
    assert Client().post(f"/unsubscribe/{token}/").status_code == 404
    assert not Preference.objects.exists()


def test_what_waits_when_its_kind_is_refused_does_not_leave(
    cast: Cast, task: Task, at: datetime, sink: Sink
) -> None:
    tell(at)
    Preference.objects.create(officer=cast.hoa, unmailed=[Kind.ASSIGNED])
    deliver(at)
    assert not any("ngohoa" in str(m["To"]) for m in sink.mails)
    one = Delivery.objects.get(notice__officer=cast.hoa)
    assert (one.state, one.error) == (
        State.UNWANTED, "Người nhận đã chọn không nhận loại này qua kênh này.",
    )  # fmt: skip
    assert not Delivery.objects.undelivered().filter(pk=one.pk).exists(), "as he wanted"
    with pytest.raises(Refused, match="Không gửi lại được"):
        mine.retry(one, at=at)


def test_what_is_urgent_has_no_button_and_comes_all_the_same(
    cast: Cast, task: Task, at: datetime, sink: Sink
) -> None:
    Preference.objects.create(officer=cast.hoa, unmailed=list(Kind.values))
    deed = Deed(task, Seats(at.date()))
    notice_all([Telling([cast.hoa], "after_due", deed, at, at.date(), urgent=True)])
    deliver(at)
    (mail,) = sink.mails
    assert mail["List-Unsubscribe"] is None


def test_a_person_in_two_seats_gets_two_notices_and_one_mail(
    cast: Cast, task: Task, at: datetime, sink: Sink
) -> None:
    second = cast.seat(cast.finance, "focal_point", "Biệt phái", "Ngô Hoa")
    tell(at)
    deliver(at)
    assert Notice.objects.filter(officer__in=[second, cast.hoa]).count() == 2
    assert len([m for m in sink.mails if "ngohoa" in str(m["To"])]) == 1


@pytest.mark.usefixtures("committed")
def test_two_senders_at_once_send_each_mail_once(
    cast: Cast, task: Task, at: datetime, sink: Sink
) -> None:
    for number in range(10):
        actions.star(task, by=cast.binh, at=at, reason=f"Lần {number}")
    tell(at)

    def send() -> None:
        while deliver_once(at, Seats(at.date()), 3) is not None:
            pass
        connection.close()

    senders = [Thread(target=send) for _ in range(2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert len(sink.ids) == len(set(sink.ids)) == Delivery.objects.count() == 23
